// Copies of the standalone catalogue, and the list of those on loan, through door 2.
#include <gmock/gmock.h>

#include <chrono>

#include "standalone_fixture.hpp"

namespace metodica::standalone {
namespace {

using testing::ElementsAre;

class Holdings : public StandaloneTest {
 protected:
  void SetUp() override {
    StandaloneTest::SetUp();
    create_titles("t", R"([{"title":{"title":"Ion"}}])");
    create_copies("c", R"([
      {"barcode":"RO1","number":{"register":"RI","number":14501},"title":"0000000001",
       "branch":"F3","place":"SL","call_number":"821 R33","price":"45.5000","state":"available"},
      {"barcode":"RO2","number":{"register":"AV","number":14501},"title":"0000000001"}])");
  }

  Json copy(const std::string& barcode) {
    const std::vector<std::string> barcodes{barcode};
    const auto read = host().holdings->copies(context(), barcodes);
    EXPECT_TRUE(read) << read.error().message;
    return read ? read->front() : Json();
  }

  WriteOutcome retire(const std::string& key, const std::string& version) {
    return outcomes(host().holdings_write->retire(
        context(key),
        {Json::object({{"id", "0000000001"},
                       {"version", version},
                       {"cause", "worn"},
                       {"act", Json::object({{"number", "12"}, {"date", "2026-06-01"}})}})}))[0];
  }
};

TEST_F(Holdings, ACopyComesBackByBarcodeAndByNumber) {
  const Json found = copy("RO1");
  EXPECT_EQ(found["id"].text(), "0000000001");
  EXPECT_EQ(found["title"].text(), "0000000001");
  EXPECT_EQ(found["branch"].text(), "F3");
  EXPECT_EQ(found["price"].text(), "45.5000");
  EXPECT_EQ(found["state"].text(), "available");
  EXPECT_FALSE(found.has("loan"));
  const std::vector<HostNumber> numbers{{"AV", 14501}, {"RI", 1}};
  const auto numbered = host().holdings->numbered(context(), numbers);
  ASSERT_TRUE(numbered);
  EXPECT_EQ((*numbered)[0]["barcode"].text(), "RO2");
  EXPECT_EQ((*numbered)[1].dump(), R"({"number":{"register":"RI","number":1},"missing":true})");
  EXPECT_EQ(copy("RO9").dump(), R"({"barcode":"RO9","missing":true})");
}

TEST_F(Holdings, WhatCannotBeMadeIsRefusedOneByOne) {
  const auto made = create_copies("c2", R"([
    {"barcode":"RO1"},
    {"number":{"register":"RI","number":14501}},
    {"barcode":"RO3","title":"0000000077"},
    {"barcode":"RO 4"},
    {"barcode":"RO5","price":"5 lei"},
    {"barcode":"RO6","state":"lost"},
    {"barcode":"RO7","number":{"register":"RI","number":0}},
    {"barcode":"RO8"}])");
  std::vector<std::string> codes;
  for (const WriteOutcome& outcome : made) {
    codes.push_back(outcome.code);
  }
  EXPECT_THAT(codes,
              ElementsAre("barcode_in_use", "number_in_use", "title_not_found", "invalid_barcode",
                          "invalid_price", "invalid_state", "invalid_number", ""));
  EXPECT_EQ(made.back().id, "0000000003");
}

TEST_F(Holdings, ChangesNeedTheVersionThatWasRead) {
  const auto change = [&](const std::string& key, const std::string& version, const Json& set) {
    return outcomes(host().holdings_write->change(
        context(key),
        {Json::object({{"id", "0000000001"}, {"version", version}, {"set", set}})}))[0];
  };
  const Json set = Json::object({{"call_number", "821.135.1 R33"}, {"branch", nullptr}});
  EXPECT_EQ(change("h1", "1", set).version, "2");
  EXPECT_EQ(change("h1", "1", set).version, "2") << "the same key";
  EXPECT_EQ(change("h1", "2", set).version, "2") << "the same key, after reading again";
  EXPECT_EQ(change("h2", "1", set).code, "newer_version");
  EXPECT_EQ(change("h3", "2", Json::object({{"barcode", "RO2"}})).code, "barcode_in_use");
  EXPECT_EQ(change("h4", "2", Json::object({{"colour", "red"}})).code, "invalid_colour");
  const Json now = copy("RO1");
  EXPECT_EQ(now["call_number"].text(), "821.135.1 R33");
  EXPECT_FALSE(now.has("branch"));
  EXPECT_EQ(now["place"].text(), "SL");
}

TEST_F(Holdings, StateIsSetByItsWord) {
  const auto set = [&](const std::string& key, const std::string& version, const char* state) {
    return outcomes(host().holdings_write->set_state(
        context(key),
        {Json::object({{"id", "0000000002"}, {"version", version}, {"state", state}})}))[0];
  };
  EXPECT_EQ(set("s1", "1", "missing").version, "2");
  EXPECT_EQ(set("s2", "2", "vanished").code, "invalid_state");
  EXPECT_EQ(copy("RO2")["state"].text(), "missing");
}

