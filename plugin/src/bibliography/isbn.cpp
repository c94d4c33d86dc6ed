#include "bibliography/isbn.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

#include "bibliography/ean.hpp"
#include "bibliography/isbn_ranges.hpp"
#include "bibliography/latin_letters.hpp"

namespace metodica {
namespace {

constexpr std::size_t kTen = 10;
constexpr std::size_t kThirteen = 13;

constexpr bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char check_of_ten(std::string_view nine) {
  int sum = 0;
  int weight = 10;
  for (const char digit : nine) {
    sum += weight * (digit - '0');
    --weight;
  }
  const int check = (11 - sum % 11) % 11;
  return check == 10 ? 'X' : static_cast<char>('0' + check);
}

// The characters that count: separators left out, a leading "ISBN", "ISBN-10:" or "ISBN-13:" too.
std::string bare(std::string_view text) {
  std::string out;
  while (!text.empty()) {
    const Utf8Character character = first_character(text);
    const char sign = ascii_sign(character.code);
    const char c = sign != 0 ? sign : text.front();
    if (c != ' ' && c != '-' && c != '\t' && c != '\'') {
      out += text.substr(0, character.size);
    }
    text.remove_prefix(character.size);
  }
  if (out.size() >= 4 && (out.starts_with("ISBN") || out.starts_with("isbn"))) {
    out.erase(0, 4);
    const bool labelled = out.starts_with("10:") || out.starts_with("13:");
    out.erase(0, labelled ? 3 : (out.starts_with(":") ? 1 : 0));
  }
  std::replace(out.begin(), out.end(), 'x', 'X');
  return out;
}

// A number in running text: where it begins and ends is known, how long it should be is not.
struct Candidate {
  std::string characters;
  std::size_t end = 0;
};

// Digits from `begin` on, joined over single hyphens or spaces, up to `length` characters.
Candidate read_candidate(std::string_view text, std::size_t begin, std::size_t length) {
  Candidate candidate;
  std::size_t at = begin;
  bool separated = true;
  while (at < text.size() && candidate.characters.size() < length) {
    const Utf8Character character = first_character(text.substr(at));
    const char sign = ascii_sign(character.code);
    const char c = sign != 0 ? sign : text[at];
    const bool last_of_ten = length == kTen && candidate.characters.size() == kTen - 1;
    if (is_digit(c) || (last_of_ten && (c == 'X' || c == 'x'))) {
      candidate.characters += c == 'x' ? 'X' : c;
      separated = false;
    } else if ((c == '-' || c == ' ') && !separated) {
      separated = true;
    } else {
      break;
    }
    at += character.size;
  }
  candidate.end = at;
  return candidate;
}

}  // namespace

Result<Isbn> Isbn::parse(std::string_view text) {
  const std::string characters = bare(text);
  std::vector<MessageArgument> arguments{{"text", std::string(text)}};
  for (std::size_t i = 0; i < characters.size(); ++i) {
    const bool final_x = characters[i] == 'X' && i == kTen - 1 && characters.size() == kTen;
    if (!is_digit(characters[i]) && !final_x) {
      return invalid("isbn.sign", std::move(arguments));
    }
  }
  if (characters.size() != kTen && characters.size() != kThirteen) {
    arguments.push_back({"count", static_cast<std::int64_t>(characters.size())});
    return invalid("isbn.length", std::move(arguments));
  }
  const bool ten = characters.size() == kTen;
  if (!ten && !characters.starts_with("978") && !characters.starts_with("979")) {
    return invalid("isbn.prefix", std::move(arguments));
  }
  if (!ten && characters.starts_with("9790")) {
    return invalid("isbn.music", std::move(arguments));
  }
  const std::string body = characters.substr(0, characters.size() - 1);
  const char expected = ten ? check_of_ten(body) : ean_check_digit(body);
  if (expected != characters.back()) {
    arguments.push_back({"expected", std::string(1, expected)});
    return invalid("isbn.check_digit", std::move(arguments));
  }
  if (!ten) {
    return Isbn(characters);
  }
  const std::string twelve = "978" + body;
  return Isbn(twelve + ean_check_digit(twelve));
}

std::string Isbn::isbn10() const {
  if (!digits_.starts_with("978")) {
    return {};
  }
  const std::string nine = digits_.substr(3, kTen - 1);
  return nine + check_of_ten(nine);
}

std::string Isbn::text() const {
  const std::string hyphenated = hyphenated_isbn(digits_);
  return hyphenated.empty() ? digits_ : hyphenated;
}

std::vector<Isbn> find_isbns(std::string_view text) {
  std::vector<Isbn> found;
  std::size_t at = 0;
  while (at < text.size()) {
    const bool inside_number = at > 0 && is_digit(text[at - 1]);
    std::size_t next = at + 1;
    if (is_digit(text[at]) && !inside_number) {
      for (const std::size_t length : {kThirteen, kTen}) {
        const Candidate candidate = read_candidate(text, at, length);
        const bool runs_on = candidate.end < text.size() && is_digit(text[candidate.end]);
        const Result<Isbn> isbn = Isbn::parse(candidate.characters);
        if (!runs_on && candidate.characters.size() == length && isbn) {
          if (std::find(found.begin(), found.end(), *isbn) == found.end()) {
            found.push_back(*isbn);
          }
          next = candidate.end;
          break;
        }
      }
    }
    at = next;
  }
  return found;
}

}  // namespace metodica
