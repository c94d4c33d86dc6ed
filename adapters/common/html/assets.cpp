#include <algorithm>
#include <span>

#include "html/html.hpp"
#include "html/words.hpp"
#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> html_files;
}

namespace metodica::html {
namespace {

std::string_view file(std::string_view path) {
  const auto& files = embedded::html_files;
  const auto found = std::find_if(files.begin(), files.end(),
                                  [&](const EmbeddedFile& one) { return one.path == path; });
  return found == files.end() ? std::string_view() : found->content;
}

Json words_of(const char* path) {
  Result<Json> words = Json::parse(file(path));
  return words ? *std::move(words) : Json::object();
}

const Json& words_for(std::string_view lang) {
  static const Json ro = words_of("locale/ro.json");
  static const Json en = words_of("locale/en.json");
  static const Json hu = words_of("locale/hu.json");
  return lang == "en" ? en : lang == "hu" ? hu : ro;
}

}  // namespace

std::string_view asset(std::string_view name) {
  const bool offered = name == "metodica.css" || name == "metodica.js" || name == "metodica.svg";
  return offered ? file(name) : std::string_view();
}

Words::Words(std::string_view lang) : words_(&words_for(lang)) {}

std::string Words::operator()(
    std::string_view id,
    const std::vector<std::pair<std::string_view, std::string_view>>& values) const {
  const Json& found = (*words_)[id];
  const std::string_view pattern = found.is_text() ? std::string_view(found.text()) : id;
  std::string out;
  for (std::size_t at = 0; at < pattern.size();) {
    const std::size_t open = std::min(pattern.find('{', at), pattern.size());
    const std::size_t close = pattern.find('}', open);
    out += pattern.substr(at, open - at);
    if (close == std::string_view::npos) {
      return out += pattern.substr(open);
    }
    const std::string_view name = pattern.substr(open + 1, close - open - 1);
    for (const auto& [key, value] : values) {
      if (key == name) {
        out += value;
      }
    }
    at = close + 1;
  }
  return out;
}

}  // namespace metodica::html
