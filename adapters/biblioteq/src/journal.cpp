#include "journal.hpp"

namespace metodica::biblioteq {

Result<std::unique_ptr<Journal>> Journal::open(const std::string& path) {
  METODICA_TRY(std::unique_ptr<Sql> sql, open_sqlite(path, true));
  for (const char* table : {"done", "begun"}) {
    METODICA_CHECK(sql->run("CREATE TABLE IF NOT EXISTS " + std::string(table) +
                            " (library TEXT NOT NULL, operation TEXT NOT NULL, key TEXT NOT NULL,"
                            " outcomes TEXT NOT NULL, PRIMARY KEY (library, operation, key))"));
  }
  return std::unique_ptr<Journal>(new Journal(std::move(sql)));
}

Result<std::optional<std::string>> Journal::outcomes_of(const WriteName& name) {
  METODICA_TRY(Rows rows,
               sql_->run("SELECT outcomes FROM done WHERE library = $1 AND operation = $2"
                         " AND key = $3",
                         {name.library, name.operation, name.key}));
  return rows.empty() ? std::nullopt : std::optional(std::move(rows.front().front()));
}

Result<void> Journal::begin(const WriteName& name, const std::string& outcomes) {
  METODICA_CHECK(
      sql_->run("INSERT OR REPLACE INTO begun (library, operation, key, outcomes)"
                " VALUES ($1, $2, $3, $4)",
                {name.library, name.operation, name.key, outcomes}));
  return {};
}

Result<void> Journal::finish(const WriteName& name, const std::string& outcomes, bool keep) {
  return in_transaction(*sql_, [&]() -> Result<void> {
    if (keep) {
      METODICA_CHECK(
          sql_->run("INSERT OR REPLACE INTO done (library, operation, key, outcomes)"
                    " VALUES ($1, $2, $3, $4)",
                    {name.library, name.operation, name.key, outcomes}));
    }
    return forget(name);
  });
}

Result<void> Journal::forget(const WriteName& name) {
  METODICA_CHECK(sql_->run("DELETE FROM begun WHERE library = $1 AND operation = $2 AND key = $3",
                           {name.library, name.operation, name.key}));
  return {};
}

Result<std::vector<BegunWrite>> Journal::begun() {
  METODICA_TRY(const Rows rows, sql_->run("SELECT library, operation, key, outcomes FROM begun"
                                          " ORDER BY library, operation, key"));
  std::vector<BegunWrite> all;
  for (const Row& row : rows) {
    all.push_back({{row[0], row[1], row[2]}, row[3]});
  }
  return all;
}

}  // namespace metodica::biblioteq
