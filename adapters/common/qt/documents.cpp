#include "qt/documents.hpp"

#include <QDir>
#include <QFile>

namespace metodica::qt {

QString safe_file_name(const QString& name) {
  QString safe;
  for (const QChar c : name.section('/', -1).section('\\', -1)) {
    const bool good = c.isLetterOrNumber() || QStringLiteral(" ._-()").contains(c);
    safe += good ? c : QChar('_');
  }
  while (safe.startsWith('.')) {
    safe.remove(0, 1);
  }
  return safe.isEmpty() ? QStringLiteral("metodica") : safe.right(120);
}

QString Documents::write(const QString& name, const QByteArray& bytes) {
  // A folder for each, so that two registers of one name do not overwrite what a viewer shows.
  const QString safe = safe_file_name(name);
  for (int i = 0; folder_.isValid(); ++i) {
    const QString path = folder_.filePath(QString::number(i) + "/" + safe);
    if (QFile::exists(path)) {
      continue;
    }
    QDir(folder_.path()).mkpath(QString::number(i));
    QFile file(path);
    const bool written =
        file.open(QIODevice::WriteOnly) && file.write(bytes) == bytes.size() && file.flush();
    return written ? path : QString();
  }
  return {};
}

}  // namespace metodica::qt
