#include "text/price.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t longest = 60;  // no amount with its currency needs more characters
constexpr int most_decimals = 4;
constexpr std::string_view old_leu = "ROL";

struct Mark {
  std::string_view text;  // lower case
  std::string_view currency;
};

constexpr std::array<Mark, 18> marks = {{{"lei", "RON"},
                                         {"leu", "RON"},
                                         {"ron", "RON"},
                                         {"lei noi", "RON"},
                                         {"rol", old_leu},
                                         {"lei vechi", old_leu},
                                         {"lei (rol)", old_leu},
                                         {"eur", "EUR"},
                                         {"euro", "EUR"},
                                         {"€", "EUR"},
                                         {"usd", "USD"},
                                         {"$", "USD"},
                                         {"gbp", "GBP"},
                                         {"£", "GBP"},
                                         {"lire sterline", "GBP"},
                                         {"huf", "HUF"},
                                         {"ft", "HUF"},
                                         {"chf", "CHF"}}};

Unexpected refuse(std::string id, std::string_view text) {
  return invalid(std::move(id), {{"text", excerpt(text)}});
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::string_view trim(std::string_view text) {
  const std::size_t from = text.find_first_not_of(' ');
  if (from == std::string_view::npos) {
    return {};
  }
  return text.substr(from, text.find_last_not_of(' ') - from + 1);
}

std::optional<std::string_view> currency_of(std::string_view mark) {
  std::string lower(mark);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  if (!lower.empty() && lower.back() == '.') {
    lower.pop_back();
  }
  const auto found = std::find_if(marks.begin(), marks.end(),
                                  [&](const Mark& known) { return known.text == lower; });
  return found != marks.end() ? std::optional(found->currency) : std::nullopt;
}

// "RON 45.00 " into the number and its mark.
struct Parts {
  std::string_view number;
  std::string_view mark;
};

std::optional<Parts> split(std::string_view text) {
  const std::size_t first = text.find_first_of("0123456789+-");
  const std::size_t last = text.find_last_of("0123456789");
  if (first == std::string_view::npos || last == std::string_view::npos || last < first) {
    return std::nullopt;
  }
  const std::string_view before = trim(text.substr(0, first));
  const std::string_view after = trim(text.substr(last + 1));
  if (!before.empty() && !after.empty()) {
    return std::nullopt;
  }
  return Parts{text.substr(first, last + 1 - first), before.empty() ? after : before};
}

// A number without its sign: digits before and after the decimal sign, grouping taken out.
struct Digits {
  std::string whole;
  std::string decimals;
};

// Groups are one to three digits, then exactly three each.
std::optional<std::string> ungroup(std::string_view text, char sign) {
  std::string digits;
  std::size_t in_group = 0;
  bool first = true;
  for (const char c : text) {
    if (c != sign) {
      digits += c;
      ++in_group;
      continue;
    }
    if (in_group == 0 || in_group > 3 || (!first && in_group != 3)) {
      return std::nullopt;
    }
    first = false;
    in_group = 0;
  }
  if (in_group == 0 || (!first && in_group != 3)) {
    return std::nullopt;
  }
  return digits;
}

bool only_digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), is_digit);
}

std::size_t count(std::string_view text, char sign) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), sign));
}

// "1.234": three digits after the only sign, and before it what could be a group.
bool is_ambiguous(std::string_view whole, std::string_view decimals) {
  return decimals.size() == 3 && whole.size() <= 3 && whole[0] != '0';
}

// Decides what the signs mean. The last dot or comma is the decimal sign when it stands once and
// is another sign than the one that groups; a sign that stands twice groups.
Result<Digits> read_digits(std::string_view number, std::string_view text) {
  const std::size_t last = number.find_last_of(".,");
  const bool groups_only = last == std::string_view::npos || count(number, number[last]) > 1;
  const std::string_view whole = groups_only ? number : number.substr(0, last);
  const std::string_view decimals = groups_only ? std::string_view() : number.substr(last + 1);
  const std::size_t at = whole.find_first_of("., ");
  const char group = at == std::string_view::npos ? ' ' : whole[at];
  const auto digits = ungroup(whole, group);
  if (!digits || !only_digits(*digits) || !only_digits(decimals) ||
      (!groups_only && decimals.empty())) {
    return refuse("money.syntax", text);
  }
  if (at == std::string_view::npos && is_ambiguous(whole, decimals)) {
    return refuse("money.ambiguous", text);
  }
  return Digits{*digits, std::string(decimals)};
}

Result<std::int64_t> to_e4(Digits digits, std::string_view text) {
  if (digits.decimals.size() > most_decimals) {
    return refuse("money.decimals", text);
  }
  digits.decimals.resize(most_decimals, '0');
  std::int64_t e4 = 0;
  for (const char c : digits.whole + digits.decimals) {
    if (__builtin_mul_overflow(e4, std::int64_t{10}, &e4) ||
        __builtin_add_overflow(e4, std::int64_t{c - '0'}, &e4)) {
      return refuse("money.overflow", text);
    }
  }
  return e4;
}

// Spreadsheets write U+2212 for minus.
std::string with_ascii_minus(std::string_view text) {
  constexpr std::string_view minus = "\u2212";
  std::string out;
  for (;;) {
    const std::size_t at = text.find(minus);
    out += text.substr(0, at);
    if (at == std::string_view::npos) {
      return out;
    }
    out += '-';
    text.remove_prefix(at + minus.size());
  }
}

}  // namespace

Result<Price> parse_price(std::string_view text) {
  if (text.size() > longest * 4 || !is_utf8(text)) {
    return refuse("money.syntax", text);
  }
  const std::string plain = with_ascii_minus(tidy(text));
  if (plain.empty()) {
    return refuse("money.missing", text);
  }
  const auto parts = split(plain);
  if (!parts) {
    return refuse("money.syntax", text);
  }
  const auto currency =
      parts->mark.empty() ? std::optional<std::string_view>("RON") : currency_of(parts->mark);
  if (!currency) {
    return refuse("money.syntax", text);
  }
  if (*currency == old_leu) {
    return refuse("money.old_lei", text);
  }
  const char sign = parts->number[0];
  const bool is_signed = sign == '-' || sign == '+';
  METODICA_TRY(Digits digits, read_digits(parts->number.substr(is_signed ? 1 : 0), text));
  METODICA_TRY(const std::int64_t e4, to_e4(std::move(digits), text));
  return Price{sign == '-' ? -e4 : e4, std::string(*currency)};
}

}  // namespace metodica
