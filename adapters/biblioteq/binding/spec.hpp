/// Spec: what stands behind the colon of "metodica:hosts=linguist:config=/etc/x.ini".
#pragma once

#include <QString>
#include <QStringList>

#include "qt/door.hpp"

namespace metodica::biblioteq {

struct Spec {
  QStringList hosts;  ///< programs to arm in besides BiblioteQ, small letters
  QString config;     ///< metodica.ini
  QString window;     ///< class name of the main window, for programs with several
  QString lang;       ///< "ro", "en", "hu"; that of the desktop when empty
  QStringList roles;  ///< our roles of the person; all when empty
};

/// Unknown words are ignored: a newer start file must not keep an older binding from starting.
[[nodiscard]] Spec read_spec(const QString& text);

/// True when `program` (name of the executable or of the application) is one to arm in.
[[nodiscard]] bool is_host(const Spec& spec, const QString& program);

/// `value` of QT_QPA_GENERIC_PLUGINS without our entries; what we start must not inherit them.
[[nodiscard]] QString without_us(const QString& value);

/// Where libmetodica.so and the configuration are: beside this binding, or where the environment,
/// the user's or the system's folder of settings say.
[[nodiscard]] qt::DoorPlace door_place(const Spec& spec);

}  // namespace metodica::biblioteq
