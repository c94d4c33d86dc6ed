/// NodeSync: one exchange of a node with its hub. What the hub has is asked first, so that it goes
/// on where the line broke, whoever forgot what.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "metodica/result.hpp"
#include "sync/hub_line.hpp"

namespace metodica::desk {

/// Asks the plugin: a request, a reply that may be a problem.
using AskPlugin = std::function<Json(const Json& request)>;

/// What became of one library.
struct Exchanged {
  std::string library;
  std::int64_t rows = 0;             ///< sent and applied now
  std::int64_t news = 0;             ///< received
  std::vector<std::string> refused;  ///< rows that the hub left out: "57706/121: why"
};

class NodeSync {
 public:
  /// Borrows the line. `wait` sleeps for so many milliseconds before a further attempt; `chance`
  /// gives 64 random bits.
  NodeSync(AskPlugin plugin, HubLine& hub, std::function<void(std::int64_t)> wait,
           std::function<std::uint64_t()> chance);

  /// Shows the code, and begins the outbox of each library that it opens. The token is made by the
  /// caller and kept before this. Returns the reply of the hub: node, libraries. Errors: those of
  /// HubLine; what hub.enrol and sync.start say.
  Result<Json> enrol(const std::string& code, const std::string& token, const std::string& hub_url);

  /// Sends what waits for every library of the node and takes what is new. Busy and unreachable is
  /// tried again, a few times, with growing pauses. Errors: the first problem that stays, as the
  /// text of a problem object.
  Result<std::vector<Exchanged>> run();

  /// After an old backup: takes the rows of every locked library back from the hub. Returns the
  /// libraries. Errors: as run(); "sync.used_twice" when numbers were used twice.
  Result<std::vector<std::string>> recover();

  /// True when the hub wants the token changed; known after run().
  [[nodiscard]] bool token_is_old() const { return token_is_old_; }
  /// Tells the hub a token that is good from now on beside the present one.
  Result<void> change_token(const std::string& token);

  /// Most rows of a batch; smaller when a line broke.
  void set_batch_rows(std::int64_t rows) { batch_rows_ = rows; }

 private:
  Result<Json> ask_hub(std::string_view what, const std::string& body);
  Result<Json> ask_plugin(std::string_view action, const std::string& library, Json args);
  Result<Exchanged> exchange(const Json& position, const Json& pulled);
  Result<void> agree(const std::string& library, const Json& position);
  Result<Json> pull();
  Result<void> take_titles(const std::string& library);
  Result<void> recover_one(const Json& position);

  AskPlugin plugin_;
  HubLine& hub_;
  std::function<void(std::int64_t)> wait_;
  std::function<std::uint64_t()> chance_;
  std::int64_t batch_rows_ = 1000;
  bool token_is_old_ = false;
};

}  // namespace metodica::desk
