#include "screen_check.hpp"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QImage>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSet>
#include <QTableView>
#include <QTest>

namespace metodica::qt {
namespace {

constexpr int window_width = 1000;
constexpr int window_height = 900;
constexpr int tallest_picture = 3000;

bool wants_keyboard(const QWidget* widget) {
  const bool input = qobject_cast<const QLineEdit*>(widget) != nullptr ||
                     qobject_cast<const QComboBox*>(widget) != nullptr ||
                     qobject_cast<const QPlainTextEdit*>(widget) != nullptr ||
                     qobject_cast<const QTableView*>(widget) != nullptr ||
                     qobject_cast<const QAbstractButton*>(widget) != nullptr;
  return input && widget->isVisible() && widget->isEnabled() &&
         (widget->focusPolicy() & Qt::TabFocus) != 0;
}

// Of two radio buttons the arrows lead from one to the other.
bool is_second_answer(const QWidget* widget) {
  return qobject_cast<const QRadioButton*>(widget) != nullptr;
}

QString name_of(const QWidget* widget) {
  const auto* button = qobject_cast<const QAbstractButton*>(widget);
  const QString spoken = widget->accessibleName();
  return !spoken.isEmpty() || button == nullptr ? spoken : button->text();
}

QStringList unreached(const QWidget& page) {
  QSet<const QWidget*> seen;
  const QWidget* last = nullptr;
  for (int i = 0; i < 3000; ++i) {
    const QWidget* now = QApplication::focusWidget();
    if (now == nullptr || (seen.contains(now) && now != last)) {
      break;
    }
    seen.insert(now);
    last = now;  // a label with a link keeps the focus for one more Tab
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
  }
  QStringList missed;
  for (const QWidget* widget : page.findChildren<QWidget*>()) {
    if (wants_keyboard(widget) && !seen.contains(widget) && !is_second_answer(widget)) {
      missed << QString(widget->metaObject()->className()) + " " + widget->objectName() + " " +
                    name_of(widget);
    }
  }
  return missed;
}

bool is_blank(const QImage& image) {
  const QRgb paper = image.pixel(0, 0);
  int inked = 0;
  for (int y = 0; y < image.height(); y += 2) {
    for (int x = 0; x < image.width(); x += 2) {
      inked += image.pixel(x, y) != paper ? 1 : 0;
    }
  }
  return inked < 200;  // a title of a few words has more
}

}  // namespace

QStringList faults_of(ScreenView& view, const QString& name) {
  QStringList faults;
  view.resize(window_width, window_height);
  view.show();
  view.activateWindow();
  QTest::qWait(1);
  QWidget* page = view.widget();
  page->resize(page->width(), std::min(page->sizeHint().height(), tallest_picture));
  const QImage image =
      page->grab(QRect(0, 0, page->width(), std::min(page->height(), tallest_picture))).toImage();
  const QString folder =
      QString(METODICA_BUILD_DIR) + "/tests/screens-qt" + QString::number(QT_VERSION_MAJOR);
  QDir().mkpath(folder);
  image.save(folder + "/" + name + ".png");
  if (is_blank(image)) {
    faults << "blank";
  }
  view.take_focus("");
  for (const QString& missed : unreached(*page)) {
    faults << "not reached by Tab: " + missed;
  }
  for (const QWidget* widget : page->findChildren<QWidget*>()) {
    if (wants_keyboard(widget) && name_of(widget).isEmpty() &&
        !qobject_cast<const QAbstractButton*>(widget)) {
      faults << "without a name: " + widget->objectName();
    }
  }
  return faults;
}

}  // namespace metodica::qt
