// The gallery of the HTML renderer (every block, field and state) as native widgets.
#include <gtest/gtest.h>

#include <QComboBox>
#include <QGroupBox>
#include <QJsonDocument>
#include <QPlainTextEdit>
#include <QTabBar>
#include <QTableView>
#include <QTest>

#include "qt/table_model.hpp"
#include "screen_check.hpp"
#include "unit/html/gallery.hpp"

namespace metodica::qt {
namespace {

const Words words("ro");

QJsonObject qt_json(const Json& json) {
  return QJsonDocument::fromJson(QByteArray::fromStdString(json.dump())).object();
}

QJsonObject screen_with(const QJsonArray& blocks) {
  return {{"kind", "screen"}, {"id", "test.screen"}, {"title", "Încercare"}, {"blocks", blocks}};
}

TEST(Gallery, EveryPageIsDrawnAndReachedByKeyboard) {
  int pages = 0;
  for (const gallery::Page& page : gallery::pages()) {
    Listener actor;
    ScreenView view(qt_json(page.screen.json()), actor, words, nullptr);
    const QString name = "gallery-" + QString::fromStdString(page.name);
    EXPECT_EQ(faults_of(view, name).join("\n").toStdString(), "") << page.name;
    ++pages;
  }
  EXPECT_GE(pages, 5);
}

TEST(Gallery, FormSendsEveryFieldUnderTheNamesOfThePlugin) {
  Listener actor;
  const Form form = gallery::every_field();
  Screen screen("test.fields", "Câmpuri");
  screen.form(form, Messages("ro"));
  const QJsonObject json = qt_json(screen.json());
  ScreenView view(json, actor, words, nullptr);
  view.show();
  const QList<QPushButton*> buttons = view.findChildren<QPushButton*>();
  const auto send = std::find_if(buttons.begin(), buttons.end(), [](const QPushButton* button) {
    return button->objectName().startsWith("send:");
  });
  ASSERT_NE(send, buttons.end());
  (*send)->click();
  ASSERT_EQ(actor.wishes.size(), 1);
  const QJsonObject args = actor.wishes[0].args;
  for (const auto value : json["blocks"].toArray().at(0).toObject()["fields"].toArray()) {
    const QJsonObject field = value.toObject();
    const QString name = field["name"].toString();
    const QString kind = field["is"].toString();
    const QStringList sent = args.keys();
    const bool nested = kind == "part" || kind == "lines";
    const bool found =
        nested ? std::any_of(sent.begin(), sent.end(),
                             [&](const QString& key) { return key.startsWith(name + "/"); })
               : args.contains(name);
    EXPECT_TRUE(
        found || kind == "file" ||
        (kind == "lines" && field["rows"].toArray().isEmpty() && field["extra"].toInt() == 0))
        << name.toStdString() << " of kind " << kind.toStdString();
  }
  EXPECT_TRUE(actor.wishes[0].writes);
  EXPECT_FALSE(actor.wishes[0].key.isEmpty());
}

QJsonObject two_fields() {
  const QJsonArray options{QJsonObject{{"value", "a"}, {"label", "Ales A"}},
                           QJsonObject{{"value", "b"}, {"label", "Ales B"}}};
  const QJsonArray fields{
      QJsonObject{{"name", "kind"},
                  {"is", "choice"},
                  {"label", "Felul"},
                  {"required", true},
                  {"options", options},
                  {"value", "a"}},
      QJsonObject{{"name", "why"},
                  {"is", "text"},
                  {"label", "De ce"},
                  {"show_if", QJsonObject{{"name", "kind"}, {"value", "b"}}}},
      QJsonObject{{"name", "day"}, {"is", "date"}, {"label", "Ziua"}, {"value", "2026-01-15"}}};
  return {{"block", "form"},
          {"id", "f"},
          {"action", "test.save"},
          {"send", "Salvează"},
          {"fields", fields}};
}

TEST(Form, AFieldComesWithTheValueItLooksAt) {
  Listener actor;
  ScreenView view(screen_with({two_fields()}), actor, words, nullptr);
  view.show();
  auto* why = view.findChild<QLineEdit*>("field:why");
  auto* kind = view.findChild<QComboBox*>("field:kind");
  ASSERT_NE(why, nullptr);
  ASSERT_NE(kind, nullptr);
  EXPECT_FALSE(why->isVisible());
  kind->setCurrentIndex(kind->findData("b"));
  EXPECT_TRUE(why->isVisible());
  kind->setCurrentIndex(kind->findData("a"));
  EXPECT_FALSE(why->isVisible());
}

TEST(Form, EnterSendsAndTheSameValuesKeepTheirKey) {
  Listener actor;
  ScreenView view(screen_with({two_fields()}), actor, words, nullptr);
  view.show();
  auto* day = view.findChild<QLineEdit*>("field:day");
  ASSERT_NE(day, nullptr);
  EXPECT_EQ(day->text(), "15.01.2026");
  day->setFocus();
  QTest::keyClick(day, Qt::Key_Return);
  QTest::keyClick(day, Qt::Key_Return);
  ASSERT_EQ(actor.wishes.size(), 2);
  EXPECT_EQ(actor.wishes[0].args["day"].toString(), "15.01.2026");
  EXPECT_EQ(actor.wishes[0].key, actor.wishes[1].key);
  QTest::keyClicks(day, "x");
  QTest::keyClick(day, Qt::Key_Return);
  ASSERT_EQ(actor.wishes.size(), 3);
  EXPECT_NE(actor.wishes[2].key, actor.wishes[0].key);
  EXPECT_GT(actor.changes, 0);
}

TEST(Form, EnterDoesNotSendWhatSignsOrHasRows) {
  Listener actor;
  QJsonObject block = two_fields();
  block["confirm"] = "Semnați?";
  ScreenView view(screen_with({block}), actor, words, nullptr);
  view.show();
  view.activateWindow();
  auto* day = view.findChild<QLineEdit*>("field:day");
  ASSERT_NE(day, nullptr);
  day->setFocus();
  QTest::keyClick(day, Qt::Key_Return);
  EXPECT_EQ(actor.wishes.size(), 0);
}

TEST(Form, AnErrorIsSaidAtItsFieldAndAboveAndTakesTheFocus) {
  Listener actor;
  QJsonObject block = two_fields();
  QJsonArray fields = block["fields"].toArray();
  QJsonObject day = fields[2].toObject();
  day["error"] = "31.02.2026 nu este o dată.";
  fields[2] = day;
  block["fields"] = fields;
  ScreenView view(screen_with({block}), actor, words, nullptr);
  view.show();
  view.activateWindow();
  ASSERT_TRUE(QTest::qWaitForWindowActive(&view));
  view.take_focus("");
  EXPECT_NE(view.findChild<QFrame*>("summary"), nullptr);
  EXPECT_EQ(QApplication::focusWidget(), view.findChild<QLineEdit*>("field:day"));
  EXPECT_TRUE(
      view.findChild<QLineEdit*>("field:day")->accessibleDescription().contains("nu este o dată"));
}

TEST(Lines, SumsFollowWhatIsTypedAndRowsAreAdded) {
  Listener actor;
  const QJsonArray columns{
      QJsonObject{{"name", "title"}, {"is", "text"}, {"label", "Titlu"}},
      QJsonObject{
          {"name", "net"}, {"is", "money"}, {"like", "text"}, {"label", "Net"}, {"total", true}}};
  const QJsonArray rows{QJsonObject{{"values", QJsonObject{{"title", "Ion"}, {"net", "1.200,50"}}}},
                        QJsonObject{{"values", QJsonObject{{"title", "Moara"}, {"net", "10"}}}}};
  const QJsonObject lines{{"name", "lines"},
                          {"is", "lines"},
                          {"label", "Linii"},
                          {"columns", columns},
                          {"rows", rows},
                          {"extra", 1},
                          {"totals", QJsonObject{{"net", "1.210,50"}}}};
  const QJsonObject form{{"block", "form"},
                         {"id", "f"},
                         {"action", "test.save"},
                         {"send", "Salvează"},
                         {"fields", QJsonArray{lines}}};
  ScreenView view(screen_with({form}), actor, words, nullptr);
  view.show();
  auto* net = view.findChild<QLineEdit*>("field:lines/1/net");
  ASSERT_NE(net, nullptr);
  net->clear();
  QTest::keyClicks(net, "20,25");
  const QList<QLabel*> labels = view.findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
                          [](const QLabel* label) { return label->text() == "1.220,75"; }));
  view.findChild<QPushButton*>("more:lines")->click();
  auto* fourth = view.findChild<QLineEdit*>("field:lines/3/title");
  ASSERT_NE(fourth, nullptr);
  fourth->setText("Enigma");
  view.findChild<QPushButton*>("send:test.save")->click();
  ASSERT_EQ(actor.wishes.size(), 1);
  EXPECT_EQ(actor.wishes[0].args["lines/3/title"].toString(), "Enigma");
  EXPECT_EQ(actor.wishes[0].args["lines/0/net"].toString(), "1.200,50");
}

