/// LoginLimit: slows down who guesses passwords. Counts failures of a user and of an address.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <mutex>
#include <string>

namespace metodica::desk {

class LoginLimit {
 public:
  static constexpr int most_of_user = 5;
  static constexpr int most_of_address = 20;
  static constexpr std::int64_t window_seconds = 15 * 60;

  /// `now`: the clock, in seconds.
  explicit LoginLimit(std::function<std::int64_t()> now) : now_(std::move(now)) {}

  /// Seconds to wait before the next attempt, 0 when it may be made. [any thread]
  std::int64_t wait(const std::string& user, const std::string& address);
  /// Counts an attempt as failed. Call it before the password is checked and take it back with
  /// success(), so that many attempts at the same moment are counted too. [any thread]
  void failure(const std::string& user, const std::string& address);
  /// Forgets the failures of the user, and one of the address. [any thread]
  void success(const std::string& user, const std::string& address);

 private:
  struct Count {
    int failures = 0;
    std::int64_t first = 0;
  };
  using Counts = std::map<std::string, Count>;

  std::int64_t wait_of(Counts& counts, const std::string& name, int most);
  void add(Counts& counts, const std::string& name);

  std::mutex mutex_;
  std::function<std::int64_t()> now_;
  Counts users_;
  Counts addresses_;
};

}  // namespace metodica::desk
