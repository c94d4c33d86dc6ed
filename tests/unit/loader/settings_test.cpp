#include "metodica/settings.hpp"

#include <gtest/gtest.h>

#include <array>

#include "json/json.hpp"
#include "metodica/problem.hpp"

namespace metodica {
namespace {

TEST(Settings, OneObjectOfTexts) {
  const auto settings = read_settings(
      " { \"name\" : \"Bibliotec\\u0103 \\\"Ion\\\"\" , \"path\":\"C:\\\\x\\n\", "
      "\"note\":\"\\ud83d\\ude00\" } ");
  ASSERT_TRUE(settings);
  EXPECT_EQ(settings->at("name"), "Bibliotecă \"Ion\"");
  EXPECT_EQ(settings->at("path"), "C:\\x\n");
  EXPECT_EQ(settings->at("note"), "\xf0\x9f\x98\x80");
  EXPECT_EQ(settings->size(), 3U);
  EXPECT_TRUE(read_settings("{}")->empty());
  EXPECT_TRUE(read_settings("")->empty());
}

TEST(Settings, EverythingElseIsRefused) {
  for (const char* text :
       {"{", "[]", "{\"a\":1}", "{\"a\"}", "{\"a\":\"b\",}", "{\"a\":\"b\"} x", "{\"a\":\"b",
        "{a:\"b\"}", "{\"a\":\"\\q\"}", "{\"a\":\"\\u12\"}", "{\"a\":\"\\ud83d\"}",
        "{\"a\":\"\\udc00\"}", "{\"a\":\"\n\"}", "{\"a\":\"\\"}) {
    const auto settings = read_settings(text);
    ASSERT_FALSE(settings) << text;
    EXPECT_EQ(settings.error().message, "loader.settings");
  }
}

TEST(Settings, UnknownKeysAreNamed) {
  const Settings settings = {{"name", "x"}, {"colour", "red"}};
  const auto checked = check_settings(settings, std::array{"name", "library"});
  ASSERT_FALSE(checked);
  EXPECT_EQ(checked.error().field, "colour");
  EXPECT_TRUE(check_settings({{"name", "x"}}, std::array{"name", "library"}));
}

TEST(ProblemJson, IsReadBackBySomebodyElsesReader) {
  Problem problem(METODICA_CONFLICT, "fake.\x01", {{"count", std::int64_t{3}}, {"text", "a\"b\\"}});
  problem.field = "lines/2";
  const auto read = Json::parse(problem_json(problem));
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)["code"].text(), "conflict");
  EXPECT_EQ((*read)["message"].text(), "fake.\x01");
  EXPECT_EQ((*read)["arguments"]["count"].integer(), 3);
  EXPECT_EQ((*read)["arguments"]["text"].text(), "a\"b\\");
  EXPECT_FALSE(read->has("text"));
}

TEST(ProblemJson, CodesAndStatusesAgree) {
  for (metodica_status status = METODICA_DEFECT; status <= METODICA_OK; ++status) {
    EXPECT_EQ(status_of(code_of(status)), status);
  }
  EXPECT_EQ(code_of(-77), "defect");
  EXPECT_EQ(status_of("nothing known"), METODICA_DEFECT);
}

}  // namespace
}  // namespace metodica
