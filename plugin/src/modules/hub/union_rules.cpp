#include "modules/hub/union_rules.hpp"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <sstream>

#include "bibliography/isbn.hpp"
#include "bibliography/languages.hpp"
#include "bibliography/title_match.hpp"
#include "text/unicode.hpp"

namespace metodica::hub {
namespace {

using Words = std::vector<std::string>;

// Limits of the decision; the start values of the note, kept after measuring.
constexpr std::int64_t same_edition_points = 85;
constexpr std::int64_t ask_points = 60;
constexpr std::int64_t same_work_points = 40;
constexpr double exact = 1.0;
constexpr double close = 0.93;
constexpr double near = 0.85;
constexpr double far = 0.6;
constexpr std::size_t key_words = 3;
constexpr std::size_t core_begin = 3;
constexpr std::size_t core_length = 9;

Words words_of(const std::string& text) {
  std::istringstream stream(text);
  return {std::istream_iterator<std::string>(stream), std::istream_iterator<std::string>()};
}

template <std::size_t N>
bool is_one_of(const std::string& word, const std::array<std::string_view, N>& list) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_volume_word(const std::string& word) {
  static constexpr std::array<std::string_view, 11> words = {"vol",  "volumul", "partea", "tomul",
                                                             "tom",  "cartea",  "kotet",  "resz",
                                                             "band", "part",    "volume"};
  return is_one_of(word, words);
}

std::int64_t roman(const std::string& word) {
  std::int64_t sum = 0;
  std::int64_t before = 0;
  for (auto at = word.rbegin(); at != word.rend(); ++at) {
    const std::int64_t value = *at == 'i'   ? 1
                               : *at == 'v' ? 5
                               : *at == 'x' ? 10
                               : *at == 'l' ? 50
                                            : 0;
    if (value == 0)
      return 0;
    sum += value < before ? -value : value;
    before = std::max(before, value);
  }
  return sum;
}

std::int64_t number_of(const std::string& word) {
  constexpr std::size_t longest = 4;
  const bool digits = !word.empty() && word.size() <= longest &&
                      word.find_first_not_of("0123456789") == std::string::npos;
  return digits ? std::strtoll(word.c_str(), nullptr, 10) : roman(word);
}

// Takes "vol 2", "partea a ii a", "2 kotet" out of the words.
std::int64_t take_volume(Words& words) {
  const auto marker = std::find_if(words.begin(), words.end(), is_volume_word);
  if (marker == words.end())
    return 0;
  auto begin = marker;
  auto end = marker + 1;
  if (end != words.end() && *end == "a")
    ++end;
  std::int64_t volume = end == words.end() ? 0 : number_of(*end);
  if (volume != 0) {
    ++end;
    if (end != words.end() && *end == "a")
      ++end;
  } else if (begin != words.begin()) {
    volume = number_of(*(begin - 1));
    if (volume != 0)
      --begin;
  }
  if (volume == 0)
    return 0;
  words.erase(begin, end);
  return volume;
}

std::string joined(const Words& words, std::size_t most = static_cast<std::size_t>(-1)) {
  std::string text;
  for (std::size_t i = 0; i < words.size() && i < most; ++i)
    text += (text.empty() ? "" : " ") + words[i];
  return text;
}

std::string publisher_key(const std::string& publisher) {
  static constexpr std::array<std::string_view, 9> empty_words = {
      "editura", "ed", "grupul", "editorial", "publishing", "verlag", "konyvkiado", "kiado", "the"};
  for (const std::string& word : words_of(folded(publisher))) {
    if (!is_one_of(word, empty_words))
      return word;
  }
  return {};
}

std::int64_t title_points(double alike) {
  return alike >= exact ? 30 : alike >= close ? 22 : alike >= near ? 10 : alike < far ? -60 : 0;
}

std::int64_t isbn_points(const TitleFacts& a, const TitleFacts& b) {
  if (a.isbn.empty() || b.isbn.empty())
    return 0;
  return a.isbn == b.isbn ? 60 : -25;
}

std::int64_t volume_points(const TitleFacts& a, const TitleFacts& b) {
  if (a.volume == 0 && b.volume == 0)
    return 0;
  if (a.volume == 0 || b.volume == 0)
    return -10;
  return a.volume == b.volume ? 10 : -80;
}

std::int64_t author_points(const TitleFacts& a, const TitleFacts& b) {
  if (a.author.empty() || b.author.empty())
    return 0;
  if (same_author(a.author, b.author))
    return 20;
  return a.surname == b.surname ? 10 : -30;
}

std::int64_t year_points(const TitleFacts& a, const TitleFacts& b) {
  if (a.year == 0 || b.year == 0)
    return 0;
  const std::int64_t apart = std::abs(a.year - b.year);
  return apart == 0 ? 12 : apart == 1 ? 6 : -15;
}

std::int64_t publisher_points(const TitleFacts& a, const TitleFacts& b) {
  if (a.publisher.empty() || b.publisher.empty())
    return 0;
  return a.publisher == b.publisher ? 8 : -5;
}

std::int64_t pages_points(const TitleFacts& a, const TitleFacts& b) {
  constexpr std::int64_t few = 10;
  if (a.pages == 0 || b.pages == 0)
    return 0;
  const std::int64_t apart = std::abs(a.pages - b.pages);
  if (apart <= few)
    return 5;
  return apart * few > std::max(a.pages, b.pages) ? -8 : 0;
}

std::int64_t other_points(const TitleFacts& a, const TitleFacts& b) {
  std::int64_t points = 0;
  if (!a.language.empty() && !b.language.empty() && a.language != b.language)
    points -= 60;
  if (a.carrier != b.carrier)
    points -= 100;
  if (!a.edition.empty() && !b.edition.empty() && a.edition != b.edition)
    points -= 20;
  return points;
}

std::string title_begin(const TitleFacts& facts) {
  return joined(words_of(facts.title), key_words);
}

std::vector<std::string> exact_keys(const TitleFacts& facts) {
  std::vector<std::string> keys;
  const Words words = words_of(facts.title);
  if (!facts.isbn.empty()) {
    keys.push_back("i" + facts.isbn);
    keys.push_back("c" + facts.isbn.substr(core_begin, core_length));
  }
  if (!facts.surname.empty() && facts.year != 0)
    keys.push_back("a" + facts.surname + " " + std::to_string(facts.year));
  if (!facts.publisher.empty() && facts.year != 0 && !words.empty())
    keys.push_back("p" + facts.publisher + " " + std::to_string(facts.year) + " " + words.front());
  return keys;
}

}  // namespace

TitleFacts facts_of(const Description& from) {
  TitleFacts facts;
  Words words = words_of(title_key(from.title, from.language));
  facts.volume = take_volume(words);
  facts.title = joined(words);
  facts.author = from.author;
  facts.surname = surname_key(from.author);
  facts.publisher = publisher_key(from.publisher);
  if (const auto isbn = Isbn::parse(from.isbn))
    facts.isbn = isbn->isbn13();
  facts.language = from.language.empty() ? "" : language_code(from.language);
  for (const std::string& word : words_of(folded(from.edition))) {
    if (facts.edition.empty() && number_of(word) != 0)
      facts.edition = std::to_string(number_of(word));
  }
  facts.carrier = from.carrier.empty() ? "print" : from.carrier;
  facts.year = from.year;
  facts.pages = from.pages;
  return facts;
}

double similarity(std::string_view one, std::string_view other) {
  if (one == other)
    return exact;
  const std::size_t longer = std::max(one.size(), other.size());
  std::vector<std::size_t> row(other.size() + 1);
  for (std::size_t i = 0; i <= other.size(); ++i)
    row[i] = i;
  for (std::size_t i = 1; i <= one.size(); ++i) {
    std::size_t corner = row[0];
    row[0] = i;
    for (std::size_t j = 1; j <= other.size(); ++j) {
      const std::size_t replaced = corner + (one[i - 1] == other[j - 1] ? 0 : 1);
      corner = row[j];
      row[j] = std::min({replaced, row[j] + 1, row[j - 1] + 1});
    }
  }
  return exact - static_cast<double>(row.back()) / static_cast<double>(longer);
}

Comparison compare(const TitleFacts& one, const TitleFacts& other) {
  const double alike = similarity(one.title, other.title);
  const bool same_isbn = !one.isbn.empty() && one.isbn == other.isbn;
  const std::int64_t volumes = volume_points(one, other);
  Comparison result;
  result.points = isbn_points(one, other) + title_points(alike) + volumes +
                  author_points(one, other) + year_points(one, other) +
                  publisher_points(one, other) + pages_points(one, other) +
                  other_points(one, other);
  result.likeness = result.points >= same_edition_points ? Likeness::same_edition
                    : result.points >= ask_points        ? Likeness::ask
                    : result.points >= same_work_points  ? Likeness::same_work
                                                         : Likeness::other;
  // Publishers use numbers twice: an equal one under another title is for a person to decide.
  if (same_isbn && alike < far)
    result.likeness = Likeness::ask;
  result.sure =
      result.likeness == Likeness::same_edition && same_isbn && alike >= near && volumes >= 0;
  return result;
}

std::vector<std::string> blocking_keys(const TitleFacts& facts) {
  std::vector<std::string> keys = exact_keys(facts);
  if (const std::string title = title_begin(facts); !title.empty()) {
    keys.push_back("t" + title);
    keys.push_back("s" + title + "/" + facts.surname);
  }
  return keys;
}

std::vector<std::string> asking_keys(const TitleFacts& facts) {
  std::vector<std::string> keys = exact_keys(facts);
  const std::string title = title_begin(facts);
  if (title.empty())
    return keys;
  keys.push_back("t" + title);
  if (!facts.surname.empty()) {
    keys.push_back("s" + title + "/" + facts.surname);
    keys.push_back("s" + title + "/");  // described without its author
  }
  return keys;
}

}  // namespace metodica::hub
