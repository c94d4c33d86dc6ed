// What goes wrong outside of us is said clearly and loses nothing.

#include <sys/mount.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <thread>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

namespace fs = std::filesystem;
using namespace std::chrono_literals;

std::string message_of(const DatabasePlace& place) {
  const auto database = Database::open(place);
  return database ? "" : database.error().message;
}

DatabasePlace file(const fs::path& path) {
  return {Engine::sqlite, path.string(), "", ""};
}

TEST(Opening, SaysThatTheFolderIsMissing) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "nowhere" / "metodica.db";
  const auto database = Database::open(file(path));
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().status, METODICA_UNREACHABLE);
  EXPECT_EQ(database.error().message, "storage.unreachable");
  EXPECT_EQ(database.error().arguments.at(0), (MessageArgument{"place", path.string()}));
}

TEST(Opening, SaysThatTheFileIsSomethingElse) {
  const TemporaryFolder folder;
  const fs::path path = folder.path() / "letter.odt";
  std::ofstream(path) << "Către biblioteca județeană, referitor la " << std::string(4096, 'x');
  EXPECT_EQ(message_of(file(path)), "storage.not_a_database");
}

TEST(Opening, SaysThatThePlaceCannotBeWritten) {
  const TemporaryFolder folder;
  fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec |
                                     fs::perms::others_read | fs::perms::others_exec);
  const int code = in_child([&] {
    constexpr uid_t nobody = 65534;
    if (::geteuid() == 0 && ::setresuid(nobody, nobody, nobody) != 0) {
      return 2;
    }
    return message_of(file(folder.path() / "metodica.db")) == "storage.read_only" ? 0 : 1;
  });
  fs::permissions(folder.path(), fs::perms::owner_all);
  EXPECT_EQ(code, 0);
}

TEST(Opening, SaysThatTheServerDoesNotAnswer) {
  const TemporaryFolder folder;
  const auto database = Database::open(
      {Engine::postgresql, "",
       "host=" + folder.path().string() + " user=library password=secret dbname=library", ""});
  ASSERT_FALSE(database);
  EXPECT_EQ(database.error().status, METODICA_UNREACHABLE);
  EXPECT_EQ(database.error().message, "storage.unreachable");
  for (const MessageArgument& argument : database.error().arguments) {
    EXPECT_EQ(std::get<std::string>(argument.value).find("secret"), std::string::npos)
        << argument.name;
  }
}

TEST(Opening, SaysThatThePartForPostgresqlIsMissing) {
  const TemporaryFolder folder;
  const int code = in_child([&] {
    ::setenv("METODICA_PARTS", folder.path().c_str(), 1);
    const auto database =
        Database::open({Engine::postgresql, "", "host=/nowhere user=library dbname=library", ""});
    // Where an earlier test has opened the part, the missing server is the problem.
    return !database && database.error().status == METODICA_UNREACHABLE ? 0 : 1;
  });
  EXPECT_EQ(code, 0);
}

TEST(Disk, FullIsSaidAndNothingIsHalfWritten) {
  const TemporaryFolder folder;
  if (::mount("tmpfs", folder.path().c_str(), "tmpfs", 0, "size=1m") != 0) {
    GTEST_SKIP() << "a small disk can be made by the superuser only";
  }
  {
    auto database = Database::open(file(folder.path() / "metodica.db"));
    ASSERT_TRUE(database);
    ASSERT_TRUE((*database)->migrate(test_modules(), "2026-01-15T10:00:00Z"));
    const Tenancy own = {"CJ001", {"CJ001"}};
    const auto add = [&](int number, std::size_t size) {
      return (*database)->write(own, [&](UnitOfWork& work) -> Result<void> {
        work.execute("INSERT INTO note (library, number, body) VALUES ({library}, $1, $2)",
                     {number, std::string(size, 'x')});
        return {};
      });
    };
    ASSERT_TRUE(add(1, 10));
    const Result<void> done = add(2, 4 * 1024 * 1024);
    EXPECT_FALSE(done);
    if (!done) {
      EXPECT_EQ(done.error().status, METODICA_UNREACHABLE);
      EXPECT_EQ(done.error().message, "storage.disk_full");
    }
    EXPECT_TRUE(add(3, 10)) << "small things still fit";
    std::int64_t count = 0;
    EXPECT_TRUE((*database)->read(own, [&](UnitOfWork& work) -> Result<void> {
      count = work.number("SELECT COUNT(*) FROM note WHERE library = {library}");
      return {};
    }));
    EXPECT_EQ(count, 2);
    EXPECT_TRUE((*database)->integrity().empty());
  }
  EXPECT_EQ(::umount(folder.path().c_str()), 0);
}

TEST(Damage, IsFoundByTheIntegrityCheck) {
  TestDatabase database(TestEngine::sqlite_file);
  ASSERT_TRUE(database->migrate(test_modules(), "2026-01-15T10:00:00Z"));
  EXPECT_TRUE(database->integrity().empty());
  ASSERT_TRUE(database->write({"CJ001", {"CJ001"}}, [](UnitOfWork& work) -> Result<void> {
    for (int number = 0; number < 2000; ++number) {
      work.execute("INSERT INTO note (library, number, body) VALUES ({library}, $1, 'x')",
                   {number});
    }
    return {};
  }));
  database.close();
  {
    std::fstream raw(database.place().path, std::ios::in | std::ios::out | std::ios::binary);
    const auto size = static_cast<std::streamoff>(fs::file_size(database.place().path));
    for (std::streamoff at = 8 * 4096; at < size; at += 4096) {
      raw.seekp(at);
      raw << std::string(64, '\x5a');
    }
  }
  EXPECT_FALSE(database->integrity().empty());
  const Result<void> done =
      database->read({"CJ001", {"CJ001"}}, [](UnitOfWork& work) -> Result<void> {
        work.number("SELECT SUM(LENGTH(body)) FROM note WHERE library = {library}");
        return {};
      });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_DAMAGED);
  EXPECT_EQ(done.error().message, "storage.damaged");
}

