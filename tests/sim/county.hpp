/// A county in one process: real applications on SQLite files, a hub, and a network that drops,
/// repeats and reorders, all moved by one seeded source of chance and one clock.
#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <random>
#include <string>
#include <vector>

#include "app/application.hpp"
#include "support/test_database.hpp"
#include "sync/hub_door.hpp"
#include "sync/node_sync.hpp"

namespace metodica::sim {

/// One clock and one source of chance for all; `step` moves the clock.
struct Fate {
  explicit Fate(std::uint64_t seed) : chance(seed) {}
  std::mt19937_64 chance;
  std::int64_t now_ms = 1'780'000'000'000;  // 2026-05-28

  /// 0 to `below` - 1.
  std::int64_t pick(std::int64_t below) {
    return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(below));
  }
  bool happens(int percent) { return pick(100) < percent; }
};

/// An installation: an ini file, a database, and the application while it runs.
class Place {
 public:
  /// `skew_ms`: how wrong its clock is.
  Place(Fate& fate, const std::filesystem::path& folder, std::string library,
        std::int64_t skew_ms = 0);

  /// The reply, problem or not.
  Json call(const std::string& action, const Json& args, const std::string& library = {},
            bool county = false);
  Json ask(const Json& request);
  /// Ends at once and starts again on what the disk has.
  void crash();
  /// A copy of the database, and back to it.
  void back_up(const std::filesystem::path& to);
  void restore(const std::filesystem::path& from);
  [[nodiscard]] const std::string& library() const { return library_; }
  [[nodiscard]] Application& app() { return *app_; }
  [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

  /// All rows of the replicated tables of a library, as text.
  std::string rows_of(const std::string& library);
  /// "" when chains and balances are right.
  std::string faults_of(const std::string& library);

 private:
  void start();

  Fate& fate_;
  std::filesystem::path folder_;
  std::string library_;
  std::int64_t skew_ms_;
  int calls_ = 0;
  std::unique_ptr<Application> app_;
};

/// A node was switched off in the middle of an exchange.
struct Crash {};

/// What the network does to one request.
struct Weather {
  int drop = 0;    ///< percent of requests that never arrive
  int lose = 0;    ///< percent of answers that never come back
  int repeat = 0;  ///< percent that arrive once more, later and out of order
  int node_dies = 0;
  int hub_dies = 0;
  bool split = false;  ///< nothing passes
};

class County {
 public:
  /// Clocks of nodes are some hours wrong; with `skew_ms` all of them by that much.
  County(std::uint64_t seed, int nodes, std::optional<std::int64_t> skew_ms = std::nullopt);

  Fate& fate() { return fate_; }
  Place& hub() { return *hub_; }
  Place& node(std::size_t i) { return *nodes_[i]; }
  [[nodiscard]] std::size_t size() const { return nodes_.size(); }
  Weather& weather(std::size_t i) { return weather_[i]; }

  /// One deed of a librarian at the node; what was done, for the log.
  std::string work_at(std::size_t i);
  /// One try of `metodica sync`; enrols first when the node is new. The message id of what went
  /// wrong, "" when all is sent, "crash" when the node died.
  std::string sync(std::size_t i);
  /// `metodica sync --recover` in good weather; "" or the message id of what went wrong.
  std::string recover(std::size_t i);
  /// Everybody sends until nothing waits, in good weather. "" or what stays wrong.
  std::string settle();
  /// "" when the hub has exactly what the node has, and both are sound.
  std::string difference(std::size_t i);

 private:
  class Line;
  std::string enrol(std::size_t i, desk::NodeSync& sync, desk::HubLine& line);

  test::TemporaryFolder folder_;
  Fate fate_;
  std::unique_ptr<Place> hub_;
  std::vector<std::unique_ptr<Place>> nodes_;
  std::vector<Weather> weather_;
  std::vector<std::string> codes_, tokens_;
  std::vector<int> acts_;
  std::vector<desk::HubRequest> late_;  // requests that arrive a second time
};

}  // namespace metodica::sim
