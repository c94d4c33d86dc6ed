// metodica call as other programs meet it.

#include <gtest/gtest.h>

#include "desk_process.hpp"
#include "json/json.hpp"

namespace metodica::desk::test {
namespace {

Json line(const Ended& ended, std::size_t i) {
  const auto lines = ended.lines();
  if (i >= lines.size())
    return {};
  const auto json = Json::parse(lines[i]);
  return json ? *json : Json();
}

TEST(Call, AnswersEachLineAndGoesOnAfterBadOnes) {
  const Installation desk;
  const std::string too_long(9U * 1024 * 1024, 'a');
  const Ended ended = desk.command({"call"}, R"({"do":"app.about"})"
                                             "\nno json\n\n\xff\xfe\n" +
                                                 too_long + "\n[]\n" +
                                                 R"({"do":"no.action"})"
                                                 "\n"
                                                 R"({"do":"app.about"})");
  EXPECT_EQ(ended.status, 1);
  ASSERT_EQ(ended.lines().size(), 7U) << "an empty line asks for nothing";
  EXPECT_EQ(line(ended, 0)["library"].text(), "CJ001");
  for (std::size_t i = 1; i <= 4; ++i)
    EXPECT_EQ(line(ended, i)["code"].text(), "invalid") << i;
  EXPECT_EQ(line(ended, 5)["code"].text(), "not_found");
  EXPECT_EQ(line(ended, 6)["kind"].text(), "data");
}

TEST(Call, TakesARequestAsArgumentAndEndsWellWhenAllWent) {
  const Installation desk;
  const Ended fine = desk.command({"call", R"({"do":"app.menu"})"});
  EXPECT_EQ(fine.status, 0) << fine.err;
  EXPECT_EQ(line(fine, 0)["kind"].text(), "data");
  EXPECT_EQ(desk.command({"call", R"({"do":"x.y"})"}).status, 1);
}

TEST(Call, TheOperatorHasAllRolesAndOthersHaveTheirOwn) {
  const Installation desk;
  const Ended ended = desk.command(
      {"call"}, R"({"do":"institution.save","args":{"institution_name":"Casa cărții"}})"
                "\n"
                R"({"do":"institution.save","as":{"user":"ion","roles":["reader"]},"args":{}})"
                "\n"
                R"({"do":"app.about"})");
  EXPECT_EQ(line(ended, 0)["kind"].text(), "screen");
  EXPECT_EQ(line(ended, 1)["code"].text(), "denied");
  EXPECT_EQ(line(ended, 2)["institution"].text(), "Casa cărții");
}

TEST(Call, FollowsProgressToItsEnd) {
  const Installation desk;
  const Ended ended = desk.command({"call", R"({"do":"registers.verify"})"});
  EXPECT_EQ(line(ended, 0)["kind"].text(), "data");
  EXPECT_TRUE(line(ended, 0)["ok"].boolean());
}

TEST(Program, SaysWhatIsWrongWithACall) {
  EXPECT_EQ(run({}).status, 2);
  EXPECT_EQ(run({"nonsense"}).status, 2);
  EXPECT_EQ(run({"call", "--nonsense"}).status, 2);
  EXPECT_EQ(run({"serve", "--help"}).status, 0);
  const Ended missing = run({"call", "--config", "/nowhere/metodica.ini", "--lang", "en"});
  EXPECT_EQ(missing.status, 1);
  EXPECT_NE(missing.err.find("/nowhere/metodica.ini"), std::string::npos) << missing.err;
}

}  // namespace
}  // namespace metodica::desk::test
