#include "storage/sha256.hpp"

#include <openssl/evp.h>

#include <array>
#include <new>
#include <stdexcept>

namespace metodica {
namespace {

void require(int done) {
  if (done != 1) {
    throw std::runtime_error("SHA-256 is not available in the cryptographic library");
  }
}

}  // namespace

struct Sha256::State {
  std::unique_ptr<EVP_MD, decltype(&EVP_MD_free)> algorithm{
      EVP_MD_fetch(nullptr, "SHA256", nullptr), &EVP_MD_free};
  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context{EVP_MD_CTX_new(),
                                                                  &EVP_MD_CTX_free};
};

Sha256::Sha256() : state_(std::make_unique<State>()) {
  if (!state_->algorithm || !state_->context) {
    throw std::bad_alloc();
  }
  reset();
}

Sha256::~Sha256() = default;

void Sha256::reset() {
  require(EVP_DigestInit_ex2(state_->context.get(), state_->algorithm.get(), nullptr));
}

void Sha256::add(std::string_view bytes) {
  require(EVP_DigestUpdate(state_->context.get(), bytes.data(), bytes.size()));
}

std::string Sha256::hex() {
  std::array<unsigned char, 32> digest{};
  require(EVP_DigestFinal_ex(state_->context.get(), digest.data(), nullptr));
  reset();
  constexpr char digits[] = "0123456789abcdef";
  std::string text;
  text.reserve(digest.size() * 2);
  for (const unsigned char byte : digest) {
    text += digits[byte >> 4];
    text += digits[byte & 15];
  }
  return text;
}

std::string sha256_hex(std::string_view bytes) {
  Sha256 hash;
  hash.add(bytes);
  return hash.hex();
}

}  // namespace metodica
