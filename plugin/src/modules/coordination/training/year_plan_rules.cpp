#include "modules/coordination/training/year_plan_rules.hpp"

#include <algorithm>
#include <charconv>

namespace metodica::coordination {
namespace {

enum Column : std::size_t {
  kind,
  topic,
  month,
  weekday,
  week,
  starts,
  ends,
  hours,
  mode,
  each_centre,
  columns_count
};

std::vector<std::string> split(std::string_view text, char at) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t end = std::min(text.find(at, from), text.size());
    parts.emplace_back(text.substr(from, end - from));
    from = end + 1;
  }
  return parts;
}

int number(const std::string& text) {
  int value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

std::vector<PlannedKind> year_plan(std::string_view csv) {
  std::vector<PlannedKind> all;
  for (const std::string& line : split(csv, '\n')) {
    const auto cells = split(line, ',');
    if (cells.size() != columns_count || number(cells[month]) == 0)
      continue;
    all.push_back({cells[kind], cells[topic], number(cells[month]), number(cells[weekday]),
                   number(cells[week]), cells[starts], cells[ends], number(cells[hours]),
                   cells[mode], cells[each_centre] == "yes"});
  }
  return all;
}

Date day_of(int year, const PlannedKind& kind) {
  const Date first(year, kind.month, 1);
  // 1 January 1970 was a Thursday.
  const auto first_weekday = static_cast<int>((first.days_since_epoch() % 7 + 7 + 3) % 7) + 1;
  const int ahead = (kind.weekday - first_weekday + 7) % 7;
  return first.plus_days(ahead + 7 * (kind.week - 1));
}

}  // namespace metodica::coordination
