#include "modules/processing/processing_papers.hpp"

#include <charconv>

#include "app/settings.hpp"
#include "bibliography/author_title.hpp"
#include "documents/table_columns.hpp"

namespace metodica::processing {
namespace {

std::vector<TableColumn> shelf_columns(const Messages& say) {
  return {text_column(say("processing.col.order"), 12),
          text_column(say("processing.col.call_number"), 48),
          weighted_column(say("processing.col.title"), 3),
          text_column(say("processing.col.number"), 24),
          text_column(say("processing.col.custody"), 24),
          text_column(say("processing.col.tick"), 16)};
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

}  // namespace metodica::processing
