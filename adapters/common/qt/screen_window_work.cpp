// What is under way in the window: calls, the slices of long work, documents.
#include <QDesktopServices>
#include <QFile>
#include <QFileDialog>

#include "qt/screen_view.hpp"
#include "qt/screen_window.hpp"

namespace metodica::qt {

void ScreenWindow::start(const Work& work) {
  set_busy(+1);
  stopping_ = false;
  send(work, request_of(work.wish));
}

void ScreenWindow::send(const Work& work, const QJsonObject& request) {
  setting_.door->call(request, this, [this, work, request](const QJsonObject& reply) {
    take(work, request, reply);
  });
}

void ScreenWindow::take(Work work, const QJsonObject& request, const QJsonObject& reply) {
  const QString kind = reply["kind"].toString();
  if (kind == "progress") {
    take_slice(std::move(work), request, reply);
    return;
  }
  if (kind == "document") {
    take_document(std::move(work), reply);
    return;
  }
  finish();
  if (kind == "screen") {
    show_screen(work, reply);
  } else if (kind == "data") {
    show_data(reply);
  } else {
    show_problem(work, reply);
  }
  if (work.is_scan) {
    scanning_ = false;
    next_scan();
  }
}

// The next slice is asked for when the events of the window have been handled: it stays alive.
void ScreenWindow::take_slice(Work work, const QJsonObject& request, const QJsonObject& reply) {
  show_progress(static_cast<qint64>(reply["done"].toDouble()),
                static_cast<qint64>(reply["of"].toDouble()));
  if (stopping_) {
    finish();
    say("info", setting_.words("window.stopped"));
    return;
  }
  QJsonObject next = request;
  next["args"] = reply["next"];
  next["key"] = new_key();
  send(work, next);
}

void ScreenWindow::take_document(Work work, const QJsonObject& reply) {
  if (work.document.isEmpty()) {
    work.document = reply;
  }
  work.bytes += QByteArray::fromBase64(reply["base64"].toString().toLatin1());
  if (!reply["next"].isObject()) {
    finish();
    finish_document(work);
    return;
  }
  show_progress(work.bytes.size(), static_cast<qint64>(work.document["bytes"].toDouble()));
  Wish more;
  more.action = "app.slice";
  more.args = reply["next"].toObject();
  send(work, request_of(more));
}

void ScreenWindow::finish_document(const Work& work) {
  const QString name = safe_file_name(plain(work.document["name"]));
  const QString path = documents_.write(name, work.bytes);
  if (path.isEmpty()) {
    say("bad", setting_.words("document.failed", {{"name", name}}));
    return;
  }
  const QUrl url = QUrl::fromLocalFile(path);
  const bool opened =
      setting_.open_document ? setting_.open_document(url) : QDesktopServices::openUrl(url);
  offer_saving(name, path, opened);
}

void ScreenWindow::offer_saving(const QString& name, const QString& path, bool opened) {
  auto* save = new QPushButton(setting_.words("document.save"), this);
  connect(save, &QPushButton::clicked, this, [this, name, path] {
    auto* dialog = new QFileDialog(this, setting_.words("document.save"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(name);
    connect(dialog, &QFileDialog::fileSelected, this, [this, path](const QString& chosen) {
      QFile::remove(chosen);  // the dialog has asked before replacing
      const QString shown = chosen.section('/', -1);
      const bool copied = QFile::copy(path, chosen);
      say(copied ? "good" : "bad",
          setting_.words(copied ? "document.saved" : "document.failed", {{"name", shown}}));
    });
    dialog->open();
  });
  say(opened ? "good" : "warn",
      setting_.words(opened ? "document.opened" : "document.not_opened", {{"name", name}}), {save});
}

void ScreenWindow::finish() {
  set_busy(-1);
  bar_->hide();
  stop_->hide();
}

}  // namespace metodica::qt
