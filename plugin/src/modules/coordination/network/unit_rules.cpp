#include "modules/coordination/network/unit_rules.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <utility>

#include "text/unicode.hpp"

namespace metodica::coordination {

const std::vector<std::string>& unit_types() {
  static const std::vector<std::string> types = {"county_seat", "municipality", "town", "commune"};
  return types;
}

std::string unit_type_of(std::string_view text) {
  static const std::map<std::string, std::string> words = {
      {"county seat", "county_seat"},
      {"resedinta de judet", "county_seat"},
      {"resedinta", "county_seat"},
      {"municipality", "municipality"},
      {"municipiu", "municipality"},
      {"town", "town"},
      {"oras", "town"},
      {"commune", "commune"},
      {"comuna", "commune"},
  };
  const auto found = words.find(folded(text));
  return found == words.end() ? std::string() : found->second;
}

bool siruta_agrees(std::int64_t siruta) {
  constexpr std::array<std::int64_t, 5> weights = {1, 2, 3, 5, 7};
  const std::int64_t control = siruta % 10;
  std::int64_t rest = siruta / 10;
  std::int64_t sum = 0;
  for (const std::int64_t weight : weights) {
    const std::int64_t product = rest % 10 * weight;
    sum += product / 10 + product % 10;
    rest /= 10;
  }
  return siruta > 0 && rest == 0 && control == (11 - sum % 10) % 10;
}

void sort_units(std::vector<Unit>& units) {
  const auto& types = unit_types();
  std::vector<std::pair<std::pair<std::ptrdiff_t, std::string>, Unit>> keyed;
  keyed.reserve(units.size());
  for (Unit& unit : units) {
    const auto rank = std::find(types.begin(), types.end(), unit.type) - types.begin();
    std::string key = collation_key(unit.name);
    keyed.push_back({{rank, std::move(key)}, std::move(unit)});
  }
  std::sort(keyed.begin(), keyed.end(), [](const auto& one, const auto& other) {
    return std::tie(one.first, one.second.siruta) < std::tie(other.first, other.second.siruta);
  });
  units.clear();
  for (auto& [key, unit] : keyed)
    units.push_back(std::move(unit));
}

bool matches(const Unit& unit, std::string_view text) {
  const std::string wanted = folded(text);
  const auto holds = [&](const std::string& value) {
    return folded(value).find(wanted) != std::string::npos;
  };
  return wanted.empty() || holds(unit.name) || holds(unit.library_name) ||
         holds(std::to_string(unit.siruta));
}

}  // namespace metodica::coordination
