#include "bibliography/udc.hpp"

#include <utility>

#include "bibliography/udc_key.hpp"
#include "bibliography/udc_reading.hpp"
#include "bibliography/udc_warnings.hpp"
#include "text/unicode.hpp"

namespace metodica {

Result<Udc> Udc::parse(std::string_view text) {
  if (!is_utf8(text)) {
    return invalid("udc.encoding");
  }
  UdcText read(text);
  const std::string& notation = read.notation();
  if (notation.empty()) {
    return invalid("udc.empty", {{"text", std::string(text)}});
  }
  const std::vector<UdcElement> elements = udc_elements(notation);
  const std::vector<UdcFault> faults = udc_faults(notation, elements);
  if (!faults.empty()) {
    return Unexpected(read.problem(faults.front()));
  }
  Udc udc;
  for (const UdcFault& warning : udc_warnings(notation, elements)) {
    udc.warnings_.push_back(read.problem(warning));
  }
  udc.original_ = text;
  udc.notation_ = std::move(read).take();
  return udc;
}

std::string Udc::key() const {
  std::string key;
  append_udc_key(key, notation_);
  return key;
}

}  // namespace metodica
