#include "bibliography/format_mark.hpp"

#include <algorithm>
#include <charconv>

#include "bibliography/key_parts.hpp"

namespace metodica {
namespace {

constexpr int kHighestClass = 39;
constexpr std::size_t kLongestPrefix = 6;

constexpr bool is_letter(char c) {
  return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

std::string_view without_spaces_in_front(std::string_view text) {
  return text.substr(std::min(text.find_first_not_of(' '), text.size()));
}

std::string_view take_letters(std::string_view& text) {
  const auto end = std::find_if_not(text.begin(), text.end(), is_letter);
  const std::string_view word = text.substr(0, static_cast<std::size_t>(end - text.begin()));
  text.remove_prefix(word.size());
  return word;
}

// 0 when the word is not the usual way to write a number of 1 to 39.
int roman_value(std::string_view word) {
  for (int value = 1; value <= kHighestClass; ++value) {
    if (roman_numeral(value) == word) {
      return value;
    }
  }
  return 0;
}

}  // namespace

std::string roman_numeral(int value) {
  constexpr std::string_view kUnits[] = {"",  "I",  "II",  "III",  "IV",
                                         "V", "VI", "VII", "VIII", "IX"};
  return std::string(static_cast<std::size_t>(value / 10), 'X') + std::string(kUnits[value % 10]);
}

Result<FormatMark> FormatMark::parse(std::string_view text) {
  const Unexpected wrong = invalid("format_mark.form", {{"text", std::string(text)}});
  FormatMark mark;
  std::string_view rest = without_spaces_in_front(text);
  std::string_view word = take_letters(rest);
  const std::string_view after_word = without_spaces_in_front(rest);
  if (!after_word.empty() && is_letter(after_word.front())) {
    mark.prefix = word;
    rest = after_word;
    word = take_letters(rest);
  }
  mark.height_class = roman_value(word);
  if (mark.height_class == 0 || mark.prefix.size() > kLongestPrefix || rest.empty()) {
    return wrong;
  }
  if (rest.front() == '-') {
    mark.separator = '-';
    rest.remove_prefix(1);
  } else if (rest.front() != ' ') {
    return wrong;
  }
  rest = without_spaces_in_front(rest);
  const auto [end, error] = std::from_chars(rest.data(), rest.data() + rest.size(), mark.number);
  if (error != std::errc() || mark.number < 1) {
    return wrong;
  }
  rest.remove_prefix(static_cast<std::size_t>(end - rest.data()));
  rest = rest.substr(0, rest.find_last_not_of(' ') + 1);
  mark.further = rest;
  return mark;
}

std::string FormatMark::text() const {
  const std::string front = prefix.empty() ? prefix : prefix + ' ';
  return front + roman_numeral(height_class) + separator + std::to_string(number) + further;
}

std::string format_mark_key(const FormatMark& mark) {
  std::string key;
  append_word_key(key, mark.prefix);
  key += static_cast<char>(mark.height_class);
  append_number_key(key, std::to_string(mark.number));
  append_numbered_key(key, mark.further);
  return key;
}

}  // namespace metodica
