#include "modules/coordination/compliance/duty_rules.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "text/money.hpp"

namespace metodica::coordination {
namespace {

__extension__ using Wide = __int128;

constexpr std::int64_t one = YearFigure::one;
constexpr std::array<std::pair<Outcome, std::string_view>, 4> outcomes = {{
    {Outcome::met, "met"},
    {Outcome::not_met, "not_met"},
    {Outcome::not_due, "not_due"},
    {Outcome::unknown, "unknown"},
}};

std::int64_t whole(const YearFigure& figure) {
  return figure.e4 / one;
}

bool read_number(std::string_view text, std::int64_t& number) {
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return fault == std::errc() && end == text.data() + text.size();
}

Finding lacking(std::string_view code) {
  return {Outcome::unknown, "compliance.because.missing", {{"code", std::string(code)}}};
}

Outcome met_if(bool met) {
  return met ? Outcome::met : Outcome::not_met;
}

Finding judge_growth(const DutyFacts& facts, const DutyNorm&) {
  const YearFigure additions = figure_of(facts.figures, "additions");
  const YearFigure required = figure_of(facts.figures, "required_additions");
  if (!additions.known())
    return lacking("additions");
  if (!required.known())
    return lacking("population");
  return {met_if(additions.e4 >= required.e4),
          "compliance.because.growth",
          {{"additions", whole(additions)}, {"required", whole(required)}}};
}

Finding judge_registers(const DutyFacts& facts, const DutyNorm&) {
  if (!facts.records.opened)
    return {Outcome::unknown, "compliance.because.no_registers", {}};
  return {Outcome::met,
          "compliance.because.registers",
          {{"day", facts.records.opened_on.shown()}, {"count", facts.records.stock}}};
}

Finding judge_balance(const DutyFacts& facts, const DutyNorm&) {
  if (!facts.records.opened)
    return {Outcome::unknown, "compliance.because.no_registers", {}};
  const YearFigure stock = figure_of(facts.figures, "stock_end");
  if (!stock.known())
    return lacking("stock_end");
  return {met_if(whole(stock) == facts.records.stock),
          "compliance.because.balance",
          {{"register", facts.records.stock}, {"reported", whole(stock)}}};
}

// The size of the collection: by the registers, otherwise as reported.
YearFigure stock_of(const DutyFacts& facts) {
  return facts.records.opened ? YearFigure::whole(facts.records.stock)
                              : figure_of(facts.figures, "stock_end");
}

// A library whose registers began with us later than the period allows no judgement yet: its last
// stocktaking before that day stands on paper.
Finding judge_stocktaking(const DutyFacts& facts, const DutyNorm& norm) {
  const YearFigure stock = stock_of(facts);
  if (!stock.known())
    return lacking("stock_end");
  const std::int64_t years = stocktaking_years(norm.value, whole(stock));
  constexpr int months = 12;
  const Date last = facts.records.last_stocktaking;
  if (last.none()) {
    const bool overdue =
        years > 0 && facts.records.opened &&
        facts.records.opened_on.plus_months(static_cast<int>(years) * months) < facts.day;
    return {overdue ? Outcome::not_met : Outcome::unknown,
            "compliance.because.no_stocktaking",
            {{"years", years}, {"units", whole(stock)}}};
  }
  const Date due = last.plus_months(static_cast<int>(years) * months);
  return {met_if(years == 0 || due >= facts.day),
          "compliance.because.stocktaking",
          {{"day", last.shown()}, {"due", due.shown()}, {"years", years}}};
}

Finding judge_withdrawal_age(const DutyFacts& facts, const DutyNorm& norm) {
  if (!facts.records.opened)
    return {Outcome::unknown, "compliance.because.no_registers", {}};
  const auto months = static_cast<int>(norm_e4(norm.value) / one);
  std::int64_t all = 0;
  std::int64_t young = 0;
  for (const WithdrawnCopies& some : facts.records.withdrawn) {
    all += some.copies;
    young += some.left < some.acquired.plus_months(months) ? some.copies : 0;
  }
  if (all == 0)
    return {Outcome::not_due, "compliance.because.none_withdrawn", {}};
  return {met_if(young == 0),
          "compliance.because.withdrawn",
          {{"count", all}, {"young", young}, {"months", std::int64_t{months}}}};
}

Finding judge_training_budget(const DutyFacts& facts, const DutyNorm& norm) {
  const YearFigure training = figure_of(facts.figures, "expenditure_training");
  const YearFigure staff = figure_of(facts.figures, "expenditure_staff");
  if (!training.known())
    return lacking("expenditure_training");
  if (!staff.known())
    return lacking("expenditure_staff");
  if (staff.e4 == 0)
    return {Outcome::not_due, "compliance.because.no_staff_money", {}};
  // training / staff >= asked %, without dividing: nothing is rounded.
  constexpr std::int64_t percent = 100;
  const bool enough = Wide{training.e4} * percent * one >= Wide{staff.e4} * norm_e4(norm.value);
  return {met_if(enough),
          "compliance.because.training",
          {{"training", Money::from_e4(training.e4).shown()},
           {"staff", Money::from_e4(staff.e4).shown()},
           {"percent", norm.value}}};
}

Finding judge_librarian(const DutyFacts& facts, const DutyNorm& norm) {
  const YearFigure stock = stock_of(facts);
  if (!stock.known())
    return lacking("stock_end");
  if (stock.e4 < norm_e4(norm.value))
    return {Outcome::not_due, "compliance.because.small_stock", {{"count", whole(stock)}}};
  if (facts.posts_known) {
    return {met_if(facts.full_time_posts > 0),
            "compliance.because.posts",
            {{"count", facts.full_time_posts}, {"stock", whole(stock)}}};
  }
  const YearFigure fte = figure_of(facts.figures, "staff_fte");
  if (!fte.known())
    return lacking("staff_fte");
  return {met_if(fte.e4 >= one),
          "compliance.because.fte",
          {{"fte", Money::from_e4(fte.e4).shown()}, {"stock", whole(stock)}}};
}

Finding judge_return(const DutyFacts& facts, const DutyNorm&) {
  const bool sent = facts.state == ReturnState::submitted || is_accepted(facts.state);
  return {met_if(sent), sent ? "compliance.because.sent" : "compliance.because.not_sent", {}};
}

struct Rule {
  std::string_view duty;
  Finding (*judge)(const DutyFacts&, const DutyNorm&);
};
constexpr std::array<Rule, 8> rules = {{
    {"growth", judge_growth},
    {"registers", judge_registers},
    {"balance", judge_balance},
    {"stocktaking", judge_stocktaking},
    {"withdrawal_age", judge_withdrawal_age},
    {"training_budget", judge_training_budget},
    {"librarian", judge_librarian},
    {"return", judge_return},
}};

}  // namespace

const std::string& Duty::text(std::string_view lang) const {
  if (lang == "en")
    return text_en;
  return lang == "hu" ? text_hu : text_ro;
}

const DutyNorm* norm_on(const std::vector<DutyNorm>& norms, Date day) {
  const DutyNorm* found = nullptr;
  for (const DutyNorm& norm : norms) {
    const bool holds = norm.from <= day && (norm.to.none() || norm.to >= day);
    if (holds && (found == nullptr || norm.from >= found->from))
      found = &norm;
  }
  return found;
}

std::int64_t norm_e4(std::string_view value) {
  const auto read = Money::parse_exact(value);
  return read && read->e4() >= 0 ? read->e4() : -1;
}

std::vector<StocktakingStep> stocktaking_steps(std::string_view steps) {
  std::vector<StocktakingStep> all;
  while (!steps.empty()) {
    const std::size_t end = std::min(steps.find(' '), steps.size());
    const std::string_view text = steps.substr(0, end);
    const std::size_t colon = text.find(':');
    StocktakingStep step;
    if (colon == std::string_view::npos || !read_number(text.substr(colon + 1), step.years) ||
        (colon > 0 && !read_number(text.substr(0, colon), step.most)))
      return {};
    all.push_back(step);
    steps.remove_prefix(std::min(end + 1, steps.size()));
  }
  return all;
}

std::int64_t stocktaking_years(std::string_view steps, std::int64_t units) {
  for (const StocktakingStep& step : stocktaking_steps(steps)) {
    if (step.most == 0 || units <= step.most)
      return step.years;
  }
  return 0;
}

std::string_view name_of(Outcome outcome) {
  return std::ranges::find(outcomes, outcome, &std::pair<Outcome, std::string_view>::first)->second;
}

Outcome outcome_of(std::string_view name) {
  const auto found =
      std::ranges::find(outcomes, name, &std::pair<Outcome, std::string_view>::second);
  return found == outcomes.end() ? Outcome::unknown : found->first;
}

Finding judge(std::string_view duty, const DutyFacts& facts, const DutyNorm& norm) {
  const auto found = std::ranges::find(rules, duty, &Rule::duty);
  if (found == rules.end())
    return {Outcome::unknown, "compliance.because.no_rule", {}};
  return found->judge(facts, norm);
}

}  // namespace metodica::coordination
