#include "bibliography/title_match.hpp"

#include <algorithm>
#include <iterator>
#include <sstream>
#include <utility>
#include <vector>

#include "bibliography/initial_article.hpp"
#include "bibliography/languages.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::string_view kOldI = "\xC3\xAE";  // î
constexpr std::string_view kNewA = "\xC3\xA2";  // â

std::vector<std::string> words_of(std::string_view text) {
  std::istringstream stream(folded(text));
  return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

bool letter_begins(std::string_view rest) {
  return !rest.empty() && !folded(rest.substr(0, 1)).empty();
}

bool is_inner(std::string_view text, std::size_t at, std::size_t size) {
  const bool before = at > 0 && (static_cast<unsigned char>(text[at - 1]) >= 0x80 ||
                                 letter_begins(text.substr(at - 1)));
  const std::string_view after = text.substr(at + size);
  return before && !after.empty() &&
         (static_cast<unsigned char>(after.front()) >= 0x80 || letter_begins(after));
}

// Spelling before 1993: î inside words where â is written now, and sînt for sunt.
std::string new_spelling(std::string_view title) {
  std::string text = tidy(title);
  constexpr std::pair<std::string_view, std::string_view> kVerbs[] = {{"s\xC3\xAEnt", "sunt"},
                                                                      {"S\xC3\xAEnt", "Sunt"}};
  for (const auto& [old_form, new_form] : kVerbs) {
    for (std::size_t at = text.find(old_form); at != std::string::npos;
         at = text.find(old_form, at + new_form.size())) {
      const bool begins_word = at == 0 || text[at - 1] == ' ';
      const std::string_view after = std::string_view(text).substr(at + old_form.size());
      if (begins_word && (after.empty() || after.front() == ' ' || after.starts_with("em"))) {
        text.replace(at, old_form.size(), new_form);
      }
    }
  }
  for (std::size_t at = text.find(kOldI); at != std::string::npos;
       at = text.find(kOldI, at + kOldI.size())) {
    if (is_inner(text, at, kOldI.size())) {
      text.replace(at, kOldI.size(), kNewA);
    }
  }
  return text;
}

bool words_agree(const std::string& a, const std::string& b) {
  return a == b || (a.size() == 1 && b.starts_with(a)) || (b.size() == 1 && a.starts_with(b));
}

}  // namespace

std::string title_key(std::string_view title, std::string_view lang) {
  const std::string code = lang.empty() ? "ro" : language_code(lang);
  const std::string_view rest = without_initial_article(title, code);
  return folded(code == "ro" ? new_spelling(rest) : std::string(rest));
}

std::string author_key(std::string_view name) {
  std::vector<std::string> words = words_of(name);
  std::sort(words.begin(), words.end());
  std::string key;
  for (const std::string& word : words) {
    key += key.empty() ? "" : " ";
    key += word;
  }
  return key;
}

std::string surname_key(std::string_view name) {
  const std::size_t comma = name.find(',');
  if (comma != std::string_view::npos) {
    return folded(name.substr(0, comma));
  }
  const std::vector<std::string> words = words_of(name);
  return words.empty() ? std::string() : words.back();
}

bool same_author(std::string_view one, std::string_view other) {
  std::vector<std::string> first = words_of(one);
  std::vector<std::string> second = words_of(other);
  if (first.empty() || first.size() != second.size()) {
    return false;
  }
  // Full words choose first, so that an initial is left for the word that has no equal.
  const auto longer = [](const std::string& a, const std::string& b) {
    return a.size() > b.size();
  };
  std::stable_sort(first.begin(), first.end(), longer);
  bool full_word = false;
  for (const bool exact : {true, false}) {
    for (auto word = first.begin(); word != first.end();) {
      const auto match = std::find_if(second.begin(), second.end(), [&](const std::string& b) {
        return exact ? *word == b : words_agree(*word, b);
      });
      if (match == second.end()) {
        ++word;
        continue;
      }
      full_word = full_word || (exact && word->size() > 1);
      second.erase(match);
      word = first.erase(word);
    }
  }
  return first.empty() && full_word;
}

}  // namespace metodica
