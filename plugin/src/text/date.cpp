#include "text/date.hpp"

#include <algorithm>
#include <array>
#include <chrono>
#include <cstddef>
#include <optional>

#include "text/unicode.hpp"

namespace metodica {
namespace {

using std::chrono::sys_days;
using std::chrono::year_month_day;

constexpr Date first_day(1, 1, 1);
constexpr Date last_day(9999, 12, 31);

year_month_day calendar(int year, int month, int day) {
  return {std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
          std::chrono::day(static_cast<unsigned>(day))};
}

std::string padded(int value, std::size_t width) {
  const std::string digits = std::to_string(value);
  return std::string(width - std::min(width, digits.size()), '0') + digits;
}

// A date as written: three numbers, each with its count of digits.
struct Written {
  std::array<int, 3> numbers{};
  std::array<std::size_t, 3> widths{};
};

std::size_t skip_spaces(std::string_view text, std::size_t at) {
  return std::min(text.find_first_not_of(' ', at), text.size());
}

std::optional<Written> read(std::string_view text) {
  Written date;
  std::size_t at = 0;
  char separator = 0;
  for (std::size_t i = 0; i < date.numbers.size(); ++i) {
    for (; at < text.size() && text[at] >= '0' && text[at] <= '9' && date.widths[i] < 4; ++at) {
      date.numbers[i] = date.numbers[i] * 10 + (text[at] - '0');
      ++date.widths[i];
    }
    if (i == 2) {
      break;
    }
    if (at == text.size() || (text[at] != '-' && text[at] != '.' && text[at] != '/') ||
        (separator != 0 && text[at] != separator)) {
      return std::nullopt;
    }
    separator = text[at];
    at = separator == '.' ? skip_spaces(text, at + 1) : at + 1;
  }
  const bool closing_dot = separator == '.' && date.widths[0] == 4 && text.substr(at) == ".";
  return at == text.size() || closing_dot ? std::optional(date) : std::nullopt;
}

bool is_short(std::size_t width) {
  return width == 1 || width == 2;
}

}  // namespace

bool Date::valid(int year, int month, int day) {
  return year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= 31 &&
         calendar(year, month, day).ok();
}

Result<Date> Date::parse(std::string_view text) {
  constexpr std::size_t longest = 60;
  const std::string plain = text.size() <= longest && is_utf8(text) ? tidy(text) : "?";
  if (plain.empty()) {
    return invalid("date.missing");
  }
  if (const auto date = read(plain); date && is_short(date->widths[1])) {
    const auto [first, month, last] = date->numbers;
    if (date->widths[0] == 4 && is_short(date->widths[2]) && valid(first, month, last)) {
      return Date(first, month, last);
    }
    if (is_short(date->widths[0]) && date->widths[2] == 4 && valid(last, month, first)) {
      return Date(last, month, first);
    }
  }
  return invalid("date.invalid", {{"text", excerpt(text)}});
}

std::string Date::iso() const {
  return none() ? "" : padded(year_, 4) + '-' + padded(month_, 2) + '-' + padded(day_, 2);
}

std::string Date::shown(std::string_view lang) const {
  if (none()) {
    return "";
  }
  const std::string year = padded(year_, 4);
  const std::string month = padded(month_, 2);
  const std::string day = padded(day_, 2);
  if (lang == "hu") {
    return year + ". " + month + ". " + day + '.';
  }
  const char separator = lang == "en" ? '/' : '.';
  return day + separator + month + separator + year;
}

Date Date::plus_months(int months) const {
  if (none()) {
    return *this;
  }
  const std::int64_t count = std::int64_t{year_} * 12 + (month_ - 1) + months;
  if (count < 12) {
    return first_day;
  }
  if (count >= std::int64_t{10'000} * 12) {
    return last_day;
  }
  const int year = static_cast<int>(count / 12);
  const int month = static_cast<int>(count % 12) + 1;
  int day = day_;
  while (!valid(year, month, day)) {
    --day;
  }
  return {year, month, day};
}

Date Date::plus_days(int days) const {
  if (none()) {
    return *this;
  }
  const std::int64_t count = std::clamp(days_since_epoch() + days, first_day.days_since_epoch(),
                                        last_day.days_since_epoch());
  const year_month_day later{sys_days(std::chrono::days(count))};
  return {static_cast<int>(later.year()), static_cast<int>(static_cast<unsigned>(later.month())),
          static_cast<int>(static_cast<unsigned>(later.day()))};
}

std::int64_t Date::days_since_epoch() const {
  return none() ? 0 : sys_days(calendar(year_, month_, day_)).time_since_epoch().count();
}

}  // namespace metodica
