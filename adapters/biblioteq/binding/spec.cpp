#include "spec.hpp"

#include <dlfcn.h>

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace metodica::biblioteq {
namespace {

const char here = 0;  // its address tells the file of this binding

QString own_folder() {
  Dl_info info{};
  return dladdr(&here, &info) == 0
             ? QString()
             : QFileInfo(QFileInfo(QString::fromLocal8Bit(info.dli_fname)).canonicalFilePath())
                   .path();
}

QStringList places_of_config(const Spec& spec) {
  return {spec.config, qEnvironmentVariable("METODICA_CONFIG"),
          QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) +
              "/metodica/metodica.ini",
          QStringLiteral("/etc/metodica/metodica.ini")};
}

}  // namespace

Spec read_spec(const QString& text) {
  Spec spec;
  for (const QString& word : text.split(':')) {
    const QString name = word.section('=', 0, 0).trimmed();
    const QString value = word.section('=', 1).trimmed();
    if (name == "hosts" || name == "host") {
      spec.hosts += value.toLower().split('+');
    } else if (name == "config") {
      spec.config = value;
    } else if (name == "window") {
      spec.window = value;
    } else if (name == "lang") {
      spec.lang = value;
    } else if (name == "roles") {
      spec.roles = value.split('+');
    }
  }
  return spec;
}

bool is_host(const Spec& spec, const QString& program) {
  const QString name = QFileInfo(program).fileName().toLower();
  return name == "biblioteq" || spec.hosts.contains(name);
}

QString without_us(const QString& value) {
  QStringList left;
  for (const QString& entry : value.split(',')) {
    const QString name = entry.section(':', 0, 0).trimmed().toLower();
    if (!name.isEmpty() && name != "metodica") {
      left << entry;
    }
  }
  return left.join(',');
}

qt::DoorPlace door_place(const Spec& spec) {
  qt::DoorPlace place;
  const QString named = qEnvironmentVariable("METODICA_LIBRARY");
  // In a build folder and in an installation alike: lib, and below it <plugins>/generic. By the
  // name with the version: the one without comes with the package for developers only.
  const QString beside = QDir::cleanPath(own_folder() + "/../../../libmetodica.so.1");
  place.library = !named.isEmpty()            ? named
                  : QFileInfo::exists(beside) ? beside
                                              : QStringLiteral("libmetodica.so.1");
  for (const QString& config : places_of_config(spec)) {
    if (!config.isEmpty() && QFileInfo::exists(config)) {
      place.config = config;
      break;
    }
  }
  return place;
}

}  // namespace metodica::biblioteq
