/// Bars and lines over years, drawn from exact numbers. Lengths on the page are the only place
/// where a number is not exact.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/analysis/drawing_pen.hpp"
#include "modules/coordination/analysis/exact_rules.hpp"

namespace metodica::coordination {

struct ChartBar {
  std::string label;
  std::optional<Decimal> value;  ///< nothing: no bar, `shown` says why
  std::string shown;             ///< "1,26"
  bool strong = false;           ///< the one that the page is about
};

/// Bars from left to right, one below the other, each with its number. `mark`, when given, is a
/// line across all of them (a median, a norm), with its words.
struct BarChart {
  std::string title;
  std::vector<ChartBar> bars;
  std::optional<Decimal> mark;
  std::string mark_label;
  std::string alternative;
};
[[nodiscard]] Drawing drawn(const BarChart& chart);

struct ChartLine {
  std::string label;
  std::vector<std::optional<Decimal>> values;  ///< one a year; a gap stays a gap
  Colour colour = ink::main;
  bool dashed = false;
};

/// Lines over years, from zero.
struct TrendChart {
  std::string title;
  std::vector<std::int64_t> years;
  std::vector<ChartLine> lines;
  std::string lang;
  std::string alternative;
};
[[nodiscard]] Drawing drawn(const TrendChart& chart);

/// A round number that is not below `e4`, and whose quarter is round enough for an axis: 1, 2, 4 or
/// 8 times a power of ten.
[[nodiscard]] std::int64_t axis_end(std::int64_t e4);

}  // namespace metodica::coordination
