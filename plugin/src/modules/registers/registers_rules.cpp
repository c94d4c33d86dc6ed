#include "modules/registers/registers_rules.hpp"

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace metodica::registers {

Amount& Amount::operator+=(const Amount& other) {
  units += other.units;
  value += other.value;
  return *this;
}

Amount& Amount::operator-=(const Amount& other) {
  units -= other.units;
  value -= other.value;
  return *this;
}

void Tally::add(const std::string& category_code, const std::string& language_code,
                const std::string& content_code, Money value) {
  const Amount one{1, value};
  whole += one;
  category[category_code] += one;
  language[language_code] += one;
  content[content_code] += one;
}

Tally& Tally::operator+=(const Tally& other) {
  whole += other.whole;
  for (const auto grouping : groupings) {
    for (const auto& [code, amount] : other.of(grouping))
      of(grouping)[code] += amount;
  }
  return *this;
}

Tally& Tally::operator-=(const Tally& other) {
  whole -= other.whole;
  for (const auto grouping : groupings) {
    for (const auto& [code, amount] : other.of(grouping))
      of(grouping)[code] -= amount;
  }
  return *this;
}

std::map<std::string, Amount, std::less<>>& Tally::of(std::string_view grouping) {
  if (grouping == "category")
    return category;
  if (grouping == "language")
    return language;
  if (grouping == "content")
    return content;
  throw std::logic_error("no such breakdown");
}

const std::map<std::string, Amount, std::less<>>& Tally::of(std::string_view grouping) const {
  return const_cast<Tally*>(this)->of(grouping);  // NOLINT(cppcoreguidelines-pro-type-const-cast)
}

namespace {

Amount sum_of(const std::map<std::string, Amount, std::less<>>& columns) {
  Amount sum;
  for (const auto& [code, amount] : columns)
    sum += amount;
  return sum;
}

Unexpected not_balanced(std::string_view grouping, std::string whole, std::string sum) {
  return invalid(
      "registers.not_balanced",
      {{"grouping", std::string(grouping)}, {"whole", std::move(whole)}, {"sum", std::move(sum)}});
}

}  // namespace

Result<void> check_balanced(const Tally& tally, bool values_everywhere) {
  for (const auto grouping : groupings) {
    const Amount sum = sum_of(tally.of(grouping));
    if (sum.units != tally.whole.units) {
      return not_balanced(grouping, std::to_string(tally.whole.units), std::to_string(sum.units));
    }
    const bool has_values = values_everywhere || grouping == "category";
    if (has_values && sum.value != tally.whole.value) {
      return not_balanced(grouping, tally.whole.value.shown(), sum.value.shown());
    }
  }
  return {};
}

Result<void> check_declared(const Tally& declared, const Tally& found) {
  const auto differs = [](std::string_view grouping, const std::string& column, std::string said,
                          std::string counted) {
    return invalid("registers.balance_differs",
                   {{"grouping", std::string(grouping)},
                    {"column", column},
                    {"declared", std::move(said)},
                    {"found", std::move(counted)}},
                   "balance");
  };
  if (declared.whole.units != found.whole.units) {
    return differs("whole", "", std::to_string(declared.whole.units),
                   std::to_string(found.whole.units));
  }
  if (declared.whole.value != found.whole.value) {
    return differs("whole", "", declared.whole.value.shown(), found.whole.value.shown());
  }
  for (const auto grouping : groupings) {
    auto rest = found.of(grouping);
    for (const auto& [code, amount] : declared.of(grouping)) {
      const Amount counted = rest[code];
      if (amount.units != counted.units) {
        return differs(grouping, code, std::to_string(amount.units), std::to_string(counted.units));
      }
      if (grouping == "category" && amount.value != counted.value) {
        return differs(grouping, code, amount.value.shown(), counted.value.shown());
      }
      rest.erase(code);
    }
    for (const auto& [code, amount] : rest) {
      if (amount.units != 0)
        return differs(grouping, code, "0", std::to_string(amount.units));
    }
  }
  return {};
}

Result<Recapitulation> recapitulate(const Tally& opening, const Tally& entries,
                                    const Tally& exits) {
  Recapitulation result{opening, entries, opening, exits, {}};
  result.total += entries;
  result.closing = result.total;
  result.closing -= exits;
  for (const auto grouping : groupings) {
    for (const auto& [code, amount] : result.closing.of(grouping)) {
      if (amount.units < 0 || (grouping == "category" && amount.value < Money::zero())) {
        return Unexpected({METODICA_DAMAGED,
                           "registers.below_zero",
                           {{"grouping", std::string(grouping)}, {"column", code}}});
      }
    }
  }
  return result;
}

Result<void> check_dates(Date registered_on, Date act_date, const DateLimits& limits) {
  if (registered_on > limits.today) {
    return invalid("registers.date_future", {{"date", registered_on.shown()}}, "registered_on");
  }
  if (registered_on < limits.opened_on) {
    return invalid("registers.date_before_opening", {{"opened", limits.opened_on.shown()}},
                   "registered_on");
  }
  if (registered_on.year() <= limits.closed_through) {
    return Unexpected(Problem(METODICA_CONFLICT, "registers.year_closed",
                              {{"year", std::to_string(registered_on.year())}})
                          .at("registered_on"));
  }
  if (!limits.last.none() && registered_on < limits.last) {
    return invalid("registers.date_before_last", {{"last", limits.last.shown()}}, "registered_on");
  }
  if (act_date > registered_on) {
    return invalid("registers.act_after_registration",
                   {{"act", act_date.shown()}, {"date", registered_on.shown()}}, "act/date");
  }
  return {};
}

Date first_withdrawal_day(Date acquired_on) {
  constexpr int months = 6;  // L334 art. 40(2)
  return acquired_on.plus_months(months);
}

std::vector<std::string> exit_causes() {
  return {"worn",     "obsolete", "lost_by_user", "missing",    "missing_natural",
          "transfer", "disaster", "exchange",     "reassigned", "correction"};
}

bool is_withdrawal_cause(std::string_view cause) {
  return cause == "worn" || cause == "obsolete";
}

std::vector<std::string> entry_sources() {
  return {"purchase", "subscription", "donation",    "sponsorship", "exchange", "legal_deposit",
          "transfer", "own",          "replacement", "programme",   "found",    "serial_unit"};
}

std::vector<std::string> act_kinds() {
  return {"invoice",           "delivery_note",      "donation_minutes",
          "donation_contract", "transfer_order",     "handover",
          "receipt",           "purchase_list",      "list",
          "minutes",           "deposit_list",       "loss_statement",
          "entry_act",         "withdrawal_minutes", "decision"};
}

namespace {

Result<std::int64_t> number_in(std::string_view text, std::string_view whole) {
  std::int64_t value = 0;
  while (!text.empty() && text.front() == ' ')
    text.remove_prefix(1);
  while (!text.empty() && text.back() == ' ')
    text.remove_suffix(1);
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < 1) {
    return invalid("registers.range", {{"text", std::string(whole)}});
  }
  return value;
}

std::vector<NumberRange> joined(std::vector<NumberRange> ranges) {
  std::sort(ranges.begin(), ranges.end());
  std::vector<NumberRange> result;
  for (const auto& range : ranges) {
    if (!result.empty() && range.first <= result.back().second + 1) {
      result.back().second = std::max(result.back().second, range.second);
    } else {
      result.push_back(range);
    }
  }
  return result;
}

}  // namespace

