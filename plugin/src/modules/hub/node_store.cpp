#include "modules/hub/node_store.hpp"

#include "storage/outbox.hpp"

namespace metodica::hub {
namespace {

// Counters that have no meaning at the hub.
constexpr const char* counters_sql =
    "SELECT name, next FROM counter WHERE library = {library} AND name NOT IN ('outbox', "
    "'host_write') ORDER BY name";

Json counters(UnitOfWork& work) {
  Json all = Json::object();
  work.each<std::string, std::int64_t>(
      counters_sql, {}, [&](const std::string& name, std::int64_t next) { all.set(name, next); });
  return all;
}

// The rows of the outbox behind `after`, as lines, until `sink` has enough.
template <class Sink>
void each_line(UnitOfWork& work, std::int64_t after, std::int64_t upto, Sink sink) {
  work.each<std::int64_t, std::string, std::string, std::string>(
      "SELECT sequence, key, subject, body FROM outbox WHERE library = {library} AND sequence > $1 "
      "AND sequence <= $2 ORDER BY sequence",
      {after, upto},
      [&](std::int64_t sequence, const std::string& key, const std::string& subject,
          const std::string& body) { return sink(sequence, row_line(key, subject, body)); });
}

}  // namespace

std::optional<NodeState> node_state(UnitOfWork& work) {
  const auto row = work.one<std::string, std::string, std::int64_t, std::string, std::int64_t,
                            std::string, std::string, std::string>(
      "SELECT node, hub, sent, sent_hash, news, enrolled_at, contact_at, problem FROM sync_node "
      "WHERE library = {library}");
  if (!row) {
    return std::nullopt;
  }
  return std::apply([](auto... values) { return NodeState{std::move(values)...}; }, *row);
}

std::int64_t waiting(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM outbox WHERE library = {library}");
}

std::int64_t start_sending(UnitOfWork& work, const std::string& node, const std::string& hub,
                           std::string_view now_utc) {
  work.execute("DELETE FROM sync_node WHERE library = {library}");
  const std::int64_t before = fill_outbox(work);
  work.execute(
      "INSERT INTO sync_node (library, capture, node, hub, sent, sent_hash, news, enrolled_at, "
      "contact_at, problem) VALUES ({library}, 1, $1, $2, $3, '', 0, $4, '', '')",
      {node, hub, before, now_utc});
  return work.peek("outbox") - 1 - before;
}

OutboxBatch next_batch(UnitOfWork& work, const NodeState& state, std::int64_t rows,
                       std::size_t bytes) {
  OutboxBatch batch;
  batch.last = state.sent;
  const std::int64_t end = work.peek("outbox") - 1;
  std::string lines;
  each_line(work, state.sent, state.sent + rows, [&](std::int64_t sequence, const auto& line) {
    lines += line;
    lines += '\n';
    batch.last = sequence;
    ++batch.count;
    return lines.size() < bytes;
  });
  batch.more = batch.last < end;
  Json head = Json::object({{"library", work.tenancy().own},
                            {"after", state.sent},
                            {"previous", state.sent_hash},
                            {"waiting", end - batch.last}});
  if (!batch.more) {
    head.set("counters", counters(work));
  }
  batch.text = head.dump() + "\n" + lines + Json::object({{"count", batch.count}}).dump() + "\n";
  return batch;
}

Agreement acknowledge(UnitOfWork& work, const NodeState& state, std::int64_t sequence,
                      const std::string& hash) {
  if (sequence < state.sent) {
    return Agreement::hub_behind;
  }
  StreamHash stream(state.sent_hash);
  std::int64_t reached = state.sent;
  each_line(work, state.sent, sequence, [&](std::int64_t at, const auto& line) {
    stream.add(line);
    reached = at;
  });
  if (reached != sequence || stream.hex() != hash) {
    return Agreement::hub_ahead;
  }
  work.execute("UPDATE sync_node SET sent = $1, sent_hash = $2 WHERE library = {library}",
               {sequence, hash});
  work.execute("DELETE FROM outbox WHERE library = {library} AND sequence <= $1", {sequence});
  return Agreement::same;
}

void note_contact(UnitOfWork& work, std::string_view now_utc, std::string_view problem) {
  if (problem.empty()) {
    work.execute("UPDATE sync_node SET contact_at = $1, problem = '' WHERE library = {library}",
                 {now_utc});
  } else {
    work.execute("UPDATE sync_node SET problem = $1 WHERE library = {library}", {problem});
  }
}

void lock_restored(UnitOfWork& work, const std::string& hub) {
  work.execute(
      "INSERT INTO register_lock (library, reason, node, name) VALUES ($1, 'restored', '', $2) "
      "ON CONFLICT (library) DO NOTHING",
      {work.tenancy().own, hub});
}

bool is_locked(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM register_lock WHERE library = $1",
                     {work.tenancy().own}) != 0;
}

}  // namespace metodica::hub
