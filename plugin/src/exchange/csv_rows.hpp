/// Rows and cells of CSV, before anything is known of columns.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/byte_source.hpp"

namespace metodica {

/// The delimiter that a header line has most of, outside quotes: `;`, tab or `,`. Romanian
/// spreadsheets write `;`, so it wins a draw.
[[nodiscard]] char guess_delimiter(std::string_view header);

/// Splits one row. A quote opens only at the start of a cell, so that 12" stays what it is; inside
/// a quoted cell two quotes are one.
void split_cells(std::string_view row, char delimiter, std::vector<std::string>& cells);

struct RawCsvRow {
  std::string_view bytes;   ///< without the line end; valid until the next read
  std::uint64_t line = 0;   ///< on which it begins, from 1
  bool quote_open = false;  ///< a quote never closes: only the first line was taken
};

/// Cuts a source into rows; line ends inside quotes do not end a row. Takes CR LF, LF and CR.
class CsvRows {
 public:
  explicit CsvRows(ByteSource source) : window_(std::move(source)) {}

  /// What the file begins with, at most 4 KiB, without the byte order mark.
  std::string_view head();
  void set_delimiter(char delimiter) { delimiter_ = delimiter; }
  [[nodiscard]] char delimiter() const { return delimiter_; }
  bool next(RawCsvRow& row);
  [[nodiscard]] bool failed() const { return window_.failed(); }

 private:
  std::size_t end_of_row(bool& quote_open);

  ByteWindow window_;
  char delimiter_ = ';';
  std::size_t drop_ = 0;
  std::uint64_t line_ = 1;
};

}  // namespace metodica
