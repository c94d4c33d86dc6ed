/// The papers of a reception.
#pragma once

#include <string>

#include "app/call.hpp"
#include "modules/acquisition/act.hpp"

namespace metodica::acquisition {

/// Minutes of reception (proces-verbal de recepție; nota de recepție și constatare de diferențe has
/// the same content): per line on the act, accepted, refused, missing, price and value; the
/// commission. Minimum content: OMFP 2634/2015, annex 1 pt. 2. A draft that was counted is marked
/// as such. Errors: acquisition.not_counted; those of price(); those of Documents.
Result<std::string> minutes_pdf(Call& call, const Act& act);

/// List of the copies with their inventory numbers, which goes with the books to processing.
/// Errors: METODICA_INVALID acquisition.not_signed; those of Documents.
Result<std::string> list_pdf(Call& call, const Act& act);

}  // namespace metodica::acquisition
