#include "sql.hpp"

#include <chrono>
#include <thread>

namespace metodica::biblioteq {
namespace {

constexpr std::chrono::milliseconds pause{20};

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
  const auto began = std::chrono::steady_clock::now();
  for (;;) {
    Result<void> done = attempt(sql, work);
    if (done || done.error().status != METODICA_BUSY ||
        std::chrono::steady_clock::now() - began >= std::chrono::milliseconds(longest_wait_ms)) {
      return done;
    }
    std::this_thread::sleep_for(pause);
  }
}

}  // namespace metodica::biblioteq
