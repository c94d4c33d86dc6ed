/// The copies that a stocktaking works on, as the registers and the host know them. The only file
/// of this folder that asks other subjects.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/registers/api.hpp"
#include "modules/stocktaking/api.hpp"
#include "modules/stocktaking/stocktaking_store.hpp"

namespace metodica::stocktaking {

/// Everything that the registers hold in a custody now ("" = the whole library).
std::vector<Expected> copies_in_custody(UnitOfWork& work, const std::string& custody);

std::optional<registers::CopyLine> line_of(UnitOfWork& work, const InventoryNumber& number);

/// The copy that a code means inside a session: of several with one number the expected one.
/// Nothing when no register knows it. Errors: METODICA_INVALID "stocktaking.ambiguous"
/// {text}{first}{second} at "code".
Result<std::optional<registers::CopyLine>> line_of_code(UnitOfWork& work, const Session& session,
                                                        const std::string& code);

/// Marks what happened to expected copies that were not found since the list was made: taken out of
/// the records by an act, or moved to another custody. Returns how many.
std::int64_t note_movements(Call& call, const Session& session);

/// Marks loans and returns that the host knows now; `known` is false when it keeps none.
struct LoanChanges {
  bool known = false;
  std::int64_t lent = 0, returned = 0;
};
Result<LoanChanges> note_loans(Call& call, const Session& session);

/// Writes the check into the inventory registers for every copy that was found (column
/// "Verificări").
Result<void> note_checks(Call& call, const Session& session, Date on);

/// The name of a category of documents in the caller's language.
std::map<std::string, std::string> category_titles(Call& call);

}  // namespace metodica::stocktaking
