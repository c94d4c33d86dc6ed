#include "modules/coordination/network/term_rules.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace metodica::coordination {
namespace {

std::string_view next_cell(std::string_view& line) {
  const std::size_t end = std::min(line.find(','), line.size());
  const std::string_view cell = line.substr(0, end);
  line.remove_prefix(std::min(end + 1, line.size()));
  return cell;
}

std::optional<std::int64_t> whole(std::string_view text) {
  std::int64_t value = 0;
  const auto [stop, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || stop != text.data() + text.size())
    return {};
  return value;
}

// The reference is the last cell, so that it may hold commas.
std::optional<DatedTerm> term_of(std::string_view line) {
  DatedTerm term;
  term.code = next_cell(line);
  const auto from = Date::parse(next_cell(line));
  const auto points = whole(next_cell(line));
  const auto most = whole(next_cell(line));
  const auto period = whole(next_cell(line));
  term.verified = next_cell(line) == "yes";
  term.reference = line;
  if (!from || !points || !most || !period || term.reference.empty())
    return {};
  term.from = *from;
  term.points = *points;
  term.most = *most;
  term.period = *period;
  return term;
}

}  // namespace

std::vector<DatedTerm> terms_from_csv(std::string_view csv) {
  std::vector<DatedTerm> terms;
  while (!csv.empty()) {
    const std::size_t end = std::min(csv.find('\n'), csv.size());
    if (auto term = term_of(csv.substr(0, end)))
      terms.push_back(*std::move(term));
    csv.remove_prefix(std::min(end + 1, csv.size()));
  }
  return terms;
}

DatedTerm term_on(const std::vector<DatedTerm>& terms, std::string_view code, Date day) {
  DatedTerm found;
  found.code = code;
  for (const DatedTerm& term : terms) {
    if (term.code == code && term.from <= day && term.from >= found.from)
      found = term;
  }
  return found;
}

}  // namespace metodica::coordination
