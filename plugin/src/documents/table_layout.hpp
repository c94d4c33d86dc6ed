/// Measures of a table: columns, headings, wrapped rows, sums.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "documents/register_table.hpp"
#include "documents/typesetter.hpp"
#include "text/messages.hpp"

namespace metodica::documents {

/// One sum per column: counts, or 1/10 000 lei; zero for columns that are not added up.
using Sums = std::vector<std::int64_t>;

/// A row ready to be drawn: each cell's lines joined by line feeds.
struct WrappedRow {
  RowKind kind = RowKind::entry;
  double height = 0;
  std::vector<std::string> cells;
};

/// The same without owning the text.
struct RowView {
  RowKind kind = RowKind::entry;
  double height = 0;
  std::vector<std::string_view> cells;
};

/// A column on a leaf; points from the left edge of the table.
struct ColumnBox {
  std::size_t column = 0;
  double x = 0;
  double width = 0;
  double pad = 2;

  [[nodiscard]] double text_width() const { return width - 2 * pad; }
};

struct TableSpec {
  const std::vector<TableColumn>* columns = nullptr;
  double width = 0;  ///< points, of each leaf
  double font_pt = 8;
  ZeroStyle zero = ZeroStyle::digit;
  bool number_columns = false;
  bool facing = false;
};

class TableLayout {
 public:
  /// `spec.columns`, `words` and `typesetter` must outlive the layout. Errors: METODICA_INVALID
  /// "documents.no_columns", "documents.no_room".
  static Result<TableLayout> make(const TableSpec& spec, const Messages& words,
                                  Typesetter& typesetter);

  [[nodiscard]] const std::vector<TableColumn>& columns() const { return *spec_.columns; }
  [[nodiscard]] std::size_t leaves() const { return leaves_.size(); }
  [[nodiscard]] const std::vector<ColumnBox>& leaf(std::size_t number) const {
    return leaves_[number];
  }
  [[nodiscard]] double width() const { return spec_.width; }
  [[nodiscard]] bool numbered() const { return spec_.number_columns; }
  [[nodiscard]] const Messages& words() const { return words_; }

  [[nodiscard]] TextStyle style(bool bold = false) const;
  [[nodiscard]] TextStyle title_style() const;
  [[nodiscard]] TextStyle rotated_style() const;
  [[nodiscard]] TextStyle group_style() const;
  [[nodiscard]] TextStyle number_style() const;
  [[nodiscard]] double group_height() const { return group_height_; }
  [[nodiscard]] double title_height() const { return title_height_; }
  [[nodiscard]] double number_height() const;
  [[nodiscard]] double header_height() const;
  [[nodiscard]] double sum_height() const;
  [[nodiscard]] double row_padding() const { return 1.5; }
  /// Lines of the heading of a column, wrapped to its box.
  [[nodiscard]] const std::vector<std::string>& title(std::size_t column) const {
    return titles_[column];
  }

  [[nodiscard]] bool has_sums() const;
  /// Words a row. `number` is for problems: "documents.cell_kind" {row, column},
  /// "documents.not_utf8" {row, column}.
  Result<void> wrap(const TableRow& row, std::size_t number, WrappedRow& into) const;
  void add(const TableRow& row, Sums& sums) const;
  [[nodiscard]] std::string sum_text(std::size_t column, const Sums& sums) const;

 private:
  TableLayout(const TableSpec& spec, const Messages& words, Typesetter& typesetter)
      : spec_(spec), words_(words), typesetter_(typesetter) {}
  Result<void> place_columns(Leaf side);
  void wrap_titles();
  [[nodiscard]] double title_need(const ColumnBox& box);
  void measure_groups();
  [[nodiscard]] bool fits_kind(const PaperCell& cell, const TableColumn& column) const;
  [[nodiscard]] std::string worded(const PaperCell& cell) const;

  TableSpec spec_;
  const Messages& words_;
  Typesetter& typesetter_;
  std::vector<std::vector<ColumnBox>> leaves_;
  std::vector<double> text_widths_;  ///< per column: the narrower one when both leaves show it
  std::vector<std::vector<std::string>> titles_;
  double group_height_ = 0;
  double title_height_ = 0;
};

}  // namespace metodica::documents
