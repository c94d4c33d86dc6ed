#include "modules/coordination/training/signing_key.hpp"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>
#include <stdexcept>

#include "app/configuration.hpp"
#include "json/base64.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t key_size = 32;
constexpr std::size_t signature_size = 64;
// What stands before the 32 bytes of an Ed25519 key in its PEM (RFC 8410, section 4).
constexpr std::string_view public_prefix{"\x30\x2a\x30\x05\x06\x03\x2b\x65\x70\x03\x21\x00", 12};
constexpr std::string_view pem_begin = "-----BEGIN PUBLIC KEY-----";
constexpr std::string_view pem_end = "-----END PUBLIC KEY-----";

struct Free {
  void operator()(EVP_PKEY* key) const { EVP_PKEY_free(key); }
  void operator()(EVP_MD_CTX* context) const { EVP_MD_CTX_free(context); }
};
using Key = std::unique_ptr<EVP_PKEY, Free>;
using Context = std::unique_ptr<EVP_MD_CTX, Free>;

const unsigned char* octets(std::string_view text) {
  return reinterpret_cast<const unsigned char*>(text.data());
}

Key secret_key(std::string_view secret) {
  Key key(EVP_PKEY_new_raw_private_key(EVP_PKEY_ED25519, nullptr, octets(secret), secret.size()));
  if (!key)
    throw std::runtime_error("OpenSSL takes no Ed25519 key");
  return key;
}

std::string raw(const Key& key, int (*part)(const EVP_PKEY*, unsigned char*, std::size_t*)) {
  std::array<unsigned char, key_size> bytes{};
  std::size_t size = bytes.size();
  if (!key || part(key.get(), bytes.data(), &size) != 1)
    throw std::runtime_error("OpenSSL makes no Ed25519 key");
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

std::string new_secret() {
  return raw(Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "ED25519")), EVP_PKEY_get_raw_private_key);
}

// False when the file exists already.
Result<bool> write_new(const std::string& file, const std::string& line) {
  const int handle = ::open(file.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (handle < 0 && errno == EEXIST)
    return false;
  const bool written =
      handle >= 0 &&
      ::write(handle, line.data(), line.size()) == static_cast<ssize_t>(line.size()) &&
      ::fsync(handle) == 0;
  if (handle >= 0)
    ::close(handle);
  if (written)
    return true;
  if (handle >= 0)
    ::unlink(file.c_str());
  return Unexpected({METODICA_UNREACHABLE, "attested.key_file", {{"file", file}}});
}

}  // namespace

SigningKey::SigningKey(std::string secret)
    : secret_(std::move(secret)),
      public_key_(raw(secret_key(secret_), EVP_PKEY_get_raw_public_key)) {}

Result<SigningKey> SigningKey::open(const std::string& file) {
  if (::access(file.c_str(), F_OK) != 0) {
    const std::string secret = new_secret();
    METODICA_TRY(const bool ours, write_new(file, base64_encoded(secret) + "\n"));
    if (ours)
      return SigningKey(secret);
  }
  METODICA_TRY(const std::string line, read_secret(file));
  const auto secret = base64_decoded(line);
  if (!secret || secret->size() != key_size)
    return Unexpected({METODICA_DAMAGED, "attested.key_broken", {{"file", file}}});
  return SigningKey(*secret);
}

std::string SigningKey::sign(std::string_view text) const {
  const Key key = secret_key(secret_);
  const Context context(EVP_MD_CTX_new());
  std::array<unsigned char, signature_size> bytes{};
  std::size_t size = bytes.size();
  const bool done =
      EVP_DigestSignInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
      EVP_DigestSign(context.get(), bytes.data(), &size, octets(text), text.size()) == 1;
  if (!done)
    throw std::runtime_error("OpenSSL does not sign");
  return {reinterpret_cast<const char*>(bytes.data()), size};
}

bool is_signed(std::string_view public_key, std::string_view text, std::string_view signature) {
  if (public_key.size() != key_size || signature.size() != signature_size)
    return false;
  const Key key(EVP_PKEY_new_raw_public_key(EVP_PKEY_ED25519, nullptr, octets(public_key),
                                            public_key.size()));
  const Context context(EVP_MD_CTX_new());
  return key && EVP_DigestVerifyInit(context.get(), nullptr, nullptr, nullptr, key.get()) == 1 &&
         EVP_DigestVerify(context.get(), octets(signature), signature.size(), octets(text),
                          text.size()) == 1;
}

std::string public_key_pem(std::string_view public_key) {
  return std::string(pem_begin) + "\n" +
         base64_encoded(std::string(public_prefix) + std::string(public_key)) + "\n" +
         std::string(pem_end) + "\n";
}

Result<std::string> public_key_of(std::string_view text) {
  std::string plain;
  const std::size_t begin = text.find(pem_begin);
  if (begin != std::string_view::npos) {
    text.remove_prefix(begin + pem_begin.size());
    text = text.substr(0, text.find(pem_end));
  }
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\r' && c != '\t')
      plain += c;
  }
  std::string bytes = base64_decoded(plain).value_or("");
  if (bytes.size() == public_prefix.size() + key_size && bytes.starts_with(public_prefix))
    bytes.erase(0, public_prefix.size());
  if (bytes.size() != key_size)
    return invalid("attested.key_text", {}, "public_key");
  return bytes;
}

}  // namespace metodica::coordination
