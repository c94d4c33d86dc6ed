/// SampleLibrary: the sample library of the desk in a folder of its own, and door 1 over it.
#pragma once

#include <QJsonObject>
#include <QTemporaryDir>
#include <memory>

#include "metodica/embed.hpp"

namespace metodica::qt {

class SampleLibrary {
 public:
  /// Made by `metodica setup` and `metodica sample`. Throws std::runtime_error when they fail.
  SampleLibrary();

  [[nodiscard]] QString config() const { return folder_.filePath("metodica.ini"); }
  /// The reply, problem or not, in Romanian, of somebody with all roles.
  QJsonObject call(const QString& action, const QJsonObject& args = {});

  /// Who asks in tests: all roles.
  static QJsonObject everybody();

 private:
  QTemporaryDir folder_;
  std::unique_ptr<Instance> instance_;
};

}  // namespace metodica::qt
