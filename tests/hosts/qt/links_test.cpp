// Links on a bright and on a dark desktop.
#include <gtest/gtest.h>

#include <QPalette>
#include <QWidget>

#include "qt/readable_links.hpp"

namespace metodica::qt {
namespace {

QPalette dark() {
  QPalette palette(QColor(0x30, 0x30, 0x30));
  palette.setColor(QPalette::Base, QColor(0x20, 0x20, 0x20));
  palette.setColor(QPalette::Link, QColor(0, 0, 255));
  return palette;
}

TEST(Links, ContrastIsThatOfTheStandard) {
  EXPECT_NEAR(contrast(Qt::black, Qt::white), 21.0, 0.01);
  EXPECT_NEAR(contrast(QColor(0x77, 0x77, 0x77), Qt::white), 4.48, 0.01);
  EXPECT_DOUBLE_EQ(contrast(Qt::red, Qt::red), 1.0);
}

TEST(Links, StandOutOnADarkPalette) {
  QWidget page;
  page.setPalette(dark());
  ASSERT_LT(contrast(page.palette().color(QPalette::Link), QColor(0x20, 0x20, 0x20)), 2.5);
  make_links_readable(page);
  const QColor link = page.palette().color(QPalette::Link);
  EXPECT_GE(contrast(link, QColor(0x20, 0x20, 0x20)), 4.5);
  EXPECT_GE(contrast(link, QColor(0x30, 0x30, 0x30)), 4.5);
  EXPECT_GT(link.blue(), link.red()) << "still a blue";
}

TEST(Links, AReadableColourStays) {
  QWidget page;
  QPalette bright(QColor(0xf0, 0xf0, 0xf0));
  bright.setColor(QPalette::Base, Qt::white);
  bright.setColor(QPalette::Link, QColor(0, 0, 200));
  page.setPalette(bright);
  make_links_readable(page);
  EXPECT_EQ(page.palette().color(QPalette::Link), QColor(0, 0, 200));
}

}  // namespace
}  // namespace metodica::qt
