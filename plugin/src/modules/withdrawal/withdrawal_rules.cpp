#include "modules/withdrawal/withdrawal_rules.hpp"

namespace metodica::withdrawal {

const std::vector<std::string>& causes() {
  static const auto& codes = *new std::vector<std::string>{
      "worn", "obsolete", "lost_by_user", "missing", "missing_natural", "disaster"};
  return codes;
}

bool by_wear(std::string_view cause) {
  return cause == "worn" || cause == "obsolete";
}

bool must_be_here(std::string_view cause) {
  return by_wear(cause) || cause == "disaster";
}

const std::vector<std::string>& destinations() {
  static const auto& codes =
      *new std::vector<std::string>{"waste_paper", "transfer", "donation", "sale", "none"};
  return codes;
}

std::string_view refusal(std::string_view cause, const Candidate& candidate, Date today) {
  if (candidate.ambiguous)
    return "ambiguous";
  if (!candidate.known)
    return "unknown";
  if (candidate.listed_twice)
    return "listed_twice";
  if (candidate.gone)
    return "gone";
  if (candidate.in_proposal)
    return "in_proposal";
  if (by_wear(cause) && candidate.heritage)
    return "heritage";
  if (by_wear(cause) && today < candidate.withdrawable_from)
    return "too_young";
  if (must_be_here(cause) && candidate.on_loan)
    return "on_loan";
  return "";
}

std::string_view state_name(State state) {
  switch (state) {
    case State::proposed:
      return "proposed";
    case State::examined:
      return "examined";
    case State::approved:
      return "approved";
    case State::refused:
      return "refused";
  }
  return "proposed";
}

void Totals::add(const std::string& category_code, const std::string& language_code,
                 const std::string& content_code, Money value) {
  for (Amount* sum :
       {&whole, &category[category_code], &language[language_code], &content[content_code]}) {
    ++sum->units;
    sum->value += value;
  }
}

}  // namespace metodica::withdrawal
