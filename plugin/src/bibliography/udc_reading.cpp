#include "bibliography/udc_reading.hpp"

#include <optional>

#include "bibliography/latin_letters.hpp"
#include "bibliography/udc_repair.hpp"
#include "bibliography/udc_warnings.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

constexpr std::size_t kMostFaults = 20;
constexpr std::size_t kLongestShown = 200;

// Where the first space stood that the notation does without, from 1; 0 when none did.
std::int64_t dropped_space(std::string_view tidied, const std::string& notation) {
  std::int64_t position = 0;
  std::size_t at = 0;
  while (!tidied.empty()) {
    ++position;
    const std::size_t size = first_character(tidied).size;
    if (tidied.front() == ' ' && (at >= notation.size() || notation[at] != ' ')) {
      return position;
    }
    tidied.remove_prefix(size);
    // Signs may have changed their length, letters not.
    at += at < notation.size() ? first_character(std::string_view(notation).substr(at)).size : 0;
  }
  return 0;
}

UdcFinding finding(const UdcText& text, const std::vector<UdcElement>& elements,
                   const UdcFault& fault) {
  const std::string_view notation = text.notation();
  UdcFinding found{text.problem(fault), {}, {}};
  if (fault.byte < notation.size()) {
    const std::string_view rest = notation.substr(fault.byte);
    found.found = rest.substr(0, first_character(rest).size);
  }
  if (const std::optional<UdcEdit> edit = udc_edit(notation, elements, fault)) {
    found.repair = udc_normalised(edit->applied_to(notation));
  }
  return found;
}

}  // namespace

UdcText::UdcText(std::string_view text) : text_(text) {
  notation_ = udc_normalised(tidy(text), &positions_);
}

Problem UdcText::problem(const UdcFault& fault) const {
  const std::string_view notation = notation_;
  const bool inside = fault.byte < positions_.size();
  const std::uint32_t position =
      inside ? positions_[fault.byte] : (positions_.empty() ? 1 : positions_.back() + 1);
  std::vector<MessageArgument> arguments{{"text", excerpt(text_, kLongestShown)},
                                         {"position", static_cast<std::int64_t>(position)}};
  if (inside && (fault.id == "udc.unknown_sign" || fault.id == "udc.unbalanced")) {
    const std::string_view rest = notation.substr(fault.byte);
    arguments.push_back({"sign", std::string(rest.substr(0, first_character(rest).size))});
  }
  return {METODICA_INVALID, std::string(fault.id), std::move(arguments)};
}

UdcReading read_udc(std::string_view text) {
  UdcReading reading;
  if (!is_utf8(text)) {
    reading.faults.push_back({Problem(METODICA_INVALID, "udc.encoding"), {}, {}});
    return reading;
  }
  const UdcText read(text);
  const std::string& notation = read.notation();
  reading.notation = notation;
  if (notation.empty()) {
    reading.faults.push_back(
        {Problem(METODICA_INVALID, "udc.empty", {{"text", std::string()}}), {}, {}});
    return reading;
  }
  const std::vector<UdcElement> elements = udc_elements(notation);
  for (const UdcFault& fault : udc_faults(notation, elements, kMostFaults)) {
    reading.faults.push_back(finding(read, elements, fault));
  }
  if (!reading.faults.empty()) {
    reading.repaired = udc_repaired(notation);
    return reading;
  }
  for (const UdcFault& warning : udc_warnings(notation, elements)) {
    reading.warnings.push_back(finding(read, elements, warning));
  }
  const std::string tidied = tidy(text);
  if (const std::int64_t position = dropped_space(tidied, notation); position > 0) {
    reading.warnings.push_back(
        {Problem(METODICA_INVALID, "udc.spaces",
                 {{"text", excerpt(text, kLongestShown)}, {"position", position}}),
         " ", notation});
  }
  return reading;
}

}  // namespace metodica
