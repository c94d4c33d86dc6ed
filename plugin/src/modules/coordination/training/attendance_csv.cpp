#include "modules/coordination/training/attendance_csv.hpp"

#include <algorithm>
#include <charconv>

#include "exchange/csv.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t minutes_a_day = 24 * 60;

enum Column : std::size_t { name, email, minutes, waiting };

std::vector<CsvColumn> columns() {
  return {
      {"name",
       {"name original name", "nume", "nume nume original", "user name", "participant"},
       CsvKind::text,
       true},
      {"email",
       {"user email", "email", "e mail", "email address", "adresa de e mail", "e mail utilizator"},
       CsvKind::text,
       false},
      {"minutes",
       {"duration minutes", "total duration minutes", "durata minute", "durata totala minute",
        "minute", "duration"},
       CsvKind::text,
       true},
      {"waiting", {"in waiting room", "in sala de asteptare"}, CsvKind::text, false}};
}

// Above the table some reports say which meeting it was, in two lines of their own. The table
// begins at the last header line, the one that is not followed by a blank one.
std::string_view table_of(std::string_view bytes) {
  std::size_t begin = 0;
  for (std::size_t at = 0; at < bytes.size();) {
    const std::size_t end = std::min(bytes.find('\n', at), bytes.size());
    const std::string line = folded(bytes.substr(at, end - at));
    const bool minutes_named =
        line.find("duration") != std::string::npos || line.find("durata") != std::string::npos;
    const bool names = line.rfind("name", 0) == 0 || line.rfind("nume", 0) == 0;
    if (minutes_named && names)
      begin = at;
    at = end + 1;
  }
  return bytes.substr(begin);
}

std::string without_brackets(const std::string& text) {
  std::string out = text.substr(0, text.find('('));
  while (!out.empty() && out.back() == ' ')
    out.pop_back();
  return out;
}

void add(std::vector<Presence>& all, Presence one) {
  const auto same = std::find_if(all.begin(), all.end(), [&](const Presence& other) {
    return folded(other.name) == folded(one.name) && other.email == one.email;
  });
  if (same == all.end()) {
    all.push_back(std::move(one));
  } else {
    same->minutes += one.minutes;
  }
}

}  // namespace

Result<std::vector<Presence>> presences_from_csv(std::string_view bytes) {
  auto opened = CsvReader::open(from_memory(table_of(bytes)), columns());
  if (!opened)
    return Unexpected(std::move(opened).error().at("file"));
  CsvReader reader = *std::move(opened);
  std::vector<Presence> all;
  CsvRow row;
  while (reader.next(row)) {
    Presence one{without_brackets(row.cells[name]), row.cells[email], 0};
    const std::string& text = row.cells[minutes];
    const char* end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, one.minutes);
    const bool wrong =
        error != std::errc() || stop != end || one.minutes < 0 || one.minutes > minutes_a_day;
    if (wrong) {
      return invalid("gathering.csv_minutes",
                     {{"row", static_cast<std::int64_t>(row.number)}, {"text", excerpt(text)}},
                     "file");
    }
    // Who waits outside the room is not in it.
    const std::string outside = folded(row.cells[waiting]);
    const bool inside = outside != "yes" && outside != "da";
    if (inside && !folded(one.name).empty())
      add(all, std::move(one));
  }
  if (all.empty())
    return invalid("gathering.csv_nobody", {}, "file");
  return all;
}

}  // namespace metodica::coordination
