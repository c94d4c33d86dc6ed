/// The rules of a stocktaking: pure functions of what was read. OMFP 2861/2009 (norms of
/// stocktaking) and L334/2002 art. 40; domain note on registers, section 4.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "text/date.hpp"
#include "text/money.hpp"

namespace metodica::stocktaking {

/// The answer to one scan.
enum class Verdict : std::uint8_t {
  found = 1,
  duplicate,      ///< seen before in this session: flagged, not counted twice
  misplaced,      ///< belongs to another custody
  gone,           ///< taken out of the records, found again
  unknown,        ///< no line in the inventory registers
  on_loan_here,   ///< on loan by the records, yet on the shelf: counted as found
  entered_since,  ///< of this custody, registered after the list of expected copies was made
};
std::string_view verdict_name(Verdict verdict);  ///< "on_loan_here", as stored and as in messages
Verdict verdict_of(std::string_view name);       ///< unknown for a name that is none

/// What is known about a scanned copy.
struct ScanFacts {
  bool in_register = false;
  bool gone = false;
  bool expected = false;
  bool of_custody = false;  ///< belongs to the custody that is counted
  bool seen = false;        ///< scanned before in this session
  bool on_loan = false;
};
Verdict judge(const ScanFacts& facts);

/// Where an expected copy ended. `away` is the last of "loan", "outside", "back" noted for it, ""
/// for none.
enum class CopyClass : std::uint8_t { found = 1, on_loan, outside, missing };
CopyClass classify(bool found, std::string_view away);

/// Units and their inventory value.
struct Amount {
  std::int64_t units = 0;
  Money value;

  Amount& operator+=(const Amount& other);
  bool operator==(const Amount&) const = default;
};

/// The identity of a stocktaking: expected = found + on loan with proof + outside with act +
/// missing.
struct Balance {
  Amount expected, found, on_loan, outside, missing;

  void add(CopyClass of, Money value);  ///< one expected copy
  [[nodiscard]] bool holds() const;     ///< units and values
};

/// The ceiling of natural loss, computed after a shortage was found and never taken off by itself
/// (OMFP 2861/2009 pt. 41(2)). How the fraction of a unit is rounded is not settled: both are
/// given.
struct NaturalLoss {
  std::int64_t base = 0;  ///< units
  std::int64_t permille = 0;
  std::int64_t thousandths = 0;  ///< base × permille: 2730 are 2.73 units
  std::int64_t rounded_down = 0;
  std::int64_t rounded_up = 0;
};
NaturalLoss natural_loss(std::int64_t base, std::int64_t permille);
/// Units above a ceiling: what the custodian may have to answer for (L334 art. 40(5)).
std::int64_t above_ceiling(std::int64_t missing, std::int64_t ceiling);

/// Years between two complete stocktakings by size of the collection (reported practice, to be
/// confirmed by the library: domain note 1.3).
int period_years(std::int64_t units);
Date due_by(Date last, std::int64_t units);

/// Who counts, as on the decision.
struct Commission {
  std::string chair;
  std::vector<std::string> members;  ///< without the chair
};

/// A custodian may not sit in the commission; one person alone only where the library works with
/// one person (OMFP 2861/2009 pt. 5-7). `keepers`: names, separated by commas. Names are compared
/// without case, marks and order of words. Errors: METODICA_INVALID
/// "stocktaking.keeper_in_commission" {name}, "stocktaking.member_twice" {name},
/// "stocktaking.commission_small", at "chair" or "members".
Result<void> check_people(const Commission& commission, std::string_view keepers, bool one_person);

/// The days of a decision: written, then counted from, then to. Errors: METODICA_INVALID
/// "stocktaking.decision_future" {date}, "stocktaking.starts_before", "stocktaking.ends_before".
Result<void> check_days(Date decision, Date starts_on, Date ends_on, Date today);

/// Names, one a line, as stored.
std::string joined_lines(const std::vector<std::string>& lines);
std::vector<std::string> split_lines(std::string_view text);

const std::vector<std::string>& reasons();  ///< "periodic", "handover", ... (OMFP 2861/2009 pt. 2)
const std::vector<std::string>& methods();  ///< "scanning", "register", "shelf_list", "cards"

}  // namespace metodica::stocktaking
