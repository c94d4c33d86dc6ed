/// The rules of withdrawal: pure functions. L334/2002 art. 40(1)-(2); domain note on registers,
/// section 5.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica::withdrawal {

/// Causes that a proposal can have, codes of the registers. One proposal has one cause, because one
/// act has one cause in RMF part II.
const std::vector<std::string>& causes();
/// Worn or obsolete: withdrawal in the sense of the law, with its six months and its ban on
/// heritage.
bool by_wear(std::string_view cause);
/// Whether the copy must be on the shelf: not for what is lost or missing.
bool must_be_here(std::string_view cause);

/// What happens with the books: "waste_paper", "transfer", "donation", "sale", "none".
const std::vector<std::string>& destinations();

/// What is known about a copy that somebody wants to propose.
struct Candidate {
  bool known = false;         ///< a register has it
  bool ambiguous = false;     ///< several registers have the number
  bool listed_twice = false;  ///< named above in the same list
  bool gone = false;
  bool in_proposal = false;  ///< in another proposal that is not decided
  bool heritage = false;
  bool on_loan = false;
  Date withdrawable_from;  ///< first day allowed by art. 40(2)
};

/// Why a copy may not be proposed: "" when it may, else "unknown", "ambiguous", "listed_twice",
/// "gone", "in_proposal", "heritage", "too_young" or "on_loan". The first that applies.
std::string_view refusal(std::string_view cause, const Candidate& candidate, Date today);

enum class State : std::uint8_t { proposed = 1, examined, approved, refused };
std::string_view state_name(State state);

/// Units and value at entry (the exit has the recorded value: domain note 9, 23).
struct Amount {
  std::int64_t units = 0;
  Money value;
  bool operator==(const Amount&) const = default;
};

/// What the row of RMF part II will hold.
struct Totals {
  Amount whole;
  std::map<std::string, Amount> category, language, content;

  void add(const std::string& category_code, const std::string& language_code,
           const std::string& content_code, Money value);
};

}  // namespace metodica::withdrawal
