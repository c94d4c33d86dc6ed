#include "html/links.hpp"

#include <gtest/gtest.h>

namespace metodica::html {
namespace {

TEST(Links, ArgumentsBecomeTheQuery) {
  const Json args = Json::object({{"year", 2026},
                                  {"q", "a&b=ș"},
                                  {"act", Json::object({{"kind", "x"}})},
                                  {"names", Json::array({"a", "b"})},
                                  {"none", nullptr},
                                  {"yes", true}});
  EXPECT_EQ(link_url({}, "registers.rmf_screen", args),
            "/do/registers.rmf_screen?year=2026&q=a%26b%3D%C8%99&act%2Fkind=x&names=a%0Ab&yes=1");
}

TEST(Links, ActionsCannotLeaveTheirPlace) {
  EXPECT_EQ(post_url({}, "../../x?y#z"), "/do/..%2F..%2Fx%3Fy%23z");
  HtmlOptions options;
  options.link_url = "/cgi-bin/koha/plugins/run.pl?class=Metodica";
  EXPECT_EQ(link_url(options, "a.b"), "/cgi-bin/koha/plugins/run.pl?class=Metodica");
}

TEST(Links, ArgumentsFollowTheQueryOfThePattern) {
  HtmlOptions options;
  options.link_url = "/run.pl?class=Koha%3A%3APlugin&method=tool&do={action}";
  const Json args = Json::object({{"year", 2026}});
  EXPECT_EQ(link_url(options, "a.b", args),
            "/run.pl?class=Koha%3A%3APlugin&method=tool&do=a.b&year=2026");
}

TEST(Links, TheQueryOfAnAddressBecomesFields) {
  using Fields = std::vector<std::pair<std::string, std::string>>;
  const SplitAddress split =
      split_address("/run.pl?class=Koha%3A%3aPlugin&do=a.b&empty=&bare&x=%4");
  EXPECT_EQ(split.path, "/run.pl");
  EXPECT_EQ(
      split.fields,
      (Fields{{"class", "Koha::Plugin"}, {"do", "a.b"}, {"empty", ""}, {"bare", ""}, {"x", "%4"}}));
  EXPECT_EQ(split_address("/do/a.b").path, "/do/a.b");
  EXPECT_TRUE(split_address("/do/a.b").fields.empty());
}

TEST(Links, AFormThatReadsKeepsTheQueryOfThePattern) {
  HtmlOptions options;
  options.link_url = "/run.pl?class=Koha%3A%3APlugin&do={action}";
  const auto form = [&](bool reads) {
    const Json block = Json::object({{"block", "form"},
                                     {"action", "a.b"},
                                     {"send", "S"},
                                     {"reads", reads},
                                     {"fields", Json::array({})}});
    return render_screen(
        Json::object(
            {{"kind", "screen"}, {"id", "a.b"}, {"title", "T"}, {"blocks", Json::array({block})}}),
        options);
  };
  EXPECT_NE(form(true).find(R"(action="/run.pl")"), std::string::npos);
  EXPECT_NE(form(true).find(R"(<input type="hidden" name="class" value="Koha::Plugin">)"),
            std::string::npos);
  EXPECT_NE(form(true).find(R"(<input type="hidden" name="do" value="a.b">)"), std::string::npos);
  EXPECT_EQ(form(false).find("Koha::Plugin"), std::string::npos);
}

TEST(Links, RowsGetNumbersAndAmountsAreBounded) {
  const Json rows = Json::object(
      {{"lines", Json::array({Json::object({{"copies", 2}}), Json::object({{"copies", 3}})})}});
  const auto flat = flat_arguments(rows);
  ASSERT_EQ(flat.size(), 2U);
  EXPECT_EQ(flat[1].first, "lines/1/copies");
  EXPECT_EQ(flat[1].second, "3");
  Json many = Json::array();
  for (int i = 0; i < 10'000; ++i) {
    many.add(i);
  }
  EXPECT_EQ(flat_arguments(Json::object({{"a", many}})).size(), 500U);
}

TEST(Links, IdsAreOfLettersDigitsAndHyphens) {
  EXPECT_EQ(id_of("lines/0/cod\"<ș"), "lines-0-cod----");
}

}  // namespace
}  // namespace metodica::html
