/// What other subjects may ask of stocktaking: who may sit in a commission, which copies a typed or
/// scanned code names, and which copies are with readers. Everything runs inside the caller's
/// transaction.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/stocktaking/stocktaking_rules.hpp"
#include "text/keys.hpp"

namespace metodica::stocktaking {

/// check_people with the settings of the library: institution.keeper and institution.one_person.
/// The same incompatibilities are kept for withdrawal commissions (domain note on registers, 5.2).
Result<void> check_commission(Call& call, const Commission& commission);

/// The copies that a code can mean: the one that carries the barcode, else "register number", else
/// the number in every register that has it. Empty: none; several: the register must be said.
std::vector<InventoryNumber> copies_of_code(UnitOfWork& work, const std::string& code);

/// A copy as the host may know it.
struct CopyName {
  InventoryNumber number;
  std::string barcode;
};

/// What the host says about loans. `known` is false when it keeps none and has no list of them.
struct Loans {
  struct Days {
    Date since, due;  ///< either may be none
  };
  bool known = false;
  std::map<InventoryNumber, Days> on_loan;  ///< of the copies that were asked for
};

/// Asks the host, never the person who has the copy. Errors: those of the host.
Result<Loans> loans_of(Call& call, const std::vector<CopyName>& copies);

}  // namespace metodica::stocktaking
