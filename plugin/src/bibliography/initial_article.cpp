#include "bibliography/initial_article.hpp"

#include <algorithm>
#include <span>
#include <string>
#include <utility>

#include "bibliography/languages.hpp"
#include "bibliography/latin_letters.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

using Words = std::span<const std::string_view>;

// Folded, so without marks; those with an apostrophe stand before a vowel without a space.
constexpr std::string_view kRomanian[] = {"un", "o", "niste"};
constexpr std::string_view kEnglish[] = {"the", "a", "an"};
constexpr std::string_view kFrench[] = {"le", "la", "les", "un", "une", "l'"};
constexpr std::string_view kGerman[] = {"der", "die", "das", "des", "dem", "den", "ein", "eine"};
constexpr std::string_view kHungarian[] = {"a", "az", "egy"};
constexpr std::string_view kItalian[] = {"il", "lo",  "la",  "i",  "gli", "le",
                                         "un", "uno", "una", "l'", "un'"};
constexpr std::string_view kSpanish[] = {"el", "la",  "los",  "las", "lo",
                                         "un", "una", "unos", "unas"};

// Here un and o are numbers, which file as words of the title.
constexpr std::string_view kRomanianNumerals[] = {"o suta", "o mie",     "o data",    "o singura",
                                                  "un an",  "un milion", "un miliard"};

Words articles_of(std::string_view lang) {
  const std::string code = language_code(lang);
  const std::pair<std::string_view, Words> known[] = {
      {"ro", kRomanian},  {"en", kEnglish}, {"fr", kFrench}, {"de", kGerman},
      {"hu", kHungarian}, {"it", kItalian}, {"es", kSpanish}};
  for (const auto& [name, words] : known) {
    if (code == name) {
      return words;
    }
  }
  return {};
}

bool begins_with_numeral(std::string_view title) {
  const std::string plain = folded(title) + ' ';
  return std::any_of(
      std::begin(kRomanianNumerals), std::end(kRomanianNumerals),
      [&](std::string_view words) { return plain.starts_with(std::string(words) + ' '); });
}

std::string_view from_first_letter(std::string_view title) {
  while (!title.empty()) {
    const std::size_t size = first_character(title).size;
    if (!folded(title.substr(0, size)).empty()) {
      break;
    }
    title.remove_prefix(size);
  }
  return title;
}

// The rest after an article enclosed in the marks of the record; data() is null when there are
// none.
std::string_view after_marks(std::string_view title) {
  constexpr std::pair<std::string_view, std::string_view> kMarks[] = {
      {"<<", ">>"}, {"\xC2\x98", "\xC2\x9C"}, {"\xC2\x88", "\xC2\x89"}};
  for (const auto& [open, close] : kMarks) {
    const std::size_t end = title.find(close);
    if (title.starts_with(open) && end != std::string_view::npos) {
      return title.substr(end + close.size());
    }
  }
  return {};
}

// Length of the first word with its apostrophe or following space; 0 when the title is one word.
std::size_t first_word(std::string_view title, std::string& word) {
  for (std::size_t i = 0; i < title.size();) {
    const Utf8Character character = first_character(title.substr(i));
    const char sign = ascii_sign(character.code);
    const char c = sign != 0 ? sign : title[i];
    if (c == ' ' || c == '\'') {
      word = folded(title.substr(0, i)) + (c == '\'' ? "'" : "");
      return i + character.size;
    }
    i += character.size;
  }
  return 0;
}

}  // namespace

std::string_view without_initial_article(std::string_view title, std::string_view lang) {
  while (!title.empty() && title.front() == ' ') {
    title.remove_prefix(1);
  }
  if (const std::string_view rest = from_first_letter(after_marks(title)); !rest.empty()) {
    return rest;
  }
  const std::string_view whole = from_first_letter(title);
  const Words articles = articles_of(lang);
  std::string word;
  const std::size_t size = first_word(whole, word);
  if (size == 0 || std::find(articles.begin(), articles.end(), word) == articles.end() ||
      (articles.data() == std::data(kRomanian) && begins_with_numeral(whole))) {
    return whole;
  }
  const std::string_view rest = from_first_letter(whole.substr(size));
  return rest.empty() ? whole : rest;
}

}  // namespace metodica
