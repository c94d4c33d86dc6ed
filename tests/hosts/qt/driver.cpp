// Simulated input inside of an unmodified Qt program: a second generic plugin that plays a person
// at the keyboard, and writes what it saw. METODICA_DRIVE names what to do, METODICA_SEEN the file
// of what was seen, METODICA_SHOT a picture.
#include <dlfcn.h>

#include <QAction>
#include <QApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QGenericPlugin>
#include <QLabel>
#include <QLineEdit>
#include <QMainWindow>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QTest>
#include <QTimer>
#include <functional>

namespace {

constexpr int patience_ms = 20'000;

class Driver final : public QObject {
 public:
  Driver() {
    clock_.start();
    // Start-up boxes of the program (a choice of forms, a tip of the day) are dismissed as a person
    // would.
    auto* boxes = new QTimer(this);
    connect(boxes, &QTimer::timeout, this, [] {
      QWidget* box = QApplication::activeModalWidget();
      if (box != nullptr && box->objectName() != "metodica-window") {
        box->close();
      }
    });
    boxes->start(100);
  }

  void begin() {
    const QString drive = qEnvironmentVariable("METODICA_DRIVE");
    QMainWindow* main = nullptr;
    wait_for([&] { return (main = main_window()) != nullptr; });
    see("main window after " + QString::number(clock_.elapsed()) + " ms");
    if (drive == "absent") {
      QTest::qWait(1500);
      see(menu_action() == nullptr ? "no menu" : "a menu");
    } else if (drive == "sqlite") {
      open_sqlite_door();
      use_menu(main);
    } else if (drive != "start") {
      use_menu(main);
      if (drive == "close") {
        close_while_working(main);
      }
      open_sqlite_door();
      open_sqlite_door();
      QTest::qWait(200);
      see(QString::number(menus()) + " menu after all doors");
    }
    leave(main);
  }

 private:
  static QMainWindow* main_window() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      auto* window = qobject_cast<QMainWindow*>(widget);
      if (window != nullptr && window->isVisible() && window->menuWidget() != nullptr &&
          !window->menuWidget()->actions().isEmpty()) {
        return window;
      }
    }
    return nullptr;
  }

  static QAction* menu_action() {
    for (QWidget* widget : QApplication::allWidgets()) {
      if (auto* menu = qobject_cast<QMenu*>(widget);
          menu != nullptr && menu->objectName() == "metodica-menu") {
        return menu->menuAction();
      }
    }
    return nullptr;
  }

  static int menus() {
    int found = 0;
    for (QWidget* widget : QApplication::allWidgets()) {
      found += widget->objectName() == "metodica-menu" ? 1 : 0;
    }
    return found;
  }

  static bool wait_for(const std::function<bool()>& ready) {
    return QTest::qWaitFor(ready, patience_ms);
  }

  static QWidget* dialog() {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (widget->objectName() == "metodica-window" && widget->isVisible()) {
        return widget;
      }
    }
    return nullptr;
  }

  template <class Widget>
  static Widget* in_dialog(const char* name) {
    return dialog() == nullptr ? nullptr : dialog()->findChild<Widget*>(name);
  }

  void see(const QString& what) {
    QFile file(qEnvironmentVariable("METODICA_SEEN"));
    if (file.open(QIODevice::Append)) {
      file.write(what.toUtf8() + "\n");
    }
  }

  void see_position(const QMenuBar* bar) {
    QStringList visible;
    for (const QAction* action : bar->actions()) {
      if (action->isVisible()) {
        visible << action->objectName();
      }
    }
    see(visible.indexOf("metodica-menu-action") == visible.size() - 2 ? "menu before the last"
                                                                      : "menu elsewhere");
  }

  // The settings: opened from the menu, one field typed, sent by Enter.
  void use_menu(QMainWindow* main) {
    if (!wait_for([] { return menu_action() != nullptr; })) {
      see("no menu");
      return;
    }
    see("menu after " + QString::number(clock_.elapsed()) + " ms");
    see_position(qobject_cast<QMenuBar*>(main->menuWidget()));
    QMenu* menu = menu_action()->menu();
    QAction* settings = nullptr;
    wait_for([&] {
      return (settings = menu->findChild<QAction*>("metodica:institution.settings")) != nullptr;
    });
    if (settings == nullptr) {
      see("menu not filled");
      return;
    }
    QEvent language(QEvent::LanguageChange);
    QCoreApplication::sendEvent(main, &language);
    QTest::qWait(50);
    wait_for([&] {
      return (settings = menu->findChild<QAction*>("metodica:institution.settings")) != nullptr;
    });
    see("menu filled, also after a change of language");
    settings->trigger();
    wait_for([] { return in_dialog<QLineEdit>("field:institution_seat") != nullptr; });
    auto* seat = in_dialog<QLineEdit>("field:institution_seat");
    if (seat == nullptr) {
      see("no form");
      return;
    }
    seat->setFocus();
    seat->selectAll();
    QTest::keyClicks(seat, "Strada Noua 7");
    QTest::keyClick(seat, Qt::Key_Return);
    wait_for([] { return in_dialog<QFrame>("notice") != nullptr; });
    see(in_dialog<QFrame>("notice") != nullptr ? "saved by the form" : "not saved");
    QTest::qWait(100);
    if (dialog() != nullptr) {
      dialog()->grab().save(qEnvironmentVariable("METODICA_SHOT"));
      QTest::keyClick(dialog(), Qt::Key_Escape);
    }
    see(dialog() == nullptr ? "dialog closed" : "dialog stays");
  }

  void close_while_working(QMainWindow* main) {
    menu_action()->menu()->findChild<QAction*>("metodica:registers.closing")->trigger();
    see("closed in the middle");
    leave(main);
  }

  void open_sqlite_door() {
    using Entry = int (*)(void*, char**, const void*);
    void* door =
        dlopen(qEnvironmentVariable("METODICA_SQLITE_DOOR").toLocal8Bit().constData(), RTLD_NOW);
    const auto entry =
        door == nullptr ? nullptr : reinterpret_cast<Entry>(dlsym(door, "sqlite3_extension_init"));
    constexpr int load_permanently = 256;  // SQLITE_OK_LOAD_PERMANENTLY
    see(entry != nullptr && entry(nullptr, nullptr, nullptr) == load_permanently
            ? "sqlite door open"
            : "sqlite door shut");
  }

  void leave(QMainWindow* main) {
    for (QWidget* widget : QApplication::topLevelWidgets()) {
      if (widget != main && widget->isVisible()) {
        widget->close();
      }
    }
    main->close();
    QTimer::singleShot(500, qApp, [] { QCoreApplication::quit(); });
  }

  QElapsedTimer clock_;
};

}  // namespace

class DriverPlugin final : public QGenericPlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "driver.json")

 public:
  QObject* create(const QString& /*name*/, const QString& /*spec*/) override {
    auto* driver = new Driver;
    QTimer::singleShot(0, driver, [driver] { driver->begin(); });
    return driver;
  }
};

#include "driver.moc"
