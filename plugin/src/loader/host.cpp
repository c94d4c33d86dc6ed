#include "loader/host.hpp"

#include <array>
#include <utility>

namespace metodica {
namespace {

constexpr std::array<std::pair<std::string_view, bool Ability::*>, 7> flags = {{
    {"read", &Ability::read},
    {"write", &Ability::write},
    {"atomic", &Ability::atomic},
    {"version-checked", &Ability::version_checked},
    {"read-back", &Ability::read_back},
    {"hand-over", &Ability::hand_over},
    {"person-needed", &Ability::person_needed},
}};

constexpr std::array<std::pair<std::string_view, Outcome>, 5> outcomes = {{
    {"done_confirmed", Outcome::done_confirmed},
    {"done", Outcome::done},
    {"handed_over", Outcome::handed_over},
    {"refused", Outcome::refused},
    {"failed", Outcome::failed},
}};

Ability ability_from(const Json& given) {
  Ability ability;
  for (const auto& [name, flag] : flags) {
    ability.*flag = given[name].boolean();
  }
  ability.batch = given["batch"].integer();
  ability.rate = given["rate"].integer();
  return ability;
}

}  // namespace

Result<Abilities> Abilities::from(const Json& document) {
  const Json& operations = document["operations"];
  if (!operations.is_object()) {
    return Unexpected(Problem(METODICA_DEFECT, "loader.abilities"));
  }
  Abilities abilities;
  for (const auto& [name, given] : operations.members()) {
    const Ability ability = ability_from(given);
    if (!given.is_object() || ability.batch < 0 || ability.rate < 0) {
      return Unexpected(Problem(METODICA_DEFECT, "loader.abilities"));
    }
    abilities.operations_[name] = ability;
  }
  return abilities;
}

const Ability* Abilities::find(std::string_view operation) const {
  const auto found = operations_.find(operation);
  return found == operations_.end() ? nullptr : &found->second;
}

bool Abilities::can_read(std::string_view operation) const {
  const Ability* ability = find(operation);
  return ability != nullptr && ability->read;
}

bool Abilities::can_write(std::string_view operation) const {
  const Ability* ability = find(operation);
  return ability != nullptr && (ability->write || ability->hand_over);
}

std::vector<std::string> Abilities::operations() const {
  std::vector<std::string> names;
  for (const auto& [name, ability] : operations_) {
    names.push_back(name);
  }
  return names;
}

Result<WriteOutcome> WriteOutcome::from(const Json& line) {
  for (const auto& [name, outcome] : outcomes) {
    if (line["outcome"].text() == name) {
      return WriteOutcome{outcome, line["retry"].boolean(), line["id"].text(),
                          line["version"].text(), line["code"].text()};
    }
  }
  return Unexpected(Problem(METODICA_DEFECT, "loader.outcome", {{"text", line["outcome"].text()}}));
}

}  // namespace metodica
