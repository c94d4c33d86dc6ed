#include "bibliography/author_mark.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "bibliography/csv_records.hpp"
#include "bibliography/initial_article.hpp"
#include "bibliography/latin_letters.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t kLongestNumber = 4;

constexpr bool is_latin(char c) {
  return c >= 'a' && c <= 'z';
}
constexpr char upper(char c) {
  return is_latin(c) ? static_cast<char>(c - 'a' + 'A') : c;
}

constexpr std::string_view kParticles[] = {
    "d", "da", "de", "del", "della", "den", "der", "des", "di",  "do",  "dos", "du", "el",
    "l", "la", "le", "lo",  "los",   "ten", "ter", "van", "vom", "von", "zu",  "zur"};

bool is_particle(std::string_view word) {
  return std::find(std::begin(kParticles), std::end(kParticles), word) != std::end(kParticles);
}

std::string without_apostrophes(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    if (text.front() != '\'' && ascii_sign(character.code) != '\'') {
      out += text.substr(0, character.size);
    }
    text.remove_prefix(character.size);
  }
  return out;
}

// Leading particles lose the space after them.
std::string joined_particles(std::string key) {
  std::size_t begin = 0;
  for (std::size_t gap = key.find(' '); gap != std::string::npos; gap = key.find(' ', begin)) {
    if (!is_particle(std::string_view(key).substr(begin, gap - begin))) {
      break;
    }
    key.erase(gap, 1);
    begin = gap;
  }
  return key;
}

std::string stem_key(std::string_view prefix) {
  std::string key = folded(prefix);
  constexpr std::pair<std::string_view, std::string_view> kShortForenames[] = {{" wm", "william"},
                                                                               {" jos", "joseph"}};
  for (const auto& [short_form, forename] : kShortForenames) {
    if (key.ends_with(short_form) && prefix.ends_with('.')) {
      key.replace(key.size() - short_form.size() + 1, std::string::npos, forename);
    }
  }
  return key;
}

// From which letter on a digit holds. Letters between two starts take the digit before them.
struct Step {
  char from;
  char digit;
};

template <std::size_t size>
char digit_for(const std::array<Step, size>& steps, char letter) {
  char digit = steps.front().digit;
  for (const Step& step : steps) {
    if (letter >= step.from) {
      digit = step.digit;
    }
  }
  return digit;
}

constexpr std::array<Step, 8> kAfterVowel{{{'b', '2'},
                                           {'d', '3'},
                                           {'l', '4'},
                                           {'n', '5'},
                                           {'p', '6'},
                                           {'r', '7'},
                                           {'s', '8'},
                                           {'u', '9'}}};
constexpr std::array<Step, 8> kAfterS{{{'a', '2'},
                                       {'c', '3'},
                                       {'e', '4'},
                                       {'h', '5'},
                                       {'m', '6'},
                                       {'t', '7'},
                                       {'u', '8'},
                                       {'w', '9'}}};
constexpr std::array<Step, 7> kAfterQu{
    {{'a', '3'}, {'e', '4'}, {'i', '5'}, {'o', '6'}, {'r', '7'}, {'t', '8'}, {'y', '9'}}};
constexpr std::array<Step, 7> kAfterConsonant{
    {{'a', '3'}, {'e', '4'}, {'i', '5'}, {'o', '6'}, {'r', '7'}, {'u', '8'}, {'y', '9'}}};
constexpr std::array<Step, 7> kExpansion{
    {{'a', '3'}, {'e', '4'}, {'i', '5'}, {'m', '6'}, {'p', '7'}, {'t', '8'}, {'w', '9'}}};

char first_digit(std::string_view key) {
  const char initial = key[0];
  const char second = key[1];
  if (std::string_view("aeiou").find(initial) != std::string_view::npos) {
    return digit_for(kAfterVowel, second);
  }
  if (initial == 's') {
    return digit_for(kAfterS, second);
  }
  if (initial == 'q') {
    return second == 'u' && key.size() > 2 ? digit_for(kAfterQu, key[2]) : '2';
  }
  return digit_for(kAfterConsonant, second);
}

// The first `count` characters of folded text, which may be of any script.
std::string first_characters(std::string_view text, std::size_t count) {
  std::string out;
  for (; count > 0 && !text.empty(); --count) {
    const std::size_t size = first_character(text).size;
    out += text.substr(0, size);
    text.remove_prefix(size);
  }
  return out;
}

}  // namespace

Result<AuthorTable> AuthorTable::from_csv(std::string_view text) {
  AuthorTable table;
  const auto records = csv_records(text);
  for (std::size_t i = 1; i < records.size(); ++i) {
    const std::vector<std::string>& record = records[i];
    const std::string key = stem_key(record[0]);
    const std::string number = record.size() > 1 ? record[1] : std::string();
    const bool digits =
        std::all_of(number.begin(), number.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (key.empty() || number.empty() || number.size() > kLongestNumber || !digits) {
      return invalid("author_table.line", {{"line", static_cast<std::int64_t>(i + 1)}});
    }
    table.entries_.push_back({key, number});
  }
  if (table.entries_.empty()) {
    return invalid("author_table.empty");
  }
  std::stable_sort(table.entries_.begin(), table.entries_.end(),
                   [](const Entry& a, const Entry& b) { return a.key < b.key; });
  return table;
}

std::string AuthorTable::number_for(std::string_view heading_key) const {
  if (heading_key.empty()) {
    return {};
  }
  const auto after =
      std::upper_bound(entries_.begin(), entries_.end(), heading_key,
                       [](std::string_view key, const Entry& entry) { return key < entry.key; });
  const char initial = heading_key.front();
  if (after != entries_.begin() && std::prev(after)->key.front() == initial) {
    return std::prev(after)->number;
  }
  return after != entries_.end() && after->key.front() == initial ? after->number : std::string();
}

std::string heading_key(std::string_view surname, std::string_view forename, Particles particles) {
  std::string key = folded(without_apostrophes(surname));
  if (particles == Particles::joined) {
    key = joined_particles(std::move(key));
  }
  const std::string second = folded(without_apostrophes(forename));
  return second.empty() ? key : key + ' ' + second;
}

std::string author_mark(const AuthorTable& table, std::string_view surname,
                        std::string_view forename, Particles particles) {
  const std::string key = heading_key(surname, forename, particles);
  const std::string number = table.number_for(key);
  return number.empty() ? std::string() : upper(key.front()) + number;
}

std::string loc_author_mark(std::string_view heading) {
  std::string key;
  for (const char c : heading_key(heading, {})) {
    if (is_latin(c)) {
      key += c;
    } else if (c != ' ' || key.empty()) {
      break;
    }
  }
  if (key.empty()) {
    return {};
  }
  std::string mark(1, upper(key[0]));
  if (key.size() > 1) {
    mark += first_digit(key);
  }
  const std::size_t third = key.starts_with("qu") || key.starts_with("sch") ? 3 : 2;
  if (key.size() > third) {
    mark += digit_for(kExpansion, key[third]);
  }
  return mark;
}

std::string letters_mark(std::string_view heading, std::size_t letters) {
  std::string key = heading_key(heading, {});
  key.erase(std::remove(key.begin(), key.end(), ' '), key.end());
  std::string mark = first_characters(key, letters);
  std::transform(mark.begin(), mark.end(), mark.begin(), upper);
  return mark;
}

std::string work_mark(std::string_view title, std::string_view lang, std::size_t letters) {
  std::string plain = folded(without_initial_article(title, lang));
  plain.erase(std::remove(plain.begin(), plain.end(), ' '), plain.end());
  return first_characters(plain, letters);
}

}  // namespace metodica
