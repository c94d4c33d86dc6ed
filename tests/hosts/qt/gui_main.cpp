// Tests with widgets: no display is needed, and nothing of the user's desktop is read.
#include <gtest/gtest.h>

#include <QApplication>
#include <QPalette>
#include <QStandardPaths>

namespace {

// METODICA_QT_DARK: pictures as on a dark desktop. (QT_SCALE_FACTOR=2 makes them as on a dense
// one.)
void darken() {
  QPalette dark(QColor(0x30, 0x30, 0x30));
  dark.setColor(QPalette::Base, QColor(0x20, 0x20, 0x20));
  QApplication::setPalette(dark);
}

}  // namespace

int main(int argc, char** argv) {
  qputenv("QT_QPA_PLATFORM", "offscreen");
  QStandardPaths::setTestModeEnabled(true);
  testing::InitGoogleTest(&argc, argv);
  const QApplication application(argc, argv);
  QApplication::setStyle("fusion");
  if (qEnvironmentVariableIsSet("METODICA_QT_DARK")) {
    darken();
  }
  return RUN_ALL_TESTS();
}
