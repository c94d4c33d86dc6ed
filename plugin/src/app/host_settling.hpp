/// Sends what the queue holds to the host and keeps the outcomes. Knows no Application, so that
/// tests bring a host of their own.
///
/// Between the host's answer and our own commit the process may end. Then the same writes go out
/// again with the same key, and the host answers what it answered before: the key is made of the
/// action's key, the operation and the rows sent, so that other rows never travel under it.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "app/world.hpp"
#include "json/json.hpp"
#include "loader/host.hpp"
#include "metodica/context.hpp"
#include "storage/database.hpp"

namespace metodica {

/// One row of host_write on its way.
struct QueuedWrite {
  std::int64_t sequence = 0;
  std::int64_t attempts = 0;  ///< answers of the host that were kept
  std::string
      operation;  ///< "titles.create", "holdings.create", "holdings.change", "holdings.retire"
  std::string subject;  ///< our name of the title, or "register:number"
  std::string key;      ///< of the action that queued it
  Json item;            ///< as it was queued
  Json sent = {};       ///< as the host gets it: with its own ids and versions
  std::optional<WriteOutcome> outcome = {};
};

class HostSettling {
 public:
  /// Borrows all. `context` names library, user and language; its key is set for each call.
  HostSettling(Database& database, Host& host, const Tenancy& tenancy, CallContext context,
               World& world);

  /// Sends what waits, titles before copies and both before changes; `key` limits it to what one
  /// action queued, "" takes all. The host is asked outside of any transaction. Returns the
  /// problems of calls that the host refused as a whole: their rows wait on. A host that is busy or
  /// out of reach is not asked further.
  std::vector<Problem> run(const std::string& key);

 private:
  using Writes = std::vector<QueuedWrite*>;

  Result<std::vector<QueuedWrite>> read_piece(const std::string& key, std::int64_t after);
  bool settle_piece(std::vector<QueuedWrite>& piece);
  Result<void> settle_group(const Writes& group);
  Result<void> settle_round(const Writes& round);
  Result<void> address(const Writes& round);
  Result<void> address_titles(const Writes& round);
  Result<void> address_copies(const Writes& round);
  Result<std::vector<WriteOutcome>> tell(const std::string& operation, const CallContext& context,
                                         const Json::Array& items);
  Result<void> keep(const Writes& round);
  void note_why(const Writes& group, const Problem& problem);
  bool remember(const Problem& problem);

  Database& database_;
  Host& host_;
  const Tenancy& tenancy_;
  CallContext context_;
  World& world_;
  std::vector<Problem> problems_;
};

}  // namespace metodica
