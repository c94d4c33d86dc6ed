/// Minutes, notes and statements: blocks that follow each other down the page.
/// Minimum content: OMFP 2634/2015 annex 1 pt. 2, OMFP 2861/2009 pt. 42 (domain note on registers,
/// 4.7, 5.3, 6).
#pragma once

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "documents/drawing.hpp"
#include "documents/register_table.hpp"

namespace metodica {

struct Heading {
  std::string text;
  int level = 1;  ///< 1 or 2
};

struct Paragraph {
  std::string text;  ///< a line feed starts a new line
  Align align = Align::left;
  bool bold = false;
  double indent_mm = 0;
  double larger = 0;  ///< points more than the paper's font
};

/// "Decizia nr.   12 / 03.02.2026", keys in one column, values in another.
struct KeyValues {
  std::vector<std::pair<std::string, std::string>> lines;
};

/// A table with wrapped cells; headings repeat on each page, rows are not split.
struct FlowTable {
  std::string caption;
  std::vector<TableColumn> columns;  ///< `leaf` is ignored
  std::vector<TableRow> rows;
  bool total = false;  ///< a "Total" line of the summed columns
  ZeroStyle zero = ZeroStyle::digit;
  double font_pt = 8.5;
};

/// Places for signatures, up to three side by side; kept on one page.
struct Signatures {
  std::string heading;  ///< "Comisia", "" for none
  std::vector<Signature> places;
};

/// "Anexe: 1. Lista ... (3 pagini)".
struct Annexes {
  std::string heading;
  std::vector<std::string> items;
};

/// The box of the person who approves, at the right of the page: words, role, name, date,
/// signature.
struct Approval {
  std::string heading;  ///< "APROBAT"
  Signature by;
  Date date;  ///< none(): a blank for the date
};

/// A QR code at the left with small lines beside it; kept on one page. The value is printable ASCII.
struct SquareCode {
  std::string value;
  std::vector<std::string> lines;  ///< the first one is bold
  double side_mm = 38;             ///< of the square with its white border
};

struct PageBreak {};

using Block = std::variant<Heading, Paragraph, KeyValues, FlowTable, Signatures, Annexes, Approval,
                           SquareCode, PageBreak, Drawing>;

struct FlowPaper {
  Paper paper;
  std::vector<Block> blocks;
  double font_pt = 10;  ///< 8 to 14
};

}  // namespace metodica
