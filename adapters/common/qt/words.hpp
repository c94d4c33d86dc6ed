/// The few words of the renderer itself: those of common/html, which both renderers say alike, and
/// locale/<lang>.json beside this file for what only a window needs.
#pragma once

#include <QJsonObject>
#include <QString>
#include <initializer_list>
#include <utility>

namespace metodica::qt {

class Words {
 public:
  /// An unknown language becomes "ro".
  explicit Words(const QString& lang);

  /// The words for `id`, with {name} replaced; the id itself when it is unknown.
  [[nodiscard]] QString operator()(
      const char* id, std::initializer_list<std::pair<const char*, QString>> values = {}) const;

  [[nodiscard]] const QString& lang() const { return lang_; }
  /// All ids with their patterns, for tests.
  [[nodiscard]] const QJsonObject& all() const { return words_; }

 private:
  QString lang_;
  QJsonObject words_;
};

/// The language of the desktop when we have it, else "ro".
[[nodiscard]] QString language_of_desktop();

}  // namespace metodica::qt
