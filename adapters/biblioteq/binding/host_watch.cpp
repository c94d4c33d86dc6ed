#include "host_watch.hpp"

#include <dlfcn.h>

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLibrary>
#include <QLineEdit>
#include <QMutexLocker>
#include <QPushButton>
#include <QStackedWidget>

namespace metodica::biblioteq {
namespace {

constexpr int most_bytes = 4096;
const char here = 0;

// QtSql stays out of hosts that have none: this part of ours is opened in BiblioteQ only.
using Connection = int (*)(char* json, int bytes);

Connection connection_part() {
  static const Connection found = [] {
    Dl_info info{};
    if (dladdr(&here, &info) == 0) {
      return Connection(nullptr);
    }
    const QFileInfo file(QString::fromLocal8Bit(info.dli_fname));
    QLibrary part(QFileInfo(file.canonicalFilePath()).path() +
                  "/../../../metodica/parts/biblioteq-qt" + QString::number(QT_VERSION_MAJOR) +
                  ".so");
    part.setLoadHints(QLibrary::PreventUnloadHint);
    return reinterpret_cast<Connection>(part.resolve("metodica_biblioteq_connection"));
  }();
  return found;
}

QJsonObject connection() {
  QByteArray text(most_bytes, '\0');
  const Connection ask = connection_part();
  const int bytes = ask == nullptr ? 0 : ask(text.data(), most_bytes);
  return QJsonDocument::fromJson(text.left(bytes)).object();
}

QString text_in(const QWidget* form, const char* field) {
  const auto* edit = form->findChild<QLineEdit*>(field);
  return edit == nullptr ? QString() : edit->text().trimmed();
}

// A form in a tab that is not in front is hidden, and saves all the same.
bool is_in_a_tab(const QWidget* widget) {
  return qobject_cast<const QStackedWidget*>(widget->parentWidget()) != nullptr;
}

// A form that only shows a title has no button to save it.
bool can_save(const QWidget* form) {
  const auto* save = form->findChild<QPushButton*>("okButton");
  return save == nullptr || save->isVisibleTo(form);
}

// The caption of a form holds its ISBN at most, in the language of the interface; which title it
// is of is told by its fields.
QJsonArray editors() {
  QJsonArray found;
  for (const QWidget* widget : QApplication::allWidgets()) {
    const QString kind = widget->metaObject()->className();
    const bool is_open = widget->isVisible() || is_in_a_tab(widget);
    if (is_open && kind.startsWith("biblioteq_") && widget->objectName() == "informationDialog" &&
        can_save(widget)) {
      found.append(QJsonObject{{"kind", kind},
                               {"title", text_in(widget, "title")},
                               {"id", text_in(widget, "id")},
                               {"isbn13", text_in(widget, "isbn13")}});
    }
    if (is_open && (kind == "biblioteq_copy_editor" || kind == "biblioteq_copy_editor_book")) {
      found.append(QJsonObject{{"kind", kind}});
    }
  }
  return found;
}

}  // namespace

HostWatch::HostWatch(QWidget* main_window)
    : window_(main_window),
      is_biblioteq_(QLatin1String(main_window->metaObject()->className()) == "biblioteq") {}

QJsonObject HostWatch::seen_now() {
  return is_biblioteq_ ? QJsonObject{{"connection", connection()}, {"editors", editors()}}
                       : QJsonObject();
}

void HostWatch::look() {
  QJsonObject now = seen_now();
  const QMutexLocker lock(&mutex_);
  seen_ = std::move(now);
}

QByteArray HostWatch::answer(const QByteArray& question) const {
  if (QJsonDocument::fromJson(question).object()["ask"].toString() != "windows") {
    return {};
  }
  const QMutexLocker lock(&mutex_);
  return seen_.isEmpty() ? QByteArray() : QJsonDocument(seen_).toJson(QJsonDocument::Compact);
}

void HostWatch::refresh() {
  if (!is_biblioteq_ || window_ == nullptr) {
    return;
  }
  if (auto* refresh = window_->findChild<QAction*>("actionRefreshTable"); refresh != nullptr) {
    refresh->trigger();
  }
}

bool HostWatch::is_open() {
  return !is_biblioteq_ || connection_part() == nullptr || connection()["open"].toBool();
}

}  // namespace metodica::biblioteq
