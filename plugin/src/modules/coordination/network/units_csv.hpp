/// The directory as a table that a county library keeps in a spreadsheet.
#pragma once

#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/network/unit_rules.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {

/// Reads all units. Columns: siruta, name and type must be there; population (population_2021),
/// library_name, methodical_centre and has_branches may be absent; Romanian headers are known too.
/// `say` words the reason inside a problem of a row. Errors are at the field "file", all
/// METODICA_INVALID: those of CsvReader::open; "coordination.csv_row" {row, text};
/// "coordination.siruta" {row, text}, "coordination.unit_name", "coordination.type",
/// "coordination.population", "coordination.branches" {row, text}; "coordination.siruta_twice"
/// {row, text}; "coordination.no_units".
Result<std::vector<Unit>> units_from_csv(std::string_view bytes, const Messages& say);

}  // namespace metodica::coordination
