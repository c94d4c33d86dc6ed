/// Random values and passwords.
#pragma once

#include <string>
#include <string_view>

namespace metodica::desk {

/// `bytes` random bytes of the system as hexadecimal digits. Throws std::runtime_error when the
/// system gives none.
[[nodiscard]] std::string random_hex(std::size_t bytes);

/// A password of 80 random bits in groups, without letters that look alike: "h4kw-9rtm-...".
[[nodiscard]] std::string random_password();

/// PBKDF2-HMAC-SHA256, 600 000 rounds, 128 bits of salt of its own:
/// "pbkdf2-sha256$600000$<salt>$<hash>". Takes about a fifth of a second, on purpose.
[[nodiscard]] std::string password_hash(std::string_view password);

/// True when `stored` was made of `password`. Always takes the time of a hash, also when `stored`
/// is no hash, so that the answer's time does not tell whether a user exists.
[[nodiscard]] bool password_matches(std::string_view password, std::string_view stored);

/// Compares in a time that depends on the lengths only.
[[nodiscard]] bool same_secret(std::string_view a, std::string_view b);

}  // namespace metodica::desk
