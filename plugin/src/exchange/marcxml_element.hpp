/// One <record> element of MARCXML as a record.
#pragma once

#include <string>
#include <string_view>

#include "exchange/marc_record.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// `xml` is a whole document whose root is the element; prefixes need not be declared. White space
/// around leader and control fields is kept as MARCXML says. Errors, METODICA_INVALID:
/// "exchange.xml_bad" {text} with the parser's own words, "exchange.xml_field_bad" {tag} for a tag
/// that has not three letters or digits.
[[nodiscard]] Result<MarcRecord> parse_marcxml_element(const std::string& xml);

}  // namespace metodica
