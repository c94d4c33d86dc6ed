/// The papers of a withdrawal, as PDF, to be called inside `paper` actions. Errors: those of the
/// layout engine.
#pragma once

#include <string>

#include "app/call.hpp"
#include "modules/withdrawal/withdrawal_store.hpp"

namespace metodica::withdrawal {

/// Lista documentelor propuse pentru eliminare (domain note on registers, 5.3).
Result<std::string> list_pdf(Call& call, const Proposal& proposal);
/// Proces-verbal de eliminare with the place of approval. Errors: METODICA_INVALID
/// "withdrawal.not_examined".
Result<std::string> minutes_pdf(Call& call, const Proposal& proposal);

}  // namespace metodica::withdrawal
