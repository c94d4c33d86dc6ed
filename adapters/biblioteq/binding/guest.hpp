/// Guest: our menu in a program that knows nothing of us. Finds the main window, puts the menu
/// before Help, keeps it there, and lets go before the program ends.
#pragma once

#include <QMenu>
#include <QMenuBar>
#include <QObject>
#include <QPointer>
#include <memory>

#include "host_watch.hpp"
#include "qt/door.hpp"
#include "qt/screen_window.hpp"
#include "spec.hpp"

class QMainWindow;

namespace metodica::biblioteq {

class Guest final : public QObject {
 public:
  /// Does nothing yet: the application may still be under construction.
  explicit Guest(Spec spec);
  ~Guest() override;

  /// Looks for the main window now, and goes on looking until it shows. Once only. [GUI thread]
  void arm();
  /// Lets go of the host: no event of it is looked at any more.
  void disarm();

 protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

 private:
  void try_window(QWidget* widget);
  void move_in(QMainWindow* window, QMenuBar* bar);
  void move_into_tool_bar(QMainWindow* window);
  void insert();
  void retranslate();
  void ask_for_menu();
  void fill(const QJsonObject& reply);
  void add_entry(QMenu* into, const QJsonObject& entry);
  void open_window(const QString& action, const QJsonObject& args);
  void look_for_database();
  void refresh_host();
  [[nodiscard]] qt::WindowSetting window_setting();
  [[nodiscard]] QJsonObject caller() const;

  Spec spec_;
  qt::Words words_;
  QPointer<QMainWindow> window_;
  QPointer<QMenuBar> bar_;  // the window is never asked for it again: it may be half destroyed
  QPointer<QMenu> menu_;
  QPointer<qt::ScreenWindow> screens_;
  std::unique_ptr<HostWatch> watch_;
  std::unique_ptr<qt::DoorThread> door_;
  bool armed_ = false;
  bool filled_ = false;
  bool asking_ = false;
  bool is_stale_ = false;  // we wrote: the lists of the host show what was before
};

/// Makes the one guest of this process, on whichever door it comes first, and arms it once the
/// event loop runs. A second call does nothing. False when this program is not to be armed in.
bool start_guest(const QString& spec);

}  // namespace metodica::biblioteq
