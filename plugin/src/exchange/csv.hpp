/// CSV as libraries have it: written by a spreadsheet, with `;` or `,` or tabs, UTF-8 or
/// windows-1250, columns in any order under names that differ from house to house.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/byte_source.hpp"
#include "exchange/charset.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// What a column holds, for the detection of what spreadsheets do to it.
enum class CsvKind {
  text = 1,
  code,  ///< barcode, inventory number, ISBN: never a date, never 2,00E+12
  date,
  money
};

/// A column that the caller wants. Names are compared by folded(): case, marks and punctuation do
/// not matter ("Nr. inventar" is "nr inventar").
struct CsvColumn {
  std::string name;                  ///< the caller's own name, used in CsvRow::cell and problems
  std::vector<std::string> aliases;  ///< headers that mean it, besides `name`
  CsvKind kind = CsvKind::text;
  bool required = false;  ///< the file must have the column
};

struct CsvRow {
  std::uint64_t number =
      0;                   ///< row of the table from 1, the header row counted, as in a spreadsheet
  std::uint64_t line = 0;  ///< line of the file on which the row begins, from 1
  std::vector<std::string> cells;  ///< one a wanted column, in the caller's order; tidy
  /// Why the row cannot be taken over; empty when it can. `field` is the column's name. Messages:
  /// "exchange.csv_scientific" {row, column, text}, "exchange.csv_date_in_code" {row, column,
  /// text}, "exchange.csv_cell_count" {row, found, expected}, "exchange.csv_quote_open" {row}.
  std::vector<Problem> problems;
};

/// Reads a table row by row. [one thread at a time]
class CsvReader {
 public:
  /// Errors, METODICA_INVALID: the "exchange.not_csv.*" of files that are no text,
  /// "exchange.csv_empty", "exchange.csv_column_missing" {column, found},
  /// "exchange.csv_column_twice" {column}.
  static Result<CsvReader> open(ByteSource source, std::vector<CsvColumn> columns);

  CsvReader(CsvReader&&) noexcept;
  CsvReader& operator=(CsvReader&&) noexcept;
  ~CsvReader();

  /// The next row that is not blank; false at the end. `row` keeps its room.
  bool next(CsvRow& row);

  [[nodiscard]] char delimiter() const;
  /// utf8 as long as every row was; windows1250 from the first row on that was not.
  [[nodiscard]] Charset charset() const;
  /// Headers that no wanted column claimed, as the file has them.
  [[nodiscard]] const std::vector<std::string>& unknown_headers() const;
  /// Whether the file has this wanted column.
  [[nodiscard]] bool has(std::string_view column) const;

 private:
  struct State;
  explicit CsvReader(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace metodica
