#include "modules/hub/recovery.hpp"

#include <algorithm>

#include "modules/hub/row_writer.hpp"
#include "storage/outbox.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t rows_at_once = 1000;

bool same_row(const ReplicatedTable& table, const Json& one, const Json& other) {
  return std::all_of(table.columns.begin(), table.columns.end(),
                     [&](const auto& column) { return one[column.name] == other[column.name]; });
}

std::optional<Json> kept_row(UnitOfWork& work, const ReplicatedTable& table, const Json& row) {
  const auto line = work.one<std::string>(
      "SELECT line FROM recovery_row WHERE library = {library} AND subject = $1 AND key = $2",
      {table.name, key_of(table, row)});
  if (!line) {
    return std::nullopt;
  }
  auto json = Json::parse(std::get<0>(*line));
  return json ? std::optional<Json>(*std::move(json)) : std::nullopt;
}

// The rows of an append-only table in pieces: the answer of one question must end before the next.
std::vector<Json> some_rows(UnitOfWork& work, const ReplicatedTable& table, std::int64_t offset) {
  std::vector<Json> rows;
  each_replicated_row(work, table, offset, rows_at_once, [&](const std::string& text) {
    if (auto json = Json::parse(text)) {
      rows.push_back(*std::move(json));
    }
  });
  return rows;
}

struct UsedTwice {
  std::int64_t count = 0;
  std::string where;
};

void compare_rows(UnitOfWork& work, const ReplicatedTable& table, UsedTwice& twice) {
  std::int64_t offset = 0;
  for (auto rows = some_rows(work, table, offset); !rows.empty();
       rows = some_rows(work, table, offset)) {
    for (const Json& row : rows) {
      const auto theirs = kept_row(work, table, row);
      if (!theirs || !same_row(table, row, *theirs)) {
        twice.where = twice.count++ == 0 ? table.name + " " + key_of(table, row) : twice.where;
      }
    }
    offset += static_cast<std::int64_t>(rows.size());
  }
}

void put_back(UnitOfWork& work, const std::string& name) {
  RowWriter writer(replicated_table(work, name));
  writer.clear(work);
  std::string after;
  for (bool more = true; more;) {
    std::vector<Json> rows;
    work.each<std::string, std::string>(
        "SELECT key, line FROM recovery_row WHERE library = {library} AND subject = $1 AND key > "
        "$2 "
        "ORDER BY key LIMIT $3",
        {name, after, rows_at_once}, [&](std::string key, const std::string& line) {
          after = std::move(key);
          if (auto json = Json::parse(line)) {
            rows.push_back(*std::move(json));
          }
        });
    more = !rows.empty();
    for (const Json& row : rows) {
      writer.put(work, row);
    }
    writer.flush(work);
  }
}

void set_counter(UnitOfWork& work, const std::string& name, std::int64_t next) {
  work.execute(
      "INSERT INTO counter (library, name, next) VALUES ({library}, $1, $2) ON CONFLICT (library, "
      "name) DO UPDATE SET next = excluded.next",
      {name, next});
}

}  // namespace

Json rows_to_take_back(UnitOfWork& work, const std::string& subject, std::int64_t offset) {
  const ReplicatedTable table = replicated_table(work, subject);
  Json rows = Json::array();
  std::int64_t count = 0;
  if (!table.columns.empty()) {
    for (Json& row : some_rows(work, table, offset)) {
      rows.add(std::move(row));
      ++count;
    }
  }
  return Json::object({{"rows", std::move(rows)}, {"more", count == rows_at_once}});
}

Json recovery_plan(UnitOfWork& work) {
  Json subjects = Json::array();
  for (const std::string& name : replicated_names(work)) {
    subjects.add(name);
  }
  Json counters = Json::object();
  work.each<std::string, std::int64_t>(
      "SELECT name, next FROM counter WHERE library = {library} AND name <> 'outbox'", {},
      [&](const std::string& name, std::int64_t next) { counters.set(name, next); });
  return Json::object({{"subjects", std::move(subjects)}, {"counters", std::move(counters)}});
}

void begin_recovery(UnitOfWork& work) {
  work.execute("DELETE FROM recovery_row WHERE library = {library}");
}

Result<void> keep_rows(UnitOfWork& work, const std::string& subject, const Json& rows) {
  const ReplicatedTable table = replicated_table(work, subject);
  for (const Json& row : rows.items()) {
    if (table.columns.empty() || fault_of(table, row, work.tenancy().own) != RowFault::none) {
      return invalid("hub.batch_broken", {{"line", 0}});
    }
    work.execute(
        "INSERT INTO recovery_row (library, subject, key, line) VALUES ({library}, $1, $2, $3) ON "
        "CONFLICT (library, subject, key) DO NOTHING",
        {subject, key_of(table, row), row.dump()});
  }
  return {};
}

Result<void> finish_recovery(UnitOfWork& work, const Json& counters, std::int64_t applied,
                             const std::string& hash) {
  UsedTwice twice;
  const auto names = replicated_names(work);
  for (const std::string& name : names) {
    const ReplicatedTable table = replicated_table(work, name);
    if (table.kept) {
      compare_rows(work, table, twice);
    }
  }
  if (twice.count != 0) {
    return Unexpected(
        {METODICA_CONFLICT, "sync.used_twice", {{"count", twice.count}, {"where", twice.where}}});
  }
  work.execute("UPDATE sync_node SET capture = 0 WHERE library = {library}");
  for (const std::string& name : names) {
    put_back(work, name);
  }
  for (const auto& [name, next] : counters.members()) {
    set_counter(work, name, next.integer(1));
  }
  work.execute("DELETE FROM outbox WHERE library = {library}");
  set_counter(work, "outbox", applied + 1);
  work.execute(
      "UPDATE sync_node SET capture = 1, sent = $1, sent_hash = $2, problem = '' WHERE library = "
      "{library}",
      {applied, hash});
  work.execute("DELETE FROM register_lock WHERE library = $1 AND reason = 'restored'",
               {work.tenancy().own});
  begin_recovery(work);
  return {};
}

}  // namespace metodica::hub
