#include "modules/coordination/network/directory_actions.hpp"

#include "modules/coordination/network/unit_store.hpp"
#include "modules/coordination/network/units_import.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t largest_file = 2 * 1024 * 1024;

constexpr const char* units_schema = R"({"type":"object","required":["units"],"properties":{
"units":{"type":"array","items":{"type":"object","required":["siruta","name","type","population",
"library_name","methodical_centre","has_branches"],"properties":{
"siruta":{"type":"integer"},"name":{"type":"string"},"type":{"type":"string"},
"population":{"type":"integer"},"library_name":{"type":"string"},
"methodical_centre":{"type":"string"},"has_branches":{"type":"string"}}}}}})";

constexpr const char* import_schema = R"({"type":"object",
"required":["imported","updated","unchanged","warnings"],"properties":{
"imported":{"type":"integer"},"updated":{"type":"integer"},"unchanged":{"type":"integer"},
"warnings":{"type":"array","items":{"type":"string"}}}})";

Json unit_json(const Unit& unit) {
  return Json::object({{"siruta", unit.siruta},
                       {"name", unit.name},
                       {"type", unit.type},
                       {"population", unit.population},
                       {"library_name", unit.library_name},
                       {"methodical_centre", unit.methodical_centre},
                       {"has_branches", unit.has_branches}});
}

Result<Reply> run_units(Call& call, const Values& in) {
  std::vector<Unit> all = units(call.work());
  sort_units(all);
  Json::Array rows;
  for (const Unit& unit : all) {
    if (matches(unit, in.text("text")))
      rows.push_back(unit_json(unit));
  }
  return Reply::data(Json::object({{"units", std::move(rows)}}));
}

Result<Reply> run_import(Call& call, const Values& in) {
  const Messages& say = call.say();
  const UploadedFile file = in.file("file");
  METODICA_TRY(const ImportCount count, import_units(call.work(), file.bytes, say));
  Json::Array warnings;
  for (const Unit& unit : count.doubtful) {
    warnings.push_back(say("coordination.control_digit",
                           {{"siruta", std::to_string(unit.siruta)}, {"name", unit.name}}));
  }
  return Reply::data(Json::object({{"imported", count.imported},
                                   {"updated", count.updated},
                                   {"unchanged", count.unchanged},
                                   {"warnings", std::move(warnings)}}));
}

}  // namespace

Form import_form(const Messages& say, const char* action) {
  Form form("units", action, say("coordination.import_send"));
  form.file("file", say("coordination.file"))
      .required()
      .longest(largest_file)
      .help(say("coordination.file_help"));
  return form;
}

Form search_form(const Messages& say, const char* action) {
  Form form("search", action, say("common.search"));
  form.reads();
  form.text("text", say("coordination.search")).help(say("coordination.search_help")).longest(100);
  return form;
}

void add_data_actions(ActionList& actions) {
  actions.push_back({"coordination.units",
                     ActionKind::read,
                     readers,
                     "data",
                     [](const Messages& say) { return search_form(say, "coordination.units"); },
                     R"({"text":"Cluj"})",
                     units_schema,
                     run_units,
                     {}});
  actions.push_back(
      {"coordination.import_units",
       ActionKind::write,
       importers,
       "data",
       [](const Messages& say) { return import_form(say, "coordination.import_units"); },
       import_example,
       import_schema,
       run_import,
       {}});
}

}  // namespace metodica::coordination
