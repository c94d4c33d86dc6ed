/// What the QR code of an attestation holds: the facts of the paper and the library's signature
/// over them, so that anybody can check the paper without a network.
///
/// "MA1." + base64url(facts) + "." + base64url(signature of all before this point), base64url as in
/// RFC 4648 section 5 without padding. The facts are UTF-8 lines in the order of the struct.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/training/signing_key.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct Attested {
  std::int64_t number = 0, year = 0;
  std::string name;  ///< of the person
  Date day;          ///< of the course
  std::int64_t hours = 0;
  std::string topic;   ///< title of the course
  std::string issuer;  ///< the institution
};

/// The text of the code. Line feeds inside of facts become spaces.
[[nodiscard]] std::string attested_text(const Attested& facts, const SigningKey& key);

/// What a text says, and whether one of the keys signed it. A text that was altered in any way is
/// not `genuine`; its facts are then what it claims.
struct CheckedText {
  bool genuine = false;
  Attested facts;
};
/// White space, which scanners and letters add, is passed over. Errors: METODICA_INVALID
/// "attested.no_text" at "text" for what is no attestation at all.
Result<CheckedText> check_attested(std::string_view text,
                                   const std::vector<std::string>& public_keys);

}  // namespace metodica::coordination
