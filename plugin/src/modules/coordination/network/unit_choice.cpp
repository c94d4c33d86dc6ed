#include "modules/coordination/network/unit_choice.hpp"

#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/unit_store.hpp"

namespace metodica::coordination {

UnitChoice unit_choice(Call& call) {
  std::vector<Unit> all = units(call.work());
  sort_units(all);
  UnitChoice choice;
  for (const Unit& unit : all)
    choice.emplace_back(std::to_string(unit.siruta), unit.name);
  return choice;
}

Field& unit_field(Form& form, const Messages& say, const UnitChoice& units, const char* name,
                  const char* label) {
  Field& field = form.choice(name, say(label));
  for (const auto& [code, name_of_unit] : units)
    field.option(code, name_of_unit);
  return field;
}

Result<Unit> known_unit(Call& call, std::int64_t siruta, const char* field) {
  auto found = unit_of(call.work(), siruta);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "network.unknown_unit", {{"text", std::to_string(siruta)}})
          .at(field));
}

std::map<std::int64_t, std::string> unit_names(Call& call) {
  std::map<std::int64_t, std::string> names;
  for (Unit& unit : units(call.work()))
    names.emplace(unit.siruta, std::move(unit.name));
  return names;
}

const std::string& library_of(const Unit& unit) {
  return unit.library_name.empty() ? unit.name : unit.library_name;
}

}  // namespace metodica::coordination
