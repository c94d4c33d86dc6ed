#include <libpq-fe.h>

#include "sql.hpp"

namespace metodica::biblioteq {
namespace {

struct Finish {
  void operator()(PGconn* connection) const { PQfinish(connection); }
};
struct Clear {
  void operator()(PGresult* result) const { PQclear(result); }
};

Unexpected failed(PGconn* connection) {
  std::string text = PQerrorMessage(connection);
  while (!text.empty() && text.back() == '\n') {
    text.pop_back();
  }
  return Unexpected({METODICA_UNREACHABLE, "biblioteq.database", {{"text", text}}});
}

bool is_lock(const PGresult* result) {
  const char* state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
  const std::string_view code = state == nullptr ? "" : state;
  return code == "40001" || code == "40P01" || code == "55P03";
}

class PostgresqlBranch final : public Sql {
 public:
  explicit PostgresqlBranch(PGconn* connection) : connection_(connection) {}

  Result<Rows> run(std::string_view sql, const Params& params) override {
    std::vector<const char*> values;
    for (const std::string& param : params) {
      values.push_back(param.c_str());
    }
    const std::unique_ptr<PGresult, Clear> result(
        PQexecParams(connection_.get(), std::string(sql).c_str(), static_cast<int>(values.size()),
                     nullptr, values.data(), nullptr, nullptr, 0));
    const ExecStatusType status = PQresultStatus(result.get());
    if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK) {
      if (is_lock(result.get())) {
        return Unexpected({METODICA_BUSY, "biblioteq.locked"});
      }
      return failed(connection_.get());
    }
    Rows rows;
    for (int row = 0; row < PQntuples(result.get()); ++row) {
      Row& into = rows.emplace_back();
      for (int column = 0; column < PQnfields(result.get()); ++column) {
        into.emplace_back(PQgetvalue(result.get(), row, column));
      }
    }
    return rows;
  }

  [[nodiscard]] bool is_postgresql() const override { return true; }
  [[nodiscard]] bool is_stale() override { return PQstatus(connection_.get()) != CONNECTION_OK; }
  void abandon() override { static_cast<void>(connection_.release()); }

 private:
  std::unique_ptr<PGconn, Finish> connection_;
};

}  // namespace

Result<std::unique_ptr<Sql>> open_postgresql(const std::string& connection) {
  PGconn* made = PQconnectdb(connection.c_str());
  std::unique_ptr<Sql> branch = std::make_unique<PostgresqlBranch>(made);
  if (PQstatus(made) != CONNECTION_OK) {
    return failed(made);
  }
  METODICA_CHECK(branch->run("SET lock_timeout = " + std::to_string(longest_wait_ms)));
  return branch;
}

}  // namespace metodica::biblioteq
