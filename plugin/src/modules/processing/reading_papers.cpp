#include "modules/processing/reading_papers.hpp"

#include "app/settings.hpp"
#include "bibliography/author_title.hpp"
#include "documents/table_columns.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/reading_forms.hpp"
#include "modules/processing/shelf_reading.hpp"

namespace metodica::processing {
namespace {

TableRow row_of(std::vector<PaperCell> cells) {
  return {RowKind::entry, std::move(cells)};
}

/// One reading with all that is known about it.
struct Read {
  Reading reading;
  std::vector<Scan> scans;
  ReadRun run;
  NotSeen absent;
};

Result<Read> whole_reading(Call& call, std::int64_t id) {
  Read read;
  METODICA_TRY(read.reading, reading_named(call.work(), id));
  read.scans = scans_of(call.work(), id);
  read.run = read_run(read.scans);
  METODICA_TRY(read.absent, not_seen(call, read.reading, read.scans, read.run));
  return read;
}

FlowTable moves_part(Call& call, const Read& read) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say("shelves.moves");
  table.columns = {text_column(say("shelves.col.move"), 14),
                   text_column(say("shelves.col.place"), 14),
                   text_column(say("processing.col.call_number"), 38),
                   weighted_column(say("processing.col.title"), 3),
                   weighted_column(say("shelves.col.goes"), 3),
                   text_column(say("shelves.col.done"), 14)};
  for (const Stray& stray : read.run.order.strays) {
    const Scan& scan = read.scans[stray.index];
    table.rows.push_back(
        row_of({std::to_string(stray.block + 1), std::to_string(scan.seq), scan.call_number,
                title_of(call.work(), scan), goes_between(say, read.scans, stray), std::string()}));
  }
  return table;
}

FlowTable apart_part(Call& call, const Read& read) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say("shelves.apart");
  table.columns = {text_column(say("shelves.col.place"), 14), text_column(say("shelves.code"), 28),
                   text_column(say("processing.col.call_number"), 38),
                   weighted_column(say("processing.col.title"), 3),
                   weighted_column(say("shelves.col.state"), 2)};
  for (const std::size_t index : read.run.order.unknown) {
    const Scan& scan = read.scans[index];
    const std::string state(name_of(scan.state));
    table.rows.push_back(
        row_of({std::to_string(scan.seq), scan.code, scan.call_number, title_of(call.work(), scan),
                say("shelves.state." + state) + " – " + say("shelves.do." + state)}));
  }
  return table;
}

FlowTable missing_part(Call& call, const Read& read) {
  const Messages& say = call.say();
  FlowTable table;
  table.caption = say("shelves.missing");
  table.columns = {text_column(say("processing.col.call_number"), 38),
                   weighted_column(say("processing.col.title"), 3),
                   text_column(say("processing.col.number"), 26),
                   text_column(say("processing.col.custody"), 26),
                   text_column(say("shelves.col.found"), 16)};
  for (const ShelfLine& line : read.absent.missing) {
    table.rows.push_back(
        row_of({line.mark.call_number, author_and_title(line.copy.author, line.copy.title),
                line.copy.number.shown_with_register(), line.copy.custody, std::string()}));
  }
  return table;
}

Result<Reply> run_paper(Call& call, const Values& in) {
  METODICA_TRY(const Read read, whole_reading(call, in.integer("reading")));
  const Messages& say = call.say();
  const std::string number = std::to_string(read.reading.id);
  FlowPaper paper;
  paper.paper = library_paper(call, say("shelves.paper_title"), {});
  paper.paper.letterhead.number = number;
  paper.paper.letterhead.date = read.reading.begun_on;
  if (!read.reading.place.empty())
    paper.paper.letterhead.subtitle.push_back(read.reading.place);
  mark_issue(call, "shelf_reading/" + number, paper.paper);
  const auto amount = [](std::size_t value) { return std::to_string(value); };
  paper.blocks.emplace_back(
      KeyValues{{{say("shelves.scanned"), amount(read.scans.size())},
                 {say("shelves.in_order"), amount(read.run.order.in_order.size())},
                 {say("shelves.to_move"), amount(read.run.order.strays.size())},
                 {say("shelves.apart_count"), amount(read.run.order.unknown.size())},
                 {say("shelves.missing_count"), amount(read.absent.missing.size())},
                 {say("shelves.with_readers"), std::to_string(read.absent.on_loan)}}});
  paper.blocks.emplace_back(Paragraph{say("shelves.rule")});
  for (FlowTable table :
       {moves_part(call, read), apart_part(call, read), missing_part(call, read)}) {
    if (!table.rows.empty())
      paper.blocks.emplace_back(std::move(table));
  }
  if (read.absent.cut)
    paper.blocks.emplace_back(Paragraph{say("shelves.cut")});
  paper.blocks.emplace_back(Signatures{"", {{say("processing.signed_by"), ""}}});
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document("citirea-raftului-" + number + ".pdf", "application/pdf", std::move(pdf));
}

Json scan_json(const Scan& scan) {
  return Json::object({{"place", scan.seq},
                       {"code", scan.code},
                       {"register", scan.number.register_code},
                       {"number", scan.number.number},
                       {"call_number", scan.call_number},
                       {"state", std::string(name_of(scan.state))}});
}

Result<Reply> run_data(Call& call, const Values& in) {
  METODICA_TRY(const Read read, whole_reading(call, in.integer("reading")));
  Json::Array moves, apart, missing;
  for (const Stray& stray : read.run.order.strays) {
    Json move = scan_json(read.scans[stray.index]);
    move.set("move", static_cast<std::int64_t>(stray.block + 1));
    if (stray.after)
      move.set("after", read.scans[*stray.after].call_number);
    if (stray.before)
      move.set("before", read.scans[*stray.before].call_number);
    moves.push_back(std::move(move));
  }
  for (const std::size_t index : read.run.order.unknown)
    apart.push_back(scan_json(read.scans[index]));
  for (const ShelfLine& line : read.absent.missing) {
    missing.push_back(Json::object({{"register", line.copy.number.register_code},
                                    {"number", line.copy.number.number},
                                    {"call_number", line.mark.call_number}}));
  }
  return Reply::data(
      Json::object({{"scanned", static_cast<std::int64_t>(read.scans.size())},
                    {"in_order", static_cast<std::int64_t>(read.run.order.in_order.size())},
                    {"moves", std::move(moves)},
                    {"apart", std::move(apart)},
                    {"missing", std::move(missing)},
                    {"with_readers", read.absent.on_loan}}));
}

constexpr std::string_view data_schema =
    R"({"type":"object","required":["scanned","in_order","moves","apart","missing","with_readers"],
"properties":{"scanned":{"type":"integer"},"in_order":{"type":"integer"},"moves":{"type":"array"},
"apart":{"type":"array"},"missing":{"type":"array"},"with_readers":{"type":"integer"}}})";

}  // namespace

void add_reading_papers(ActionList& actions) {
  actions.push_back(
      {"processing.reading_paper",
       ActionKind::paper,
       readers,
       "document",
       [](const Messages& say) { return reading_form(say, "processing.reading_paper"); },
       R"({"reading":1})",
       {},
       run_paper,
       {}});
  actions.push_back({"processing.reading_data",
                     ActionKind::read,
                     readers,
                     "data",
                     [](const Messages& say) {
                       Form form = reading_form(say, "processing.reading_data");
                       form.reads();
                       return form;
                     },
                     R"({"reading":1})",
                     std::string(data_schema),
                     run_data,
                     {}});
}

}  // namespace metodica::processing
