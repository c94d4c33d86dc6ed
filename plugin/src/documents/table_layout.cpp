#include "documents/table_layout.hpp"

#include <algorithm>
#include <array>

#include "text/numbers.hpp"
#include "text/unicode.hpp"

namespace metodica::documents {
namespace {

constexpr double least_column = mm(3);
constexpr double title_padding = 2;

bool on_leaf(const TableColumn& column, Leaf side) {
  return column.leaf == side || column.leaf == Leaf::both;
}

bool is_summed(const TableColumn& column) {
  return column.numeric != Numeric::none && column.summed;
}

}  // namespace

Result<TableLayout> TableLayout::make(const TableSpec& spec, const Messages& words,
                                      Typesetter& typesetter) {
  if (spec.columns->empty()) return invalid("documents.no_columns");
  TableLayout layout(spec, words, typesetter);
  layout.text_widths_.assign(spec.columns->size(), 1e6);
  METODICA_CHECK(layout.place_columns(Leaf::left));
  if (spec.facing) METODICA_CHECK(layout.place_columns(Leaf::right));
  layout.measure_groups();
  layout.wrap_titles();
  return layout;
}

Result<void> TableLayout::place_columns(Leaf side) {
  double fixed = 0;
  double weights = 0;
  std::vector<ColumnBox> boxes;
  for (std::size_t i = 0; i < columns().size(); ++i) {
    const TableColumn& column = columns()[i];
    if (spec_.facing && !on_leaf(column, side)) continue;
    fixed += mm(column.width_mm);
    if (column.width_mm <= 0) weights += column.weight;
    boxes.push_back({i, 0, 0, 2});
  }
  const double free = spec_.width - fixed;
  // Only fixed columns: they are stretched or shrunk a little to fill the width.
  const double stretch = weights <= 0 && fixed > 0 ? spec_.width / fixed : 1;
  if (stretch < 0.8 || (weights > 0 && free < 0)) return invalid("documents.no_room");
  double x = 0;
  for (ColumnBox& box : boxes) {
    const TableColumn& column = columns()[box.column];
    box.x = x;
    box.width =
        column.width_mm > 0 ? mm(column.width_mm) * stretch : free * column.weight / weights;
    if (box.width < least_column) return invalid("documents.no_room");
    box.pad = box.width < mm(9) ? 1 : 2;
    x += box.width;
    text_widths_[box.column] = std::min(text_widths_[box.column], box.text_width());
  }
  leaves_.push_back(std::move(boxes));
  return {};
}

TextStyle TableLayout::style(bool bold) const {
  return {spec_.font_pt, bold ? Face::bold : Face::regular, 0.9};
}

TextStyle TableLayout::title_style() const {
  return {spec_.font_pt - 0.75, Face::bold, 0.88};
}

TextStyle TableLayout::rotated_style() const {
  return {spec_.font_pt - 0.75, Face::regular, 0.9};
}

TextStyle TableLayout::group_style() const {
  return {spec_.font_pt - 0.5, Face::bold, 0.9};
}

TextStyle TableLayout::number_style() const {
  return {spec_.font_pt - 2, Face::regular, 0.9};
}

double TableLayout::number_height() const {
  return spec_.number_columns ? number_style().line_height() + 1.5 : 0;
}

double TableLayout::header_height() const {
  return group_height_ + title_height_ + number_height();
}

double TableLayout::sum_height() const {
  return style().line_height() + 2 * row_padding() + 1;
}

void TableLayout::measure_groups() {
  for (const auto& boxes : leaves_) {
    for (std::size_t i = 0; i < boxes.size();) {
      const std::string& group = columns()[boxes[i].column].group;
      double wide = 0;
      std::size_t next = i;
      for (; next < boxes.size() && columns()[boxes[next].column].group == group; ++next) {
        wide += boxes[next].width;
      }
      i = next;
      if (group.empty()) continue;
      const auto lines = typesetter_.wrap(group, group_style(), wide - 4);
      group_height_ =
          std::max(group_height_, static_cast<double>(lines.size()) * group_style().line_height() +
                                      2 * title_padding);
    }
  }
}

void TableLayout::wrap_titles() {
  titles_.resize(columns().size());
  for (const auto& boxes : leaves_) {
    for (const ColumnBox& box : boxes) {
      const double above = columns()[box.column].group.empty() ? group_height_ : 0;
      title_height_ = std::max(title_height_, title_need(box) - above);
    }
  }
}

double TableLayout::title_need(const ColumnBox& box) {
  const TableColumn& column = columns()[box.column];
  const TextStyle look = column.rotated ? rotated_style() : title_style();
  const auto wrapped = [&](double width) {
    std::vector<std::string> lines;
    for (const std::string& line : column.title) {
      for (std::string& part : typesetter_.wrap(line, look, width))
        lines.push_back(std::move(part));
    }
    return lines;
  };
  std::vector<std::string>& lines = titles_[box.column];
  if (!column.rotated) {
    lines = wrapped(box.text_width());
    return static_cast<double>(lines.size()) * look.line_height() + 2 * title_padding;
  }
  // As low as the lines still fit side by side.
  for (const double height : std::array{mm(25), mm(32), mm(40), mm(50), mm(70)}) {
    lines = wrapped(height);
    if (static_cast<double>(lines.size()) * look.line_height() <= box.width - 2) break;
  }
  double longest = 0;
  for (const std::string& line : lines) longest = std::max(longest, typesetter_.width(line, look));
  return longest + 4 * title_padding;
}

bool TableLayout::has_sums() const {
  return std::any_of(columns().begin(), columns().end(), is_summed);
}

bool TableLayout::fits_kind(const PaperCell& cell, const TableColumn& column) const {
  if (column.numeric == Numeric::count) return !std::holds_alternative<Money>(cell);
  if (column.numeric == Numeric::money) return !std::holds_alternative<std::int64_t>(cell);
  return true;
}

std::string TableLayout::worded(const PaperCell& cell) const {
  const auto number = [&](bool zero, std::string text) {
    if (!zero || spec_.zero == ZeroStyle::digit) return text;
    return std::string(spec_.zero == ZeroStyle::dash ? "–" : "");
  };
  if (const auto* count = std::get_if<std::int64_t>(&cell)) {
    return number(*count == 0, shown_integer(*count, words_.lang()));
  }
  if (const auto* money = std::get_if<Money>(&cell)) {
    return number(*money == Money::zero(), money->shown(words_.lang()));
  }
  if (const auto* text = std::get_if<std::string>(&cell)) return *text;
  return {};
}

Result<void> TableLayout::wrap(const TableRow& row, std::size_t number, WrappedRow& into) const {
  const auto fault = [&](const char* message, std::size_t column) {
    return invalid(message, {{"row", static_cast<std::int64_t>(number)},
                             {"column", static_cast<std::int64_t>(column + 1)}});
  };
  const TextStyle look = style(row.kind != RowKind::entry);
  std::size_t most = 1;
  into.kind = row.kind;
  into.cells.resize(columns().size());
  for (std::size_t i = 0; i < columns().size(); ++i) {
    std::string& text = into.cells[i];
    text.clear();
    if (i >= row.cells.size()) continue;
    if (!fits_kind(row.cells[i], columns()[i])) return fault("documents.cell_kind", i);
    text = worded(row.cells[i]);
    if (!is_utf8(text)) return fault("documents.not_utf8", i);
    if (row.kind == RowKind::section || columns()[i].numeric != Numeric::none || text.empty())
      continue;
    const auto lines = typesetter_.wrap(text, look, text_widths_[i]);
    most = std::max(most, lines.size());
    text.clear();
    for (const std::string& line : lines) {
      if (&line != &lines.front()) text += '\n';
      text += line;
    }
  }
  into.height = static_cast<double>(most) * look.line_height() + 2 * row_padding();
  return {};
}

void TableLayout::add(const TableRow& row, Sums& sums) const {
  sums.resize(columns().size());
  if (row.kind != RowKind::entry) return;
  for (std::size_t i = 0; i < std::min(row.cells.size(), columns().size()); ++i) {
    if (!is_summed(columns()[i])) continue;
    if (const auto* count = std::get_if<std::int64_t>(&row.cells[i])) sums[i] += *count;
    if (const auto* money = std::get_if<Money>(&row.cells[i])) sums[i] += money->e4();
  }
}

std::string TableLayout::sum_text(std::size_t column, const Sums& sums) const {
  if (!is_summed(columns()[column])) return {};
  if (columns()[column].numeric == Numeric::money) return worded(Money::from_e4(sums[column]));
  return worded(sums[column]);
}

}  // namespace metodica::documents
