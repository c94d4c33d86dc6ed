#include "standalone/src/title_store.hpp"

#include <sstream>

#include "text/unicode.hpp"

namespace metodica::standalone {
namespace {

constexpr std::size_t shortest_beginning = 3;

void add_keys(UnitOfWork& work, std::int64_t id, const CatalogueRecord& record) {
  work.execute("INSERT INTO title_text (rowid, words) VALUES ($1, $2)", {id, record.words});
  for (const TitleKey& key : record.keys) {
    work.execute("INSERT OR IGNORE INTO title_key (kind, key, title) VALUES ($1, $2, $3)",
                 {static_cast<int>(key.kind), key.key, id});
  }
}

void remove_keys(UnitOfWork& work, const TitleRow& old) {
  const CatalogueRecord kept = kept_record(old.record, old.format);
  work.execute("INSERT INTO title_text (title_text, rowid, words) VALUES ('delete', $1, $2)",
               {old.id, kept.words});
  for (const TitleKey& key : kept.keys) {
    work.execute("DELETE FROM title_key WHERE kind = $1 AND key = $2 AND title = $3",
                 {static_cast<int>(key.kind), key.key, old.id});
  }
}

std::int64_t next_sequence(UnitOfWork& work) {
  return last_sequence(work) + 1;
}

}  // namespace

std::string match_expression(const std::string& text) {
  std::istringstream words(folded(text));
  std::string expression;
  for (std::string word; words >> word;) {
    expression += expression.empty() ? "\"" : " AND \"";
    expression += word;
    expression += length(word) >= shortest_beginning ? "\"*" : "\"";
  }
  return expression;
}

std::vector<TitleRow> find_titles(UnitOfWork& work, const TitleQuery& query) {
  std::string sql = "SELECT title.id, title.version, title.format, title.record FROM ";
  Binds binds;
  const auto bind = [&](const Bind& value) {
    binds.push_back(value);
    return "$" + std::to_string(binds.size());
  };
  if (query.words.empty()) {
    sql += "title WHERE title.id > " + bind(query.after);
  } else {
    sql += "title_text JOIN title ON title.id = title_text.rowid WHERE title_text MATCH " +
           bind(query.words);
    sql += " AND title_text.rowid > " + bind(query.after);
  }
  if (!query.control_number.empty()) {
    sql += " AND title.control = " + bind(query.control_number);
  }
  if (!query.isbn.empty()) {
    sql += " AND title.id IN (SELECT title FROM title_key WHERE kind = 1 AND key = " +
           bind(query.isbn) + ")";
  }
  if (!query.udc.empty()) {
    sql += " AND title.id IN (SELECT title FROM title_key WHERE kind = 4 AND key >= " +
           bind(query.udc);
    sql += " AND key < " + bind(query.udc + '\x7f') + ")";
  }
  sql += query.words.empty() ? " ORDER BY title.id" : " ORDER BY title_text.rowid";
  sql += " LIMIT " + bind(query.limit);
  std::vector<TitleRow> rows;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::string>(
      sql, binds,
      [&](std::int64_t id, std::int64_t version, std::int64_t format, std::string record) {
        rows.push_back({id, version, static_cast<MarcFormat>(format), std::move(record)});
      });
  return rows;
}

std::optional<TitleRow> title_row(UnitOfWork& work, std::int64_t id) {
  auto found = work.one<std::int64_t, std::int64_t, std::string>(
      "SELECT version, format, record FROM title WHERE id = $1", {id});
  if (!found) {
    return std::nullopt;
  }
  auto& [version, format, record] = *found;
  return TitleRow{id, version, static_cast<MarcFormat>(format), std::move(record)};
}

bool control_in_use(UnitOfWork& work, const std::string& control) {
  return work.number("SELECT COUNT(*) FROM title WHERE control = $1", {control}) > 0;
}

std::int64_t next_title_id(UnitOfWork& work) {
  return work.number("SELECT COALESCE(MAX(id), 0) FROM title") + 1;
}

void add_title(UnitOfWork& work, std::int64_t id, const CatalogueRecord& record) {
  work.execute(
      "INSERT INTO title (id, control, format, hash, version, sequence, run, record)"
      " VALUES ($1, $2, $3, $4, 1, $5, 0, $6)",
      {id, record.control(), static_cast<int>(record.format), record.hash, next_sequence(work),
       record.record});
  add_keys(work, id, record);
}

std::int64_t replace_title(UnitOfWork& work, const TitleRow& old, const CatalogueRecord& record) {
  remove_keys(work, old);
  work.execute(
      "UPDATE title SET control = $1, format = $2, hash = $3, version = $4, sequence = $5,"
      " record = $6 WHERE id = $7",
      {record.control(), static_cast<int>(record.format), record.hash, old.version + 1,
       next_sequence(work), record.record, old.id});
  add_keys(work, old.id, record);
  return old.version + 1;
}

std::vector<TitleChange> title_changes(UnitOfWork& work, std::int64_t after, std::int64_t limit) {
  std::vector<TitleChange> changes;
  work.each<std::int64_t, std::int64_t, std::int64_t>(
      "SELECT id, version, sequence FROM title WHERE sequence > $1 ORDER BY sequence LIMIT $2",
      {after, limit}, [&](std::int64_t id, std::int64_t version, std::int64_t sequence) {
        changes.push_back({id, version, sequence});
      });
  return changes;
}

std::int64_t last_sequence(UnitOfWork& work) {
  return work.number("SELECT COALESCE(MAX(sequence), 0) FROM title");
}

}  // namespace metodica::standalone
