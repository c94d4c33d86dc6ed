#include "guest.hpp"

#include <QApplication>
#include <QEvent>
#include <QFileInfo>
#include <QJsonArray>
#include <QMainWindow>
#include <QSet>
#include <QTimer>
#include <QToolBar>
#include <QToolButton>

namespace metodica::biblioteq {
namespace {

const char* const mark = "metodica.guest";  // on the application: the process has a guest
constexpr int after_show_ms = 300;          // the host's own start comes first
constexpr int tool_bar_after_ms = 1500;     // a menu bar may be filled late

// A letter of the title that no menu of the bar uses; the title as it is when all are taken.
QString with_mnemonic(const QString& title, const QMenuBar& bar) {
  QSet<QChar> taken;
  for (const QAction* action : bar.actions()) {
    const QString text = action->text();
    const auto at = text.indexOf('&');
    if (at >= 0 && at + 1 < text.size()) {
      taken.insert(text[at + 1].toLower());
    }
  }
  QString plain = title;
  plain.remove('&');
  for (int i = 0; i < plain.size(); ++i) {
    if (!taken.contains(plain[i].toLower())) {
      return plain.left(i) + "&" + plain.mid(i);
    }
  }
  return plain;
}

// Help is the last action that one sees; KDE programs keep invisible ones behind it.
QAction* last_visible(const QMenuBar& bar) {
  const QList<QAction*> actions = bar.actions();
  for (auto at = actions.rbegin(); at != actions.rend(); ++at) {
    if ((*at)->isVisible() && !(*at)->objectName().startsWith("metodica")) {
      return *at;
    }
  }
  return nullptr;
}

QMenuBar* bar_of(const QMainWindow* window) {
  auto* bar = qobject_cast<QMenuBar*>(window->menuWidget());
  return bar != nullptr && !bar->actions().isEmpty() ? bar : nullptr;
}

bool is_main_window(const Spec& spec, const QWidget* widget) {
  const QString kind = widget->metaObject()->className();
  if (!spec.window.isEmpty()) {
    return kind == spec.window;
  }
  // BiblioteQ has many windows with menus; only one of them is the program.
  const QString program = QCoreApplication::applicationFilePath();
  return QFileInfo(program).fileName().toLower() == "biblioteq"
             ? kind == "biblioteq" && widget->objectName() == "mainWindow"
             : true;
}

}  // namespace

Guest::Guest(Spec spec)
    : spec_(std::move(spec)),
      words_(spec_.lang.isEmpty() ? qt::language_of_desktop() : spec_.lang) {}

Guest::~Guest() {
  disarm();
}

void Guest::arm() {
  if (armed_ || qobject_cast<QApplication*>(QCoreApplication::instance()) == nullptr) {
    return;
  }
  armed_ = true;
  connect(qApp, &QCoreApplication::aboutToQuit, this, &Guest::disarm);
  qApp->installEventFilter(this);
  const QWidgetList windows = QApplication::topLevelWidgets();
  for (QWidget* window : windows) {
    if (window->isVisible()) {
      try_window(window);
    }
  }
}

void Guest::disarm() {
  if (!armed_) {
    return;
  }
  armed_ = false;
  if (QCoreApplication::instance() != nullptr) {
    qApp->removeEventFilter(this);
  }
  if (bar_ != nullptr) {
    bar_->removeEventFilter(this);
  }
  if (window_ != nullptr) {
    window_->removeEventFilter(this);
  }
  delete screens_.data();
  if (door_ != nullptr) {
    door_->close();
  }
}

bool Guest::eventFilter(QObject* watched, QEvent* event) {
  if (!armed_) {
    return false;
  }
  switch (event->type()) {
    case QEvent::Show:
      if (bar_ == nullptr && watched->isWidgetType()) {
        try_window(static_cast<QWidget*>(watched));
      }
      break;
    case QEvent::ActionRemoved:
      if (watched == bar_ && menu_ != nullptr) {
        QMetaObject::invokeMethod(
            this, [this] { insert(); }, Qt::QueuedConnection);
      }
      break;
    case QEvent::LanguageChange:
      if (watched == window_) {
        QMetaObject::invokeMethod(
            this, [this] { retranslate(); }, Qt::QueuedConnection);
      }
      break;
    default:
      break;
  }
  return false;
}

void Guest::try_window(QWidget* widget) {
  auto* window = qobject_cast<QMainWindow*>(widget);
  if (window == nullptr || !window->isWindow() || menu_ != nullptr ||
      !is_main_window(spec_, window)) {
    return;
  }
  if (QMenuBar* bar = bar_of(window); bar != nullptr) {
    move_in(window, bar);
    return;
  }
  QTimer::singleShot(tool_bar_after_ms, this, [this, late = QPointer<QMainWindow>(window)] {
    if (!armed_ || late == nullptr || menu_ != nullptr) {
      return;
    }
    if (QMenuBar* bar = bar_of(late); bar != nullptr) {
      move_in(late, bar);
    } else {
      move_into_tool_bar(late);
    }
  });
}

void Guest::move_in(QMainWindow* window, QMenuBar* bar) {
  qApp->removeEventFilter(this);  // nothing more to look for: the host is left alone
  window_ = window;
  bar_ = bar;
  window->installEventFilter(this);
  bar->installEventFilter(this);
  watch_ = std::make_unique<HostWatch>(window);
  menu_ = new QMenu(bar);  // a child of the bar: the host's choice of font reaches it
  menu_->setObjectName("metodica-menu");
  menu_->menuAction()->setObjectName("metodica-menu-action");
  connect(menu_, &QMenu::aboutToShow, this, [this] {
    ask_for_menu();
    look_for_database();
  });
  retranslate();
  insert();
  QTimer::singleShot(after_show_ms, this, [this] { ask_for_menu(); });
}

// Some programs have no menu bar at all: a button on their tool bar opens ours.
void Guest::move_into_tool_bar(QMainWindow* window) {
  auto* tools = window->findChild<QToolBar*>();
  if (tools == nullptr) {
    return;
  }
  qApp->removeEventFilter(this);
  window_ = window;
  window->installEventFilter(this);
  watch_ = std::make_unique<HostWatch>(window);
  menu_ = new QMenu(tools);
  menu_->setObjectName("metodica-menu");
  connect(menu_, &QMenu::aboutToShow, this, [this] { ask_for_menu(); });
  auto* button = new QToolButton(tools);
  button->setObjectName("metodica-button");
  button->setText(words_("menu.title").remove('&'));
  button->setMenu(menu_);
  button->setPopupMode(QToolButton::InstantPopup);
  tools->addWidget(button);
  retranslate();
}

void Guest::insert() {
  if (!armed_ || bar_ == nullptr || menu_ == nullptr ||
      bar_->actions().contains(menu_->menuAction())) {
    return;
  }
  bar_->insertMenu(last_visible(*bar_), menu_);
}

void Guest::retranslate() {
  if (!armed_ || menu_ == nullptr) {
    return;
  }
  words_ = qt::Words(spec_.lang.isEmpty() ? qt::language_of_desktop() : spec_.lang);
  if (bar_ != nullptr) {
    menu_->setTitle(with_mnemonic(words_("menu.title"), *bar_));
  }
  menu_->clear();
  menu_->addAction(words_("menu.opening"))->setEnabled(false);
  const bool was_filled = filled_;
  filled_ = false;
  if (was_filled) {
    ask_for_menu();
  }
}

QJsonObject Guest::caller() const {
  QString user = qEnvironmentVariable("USER");
  QJsonArray roles = QJsonArray::fromStringList(spec_.roles);
  if (roles.isEmpty()) {
    roles = QJsonArray{"reader",  "librarian",  "keeper",        "commission",
                       "manager", "accountant", "methodologist", "administrator"};
  }
  return {{"user", user.isEmpty() ? QStringLiteral("desktop") : user}, {"roles", roles}};
}

void Guest::ask_for_menu() {
  if (!armed_ || filled_ || asking_ || menu_ == nullptr) {
    return;
  }
  if (door_ == nullptr) {
    door_ = std::make_unique<qt::DoorThread>(door_place(spec_), words_);
    door_->answer_with(
        [watch = watch_.get()](const QByteArray& question) { return watch->answer(question); });
  }
  asking_ = true;
  door_->call({{"do", "app.menu"}, {"lang", words_.lang()}, {"as", caller()}}, this,
              [this](const QJsonObject& reply) { fill(reply); });
}

void Guest::fill(const QJsonObject& reply) {
  asking_ = false;
  if (!armed_ || menu_ == nullptr) {
    return;
  }
  menu_->clear();
  const QJsonArray groups = reply["groups"].toArray();
  if (groups.isEmpty()) {
    // The window says what is wrong; the next opening of the menu tries again.
    QAction* why = menu_->addAction(words_("menu.failed"));
    why->setObjectName("metodica-why");
    connect(why, &QAction::triggered, this, [this] { open_window("app.about", {}); });
    return;
  }
  filled_ = true;
  for (const auto value : groups) {
    const QJsonObject group = value.toObject();
    QMenu* sub = menu_->addMenu(group["title"].toString().replace("&", "&&"));
    sub->setObjectName("metodica-group:" + group["subject"].toString());
    for (const auto entry : group["entries"].toArray()) {
      add_entry(sub, entry.toObject());
    }
  }
  look_for_database();
}

void Guest::add_entry(QMenu* into, const QJsonObject& entry) {
  QAction* action = into->addAction(entry["title"].toString().replace("&", "&&"));
  action->setObjectName("metodica:" + entry["id"].toString());
  action->setMenuRole(QAction::NoRole);
  connect(action, &QAction::triggered, this,
          [this, entry] { open_window(entry["action"].toString(), entry["args"].toObject()); });
}

// The user may change the database at any time, so it is looked at whenever the menu opens.
void Guest::look_for_database() {
  if (menu_ == nullptr || watch_ == nullptr) {
    return;
  }
  const bool open = watch_->is_open();
  for (QAction* action : menu_->actions()) {
    if (action->menu() != nullptr) {
      action->setEnabled(open);
    }
  }
}

qt::WindowSetting Guest::window_setting() {
  qt::WindowSetting setting;
  setting.door = door_.get();
  setting.as = caller();
  setting.words = words_;
  setting.before_call = [this] { watch_->look(); };
  // Not at once: reading its list again BiblioteQ shows a box that takes the keyboard away, and a
  // person with a scanner writes with every book. Nobody sees the list behind our window anyway.
  setting.after_write = [this] { is_stale_ = true; };
  return setting;
}

void Guest::open_window(const QString& action, const QJsonObject& args) {
  if (!armed_ || window_ == nullptr || door_ == nullptr) {
    return;
  }
  if (screens_ == nullptr) {
    screens_ = new qt::ScreenWindow(window_setting(), window_);
    screens_->setAttribute(Qt::WA_DeleteOnClose);
    connect(screens_, &QDialog::finished, this, [this] { refresh_host(); });
  }
  screens_->go(action, args);
  screens_->open();
}

void Guest::refresh_host() {
  if (armed_ && is_stale_ && watch_ != nullptr) {
    is_stale_ = false;
    watch_->refresh();
  }
}

bool start_guest(const QString& text) {
  QCoreApplication* application = QCoreApplication::instance();
  const Spec spec = read_spec(text);
  if (application == nullptr || application->property(mark).toBool()) {
    return application != nullptr;
  }
  if (!is_host(spec, QCoreApplication::applicationFilePath()) &&
      !is_host(spec, QCoreApplication::applicationName())) {
    return false;
  }
  application->setProperty(mark, true);
  auto* guest = new Guest(spec);
  QObject::connect(application, &QObject::destroyed, [guest] { delete guest; });
  QMetaObject::invokeMethod(
      guest, [guest] { guest->arm(); }, Qt::QueuedConnection);
  return true;
}

}  // namespace metodica::biblioteq
