/// Workbook: one table for a spreadsheet program (XLSX). Numbers, amounts and dates are real ones,
/// so that they can be added up and sorted; a text stays text, even one made of digits (barcodes,
/// inventory numbers with leading zeros).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica {

/// What a column holds; its cells are of that kind or empty.
enum class WorkbookKind : std::uint8_t { text = 1, integer, money, date };

struct WorkbookColumn {
  std::string title;
  WorkbookKind kind = WorkbookKind::text;
  double width = 12;  ///< in characters of the usual size
};

/// A cell. An amount in lei with up to four decimals; a Date that is none() is an empty cell.
using WorkbookCell = std::variant<std::monostate, std::string, std::int64_t, Money, Date>;

struct Workbook {
  std::string sheet;  ///< name of the sheet: cut to 31 characters, signs []:*?/\ left out
  std::vector<std::string> above;  ///< lines over the table: institution, title, filter
  std::vector<WorkbookColumn> columns;
  /// Fills `row` with the next row and returns true, or returns false after the last one. The same
  /// object comes back each time. Called from the calling thread.
  std::function<bool(std::vector<WorkbookCell>& row)> rows;
  Date made_on;         ///< in the properties of the file; the same table gives the same rows
  std::string program;  ///< "Metodica 0.1.0", in the properties
};

}  // namespace metodica
