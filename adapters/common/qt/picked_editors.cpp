// Editors whose value may be picked in a second place: a calendar, a folder.
#include <QCalendarWidget>
#include <QDate>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QStyle>
#include <QToolButton>
#include <QWidgetAction>
#include <memory>

#include "qt/editors.hpp"

namespace metodica::qt {
namespace {

constexpr qint64 most_bytes = 6 * 1024 * 1024;  // base64 of it fits into one request
const char* const date_form = "dd.MM.yyyy";

// A calendar that drops down under the button; Enter or a click takes the day.
QMenu* calendar_menu(const Words& words, QLineEdit* edit, QWidget* parent) {
  auto* menu = new QMenu(parent);
  auto* calendar = new QCalendarWidget(menu);
  calendar->setLocale(QLocale(words.lang()));
  calendar->setFirstDayOfWeek(Qt::Monday);
  calendar->setGridVisible(true);
  auto* holder = new QWidgetAction(menu);
  holder->setDefaultWidget(calendar);
  menu->addAction(holder);
  QObject::connect(menu, &QMenu::aboutToShow, calendar, [calendar, edit] {
    const QDate typed = QDate::fromString(edit->text(), date_form);
    calendar->setSelectedDate(typed.isValid() ? typed : QDate::currentDate());
    calendar->setFocus();
  });
  QObject::connect(calendar, &QCalendarWidget::activated, menu, [menu, edit](QDate day) {
    edit->setText(day.toString(date_form));
    emit edit->textEdited(edit->text());
    menu->close();
    edit->setFocus();
  });
  return menu;
}

QString base64_of(const QByteArray& bytes) {
  return QString::fromLatin1(bytes.toBase64());
}

// What is chosen in a file editor.
struct Chosen {
  QString name;
  QByteArray bytes;
};

// Reads a file; says in `shown` what is wrong with it, or its name.
void take_file(const Words& words, const QString& path, qint64 longest, Chosen& chosen,
               QLabel& shown) {
  chosen = {};
  QFile file(path);
  if (!file.open(QIODevice::ReadOnly)) {
    shown.setText(words("file.unreadable"));
    return;
  }
  if (file.size() > longest) {
    shown.setText(words("file.too_long", {{"max", QString::number(longest / (1024 * 1024))}}));
    return;
  }
  chosen.bytes = file.readAll();
  chosen.name = QFileInfo(path).fileName();
  shown.setText(chosen.name);
}

}  // namespace

Editor make_date_editor(Drawing& d, const QString& value, const QString& spoken, QWidget* parent) {
  auto* both = new QWidget(parent);
  auto* line = new QHBoxLayout(both);
  line->setContentsMargins(0, 0, 0, 0);
  line->setSpacing(2);
  auto* edit = new QLineEdit(value, both);
  edit->setPlaceholderText(d.words("date.form"));
  edit->setMaximumWidth(edit->fontMetrics().averageCharWidth() * 16);
  edit->setMinimumWidth(edit->fontMetrics().averageCharWidth() * 12);
  auto* pick = new QToolButton(both);
  pick->setArrowType(Qt::DownArrow);
  pick->setPopupMode(QToolButton::InstantPopup);
  pick->setFocusPolicy(Qt::StrongFocus);
  pick->setAccessibleName(d.words("date.pick", {{"label", spoken}}));
  pick->setToolTip(pick->accessibleName());
  // The calendar is built when it is wanted: a page may hold a hundred dates.
  auto* menu = new QMenu(pick);
  pick->setMenu(menu);
  const Words* words = &d.words;
  QObject::connect(menu, &QMenu::aboutToShow, pick, [pick, edit, words = *words] {
    QMenu* calendar = calendar_menu(words, edit, pick);
    QMenu* old = pick->menu();
    pick->setMenu(calendar);
    old->deleteLater();
    QMetaObject::invokeMethod(
        pick, [pick] { pick->showMenu(); }, Qt::QueuedConnection);
  });
  line->addWidget(edit);
  line->addWidget(pick);
  line->addStretch(1);
  return {both, edit, [edit] { return QJsonValue(edit->text()); },
          [edit](std::function<void()> done) {
            QObject::connect(edit, &QLineEdit::textEdited, edit, [done] { done(); });
          }};
}

Editor make_file_editor(Drawing& d, qint64 longest, const QString& spoken, QWidget* parent) {
  const qint64 most = longest > 0 && longest < most_bytes ? longest : most_bytes;
  auto* whole = new QWidget(parent);
  auto* line = new QHBoxLayout(whole);
  line->setContentsMargins(0, 0, 0, 0);
  auto* pick = new QPushButton(d.words("file.pick"), whole);
  pick->setAutoDefault(false);
  auto* shown = plain_label(d.words("file.none"), whole);
  auto chosen = std::make_shared<Chosen>();
  auto changed = std::make_shared<std::function<void()>>();
  line->addWidget(pick);
  line->addWidget(shown, 1);
  const Words words = d.words;
  const QString title = d.words("file.pick_for", {{"label", spoken}});
  const auto take = [=](const QString& path) {
    take_file(words, path, most, *chosen, *shown);
    if (*changed) {
      (*changed)();
    }
  };
  QObject::connect(pick, &QPushButton::clicked, pick, [=] {
    auto* dialog = new QFileDialog(pick, title);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    QObject::connect(dialog, &QFileDialog::fileSelected, pick, take);
    dialog->open();
  });
  return {whole, pick,
          [chosen]() -> QJsonValue {
            return chosen->name.isEmpty()
                       ? QJsonValue(QJsonValue::Undefined)
                       : QJsonObject{{"name", chosen->name}, {"base64", base64_of(chosen->bytes)}};
          },
          [changed](std::function<void()> done) { *changed = std::move(done); }};
}

}  // namespace metodica::qt
