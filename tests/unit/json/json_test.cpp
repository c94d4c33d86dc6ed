#include "json/json.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <variant>

namespace metodica {
namespace {

TEST(Json, KnowsItsType) {
  EXPECT_TRUE(Json().is_null());
  EXPECT_TRUE(Json(nullptr).is_null());
  EXPECT_TRUE(Json(true).is_bool());
  EXPECT_TRUE(Json(3).is_integer());
  EXPECT_TRUE(Json(3).is_number());
  EXPECT_FALSE(Json(3.0).is_integer());
  EXPECT_TRUE(Json(3.0).is_number());
  EXPECT_TRUE(Json("x").is_text());
  EXPECT_TRUE(Json::array().is_array());
  EXPECT_TRUE(Json::object().is_object());
}

TEST(Json, GivesTheValueOrTheFallback) {
  EXPECT_TRUE(Json(true).boolean());
  EXPECT_TRUE(Json("true").boolean(true));
  EXPECT_EQ(Json(7).integer(), 7);
  EXPECT_EQ(Json(7.5).integer(-1), -1);
  EXPECT_EQ(Json(7).number(), 7.0);
  EXPECT_EQ(Json("7").number(2.5), 2.5);
  EXPECT_EQ(Json("carte").text(), "carte");
  EXPECT_EQ(Json(7).text(), "");
  EXPECT_TRUE(Json(7).items().empty());
  EXPECT_TRUE(Json(7).members().empty());
}

TEST(Json, FindsMembers) {
  const Json lot = Json::object({{"id", 4}, {"notes", nullptr}});
  EXPECT_EQ(lot["id"].integer(), 4);
  EXPECT_TRUE(lot["absent"].is_null());
  EXPECT_TRUE(lot.has("notes"));
  EXPECT_FALSE(lot.has("absent"));
  EXPECT_TRUE(Json("text")["id"].is_null());
}

TEST(Json, SetsAndReplacesInPlace) {
  Json value;
  value.set("a", 1).set("b", 2).set("a", "new");
  EXPECT_EQ(value.dump(), R"({"a":"new","b":2})");
  EXPECT_THROW(Json("text").set("a", 1), std::bad_variant_access);
}

TEST(Json, AddsToAnArray) {
  Json value;
  value.add(1).add("two").add(Json::array());
  EXPECT_EQ(value.dump(), R"([1,"two",[]])");
  EXPECT_THROW(Json(1).add(2), std::bad_variant_access);
}

TEST(Json, CopiesAreIndependent) {
  Json first = Json::object({{"a", Json::array({1, 2})}});
  Json second = first;
  second.set("a", 3);
  EXPECT_EQ(first.dump(), R"({"a":[1,2]})");
  EXPECT_NE(first, second);
  first = second;
  EXPECT_EQ(first, second);
}

TEST(JsonDump, WritesEveryKind) {
  const Json value = Json::object({{"null", nullptr},
                                   {"yes", true},
                                   {"no", false},
                                   {"empty", Json::object()},
                                   {"list", Json::array({Json::array(), 1, -1})}});
  EXPECT_EQ(value.dump(), R"({"null":null,"yes":true,"no":false,"empty":{},"list":[[],1,-1]})");
}

TEST(JsonDump, AppendsToWhatIsThere) {
  std::string out = "data: ";
  Json(1).dump(out);
  EXPECT_EQ(out, "data: 1");
}

TEST(JsonDump, KeepsIntegersExact) {
  EXPECT_EQ(Json(std::numeric_limits<std::int64_t>::max()).dump(), "9223372036854775807");
  EXPECT_EQ(Json(std::numeric_limits<std::int64_t>::min()).dump(), "-9223372036854775808");
}

TEST(JsonDump, WritesTheShortestDecimals) {
  EXPECT_EQ(Json(0.1).dump(), "0.1");
  EXPECT_EQ(Json(5.0).dump(), "5.0");
  EXPECT_EQ(Json(-0.0).dump(), "-0.0");
  EXPECT_EQ(Json(1e300).dump(), "1e+300");
  EXPECT_EQ(Json(1.0 / 3.0).dump(), "0.3333333333333333");
  EXPECT_EQ(Json(std::nan("")).dump(), "null");
  EXPECT_EQ(Json(std::numeric_limits<double>::infinity()).dump(), "null");
}

TEST(JsonDump, EscapesOnlyWhatItMust) {
  EXPECT_EQ(Json("„Ștefan”/€\x7f").dump(), "\"„Ștefan”/€\x7f\"");
  EXPECT_EQ(Json("a\"b\\c\b\f\n\r\t").dump(), R"("a\"b\\c\b\f\n\r\t")");
  EXPECT_EQ(Json(std::string("\0\x1f", 2)).dump(), R"("\u0000\u001f")");
}

// The writer looks at eight bytes at a time; an escape must be seen at each place of a block.
TEST(JsonDump, SeesEscapesAtEveryPlace) {
  for (const char bad : {'"', '\\', '\n', '\0'}) {
    for (std::size_t at = 0; at < 24; ++at) {
      std::string text(24, 'x');
      text[at] = bad;
      std::string plain(24, 'x');
      const std::string escaped = Json(std::string(1, bad)).dump();
      plain.replace(at, 1, escaped.substr(1, escaped.size() - 2));
      EXPECT_EQ(Json(text).dump(), '"' + plain + '"') << int{bad} << " at " << at;
    }
  }
}

}  // namespace
}  // namespace metodica
