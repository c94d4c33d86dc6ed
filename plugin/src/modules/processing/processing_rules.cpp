#include "modules/processing/processing_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "bibliography/initial_article.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t most_letters = 3;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

char lower(char c) {
  return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

std::string trimmed(std::string_view text) {
  constexpr std::string_view space = " \t";
  const std::size_t from = text.find_first_not_of(space);
  if (from == std::string_view::npos)
    return {};
  return std::string(text.substr(from, text.find_last_not_of(space) - from + 1));
}

// Value of a Roman numeral below 40, 0 when it is none.
int roman_value(std::string_view text) {
  int sum = 0;
  int before = 0;
  for (auto at = text.rbegin(); at != text.rend(); ++at) {
    const char c = lower(*at);
    const int value = c == 'i' ? 1 : c == 'v' ? 5 : c == 'x' ? 10 : 0;
    if (value == 0)
      return 0;
    sum += value < before ? -value : value;
    before = std::max(before, value);
  }
  return sum;
}

// The digits of the number that `rest` begins with, "" when it begins with none.
std::string leading_number(std::string_view rest) {
  const std::size_t from = rest.find_first_not_of(' ');
  if (from == std::string_view::npos)
    return {};
  rest.remove_prefix(from);
  const std::size_t size = std::min(rest.find_first_of(" .,:;/)]"), rest.size());
  const std::string_view word = rest.substr(0, size);
  if (std::all_of(word.begin(), word.end(), is_digit))
    return std::string(word);
  const int value = roman_value(word);
  return value > 0 ? std::to_string(value) : std::string();
}

// Whether `word` stands in `text` at `at`, in any case.
bool stands_at(std::string_view text, std::size_t at, std::string_view word) {
  if (text.size() - at < word.size())
    return false;
  return std::equal(word.begin(), word.end(), text.begin() + static_cast<std::ptrdiff_t>(at),
                    [](char a, char b) { return a == lower(b); });
}

}  // namespace

Result<void> check_rules(const std::vector<ShelfRule>& rules) {
  for (std::size_t row = 0; row < rules.size(); ++row) {
    const ShelfRule& rule = rules[row];
    const std::string at = "rules/" + std::to_string(row) + "/";
    const bool is_number = std::all_of(rule.prefix.begin(), rule.prefix.end(),
                                       [](char c) { return is_digit(c) || c == '.'; });
    if (!is_number)
      return invalid("processing.rule_prefix", {{"text", rule.prefix}}, at + "prefix");
    if (rule.depth == 0 && rule.replacement.empty())
      return invalid("processing.rule_empty", {}, at + "depth");
    if (rule.prefix.empty() && !rule.replacement.empty())
      return invalid("processing.rule_all", {}, at + "prefix");
  }
  return {};
}

ShelfUdcRules shelf_udc_rules(const std::vector<ShelfRule>& rules, std::vector<UdcPart> kept) {
  ShelfUdcRules out;
  out.kept = std::move(kept);
  for (const ShelfRule& rule : rules) {
    if (!rule.replacement.empty()) {
      out.replacements.push_back({rule.prefix, rule.replacement});
    } else {
      out.depths.push_back({rule.prefix, static_cast<std::size_t>(rule.depth)});
    }
  }
  return out;
}

Heading heading_of(std::string_view author, std::string_view title, std::string_view lang) {
  std::string_view first = author.substr(0, author.find(';'));
  first = first.substr(0, first.find('('));
  const std::size_t comma = first.find(',');
  Heading heading;
  heading.surname = trimmed(first.substr(0, comma));
  if (comma != std::string_view::npos) {
    std::string_view rest = first.substr(comma + 1);
    heading.forename = trimmed(rest.substr(0, rest.find(',')));
  }
  if (heading.surname.empty()) {
    heading = {trimmed(without_initial_article(title, lang)), {}, true};
  }
  return heading;
}

std::string proposed_author_mark(const AuthorTable* table, const Heading& heading) {
  return table == nullptr ? loc_author_mark(heading.surname)
                          : author_mark(*table, heading.surname, heading.forename);
}

TitleParts split_volume(std::string_view title) {
  constexpr std::array<std::string_view, 7> labels = {"volumul", "vol.", "vol", "tomul",
                                                      "tom",     "v.",   "t."};
  for (std::size_t at = 1; at < title.size(); ++at) {
    if (std::string_view(" ,.:;([").find(title[at - 1]) == std::string_view::npos)
      continue;
    for (const std::string_view label : labels) {
      if (!stands_at(title, at, label))
        continue;
      const std::string_view rest = title.substr(at + label.size());
      const bool whole_word = label.back() == '.' || (!rest.empty() && rest.front() == ' ');
      const std::string volume = whole_word ? leading_number(rest) : std::string();
      if (volume.empty())
        continue;
      const std::string_view before = title.substr(0, at);
      const std::size_t end = before.find_last_not_of(" ,.:;([");
      return {std::string(before.substr(0, end == std::string_view::npos ? 0 : end + 1)), volume};
    }
  }
  return {std::string(title), {}};
}

std::string proposed_work_mark(const Heading& heading, std::string_view title,
                               std::string_view lang, std::string_view title_key,
                               const std::vector<TakenMark>& taken) {
  const auto own = std::find_if(taken.begin(), taken.end(), [&](const TakenMark& other) {
    return other.title_key == title_key;
  });
  if (own != taken.end())
    return own->work_mark;
  const auto is_free = [&](const std::string& mark) {
    return std::none_of(taken.begin(), taken.end(),
                        [&](const TakenMark& other) { return other.work_mark == mark; });
  };
  std::string mark;
  for (std::size_t letters = heading.by_title ? 0 : 1; letters <= most_letters; ++letters) {
    mark = letters == 0 ? std::string() : work_mark(title, lang, letters);
    if (is_free(mark))
      return mark;
  }
  std::string numbered = mark;
  for (std::size_t next = 2; !is_free(numbered); ++next)
    numbered = mark + std::to_string(next);
  return numbered;
}

std::string chosen(std::string_view typed, std::string_view proposed) {
  if (typed.empty())
    return std::string(proposed);
  return typed == "-" ? std::string() : std::string(typed);
}

std::string hex_text(std::string_view bytes) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  out.reserve(bytes.size() * 2);
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    out += digits[byte >> 4U];
    out += digits[byte & 15U];
  }
  return out;
}

std::string shelf_key_text(const CallNumber& mark) {
  return hex_text(shelf_mark_key(mark));
}

std::string shelf_key_text(std::string_view call_number) {
  return hex_text(shelf_mark_key(call_number));
}

bool is_for_children(std::string_view udc) {
  const std::string notation = udc_normalised(udc);
  const std::string main = first_main_digits(notation);
  if (main.starts_with("0875") || notation.find("053.2") != std::string::npos)
    return true;
  return main.starts_with("82") && notation.find("-93") != std::string::npos;
}

std::string title_identity(std::string_view title_ref, std::string_view author,
                           std::string_view title, std::string_view publication) {
  constexpr char unit_separator = '\x1f';
  std::string out;
  if (!title_ref.empty()) {
    out += title_ref;
    return out;
  }
  for (const std::string_view part : {author, title, publication}) {
    out += unit_separator;
    out += part;
  }
  return out;
}

}  // namespace metodica::processing
