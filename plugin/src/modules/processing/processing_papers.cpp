#include "modules/processing/processing_papers.hpp"

#include <algorithm>
#include <charconv>

#include "app/settings.hpp"
#include "bibliography/author_title.hpp"
#include "bibliography/spine_label.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t most_labels = 2000;
constexpr std::size_t label_characters = 10;  // domain note on classification, 6.1
constexpr const char* usual_sheet = "L7651";

TableColumn column(std::string title, double width_mm, double weight = 1) {
  TableColumn made;
  made.title = {std::move(title)};
  made.width_mm = width_mm;
  made.weight = weight;
  return made;
}

std::vector<TableColumn> shelf_columns(const Messages& say) {
  return {column(say("processing.col.order"), 12),   column(say("processing.col.call_number"), 48),
          column(say("processing.col.title"), 0, 3), column(say("processing.col.number"), 24),
          column(say("processing.col.custody"), 24), column(say("processing.col.tick"), 16)};
}

void fill_row(const ShelfLine& line, std::int64_t order, TableRow& row) {
  row.kind = RowKind::entry;
  row.cells.clear();
  row.cells.emplace_back(std::to_string(order));
  row.cells.emplace_back(line.mark.call_number);
  row.cells.emplace_back(author_and_title(line.copy.author, line.copy.title));
  row.cells.emplace_back(line.copy.number.shown_with_register());
  row.cells.emplace_back(line.copy.custody);
  row.cells.emplace_back(std::string());
}

std::string filter_name(const ShelfFilter& filter) {
  return filter.section + "/" + filter.custody + "/" + filter.from;
}

Result<LabelSheet> sheet_of(const Documents& documents, const std::string& code) {
  const std::string wanted = code.empty() ? usual_sheet : code;
  std::string known;
  for (auto& sheet : documents.label_sheets()) {
    if (sheet.code == wanted)
      return std::move(sheet);
    known += (known.empty() ? "" : ", ") + sheet.code;
  }
  return invalid("processing.unknown_sheet", {{"text", wanted}, {"sheets", known}}, "sheet");
}

std::vector<ShelfMark> wanted_marks(UnitOfWork& work, const LabelRequest& request) {
  if (request.which == "lot") {
    const LotName lot = lot_name(request.lot);
    return marks_of_lot(work, lot.year, lot.number);
  }
  if (request.which == "range") {
    return marks_of_range(work, request.register_code, request.from, request.to, most_labels + 1);
  }
  return unlabelled(work, request.kind, most_labels);
}

Result<std::vector<PrintedLabel>> choose_labels(Call& call, const LabelRequest& request) {
  std::vector<PrintedLabel> labels;
  for (const auto& mark : wanted_marks(call.work(), request)) {
    const auto copy = registers::copy(call.work(), mark.number);
    if (!copy || copy->gone)
      continue;
    if (request.kind == "spine") {
      labels.push_back({mark.number, mark.call_number});
    } else if (!copy->barcode.empty()) {
      labels.push_back({mark.number, copy->barcode});
    }
  }
  if (labels.empty())
    return invalid("processing.no_labels", {}, "which");
  if (static_cast<std::int64_t>(labels.size()) > most_labels)
    return invalid("processing.too_many_labels", {{"count", most_labels}}, "which");
  return labels;
}

// The parts as they were given; a mark that changed since the printing is read from its text.
CallNumber parts_of(UnitOfWork& work, const PrintedLabel& printed) {
  const auto mark = mark_of(work, printed.number);
  return mark && mark->call_number == printed.printed ? mark->mark
                                                      : parse_call_number(printed.printed);
}

Label label_of(UnitOfWork& work, std::string_view kind, const PrintedLabel& printed) {
  Label label;
  if (kind == "spine") {
    label.lines = label_lines(parts_of(work, printed), label_characters);
    return label;
  }
  const auto mark = mark_of(work, printed.number);
  if (mark)
    label.lines.push_back(mark->call_number);
  label.barcode = printed.printed;
  return label;
}

Result<std::vector<PrintedLabel>> labels_to_print(Call& call, const LabelRequest& request) {
  auto labels = printed_with(call.work(), call.key());
  if (!labels.empty())
    return labels;
  METODICA_TRY(labels, choose_labels(call, request));
  keep_printed(call.work(), call.key(), request.kind, labels, call.today(), call.caller().user);
  return labels;
}

}  // namespace

LotName lot_name(const std::string& text) {
  LotName lot;
  const char* const end = text.data() + text.size();
  const auto number = std::from_chars(text.data(), end, lot.number);
  if (number.ec != std::errc() || number.ptr == end || *number.ptr != '/')
    return {};
  const auto year = std::from_chars(number.ptr + 1, end, lot.year);
  return year.ec == std::errc() && year.ptr == end ? lot : LotName();
}

std::vector<std::string> sheet_codes(Call& call) {
  std::vector<std::string> codes;
  const auto documents = call.services().documents();
  if (!documents)
    return codes;
  for (const auto& sheet : (*documents)->label_sheets())
    codes.push_back(sheet.code);
  return codes;
}

Result<std::string> shelf_list_pdf(Call& call, const ShelfFilter& filter) {
  const Messages& say = call.say();
  RegisterPaper paper;
  paper.paper = library_paper(call, say("processing.shelf_list_title"),
                              {PaperSize::a4, Orientation::portrait, {12, 10, 12, 20}});
  if (!filter.section.empty()) {
    paper.paper.letterhead.subtitle.push_back(
        filter.section == "-" ? say("processing.no_section")
                              : say("processing.section_named", {{"section", filter.section}}));
  }
  if (!filter.custody.empty()) {
    paper.paper.letterhead.subtitle.push_back(
        say("processing.custody_named", {{"custody", filter.custody}}));
  }
  if (!filter.from.empty()) {
    paper.paper.letterhead.subtitle.push_back(
        say("processing.from_named", {{"mark", filter.from}}));
  }
  mark_issue(call, "shelf_list/" + filter_name(filter), paper.paper);
  paper.columns = shelf_columns(say);
  paper.carried_forward = false;
  paper.total = false;
  ShelfWalk walk(call.work(), filter);
  ShelfLine line;
  std::int64_t order = 0;
  paper.rows = [&](TableRow& row) {
    if (!walk.next(line))
      return false;
    fill_row(line, ++order, row);
    return true;
  };
  paper.signatures = {{say("processing.signed_by"), ""}};
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->register_pdf(paper, say);
}

Result<std::string> labels_pdf(Call& call, const LabelRequest& request) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  LabelPaper paper;
  METODICA_TRY(paper.sheet, sheet_of(*documents, request.sheet));
  if (request.start > paper.sheet.positions()) {
    return invalid("processing.label_start", {{"count", paper.sheet.positions()}}, "start");
  }
  paper.start = static_cast<int>(request.start);
  paper.title = call.say()("processing.labels_title");
  paper.listed_on = call.today();
  paper.test_page = request.which == "test";
  if (!paper.test_page) {
    METODICA_TRY(const auto printed, labels_to_print(call, request));
    for (const auto& label : printed)
      paper.labels.push_back(label_of(call.work(), request.kind, label));
    paper.listed_on = printed_on(call.work(), call.key());
  }
  return documents->labels_pdf(paper, call.say());
}

}  // namespace metodica::processing
