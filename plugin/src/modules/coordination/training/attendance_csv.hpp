/// Who was in an online meeting, from the file of participants that the meeting service saves.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::coordination {

/// One person; the same name and address on several lines (left and came back) is added up.
struct Presence {
  std::string name, email;
  std::int64_t minutes = 0;
};

/// Reads the three layouts of Zoom's participant report: joins and leaves line by line, the same
/// with the meeting's own lines above, and the one with total minutes a person; English or Romanian
/// headers. A name as "Ana Pop (Biblioteca Florești)" loses what stands in brackets. Errors at the
/// field "file", METODICA_INVALID: those of CsvReader::open; "gathering.csv_minutes" {row, text};
/// "gathering.csv_nobody".
Result<std::vector<Presence>> presences_from_csv(std::string_view bytes);

}  // namespace metodica::coordination
