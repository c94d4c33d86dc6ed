/// The copies of a proposal as the registers and the host know them, and the exit that ends it. The
/// only file of this folder that asks other subjects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/registers/api.hpp"
#include "modules/withdrawal/withdrawal_store.hpp"

namespace metodica::withdrawal {

/// A copy that somebody asks for: by number, by barcode, or by a code that may be either.
struct Asked {
  InventoryNumber number;  ///< number 0: see code
  std::string code;
  std::string state;  ///< how it looks

  [[nodiscard]] std::string shown() const;
};

/// Whether it may be proposed; `refused` says why not ("withdrawal.refused.too_young" ...).
struct Outcome {
  Asked asked;
  std::optional<registers::CopyLine> line;
  std::optional<Problem> refused;
};

/// One outcome per copy, in order. Errors: those of the host when it is asked about loans.
Result<std::vector<Outcome>> check_copies(Call& call, const std::string& cause,
                                          const std::vector<Asked>& asked);

/// An item with its line in the inventory register.
struct ProposedCopy {
  Item item;
  registers::CopyLine line;
};
std::vector<ProposedCopy> proposed_copies(UnitOfWork& work, std::int64_t id);
/// Sums of all copies, or of those that the commission accepted.
Totals totals_of(const std::vector<ProposedCopy>& copies, bool accepted_only);

/// The commission may not hold the custodian; errors as stocktaking::check_commission.
Result<void> check_commission(Call& call, const Minutes& minutes);

/// Writes the exit into RMF part II and RI and tells the host, in this transaction. Errors: those
/// of registers::exit; METODICA_CONFLICT "withdrawal.lent_since" {number} when a copy was lent
/// meanwhile.
Result<registers::Registered> write_exit(Call& call, const Proposal& proposal,
                                         const Minutes& minutes, const End& end);

/// "Cărți", "română", "82 Literatură": the title of a breakdown column in the caller's language.
class ColumnTitles {
 public:
  explicit ColumnTitles(Call& call);
  [[nodiscard]] std::string of(const std::string& grouping, const std::string& code) const;

 private:
  std::map<std::pair<std::string, std::string>, std::string> titles_;
};

}  // namespace metodica::withdrawal
