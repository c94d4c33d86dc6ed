#include "sql.hpp"

#include <chrono>
#include <thread>

namespace metodica::biblioteq {
namespace {

// The host itself waits five seconds for a lock and then loses what its user typed: we give up
// sooner, and hold a lock for milliseconds only.
constexpr int most_attempts = 8;
constexpr std::chrono::milliseconds first_pause{20};
constexpr std::chrono::milliseconds longest_pause{500};

Result<void> attempt(Sql& sql, const std::function<Result<void>()>& work) {
  METODICA_CHECK(sql.run(sql.is_postgresql() ? "BEGIN" : "BEGIN IMMEDIATE"));
  Result<void> done = work();
  if (done) {
    if (auto committed = sql.run("COMMIT"); !committed) {
      done = Unexpected(committed.error());
    }
  }
  if (!done) {
    static_cast<void>(sql.run("ROLLBACK").has_value());
  }
  return done;
}

}  // namespace

Result<void> in_transaction(Sql& sql, const std::function<Result<void>()>& work) {
  auto pause = first_pause;
  for (int count = 1;; ++count) {
    Result<void> done = attempt(sql, work);
    if (done || done.error().status != METODICA_BUSY || count == most_attempts) {
      return done;
    }
    std::this_thread::sleep_for(pause);
    pause = std::min(pause * 2, longest_pause);
  }
}

}  // namespace metodica::biblioteq
