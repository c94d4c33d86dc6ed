/// Writes CSV that spreadsheets and our own reader take back unchanged.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodica {

struct CsvStyle {
  char delimiter = ';';         ///< what a Romanian spreadsheet expects
  bool byte_order_mark = true;  ///< without it spreadsheets on Windows take UTF-8 for windows-1250
  /// Writes an apostrophe before a cell that begins with = + - @, which a spreadsheet would
  /// compute. Off by default: with it the text does not come back exactly.
  bool disarm_formulas = false;
};

/// Builds rows into a string that the caller takes when it pleases.
class CsvWriter {
 public:
  explicit CsvWriter(const CsvStyle& style = {}) : style_(style) {}

  void row(const std::vector<std::string_view>& cells);
  void row(const std::vector<std::string>& cells);
  /// What was written since the last call; the first piece begins with the mark, if any.
  [[nodiscard]] std::string take();

 private:
  void cell(std::string_view text);

  CsvStyle style_;
  std::string out_;
  bool begun_ = false;
};

}  // namespace metodica
