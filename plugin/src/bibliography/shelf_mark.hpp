/// CallNumber: a systematic-alphabetical shelf mark (cotă sistematic-alfabetică) and the key that
/// puts marks of all kinds in shelf order (domain note on classification, 1.5 and 3.1).
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace metodica {

/// The parts of an open-shelf mark, each "" when absent.
struct CallNumber {
  std::string section;      ///< local letters: "C" for children, "R" for reference
  std::string udc;          ///< shortened or full notation: "821.135.1-31"
  std::string author_mark;  ///< "R292"
  std::string work_mark;    ///< "p"
  std::string volume;       ///< without "v.": "2"
  std::string copy;         ///< without "ex.": "3"

  /// "C 821.135.1-31 R292p v.2 ex.3".
  [[nodiscard]] std::string text() const;

  bool operator==(const CallNumber&) const = default;
};

/// Reads a mark as written on labels: parts after spaces, or "/" before the author mark
/// ("821RO/P9121"); volumes as v., vol., t.; copies as ex., c. Never fails: what is not recognised
/// stays in `udc`.
[[nodiscard]] CallNumber parse_call_number(std::string_view text);

/// Shelf key; memcmp order is shelf order: section, UDC, author mark, work mark, volume, copy.
/// Figures of an author mark are decimals (R29 < R292 < R3), volumes and copies numbers
/// (v.2 < v.10); a part that is absent comes first. Sections file in the order of `sections`, those
/// not listed after them by alphabet; no section comes first.
[[nodiscard]] std::string shelf_mark_key(const CallNumber& mark,
                                         std::span<const std::string> sections = {});

/// The same from text of any family: systematic marks first, then format marks ("P I 27618", see
/// format_mark.hpp), then running numbers (four digits or more and nothing else) by value.
[[nodiscard]] std::string shelf_mark_key(std::string_view text,
                                         std::span<const std::string> sections = {});

/// The same at the end of a string, for keys made by the million (see key_list.hpp).
void append_shelf_mark_key(std::string& out, std::string_view text,
                           std::span<const std::string> sections = {});

}  // namespace metodica
