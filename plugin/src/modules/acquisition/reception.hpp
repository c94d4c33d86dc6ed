/// The signing of an act: prices, the row of RMF, the lines of RI, what the host has to be told,
/// and the act itself, in the caller's one transaction (domain note on acquisition, 2.4: ACCEPTED
/// to PUBLISHED).
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/acquisition/act.hpp"
#include "modules/registers/api.hpp"

namespace metodica::acquisition {

/// A copy as it stands in the inventory register.
struct ReceivedCopy {
  InventoryNumber number;
  Money value;
  std::string title, barcode;
  std::size_t line = 0;  ///< of the act, from 0
};

struct Reception {
  registers::Registered row;
  Pricing pricing;
  std::vector<ReceivedCopy> copies;
};

/// Prices the lines with the limit of the library's settings. Errors: those of price().
Result<Pricing> price_act(UnitOfWork& work, const Act& act);

/// Gives each line the register that it goes to: the given one, else the first of its category.
/// Errors: acquisition.no_register {category} at "lines/<row>/category".
Result<void> choose_registers(const std::vector<registers::InventoryRegister>& books, Act& act);

/// Barcode of a copy that came without one: the shortest beginning of the register's code, in
/// capitals, that no other register shares, and the inventory number with seven digits: "C0004322".
std::string made_barcode(const std::vector<registers::InventoryRegister>& books,
                         const InventoryNumber& number);

/// The commission has as many members as the library's setting asks, each once. Without names there
/// is nothing to check unless they are `needed`. Errors at "committee": acquisition.committee_size
/// {count} {needed}, acquisition.committee_twice {text}.
Result<void> check_committee(UnitOfWork& work, const std::vector<std::string>& names, bool needed);

/// Registers the act and stores it as signed; `act` gets its lot, values and numbers. Errors: those
/// of price() and registers::enter, at the fields of the lines; METODICA_INVALID
/// acquisition.no_minutes at "minutes/number" when the count differs from the act,
/// acquisition.nothing_accepted, acquisition.barcode_count {row}{given}{copies},
/// acquisition.barcode_twice {text}, acquisition.barcode_taken {text}{number} at
/// "lines/<row>/barcodes"; METODICA_BUSY problem.busy.
Result<Reception> receive(Call& call, Act& act);

}  // namespace metodica::acquisition
