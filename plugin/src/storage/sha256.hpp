/// Sha256: the hash of the register chains, of migration files and of copies.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace metodica {

/// One context, reused from hash to hash: a chain of a million rows makes no million contexts.
/// One thread at a time.
class Sha256 {
 public:
  Sha256();
  ~Sha256();
  Sha256(const Sha256&) = delete;
  Sha256& operator=(const Sha256&) = delete;

  void add(std::string_view bytes);
  /// The hash of all that was added since the start or the last hex(), 64 digits in lower case.
  /// The next add() begins a new hash.
  std::string hex();
  /// Forgets what was added.
  void reset();

 private:
  struct State;
  std::unique_ptr<State> state_;
};

/// The hash of one text, 64 digits in lower case.
std::string sha256_hex(std::string_view bytes);

}  // namespace metodica
