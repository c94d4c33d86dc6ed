#include "text/words.hpp"

#include <array>
#include <cstddef>
#include <string_view>

#include "text/numbers.hpp"

namespace metodica {
namespace {

constexpr std::int64_t largest = 999'999'999'999;
constexpr std::int64_t e4_per_leu = 10'000;
constexpr std::int64_t e4_per_ban = 100;

constexpr std::array<std::string_view, 20> below_twenty = {
    "zero",          "unu",         "doi",           "trei",         "patru",
    "cinci",         "șase",        "șapte",         "opt",          "nouă",
    "zece",          "unsprezece",  "doisprezece",   "treisprezece", "paisprezece",
    "cincisprezece", "șaisprezece", "șaptesprezece", "optsprezece",  "nouăsprezece"};

constexpr std::array<std::string_view, 10> tens = {
    "",          "",        "douăzeci",  "treizeci", "patruzeci",
    "cincizeci", "șaizeci", "șaptezeci", "optzeci",  "nouăzeci"};

// A power of a thousand, as a noun that is counted.
struct Scale {
  std::int64_t size;
  Gender gender;
  std::string_view one;
  std::string_view many;
};

constexpr std::array<Scale, 3> scales = {{{1'000'000'000, Gender::neuter, "un miliard", "miliarde"},
                                          {1'000'000, Gender::neuter, "un milion", "milioane"},
                                          {1'000, Gender::feminine, "o mie", "mii"}}};

// From twenty on, judged by the last two digits, the noun follows with "de".
bool takes_de(std::int64_t count) {
  const std::int64_t last = count % 100;
  return count != 0 && (last == 0 || last >= 20);
}

void append_word(std::string& out, std::string_view word) {
  if (!out.empty()) {
    out += ' ';
  }
  out += word;
}

std::string_view small_word(std::int64_t count, Gender gender) {
  if (count == 1 && gender == Gender::feminine) {
    return "una";
  }
  if (gender != Gender::masculine && count == 2) {
    return "două";
  }
  if (gender != Gender::masculine && count == 12) {
    return "douăsprezece";
  }
  return below_twenty[static_cast<std::size_t>(count)];
}

// 1 to 999.
void append_below_thousand(std::string& out, std::int64_t count, Gender gender) {
  const std::int64_t hundreds = count / 100;
  const std::int64_t rest = count % 100;
  if (hundreds == 1) {
    append_word(out, "o sută");
  } else if (hundreds > 1) {
    append_word(out, small_word(hundreds, Gender::feminine));
    append_word(out, "sute");
  }
  if (rest >= 20) {
    append_word(out, tens[static_cast<std::size_t>(rest / 10)]);
    if (rest % 10 != 0) {
      append_word(out, "și");
      append_word(out, small_word(rest % 10, gender));
    }
  } else if (rest != 0) {
    append_word(out, small_word(rest, gender));
  }
}

void append_noun(std::string& out, std::int64_t count, std::string_view many) {
  if (takes_de(count)) {
    append_word(out, "de");
  }
  append_word(out, many);
}

// 0 to `largest`.
std::string in_words(std::int64_t count, Gender gender) {
  if (count == 0) {
    return std::string(below_twenty[0]);
  }
  std::string out;
  for (const Scale& scale : scales) {
    const std::int64_t part = count / scale.size;
    count %= scale.size;
    if (part == 1) {
      append_word(out, scale.one);
    } else if (part > 1) {
      append_below_thousand(out, part, scale.gender);
      append_noun(out, part, scale.many);
    }
  }
  append_below_thousand(out, count, gender);
  return out;
}

std::string bani_in_digits(std::int64_t e4) {
  const std::int64_t whole = e4 / e4_per_ban;
  const std::int64_t fraction = e4 % e4_per_ban;
  if (fraction != 0) {
    std::string decimals = std::to_string(e4_per_ban + fraction).substr(1);
    if (decimals.back() == '0') {
      decimals.pop_back();
    }
    return std::to_string(whole) + ',' + decimals + " bani";
  }
  if (whole == 1) {
    return "1 ban";
  }
  std::string out = std::to_string(whole);
  append_noun(out, whole, "bani");
  return out;
}

}  // namespace

std::string count_in_words(std::int64_t count, Gender gender) {
  if (count > largest || count < -largest) {
    return shown_integer(count);
  }
  return count < 0 ? "minus " + in_words(-count, gender) : in_words(count, gender);
}

std::string amount_in_words(Money amount) {
  if (amount < Money::zero()) {
    return "minus " + amount_in_words(-amount);
  }
  const std::int64_t lei = amount.e4() / e4_per_leu;
  const std::int64_t rest = amount.e4() % e4_per_leu;
  if (lei > largest) {
    return amount.shown() + " lei";
  }
  std::string out;
  if (lei == 1) {
    out = "un leu";
  } else {
    out = in_words(lei, Gender::masculine);
    append_noun(out, lei, "lei");
  }
  return rest == 0 ? out : out + " și " + bani_in_digits(rest);
}

}  // namespace metodica
