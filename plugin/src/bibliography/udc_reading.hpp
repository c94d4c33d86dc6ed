/// UdcReading: everything that can be said about a notation as somebody wrote it, for the person
/// who wants to put it right. Udc::parse is the short question "is it correct?".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "bibliography/udc_check.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// One thing to look at.
struct UdcFinding {
  Problem problem;     ///< as Udc::parse says it; what was expected is the message `<id>.expected`
  std::string found;   ///< the character at the position, "" where the notation ends
  std::string repair;  ///< the notation with this put right, "" when it cannot be guessed
};

struct UdcReading {
  std::string notation;              ///< normalised
  std::vector<UdcFinding> faults;    ///< makes the notation wrong; in reading order, at most 20
  std::vector<UdcFinding> warnings;  ///< unusual, see Udc::warnings(); only without faults
  std::string repaired;              ///< all faults put right, "" when that cannot be guessed
};

/// Reads any bytes. Spaces around signs are reported as a warning "udc.spaces" {text} {position}.
[[nodiscard]] UdcReading read_udc(std::string_view text);

/// A text made readable: its normalised notation and where each byte of it came from.
class UdcText {
 public:
  /// `text` should be UTF-8.
  explicit UdcText(std::string_view text);

  [[nodiscard]] const std::string& notation() const { return notation_; }
  /// Takes the notation out.
  [[nodiscard]] std::string&& take() && { return std::move(notation_); }
  /// A fault worded with {text}, {position} (1-based character of the text) and, where the message
  /// needs it, {sign}.
  [[nodiscard]] Problem problem(const UdcFault& fault) const;

 private:
  std::string text_;
  std::string notation_;
  std::vector<std::uint32_t> positions_;
};

}  // namespace metodica
