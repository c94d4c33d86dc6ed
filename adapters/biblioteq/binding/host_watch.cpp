#include "host_watch.hpp"

#include <dlfcn.h>

#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QLibrary>
#include <QMutexLocker>

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

// Editors carry the title in their caption; what matters is that there is one, and which it is.
QJsonArray editors() {
  QJsonArray found;
  for (const QWidget* widget : QApplication::allWidgets()) {
    const QString kind = widget->metaObject()->className();
    const bool item = kind.startsWith("biblioteq_") &&
                      widget->objectName() == "informationDialog" && widget->isVisible();
    const bool copies = kind == "biblioteq_copy_editor" || kind == "biblioteq_copy_editor_book";
    if (item || (copies && widget->isVisible())) {
      found.append(QJsonObject{{"kind", kind}, {"title", widget->windowTitle()}});
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
