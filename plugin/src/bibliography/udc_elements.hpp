/// A UDC notation taken apart: main numbers, connecting signs and auxiliaries in reading order.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metodica {

/// Kinds of elements, named as in the tables of common auxiliaries (domain note on
/// classification, 1.1).
enum class UdcPart : std::uint8_t {
  main = 1,          ///< 821.135.1, also with its range end: 592/599
  tail,              ///< digits after an auxiliary: .333 in 622(410).333
  addition,          ///< +
  relation,          ///< :
  ordered_relation,  ///< ::
  group_open,        ///< [
  group_close,       ///< ]
  language,          ///< =135.1
  form,              ///< (038)
  place,             ///< (498 Sibiu)
  ancestry,          ///< (=511.141)
  time,              ///< "19"
  foreign,           ///< *1, notation from outside UDC
  name,              ///< A/Z extension, without the space before it: Eminescu, M.
  general,           ///< -053.2
  special,           ///< -31
  point,             ///< .09
  apostrophe,        ///< '22
  unknown            ///< a character that can begin none of these
};

/// An element; views point into the notation that was read.
struct UdcElement {
  UdcPart part = UdcPart::unknown;
  std::string_view text;       ///< with its own signs and range end: "-01/-099", "(498)"
  std::string_view range_end;  ///< "-099" of "-01/-099"; empty data pointer when there is no range
  bool after_space = false;    ///< a space stood before it: "929 Eminescu", not "821RO"
  [[nodiscard]] bool has_range() const { return range_end.data() != nullptr; }
  /// The digits, signs and letters before the range end: "-01" of "-01/-099".
  [[nodiscard]] std::string_view start() const;
};

/// "special", "place" ...: for data and programs. Never a sentence.
[[nodiscard]] std::string_view name_of(UdcPart part);
/// The part of that name; nothing for an unknown one.
[[nodiscard]] std::optional<UdcPart> udc_part_named(std::string_view name);

[[nodiscard]] constexpr bool is_connector(UdcPart part) {
  return part == UdcPart::addition || part == UdcPart::relation ||
         part == UdcPart::ordered_relation;
}

/// The notation with one ASCII sign for every typographic variant (“19” to "19", – to -) and
/// without spaces except those that separate words of a name. `positions`, when given, receives for
/// every byte of the result the 1-based place of its character in `text`. `text` should be UTF-8;
/// bytes that are not are kept as they are.
[[nodiscard]] std::string udc_normalised(std::string_view text,
                                         std::vector<std::uint32_t>* positions = nullptr);

/// Takes a normalised notation apart, longest sign first. Tolerant: what cannot be read becomes
/// `unknown`; the texts joined give the notation back, but for spaces before names.
[[nodiscard]] std::vector<UdcElement> udc_elements(std::string_view notation);

/// The first main number without dots, without `.0` auxiliaries and without range end: "8211351" of
/// "821.135.1-31", "53" of "=111(02.053.2)53"; "" when there is none.
[[nodiscard]] std::string first_main_digits(std::string_view notation);

/// The digits of `text`, everything else left out.
[[nodiscard]] std::string digits_of(std::string_view text);

}  // namespace metodica
