#include "text/messages.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <functional>
#include <mutex>
#include <span>
#include <unordered_map>

#include "json/json.hpp"
#include "text/embedded.hpp"
#include "text/pattern.hpp"

namespace metodica {

namespace embedded {
extern const std::span<const EmbeddedFile> locale_files;
}

namespace {

constexpr std::array<std::string_view, 3> languages = {"ro", "en", "hu"};

std::size_t index_of(std::string_view lang) {
  const auto found = std::find(languages.begin(), languages.end(), lang);
  return found != languages.end() ? static_cast<std::size_t>(found - languages.begin()) : 0;
}

struct TextHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const {
    return std::hash<std::string_view>{}(text);
  }
};

}  // namespace

struct Messages::Catalogue {
  std::string lang;
  std::unordered_map<std::string, Pattern, TextHash, std::equal_to<>> patterns;

  explicit Catalogue(std::string_view language) : lang(language) {
    for (const EmbeddedFile& file : embedded::locale_files) {
      if (file.path.starts_with(lang + '/')) {
        add(file.content);
      }
    }
  }

  // A broken file is left out, and its ids then show as themselves; the tests read every file.
  void add(std::string_view content) {
    const auto file = Json::parse(content);
    if (!file) {
      return;
    }
    for (const auto& [id, pattern] : file->members()) {
      patterns.try_emplace(id, pattern.text(), lang);
    }
  }

  [[nodiscard]] const Pattern* find(std::string_view id) const {
    const auto found = patterns.find(id);
    return found != patterns.end() ? &found->second : nullptr;
  }

  static std::shared_ptr<const Catalogue> of(std::string_view language) {
    static std::array<std::once_flag, languages.size()> read;
    static std::array<std::shared_ptr<const Catalogue>, languages.size()> all;
    const std::size_t index = index_of(language);
    std::call_once(read[index],
                   [&] { all[index] = std::make_shared<const Catalogue>(languages[index]); });
    return all[index];
  }
};

Messages::Messages(std::string_view lang)
    : lang_(languages[index_of(lang)]), catalogue_(Catalogue::of(lang)) {}
Messages::~Messages() = default;
Messages::Messages(const Messages&) = default;
Messages& Messages::operator=(const Messages&) = default;

const std::string& Messages::lang() const {
  return lang_;
}

std::string Messages::operator()(std::string_view id,
                                 const std::vector<MessageArgument>& arguments) const {
  const Pattern* pattern = catalogue_->find(id);
  if (pattern == nullptr) {
    pattern = Catalogue::of("ro")->find(id);
  }
  return pattern != nullptr ? pattern->format(arguments) : std::string(id);
}

bool Messages::has(std::string_view id) const {
  return catalogue_->find(id) != nullptr;
}

std::string Messages::of(const Problem& problem) const {
  return problem.text.empty() ? (*this)(problem.message, problem.arguments) : problem.text;
}

std::string Messages::hint(const Problem& problem) const {
  const std::string id = problem.message + ".hint";
  const bool known = has(id) || Catalogue::of("ro")->find(id) != nullptr;
  return known ? (*this)(id, problem.arguments) : "";
}

std::vector<std::string> Messages::ids() const {
  std::vector<std::string> all;
  all.reserve(catalogue_->patterns.size());
  for (const auto& [id, pattern] : catalogue_->patterns) {
    all.push_back(id);
  }
  std::sort(all.begin(), all.end());
  return all;
}

}  // namespace metodica
