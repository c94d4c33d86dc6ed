#include "ui/values.hpp"

#include <gtest/gtest.h>

namespace metodica {
namespace {

TEST(Values, AreTyped) {
  const Values values(
      Json::object({{"title", "Ion"},
                    {"copies", 3},
                    {"price", "45.5000"},
                    {"day", "2026-01-15"},
                    {"gift", true},
                    {"lot", "41"},
                    {"mark", "B 41"},
                    {"names", Json::array({"a", "b"})},
                    {"act", Json::object({{"number", "7"}})},
                    {"lines", Json::array({Json::object({{"copies", 2}})})},
                    {"file", Json::object({{"name", "a.mrc"}, {"base64", "Zm9v"}})}}));
  EXPECT_EQ(values.text("title"), "Ion");
  EXPECT_EQ(values.integer("copies"), 3);
  EXPECT_EQ(values.integer("lot"), 41);
  EXPECT_EQ(values.integer("mark", -1), -1);
  EXPECT_EQ(values.money("price"), Money::from_e4(455'000));
  EXPECT_EQ(values.date("day"), Date(2026, 1, 15));
  EXPECT_TRUE(values.yes("gift"));
  EXPECT_EQ(values.texts("names"), (std::vector<std::string>{"a", "b"}));
  EXPECT_EQ(values.part("act").text("number"), "7");
  EXPECT_EQ(values.rows("lines").at(0).integer("copies"), 2);
  EXPECT_EQ(values.file("file").bytes, "foo");
  EXPECT_EQ(values.file("file").name, "a.mrc");
}

TEST(Values, AbsentOnesHaveQuietDefaults) {
  const Values values;
  EXPECT_FALSE(values.has("x"));
  EXPECT_EQ(values.text("x"), "");
  EXPECT_EQ(values.integer("x", 7), 7);
  EXPECT_EQ(values.money("x"), Money::zero());
  EXPECT_TRUE(values.date("x").none());
  EXPECT_FALSE(values.yes("x"));
  EXPECT_TRUE(values.rows("x").empty());
  EXPECT_TRUE(values.texts("x").empty());
  EXPECT_EQ(values.file("x").bytes, "");
}

}  // namespace
}  // namespace metodica
