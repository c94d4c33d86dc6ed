#include "branch_fixture.hpp"

#include <libpq-fe.h>
#include <sqlite3.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "support/needed.hpp"
#include "support/postgres_cluster.hpp"

namespace metodica::biblioteq {
namespace {

constexpr const char* library_code = "57706";

std::string content(const std::string& name) {
  std::ifstream in(std::string(METODICA_SOURCE_DIR) + "/tests/adapters/biblioteq/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string in_sqlite(const std::filesystem::path& path, const std::string& sql) {
  sqlite3* handle = nullptr;
  std::string first;
  char* problem = nullptr;
  sqlite3_open(path.c_str(), &handle);
  sqlite3_busy_timeout(handle, 5000);  // as the host waits
  sqlite3_exec(
      handle, sql.c_str(),
      [](void* into, int, char** cells, char**) {
        *static_cast<std::string*>(into) = cells[0] == nullptr ? "" : cells[0];
        return 0;
      },
      &first, &problem);
  const std::string said = problem == nullptr ? "" : problem;
  sqlite3_free(problem);
  sqlite3_close(handle);
  if (!said.empty()) {
    throw std::runtime_error(said);
  }
  return first;
}

std::string in_postgresql(const std::string& connection, const std::string& sql) {
  PGconn* handle = PQconnectdb(connection.c_str());
  PGresult* result = PQexec(handle, sql.c_str());
  const bool good =
      PQresultStatus(result) == PGRES_TUPLES_OK || PQresultStatus(result) == PGRES_COMMAND_OK;
  const std::string first = PQntuples(result) > 0 ? PQgetvalue(result, 0, 0) : "";
  const std::string said = PQerrorMessage(handle);
  PQclear(result);
  PQfinish(handle);
  if (!good) {
    throw std::runtime_error(said);
  }
  return first;
}

std::string replaced(std::string text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos;
       at = text.find(from, at + to.size())) {
    text.replace(at, from.size(), to);
  }
  return text;
}

}  // namespace

void BranchTest::SetUp() {
  if (GetParam() == Engine::postgresql && test::PostgresCluster::programs().empty())
    METODICA_MISSING("PostgreSQL is not installed");
  std::string name = (std::filesystem::temp_directory_path() / "biblioteq-XXXXXX").string();
  ASSERT_NE(::mkdtemp(name.data()), nullptr);
  folder_ = name;
  GetParam() == Engine::sqlite ? make_sqlite() : make_postgresql();
}

void BranchTest::TearDown() {
  adapter_.reset();
  core_.reset();
  std::filesystem::remove_all(folder_);
}

void BranchTest::make_sqlite() {
  in_sqlite(folder_ / "branch.db",
            replaced(content("branch.sql"), "SERIAL", "BIGINT") + content("sqlite.sql"));
}

void BranchTest::make_postgresql() {
  static int schemas = 0;
  const std::string schema = "biblioteq_" + std::to_string(++schemas);
  const std::string server = test::PostgresCluster::instance().connection();
  in_postgresql(server, "CREATE SCHEMA " + schema);
  connection_ = server + " options='-csearch_path=" + schema + "'";
  in_postgresql(connection_, content("branch.sql"));
  std::ofstream(folder_ / "connection") << connection_ << '\n';
}

std::string BranchTest::as_host(const std::string& sql) {
  return GetParam() == Engine::sqlite ? in_sqlite(folder_ / "branch.db", sql)
                                      : in_postgresql(connection_, sql);
}

std::string BranchTest::in_journal(const std::string& sql) {
  return in_sqlite(folder_ / "journal.db", sql);
}

Json BranchTest::settings() const {
  Json made = Json::object({{"journal", (folder_ / "journal.db").string()},
                            {"library", library_code},
                            {"name", "Biblioteca"}});
  return GetParam() == Engine::sqlite
             ? made.set("database", (folder_ / "branch.db").string())
             : made.set("connection_file", (folder_ / "connection").string());
}

Result<void> BranchTest::open() {
  adapter_.reset();
  CoreTable::Offers offers;
  offers.ask = [this](const CallContext&, std::string_view) -> Result<std::string> {
    if (windows_.empty()) {
      return Unexpected({METODICA_UNSUPPORTED, "host.silent"});
    }
    return windows_;
  };
  core_ = std::make_unique<CoreTable>(std::move(offers));
  METODICA_TRY(auto library, AdapterLibrary::load(METODICA_BIBLIOTEQ));
  METODICA_TRY(adapter_, library.create(core_->table(), settings().dump()));
  const CoreTable::Inside inside(*core_);
  return adapter_->start();
}

void BranchTest::opened() {
  const auto started = open();
  ASSERT_TRUE(started) << started.error().message << started.error().text;
}

CallContext BranchTest::context(const std::string& key) {
  CallContext made;
  made.lang = "ro";
  made.library = library_code;
  made.key = key;
  return made;
}

Json BranchTest::copy(const std::string& barcode) {
  const std::vector<std::string> barcodes{barcode};
  const auto read = host().holdings->copies(context(), barcodes);
  EXPECT_TRUE(read) << (read ? "" : read.error().message + read.error().text);
  return read ? read->front() : Json();
}

std::vector<WriteOutcome> BranchTest::outcomes(Result<std::vector<WriteOutcome>> answer) {
  EXPECT_TRUE(answer) << (answer ? "" : answer.error().message + answer.error().text);
  return answer ? *std::move(answer) : std::vector<WriteOutcome>(1);
}

WriteOutcome BranchTest::create(const std::string& key, const std::string& item) {
  const CoreTable::Inside inside(*core_);
  return outcomes(host().holdings_write->create(context(key), {*Json::parse(item)}))[0];
}

WriteOutcome BranchTest::create_title(const std::string& key, const std::string& title) {
  const CoreTable::Inside inside(*core_);
  return outcomes(host().titles_write->create(
      context(key), {Json::object({{"as", "title"}, {"title", *Json::parse(title)}})}))[0];
}

WriteOutcome BranchTest::change(const std::string& key, const std::string& barcode,
                                const std::string& set) {
  const Json now = copy(barcode);
  const CoreTable::Inside inside(*core_);
  return outcomes(host().holdings_write->change(
      context(key),
      {Json::object(
          {{"id", now["id"]}, {"version", now["version"]}, {"set", *Json::parse(set)}})}))[0];
}

WriteOutcome BranchTest::retire(const std::string& key, const std::string& barcode) {
  const Json now = copy(barcode);
  const CoreTable::Inside inside(*core_);
  return outcomes(host().holdings_write->retire(
      context(key),
      {Json::object({{"id", now["id"]}, {"version", now["version"]}, {"cause", "worn"}})}))[0];
}

}  // namespace metodica::biblioteq
