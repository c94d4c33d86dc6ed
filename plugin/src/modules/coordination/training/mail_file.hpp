/// A message as a file that mail programs open, ready to be sent by a person.
#pragma once

#include <string>
#include <vector>

namespace metodica::coordination {

struct Mail {
  std::vector<std::string> to;  ///< addresses, written as blind copies: nobody sees the others
  std::string subject;
  std::string text;  ///< UTF-8, lines ended by line feeds
};

inline constexpr const char* mail_type = "message/rfc822";

/// RFC 5322 with the words encoded as RFC 2047 and the text as RFC 2045 (base64); "X-Unsent" makes
/// mail programs open it as a draft. Line feeds in subject and addresses are left out.
[[nodiscard]] std::string mail_file(const Mail& mail);

}  // namespace metodica::coordination
