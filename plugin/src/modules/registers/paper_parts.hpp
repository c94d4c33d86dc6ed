/// What the papers of the registers have in common: acts, signatures.
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "documents/table_columns.hpp"
#include "text/date.hpp"

namespace metodica::registers {

/// "factura FX 1001 / 12.01.2026"; `kind` is a code of acts.
std::string act_text(const Messages& say, const std::string& kind, const std::string& number,
                     Date date);

/// Who signs a register, by the settings of the library.
std::vector<Signature> keeper_and_manager(Call& call);

}  // namespace metodica::registers