TEST(Texts, AreNeverMarkup) {
  Listener actor;
  const QJsonObject text{{"block", "text"}, {"text", "<b>tare</b> &amp;"}};
  ScreenView view(screen_with({text}), actor, words, nullptr);
  const QList<QLabel*> labels = view.findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(), [](const QLabel* label) {
    return label->text() == "<b>tare</b> &amp;" && label->textFormat() == Qt::PlainText;
  }));
}

TEST(Unknown, BlockIsDrawnByItsElse) {
  Listener actor;
  const QJsonObject inner{{"block", "text"}, {"text", "în cuvinte"}};
  const QJsonObject map{{"block", "map_of_2031"}, {"else", QJsonArray{inner}}};
  ScreenView view(screen_with({map}), actor, words, nullptr);
  const QList<QLabel*> labels = view.findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
                          [](const QLabel* label) { return label->text() == "în cuvinte"; }));
}

TEST(Picture, WithAnAddressIsRefusedAndTheTableIsDrawn) {
  Listener actor;
  const QJsonObject inner{{"block", "text"}, {"text", "cifrele"}};
  const QJsonObject picture{
      {"block", "picture"},
      {"svg", "<svg viewBox='0 0 9 9'><image xlink:href='file:///etc/passwd'/></svg>"},
      {"alt", "o imagine"},
      {"else", QJsonArray{inner}}};
  ScreenView view(screen_with({picture}), actor, words, nullptr);
  const QList<QLabel*> labels = view.findChildren<QLabel*>();
  EXPECT_TRUE(std::any_of(labels.begin(), labels.end(),
                          [](const QLabel* label) { return label->text() == "cifrele"; }));
  EXPECT_FALSE(std::any_of(labels.begin(), labels.end(),
                           [](const QLabel* label) { return label->text() == "o imagine"; }));
}

TEST(Scanner, SendsEachCodeWithItsOwnKey) {
  Listener actor;
  const QJsonObject scanner{
      {"block", "scanner"}, {"action", "stocktaking.scan"},        {"field", "code"},
      {"label", "Cod"},     {"args", QJsonObject{{"session", 1}}}, {"else", QJsonArray{}}};
  ScreenView view(screen_with({scanner}), actor, words, nullptr);
  view.show();
  view.take_focus("");
  ASSERT_NE(view.scanner(), nullptr);
  QTest::keyClicks(view.scanner(), "2817");
  QTest::keyClick(view.scanner(), Qt::Key_Return);
  QTest::keyClicks(view.scanner(), "2818");
  QTest::keyClick(view.scanner(), Qt::Key_Return);
  ASSERT_EQ(actor.scans.size(), 2);
  EXPECT_EQ(actor.scans[0].args["code"].toString(), "2817");
  EXPECT_EQ(actor.scans[1].args["code"].toString(), "2818");
  EXPECT_EQ(actor.scans[0].args["session"].toInt(), 1);
  EXPECT_NE(actor.scans[0].key, actor.scans[1].key);
  EXPECT_TRUE(view.scanner()->text().isEmpty());
}

}  // namespace
}  // namespace metodica::qt
