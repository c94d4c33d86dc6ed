#include "loader/host.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

Json parse(const char* text) {
  return Json::parse(text).value();
}

TEST(Abilities, AreReadByOperation) {
  const auto abilities = Abilities::from(parse(R"({"operations":{
      "copies":{"read":true,"batch":1000,"rate":20},
      "change":{"write":true,"atomic":true,"version-checked":true,"read-back":true},
      "retire":{"hand-over":true,"person-needed":true}}})"));
  ASSERT_TRUE(abilities);
  EXPECT_EQ(abilities->operations(), (std::vector<std::string>{"change", "copies", "retire"}));
  EXPECT_EQ(abilities->find("copies")->batch, 1000);
  EXPECT_EQ(abilities->find("copies")->rate, 20);
  EXPECT_TRUE(abilities->can_read("copies"));
  EXPECT_FALSE(abilities->can_write("copies"));
  EXPECT_TRUE(abilities->find("change")->version_checked);
  EXPECT_TRUE(abilities->find("change")->atomic);
  EXPECT_TRUE(abilities->find("change")->read_back);
  EXPECT_TRUE(abilities->can_write("retire")) << "a hand-over is a way to write";
  EXPECT_TRUE(abilities->find("retire")->person_needed);
  EXPECT_EQ(abilities->find("walk"), nullptr);
  EXPECT_FALSE(abilities->can_read("walk"));
}

TEST(Abilities, RefuseAnotherShape) {
  for (const char* text : {"{}", "[]", R"({"operations":[]})", R"({"operations":{"walk":true}})",
                           R"({"operations":{"walk":{"read":true,"batch":-1}}})"}) {
    const auto abilities = Abilities::from(parse(text));
    ASSERT_FALSE(abilities) << text;
    EXPECT_EQ(abilities.error().message, "loader.abilities");
  }
}

TEST(WriteOutcome, HasFiveWordsAndNoTruthValue) {
  const auto failed =
      WriteOutcome::from(parse(R"({"outcome":"failed","retry":true,"code":"timeout"})"));
  ASSERT_TRUE(failed);
  EXPECT_EQ(*failed, (WriteOutcome{Outcome::failed, true, "", "", "timeout"}));
  EXPECT_FALSE(failed->is_done());
  const auto given = WriteOutcome::from(parse(R"({"outcome":"handed_over","id":"list-14"})"));
  ASSERT_TRUE(given);
  EXPECT_EQ(given->outcome, Outcome::handed_over);
  EXPECT_FALSE(given->is_done()) << "a person must act first";
  EXPECT_TRUE(WriteOutcome::from(parse(R"({"outcome":"done","id":"1"})"))->is_done());
  EXPECT_FALSE(WriteOutcome::from(parse(R"({"outcome":true})")));
}

}  // namespace
}  // namespace metodica
