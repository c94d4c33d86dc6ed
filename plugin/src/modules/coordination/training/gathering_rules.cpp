#include "modules/coordination/training/gathering_rules.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t minutes_an_hour = 60;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blank = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blank);
  if (first == std::string_view::npos)
    return {};
  return text.substr(first, text.find_last_not_of(blank) - first + 1);
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

Result<void> check_time(const char* field, const std::string& text) {
  if (minutes_of_day(text) < 0)
    return invalid("gathering.time", {{"text", excerpt(text)}}, field);
  return {};
}

Result<void> check_where(const Gathering& gathering) {
  const bool here = gathering.mode != "online";
  const bool there = gathering.mode != "in_person";
  if (here && gathering.place.empty())
    return invalid("gathering.no_place", {}, "place");
  if (there && gathering.link.empty())
    return invalid("gathering.no_link", {}, "link");
  if (!gathering.link.empty() && gathering.link.rfind("https://", 0) != 0)
    return invalid("gathering.link", {{"text", excerpt(gathering.link)}}, "link");
  return {};
}

}  // namespace

const std::vector<std::string>& gathering_kinds() {
  static const auto& kinds =
      *new std::vector<std::string>{"annual", "centre", "working", "course", "colloquium"};
  return kinds;
}

const std::vector<std::string>& gathering_topics() {
  static const auto& topics = *new std::vector<std::string>{
      "acquisition", "processing", "shelving", "records", "stocktaking",
      "withdrawal",  "promotion",  "law",      "other"};
  return topics;
}

const std::vector<std::string>& gathering_modes() {
  static const auto& modes = *new std::vector<std::string>{"in_person", "online", "both"};
  return modes;
}

std::int64_t minutes_of_day(std::string_view time) {
  const bool shaped = time.size() == 5 && time[2] == ':' && is_digit(time[0]) &&
                      is_digit(time[1]) && is_digit(time[3]) && is_digit(time[4]);
  if (!shaped)
    return -1;
  const std::int64_t hour = (time[0] - '0') * 10 + (time[1] - '0');
  const std::int64_t minute = (time[3] - '0') * 10 + (time[4] - '0');
  return hour < 24 && minute < minutes_an_hour ? hour * minutes_an_hour + minute : -1;
}

std::int64_t length_of(const Gathering& gathering) {
  return minutes_of_day(gathering.ends) - minutes_of_day(gathering.starts);
}

Result<void> check_gathering(const Gathering& gathering) {
  METODICA_CHECK(check_time("starts", gathering.starts));
  METODICA_CHECK(check_time("ends", gathering.ends));
  if (length_of(gathering) <= 0)
    return invalid("gathering.ends_before", {}, "ends");
  return check_where(gathering);
}

bool may_follow(std::string_view from, std::string_view to) {
  if (to == "cancelled")
    return from == "planned" || from == "announced";
  return (from == "planned" && to == "announced") || (from == "announced" && to == "held");
}

std::string_view seat_for(std::int64_t capacity, std::int64_t taken) {
  return capacity == 0 || taken < capacity ? "registered" : "waiting";
}

Result<TypedPerson> read_person(std::string_view line) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= line.size();) {
    const std::size_t end = std::min(line.find(';', from), line.size());
    parts.emplace_back(trimmed(line.substr(from, end - from)));
    from = end + 1;
  }
  parts.resize(std::max<std::size_t>(parts.size(), 3));
  const std::string& email = parts[2];
  const std::size_t at = email.find('@');
  const bool broken_address =
      !email.empty() && (at == std::string::npos || at == 0 || at + 1 == email.size());
  if (folded(parts[0]).empty() || broken_address || parts.size() > 3)
    return invalid("gathering.person", {{"text", excerpt(std::string(line))}}, "people");
  return TypedPerson{parts[0], parts[1], email};
}

}  // namespace metodica::coordination
