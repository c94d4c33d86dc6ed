/// Draws one table on one page, from the heading down.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "documents/canvas.hpp"
#include "documents/table_layout.hpp"

namespace metodica::documents {

class TablePen {
 public:
  /// `leaf` is 0, or 1 for the right one of two facing pages.
  TablePen(Canvas& canvas, const TableLayout& layout, double left, double top,
           std::size_t leaf = 0);

  void header();
  void row(const RowView& row);
  void sums(const std::string& label, const Sums& sums);
  /// Goes on from `top` of a new page.
  void restart(double top);
  /// Closes the rules; returns where the table ends.
  double end();

 private:
  void draw_groups();
  void draw_title(const ColumnBox& box, double top);
  void draw_cell(const ColumnBox& box, std::string_view lines, bool bold);
  void draw_section(const RowView& row);
  void add_rule(double x1, double y1, double x2, double y2);
  void close_columns();

  Canvas& canvas_;
  const TableLayout& layout_;
  const std::vector<ColumnBox>& boxes_;
  double left_;
  double top_;
  double y_;
  double rules_from_;            ///< where the rules between the columns start
  std::vector<Segment> grid_;    ///< thin rules, drawn together at the end
  std::vector<Segment> strong_;  ///< rules under the heading and around sums
};

}  // namespace metodica::documents
