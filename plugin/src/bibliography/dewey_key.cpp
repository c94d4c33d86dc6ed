#include "bibliography/dewey_key.hpp"

#include <algorithm>
#include <iterator>
#include <optional>
#include <vector>

#include "bibliography/key_parts.hpp"
#include "bibliography/latin_letters.hpp"
#include "bibliography/lcc_key.hpp"
#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

constexpr std::size_t kKohaDecimals = 15;

constexpr char upper(char c) {
  return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
}

std::string_view leading(std::string_view text, bool (*wanted)(char)) {
  const auto end = std::find_if_not(text.begin(), text.end(), wanted);
  return text.substr(0, static_cast<std::size_t>(end - text.begin()));
}

// At dots and runs of spaces; empty parts at the end are dropped, those before it are not.
std::vector<std::string> koha_tokens(std::string_view text) {
  std::vector<std::string> tokens(1);
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] == '.' || text[i] == ' ') {
      tokens.emplace_back();
      while (text[i] == ' ' && i + 1 < text.size() && text[i + 1] == ' ') {
        ++i;
      }
    } else {
      tokens.back() += text[i];
    }
  }
  while (!tokens.empty() && tokens.back().empty()) {
    tokens.pop_back();
  }
  return tokens;
}

// The second of two neighbouring digit groups are decimals; a group without them gets zeros.
void pad_decimals(std::vector<std::string>& tokens) {
  std::optional<std::size_t> first;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!all_digits(tokens[i])) {
      continue;
    }
    if (!first) {
      first = i;
      continue;
    }
    if (i == *first + 1) {
      tokens[i].resize(kKohaDecimals, '0');
      return;
    }
    break;
  }
  if (first) {
    tokens[*first] += '_' + std::string(kKohaDecimals, '0');
  }
}

}  // namespace

void append_dewey_key(std::string& out, std::string_view call_number) {
  std::string_view rest = call_number;
  while (!rest.empty() && !is_digit(rest.front()) && !is_latin(rest.front())) {
    rest.remove_prefix(first_character(rest).size);
  }
  const std::string_view prefix = leading(rest, is_latin);
  append_word_key(out, prefix);
  rest.remove_prefix(prefix.size());
  rest.remove_prefix(std::min(rest.find_first_not_of(' '), rest.size()));
  const std::string_view number = leading(rest, is_digit);
  append_number_key(out, number);
  rest.remove_prefix(number.size());
  std::string_view decimals;
  if (rest.size() > 1 && rest.front() == '.' && is_digit(rest[1])) {
    decimals = leading(rest.substr(1), is_digit);
    rest.remove_prefix(decimals.size() + 1);
  }
  append_word_key(out, decimals);
  append_book_parts_key(out, rest);
}

std::string koha_dewey_key(std::string_view call_class, std::string_view item) {
  std::string text = std::string(call_class) + ' ' + std::string(item);
  std::replace(text.begin(), text.end(), '/', ' ');
  std::transform(text.begin(), text.end(), text.begin(), upper);
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
  text.erase(text.find_last_not_of(' ') + 1);
  text.insert(leading(text, is_latin).size(), is_latin(text.empty() ? '\0' : text[0]) ? " " : "");
  std::vector<std::string> tokens = koha_tokens(text);
  pad_decimals(tokens);
  std::string key;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    key += i == 0 ? "" : "_";
    std::copy_if(tokens[i].begin(), tokens[i].end(), std::back_inserter(key),
                 [](char c) { return is_digit(c) || is_latin(c) || c == '_'; });
  }
  return key;
}

}  // namespace metodica
