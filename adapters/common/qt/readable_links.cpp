#include "qt/readable_links.hpp"

#include <QPalette>
#include <QWidget>
#include <algorithm>
#include <cmath>

namespace metodica::qt {
namespace {

constexpr double enough = 4.5;
constexpr int steps = 10;

double linear(double part) {
  return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& colour) {
  return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) +
         0.0722 * linear(colour.blueF());
}

QColor mixed(const QColor& one, const QColor& other, int step) {
  const auto part = [step](int from, int to) { return from + (to - from) * step / steps; };
  return {part(one.red(), other.red()), part(one.green(), other.green()),
          part(one.blue(), other.blue())};
}

}  // namespace

double contrast(const QColor& one, const QColor& other) {
  const double first = luminance(one) + 0.05;
  const double second = luminance(other) + 0.05;
  return std::max(first, second) / std::min(first, second);
}

void make_links_readable(QWidget& page) {
  QPalette palette = page.palette();
  const QColor link = palette.color(QPalette::Link);
  const QColor text = palette.color(QPalette::Text);
  for (int step = 0; step <= steps; ++step) {
    const QColor tried = mixed(link, text, step);
    const bool readable = contrast(tried, palette.color(QPalette::Base)) >= enough &&
                          contrast(tried, palette.color(QPalette::Window)) >= enough;
    if (!readable && step < steps)
      continue;
    if (step > 0) {
      palette.setColor(QPalette::Link, tried);
      page.setPalette(palette);
    }
    return;
  }
}

}  // namespace metodica::qt
