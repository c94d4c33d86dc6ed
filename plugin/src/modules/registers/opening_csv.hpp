/// Existing copies from a table (CSV), one line per copy, for the opening.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/registers/opening.hpp"

namespace metodica::registers {

/// Columns by name, in any order: register, number, acquired_on, author, title, publication, value,
/// language, udc, content, custody, barcode, entry_act, and their Romanian and English headings.
/// Errors: those of CsvReader; METODICA_INVALID "registers.csv_row" {row}{text} for the first row
/// that cannot be taken over.
Result<std::vector<OpeningCopy>> copies_from_csv(std::string_view bytes);

}  // namespace metodica::registers
