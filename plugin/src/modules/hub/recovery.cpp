#include "modules/hub/recovery.hpp"

#include <algorithm>
#include <stdexcept>
#include <tuple>

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

void keep_aside(UnitOfWork& work, const ReplicatedTable& table, const Json& row) {
  work.execute(
      "INSERT INTO set_aside (library, minutes, subject, key, line) VALUES ({library}, 0, $1, $2, "
      "$3) ON CONFLICT (library, minutes, subject, key) DO NOTHING",
      {table.name, key_of(table, row), row.dump()});
}

// Rows of registers that the hub has otherwise or not at all; of other tables those whose key it
// does not know, for an older state of a row is no loss.
void compare_rows(UnitOfWork& work, const ReplicatedTable& table, UsedTwice& twice) {
  std::int64_t offset = 0;
  for (auto rows = some_rows(work, table, offset); !rows.empty();
       rows = some_rows(work, table, offset)) {
    for (const Json& row : rows) {
      const auto theirs = kept_row(work, table, row);
      if (theirs && (!table.kept || same_row(table, row, *theirs)))
        continue;
      keep_aside(work, table, row);
      if (table.kept && twice.count++ == 0)
        twice.where = table.name + " " + key_of(table, row);
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

void take_over(UnitOfWork& work, const HubPosition& hub) {
  work.execute("UPDATE sync_node SET capture = 0 WHERE library = {library}");
  for (const std::string& name : replicated_names(work))
    put_back(work, name);
  for (const auto& [name, next] : hub.counters.members())
    set_counter(work, name, next.integer(1));
  work.execute("DELETE FROM outbox WHERE library = {library}");
  set_counter(work, "outbox", hub.applied + 1);
  work.execute(
      "UPDATE sync_node SET capture = 1, sent = $1, sent_hash = $2, problem = '' WHERE library = "
      "{library}",
      {hub.applied, hub.hash});
  work.execute("DELETE FROM register_lock WHERE library = $1 AND reason = 'restored'",
               {work.tenancy().own});
  begin_recovery(work);
}

// What was written since leaves the registers; it stands in set_aside.
void remove_written(UnitOfWork& work) {
  work.execute("UPDATE sync_node SET capture = 0 WHERE library = {library}");
  const std::vector<SetAside> rows = set_aside(work, 0);
  for (const std::string& name : replicated_names(work)) {
    RowWriter writer(replicated_table(work, name));
    const auto remove = [&] {
      for (const SetAside& one : rows) {
        if (one.subject == name)
          writer.remove(work, one.row);
      }
    };
    if (writer.table().kept)
      with_rows_removable(work, name, remove);
    else
      remove();
  }
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
  work.execute("DELETE FROM recovery_pending WHERE library = {library}");
  work.execute("DELETE FROM set_aside WHERE library = {library} AND minutes = 0");
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

UsedTwice finish_recovery(UnitOfWork& work, const HubPosition& hub, std::string_view now_utc) {
  UsedTwice twice;
  for (const std::string& name : replicated_names(work))
    compare_rows(work, replicated_table(work, name), twice);
  if (twice.count == 0) {
    take_over(work, hub);
  } else {
    work.execute(
        "INSERT INTO recovery_pending (library, counters, applied, hash, at_utc) VALUES "
        "({library}, $1, $2, $3, $4)",
        {hub.counters.dump(), hub.applied, hub.hash, now_utc});
  }
  return twice;
}

bool may_heal(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM recovery_pending WHERE library = {library}") != 0;
}

std::int64_t heal(UnitOfWork& work, const HealingMinutes& minutes) {
  const auto pending = work.one<std::string, std::int64_t, std::string>(
      "SELECT counters, applied, hash FROM recovery_pending WHERE library = {library}");
  auto counters = Json::parse(pending ? std::get<0>(*pending) : std::string());
  if (!counters)
    throw std::logic_error("heal: nothing is pending");
  remove_written(work);
  const std::int64_t number = work.number(
      "SELECT COALESCE(MAX(minutes), 0) + 1 FROM set_aside_minutes WHERE library = "
      "{library}");
  work.execute("UPDATE set_aside SET minutes = $1 WHERE library = {library} AND minutes = 0",
               {number});
  work.execute(
      "INSERT INTO set_aside_minutes (library, minutes, number, dated, found_by, made_by, at_utc) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6)",
      {number, minutes.number, minutes.dated.iso(), minutes.found_by, minutes.made_by,
       minutes.at_utc});
  take_over(work, {*std::move(counters), std::get<1>(*pending), std::get<2>(*pending)});
  return number;
}

std::vector<SetAside> set_aside(UnitOfWork& work, std::int64_t minutes) {
  std::vector<SetAside> all;
  work.each<std::string, std::string>(
      "SELECT subject, line FROM set_aside WHERE library = {library} AND minutes = $1 ORDER BY "
      "subject, key",
      {minutes}, [&](std::string subject, const std::string& line) {
        if (auto row = Json::parse(line))
          all.push_back({std::move(subject), *std::move(row)});
      });
  return all;
}

std::optional<HealingMinutes> healing_minutes(UnitOfWork& work, std::int64_t minutes) {
  const auto row = work.one<std::string, Date, std::string, std::string, std::string>(
      "SELECT number, dated, found_by, made_by, at_utc FROM set_aside_minutes WHERE library = "
      "{library} AND minutes = $1",
      {minutes});
  if (!row)
    return std::nullopt;
  return std::apply([](auto... values) { return HealingMinutes{std::move(values)...}; }, *row);
}

std::vector<std::int64_t> healings(UnitOfWork& work) {
  std::vector<std::int64_t> all;
  work.each<std::int64_t>(
      "SELECT minutes FROM set_aside_minutes WHERE library = {library} ORDER BY minutes DESC", {},
      [&](std::int64_t minutes) { all.push_back(minutes); });
  return all;
}

}  // namespace metodica::hub
