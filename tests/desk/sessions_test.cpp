#include "store/sessions.hpp"

#include <gtest/gtest.h>

#include "desk_process.hpp"

namespace metodica::desk {
namespace {

class SessionsTest : public testing::Test {
 protected:
  void SetUp() override {
    auto opened = DeskDatabase::open((folder_.path() / "desk.db").string());
    ASSERT_TRUE(opened);
    database_ = *std::move(opened);
    Users users(*database_);
    ASSERT_TRUE(users.add({"ana", {"keeper"}, "ro"}, "parola buna 1", "test"));
  }

  test::Folder folder_;
  std::unique_ptr<DeskDatabase> database_;
  std::int64_t now_ = 1'000'000;
};

TEST_F(SessionsTest, LastEightIdleHoursAndAWeekInAll) {
  Sessions sessions(*database_, [this] { return now_; });
  const auto token = sessions.start({"ana", {"keeper"}, "ro"}, "127.0.0.1");
  ASSERT_TRUE(token);
  EXPECT_EQ(token->size(), 64U);
  for (int i = 0; i < 21; ++i) {
    now_ += Sessions::idle_seconds - 1;
    const auto found = sessions.find(*token);
    ASSERT_TRUE(found && *found) << i;
  }
  now_ += 100;  // the week is over, although it was used a moment ago
  EXPECT_FALSE(*sessions.find(*token));

  const auto other = sessions.start({"ana", {"keeper"}, "ro"}, "127.0.0.1");
  now_ += Sessions::idle_seconds + 1;
  EXPECT_FALSE(*sessions.find(*other));
  EXPECT_FALSE(*sessions.find("not a token"));
}

TEST_F(SessionsTest, FollowTheUserOfNow) {
  Sessions sessions(*database_);
  Users users(*database_);
  const auto token = sessions.start({"ana", {"keeper"}, "ro"}, "");
  ASSERT_TRUE(users.set_roles("ana", {"reader"}, "test"));
  const auto found = sessions.find(*token);
  EXPECT_FALSE((*found)->user.has("keeper"));
  EXPECT_TRUE((*found)->user.has("reader"));
  ASSERT_TRUE(users.set_password("ana", "alta parola 2", "test"));
  EXPECT_FALSE(*sessions.find(*token)) << "a new password ends the sessions";
}

TEST_F(SessionsTest, ShowANoticeOnce) {
  Sessions sessions(*database_);
  const auto token = sessions.start({"ana", {"keeper"}, "ro"}, "");
  ASSERT_TRUE(sessions.set_notice(**sessions.find(*token), "Salvat"));
  EXPECT_EQ((*sessions.find(*token))->notice, "Salvat");
  EXPECT_EQ((*sessions.find(*token))->notice, "");
}

TEST_F(SessionsTest, TheDatabaseHoldsNoTokenAndNoPassword) {
  Sessions sessions(*database_);
  const auto token = sessions.start({"ana", {"keeper"}, "ro"}, "");
  ASSERT_TRUE(database_->copy_to((folder_.path() / "copy.db").string()));
  const std::string bytes = test::read_file(folder_.path() / "copy.db");
  EXPECT_NE(bytes.find("ana"), std::string::npos);
  EXPECT_EQ(bytes.find(*token), std::string::npos);
  EXPECT_EQ(bytes.find("parola buna 1"), std::string::npos);
}

TEST_F(SessionsTest, TheAuditIsOnlyAddedTo) {
  const auto rows = [this] {
    std::int64_t count = 0;
    EXPECT_TRUE(database_->read([&](UnitOfWork& work) -> Result<void> {
      count = work.number("SELECT COUNT(*) FROM desk_audit");
      return {};
    }));
    return count;
  };
  EXPECT_EQ(rows(), 1) << "the user that was added";
  for (const char* sql : {"DELETE FROM desk_audit", "UPDATE desk_audit SET actor = 'x'"}) {
    EXPECT_FALSE(database_->write([&](UnitOfWork& work) -> Result<void> {
      work.execute(sql);
      return {};
    })) << sql;
  }
  EXPECT_EQ(rows(), 1);
}

TEST_F(SessionsTest, UsersAreChecked) {
  Users users(*database_);
  EXPECT_TRUE(*users.checked("ana", "parola buna 1"));
  EXPECT_FALSE(*users.checked("ana", "parola buna 2"));
  EXPECT_FALSE(*users.checked("nobody", "parola buna 1"));
  EXPECT_EQ(users.add({"ana", {"reader"}, "ro"}, "parola buna 1", "t").error().message,
            "desk.user_exists");
  EXPECT_EQ(users.add({"Ana!", {"reader"}, "ro"}, "parola buna 1", "t").error().message,
            "desk.user_name");
  EXPECT_EQ(users.add({"ion", {"reader"}, "ro"}, "scurta", "t").error().message,
            "desk.password_short");
  EXPECT_EQ(users.remove("nobody", "t").error().message, "desk.user_unknown");
  EXPECT_EQ(parse_roles("keeper, boss").error().message, "desk.role_unknown");
}

}  // namespace
}  // namespace metodica::desk
