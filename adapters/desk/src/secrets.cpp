#include "secrets.hpp"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <charconv>
#include <stdexcept>
#include <vector>

namespace metodica::desk {
namespace {

constexpr int rounds = 600'000;
constexpr int most_rounds = 20'000'000;
constexpr std::size_t salt_bytes = 16;
constexpr std::size_t hash_bytes = 32;
constexpr std::string_view scheme = "pbkdf2-sha256";

std::string hex(const unsigned char* bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  for (std::size_t i = 0; i < count; ++i) {
    out += digits[bytes[i] >> 4U];
    out += digits[bytes[i] & 0xFU];
  }
  return out;
}

void random_bytes(unsigned char* to, std::size_t count) {
  if (RAND_bytes(to, static_cast<int>(count)) != 1) {
    throw std::runtime_error("the system gives no random bytes");
  }
}

// The salt enters as its hexadecimal text.
std::string derived(std::string_view password, std::string_view salt, int times) {
  std::array<unsigned char, hash_bytes> out = {};
  const std::vector<unsigned char> salt_text(salt.begin(), salt.end());
  if (PKCS5_PBKDF2_HMAC(password.data(), static_cast<int>(password.size()), salt_text.data(),
                        static_cast<int>(salt_text.size()), times, EVP_sha256(),
                        static_cast<int>(out.size()), out.data()) != 1) {
    throw std::runtime_error("PBKDF2 failed");
  }
  return hex(out.data(), out.size());
}

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  while (true) {
    const std::size_t at = text.find(separator);
    parts.push_back(text.substr(0, at));
    if (at == std::string_view::npos)
      return parts;
    text.remove_prefix(at + 1);
  }
}

}  // namespace

std::string random_hex(std::size_t bytes) {
  std::vector<unsigned char> raw(bytes);
  random_bytes(raw.data(), raw.size());
  return hex(raw.data(), raw.size());
}

std::string random_password() {
  constexpr std::string_view letters = "abcdefghijkmnpqrstuvwxyz23456789";  // 32: five bits each
  static_assert(letters.size() == 32);
  std::array<unsigned char, 16> raw = {};
  random_bytes(raw.data(), raw.size());
  std::string out;
  for (std::size_t i = 0; i < raw.size(); ++i) {
    if (i > 0 && i % 4 == 0)
      out += '-';
    out += letters[raw[i] & 31U];
  }
  return out;
}

std::string password_hash(std::string_view password) {
  const std::string salt = random_hex(salt_bytes);
  return std::string(scheme) + "$" + std::to_string(rounds) + "$" + salt + "$" +
         derived(password, salt, rounds);
}

bool password_matches(std::string_view password, std::string_view stored) {
  const auto parts = split(stored, '$');
  int times = 0;
  const bool readable =
      parts.size() == 4 && parts[0] == scheme &&
      std::from_chars(parts[1].data(), parts[1].data() + parts[1].size(), times).ec ==
          std::errc() &&
      times > 0 && times <= most_rounds;
  if (!readable) {
    static_cast<void>(derived(password, "nobody", rounds));
    return false;
  }
  return same_secret(derived(password, parts[2], times), parts[3]);
}

bool same_secret(std::string_view a, std::string_view b) {
  return a.size() == b.size() && CRYPTO_memcmp(a.data(), b.data(), a.size()) == 0;
}

}  // namespace metodica::desk