TEST_F(Holdings, ACopyOnLoanIsNotWithdrawn) {
  outcomes(host().loans_list->add(context("l1"), parse(R"([{"barcode":"RO1"}])").items()));
  EXPECT_EQ(retire("r1", "1").code, "on_loan");
  outcomes(host().loans_list->remove(context("l2"), parse(R"([{"barcode":"RO1"}])").items()));
  EXPECT_EQ(retire("r2", "1").version, "2");
  EXPECT_EQ(copy("RO1")["state"].text(), "withdrawn");
  EXPECT_EQ(retire("r3", "2").code, "withdrawn");
}

TEST_F(Holdings, AnotherLibrarySeesAndChangesNoneOfThem) {
  CallContext other = context();
  other.library = "57706";
  const std::vector<HostNumber> numbers{{"RI", 14501}};
  const auto numbered = host().holdings->numbered(other, numbers);
  ASSERT_TRUE(numbered);
  EXPECT_TRUE((*numbered)[0]["missing"].boolean());
  other.key = "x";
  const auto outcome = outcomes(host().holdings_write->set_state(
      other, {parse(R"({"id":"0000000001","version":"1","state":"missing"})")}));
  EXPECT_EQ(outcome[0].code, "not_found");
}

TEST_F(Holdings, TheWalkIsInOrderFilteredAndResumed) {
  Json::Array many;
  for (int number = 1; number <= 2500; ++number) {
    many.push_back(Json::object(
        {{"barcode", "W" + std::to_string(number)}, {"place", number % 2 == 0 ? "DEP" : "SL"}}));
  }
  ASSERT_EQ(outcomes(host().holdings_write->create(context("w"), many)).size(), 2500U);
  std::vector<std::string> ids;
  const auto collect = [&](const Json& line) {
    ids.push_back(line["id"].text());
    return true;
  };
  ASSERT_TRUE(host().holdings->walk(context(), Json::object(), "", collect));
  EXPECT_EQ(ids.size(), 2502U);
  EXPECT_TRUE(std::is_sorted(ids.begin(), ids.end()));
  ids.clear();
  ASSERT_TRUE(host().holdings->walk(context(), parse(R"({"place":"DEP"})"), "0000002498", collect));
  EXPECT_THAT(ids, ElementsAre("0000002500", "0000002502"));
  ids.clear();
  ASSERT_TRUE(host().holdings->walk(context(), Json::object(), "", [&](const Json& line) {
    collect(line);
    return ids.size() < 3;
  }));
  EXPECT_EQ(ids.size(), 3U);
}

TEST_F(Holdings, TheListOfLoansIsKeptByHand) {
  auto set = outcomes(host().loans_list->replace(context("l1"), parse(R"([
    {"barcode":"RO1","since":"2026-05-02","due":"2026-05-23"},
    {"barcode":"RO9","since":"2026-05-02"},
    {"barcode":"RO1"},
    {"barcode":"RO2","due":"2026-13-01"}])")
                                                                    .items()));
  ASSERT_EQ(set.size(), 4U);
  EXPECT_EQ(set[0].outcome, Outcome::done_confirmed);
  EXPECT_EQ(set[1].code, "not_found");
  EXPECT_EQ(set[2].code, "twice");
  EXPECT_EQ(set[3].code, "invalid_due");
  EXPECT_EQ(copy("RO1")["loan"].dump(), R"({"since":"2026-05-02","due":"2026-05-23"})");
  outcomes(host().loans_list->add(context("l2"), parse(R"([{"barcode":"RO2"}])").items()));
  EXPECT_EQ(copy("RO2")["loan"].dump(), "{}");
  const auto list = host().loans_list->list(context(), "RO1", 10);
  ASSERT_TRUE(list);
  ASSERT_EQ(list->size(), 1U);
  EXPECT_EQ((*list)[0].dump(), R"({"barcode":"RO2"})");
  outcomes(host().loans_list->replace(context("l3"), {}));
  EXPECT_FALSE(copy("RO1").has("loan"));
  const auto none =
      outcomes(host().loans_list->remove(context("l4"), parse(R"([{"barcode":"RO1"}])").items()));
  EXPECT_EQ(none[0].code, "not_found");
}

TEST_F(Holdings, AThousandCopiesTakeWellUnderASecond) {
  Json::Array many;
  for (int number = 1; number <= 1000; ++number) {
    many.push_back(
        Json::object({{"barcode", "T" + std::to_string(number)},
                      {"title", "0000000001"},
                      {"number", Json::object({{"register", "T"}, {"number", number}})}}));
  }
  const auto start = std::chrono::steady_clock::now();
  ASSERT_EQ(outcomes(host().holdings_write->create(context("many"), many)).size(), 1000U);
  const auto took = std::chrono::steady_clock::now() - start;
  EXPECT_LT(std::chrono::duration<double>(took).count(), 3.0) << "even on a busy machine";
}

}  // namespace
}  // namespace metodica::standalone
