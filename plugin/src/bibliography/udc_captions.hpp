/// Captions of UDC classes and auxiliaries in words: packs of data, looked up by notation.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

/// The words of a class, or what it was replaced by. A language that the pack lacks is "".
struct UdcCaption {
  std::string notation;
  std::string ro;
  std::string en;
  std::string hu;
  std::string replaced_by;  ///< the class that took over, when this one is no longer in use

  /// In "ro", "en" or "hu"; where that is missing, English, then Romanian, then Hungarian.
  [[nodiscard]] const std::string& in(std::string_view lang) const;

  bool operator==(const UdcCaption&) const = default;
};

/// One pack, or several one over the other.
class UdcCaptions {
 public:
  /// Reads CSV whose header has notation and at least one of caption_ro, caption_en, caption_hu,
  /// replaced_by; other columns are left alone, lines before the header that begin with # too.
  /// Ranges, signs and notations with "..." that only explain a table are skipped. Errors:
  /// METODICA_INVALID udc_captions.header, udc_captions.line {line} {text} (no correct notation, or
  /// nothing said of it), udc_captions.empty.
  [[nodiscard]] static Result<UdcCaptions> from_csv(std::string_view text);

  [[nodiscard]] static UdcCaptions of(std::vector<UdcCaption> captions);

  /// Lays another pack over this one: its words win, what it lacks in a language stays.
  void add(const UdcCaptions& others);

  /// The caption of exactly this class or auxiliary: "821.135.1", "=135.1", "(498)", "82-31".
  [[nodiscard]] const UdcCaption* find(std::string_view notation) const;

  /// The caption of the class or of the narrowest one known above it: "821.135.1" for
  /// "821.135.12". A sign alone is above nothing: "(049)" is not found under "(4)". Null when even
  /// the first digit is unknown.
  [[nodiscard]] const UdcCaption* nearest(std::string_view notation) const;

  /// A special auxiliary under its class: "-31" under "821.135.1" is that of "82-31".
  [[nodiscard]] const UdcCaption* nearest_special(std::string_view main,
                                                  std::string_view auxiliary) const;

  /// The broadest entry on the way to `notation` that says what replaced it, null when none does:
  /// that of "859.0" for "859.0-31". Of the whole notation only the main number counts.
  [[nodiscard]] const UdcCaption* outdated(std::string_view notation) const;

  /// The classes straight under `notation`, or the main classes for "".
  [[nodiscard]] std::vector<const UdcCaption*> below(std::string_view notation) const;

  /// All in filing order.
  [[nodiscard]] std::vector<const UdcCaption*> all() const;
  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string key;  // shelf key without its end: a class is a prefix of what stands under it
    UdcCaption caption;
  };
  void sort();
  [[nodiscard]] const Entry* at(std::string_view key) const;
  [[nodiscard]] const Entry* worded(std::string_view key) const;
  [[nodiscard]] const Entry* above(std::string_view key) const;

  std::vector<Entry> entries_;  // by key
};

}  // namespace metodica
