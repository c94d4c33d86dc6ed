#include "storage/outbox.hpp"

#include <algorithm>
#include <map>
#include <stdexcept>

namespace metodica {
namespace {

constexpr const char* sqlite_columns =
    "SELECT name, CASE type WHEN 'TEXT' THEN 1 ELSE 0 END, pk FROM pragma_table_info($1) "
    "ORDER BY cid";
// The vector of key columns counts from 0.
constexpr const char* postgresql_columns =
    "SELECT a.attname::text, CASE a.atttypid WHEN 25 THEN 1 ELSE 0 END::bigint, "
    "COALESCE(array_position(i.indkey::int2[], a.attnum) + 1, 0)::bigint FROM pg_attribute a "
    "LEFT JOIN pg_index i ON i.indrelid = a.attrelid AND i.indisprimary "
    "WHERE a.attrelid = to_regclass($1::text) AND a.attnum > 0 AND NOT a.attisdropped "
    "ORDER BY a.attnum";

std::string joined(const std::vector<std::string>& words) {
  std::string text;
  for (const std::string& word : words) {
    text += (text.empty() ? "" : ", ") + word;
  }
  return text;
}

// A whole row as JSON, the same members on both engines.
std::string row_json(Engine engine, const ReplicatedTable& table) {
  if (engine == Engine::postgresql) {
    return "to_jsonb(row_)::text";
  }
  std::string members;
  for (const auto& column : table.columns) {
    members += (members.empty() ? "'" : ", '") + column.name + "', row_." + column.name;
  }
  return "json_object(" + members + ")";
}

std::string insertion_json(Engine engine, const ReplicatedTable& table) {
  const std::string row = row_json(engine, table);
  return engine == Engine::postgresql ? R"('{"op":"insert","row":' || )" + row + " || '}'"
                                      : "json_object('op', 'insert', 'row', " + row + ")";
}

// Who writes meanwhile on PostgreSQL would see no outbox yet and not be seen here: they wait.
void keep_writers_out(UnitOfWork& work) {
  if (work.engine() == Engine::postgresql) {
    work.execute(
        "DO 'BEGIN EXECUTE (SELECT ''LOCK TABLE '' || string_agg(name, '', '') || '' IN SHARE ROW "
        "EXCLUSIVE MODE'' FROM replicated_table); END'");
  }
}

std::int64_t fill_from(UnitOfWork& work, const ReplicatedTable& table, std::int64_t before) {
  return work.execute(
      "INSERT INTO outbox (library, sequence, subject, key, body, at_utc, sent) "
      "SELECT CAST({library} AS TEXT), n, '" +
          table.name +
          "', CAST({library} AS TEXT) || '/' || n, body, '', 0 FROM (SELECT CAST($1 AS BIGINT) + "
          "row_number() OVER (ORDER BY " +
          joined(table.key) + ") AS n, " + insertion_json(work.engine(), table) + " AS body FROM " +
          table.name + " AS row_ WHERE library = {library}) AS filled",
      {before});
}

}  // namespace

const ReplicatedTable::Column* ReplicatedTable::find(std::string_view column) const {
  const auto found = std::find_if(columns.begin(), columns.end(),
                                  [&](const Column& known) { return known.name == column; });
  return found == columns.end() ? nullptr : &*found;
}

std::vector<std::string> replicated_names(UnitOfWork& work) {
  std::vector<std::string> names;
  work.each<std::string>("SELECT name FROM replicated_table ORDER BY position", {},
                         [&](std::string name) { names.push_back(std::move(name)); });
  return names;
}

ReplicatedTable replicated_table(UnitOfWork& work, const std::string& name) {
  ReplicatedTable table;
  const auto known =
      work.one<std::int64_t>("SELECT kept FROM replicated_table WHERE name = $1", {name});
  if (!known) {
    return table;
  }
  table.name = name;
  table.kept = std::get<0>(*known) != 0;
  std::map<std::int64_t, std::string> key;
  work.each<std::string, std::int64_t, std::int64_t>(
      work.engine() == Engine::sqlite ? sqlite_columns : postgresql_columns, {name},
      [&](std::string column, std::int64_t is_text, std::int64_t place) {
        if (place != 0) {
          key[place] = column;
        }
        table.columns.push_back(
            {std::move(column), is_text != 0 ? ColumnKind::text : ColumnKind::integer});
      });
  for (auto& [place, column] : key) {
    table.key.push_back(std::move(column));
  }
  return table;
}

void each_replicated_row(UnitOfWork& work, const ReplicatedTable& table, std::int64_t offset,
                         std::int64_t limit,
                         const std::function<void(const std::string& json)>& sink) {
  work.each<std::string>("SELECT " + row_json(work.engine(), table) + " FROM " + table.name +
                             " AS row_ WHERE library = {library} ORDER BY " + joined(table.key) +
                             " LIMIT $1 OFFSET $2",
                         {limit, offset}, sink);
}

std::int64_t fill_outbox(UnitOfWork& work) {
  keep_writers_out(work);
  work.execute("DELETE FROM outbox WHERE library = {library}");
  const std::int64_t first = work.take("outbox");
  work.execute(
      "INSERT INTO outbox (library, sequence, subject, key, body, at_utc, sent) "
      "VALUES ({library}, $1, 'reset', $2, $3, '', 0)",
      {first, work.tenancy().own + "/" + std::to_string(first), R"({"op":"reset","row":{}})"});
  std::int64_t last = first;
  for (const std::string& name : replicated_names(work)) {
    last += fill_from(work, replicated_table(work, name), last);
  }
  work.start_counter("outbox", last + 1);
  return first - 1;
}

void with_rows_removable(UnitOfWork& work, const std::string& table,
                         const std::function<void()>& remove) {
  if (work.engine() == Engine::postgresql) {
    const auto healing = [&](const char* value) {
      work.one<std::string>("SELECT set_config('metodica.healing', $1, true)", {value});
    };
    healing("yes");
    remove();
    healing("no");
    return;
  }
  // SQLite knows no exception to a trigger: it goes and comes back within the transaction.
  const std::string trigger = table + "_no_delete";
  const auto text = work.one<std::string>(
      "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = $1", {trigger});
  if (!text) {
    throw std::logic_error("no trigger " + trigger);
  }
  std::string again = std::get<0>(*text);
  if (const std::size_t on = again.find(" ON " + table); on != std::string::npos) {
    again.insert(on + 4, "main.");  // qualified: the rows of no library are named
  }
  work.execute("DROP TRIGGER " + trigger);
  remove();
  work.execute(again);
}

}  // namespace metodica
