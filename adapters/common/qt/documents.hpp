/// Documents: files that the plugin made, in a folder that only this user can read, until the
/// program ends.
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace metodica::qt {

class Documents {
 public:
  /// Writes `bytes` under `name`, of which only the last part and harmless characters are used.
  /// Returns the path, "" when it could not be written.
  QString write(const QString& name, const QByteArray& bytes);

 private:
  QTemporaryDir folder_;
};

/// The file name without folders and without characters that file systems refuse.
[[nodiscard]] QString safe_file_name(const QString& name);

}  // namespace metodica::qt
