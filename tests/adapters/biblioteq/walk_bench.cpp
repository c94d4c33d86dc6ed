// Not a test: the CPU that reading many copies of an SQLite branch takes through door 2, beside
// the bare query. Usage: biblioteq_walk_bench [COPIES]
#include <sqlite3.h>

#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"

namespace {

using metodica::Json;

std::string content(const char* name) {
  std::ifstream in(std::string(METODICA_SOURCE_DIR) + "/tests/adapters/biblioteq/" + name);
  return {std::istreambuf_iterator<char>(in), {}};
}

std::string without_serial(std::string text) {
  for (std::size_t at = text.find("SERIAL"); at != std::string::npos; at = text.find("SERIAL")) {
    text.replace(at, 6, "BIGINT");
  }
  return text;
}

void make_branch(const std::string& path, long copies) {
  sqlite3* handle = nullptr;
  sqlite3_open(path.c_str(), &handle);
  const std::string sql =
      without_serial(content("branch.sql")) + content("sqlite.sql") +
      "WITH RECURSIVE n(i) AS (SELECT 1000 UNION ALL SELECT i + 1 FROM n WHERE i < 1000 + " +
      std::to_string(copies / 2) +
      ") INSERT INTO book (author, binding_type, category, description, edition, location, myoid, "
      "pdate,"
      " place, publisher, title, quantity) SELECT 'Autor', 'x', 'x', 'x', '1', 'Adulți', i,"
      " '01/01/2000', 'Cluj', 'Editura', 'Titlul ' || i, 2 FROM n;"
      "INSERT INTO book_copy_info (copy_number, copyid, item_oid, myoid, notes, status)"
      " SELECT 1, 'A' || myoid, myoid, myoid, '[RI carti/' || myoid || ']', 'Available' FROM book "
      "WHERE myoid > 999;"
      "INSERT INTO book_copy_info (copy_number, copyid, item_oid, myoid, notes, status)"
      " SELECT 2, 'B' || myoid, myoid, myoid, '', 'Available' FROM book WHERE myoid > 999;";
  char* problem = nullptr;
  if (sqlite3_exec(handle, sql.c_str(), nullptr, nullptr, &problem) != SQLITE_OK) {
    std::fprintf(stderr, "%s\n", problem);
    std::exit(1);
  }
  sqlite3_close(handle);
}

template <class Work>
double milliseconds(const Work& work) {
  const std::clock_t began = std::clock();
  work();
  return 1000.0 * static_cast<double>(std::clock() - began) / CLOCKS_PER_SEC;
}

long bare_query(const std::string& path) {
  sqlite3* handle = nullptr;
  long rows = 0;
  sqlite3_open(path.c_str(), &handle);
  sqlite3_exec(
      handle,
      "SELECT c.item_oid, c.copyid, c.notes, c.status, b.callnumber, b.location, b.price, b.title "
      "FROM"
      " book_copy_info c JOIN book b ON b.myoid = c.item_oid ORDER BY c.item_oid, c.copyid",
      [](void* count, int, char**, char**) {
        ++*static_cast<long*>(count);
        return 0;
      },
      &rows, nullptr);
  sqlite3_close(handle);
  return rows;
}

}  // namespace

int main(int argc, char** argv) {
  const long copies = argc > 1 ? std::atol(argv[1]) : 100'000;
  std::string folder = (std::filesystem::temp_directory_path() / "biblioteq-bench-XXXXXX").string();
  if (::mkdtemp(folder.data()) == nullptr) {
    return 1;
  }
  const std::string path = folder + "/branch.db";
  make_branch(path, copies);
  metodica::CoreTable core{{}};
  const auto library = metodica::AdapterLibrary::load(METODICA_BIBLIOTEQ);
  auto adapter = library->create(
      core.table(),
      Json::object({{"database", path}, {"journal", folder + "/journal.db"}, {"library", "57706"}})
          .dump());
  const metodica::CoreTable::Inside inside(core);
  if (!adapter || !(*adapter)->start()) {
    return 1;
  }
  long rows = 0;
  const double bare = milliseconds([&] { rows = bare_query(path); });
  std::printf("bare query: %ld copies, %.0f ms of CPU\n", rows, bare);
  rows = 0;
  const double walked = milliseconds([&] {
    static_cast<void>((*adapter)
                          ->host()
                          .holdings
                          ->walk({}, Json::object(), "",
                                 [&](const Json&) {
                                   ++rows;
                                   return true;
                                 })
                          .has_value());
  });
  std::printf("through door 2: %ld copies, %.0f ms of CPU\n", rows, walked);
  adapter->reset();
  std::filesystem::remove_all(folder);
  return 0;
}
