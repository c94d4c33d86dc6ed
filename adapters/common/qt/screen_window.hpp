/// ScreenWindow: the window in which screens come and go: a way back, what the last action said,
/// and the progress of long work.
#pragma once

#include <QDialog>
#include <QHash>
#include <QJsonObject>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QQueue>
#include <QStringList>
#include <QUrl>
#include <QVBoxLayout>
#include <functional>

#include "qt/documents.hpp"
#include "qt/door.hpp"
#include "qt/drawing.hpp"

namespace metodica::qt {

class ScreenView;

/// What the window needs from the program around it.
struct WindowSetting {
  DoorThread* door = nullptr;
  QJsonObject as;  ///< who asks (schema/request.json); taken anew for each call by `before_call`
  Words words{"ro"};
  /// Called before each call on the GUI thread: notes what the host's windows show.
  std::function<void()> before_call;
  /// Called after a write that succeeded: the host's lists are stale.
  std::function<void()> after_write;
  /// Opens a document; QDesktopServices when not given.
  std::function<bool(const QUrl&)> open_document;
};

class ScreenWindow final : public QDialog, private Actor {
 public:
  ScreenWindow(WindowSetting setting, QWidget* parent);
  ~ScreenWindow() override;

  /// Shows the screen of a reading action, as a menu entry does.
  void go(const QString& action, const QJsonObject& args);

  /// True while a call is under way.
  [[nodiscard]] bool is_busy() const { return calls_ > 0; }
  [[nodiscard]] ScreenView* view() const { return view_; }

  void reject() override;

 protected:
  void keyPressEvent(QKeyEvent* event) override;

 private:
  /// A page one may come back to.
  struct Place {
    QString action;
    QJsonObject args;
  };
  /// One thing under way: a wish, and the slices of its work or of its document.
  struct Work {
    Wish wish;
    bool is_back = false;  ///< of the way back: not to be remembered again
    bool is_scan = false;
    QByteArray bytes;      ///< of a document, so far
    QJsonObject document;  ///< its first slice
  };

  void act(const Wish& wish) override;
  void ask(const Wish& wish, QObject* receiver,
           std::function<void(const QJsonObject&)> done) override;
  void scan(const Wish& wish) override;
  void typed() override { typed_ = true; }

  void start(const Work& work);
  void send(const Work& work, const QJsonObject& request);
  void take(Work work, const QJsonObject& request, const QJsonObject& reply);
  void take_slice(Work work, const QJsonObject& request, const QJsonObject& reply);
  void take_document(Work work, const QJsonObject& reply);
  void finish_document(const Work& work);
  void finish();
  void next_scan();

  void show_screen(const Work& work, const QJsonObject& screen);
  void show_problem(const Work& work, const QJsonObject& problem);
  void show_data(const QJsonObject& answer);
  void say(const QString& level, const QString& text, QList<QPushButton*> buttons = {});
  void show_progress(qint64 done, qint64 of);
  void offer_saving(const QString& name, const QString& path, bool opened);
  void back();
  void set_busy(int change);
  void confirmed(const QString& question, const QString& yes, std::function<void()> then);
  [[nodiscard]] QJsonObject request_of(const Wish& wish) const;

  WindowSetting setting_;
  Documents documents_;
  ScreenView* view_ = nullptr;
  QVBoxLayout* column_;
  QPushButton* back_;
  QWidget* said_;
  QVBoxLayout* said_column_;
  QProgressBar* bar_;
  QPushButton* stop_;
  QLabel* busy_;
  QList<Place> places_;
  QQueue<Wish> scans_;
  int calls_ = 0;
  bool scanning_ = false;
  bool stopping_ = false;
  bool typed_ = false;
};

}  // namespace metodica::qt