TEST(Copies, AreCompleteAndNeverOverwrite) {
  TestDatabase database(TestEngine::sqlite_file);
  ASSERT_TRUE(database->migrate(test_modules(), "2026-01-15T10:00:00Z"));
  ASSERT_TRUE(database->write({"CJ001", {"CJ001"}}, [](UnitOfWork& work) -> Result<void> {
    work.execute("INSERT INTO note (library, number, body) VALUES ({library}, 1, 'ș')");
    return {};
  }));
  const fs::path target = database.folder() / "copy.db";
  ASSERT_TRUE(database->copy_to(target.string()));
  const Result<void> again = database->copy_to(target.string());
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().message, "storage.copy_exists");
  const auto copy = Database::open(file(target));
  ASSERT_TRUE(copy);
  ASSERT_TRUE((*copy)->migrate(test_modules(), "2026-01-15T10:00:00Z"));
  std::int64_t count = 0;
  ASSERT_TRUE((*copy)->read({"CJ001", {"CJ001"}}, [&](UnitOfWork& work) -> Result<void> {
    count = work.number("SELECT COUNT(*) FROM note WHERE library = {library} AND body = $1", {"ș"});
    return {};
  }));
  EXPECT_EQ(count, 1);
}

class Contended : public WithTables {
 protected:
  // A child that holds the row of the counter for `time`, after telling on the pipe that it has it.
  int hold(std::chrono::milliseconds time) {
    std::array<int, 2> ends{};
    EXPECT_EQ(::pipe(ends.data()), 0);
    const int child = start_child([&] {
      const auto mine = database().another();
      const Result<void> done = mine->write(own(), [&](UnitOfWork& work) -> Result<void> {
        work.take("lot");
        if (::write(ends[1], "x", 1) != 1) {
          return invalid("pipe");
        }
        std::this_thread::sleep_for(time);
        return {};
      });
      return done ? 0 : 1;
    });
    char byte = 0;
    EXPECT_EQ(::read(ends[0], &byte, 1), 1);
    ::close(ends[0]);
    ::close(ends[1]);
    return child;
  }
  Result<void> take(std::int64_t& number) {
    return db().write(own(), [&](UnitOfWork& work) -> Result<void> {
      number = work.take("lot");
      return {};
    });
  }
};
METODICA_ON_SHARED_ENGINES(Contended);

TEST_P(Contended, WaitsForTheOther) {
  database().close();
  const int child = hold(400ms);
  std::int64_t number = 0;
  ASSERT_TRUE(take(number));
  EXPECT_EQ(number, 2);
  EXPECT_EQ(wait_for(child), 0);
}

TEST_P(Contended, SaysBusyWhenItLastsTooLong) {
  database().close();
  const int child = hold(7000ms);
  const auto start = std::chrono::steady_clock::now();
  std::int64_t number = 0;
  const Result<void> done = take(number);
  const auto waited = std::chrono::steady_clock::now() - start;
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_BUSY);
  EXPECT_EQ(done.error().message, "problem.busy");
  EXPECT_GT(waited, 4s);
  EXPECT_LT(waited, 6900ms);
  EXPECT_EQ(wait_for(child), 0);
  ASSERT_TRUE(take(number));
  EXPECT_EQ(number, 2);
}

TEST_P(Contended, DoesNotRepeatWhatTheCallerFoundBusy) {
  int runs = 0;
  const Result<void> done = db().write(own(), [&](UnitOfWork&) -> Result<void> {
    ++runs;
    return Unexpected({METODICA_BUSY, "host.busy"});
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "host.busy");
  EXPECT_EQ(runs, 1);
}

class LostServer : public WithTables {
 protected:
  // Ends the connection from outside, as a restart of the server does.
  void cut(std::int64_t server_process) {
    const auto other = database().another();
    ASSERT_TRUE(other->read(own(), [&](UnitOfWork& work) -> Result<void> {
      work.one<std::string>("SELECT CAST(pg_terminate_backend(CAST($1 AS INTEGER)) AS TEXT)",
                            {server_process});
      return {};
    }));
    std::this_thread::sleep_for(100ms);
  }
};
METODICA_ON_ENGINES(LostServer, TestEngine::postgresql);

TEST_P(LostServer, IsReplacedBetweenCalls) {
  std::int64_t server_process = 0;
  read([&](UnitOfWork& work) { server_process = work.number("SELECT pg_backend_pid()"); });
  cut(server_process);
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot"), 1); });
}

TEST_P(LostServer, LosesTheTransactionThatItInterrupts) {
  const Result<void> done = db().write(own(), [&](UnitOfWork& work) -> Result<void> {
    work.take("lot", 10);
    cut(work.number("SELECT pg_backend_pid()"));
    work.take("lot");
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().status, METODICA_UNREACHABLE);
  EXPECT_EQ(done.error().message, "storage.lost");
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot"), 1); });
}

}  // namespace
}  // namespace metodica::test
