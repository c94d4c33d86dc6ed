/// The node's side of the exchange: how far the hub has come with the caller's library.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "modules/hub/stream.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

struct NodeState {
  std::string node;  ///< our name at the hub
  std::string hub;   ///< its address
  std::int64_t sent = 0;
  std::string sent_hash;
  std::int64_t news = 0;
  std::string enrolled_at, contact_at;
  std::string problem;  ///< why the last exchange ended, worded; "" when it went well
};

/// Nothing when the library was never enrolled.
std::optional<NodeState> node_state(UnitOfWork& work);
/// Rows that wait.
std::int64_t waiting(UnitOfWork& work);

/// Begins to write changes into the outbox, which holds everything that exists afterwards. Returns
/// the rows that wait.
std::int64_t start_sending(UnitOfWork& work, const std::string& node, const std::string& hub,
                           std::string_view now_utc);

struct OutboxBatch {
  std::string text;  ///< see stream.hpp
  std::int64_t last = 0;
  std::int64_t count = 0;
  bool more = false;
};
/// The rows after the last one that the hub has, at most `rows` of them and about `bytes` of text.
OutboxBatch next_batch(UnitOfWork& work, const NodeState& state, std::int64_t rows,
                       std::size_t bytes);

/// What the hub says it has, compared with what was sent.
enum class Agreement { same = 1, hub_behind, hub_ahead };
/// Takes note that the hub has the rows up to `sequence` with this hash, and drops them. Nothing is
/// changed unless both sides agree.
Agreement acknowledge(UnitOfWork& work, const NodeState& state, std::int64_t sequence,
                      const std::string& hash);
void note_contact(UnitOfWork& work, std::string_view now_utc, std::string_view problem);

/// From now on nothing is registered for the library until its rows were taken back.
void lock_restored(UnitOfWork& work, const std::string& hub);
[[nodiscard]] bool is_locked(UnitOfWork& work);

}  // namespace metodica::hub
