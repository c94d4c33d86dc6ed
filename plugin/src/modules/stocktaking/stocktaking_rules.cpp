#include "modules/stocktaking/stocktaking_rules.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <sstream>
#include <utility>

#include "text/unicode.hpp"

namespace metodica::stocktaking {
namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 7> verdict_names = {{
    {Verdict::found, "found"},
    {Verdict::duplicate, "duplicate"},
    {Verdict::misplaced, "misplaced"},
    {Verdict::gone, "gone"},
    {Verdict::unknown, "unknown"},
    {Verdict::on_loan_here, "on_loan_here"},
    {Verdict::entered_since, "entered_since"},
}};

/// "Ilea, Ana" and "Ana ILEA" are one person.
std::string person_key(std::string_view name) {
  std::istringstream words(folded(name));
  std::multiset<std::string> sorted;
  for (std::string word; words >> word;)
    sorted.insert(word);
  std::string key;
  for (const auto& word : sorted)
    key += word + ' ';
  return key;
}

std::set<std::string> person_keys(std::string_view names) {
  std::set<std::string> keys;
  while (!names.empty()) {
    const std::size_t end = std::min(names.find_first_of(",;\n"), names.size());
    if (std::string key = person_key(names.substr(0, end)); !key.empty())
      keys.insert(std::move(key));
    names.remove_prefix(std::min(end + 1, names.size()));
  }
  return keys;
}

}  // namespace

std::string_view verdict_name(Verdict verdict) {
  for (const auto& [value, name] : verdict_names) {
    if (value == verdict)
      return name;
  }
  return "unknown";
}

Verdict verdict_of(std::string_view name) {
  for (const auto& [value, known] : verdict_names) {
    if (known == name)
      return value;
  }
  return Verdict::unknown;
}

Verdict judge(const ScanFacts& facts) {
  if (!facts.in_register)
    return Verdict::unknown;
  if (facts.seen)
    return Verdict::duplicate;
  if (facts.gone)
    return Verdict::gone;
  if (facts.expected)
    return facts.on_loan ? Verdict::on_loan_here : Verdict::found;
  return facts.of_custody ? Verdict::entered_since : Verdict::misplaced;
}

CopyClass classify(bool found, std::string_view away) {
  if (found)
    return CopyClass::found;
  if (away == "loan")
    return CopyClass::on_loan;
  if (away == "outside")
    return CopyClass::outside;
  return CopyClass::missing;
}

Amount& Amount::operator+=(const Amount& other) {
  units += other.units;
  value += other.value;
  return *this;
}

void Balance::add(CopyClass of, Money value) {
  const Amount one{1, value};
  expected += one;
  switch (of) {
    case CopyClass::found:
      found += one;
      break;
    case CopyClass::on_loan:
      on_loan += one;
      break;
    case CopyClass::outside:
      outside += one;
      break;
    case CopyClass::missing:
      missing += one;
      break;
  }
}

bool Balance::holds() const {
  Amount sum = found;
  sum += on_loan;
  sum += outside;
  sum += missing;
  return sum == expected;
}

NaturalLoss natural_loss(std::int64_t base, std::int64_t permille) {
  NaturalLoss loss{base, permille, base * permille, 0, 0};
  loss.rounded_down = loss.thousandths / 1000;
  loss.rounded_up = (loss.thousandths + 999) / 1000;
  return loss;
}

std::int64_t above_ceiling(std::int64_t missing, std::int64_t ceiling) {
  return std::max<std::int64_t>(0, missing - ceiling);
}

int period_years(std::int64_t units) {
  if (units <= 10'000)
    return 4;
  if (units <= 50'000)
    return 6;
  if (units <= 100'000)
    return 8;
  return units <= 1'000'000 ? 10 : 15;
}

Date due_by(Date last, std::int64_t units) {
  return last.plus_months(12 * period_years(units));
}

Result<void> check_people(const Commission& commission, std::string_view keepers, bool one_person) {
  const auto custodians = person_keys(keepers);
  std::set<std::string> seen;
  const auto check = [&](const std::string& name, const char* field) -> Result<void> {
    const std::string key = person_key(name);
    if (custodians.count(key) != 0) {
      return invalid("stocktaking.keeper_in_commission", {{"name", name}}, field);
    }
    if (!seen.insert(key).second)
      return invalid("stocktaking.member_twice", {{"name", name}}, field);
    return {};
  };
  METODICA_CHECK(check(commission.chair, "chair"));
  for (const auto& member : commission.members)
    METODICA_CHECK(check(member, "members"));
  if (commission.members.empty() && !one_person)
    return invalid("stocktaking.commission_small", {}, "members");
  return {};
}

Result<void> check_days(Date decision, Date starts_on, Date ends_on, Date today) {
  if (decision > today) {
    return invalid("stocktaking.decision_future", {{"date", decision.shown()}}, "decision_date");
  }
  if (starts_on < decision)
    return invalid("stocktaking.starts_before", {}, "starts_on");
  if (!ends_on.none() && ends_on < starts_on) {
    return invalid("stocktaking.ends_before", {}, "ends_on");
  }
  return {};
}

std::string joined_lines(const std::vector<std::string>& lines) {
  std::string text;
  for (const auto& line : lines) {
    if (!text.empty())
      text += '\n';
    text += line;
  }
  return text;
}

std::vector<std::string> split_lines(std::string_view text) {
  std::vector<std::string> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (end > 0)
      lines.emplace_back(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

const std::vector<std::string>& reasons() {
  static const auto& codes = *new std::vector<std::string>{
      "periodic", "handover", "request", "signs", "reorganisation", "disaster"};
  return codes;
}

const std::vector<std::string>& methods() {
  static const auto& codes =
      *new std::vector<std::string>{"scanning", "register", "shelf_list", "cards"};
  return codes;
}

}  // namespace metodica::stocktaking
