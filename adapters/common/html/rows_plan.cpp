#include "html/rows_plan.hpp"

#include <algorithm>
#include <cmath>

#include "html/fields.hpp"
#include "html/links.hpp"

namespace metodica::html {
namespace {

// Widths in rem. A screen of 1280 px leaves about 65 beside the menu.
constexpr double line_width = 66;
constexpr double wide_text = 14;
constexpr double fixed_text = 9;  // wraps
constexpr double widest_choice = 10;

double width_of_choice(const Json& column) {
  constexpr double letter = 0.55;
  constexpr double arrow = 3;
  std::size_t longest = 0;
  for (const Json& option : column["options"].items()) {
    longest = std::max(longest, plain(option["label"]).size());
  }
  return std::clamp(letter * static_cast<double>(longest) + arrow, 6.0, widest_choice);
}

double width_of_text(const Json& column) {
  constexpr std::int64_t short_text = 40;
  const std::int64_t longest = column["longest"].integer();
  return longest > 0 && longest <= short_text ? 7 : wide_text;
}

double width_of(const Json& column) {
  const std::string_view kind = kind_of(column);
  if (kind == "text" && column["fixed"].boolean()) {
    return fixed_text;
  }
  if (kind == "integer" || kind == "yes_no") {
    return kind == "integer" ? 6 : 5;
  }
  if (kind == "money" || kind == "date") {
    return 8;
  }
  if (kind == "udc" || kind == "shelfmark" || kind == "barcode" || kind == "isbn" ||
      kind == "inventory_number") {
    return 10;
  }
  if (kind == "choice") {
    return width_of_choice(column);
  }
  return kind == "text" ? width_of_text(column) : wide_text;
}

double width_of(const std::vector<const Json*>& columns) {
  double width = 0;
  for (const Json* column : columns) {
    width += width_of(*column);
  }
  return width;
}

// The spans of a line add up to the units, each at least one; the last takes what rounding leaves.
RowLine spread(const std::vector<const Json*>& columns) {
  const double whole = width_of(columns);
  RowLine line;
  double before = 0;
  int taken = 0;
  for (const Json* column : columns) {
    before += width_of(*column);
    const int end = static_cast<int>(std::lround(before / whole * rows_plan_units));
    line.push_back({column, std::max(end - taken, 1)});
    taken += line.back().span;
  }
  return line;
}

}  // namespace

std::vector<RowLine> plan_rows(const Json& field) {
  std::vector<const Json*> columns;
  for (const Json& column : field["columns"].items()) {
    if (kind_of(column) != "hidden") {
      columns.push_back(&column);
    }
  }
  const double whole = width_of(columns);
  const double count = std::ceil(whole / line_width);
  if (count <= 1) {
    RowLine line;
    for (const Json* column : columns) {
      line.push_back({column, 1});
    }
    return {line};
  }
  std::vector<RowLine> lines;
  std::vector<const Json*> now;
  for (const Json* column : columns) {
    const double with = width_of(now) + width_of(*column);
    if (!now.empty() && with > whole / count + wide_text / 2) {
      lines.push_back(spread(now));
      now.clear();
    }
    now.push_back(column);
  }
  lines.push_back(spread(now));
  return lines;
}

}  // namespace metodica::html
