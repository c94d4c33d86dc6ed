/// The giving of a call number to one copy: facts in the inventory register, place on the shelf,
/// the second call number, the message to the host. Everything runs inside the caller's
/// transaction.
#pragma once

#include <string>

#include "app/call.hpp"
#include "modules/processing/mark_numbers.hpp"
#include "modules/processing/shelving.hpp"

namespace metodica::processing {

/// What one copy gets.
struct MarkOrder {
  std::string udc;          ///< full class, normalised
  CallNumber mark;          ///< of a systematic mark; of others only the section counts
  std::int64_t height = 0;  ///< centimetres, 0: from the host's record
  std::string typed;        ///< a format mark or running number read from an old label, "" = next
  std::string typed_second;
};

struct GivenMarks {
  std::string first;
  std::string second;  ///< "" when the scheme has none
};

/// Gives by the scheme. Facts that do not change are not noted again. Errors: of take_number and
/// keep_typed_number (a second mark's at "second"); METODICA_CONFLICT call_numbers.work_taken
/// {mark}{number} at "work_mark", call_numbers.copy_taken {mark}{number} at "copy", where the
/// scheme wants call numbers to be unique.
Result<GivenMarks> give_to_copy(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                                const MarkOrder& order);

/// The same without the making: first call number as it is to stand. For giving back what was.
Result<void> write_mark(Call& call, const CopyLine& copy, const ShelfMark& shelf);

}  // namespace metodica::processing
