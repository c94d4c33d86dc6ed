/// Tables of data that come with the program or from a library: comma-separated text, RFC 4180.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodica {

/// The records of `text` as fields, the header too; quoted fields may hold commas, line ends and
/// doubled quotes. Empty lines are left out; a byte order mark is skipped. Never fails: a quote
/// without its partner runs to the end. For files of suppliers see exchange/spreadsheet instead.
[[nodiscard]] std::vector<std::vector<std::string>> csv_records(std::string_view text);

}  // namespace metodica
