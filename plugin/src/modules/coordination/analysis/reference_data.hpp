/// Peer groups and reference values that ship with the program: data, not judgements.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "modules/coordination/analysis/peer_rules.hpp"

namespace metodica::coordination {

/// data/peer-bands.json, in the order of the file; read once. [any thread]
const std::vector<PeerBand>& peer_bands();

/// A value to compare with, always with where it comes from.
struct ReferenceValue {
  std::string indicator;
  std::string value;  ///< "2.3"
  std::string to;     ///< upper end of a range, "" for one value
  std::string year;
  std::string kind;  ///< "law", "national", "guideline", "example"
  bool verified = false;
  std::string source_ro, source_en, source_hu;

  /// "2,3 (România, comunicatul INS, 2017)" with the sign of decimals of the language; a law is
  /// named without the year.
  [[nodiscard]] std::string shown(std::string_view lang) const;
};
/// Those of one indicator, from data/indicator-references.json.
[[nodiscard]] std::vector<ReferenceValue> references_of(std::string_view indicator);

}  // namespace metodica::coordination
