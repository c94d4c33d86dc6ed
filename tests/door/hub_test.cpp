// A node and its hub through door 1: enrolment, exchange, and everything that must be refused.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "hub_fixture.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;

class County : public CountyTest {};

TEST_P(County, SeesWhatTheNodeWrote) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1"));
  node().good("acquisition.receive", donation("2", 3));
  exchange();
  const Json here = movement(node());
  EXPECT_EQ(here.items().size(), 2U);
  EXPECT_EQ(movement(hub()), here);
  const Json checked = hub().good("registers.verify");
  EXPECT_TRUE(checked["ok"].boolean()) << checked.dump();
}

TEST_P(County, AppliesABatchOnce) {
  enrol();
  const Json once = batch();
  const Json first = apply(once);
  EXPECT_GT(first["rows"].integer(), 3);
  const Json second = apply(once);
  EXPECT_EQ(second["applied"], first["applied"]);
  EXPECT_EQ(second["hash"], first["hash"]);
  EXPECT_EQ(second["rows"].integer(), 0);
}

TEST_P(County, RefusesAGapAndAForgedPast) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1"));
  const std::string good = batch()["text"].text();
  std::string forged = good;
  forged.replace(forged.find("\"previous\":\"") + 12, 4, "0000");
  EXPECT_EQ(apply(Json::object({{"text", forged}}))["stopped"].text(), "hub.restored");
  EXPECT_THAT(hub().good("hub.state").dump(), HasSubstr("hub.restored"));
  std::string cut = good.substr(0, good.size() / 2);
  EXPECT_EQ(apply(Json::object({{"text", cut}}))["message"].text(), "hub.batch_broken");
  EXPECT_EQ(apply(Json::object({{"text", good}}))["stopped"].text(), "");
}

TEST_P(County, RefusesANewerNode) {
  enrol();
  std::string text = batch()["text"].text();
  const std::size_t at = text.find("\"opened_on\"");
  ASSERT_NE(at, std::string::npos);
  text.replace(at, 11, "\"opened_by_whom\"");
  EXPECT_EQ(apply(Json::object({{"text", text}}))["stopped"].text(), "hub.older");
  text = batch()["text"].text();
  text.replace(text.find("\"register_opening\""), 18, "\"done_action\"");
  EXPECT_EQ(apply(Json::object({{"text", text}}))["stopped"].text(), "hub.older");
}

// A program before a column was added sends rows without it.
TEST_P(County, TakesARowOfAnOlderNode) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1"));
  std::string text = batch()["text"].text();
  const std::string column = R"("remarks":"",)";
  const std::size_t at = text.find(column, text.find(R"("movement_lot")"));
  ASSERT_NE(at, std::string::npos) << text;
  text.erase(at, column.size());
  const Json reply = apply(Json::object({{"text", text}}));
  EXPECT_EQ(reply["stopped"].text(), "") << reply.dump();
  EXPECT_EQ(reply["refused"].items().size(), 0U) << reply.dump();
  EXPECT_EQ(movement(hub()), movement(node()));
  const Json checked = hub().good("registers.verify");
  EXPECT_TRUE(checked["ok"].boolean()) << checked.dump();
}

TEST_P(County, RefusesAFormatThatItNeverKnew) {
  enrol();
  const std::string good = batch()["text"].text();
  const auto with_format = [&](const std::string& format) {
    std::string text = good;
    for (std::size_t at = text.find("\"format\":1"); at != std::string::npos;
         at = text.find("\"format\":1", at + 10))
      text.replace(at, 10, "\"format\":" + format);
    return apply(Json::object({{"text", text}}))["stopped"].text();
  };
  EXPECT_EQ(with_format("0"), "hub.too_old");
  EXPECT_EQ(with_format("2"), "hub.older");
  EXPECT_EQ(with_format("1"), "");
}

TEST_P(County, NamesARowThatBelongsToAnotherLibrary) {
  enrol();
  std::string text = batch()["text"].text();
  const std::string own = "\"library\":\"" + std::string(village) + "\"";
  const std::size_t at = text.find(own, text.find('\n'));
  ASSERT_NE(at, std::string::npos);
  text.replace(at, own.size(), R"("library":"57706")");
  const Json reply = apply(Json::object({{"text", text}}));
  ASSERT_EQ(reply["refused"].items().size(), 1U) << reply.dump();
  EXPECT_EQ(reply["refused"].items()[0]["reason"].text(), "hub.row_broken");
}

TEST_P(County, FindsARestoredNode) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1"));
  const Json lost = batch();
  const Json applied = apply(lost);
  // The answer never arrived, and the node came back without the row: another one took its place.
  const Json agreed = node().good(
      "sync.sent",
      Json::object({{"sequence", applied["applied"].integer() + 5}, {"hash", applied["hash"]}}));
  EXPECT_EQ(agreed["code"].text(), "sync.restored");
  EXPECT_EQ(node().call("acquisition.receive", donation("2"))["message"].text(), "sync.locked");
}

