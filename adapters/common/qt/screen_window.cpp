#include "qt/screen_window.hpp"

#include <QApplication>
#include <QJsonDocument>
#include <QKeyEvent>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QScreen>
#include <QScrollBar>
#include <QStyle>
#include <algorithm>

#include "qt/flow_layout.hpp"
#include "qt/screen_view.hpp"

namespace metodica::qt {
namespace {

constexpr int first_width = 104;  // characters
constexpr int first_height = 42;  // lines
constexpr int most_places = 100;

bool may_be_tried_again(const QString& code) {
  return code == "busy" || code == "unreachable";
}

}  // namespace

ScreenWindow::ScreenWindow(WindowSetting setting, QWidget* parent)
    : QDialog(parent), setting_(std::move(setting)), column_(new QVBoxLayout(this)) {
  setObjectName("metodica-window");
  setWindowModality(Qt::WindowModal);
  setWindowFlag(Qt::WindowMaximizeButtonHint);
  auto* top = new QHBoxLayout;
  back_ = new QPushButton(setting_.words("window.back"), this);
  back_->setObjectName("back");
  back_->setIcon(style()->standardIcon(QStyle::SP_ArrowBack));
  back_->setShortcut(QKeySequence("Alt+Left"));
  busy_ = plain_label("", this);
  bar_ = new QProgressBar(this);
  bar_->setObjectName("progress");
  bar_->setAccessibleName(setting_.words("window.progress_name"));
  stop_ = new QPushButton(setting_.words("window.stop"), this);
  stop_->setObjectName("stop");
  auto* close = new QPushButton(setting_.words("window.close"), this);
  close->setObjectName("close");
  for (QPushButton* button : {back_, stop_, close}) {
    button->setAutoDefault(false);
  }
  top->addWidget(back_);
  top->addWidget(busy_, 1);
  top->addWidget(bar_, 1);
  top->addWidget(stop_);
  top->addWidget(close);
  column_->addLayout(top);
  said_ = new QWidget(this);
  said_column_ = new QVBoxLayout(said_);
  said_column_->setContentsMargins(0, 0, 0, 0);
  column_->addWidget(said_);
  said_->hide();
  bar_->hide();
  stop_->hide();
  back_->setEnabled(false);
  connect(back_, &QPushButton::clicked, this, &ScreenWindow::back);
  connect(close, &QPushButton::clicked, this, &ScreenWindow::reject);
  connect(stop_, &QPushButton::clicked, this, [this] { stopping_ = true; });
  const QSize size(fontMetrics().averageCharWidth() * first_width,
                   fontMetrics().lineSpacing() * first_height);
  const QScreen* on = QApplication::primaryScreen();
  resize(on == nullptr ? size : size.boundedTo(on->availableSize() * 9 / 10));
}

// Children that still speak to this as their actor go first.
ScreenWindow::~ScreenWindow() {
  delete view_;
}

void ScreenWindow::go(const QString& action, const QJsonObject& args) {
  Wish wish;
  wish.action = action;
  wish.args = args;
  start({wish, false, false, {}, {}});
}

void ScreenWindow::act(const Wish& wish) {
  const auto then = [this, wish] { start({wish, false, false, {}, {}}); };
  if (!wish.confirm.isEmpty()) {
    confirmed(wish.confirm, setting_.words("yes"), then);
  } else if (typed_ && !wish.writes && view_ != nullptr) {
    confirmed(setting_.words("window.leave"), setting_.words("window.discard"), then);
  } else {
    then();
  }
}

void ScreenWindow::ask(const Wish& wish, QObject* receiver,
                       std::function<void(const QJsonObject&)> done) {
  setting_.door->call(request_of(wish), receiver, std::move(done));
}

void ScreenWindow::scan(const Wish& wish) {
  scans_.enqueue(wish);
  next_scan();
}

void ScreenWindow::next_scan() {
  if (!scanning_ && !scans_.isEmpty()) {
    scanning_ = true;
    start({scans_.dequeue(), false, true, {}, {}});
  }
}

QJsonObject ScreenWindow::request_of(const Wish& wish) const {
  if (setting_.before_call) {
    setting_.before_call();
  }
  QJsonObject request{{"v", 1},         {"do", wish.action}, {"lang", setting_.words.lang()},
                      {"draw", "data"}, {"as", setting_.as}, {"args", wish.args}};
  if (wish.writes) {
    request["key"] = wish.key;
  }
  return request;
}

void ScreenWindow::show_screen(const Work& work, const QJsonObject& screen) {
  const QWidget* focused = focusWidget();
  const QString wanted = focused == nullptr ? QString() : focused->objectName();
  // What a scanner typed while this screen was on its way is not lost.
  const QString half_typed =
      view_ != nullptr && view_->scanner() != nullptr ? view_->scanner()->text() : QString();
  const bool same =
      view_ != nullptr && view_->widget()->objectName() == "screen:" + plain(screen["id"]);
  const int scrolled = same ? view_->verticalScrollBar()->value() : 0;
  auto* fresh = new ScreenView(screen, *this, setting_.words, this);
  if (view_ != nullptr) {
    view_->hide();
    column_->removeWidget(view_);
    view_->deleteLater();
  }
  view_ = fresh;
  column_->addWidget(view_, 1);
  view_->show();
  said_->hide();
  typed_ = screen["problem"].isObject();
  setWindowTitle(setting_.words("window.title", {{"title", plain(screen["title"])}}));
  const QJsonObject at = screen["at"].toObject();
  const bool failed = screen["problem"].isObject();
  if (work.wish.writes && !failed && setting_.after_write) {
    setting_.after_write();
  }
  if (!failed && !work.is_back) {
    const Place place = at.isEmpty() ? Place{work.wish.action, work.wish.args}
                                     : Place{plain(at["do"]), at["args"].toObject()};
    const bool again = !places_.isEmpty() && places_.last().action == place.action &&
                       places_.last().args == place.args;
    if (!again && (!work.wish.writes || !at.isEmpty())) {
      places_.append(place);
      if (places_.size() > most_places) {
        places_.removeFirst();
      }
    }
  }
  back_->setEnabled(places_.size() > 1);
  if (view_->scanner() != nullptr) {
    view_->scanner()->setText(half_typed);
  }
  view_->verticalScrollBar()->setValue(scrolled);
  view_->take_focus(wanted);
}

void ScreenWindow::show_problem(const Work& work, const QJsonObject& problem) {
  QStringList lines{plain(problem["text"])};
  if (const QString hint = plain(problem["hint"]); !hint.isEmpty()) {
    lines << hint;
  }
  if (const QString trace = plain(problem["trace"]); !trace.isEmpty()) {
    lines << setting_.words("problem.trace", {{"trace", trace}});
  }
  QList<QPushButton*> buttons;
  if (may_be_tried_again(problem["code"].toString())) {
    auto* retry = new QPushButton(setting_.words("window.retry"), this);
    retry->setObjectName("retry");
    connect(retry, &QPushButton::clicked, this, [this, work] { start(work); });
    buttons << retry;
  }
  if (view_ == nullptr) {
    setWindowTitle(setting_.words("problem.title"));
  }
  say("bad", lines.join("\n"), buttons);
}

void ScreenWindow::show_data(const QJsonObject& answer) {
  QJsonObject screen{{"kind", "screen"}, {"id", "app.data"}, {"title", windowTitle()}};
  const QString text = QString::fromUtf8(QJsonDocument(answer).toJson());
  screen["blocks"] = QJsonArray{QJsonObject{{"block", "text"}, {"text", text}}};
  show_screen({{}, true, false, {}, {}}, screen);
}

// A line above the screen, which stays as it is with all that was typed.
void ScreenWindow::say(const QString& level, const QString& text, QList<QPushButton*> buttons) {
  while (QLayoutItem* item = said_column_->takeAt(0)) {
    if (item->widget() != nullptr) {
      item->widget()->deleteLater();
    }
    delete item;
  }
  QFrame* frame = message_frame(setting_.words, level, text, said_);
  frame->setObjectName("said");
  for (QPushButton* button : buttons) {
    button->setAutoDefault(false);
    frame->layout()->addWidget(button);
  }
  said_column_->addWidget(frame);
  said_->show();
  if (!buttons.isEmpty()) {
    buttons.first()->setFocus();
  }
}

void ScreenWindow::show_progress(qint64 done, qint64 of) {
  constexpr qint64 parts = 1000;
  bar_->setRange(0, of > 0 ? static_cast<int>(parts) : 0);
  bar_->setValue(of > 0 ? static_cast<int>(std::min(done, of) * parts / of) : 0);
  bar_->setFormat(setting_.words("window.progress",
                                 {{"done", QString::number(done)}, {"of", QString::number(of)}}));
  bar_->show();
  stop_->show();
}

void ScreenWindow::set_busy(int change) {
  calls_ += change;
  const bool busy = calls_ > 0;
  busy_->setText(busy ? setting_.words("window.busy") : QString());
  // A scanner goes on reading while its last code is on the way; all else waits.
  if (view_ != nullptr && view_->scanner() == nullptr) {
    view_->setEnabled(!busy);
  }
}

void ScreenWindow::back() {
  if (places_.size() < 2) {
    return;
  }
  const auto then = [this] {
    places_.removeLast();
    Wish wish;
    wish.action = places_.last().action;
    wish.args = places_.last().args;
    start({wish, true, false, {}, {}});
  };
  if (typed_) {
    confirmed(setting_.words("window.leave"), setting_.words("window.discard"), then);
  } else {
    then();
  }
}

void ScreenWindow::confirmed(const QString& question, const QString& yes,
                             std::function<void()> then) {
  auto* box =
      new QMessageBox(QMessageBox::Question, windowTitle(), question, QMessageBox::NoButton, this);
  box->setObjectName("confirm");
  box->setAttribute(Qt::WA_DeleteOnClose);
  box->setTextFormat(Qt::PlainText);
  QPushButton* agreed = box->addButton(yes, QMessageBox::AcceptRole);
  agreed->setObjectName("confirm-yes");
  QPushButton* refused = box->addButton(setting_.words("confirm.no"), QMessageBox::RejectRole);
  box->setDefaultButton(refused);
  box->setEscapeButton(refused);
  connect(agreed, &QPushButton::clicked, this, [then = std::move(then)] { then(); });
  box->open();
}

void ScreenWindow::reject() {
  if (typed_) {
    confirmed(setting_.words("window.unsent"), setting_.words("window.discard"),
              [this] { QDialog::reject(); });
  } else {
    QDialog::reject();
  }
}

// Enter presses the button that has the keyboard, which QDialog leaves to default buttons.
void ScreenWindow::keyPressEvent(QKeyEvent* event) {
  const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
  if (enter) {
    if (auto* button = qobject_cast<QAbstractButton*>(focusWidget()); button != nullptr) {
      button->click();
    }
    return;
  }
  QDialog::keyPressEvent(event);
}

}  // namespace metodica::qt
