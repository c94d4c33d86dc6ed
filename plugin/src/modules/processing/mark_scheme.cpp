#include "modules/processing/mark_scheme.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include "bibliography/format_mark.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t running_figures = 4;
constexpr std::size_t longest_prefix = 6;
constexpr int most_classes = 39;

template <class Value, std::size_t size>
using Names = std::array<std::pair<Value, std::string_view>, size>;

constexpr Names<MarkFamily, 3> families{{{MarkFamily::systematic, "systematic"},
                                         {MarkFamily::format, "format"},
                                         {MarkFamily::running, "running"}}};
constexpr Names<AuthorRule, 4> author_rules{{{AuthorRule::table, "table"},
                                             {AuthorRule::loc, "loc"},
                                             {AuthorRule::letters, "letters"},
                                             {AuthorRule::none, "none"}}};
constexpr Names<Uniqueness, 3> uniquenesses{
    {{Uniqueness::free, "free"}, {Uniqueness::work, "work"}, {Uniqueness::copy, "copy"}}};

template <class Value, std::size_t size>
std::string_view name_in(const Names<Value, size>& names, Value value) {
  for (const auto& [one, name] : names) {
    if (one == value)
      return name;
  }
  return {};
}

template <class Value, std::size_t size>
std::optional<Value> named_in(const Names<Value, size>& names, std::string_view name) {
  for (const auto& [one, its] : names) {
    if (its == name)
      return one;
  }
  return {};
}

bool fits(const std::string& wanted, std::string_view actual) {
  return wanted.empty() || wanted == actual;
}

bool is_roman(const std::string& text) {
  for (int value = 1; value <= most_classes; ++value) {
    if (roman_numeral(value) == text)
      return true;
  }
  return false;
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// The number that begins at `at`, with a decimal sign; moves `at` behind it. Below 0: none.
double number_at(std::string_view text, std::size_t& at) {
  if (at >= text.size() || !is_digit(text[at]))
    return -1;
  double value = 0;
  for (; at < text.size() && is_digit(text[at]); ++at)
    value = value * 10 + (text[at] - '0');
  if (at + 1 < text.size() && (text[at] == ',' || text[at] == '.') && is_digit(text[at + 1])) {
    double part = 0.1;
    for (++at; at < text.size() && is_digit(text[at]); ++at, part /= 10)
      value += part * (text[at] - '0');
  }
  return value;
}

std::string_view unit_at(std::string_view text, std::size_t at) {
  while (at < text.size() && text[at] == ' ')
    ++at;
  return text.substr(at, 2);
}

// "20 x 27 cm", "20×27 cm": behind the first number. Moves `at` to the second number.
bool crosses(std::string_view text, std::size_t& at) {
  std::size_t next = at;
  while (next < text.size() && text[next] == ' ')
    ++next;
  const std::string_view rest = text.substr(next);
  for (const std::string_view sign : {"x", "X", "×"}) {
    if (!rest.starts_with(sign))
      continue;
    next += sign.size();
    while (next < text.size() && text[next] == ' ')
      ++next;
    at = next;
    return next < text.size() && is_digit(text[next]);
  }
  return false;
}

}  // namespace

std::string_view name_of(MarkFamily family) {
  return name_in(families, family);
}

std::optional<MarkFamily> family_named(std::string_view name) {
  return named_in(families, name);
}

std::string_view name_of(AuthorRule rule) {
  return name_in(author_rules, rule);
}

AuthorRule author_rule_named(std::string_view name) {
  return named_in(author_rules, name).value_or(AuthorRule::table);
}

std::string_view name_of(Uniqueness uniqueness) {
  return name_in(uniquenesses, uniqueness);
}

Uniqueness uniqueness_named(std::string_view name) {
  return named_in(uniquenesses, name).value_or(Uniqueness::free);
}

MarkScheme scheme_for(const std::vector<MarkScheme>& schemes, std::string_view register_code,
                      std::string_view custody, std::string_view section) {
  for (const MarkScheme& scheme : schemes) {
    if (fits(scheme.register_code, register_code) && fits(scheme.custody, custody) &&
        fits(scheme.section, section))
      return scheme;
  }
  return {};
}

Result<void> check_scheme(const MarkScheme& scheme) {
  if (scheme.second == scheme.first)
    return invalid("call_numbers.same_family", {}, "second");
  if (scheme.second == MarkFamily::systematic)
    return invalid("call_numbers.second_systematic", {}, "second");
  const std::string& prefix = scheme.prefix;
  const bool capitals =
      std::all_of(prefix.begin(), prefix.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
  if (prefix.size() > longest_prefix || !capitals || is_roman(prefix))
    return invalid("call_numbers.prefix", {{"text", prefix}}, "prefix");
  return {};
}

std::vector<std::int64_t> usual_height_limits() {
  return {20, 25, 30, 38};
}

Result<void> check_limits(const std::vector<std::int64_t>& limits) {
  for (std::size_t row = 1; row < limits.size(); ++row) {
    if (limits[row] <= limits[row - 1])
      return invalid("call_numbers.limits_rise", {}, "limits/" + std::to_string(row) + "/upto");
  }
  return {};
}

std::int64_t height_class_of(const std::vector<std::int64_t>& limits, std::int64_t centimetres) {
  const auto found = std::lower_bound(limits.begin(), limits.end(), centimetres);
  return found - limits.begin() + 1;
}

std::string height_class_range(const std::vector<std::int64_t>& limits, std::int64_t height_class) {
  const auto at = static_cast<std::size_t>(height_class);
  if (limits.empty())
    return {};
  if (at > limits.size())
    return "> " + std::to_string(limits.back());
  const std::string upto = std::to_string(limits[at - 1]);
  return at == 1 ? "≤ " + upto : std::to_string(limits[at - 2]) + "–" + upto;
}

std::int64_t centimetres_in(std::string_view size) {
  for (std::size_t at = 0; at < size.size(); ++at) {
    const double value = number_at(size, at);
    if (value < 0)
      continue;
    if (crosses(size, at))
      number_at(size, at);
    const std::string_view unit = unit_at(size, at);
    if (unit == "mm")
      return static_cast<std::int64_t>(std::ceil(value / 10));
    if (unit == "cm")
      return static_cast<std::int64_t>(std::ceil(value));
  }
  return 0;
}

std::string number_text(std::string_view prefix, std::int64_t height_class, std::int64_t serial) {
  if (height_class > 0) {
    FormatMark mark;
    mark.prefix = prefix;
    mark.height_class = static_cast<int>(height_class);
    mark.number = serial;
    return mark.text();
  }
  std::string text = std::to_string(serial);
  if (text.size() < running_figures)
    text.insert(0, running_figures - text.size(), '0');
  return text;
}

std::string author_mark_by(AuthorRule rule, Particles particles, const AuthorTable* table,
                           const Heading& heading) {
  switch (rule) {
    case AuthorRule::none:
      return {};
    case AuthorRule::letters:
      return letters_mark(heading.surname);
    case AuthorRule::loc:
      return proposed_author_mark(nullptr, heading);
    case AuthorRule::table:
      break;
  }
  return table == nullptr ? proposed_author_mark(nullptr, heading)
                          : author_mark(*table, heading.surname, heading.forename, particles);
}

}  // namespace metodica::processing
