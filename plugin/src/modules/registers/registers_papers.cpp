#include "modules/registers/registers_papers.hpp"

#include <memory>

#include "app/settings.hpp"
#include "modules/registers/closing.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/opening.hpp"
#include "modules/registers/paper_parts.hpp"

namespace metodica::registers {
namespace {

/// The breakdown columns of the library, in the order of the form.
struct Breakdown {
  std::vector<BreakdownColumn> columns;

  explicit Breakdown(Call& call) {
    for (const auto grouping : groupings) {
      for (auto& column : breakdown_columns(call.work(), grouping, call.say().lang())) {
        columns.push_back(std::move(column));
      }
    }
  }

  void add_to(std::vector<TableColumn>& table, const Messages& say) const {
    constexpr double narrow_mm = 6.3;
    for (const auto& column : columns) {
      const bool coded = column.grouping == "content";
      TableColumn narrow =
          count_column(coded ? column.code + " " + column.title : column.title, narrow_mm);
      narrow.rotated = true;
      narrow.group = say("registers.group." + column.grouping);
      table.push_back(std::move(narrow));
    }
  }

  void add_cells(const Tally& tally, std::vector<PaperCell>& cells) const {
    for (const auto& column : columns) {
      const auto& amounts = tally.of(column.grouping);
      const auto found = amounts.find(column.code);
      cells.emplace_back(found == amounts.end() ? std::int64_t{0} : found->second.units);
    }
  }
};

// The first and last numbers of an act. Where a library has several inventory registers the first
// column names the one, on a line of its own, so that the numbers stay opposite each other.
std::string range_text(const std::vector<Lot::Range>& ranges, bool first, bool several) {
  std::string text;
  for (const auto& range : ranges) {
    if (!text.empty())
      text += '\n';
    if (several)
      text += (first ? range.register_code : std::string()) + '\n';
    text += std::to_string(first ? range.first : range.last);
  }
  return text;
}

std::string join_remarks(const Messages& say, const Lot& lot) {
  if (lot.corrects.empty())
    return lot.remarks;
  const std::string correction = say("registers.corrects_lot", {{"lot", lot.corrects}});
  return lot.remarks.empty() ? correction : correction + "; " + lot.remarks;
}

std::vector<TableColumn> movement_columns(Call& call, Part part, const Breakdown& breakdown) {
  const Messages& say = call.say();
  const bool entries = part == Part::entries;
  std::vector<TableColumn> columns;
  columns.push_back(
      text_column(say(entries ? "registers.col.entry_number" : "registers.col.exit_number"), 9));
  columns.push_back(text_column(say("registers.col.date"), 16));
  columns.push_back(text_column(say(entries ? "registers.col.source" : "registers.col.cause"), 24));
  columns.push_back(
      weighted_column(say(entries ? "registers.col.act" : "registers.col.exit_act"), 1));
  columns.push_back(count_column(say("registers.col.units"), 10));
  columns.push_back(money_column(say("registers.col.value"), 19));
  if (entries) {
    columns.push_back(text_column(say("registers.col.from"), 14));
    columns.push_back(text_column(say("registers.col.to"), 14));
  }
  breakdown.add_to(columns, say);
  columns.push_back(text_column(say("registers.remarks"), 22));
  return columns;
}

void fill_movement_row(Call& call, const Lot& lot, const Breakdown& breakdown, bool several,
                       TableRow& row) {
  const Messages& say = call.say();
  const bool entries = lot.part == Part::entries;
  row.kind = RowKind::entry;
  row.cells.clear();
  row.cells.emplace_back(std::to_string(lot.number));
  row.cells.emplace_back(lot.registered_on.shown(say.lang()));
  std::string kind = say((entries ? "source." : "cause.") + lot.kind);
  if (!lot.partner.empty())
    kind += "\n" + lot.partner;
  row.cells.emplace_back(std::move(kind));
  std::string act = act_text(say, lot.act_kind, lot.act_number, lot.act_date);
  if (!lot.approval.empty())
    act += "\n" + lot.approval;
  row.cells.emplace_back(std::move(act));
  row.cells.emplace_back(lot.tally.whole.units);
  row.cells.emplace_back(lot.tally.whole.value);
  if (entries) {
    row.cells.emplace_back(range_text(lot.ranges, true, several));
    row.cells.emplace_back(range_text(lot.ranges, false, several));
  }
  breakdown.add_cells(lot.tally, row.cells);
  row.cells.emplace_back(join_remarks(say, lot));
}

RegisterPaper movement_paper(Call& call, std::int64_t year, const std::string& title) {
  RegisterPaper paper;
  paper.paper =
      library_paper(call, title, {PaperSize::a3, Orientation::landscape, {12, 8, 12, 18}});
  paper.paper.footer.period = call.say()("registers.year_period", {{"year", std::to_string(year)}});
  mark_issue(call, "rmf/" + std::to_string(year) + "/" + title, paper.paper);
  paper.zero = ZeroStyle::blank;
  paper.font_pt = 7;
  paper.signatures = keeper_and_manager(call);
  return paper;
}

void add_close(Call& call, std::int64_t year, RegisterPaper& paper) {
  const auto close = year_close(call.work(), year);
  if (!close) {
    paper.closing.push_back(
        call.say()("registers.paper_open_year", {{"year", std::to_string(year)}}));
    return;
  }
  paper.closing.push_back(call.say()(
      "registers.paper_closed",
      {{"year", std::to_string(year)}, {"date", close->closed_on.shown(call.say().lang())}}));
  for (const auto& mark : close->chains) {
    if (mark.rows == 0)
      continue;
    paper.closing.push_back(call.say()(
        "registers.paper_chain",
        {{"chain", mark.chain}, {"rows", std::to_string(mark.rows)}, {"hash", mark.hash}}));
  }
}

Result<std::string> movement_pdf(Call& call, std::int64_t year, Part part) {
  const bool entries = part == Part::entries;
  RegisterPaper paper = movement_paper(
      call, year, call.say()(entries ? "registers.rmf1_title" : "registers.rmf2_title"));
  const Breakdown breakdown(call);
  paper.columns = movement_columns(call, part, breakdown);
  const auto rows = std::make_shared<std::vector<Lot>>(lots(call.work(), part, year));
  const auto at = std::make_shared<std::size_t>(0);
  const bool several = inventory_registers(call.work()).size() > 1;
  paper.rows = [&call, &breakdown, several, rows, at](TableRow& row) {
    if (*at == rows->size())
      return false;
    fill_movement_row(call, (*rows)[(*at)++], breakdown, several, row);
    return true;
  };
  if (!rows->empty())
    paper.last_hash = call.say()("registers.paper_last_hash", {{"hash", rows->back().hash}});
  add_close(call, year, paper);
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->register_pdf(paper, call.say());
}

Result<std::string> recapitulation_pdf(Call& call, std::int64_t year) {
  METODICA_TRY(const Recapitulation part3, recapitulation(call.work(), year));
  const Messages& say = call.say();
  RegisterPaper paper = movement_paper(call, year, say("registers.rmf3_title"));
  const Breakdown breakdown(call);
  paper.columns.push_back(weighted_column(say("registers.col.situation"), 1));
  paper.columns.push_back(count_column(say("registers.col.units"), 14));
  paper.columns.push_back(money_column(say("registers.col.value"), 26));
  breakdown.add_to(paper.columns, say);
  paper.carried_forward = false;
  paper.total = false;
  const std::string y = std::to_string(year);
  const std::vector<std::pair<std::string, const Tally*>> lines = {
      {say("registers.part3.opening", {{"year", y}}), &part3.opening},
      {say("registers.part3.entries"), &part3.entries},
      {say("registers.part3.total"), &part3.total},
      {say("registers.part3.exits"), &part3.exits},
      {say("registers.part3.closing", {{"year", y}}), &part3.closing}};
  std::size_t at = 0;
  paper.rows = [&](TableRow& row) {
    if (at == lines.size())
      return false;
    const auto& [title, tally] = lines[at++];
    const bool is_sum = at == 3 || at == lines.size();
    row.kind = is_sum ? RowKind::bold : RowKind::entry;
    row.cells = {title, tally->whole.units, tally->whole.value};
    breakdown.add_cells(*tally, row.cells);
    return true;
  };
  add_close(call, year, paper);
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->register_pdf(paper, say);
}

// Groups of content have numbers that librarians know; the other codes are ours.
std::string shown_name(const BreakdownColumn& column) {
  return column.grouping == "content" ? column.code + " – " + column.title : column.title;
}

}  // namespace

Result<std::string> rmf_pdf(Call& call, std::int64_t year, std::int64_t part) {
  if (!is_open(call.work()))
    return invalid("registers.not_opened");
  if (part == 3)
    return recapitulation_pdf(call, year);
  return movement_pdf(call, year, part == 1 ? Part::entries : Part::exits);
}

Result<std::string> opening_pdf(Call& call) {
  const auto opening = stored_opening(call.work());
  if (!opening)
    return invalid("registers.not_opened");
  const Messages& say = call.say();
  RegisterPaper paper;
  paper.paper = library_paper(call, say("registers.opening_title"),
                              {PaperSize::a4, Orientation::landscape, {}});
  paper.paper.letterhead.date = opening->opened_on;
  mark_issue(call, "opening", paper.paper);
  paper.columns = {
      text_column(say("registers.col.group"), 60), weighted_column(say("registers.column"), 1),
      count_column(say("registers.units"), 30), money_column(say("registers.value"), 40)};
  paper.carried_forward = false;
  paper.total = false;
  std::vector<TableRow> rows;
  rows.push_back(
      {RowKind::bold,
       {say("common.total"), {}, opening->balance.whole.units, opening->balance.whole.value}});
  for (const auto& column : Breakdown(call).columns) {
    const auto& amounts = opening->balance.of(column.grouping);
    const auto found = amounts.find(column.code);
    if (found == amounts.end())
      continue;
    rows.push_back({RowKind::entry,
                    {say("registers.group." + column.grouping), shown_name(column),
                     found->second.units, found->second.value}});
  }
  std::size_t at = 0;
  paper.rows = [&](TableRow& row) {
    if (at == rows.size())
      return false;
    row = rows[at++];
    return true;
  };
  for (const auto& book : inventory_registers(call.work())) {
    std::vector<NumberRange> withdrawn;
    call.work().each<std::int64_t, std::int64_t>(
        "SELECT first_number, last_number FROM withdrawn_before WHERE library = {library} AND "
        "register = $1 "
        "ORDER BY first_number",
        {book.code},
        [&](std::int64_t first, std::int64_t last) { withdrawn.emplace_back(first, last); });
    paper.closing.push_back(say(
        "registers.opening_register",
        {{"name", book.name}, {"count", size_of(withdrawn)}, {"ranges", shown_ranges(withdrawn)}}));
  }
  if (!opening->remarks.empty())
    paper.closing.push_back(opening->remarks);
  paper.signatures = keeper_and_manager(call);
  METODICA_TRY(Documents* const documents, call.services().documents());
  return documents->register_pdf(paper, say);
}

}  // namespace metodica::registers
