/// Editors: one native input for each kind of field.
#pragma once

#include <QJsonObject>
#include <functional>

#include "qt/drawing.hpp"

namespace metodica::qt {

/// One input. `widget` is what is placed, `focus` what takes the keyboard. `value` reads what is
/// there now; undefined when nothing is to be sent (no file chosen).
struct Editor {
  QWidget* widget = nullptr;
  QWidget* focus = nullptr;
  std::function<QJsonValue()> value;
  /// Calls back after every change by a person.
  std::function<void(std::function<void()>)> on_change;
};

/// The kind to draw: `is` when it is known, else `like`, else "text".
[[nodiscard]] QString kind_of(const QJsonObject& field);
/// Text of a value that is not to be edited.
[[nodiscard]] QString shown_value(const Words& words, const QJsonObject& field,
                                  const QJsonValue& value);
/// A list of texts as one text with a line each; any other value as plain().
[[nodiscard]] QString joined_lines(const QJsonValue& value);

/// The input for `field` with `value` in it. `spoken`: what a screen reader calls it.
[[nodiscard]] Editor make_editor(Drawing& d, const QJsonObject& field, const QJsonValue& value,
                                 const QString& spoken, QWidget* parent);
/// A date: typed, or picked from a calendar. Part of make_editor.
[[nodiscard]] Editor make_date_editor(Drawing& d, const QString& value, const QString& spoken,
                                      QWidget* parent);
/// A file of at most `longest` bytes. Part of make_editor.
[[nodiscard]] Editor make_file_editor(Drawing& d, qint64 longest, const QString& spoken,
                                      QWidget* parent);

/// "2026-01-15" as "15.01.2026"; anything else as it is.
[[nodiscard]] QString shown_date(const QString& text);

}  // namespace metodica::qt
