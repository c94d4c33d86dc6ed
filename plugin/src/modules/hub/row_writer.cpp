#include "modules/hub/row_writer.hpp"

#include <algorithm>

namespace metodica::hub {
namespace {

bool has_kind(const Json& value, ColumnKind kind) {
  return kind == ColumnKind::text ? value.is_text() : value.is_integer();
}

Bind bind_of(const Json& value) {
  return value.is_integer() ? Bind(value.integer()) : Bind(value.text());
}

// " WHERE library = {library} AND number = $1 ...", and its values.
std::string by_key(const ReplicatedTable& table, const Json& row, Binds& binds) {
  std::string where = " WHERE library = {library}";
  for (const std::string& column : table.key) {
    if (column != "library") {
      binds.push_back(bind_of(row[column]));
      where += " AND " + column + " = $" + std::to_string(binds.size());
    }
  }
  return where;
}

}  // namespace

RowFault fault_of(const ReplicatedTable& table, const Json& row, const std::string& library) {
  for (const auto& [name, value] : row.members()) {
    const auto* column = table.find(name);
    if (column == nullptr) {
      return RowFault::newer;
    }
    if (!has_kind(value, column->kind)) {
      return RowFault::broken;
    }
  }
  const bool keyed = std::all_of(table.key.begin(), table.key.end(),
                                 [&](const std::string& column) { return row.has(column); });
  return keyed && row["library"].text() == library ? RowFault::none : RowFault::broken;
}

std::string key_of(const ReplicatedTable& table, const Json& row) {
  std::string key;
  for (const std::string& column : table.key) {
    row[column].dump(key);
  }
  return key;
}

// Rows travel as one JSON array; a column that the sender did not know yet gets what an absent
// value is here: '' or 0.
std::string RowWriter::insert_text(Engine engine) const {
  std::string names = "library";
  std::string values = "{library}";
  std::string types;
  std::string changes;
  std::string key;
  for (const std::string& column : table_.key) {
    key += (key.empty() ? "" : ", ") + column;
  }
  for (const auto& column : table_.columns) {
    if (column.name == "library") {
      continue;
    }
    const bool text = column.kind == ColumnKind::text;
    const char* const absent = text ? ", '')" : ", 0)";
    names += ", " + column.name;
    values += engine == Engine::sqlite
                  ? ", COALESCE(json_extract(value, '$." + column.name + "')" + absent
                  : ", COALESCE(row_." + column.name + absent;
    types += (types.empty() ? "" : ", ") + column.name + (text ? " text" : " bigint");
    if (std::find(table_.key.begin(), table_.key.end(), column.name) == table_.key.end()) {
      changes += (changes.empty() ? "" : ", ") + column.name + " = excluded." + column.name;
    }
  }
  const std::string source = engine == Engine::sqlite
                                 ? "json_each($1) WHERE 1 = 1"
                                 : "jsonb_to_recordset($1::jsonb) AS row_(" + types + ")";
  const std::string conflict =
      table_.kept || changes.empty() ? "DO NOTHING" : "DO UPDATE SET " + changes;
  return "INSERT INTO " + table_.name + " (" + names + ") SELECT " + values + " FROM " + source +
         " ON CONFLICT (" + key + ") " + conflict;
}

void RowWriter::put(UnitOfWork&, const Json& row) {
  const auto [place, fresh] = places_.try_emplace(key_of(table_, row), rows_.size());
  if (fresh) {
    rows_.push_back(&row);
  } else if (!table_.kept) {
    rows_[place->second] = &row;
  }
}

void RowWriter::remove(UnitOfWork& work, const Json& row) {
  flush(work);
  Binds binds;
  const std::string where = by_key(table_, row, binds);
  work.execute("DELETE FROM " + table_.name + where, binds);
}

void RowWriter::flush(UnitOfWork& work) {
  if (rows_.empty()) {
    return;
  }
  std::string text = "[";
  for (const Json* row : rows_) {
    text += text.size() > 1 ? "," : "";
    row->dump(text);
  }
  text += ']';
  work.execute(insert_text(work.engine()), {text});
  rows_.clear();
  places_.clear();
}

void RowWriter::clear(UnitOfWork& work) {
  rows_.clear();
  places_.clear();
  if (!table_.kept) {
    work.execute("DELETE FROM " + table_.name + " WHERE library = {library}");
  }
}

std::string stored_text(UnitOfWork& work, const ReplicatedTable& table, const Json& row,
                        const std::string& column) {
  Binds binds;
  const std::string where = by_key(table, row, binds);
  const auto found =
      work.one<std::string>("SELECT " + column + " FROM " + table.name + where, binds);
  return found ? std::get<0>(*found) : std::string();
}

}  // namespace metodica::hub
