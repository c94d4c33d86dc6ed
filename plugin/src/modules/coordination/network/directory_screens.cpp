// The directory on screen: figures, the table, and the file that brings it up to date.

#include "modules/coordination/network/directory_actions.hpp"
#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/network/units_import.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

// Who may see a library's sheet gets the way to it.
Table units_table(const std::vector<Unit>& shown, const Messages& say, bool to_profile) {
  Table table("units");
  table.caption(say("coordination.table"))
      .column("name", say("coordination.name"))
      .column("type", say("coordination.type_label"))
      .column("library", say("coordination.library_name"))
      .column("population", say("coordination.population_label"), CellKind::integer)
      .column("branches", say("coordination.branches_label"))
      .column("centre", say("coordination.centre"))
      .column("siruta", say("coordination.siruta_label"))
      .empty(say("coordination.none"));
  for (const Unit& unit : shown) {
    std::string branches;
    if (!unit.has_branches.empty())
      branches = say(unit.has_branches == "yes" ? "common.yes" : "common.no");
    const Json args = Json::object({{"siruta", unit.siruta}});
    table.row({to_profile ? Cell::link(unit.name, "coordination.profile", args) : Cell(unit.name),
               say("coordination.type." + unit.type), unit.library_name,
               shown_integer(unit.population, say.lang()), branches, unit.methodical_centre,
               std::to_string(unit.siruta)});
  }
  return table;
}

void add_doubts(Screen& screen, const std::vector<Unit>& all, const Messages& say) {
  for (const Unit& unit : all) {
    if (!siruta_agrees(unit.siruta)) {
      screen.say(say("coordination.control_digit",
                     {{"siruta", std::to_string(unit.siruta)}, {"name", unit.name}}),
                 Level::warn);
    }
  }
}

// `problems` are of the file just sent; the file itself cannot be shown again.
Screen directory(Call& call, const std::string& text, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  std::vector<Unit> all = units(call.work());
  sort_units(all);
  std::int64_t population = 0;
  std::vector<Unit> shown;
  for (const Unit& unit : all) {
    population += unit.population;
    if (matches(unit, text))
      shown.push_back(unit);
  }
  Screen screen("coordination.directory", say("coordination.title"));
  screen.sub(say("coordination.sub"));
  screen.figures({{say("coordination.units_label"),
                   shown_integer(static_cast<std::int64_t>(all.size()), say.lang())},
                  {say("coordination.population_label"), shown_integer(population, say.lang())}});
  add_doubts(screen, all, say);
  if (!all.empty()) {
    screen.form(search_form(say, "coordination.directory"), say, Json::object({{"text", text}}));
  }
  screen.table(units_table(shown, say, call.caller().roles.any_of(network_readers)));
  if (call.caller().roles.any_of(importers)) {
    screen.heading(say("coordination.import_heading"));
    screen.form(import_form(say, "coordination.load_units"), say, {}, problems);
  }
  return screen;
}

Result<Reply> run_load(Call& call, const Values& in) {
  const UploadedFile file = in.file("file");
  METODICA_TRY(const ImportCount count, import_units(call.work(), file.bytes, call.say()));
  return Reply::go("coordination.directory", Json::object(),
                   call.say()("coordination.loaded", {{"imported", count.imported},
                                                      {"updated", count.updated},
                                                      {"unchanged", count.unchanged}}));
}

}  // namespace

void add_screens(ActionList& actions) {
  actions.push_back({"coordination.directory",
                     ActionKind::read,
                     readers,
                     "screen",
                     [](const Messages& say) { return search_form(say, "coordination.directory"); },
                     R"({"text":"Cluj"})",
                     {},
                     [](Call& call, const Values& in) -> Result<Reply> {
                       return Reply::screen(directory(call, in.text("text"), {}));
                     },
                     {}});
  actions.push_back(
      {"coordination.load_units",
       ActionKind::write,
       importers,
       "screen",
       [](const Messages& say) { return import_form(say, "coordination.load_units"); },
       import_example,
       {},
       run_load,
       [](Call& call, const Json&, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(directory(call, {}, problems));
       }});
}

}  // namespace metodica::coordination