Result<std::vector<NumberRange>> parse_ranges(std::string_view text) {
  std::vector<NumberRange> ranges;
  std::size_t at = 0;
  while (at <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(",;\n", at), text.size());
    const std::string_view piece = text.substr(at, end - at);
    at = end + 1;
    if (piece.find_first_not_of(" \r\t") == std::string_view::npos)
      continue;
    const std::size_t dash = piece.find('-');
    METODICA_TRY(const std::int64_t first, number_in(piece.substr(0, dash), piece));
    std::int64_t last = first;
    if (dash != std::string_view::npos) {
      METODICA_TRY(last, number_in(piece.substr(dash + 1), piece));
    }
    if (last < first)
      return invalid("registers.range", {{"text", std::string(piece)}});
    ranges.emplace_back(first, last);
  }
  return joined(std::move(ranges));
}

std::string shown_ranges(const std::vector<NumberRange>& ranges) {
  std::string text;
  for (const auto& [first, last] : ranges) {
    if (!text.empty())
      text += ", ";
    text += std::to_string(first);
    if (last != first)
      text += "-" + std::to_string(last);
  }
  return text;
}

std::vector<NumberRange> complement(const std::vector<std::int64_t>& present, std::int64_t last) {
  std::vector<NumberRange> gaps;
  std::int64_t next = 1;
  for (const std::int64_t number : present) {
    if (number > next)
      gaps.emplace_back(next, number - 1);
    next = number + 1;
  }
  if (next <= last)
    gaps.emplace_back(next, last);
  return gaps;
}

std::int64_t size_of(const std::vector<NumberRange>& ranges) {
  std::int64_t sum = 0;
  for (const auto& [first, last] : ranges)
    sum += last - first + 1;
  return sum;
}

}  // namespace metodica::registers
