#include "koha/src/timestamp.hpp"

#include <array>
#include <charconv>
#include <chrono>
#include <cstdio>
#include <optional>

namespace metodica::koha {
namespace {

std::optional<int> number_at(std::string_view text, std::size_t from, std::size_t digits) {
  int number = 0;
  if (text.size() < from + digits) {
    return std::nullopt;
  }
  const char* const end = text.data() + from + digits;
  const auto [stopped, error] = std::from_chars(text.data() + from, end, number);
  return error == std::errc() && stopped == end && number >= 0 ? std::optional(number)
                                                               : std::nullopt;
}

/// Minutes east of Greenwich of "Z", "+03:00" or "-0300" at the end.
std::optional<int> zone_of(std::string_view rest) {
  if (!rest.empty() && rest.front() == '.') {
    rest.remove_prefix(rest.find_first_not_of("0123456789", 1) == std::string_view::npos
                           ? rest.size()
                           : rest.find_first_not_of("0123456789", 1));
  }
  if (rest == "Z" || rest == "z") {
    return 0;
  }
  if (rest.size() < 5 || (rest.front() != '+' && rest.front() != '-')) {
    return std::nullopt;
  }
  const auto hours = number_at(rest, 1, 2);
  const auto minutes = number_at(rest, rest[3] == ':' ? 4 : 3, 2);
  if (!hours || !minutes) {
    return std::nullopt;
  }
  return (rest.front() == '-' ? -1 : 1) * (*hours * 60 + *minutes);
}

}  // namespace

std::string utc_of(std::string_view timestamp) {
  using std::chrono::minutes;
  const auto year = number_at(timestamp, 0, 4);
  const auto month = number_at(timestamp, 5, 2);
  const auto day = number_at(timestamp, 8, 2);
  const auto hour = number_at(timestamp, 11, 2);
  const auto minute = number_at(timestamp, 14, 2);
  const auto second = number_at(timestamp, 17, 2);
  const auto zone = timestamp.size() > 19 ? zone_of(timestamp.substr(19)) : std::nullopt;
  if (!year || !month || !day || !hour || !minute || !second || !zone) {
    return {};
  }
  const std::chrono::year_month_day date{std::chrono::year(*year),
                                         std::chrono::month(static_cast<unsigned>(*month)),
                                         std::chrono::day(static_cast<unsigned>(*day))};
  if (!date.ok()) {
    return {};
  }
  const auto instant = std::chrono::sys_days(date) + minutes(*hour * 60 + *minute - *zone);
  const auto midnight = std::chrono::floor<std::chrono::days>(instant);
  const std::chrono::year_month_day utc(midnight);
  const auto since = (instant - midnight).count();
  std::array<char, 64> text{};
  static_cast<void>(std::snprintf(text.data(), text.size(), "%04d-%02u-%02uT%02d:%02d:%02dZ",
                                  static_cast<int>(utc.year()), static_cast<unsigned>(utc.month()),
                                  static_cast<unsigned>(utc.day()), static_cast<int>(since / 60),
                                  static_cast<int>(since % 60), *second));
  return text.data();
}

}  // namespace metodica::koha
