#include "qt/words.hpp"

#include <QJsonDocument>
#include <QLocale>
#include <algorithm>
#include <span>

#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> html_words;
extern const std::span<const EmbeddedFile> qt_words;
}  // namespace metodica::embedded

namespace metodica::qt {
namespace {

void add_words(std::span<const EmbeddedFile> files, const QString& lang, QJsonObject& into) {
  const QString wanted = lang + ".json";
  for (const EmbeddedFile& file : files) {
    const QByteArray path(file.path.data(), static_cast<int>(file.path.size()));
    if (QString::fromUtf8(path) != wanted) {
      continue;
    }
    const QByteArray content(file.content.data(), static_cast<int>(file.content.size()));
    const QJsonObject words = QJsonDocument::fromJson(content).object();
    for (auto at = words.begin(); at != words.end(); ++at) {
      into.insert(at.key(), at.value());
    }
  }
}

bool is_ours(const QString& lang) {
  return lang == "ro" || lang == "en" || lang == "hu";
}

}  // namespace

Words::Words(const QString& lang) : lang_(is_ours(lang) ? lang : QStringLiteral("ro")) {
  add_words(embedded::html_words, lang_, words_);
  add_words(embedded::qt_words, lang_, words_);
}

QString Words::operator()(const char* id,
                          std::initializer_list<std::pair<const char*, QString>> values) const {
  QString text = words_.value(QLatin1String(id)).toString(QLatin1String(id));
  for (const auto& [name, value] : values) {
    text.replace("{" + QString::fromLatin1(name) + "}", value);
  }
  return text;
}

QString language_of_desktop() {
  const QStringList wanted = QLocale::system().uiLanguages();
  for (const QString& one : wanted) {
    if (is_ours(one.left(2))) {
      return one.left(2);
    }
  }
  return QStringLiteral("ro");
}

}  // namespace metodica::qt
