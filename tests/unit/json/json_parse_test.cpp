#include <gtest/gtest.h>

#include <cstdint>
#include <limits>
#include <string>
#include <variant>

#include "json/json.hpp"

namespace metodica {
namespace {

using std::string_literals::operator""s;

std::string refusal(std::string_view text) {
  const auto value = Json::parse(text);
  return value ? "accepted: " + value->dump() : value.error().message;
}

std::int64_t failing_line(std::string_view text) {
  const auto value = Json::parse(text);
  return value ? 0 : std::get<std::int64_t>(value.error().arguments.at(0).value);
}

std::string nested(std::size_t depth) {
  return std::string(depth, '[') + std::string(depth, ']');
}

TEST(JsonParse, BuildsTheTreeInOrder) {
  const auto value = Json::parse(R"( {"b":[1,-2,{"x":null}],"a":"é","t":true,"d":1.5,"e":{}} )");
  ASSERT_TRUE(value);
  EXPECT_EQ(value->dump(), R"({"b":[1,-2,{"x":null}],"a":"é","t":true,"d":1.5,"e":{}})");
  EXPECT_TRUE((*value)["b"].items()[0].is_integer());
  EXPECT_FALSE((*value)["d"].is_integer());
}

TEST(JsonParse, ReadsScalarsAlone) {
  EXPECT_EQ(Json::parse("7")->integer(), 7);
  EXPECT_EQ(Json::parse("\"x\"")->text(), "x");
  EXPECT_TRUE(Json::parse("null")->is_null());
  EXPECT_EQ(Json::parse("1E+2")->number(), 100.0);
  EXPECT_EQ(Json::parse("-0")->integer(-1), 0);
}

TEST(JsonParse, ReadsEscapes) {
  EXPECT_EQ(Json::parse(R"("\"\\\/\b\f\n\r\t\u0219\ud83d\ude00")")->text(), "\"\\/\b\f\n\r\tș😀");
  // An escaped backslash before u0000 is no null character.
  EXPECT_EQ(Json::parse(R"("a\\u0000b")")->text(), R"(a\u0000b)");
}

TEST(JsonParse, KeepsTheFullRangeOfIntegers) {
  EXPECT_EQ(Json::parse("9223372036854775807")->integer(),
            std::numeric_limits<std::int64_t>::max());
  EXPECT_EQ(Json::parse("[-9223372036854775808]")->items()[0].integer(),
            std::numeric_limits<std::int64_t>::min());
}

TEST(JsonParse, RefusesIntegersThatDoNotFit) {
  EXPECT_EQ(refusal("9223372036854775808"), "json.syntax");
  EXPECT_EQ(refusal("[1,-9223372036854775809]"), "json.syntax");
  EXPECT_EQ(refusal("18446744073709551616"), "json.syntax");
  EXPECT_EQ(refusal("{\"a\":123456789012345678901234567890}"), "json.syntax");
  EXPECT_EQ(refusal("\"123456789012345678901234567890 \\\" 99999999999999999999\""),
            "accepted: \"123456789012345678901234567890 \\\" 99999999999999999999\"");
  EXPECT_EQ(refusal("123456789012345678901234567890.5"), "accepted: 1.2345678901234568e+29");
}

TEST(JsonParse, RefusesBrokenText) {
  for (const std::string& text : {""s,
                                  "  "s,
                                  "{\"a\":1} x"s,
                                  "1 2"s,
                                  "[1]]"s,
                                  "[1,]"s,
                                  "{\"a\":1,}"s,
                                  "[1 2]"s,
                                  "01"s,
                                  "1."s,
                                  "-"s,
                                  "+1"s,
                                  "NaN"s,
                                  "Infinity"s,
                                  "tru"s,
                                  "'a'"s,
                                  "{a:1}"s,
                                  "{1:2}"s,
                                  "/*c*/1"s,
                                  "\"abc"s,
                                  "\"\n\""s,
                                  "\"\t\""s,
                                  "1\0"s,
                                  "\"a\0b\""s,
                                  "\"\\x\""s,
                                  "\"\\u12\""s,
                                  "1e400"s,
                                  "--1"s,
                                  "\xEF\xBB\xBF{}"s}) {
    EXPECT_EQ(refusal(text), "json.syntax") << text;
  }
}

TEST(JsonParse, RefusesLoneSurrogates) {
  EXPECT_EQ(refusal(R"("\ud800")"), "json.syntax");
  EXPECT_EQ(refusal(R"("\ud800x")"), "json.syntax");
  EXPECT_EQ(refusal(R"("\udc00")"), "json.syntax");
  EXPECT_EQ(refusal(R"("\ud800\ud800")"), "json.syntax");
}

TEST(JsonParse, RefusesNullCharacters) {
  EXPECT_EQ(refusal(R"("a\u0000b")"), "json.syntax");
  EXPECT_EQ(refusal(R"({"a\u0000":1})"), "json.syntax");
}

TEST(JsonParse, RefusesANameUsedTwice) {
  EXPECT_EQ(refusal(R"({"a":1,"b":2,"a":1})"), "json.syntax");
  EXPECT_EQ(refusal(R"([{"a":1},{"a":1}])"), R"(accepted: [{"a":1},{"a":1}])");
}

TEST(JsonParse, RefusesBytesThatAreNoUtf8) {
  EXPECT_EQ(refusal("\"\xFF\""), "json.utf8");
  EXPECT_EQ(refusal("\"\xED\xA0\x80\""), "json.utf8");
  EXPECT_EQ(refusal("{} \xC3"), "json.utf8");
}

TEST(JsonParse, StopsAtDepth64) {
  EXPECT_EQ(refusal(nested(64)), "accepted: " + nested(64));
  EXPECT_EQ(refusal(nested(65)), "json.syntax");
  EXPECT_EQ(refusal(std::string(1'000'000, '[')), "json.syntax");
}

TEST(JsonParse, NamesTheLine) {
  EXPECT_EQ(failing_line("{\n\"a\": 1,\n\"b\": x\n}"), 3);
  EXPECT_EQ(failing_line("[1,\n2,\n99999999999999999999]"), 3);
  EXPECT_EQ(failing_line("{\"a\":1,\n\n\"a\":2}"), 3);
  EXPECT_EQ(failing_line("[1,\n"), 2);
  EXPECT_EQ(failing_line("{}\n\nx"), 3);
}

TEST(JsonParse, KeepsStrangeBytesOutOfTheProblem) {
  const auto value = Json::parse("[ș]");
  ASSERT_FALSE(value);
  const auto& what = std::get<std::string>(value.error().arguments.at(1).value);
  EXPECT_NE(what, "");
  for (const char c : what) {
    EXPECT_TRUE(c >= 0x20 && c <= 0x7e) << what;
  }
}

TEST(JsonParse, ReadsBackWhatItWrote) {
  Json value = Json::array();
  for (const double number : {0.1, 5.0, 1e-7, 1.7976931348623157e308, -123.456}) {
    value.add(number);
  }
  value.add(Json::object({{"text", "„a”\n\\\"\x01"}, {"empty", ""}}));
  const auto read = Json::parse(value.dump());
  ASSERT_TRUE(read);
  EXPECT_EQ(*read, value);
}

}  // namespace
}  // namespace metodica
