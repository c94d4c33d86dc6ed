#include "modules/coordination/analysis/charts.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

constexpr double chart_width = 640;
constexpr double title_height = 26;
constexpr double bar_step = 21;
constexpr double bar_height = 14;
constexpr double label_width = 190;
constexpr double number_width = 90;
constexpr double bar_room = chart_width - label_width - number_width;
constexpr double trend_height = 230;

double share(const Decimal& value, std::int64_t most_e4) {
  return most_e4 <= 0 ? 0 : static_cast<double>(to_e4(value)) / static_cast<double>(most_e4);
}

std::int64_t most_of(const BarChart& chart) {
  std::int64_t most = chart.mark ? to_e4(*chart.mark) : 0;
  for (const ChartBar& bar : chart.bars)
    most = bar.value ? std::max(most, to_e4(*bar.value)) : most;
  return most;
}

void draw_bar(DrawingPen& pen, const ChartBar& bar, double y, std::int64_t most) {
  pen.words(label_width - 8, y + 11, fitted(bar.label, 11, label_width - 10),
            {11, ink::text, bar.strong, Align::right});
  double end = label_width;
  if (bar.value) {
    const double length = std::max(1.0, bar_room * share(*bar.value, most));
    pen.box(label_width, y, length, bar_height, bar.strong ? ink::main : ink::soft);
    end += length;
  }
  pen.words(end + 5, y + 11, bar.shown, {11, bar.value ? ink::text : ink::quiet, bar.strong});
}

struct Plane {
  double left = 62, top = title_height + 4, right = chart_width - 14, bottom = trend_height - 46;
  std::int64_t most = 0;
  std::size_t years = 0;

  [[nodiscard]] double x(std::size_t year) const {
    const double steps = years > 1 ? static_cast<double>(years - 1) : 1;
    return left + 14 + (right - left - 28) * static_cast<double>(year) / steps;
  }
  [[nodiscard]] double y(const Decimal& value) const {
    return bottom - (bottom - top) * share(value, most);
  }
};

void draw_axes(DrawingPen& pen, const TrendChart& chart, const Plane& plane) {
  constexpr int steps = 4;
  constexpr std::int64_t whole = 10'000;
  for (int i = 0; i <= steps; ++i) {
    const std::int64_t e4 = plane.most * i / steps;
    const int places = plane.most >= steps * whole ? 0 : plane.most >= whole / 10 ? 2 : 4;
    const double y = plane.bottom - (plane.bottom - plane.top) * i / steps;
    pen.line({{plane.left, y}, {plane.right, y}}, i == 0 ? ink::quiet : ink::grid,
             i == 0 ? 1 : 0.7);
    pen.words(plane.left - 6, y + 4, shown_decimal(from_e4(e4, places), chart.lang),
              {10, ink::quiet, false, Align::right});
  }
  for (std::size_t i = 0; i < chart.years.size(); ++i) {
    pen.words(plane.x(i), plane.bottom + 15, std::to_string(chart.years[i]),
              {10, ink::quiet, false, Align::centre});
  }
}

void draw_trend(DrawingPen& pen, const ChartLine& line, const Plane& plane) {
  std::vector<std::pair<double, double>> run;
  const auto finish = [&] {
    if (run.size() > 1)
      pen.line(run, line.colour, line.dashed ? 1.6 : 2.2, line.dashed);
    run.clear();
  };
  for (std::size_t i = 0; i < line.values.size(); ++i) {
    if (!line.values[i]) {
      finish();
      continue;
    }
    const double x = plane.x(i);
    const double y = plane.y(*line.values[i]);
    run.emplace_back(x, y);
    pen.box(x - 2.5, y - 2.5, 5, 5, line.colour);
  }
  finish();
}

void draw_legend(DrawingPen& pen, const TrendChart& chart, double y) {
  double x = 62;
  for (const ChartLine& line : chart.lines) {
    pen.line({{x, y - 4}, {x + 22, y - 4}}, line.colour, 2.2, line.dashed);
    pen.words(x + 27, y, line.label, {10.5, ink::text});
    x += 27 + rough_width(line.label, 10.5) + 20;
  }
}

}  // namespace

std::int64_t axis_end(std::int64_t e4) {
  std::int64_t power = 1;
  constexpr std::int64_t ten = 10;
  constexpr std::int64_t limit = 100'000'000'000'000'000;
  while (power < limit) {
    for (const std::int64_t times : {1, 2, 4, 8}) {
      if (power * times >= e4)
        return power * times;
    }
    power *= ten;
  }
  return e4;
}

Drawing drawn(const BarChart& chart) {
  const double height =
      title_height + bar_step * static_cast<double>(chart.bars.size()) + (chart.mark ? 24 : 8);
  DrawingPen pen(chart_width, height, chart.alternative);
  pen.words(0, 15, chart.title, {12.5, ink::text, true});
  const std::int64_t most = most_of(chart);
  double y = title_height;
  for (const ChartBar& bar : chart.bars) {
    draw_bar(pen, bar, y, most);
    y += bar_step;
  }
  if (chart.mark) {
    const double x = label_width + bar_room * share(*chart.mark, most);
    pen.line({{x, title_height - 4}, {x, y}}, ink::second, 1.4, true);
    const bool left = x > chart_width / 2;
    pen.words(left ? x + 4 : x - 4, y + 13, chart.mark_label,
              {10.5, ink::second, false, left ? Align::right : Align::left});
  }
  return pen.take();
}

Drawing drawn(const TrendChart& chart) {
  DrawingPen pen(chart_width, trend_height, chart.alternative);
  pen.words(0, 15, chart.title, {12.5, ink::text, true});
  Plane plane;
  plane.years = chart.years.size();
  for (const ChartLine& line : chart.lines) {
    for (const auto& value : line.values)
      plane.most = value ? std::max(plane.most, to_e4(*value)) : plane.most;
  }
  plane.most = axis_end(std::max<std::int64_t>(plane.most, 1));
  draw_axes(pen, chart, plane);
  for (const ChartLine& line : chart.lines)
    draw_trend(pen, line, plane);
  draw_legend(pen, chart, trend_height - 10);
  return pen.take();
}

}  // namespace metodica::coordination
