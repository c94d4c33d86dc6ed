/// What a unit of the directory is, and what can be said of it without the database.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metodica::coordination {

/// One commune, town or municipality and its public library (Law 334/2002).
struct Unit {
  std::int64_t siruta = 0;  ///< code of the place in the national register (SIRUTA)
  std::string name;
  std::string type;  ///< one of unit_types()
  std::int64_t population = 0;
  std::string library_name;       ///< "" = not known
  std::string methodical_centre;  ///< the library that guides it, "" = not known
  std::string has_branches;       ///< "yes", "no", "" = not known

  bool operator==(const Unit&) const = default;
};

/// "county_seat", "municipality", "town", "commune": in the order in which they are listed.
const std::vector<std::string>& unit_types();

/// The code of a type from how a file writes it: the code itself, the English or the Romanian word
/// ("comună"); "" when unknown. The text must be UTF-8.
[[nodiscard]] std::string unit_type_of(std::string_view text);

/// True when the last digit of a SIRUTA code is its control digit: the digits before it, from right
/// to left, are multiplied by 1, 2, 3, 5, 7, the digits of the products are added, and the control
/// digit is (11 - sum mod 10) mod 10. A code in force may break this (60169 Negreni), so that a
/// disagreement is something to look at and never a fault.
[[nodiscard]] bool siruta_agrees(std::int64_t siruta);

/// Sorts by type in the order of unit_types(), then by name in Romanian order.
void sort_units(std::vector<Unit>& units);

/// True when `text` occurs in the name, the library's name or the code, whatever the case and
/// marks; an empty text matches all. The text must be UTF-8.
[[nodiscard]] bool matches(const Unit& unit, std::string_view text);

}  // namespace metodica::coordination
