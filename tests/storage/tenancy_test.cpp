// Nobody reads or writes the rows of a library that he may not, and nobody can forget the
// condition.

#include <gmock/gmock.h>

#include "storage/tables.hpp"

namespace metodica::test {
namespace {

class Tenants : public WithTables {
 protected:
  void SetUp() override {
    WithTables::SetUp();
    if (IsSkipped() || HasFatalFailure()) {
      return;
    }
    for (const std::string library : {"CJ001", "CJ002", "CJ003"}) {
      write(
          [&](UnitOfWork& work) {
            Batch batch = notes();
            batch.add({1, "of " + library});
            batch.add({2, "more of " + library});
            work.insert(batch);
          },
          {library, {library}});
    }
  }

  static std::vector<std::string> bodies(UnitOfWork& work, const std::string& sql,
                                         const Binds& binds = {}) {
    std::vector<std::string> found;
    work.each<std::string>(sql, binds, [&](std::string body) { found.push_back(std::move(body)); });
    return found;
  }
};
METODICA_ON_ALL_ENGINES(Tenants);

/// Row policies exist there only.
class TenantsOfPostgresql : public Tenants {};
METODICA_ON_ENGINES(TenantsOfPostgresql, TestEngine::postgresql);

TEST_P(Tenants, AreRefusedWithoutTheCondition) {
  write([](UnitOfWork& work) {
    for (const char* sql :
         {"SELECT body FROM note", "select body from NOTE", "SELECT body FROM \"note\"",
          "SELECT n.body FROM norm JOIN note n ON n.number = norm.value",
          "DELETE FROM note WHERE number = 1", "UPDATE note SET body = ''",
          "SELECT 1 FROM norm WHERE EXISTS (SELECT 1 FROM note)",
          "SELECT body FROM note -- {library}", "SELECT body FROM note WHERE body <> '{library}'",
          "SELECT body FROM note /* {libraries} */", "SELECT next FROM counter",
          "SELECT key FROM outbox"}) {
      EXPECT_THROW(work.execute(sql), std::logic_error) << sql;
    }
    EXPECT_THROW(work.execute("SELECT 1 FROM note WHERE library = {branch}"), std::logic_error);
  });
}

TEST_P(Tenants, SeeTheirOwnRowsOnly) {
  read([](UnitOfWork& work) {
    EXPECT_THAT(bodies(work, "SELECT body FROM note WHERE library = {library} ORDER BY number"),
                testing::ElementsAre("of CJ001", "more of CJ001"));
    EXPECT_THAT(
        bodies(work, "SELECT body FROM note WHERE library IN {libraries} AND number = $1", {1}),
        testing::ElementsAre("of CJ001"));
  });
}

TEST_P(Tenants, SeeWhatTheyMayReadAtAHub) {
  const Tenancy hub = {"CJ002", {"CJ001", "CJ002"}};
  read(
      [](UnitOfWork& work) {
        EXPECT_THAT(bodies(work,
                           "SELECT body FROM note WHERE number = $1 AND library IN ({libraries}) "
                           "ORDER BY library",
                           {1}),
                    testing::ElementsAre("of CJ001", "of CJ002"));
        EXPECT_THAT(
            bodies(
                work,
                "SELECT a.body FROM note a WHERE a.library IN {libraries} AND a.number = $1 AND "
                "EXISTS"
                " (SELECT 1 FROM note b WHERE b.library IN {libraries} AND b.library <> {library}"
                " AND b.number = a.number) AND a.library = {library}",
                {2}),
            testing::ElementsAre("more of CJ002"));
      },
      hub);
  // The same text for a caller with another number of libraries.
  read([](UnitOfWork& work) {
    EXPECT_THAT(
        bodies(
            work,
            "SELECT body FROM note WHERE number = $1 AND library IN ({libraries}) ORDER BY library",
            {1}),
        testing::ElementsAre("of CJ001"));
  });
}

TEST_P(Tenants, WithoutAnyLibrarySeeNothing) {
  read(
      [](UnitOfWork& work) {
        EXPECT_THAT(bodies(work, "SELECT body FROM note WHERE library IN {libraries}"),
                    testing::IsEmpty());
      },
      {"", {}});
}

TEST_P(Tenants, ChangeTheirOwnRowsOnly) {
  write([](UnitOfWork& work) {
    EXPECT_EQ(work.execute("UPDATE note SET body = $1 WHERE library = {library}", {"changed"}), 2);
    EXPECT_EQ(work.execute("DELETE FROM note WHERE library = {library} AND number = $1", {2}), 1);
  });
  read(
      [](UnitOfWork& work) {
        EXPECT_THAT(bodies(work, "SELECT body FROM note WHERE library = {library} ORDER BY number"),
                    testing::ElementsAre("of CJ002", "more of CJ002"));
      },
      {"CJ002", {"CJ002"}});
}

TEST_P(Tenants, HaveCountersOfTheirOwn) {
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot", 5), 1); });
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot"), 1); }, {"CJ002", {"CJ002"}});
  write([](UnitOfWork& work) { EXPECT_EQ(work.take("lot"), 6); });
}

TEST_P(TenantsOfPostgresql, AreCheckedByRowPoliciesToo) {
  // A condition that a module got wrong: the text passes, the policy does not.
  read([](UnitOfWork& work) {
    EXPECT_THAT(
        bodies(work, "SELECT body FROM note WHERE library = {library} OR 1 = 1 ORDER BY number"),
        testing::ElementsAre("of CJ001", "more of CJ001"));
  });
  const Result<void> done = db().write(own(), [](UnitOfWork& work) -> Result<void> {
    work.execute("INSERT INTO note (library, number, body) SELECT $1, 9, {library}", {"CJ002"});
    return {};
  });
  ASSERT_FALSE(done);
  EXPECT_EQ(done.error().message, "storage.failed");
}

}  // namespace
}  // namespace metodica::test
