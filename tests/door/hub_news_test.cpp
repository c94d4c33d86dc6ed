// What the county tells: news of any subject, to all and to one library, and its list of titles.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub_fixture.hpp"
#include "modules/hub/api.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

constexpr const char* county = "57706";
constexpr const char* neighbour = "57708";
constexpr const char* now = "2026-06-01T08:00:00.000Z";

class CountyNews : public CountyTest {
 protected:
  /// As a subject of the county's own library would.
  void publish(const std::string& key, const Json& body, const std::string& addressee = {}) {
    const auto written =
        database(hub()).write({county, {county}}, [&](UnitOfWork& work) -> Result<void> {
          hub::publish_news(work, "visit", key, body, now, addressee);
          return {};
        });
    ASSERT_TRUE(written) << written.error().message;
  }

  /// "key=body" of what a library reads.
  static std::vector<std::string> read(Door& door, const std::string& library) {
    std::vector<std::string> all;
    const auto done =
        database(door).read({library, {library}}, [&](UnitOfWork& work) -> Result<void> {
          for (const auto& news : hub::latest_news_of(work, "visit"))
            all.push_back(news.key + "=" + news.body.dump());
          return {};
        });
    EXPECT_TRUE(done) << done.error().message;
    return all;
  }

  /// One page of news for the village; its number of news.
  std::size_t take(std::int64_t after) {
    const Json pulled = hub().good(
        "hub.pull", Json::object({{"token", token}, {"after", after}, {"library", village}}));
    node().good(
        "sync.receive",
        Json::object({{"news", Json::object({{"name", "n"},
                                             {"base64", base64_encoded(pulled["news"].dump())}})},
                      {"upto", pulled["upto"]}}));
    return pulled["news"].items().size();
  }

  static Database& database(Door& door) { return *door.database(); }
};

TEST_P(CountyNews, ReachANodeOncePublished) {
  enrol();
  publish("2", "second");
  publish("1", "first");
  publish("1", "corrected");
  EXPECT_EQ(take(0), 3U);
  EXPECT_THAT(read(node(), village), ElementsAre("1=\"corrected\"", "2=\"second\""));
  publish("2", Json());
  EXPECT_EQ(take(3), 1U);
  EXPECT_THAT(read(node(), village), ElementsAre("1=\"corrected\""));
}

TEST_P(CountyNews, AreReadInTheSameDatabaseAtOnce) {
  publish("1", "for all");
  publish("2", "for one", neighbour);
  EXPECT_THAT(read(hub(), county), ElementsAre("1=\"for all\""));
  EXPECT_THAT(read(hub(), neighbour), ElementsAre("1=\"for all\"", "2=\"for one\""));
}

TEST_P(CountyNews, ForOneLibraryReachNobodyElse) {
  enrol();
  publish("1", "not yours", neighbour);
  publish("2", "yours", village);
  EXPECT_EQ(take(0), 1U);
  EXPECT_EQ(node().good("sync.state")["news"].integer(), 2);
  EXPECT_THAT(read(node(), village), ElementsAre("2=\"yours\""));
  const Json refused = hub().call(
      "hub.pull", Json::object({{"token", token}, {"after", 0}, {"library", neighbour}}));
  EXPECT_EQ(refused["message"].text(), "hub.not_yours");
  const Json nobody = hub().good("hub.pull", Json::object({{"token", token}, {"after", 0}}));
  EXPECT_THAT(nobody["news"].items(), IsEmpty());
}

class CountyTitles : public CountyNews {
 protected:
  /// Carries the county's list to the node; how many rows it got.
  std::size_t carry() {
    std::size_t rows = 0;
    for (bool more = true; more;) {
      const std::int64_t after = node().good("sync.state")["union"].integer();
      const Json page =
          hub().good("hub.union.pull", Json::object({{"token", token}, {"after", after}}));
      node().good(
          "sync.union",
          Json::object(
              {{"page", Json::object({{"name", "p"}, {"base64", base64_encoded(page.dump())}})}}));
      rows += page["rows"].items().size();
      more = page["more"].boolean() || page["last"].integer() < after;
    }
    return rows;
  }

  static std::optional<hub::CountyHoldings> holdings(Door& door, const std::string& library,
                                                     const std::string& title) {
    std::optional<hub::CountyHoldings> found;
    const auto done =
        database(door).read({library, {library}}, [&](UnitOfWork& work) -> Result<void> {
          found = hub::county_holdings(work, {title, "", "", ""});
          return {};
        });
    EXPECT_TRUE(done) << done.error().message;
    return found;
  }
};

TEST_P(CountyTitles, AreKnownAtANodeWithCountsAndClasses) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1", 3));
  exchange();
  at_home();
  hub().good("registers.open", opening());
  hub().good("acquisition.receive", donation("1", 2));
  EXPECT_GT(carry(), 0U);

  const auto found = holdings(node(), village, "Carte 1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->copies, 5);
  ASSERT_EQ(found->holdings.size(), 2U);
  EXPECT_EQ(found->holdings[0].library, village);
  EXPECT_EQ(found->holdings[0].copies, 3);
  EXPECT_EQ(found->holdings[0].name, "Comuna");
  EXPECT_THAT(found->classes, ElementsAre("821.135.1"));
  EXPECT_FALSE(holdings(node(), village, "Altceva"));
  EXPECT_EQ(carry(), 0U);

  const Json screen = node().good("hub.titles", Json::object({{"title", "Carte 1"}}));
  EXPECT_THAT(screen.dump(), HasSubstr("Comuna"));
  EXPECT_THAT(screen.dump(), Not(HasSubstr("singurul exemplar")));
}

TEST_P(CountyTitles, LoseTheCopiesThatLeft) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1", 2));
  exchange();
  at_home();
  carry();
  const auto leave = [&](int number) {
    node().good(
        "registers.exit",
        Json::object({{"cause", "lost_by_user"},
                      {"act", Json::object({{"kind", "minutes"},
                                            {"number", std::to_string(number)},
                                            {"date", "2026-02-02"}})},
                      {"approval", "decizia 2/2026"},
                      {"copies",
                       Json::array({Json::object({{"register", "carti"}, {"number", number}})})}}));
    exchange();
    at_home();
    EXPECT_GT(carry(), 0U);
  };
  leave(4);
  const auto last = holdings(node(), village, "Carte 1");
  ASSERT_TRUE(last);
  EXPECT_EQ(last->copies, 1);
  EXPECT_THAT(node().good("hub.titles", Json::object({{"title", "Carte 1"}})).dump(),
              HasSubstr("singurul exemplar"));
  leave(5);
  EXPECT_FALSE(holdings(node(), village, "Carte 1"));
}

TEST_P(CountyTitles, OfAHubThatWentBackAreTakenAnew) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1"));
  exchange();
  at_home();
  const std::size_t all = carry();
  const auto ahead = database(node()).write({village, {village}}, [](UnitOfWork& work) {
    work.execute("UPDATE union_share SET number = number + 1000000, holders = '{\"1\":9}'");
    return Result<void>();
  });
  ASSERT_TRUE(ahead);
  EXPECT_GE(carry(), all);
  const auto found = holdings(node(), village, "Carte 1");
  ASSERT_TRUE(found);
  EXPECT_EQ(found->copies, 2);
}

METODICA_ON_SHARED_ENGINES(CountyNews);
METODICA_ON_SHARED_ENGINES(CountyTitles);

}  // namespace
}  // namespace metodica::test
