#include "exchange/spreadsheet_damage.hpp"

#include <algorithm>
#include <array>
#include <string>

namespace metodica {
namespace {

bool digit(char c) {
  return c >= '0' && c <= '9';
}

std::size_t count_digits(std::string_view text) {
  return static_cast<std::size_t>(std::find_if_not(text.begin(), text.end(), digit) - text.begin());
}

bool is_month(std::string_view word) {
  static constexpr std::array<std::string_view, 27> months = {
      "ian",  "jan", "feb", "mar", "apr",  "mai",   "may", "iun",  "jun",
      "iul",  "jul", "aug", "sep", "sept", "oct",   "noi", "nov",  "dec",
      "márc", "ápr", "máj", "jún", "júl",  "szept", "okt", "szep", "febr"};
  std::string lower(word);
  std::transform(lower.begin(), lower.end(), lower.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c | 0x20) : c; });
  return std::find(months.begin(), months.end(), lower) != months.end();
}

bool mark(char c) {
  return c == '.' || c == '-' || c == '/' || c == ' ';
}

// The next run of digits or of letters; marks around it are dropped from `text`.
std::string_view next_part(std::string_view& text) {
  const auto begin = std::find_if_not(text.begin(), text.end(), mark);
  text.remove_prefix(static_cast<std::size_t>(begin - text.begin()));
  std::size_t size = count_digits(text);
  if (size == 0) {
    const auto end =
        std::find_if(text.begin(), text.end(), [](char c) { return mark(c) || digit(c); });
    size = static_cast<std::size_t>(end - text.begin());
  }
  const std::string_view part = text.substr(0, size);
  text.remove_prefix(size);
  return part;
}

bool is_day_or_year(std::string_view part) {
  return !part.empty() && part.size() <= 4 && count_digits(part) == part.size();
}

}  // namespace

bool is_scientific(std::string_view cell) {
  const std::size_t whole = count_digits(cell);
  if (whole == 0 || whole == cell.size()) {
    return false;
  }
  cell.remove_prefix(whole);
  if (cell[0] == ',' || cell[0] == '.') {
    cell.remove_prefix(1);
    cell.remove_prefix(count_digits(cell));
  }
  if (cell.size() < 3 || (cell[0] != 'E' && cell[0] != 'e') || (cell[1] != '+' && cell[1] != '-')) {
    return false;
  }
  cell.remove_prefix(2);
  return count_digits(cell) == cell.size();
}

bool is_date_like(std::string_view cell) {
  if (cell.size() > 16) {
    return false;
  }
  const bool parted = cell.find_first_of(".-/ ") != std::string_view::npos;
  std::string_view rest = cell;
  const std::string_view first = next_part(rest);
  const std::string_view second = next_part(rest);
  const std::string_view third = next_part(rest);
  if (!parted || !rest.empty()) {
    return false;
  }
  const bool short_form = third.empty() && ((is_day_or_year(first) && is_month(second)) ||
                                            (is_month(first) && is_day_or_year(second)));
  const bool year_in_front = first.size() == 4 && second.size() <= 2 && third.size() <= 2;
  const bool year_behind = first.size() <= 2 && third.size() == 4 && second.size() <= 2;
  const bool numbers = is_day_or_year(first) && is_day_or_year(second) && is_day_or_year(third);
  const bool named_month = is_day_or_year(first) && is_month(second) && is_day_or_year(third);
  return short_form || named_month || (numbers && (year_in_front || year_behind));
}

}  // namespace metodica
