// The window over the true door and over one that answers by rote.
#include <gtest/gtest.h>

#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QFrame>
#include <QJsonDocument>
#include <QMessageBox>
#include <QPointer>
#include <QTest>
#include <QTimer>

#include "qt/screen_view.hpp"
#include "qt/screen_window.hpp"
#include "sample_library.hpp"

namespace metodica::qt {
namespace {

const Words words("ro");

QString text_in(const QWidget& widget) {
  QStringList all;
  for (const QLabel* label : widget.findChildren<QLabel*>()) {
    all << label->text();
  }
  return all.join("\n");
}

// Made once: it takes seconds.
SampleLibrary& shared_library() {
  static SampleLibrary library;
  return library;
}

bool settled(const ScreenWindow& window) {
  return QTest::qWaitFor([&] { return !window.is_busy(); }, 20'000);
}

class Windows : public testing::Test {
 protected:
  void use(const QString& library, const QString& config) {
    door = std::make_unique<DoorThread>(DoorPlace{library, config}, words);
    WindowSetting setting;
    setting.door = door.get();
    setting.as = SampleLibrary::everybody();
    setting.words = words;
    setting.after_write = [this] { ++writes; };
    setting.open_document = [this](const QUrl& url) {
      opened = url.toLocalFile();
      return can_open;
    };
    window = std::make_unique<ScreenWindow>(setting, nullptr);
    window->setWindowModality(Qt::NonModal);
    window->show();
    window->activateWindow();
  }
  // As a person does it: the register, and there the button.
  void ask_for_paper() {
    window->go("registers.movement", {{"year", 2026}, {"part", 1}});
    ASSERT_TRUE(settled(*window));
    auto* print = window->view()->findChild<QPushButton*>("do:registers.rmf_paper");
    ASSERT_NE(print, nullptr) << text_in(*window).toStdString();
    print->click();
    ASSERT_TRUE(settled(*window));
  }
  void use_fake() { use(FAKE_DOOR, QCoreApplication::applicationFilePath()); }

  std::unique_ptr<DoorThread> door;
  std::unique_ptr<ScreenWindow> window;
  QString opened;
  bool can_open = true;
  int writes = 0;
};

TEST_F(Windows, SettingsAreReadChangedAndKept) {
  SampleLibrary& library = shared_library();
  use(METODICA_LIBRARY, library.config());
  window->go("institution.settings", {});
  ASSERT_TRUE(settled(*window));
  ASSERT_NE(window->view(), nullptr) << text_in(*window).toStdString();
  auto* seat = window->view()->findChild<QLineEdit*>("field:institution_seat");
  ASSERT_NE(seat, nullptr);
  seat->setFocus();
  seat->setText("Piața Mare nr. 3");
  QTest::keyClick(seat, Qt::Key_Return);
  ASSERT_TRUE(settled(*window));
  EXPECT_NE(window->view()->findChild<QFrame*>("notice"), nullptr)
      << text_in(*window).toStdString();
  EXPECT_EQ(writes, 1);
  const QByteArray now = QJsonDocument(library.call("institution.settings")).toJson();
  EXPECT_TRUE(QString::fromUtf8(now).contains("Piața Mare nr. 3"));
}

TEST_F(Windows, AWrongValueIsShownAtItsField) {
  SampleLibrary& library = shared_library();
  use(METODICA_LIBRARY, library.config());
  window->go("institution.settings", {});
  ASSERT_TRUE(settled(*window));
  auto* members = window->view()->findChild<QLineEdit*>("field:acquisition_committee_members");
  ASSERT_NE(members, nullptr);
  members->setFocus();
  members->setText("trei");
  QTest::keyClick(members, Qt::Key_Return);
  ASSERT_TRUE(settled(*window));
  auto* again = window->view()->findChild<QLineEdit*>("field:acquisition_committee_members");
  ASSERT_NE(again, nullptr);
  EXPECT_EQ(again->text(), "trei");
  EXPECT_FALSE(again->accessibleDescription().isEmpty());
  EXPECT_NE(window->view()->findChild<QFrame*>("summary"), nullptr);
  EXPECT_EQ(QApplication::focusWidget(), again);
  EXPECT_EQ(writes, 0);
}

TEST_F(Windows, APaperIsAPrivateFileThatTheSystemOpens) {
  SampleLibrary& library = shared_library();
  use(METODICA_LIBRARY, library.config());
  ask_for_paper();
  QFile file(opened);
  ASSERT_TRUE(file.open(QIODevice::ReadOnly)) << text_in(*window).toStdString();
  EXPECT_TRUE(file.read(5) == "%PDF-");
  const auto others = QFile::ReadGroup | QFile::ReadOther | QFile::ExeGroup | QFile::ExeOther;
  const QString folder = QFileInfo(QFileInfo(opened).path()).path();
  EXPECT_FALSE((QFileInfo(folder).permissions() & others) != 0);
  EXPECT_TRUE(text_in(*window).contains(QFileInfo(opened).fileName()));
  window.reset();
  EXPECT_FALSE(QFile::exists(opened));
}

TEST_F(Windows, APaperThatNobodyOpensMayBeSaved) {
  SampleLibrary& library = shared_library();
  can_open = false;
  use(METODICA_LIBRARY, library.config());
  ask_for_paper();
  EXPECT_TRUE(text_in(*window).contains("niciun program")) << text_in(*window).toStdString();
}

TEST_F(Windows, BackReturnsToThePageBefore) {
  SampleLibrary& library = shared_library();
  use(METODICA_LIBRARY, library.config());
  window->go("acquisition.acts", {});
  ASSERT_TRUE(settled(*window));
  window->go("stocktaking.list", {});
  ASSERT_TRUE(settled(*window));
  EXPECT_EQ(window->view()->widget()->objectName(), "screen:stocktaking.list");
  ASSERT_TRUE(QTest::qWaitForWindowActive(window.get()));
  auto* back = window->findChild<QPushButton*>("back");
  EXPECT_TRUE(back->isEnabled());
  EXPECT_EQ(back->shortcut(), QKeySequence("Alt+Left"));
  QTest::keyClick(QApplication::focusWidget(), Qt::Key_Left, Qt::AltModifier);
  EXPECT_TRUE(QTest::qWaitFor(
      [&] { return window->view()->widget()->objectName() == "screen:acquisition.acts"; }, 5'000));
}

TEST_F(Windows, LongWorkShowsHowFarItIsAndTheWindowLives) {
  use_fake();
  int ticks = 0;
  QTimer timer;
  QObject::connect(&timer, &QTimer::timeout, &timer, [&] { ++ticks; });
  timer.start(10);
  window->go("test.long", {});
  auto* bar = window->findChild<QProgressBar*>("progress");
  ASSERT_TRUE(QTest::qWaitFor([&] { return bar->isVisible() && bar->value() >= 400; }, 5'000));
  EXPECT_TRUE(bar->format().contains("din 5"));
  ASSERT_TRUE(settled(*window));
  EXPECT_EQ(window->windowTitle(), "Metodica: Gata");
  EXPECT_FALSE(bar->isVisible());
  EXPECT_GT(ticks, 20);  // 750 ms of work in calls of 150 ms
}

TEST_F(Windows, LongWorkCanBeStoppedBetweenTwoSlices) {
  use_fake();
  window->go("test.long", {});
  auto* stop = window->findChild<QPushButton*>("stop");
  ASSERT_TRUE(QTest::qWaitFor([&] { return stop->isVisible(); }, 5'000));
  stop->click();
  ASSERT_TRUE(settled(*window));
  EXPECT_TRUE(text_in(*window).contains("Oprit"));
  EXPECT_EQ(window->view(), nullptr);
}

TEST_F(Windows, ClosedInTheMiddleOfLongWorkEndsQuietly) {
  use_fake();
  window->go("test.long", {});
  QTest::qWait(200);
  window.reset();
  QTest::qWait(400);
  door.reset();
  SUCCEED();
}

TEST_F(Windows, QuittingWaitsForTheCallThatRuns) {
  use_fake();
  window->go("test.long", {});
  QTest::qWait(50);
  QElapsedTimer clock;
  clock.start();
  door->close();
  EXPECT_LT(clock.elapsed(), 2'000);
}

TEST_F(Windows, TroubleMayBeTriedAgainWithTheSameKey) {
  use_fake();
  window->go("test.unreachable", {});
  ASSERT_TRUE(settled(*window));
  EXPECT_TRUE(text_in(*window).contains("Baza de date nu răspunde."));
  auto* retry = window->findChild<QPushButton*>("retry");
  ASSERT_NE(retry, nullptr);
  QTest::keyClick(retry, Qt::Key_Return);
  ASSERT_TRUE(settled(*window));
  ASSERT_NE(window->view(), nullptr);
}

TEST_F(Windows, AnAnswerThatIsNoneIsSaid) {
  use_fake();
  window->go("test.garbage", {});
  ASSERT_TRUE(settled(*window));
  EXPECT_TRUE(text_in(*window).contains(words("door.defect")));
}

TEST_F(Windows, MissingLibraryAndMissingConfigurationAreSaidClearly) {
  use("/nowhere/libmetodica.so", QCoreApplication::applicationFilePath());
  window->go("institution.settings", {});
  ASSERT_TRUE(settled(*window));
  EXPECT_TRUE(text_in(*window).contains(words("door.missing")));
  use(METODICA_LIBRARY, "");
  window->go("institution.settings", {});
  ASSERT_TRUE(settled(*window));
  EXPECT_TRUE(text_in(*window).contains(words("door.config")));
}

TEST_F(Windows, WhatWasTypedIsNotThrownAwayWithoutAsking) {
  use_fake();
  window->go("test.page", {});
  ASSERT_TRUE(settled(*window));
  QTest::keyClicks(window->view()->findChild<QLineEdit*>("field:word"), "ceva");
  window->reject();
  EXPECT_TRUE(window->isVisible());
  auto* question = window->findChild<QMessageBox*>("confirm");
  ASSERT_NE(question, nullptr);
  question->findChild<QPushButton*>("confirm-yes")->click();
  EXPECT_FALSE(window->isVisible());
}

}  // namespace
}  // namespace metodica::qt