TEST_P(County, AcceptsItsNodesOnly) {
  EXPECT_EQ(apply(Json::object({{"text", "{}"}}))["message"].text(), "hub.token_refused");
  const std::string first = code();
  EXPECT_EQ(hub()
                .call("hub.enrol",
                      Json::object({{"code", "2222-2222-2222-2222"}, {"token", token}}))["message"]
                .text(),
            "hub.code_refused");
  hub().good("hub.enrol", Json::object({{"code", first}, {"token", token}}));
  EXPECT_EQ(
      hub()
          .call("hub.enrol", Json::object({{"code", first}, {"token", other_token}}))["message"]
          .text(),
      "hub.code_refused");
  hub().good("hub.enrol", Json::object({{"code", first}, {"token", token}}));
  const Json claimed = hub().call(
      "hub.code", Json::object({{"name", "Alta"}, {"libraries", Json::array({village})}}));
  EXPECT_EQ(claimed["message"].text(), "hub.claimed");
  EXPECT_THAT(claimed["text"].text(), HasSubstr("Comuna"));
}

TEST_P(County, RevokesANode) {
  const Json enrolled = enrol();
  hub().good("hub.revoke", Json::object({{"node", enrolled["node"]}}));
  EXPECT_EQ(apply(batch())["message"].text(), "hub.token_refused");
}

TEST_P(County, ChangesATokenWithOverlap) {
  enrol();
  hub().good("hub.token", Json::object({{"token", token}, {"new_token", other_token}}));
  const Json one = batch();
  EXPECT_EQ(apply(one, other_token)["stopped"].text(), "");
  EXPECT_EQ(apply(one, token)["stopped"].text(), "");
}

TEST_P(County, KeepsNoSecret) {
  const std::string shown = code();
  hub().good("hub.enrol", Json::object({{"code", shown}, {"token", token}}));
  std::string kept;
  const auto read =
      hub().database()->read({"57706", {"57706"}}, [&](UnitOfWork& work) -> Result<void> {
        work.each<std::string, std::string>(
            "SELECT reply, args_hash FROM done_action WHERE library = {library}", {},
            [&](const std::string& reply, const std::string&) { kept += reply; });
        work.each<std::string>("SELECT hash FROM hub_code WHERE library = {library}", {},
                               [&](const std::string& hash) { kept += hash; });
        work.each<std::string>("SELECT hash FROM hub_token WHERE library = {library}", {},
                               [&](const std::string& hash) { kept += hash; });
        return {};
      });
  ASSERT_TRUE(read);
  EXPECT_EQ(kept.find(token), std::string::npos);
  EXPECT_EQ(kept.find(shown), std::string::npos);
}

TEST_P(County, WritesForeignRegistersAtHomeOnly) {
  enrol();
  exchange();
  hub().set_library(village);
  const Json refused = hub().call("acquisition.receive", donation("9"));
  EXPECT_EQ(refused["message"].text(), "hub.foreign_home");
  EXPECT_THAT(refused["text"].text(), HasSubstr("Comuna"));
}

TEST_P(County, CountsCopiesOfTheCounty) {
  enrol();
  exchange();
  node().good("acquisition.receive", donation("1", 3));
  exchange();
  at_home();
  const Json found =
      hub().good("hub.union.find", Json::object({{"title", "Carte 1"}, {"language", "ro"}}));
  ASSERT_EQ(found["matches"].items().size(), 1U) << found.dump();
  EXPECT_EQ(found["matches"].items()[0]["copies"].integer(), 3);
  EXPECT_EQ(found["matches"].items()[0]["likeness"].text(), "same_work");
  EXPECT_EQ(found["matches"].items()[0]["library"].text(), village);
  EXPECT_EQ(
      hub().good("hub.union.find", Json::object({{"title", "Altceva"}}))["matches"].items().size(),
      0U);
}

TEST_P(County, TellsItsNews) {
  enrol();
  hub().good("hub.publish", Json::object({{"number", "12"},
                                          {"title", "Raportarea anuală"},
                                          {"text", "Până la 31 ianuarie."}}));
  const Json pulled = hub().good("hub.pull", Json::object({{"token", token}, {"after", 0}}));
  ASSERT_EQ(pulled["news"].items().size(), 1U);
  for (int twice = 0; twice < 2; ++twice) {
    node().good("sync.receive",
                Json::object(
                    {{"news", Json::object({{"name", "n"},
                                            {"base64", base64_encoded(pulled["news"].dump())}})}}));
  }
  EXPECT_EQ(node().good("sync.state")["news"].integer(), 1);
  EXPECT_THAT(node().good("hub.link").dump(), HasSubstr("Raportarea anuală"));
  EXPECT_THAT(hub().good("hub.link").dump(), HasSubstr("Comuna"));
}

METODICA_ON_SHARED_ENGINES(County);

}  // namespace
}  // namespace metodica::test
