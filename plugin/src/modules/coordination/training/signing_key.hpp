/// Ed25519 (RFC 8032): the library's own key pair, and the check that anybody can make.
#pragma once

#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica::coordination {

/// The secret half of a key pair, as long as the object lives.
class SigningKey {
 public:
  /// Reads the secret of the file; makes a pair and the file (mode 0600) when there is none. Two
  /// processes that do so at once agree on the one that came first. Errors: METODICA_DENIED
  /// "configuration.secret_open" {file} when others can read it; METODICA_DAMAGED
  /// "attested.key_broken" {file}; METODICA_UNREACHABLE "attested.key_file" {file} when it cannot
  /// be written.
  static Result<SigningKey> open(const std::string& file);

  /// 64 bytes; the same text gives the same signature.
  [[nodiscard]] std::string sign(std::string_view text) const;
  /// 32 bytes.
  [[nodiscard]] const std::string& public_key() const { return public_key_; }

 private:
  explicit SigningKey(std::string secret);

  std::string secret_;  // 32 bytes
  std::string public_key_;
};

/// Whether `signature` was made over `text` with the secret half of `public_key` (32 bytes).
[[nodiscard]] bool is_signed(std::string_view public_key, std::string_view text,
                             std::string_view signature);

/// The public key as a PEM file (RFC 8410) that other programs read.
[[nodiscard]] std::string public_key_pem(std::string_view public_key);
/// The 32 bytes from a PEM file or from its base64 alone. Errors: METODICA_INVALID
/// "attested.key_text" at "public_key".
Result<std::string> public_key_of(std::string_view text);

}  // namespace metodica::coordination
