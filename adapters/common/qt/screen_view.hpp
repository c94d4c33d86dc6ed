/// ScreenView: one screen (host-api/schema/screen.json) as native widgets.
#pragma once

#include <QLineEdit>
#include <QScrollArea>

#include "qt/drawing.hpp"

namespace metodica::qt {

class ScreenView final : public QScrollArea {
 public:
  /// Draws at once. `screen` may be hostile: texts are shown as they are, unknown blocks are drawn
  /// by their `else`. `actor` and `words` must live longer. [GUI thread]
  ScreenView(const QJsonObject& screen, Actor& actor, const Words& words, QWidget* parent);

  /// Puts the keyboard where the work goes on: the scanner, else the first wrong field, else the
  /// widget with this object name, else the first field.
  void take_focus(const QString& wanted);

  /// The input of the scanner; nullptr when the screen has none.
  [[nodiscard]] QLineEdit* scanner() const { return scanner_; }

 private:
  void draw_summary(const Drawing& d, QVBoxLayout* into);

  QLineEdit* scanner_ = nullptr;
  QWidget* first_ = nullptr;
  bool has_wrong_ = false;
};

}  // namespace metodica::qt
