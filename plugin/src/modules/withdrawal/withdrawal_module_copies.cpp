#include "modules/withdrawal/withdrawal_module_copies.hpp"

#include <set>

#include "app/host_queue.hpp"
#include "modules/stocktaking/api.hpp"

namespace metodica::withdrawal {
namespace {

/// The line, or which rule was broken on the way to it.
struct Found {
  Candidate candidate;
  std::optional<registers::CopyLine> line;
};

Found find(UnitOfWork& work, const Asked& asked) {
  Found found;
  std::vector<InventoryNumber> numbers;
  if (asked.number.number != 0) {
    numbers = {asked.number};
  } else {
    numbers = stocktaking::copies_of_code(work, asked.code);
  }
  found.candidate.ambiguous = numbers.size() > 1;
  if (numbers.size() != 1)
    return found;
  found.line = registers::copy(work, numbers.front());
  if (!found.line)
    return found;
  found.candidate.known = true;
  found.candidate.gone = found.line->gone;
  found.candidate.heritage = found.line->heritage;
  found.candidate.withdrawable_from = registers::withdrawable_from(*found.line);
  return found;
}

Result<stocktaking::Loans> loans_of(Call& call, const std::vector<Found>& found) {
  std::vector<stocktaking::CopyName> names;
  for (const auto& one : found) {
    if (one.line && !one.line->gone)
      names.push_back({one.line->number, one.line->barcode});
  }
  return stocktaking::loans_of(call, names);
}

Problem refused_because(const Messages& say, std::string_view why, const Asked& asked,
                        const Found& found, std::int64_t other) {
  std::vector<MessageArgument> about = {{"number", asked.shown()},
                                        {"other", std::to_string(other)}};
  about.push_back({"title", found.line ? found.line->title : ""});
  about.push_back({"acquired", found.line ? found.line->acquired_on.shown(say.lang()) : ""});
  about.push_back({"from", found.candidate.withdrawable_from.shown(say.lang())});
  about.push_back({"exit", found.line ? std::to_string(found.line->exit_number) + "/" +
                                            std::to_string(found.line->exit_year)
                                      : ""});
  const metodica_status status = why == "unknown" ? METODICA_NOT_FOUND : METODICA_INVALID;
  return {status, "withdrawal.refused." + std::string(why), std::move(about)};
}

}  // namespace

std::string Asked::shown() const {
  return number.number == 0 ? code : number.shown_with_register();
}

Result<std::vector<Outcome>> check_copies(Call& call, const std::string& cause,
                                          const std::vector<Asked>& asked) {
  std::vector<Found> found;
  found.reserve(asked.size());
  for (const auto& one : asked)
    found.push_back(find(call.work(), one));
  stocktaking::Loans loans;
  if (must_be_here(cause)) {
    METODICA_TRY(loans, loans_of(call, found));
  }
  std::vector<Outcome> outcomes;
  std::set<InventoryNumber> named;
  for (std::size_t at = 0; at < asked.size(); ++at) {
    Found& one = found[at];
    std::int64_t other = 0;
    if (one.line) {
      one.candidate.listed_twice = !named.insert(one.line->number).second;
      other = open_proposal_of(call.work(), one.line->number);
      one.candidate.in_proposal = other != 0;
      one.candidate.on_loan = loans.on_loan.count(one.line->number) != 0;
    }
    const std::string_view why = refusal(cause, one.candidate, call.today());
    Outcome outcome{asked[at], one.line, {}};
    if (!why.empty())
      outcome.refused = refused_because(call.say(), why, asked[at], one, other);
    outcomes.push_back(std::move(outcome));
  }
  return outcomes;
}

std::vector<ProposedCopy> proposed_copies(UnitOfWork& work, std::int64_t id) {
  std::vector<ProposedCopy> copies;
  for (auto& item : items(work, id)) {
    auto line = registers::copy(work, item.number);
    if (line)
      copies.push_back({std::move(item), *std::move(line)});
  }
  return copies;
}

Totals totals_of(const std::vector<ProposedCopy>& copies, bool accepted_only) {
  Totals totals;
  for (const auto& copy : copies) {
    if (accepted_only && !copy.item.accepted)
      continue;
    totals.add(copy.line.category, copy.line.language, copy.line.content, copy.line.value);
  }
  return totals;
}

Result<void> check_commission(Call& call, const Minutes& minutes) {
  return stocktaking::check_commission(call, {minutes.chair, minutes.members});
}

Result<registers::Registered> write_exit(Call& call, const Proposal& proposal,
                                         const Minutes& minutes, const End& end) {
  const Messages romanian("ro");  // the registers are kept in Romanian, whoever approves
  registers::Exit leaving;
  leaving.registered_on = end.ended_on;
  leaving.cause = proposal.cause;
  leaving.act = {by_wear(proposal.cause) ? "withdrawal_minutes" : "minutes", minutes.minutes_number,
                 minutes.minutes_date};
  leaving.approval = romanian("withdrawal.approval_text", {{"number", end.decision_number},
                                                           {"date", end.decision_date.shown()}});
  if (!end.council.empty())
    leaving.approval += "; " + end.council;
  leaving.remarks =
      romanian("withdrawal.exit_remark", {{"proposal", std::to_string(proposal.proposal)}});
  std::vector<stocktaking::CopyName> names;
  for (const auto& copy : proposed_copies(call.work(), proposal.proposal)) {
    if (!copy.item.accepted)
      continue;
    leaving.copies.push_back(copy.item.number);
    names.push_back({copy.item.number, copy.line.barcode});
  }
  if (must_be_here(proposal.cause)) {
    METODICA_TRY(const stocktaking::Loans loans, stocktaking::loans_of(call, names));
    if (!loans.on_loan.empty()) {
      return Unexpected({METODICA_CONFLICT,
                         "withdrawal.lent_since",
                         {{"number", loans.on_loan.begin()->first.shown_with_register()}}});
    }
  }
  METODICA_TRY(registers::Registered row, registers::exit(call, leaving));
  const Json why = Json::object({{"cause", proposal.cause},
                                 {"act", Json::object({{"number", minutes.minutes_number},
                                                       {"date", minutes.minutes_date.iso()}})}});
  for (const auto& number : leaving.copies)
    queue_retire(call, number, why);
  return row;
}

ColumnTitles::ColumnTitles(Call& call) {
  for (const std::string grouping : {"category", "language", "content"}) {
    for (auto& column : registers::breakdown_columns(call.work(), grouping, call.say().lang())) {
      titles_[{grouping, column.code}] = std::move(column.title);
    }
  }
}

std::string ColumnTitles::of(const std::string& grouping, const std::string& code) const {
  const auto found = titles_.find({grouping, code});
  if (found == titles_.end())
    return code;
  return grouping == "content" ? code + " " + found->second : found->second;
}

}  // namespace metodica::withdrawal
