#include "modules/coordination/visits/score_rules.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

class Scoring {
 public:
  Scoring(const std::vector<DatedTerm>& terms, Date today) : terms_(terms), today_(today) {}

  [[nodiscard]] DatedTerm term(const char* code) const { return term_on(terms_, code, today_); }

  /// `count` units of the term, capped.
  void add(const char* code, std::int64_t count) {
    ScorePart part{code, 0, count, false, term(code)};
    part.points = std::min(count * part.term.points, part.term.most);
    keep(std::move(part));
  }
  void add_most(const char* code) {
    ScorePart part{code, 0, 0, true, term(code)};
    part.points = part.term.most;
    keep(std::move(part));
  }
  /// Without an answer, or without a weight for it, the term is left out and named.
  template <class Value, class Count>
  void add_if_known(const char* code, const std::optional<Value>& value, Count count) {
    if (value && term(code).points > 0)
      add(code, count(*value));
    else
      score_.unknown.emplace_back(code);
  }

  DueScore take() {
    std::stable_sort(
        score_.parts.begin(), score_.parts.end(),
        [](const ScorePart& one, const ScorePart& other) { return one.points > other.points; });
    return std::move(score_);
  }

 private:
  void keep(ScorePart part) {
    score_.points += part.points;
    if (part.points > 0)
      score_.parts.push_back(std::move(part));
  }

  const std::vector<DatedTerm>& terms_;
  Date today_;
  DueScore score_;
};

}  // namespace

const std::vector<std::string>& score_codes() {
  static const std::vector<std::string> codes = {
      "visit.months", "visit.overdue",     "visit.return_late", "visit.new_librarian",
      "visit.growth", "visit.stock_check", "visit.requests",    "visit.route"};
  return codes;
}

std::int64_t months_between(Date from, Date to) {
  if (to <= from)
    return 0;
  const int months = (to.year() - from.year()) * 12 + to.month() - from.month();
  return from.plus_months(months) <= to ? months : months - 1;
}

DueScore due_score(const DueFacts& facts, const std::vector<DatedTerm>& terms, Date today) {
  Scoring scoring(terms, today);
  if (facts.last_visit.none())
    scoring.add_most("visit.months");
  else
    scoring.add("visit.months", months_between(facts.last_visit, today));
  scoring.add("visit.overdue", facts.overdue);
  scoring.add_if_known("visit.return_late", facts.return_late,
                       [](bool late) { return std::int64_t{late ? 1 : 0}; });
  const auto newcomer_months = static_cast<int>(scoring.term("visit.new_librarian").period);
  const bool is_new = !facts.new_librarian.none() &&
                      today <= facts.new_librarian.plus_months(newcomer_months) &&
                      facts.last_visit < facts.new_librarian;
  scoring.add("visit.new_librarian", is_new ? 1 : 0);
  scoring.add_if_known("visit.growth", facts.growth_short,
                       [](bool is_short) { return std::int64_t{is_short ? 1 : 0}; });
  scoring.add_if_known("visit.stock_check", facts.stock_check_missing,
                       [](bool missing) { return std::int64_t{missing ? 1 : 0}; });
  scoring.add("visit.requests", facts.requests);
  scoring.add_if_known("visit.route", facts.route_visits,
                       [](std::int64_t visits) { return visits; });
  return scoring.take();
}

}  // namespace metodica::coordination
