/// Registers: one table over many pages, with carried-forward lines (domain note on registers,
/// 2.2, 2.5, 3.2).
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <variant>
#include <vector>

#include "documents/paper.hpp"
#include "text/money.hpp"

namespace metodica {

/// A cell: empty, ready text, a count, or an amount. Counts and amounts are worded by the engine
/// in the number style of the paper's language.
using PaperCell = std::variant<std::monostate, std::string, std::int64_t, Money>;

/// What a column holds. `count` (std::int64_t cells) and `money` (Money cells) columns are right
/// aligned, never wrapped, and added up in the carried-forward and total lines.
enum class Numeric { none = 1, count, money };

/// How a zero is printed in the columns of numbers.
enum class ZeroStyle { digit = 1, dash, blank };

/// Which leaf of two facing pages shows the column; ignored when RegisterPaper::facing is false.
enum class Leaf { left = 1, right, both };

struct TableColumn {
  std::vector<std::string> title;  ///< lines; long ones are wrapped further
  double width_mm = 0;             ///< 0: the width comes from `weight`
  double weight = 1;               ///< share of the width that the fixed columns leave
  Align align = Align::left;       ///< for text; numbers stand right
  Numeric numeric = Numeric::none;
  bool rotated = false;  ///< heading turned a quarter, for narrow columns
  std::string group;     ///< equal neighbours share one spanning heading
  bool summed = true;    ///< false: a number that is not added up (a year, an order number)
  Leaf leaf = Leaf::left;
};

enum class RowKind {
  entry = 1,  ///< a line of the register; its numbers are added up
  section,    ///< bold, first non-empty cell over the whole width, not added up
  bold,       ///< bold cells, not added up: a total computed by the caller
};

struct TableRow {
  RowKind kind = RowKind::entry;
  std::vector<PaperCell> cells;  ///< as many as columns; missing ones at the end are empty
};

/// Fills `row` with the next row and returns true, or returns false after the last one. The same
/// object comes back each time, so that its memory is used again. Called from the calling thread.
using RowSource = std::function<bool(TableRow& row)>;

struct RegisterPaper {
  Paper paper;
  std::vector<TableColumn> columns;
  RowSource rows;

  bool facing = false;          ///< two facing pages share one line (RMF on A4)
  bool number_columns = true;   ///< a line 1, 2, 3 ... under the headings, as on the printed forms
  bool carried_forward = true;  ///< "De reportat" at the foot, "Report" at the next head
  bool total = true;            ///< "Total" after the last row
  ZeroStyle zero = ZeroStyle::digit;
  double font_pt = 8;  ///< 6 to 12

  /// Sums brought in from the volume before, one cell per column; empty: the register starts here.
  std::vector<PaperCell> brought_in;

  std::vector<std::string> closing;        ///< statement of closing, paragraphs after the table
  std::string last_hash;                   ///< ready line: "Amprenta ultimului rând: 3f9a ..."
  std::vector<Signature> signatures;       ///< after the statement
  std::vector<Signature> page_signatures;  ///< at the foot of every page (OMFP 2861/2009 pt. 33)
};

}  // namespace metodica
