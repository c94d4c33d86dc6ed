/// What stands on a label, and the measures that a person types: pure functions, in the terms of
/// the domain note on classification, 3.3, 4.3 and 6.1.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/shelf_mark.hpp"
#include "documents/labels.hpp"
#include "metodica/result.hpp"

namespace metodica::processing {

/// The colour of a class and of everything under it.
struct ClassColour {
  std::string prefix;  ///< main number: "8", "821.135.1"
  std::string name;    ///< a word for the colour
  Colour colour;

  bool operator==(const ClassColour&) const = default;
};

/// "#8a8d8f", in any case. Nothing for any other text.
std::optional<Colour> colour_of(std::string_view hex);
std::string hex_of(Colour colour);

/// Errors, METODICA_INVALID at "colours/<row>/...": labels.colour_prefix {text} (no main number),
/// labels.colour_twice {text}.
Result<void> check_colours(const std::vector<ClassColour>& colours);

/// The band of the longest prefix above the main number of `udc`; none when no colour fits.
std::optional<ColourBand> band_of(const std::vector<ClassColour>& colours, std::string_view udc);

/// "38,1" or "38.1" as hundredths of a millimetre, a sign allowed; nothing for any other text, for
/// more than two decimals, and beyond 999 mm.
std::optional<std::int64_t> hundredths(std::string_view millimetres);
/// 3810 as "38,1" (in the decimal sign of `lang`), 3800 as "38".
std::string shown_hundredths(std::int64_t value, std::string_view lang);

/// What a shelf-end label spans: "821.135.1 – 821.511", or one class.
struct ShelfSpan {
  std::string from;
  std::string to;  ///< "" for a single class

  bool operator==(const ShelfSpan&) const = default;
};

/// Reads "A – B", "A - B" or "A ... B" with spaces around the sign, and "A".
ShelfSpan shelf_span(std::string_view text);
std::string text_of(const ShelfSpan& span);

/// The class in a call number: what the captions are looked up by. "94(498)" for "R 94(498) B12",
/// "" for a format mark or a running number.
std::string class_in(std::string_view mark);

/// The lines of a spine label for a mark of any family; a format mark gets a line for the height
/// class and one for the number ("P I", "27618").
std::vector<std::string> spine_lines(std::string_view call_number, std::size_t max_characters);

}  // namespace metodica::processing
