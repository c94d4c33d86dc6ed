// The shelf in order.

#include "modules/processing/processing_forms.hpp"
#include "modules/processing/processing_papers.hpp"
#include "modules/processing/processing_screens.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t page_lines = 100;

std::string section_name(const Messages& say, const std::string& section) {
  return section.empty() ? say("processing.no_section")
                         : say("processing.section_named", {{"section", section}});
}

// One tab for the whole shelf and one for each section; none when there is only one run of books.
void add_tabs(Call& call, const std::string& chosen_section, Screen& screen) {
  const auto found = sections(call.work());
  if (found.size() < 2)
    return;
  std::vector<Tab> tabs = {
      {call.say()("processing.all_sections"), "processing.shelf_list", Json::object()}};
  std::size_t at = 0;
  for (const auto& section : found) {
    const std::string code = section.empty() ? "-" : section;
    if (code == chosen_section)
      at = tabs.size();
    tabs.push_back({section_name(call.say(), section), "processing.shelf_list",
                    Json::object({{"section", code}})});
  }
  screen.tabs(at, tabs);
}

Table shelf_table(const Messages& say) {
  Table table("shelf");
  table.column("call_number", say("processing.col.call_number"));
  table.column("title", say("processing.col.title"));
  table.column("number", say("processing.col.number"));
  table.column("custody", say("processing.col.custody"));
  table.empty(say("processing.shelf_empty"));
  return table;
}

ShelfPlace place_in(const Values& in) {
  const auto number = InventoryNumber::parse(in.text("after_register"), in.text("after_number"));
  return {in.text("after"), number ? *number : InventoryNumber{in.text("after_register"), 0}};
}

ShelfFilter filter_in(const Values& in) {
  return {in.text("section"), in.text("custody"), in.text("from")};
}

Result<Reply> run_shelf_list(Call& call, const Values& in) {
  const Messages& say = call.say();
  const ShelfFilter filter = filter_in(in);
  const Json typed = Json::object(
      {{"section", filter.section}, {"custody", filter.custody}, {"from", filter.from}});
  Screen screen("processing.shelf_list", say("processing.shelf_list_title"));
  screen.sub(say("processing.shelf_list_sub"));
  add_tabs(call, filter.section, screen);
  screen.form(shelf_list_form(say), say, typed);
  Table table = shelf_table(say);
  ShelfWalk walk = in.has("after") ? ShelfWalk(call.work(), filter, place_in(in))
                                   : ShelfWalk(call.work(), filter);
  ShelfLine line;
  ShelfPlace last;
  bool more = false;
  while (walk.next(line)) {
    more = table.rows() == page_lines;
    if (more)
      break;
    const Json args = Json::object(
        {{"register", line.mark.number.register_code}, {"number", line.mark.number.number}});
    table.row({Cell::link(line.mark.call_number, "processing.copy", args).note(line.mark.udc),
               Cell(line.copy.title).note(line.copy.author), line.mark.number.shown_with_register(),
               line.copy.custody});
    last = {line.mark.shelf_key, line.mark.number};
  }
  if (in.has("after"))
    table.first("processing.shelf_list", typed);
  if (more) {
    Json next = typed;
    next.set("after", last.shelf_key)
        .set("after_register", last.number.register_code)
        .set("after_number", last.number.shown());
    table.next("processing.shelf_list", std::move(next));
  }
  screen.table(table);
  Button print{say("processing.print_shelf"), "processing.shelf_list_paper", typed};
  print.writes = true;  // the issue of a paper is recorded
  screen.actions({print, {say("processing.to_labels"), "processing.labels"}});
  return Reply::screen(screen);
}

Result<Reply> run_shelf_paper(Call& call, const Values& in) {
  METODICA_TRY(std::string pdf, shelf_list_pdf(call, filter_in(in)));
  return Reply::document("lista-la-raft.pdf", "application/pdf", std::move(pdf));
}

}  // namespace

void add_shelf_screens(ActionList& actions) {
  actions.push_back({"processing.shelf_list",
                     ActionKind::read,
                     readers,
                     "screen",
                     shelf_list_form,
                     R"({"section":"C"})",
                     {},
                     run_shelf_list,
                     {}});
  actions.push_back({"processing.shelf_list_paper",
                     ActionKind::paper,
                     readers,
                     "document",
                     shelf_paper_form,
                     R"({"section":"C"})",
                     {},
                     run_shelf_paper,
                     {}});
}

}  // namespace metodica::processing
