// The two ways in: Qt's own plugin, and the function that the SQLite door calls. Nothing may throw
// from here into the host.
#include <QGenericPlugin>

#include "guest.hpp"

namespace metodica::biblioteq {

constexpr const char* variable = "QT_QPA_GENERIC_PLUGINS";

class MetodicaPlugin final : public QGenericPlugin {
  Q_OBJECT
  Q_PLUGIN_METADATA(IID QGenericPluginFactoryInterface_iid FILE "metodica.json")

 public:
  // Runs while the application is being made: no window, no settings, no event loop yet.
  QObject* create(const QString& name, const QString& spec) override {
    if (name.compare("metodica", Qt::CaseInsensitive) != 0) {
      return nullptr;
    }
    try {
      const QString left = without_us(qEnvironmentVariable(variable));
      if (left.isEmpty()) {
        qunsetenv(variable);
      } else {
        qputenv(variable, left.toLocal8Bit());
      }
      start_guest(spec);
      return new QObject;  // Qt deletes it with the application
    } catch (...) {
      return nullptr;
    }
  }
};

}  // namespace metodica::biblioteq

// For the SQLite door: `spec` as behind the colon, "" for none. 0 when the menu is or will be
// there.
extern "C" Q_DECL_EXPORT int metodica_qt_start(const char* spec) {
  try {
    return metodica::biblioteq::start_guest(QString::fromUtf8(spec)) ? 0 : 1;
  } catch (...) {
    return 2;
  }
}

#include "plugin.moc"
