#include "qt/flow_layout.hpp"

#include <QWidget>
#include <algorithm>

namespace metodica::qt {
namespace {

// Hundreds of buttons in one line would make the window as wide as a street.
constexpr int widest_hint = 720;

bool is_hidden(const QLayoutItem* item) {
  return item->isEmpty();
}

}  // namespace

FlowLayout::FlowLayout(QWidget* parent) : QLayout(parent) {
  setContentsMargins(0, 0, 0, 0);
}

FlowLayout::~FlowLayout() {
  qDeleteAll(items_);
}

void FlowLayout::addItem(QLayoutItem* item) {
  items_.append(item);
}

int FlowLayout::count() const {
  return static_cast<int>(items_.size());
}

QLayoutItem* FlowLayout::itemAt(int index) const {
  return index >= 0 && index < count() ? items_.at(index) : nullptr;
}

QLayoutItem* FlowLayout::takeAt(int index) {
  return index >= 0 && index < count() ? items_.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const {
  return arrange(QRect(0, 0, width, 0), false);
}

QSize FlowLayout::minimumSize() const {
  QSize size;
  for (const QLayoutItem* item : items_) {
    size = size.expandedTo(item->minimumSize());
  }
  return size;
}

QSize FlowLayout::sizeHint() const {
  int width = 0;
  for (const QLayoutItem* item : items_) {
    width += is_hidden(item) ? 0 : item->sizeHint().width() + spacing();
  }
  width = std::min(width, widest_hint);
  return {width, heightForWidth(width)};
}

void FlowLayout::setGeometry(const QRect& rect) {
  QLayout::setGeometry(rect);
  arrange(rect, true);
}

int FlowLayout::arrange(const QRect& rect, bool place) const {
  const int gap = std::max(spacing(), 6);
  int x = rect.x();
  int y = rect.y();
  int line_height = 0;
  for (QLayoutItem* item : items_) {
    if (is_hidden(item)) {
      continue;
    }
    const QSize size = item->sizeHint().boundedTo(QSize(std::max(rect.width(), 1), 1 << 20));
    if (x + size.width() > rect.right() + 1 && line_height > 0) {
      x = rect.x();
      y += line_height + gap;
      line_height = 0;
    }
    if (place) {
      item->setGeometry(QRect(QPoint(x, y), size));
    }
    x += size.width() + gap;
    line_height = std::max(line_height, size.height());
  }
  return y + line_height - rect.y();
}

}  // namespace metodica::qt
