#include "documents/table_pen.hpp"

#include <algorithm>

namespace metodica::documents {
namespace {

constexpr double thin = 0.25;
constexpr double strong = 0.6;
constexpr double soft_grey = 0.45;
constexpr double shade = 0.93;

}  // namespace

TablePen::TablePen(Canvas& canvas, const TableLayout& layout, double left, double top,
                   std::size_t leaf)
    : canvas_(canvas),
      layout_(layout),
      boxes_(layout.leaf(leaf)),
      left_(left),
      top_(top),
      y_(top),
      rules_from_(top) {}

void TablePen::restart(double top) {
  top_ = top;
  y_ = top;
  rules_from_ = top;
}

void TablePen::header() {
  const double height = layout_.header_height();
  canvas_.fill(left_, y_, layout_.width(), height, shade);
  draw_groups();
  for (const ColumnBox& box : boxes_) {
    const bool grouped = !layout_.columns()[box.column].group.empty();
    draw_title(box, grouped ? y_ + layout_.group_height() : y_);
    const double x = left_ + box.x + box.width;
    // Inside a group the rule between columns starts below the group's heading.
    const std::size_t next = static_cast<std::size_t>(&box - boxes_.data()) + 1;
    const bool inside =
        grouped && next < boxes_.size() &&
        layout_.columns()[boxes_[next].column].group == layout_.columns()[box.column].group;
    if (next < boxes_.size()) {
      add_rule(x, inside ? y_ + layout_.group_height() : y_, x, y_ + height);
    }
  }
  if (layout_.numbered()) {
    const double top = y_ + height - layout_.number_height();
    add_rule(left_, top, left_ + layout_.width(), top);
    for (const ColumnBox& box : boxes_) {
      canvas_.text(left_ + box.x, box.width, top + 0.5 + layout_.number_style().ascent(),
                   std::to_string(box.column + 1), layout_.number_style(), Align::centre);
    }
  }
  y_ += height;
  rules_from_ = y_;
  strong_.push_back({left_, y_, left_ + layout_.width(), y_});
}

void TablePen::draw_groups() {
  const TextStyle look = layout_.group_style();
  for (std::size_t i = 0; i < boxes_.size();) {
    const std::string& group = layout_.columns()[boxes_[i].column].group;
    const double x = left_ + boxes_[i].x;
    double wide = 0;
    for (; i < boxes_.size() && layout_.columns()[boxes_[i].column].group == group; ++i) {
      wide += boxes_[i].width;
    }
    if (group.empty()) continue;
    const auto lines = canvas_.typesetter().wrap(group, look, wide - 4);
    double y =
        y_ + (layout_.group_height() - static_cast<double>(lines.size()) * look.line_height()) / 2;
    for (const std::string& line : lines) {
      canvas_.text(x, wide, y + look.ascent(), line, look, Align::centre);
      y += look.line_height();
    }
    const double under = y_ + layout_.group_height();
    add_rule(x, under, x + wide, under);
  }
}

void TablePen::draw_title(const ColumnBox& box, double top) {
  const TableColumn& column = layout_.columns()[box.column];
  const auto& lines = layout_.title(box.column);
  const TextStyle look = column.rotated ? layout_.rotated_style() : layout_.title_style();
  const double bottom = y_ + layout_.group_height() + layout_.title_height();
  const double block = static_cast<double>(lines.size()) * look.line_height();
  if (column.rotated) {
    double x = left_ + box.x + (box.width - block) / 2;
    for (const std::string& line : lines) {
      canvas_.text_upwards(x + look.ascent(), bottom - 4, line, look);
      x += look.line_height();
    }
    return;
  }
  double y = top + (bottom - top - block) / 2;
  for (const std::string& line : lines) {
    canvas_.text(left_ + box.x + box.pad, box.text_width(), y + look.ascent(), line, look,
                 Align::centre);
    y += look.line_height();
  }
}

void TablePen::draw_cell(const ColumnBox& box, std::string_view lines, bool bold) {
  const TableColumn& column = layout_.columns()[box.column];
  const TextStyle look = layout_.style(bold);
  const Align align = column.numeric == Numeric::none ? column.align : Align::right;
  double baseline = y_ + layout_.row_padding() + look.ascent();
  while (!lines.empty()) {
    const std::size_t end = std::min(lines.find('\n'), lines.size());
    canvas_.text(left_ + box.x + box.pad, box.text_width(), baseline, lines.substr(0, end), look,
                 align);
    lines.remove_prefix(std::min(end + 1, lines.size()));
    baseline += look.line_height();
  }
}

void TablePen::row(const RowView& row) {
  if (row.kind == RowKind::section) {
    draw_section(row);
    return;
  }
  for (const ColumnBox& box : boxes_)
    draw_cell(box, row.cells[box.column], row.kind == RowKind::bold);
  y_ += row.height;
  add_rule(left_, y_, left_ + layout_.width(), y_);
}

void TablePen::draw_section(const RowView& row) {
  close_columns();
  canvas_.fill(left_, y_, layout_.width(), row.height, shade);
  const auto text = std::find_if(row.cells.begin(), row.cells.end(),
                                 [](std::string_view cell) { return !cell.empty(); });
  if (text != row.cells.end()) {
    const TextStyle look = layout_.style(true);
    canvas_.text(left_ + 3, layout_.width() - 6, y_ + layout_.row_padding() + look.ascent(), *text,
                 look);
  }
  y_ += row.height;
  rules_from_ = y_;
  add_rule(left_, y_, left_ + layout_.width(), y_);
}

void TablePen::sums(const std::string& label, const Sums& sums) {
  close_columns();
  const double height = layout_.sum_height();
  const TextStyle look = layout_.style(true);
  const double baseline = y_ + layout_.row_padding() + 0.5 + look.ascent();
  strong_.push_back({left_, y_, left_ + layout_.width(), y_});
  double label_width = 0;
  bool labelled = false;
  for (const ColumnBox& box : boxes_) {
    const TableColumn& column = layout_.columns()[box.column];
    const bool summed = column.numeric != Numeric::none && column.summed;
    if (!summed && !labelled) {
      label_width = box.x + box.width;
      continue;
    }
    labelled = true;
    add_rule(left_ + box.x, y_, left_ + box.x, y_ + height);
    if (summed) {
      canvas_.text(left_ + box.x + box.pad, box.text_width(), baseline,
                   layout_.sum_text(box.column, sums), look, Align::right);
    }
  }
  if (label_width > 0)
    canvas_.text(left_ + 3, label_width - 6, baseline, label, look, Align::right);
  y_ += height;
  rules_from_ = y_;
  strong_.push_back({left_, y_, left_ + layout_.width(), y_});
}

void TablePen::add_rule(double x1, double y1, double x2, double y2) {
  grid_.push_back({x1, y1, x2, y2});
}

void TablePen::close_columns() {
  if (y_ <= rules_from_) return;
  for (std::size_t i = 1; i < boxes_.size(); ++i) {
    const double x = left_ + boxes_[i].x;
    add_rule(x, rules_from_, x, y_);
  }
  rules_from_ = y_;
}

double TablePen::end() {
  close_columns();
  canvas_.rules(grid_, thin, soft_grey);
  grid_.clear();
  canvas_.rules(strong_, strong, 0);
  strong_.clear();
  canvas_.frame(left_, top_, layout_.width(), y_ - top_, strong);
  return y_;
}

}  // namespace metodica::documents
