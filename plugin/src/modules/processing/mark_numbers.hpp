/// Format marks and running numbers of copies: which one a copy would get, and the giving of it.
#pragma once

#include <string>

#include "modules/processing/scheme_store.hpp"
#include "modules/processing/shelving.hpp"

namespace metodica::processing {

/// What is asked for a copy.
struct NumberWish {
  MarkFamily family = MarkFamily::format;  ///< format or running
  std::int64_t height = 0;  ///< of the book in centimetres, 0: from the host's record
};

/// A call number by number, with what it is made of.
struct NumberMark {
  GivenNumber given;
  std::string text;
  bool is_new = false;      ///< the number is taken now; else the copy or its title has it already
  std::int64_t height = 0;  ///< the height that was used
  bool height_from_host = false;
};

/// The number that the copy would get now; nothing is taken. Errors: METODICA_INVALID
/// call_numbers.no_height at "height" when a format mark is asked for and no height is known.
Result<NumberMark> planned_number(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                                  const NumberWish& wish);

/// Takes and keeps it: the next number of its run, gap-free, for this transaction alone. Errors: as
/// planned_number; METODICA_CONFLICT call_numbers.number_taken {mark}{number} at "mark" when the
/// inventory number is to be the mark and another title has it.
Result<NumberMark> take_number(Call& call, const MarkScheme& scheme, const CopyLine& copy,
                               const NumberWish& wish);

/// Keeps a mark that a person read from an old label. Later numbers of its run come after it.
/// Errors: METODICA_INVALID of FormatMark::parse at "mark"; METODICA_CONFLICT
/// call_numbers.number_taken {mark}{number} at "mark" when another title has it.
Result<NumberMark> keep_typed_number(Call& call, const CopyLine& copy, MarkFamily family,
                                     const std::string& typed);

}  // namespace metodica::processing
