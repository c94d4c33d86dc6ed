#include "bibliography/isbn_ranges.hpp"

#include <span>

namespace metodica {
namespace {

// First and last registrant element, of equal length (domain note on acquisition, 7.1).
struct Range {
  std::string_view first;
  std::string_view last;
};

constexpr Range k973[] = {{"0", "0"},         {"100", "169"},   {"1700", "1999"},
                          {"20", "54"},       {"550", "759"},   {"7600", "8499"},
                          {"85000", "88999"}, {"8900", "9499"}, {"95000", "99999"}};
constexpr Range k606[] = {{"000", "099"}, {"10", "49"},       {"500", "799"},   {"8000", "9099"},
                          {"910", "919"}, {"92000", "95999"}, {"9600", "9749"}, {"975", "999"}};
// 300 to 349 in the table of November 2022, widened later; the rest is of the later table too.
constexpr Range k630[] = {{"300", "399"}, {"6500", "6849"}, {"95000", "99999"}};
constexpr Range k9975[] = {{"0", "0"},   {"100", "299"}, {"3000", "3999"}, {"4000", "4499"},
                           {"45", "89"}, {"900", "949"}, {"9500", "9999"}};

struct Group {
  std::string_view prefix;  // with the 978 in front
  std::span<const Range> ranges;
};

constexpr Group kGroups[] = {
    {"978973", k973}, {"978606", k606}, {"978630", k630}, {"9789975", k9975}};

constexpr std::size_t kIsbnLength = 13;

}  // namespace

std::string_view isbn_ranges_date() {
  return "2022-11";
}

std::string hyphenated_isbn(std::string_view isbn13) {
  if (isbn13.size() != kIsbnLength) {
    return {};
  }
  for (const Group& group : kGroups) {
    if (!isbn13.starts_with(group.prefix)) {
      continue;
    }
    const std::string_view rest =
        isbn13.substr(group.prefix.size(), kIsbnLength - 1 - group.prefix.size());
    for (const Range& range : group.ranges) {
      const std::string_view registrant = rest.substr(0, range.first.size());
      if (registrant < range.first || registrant > range.last) {
        continue;
      }
      std::string text(isbn13.substr(0, 3));
      for (const std::string_view part : {group.prefix.substr(3), registrant,
                                          rest.substr(registrant.size()), isbn13.substr(12)}) {
        text += '-';
        text += part;
      }
      return text;
    }
  }
  return {};
}

}  // namespace metodica
