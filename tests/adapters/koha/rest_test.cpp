// The adapter outside Koha when all goes well: lists, records, acquisition, older Kohas.
#include <gmock/gmock.h>

#include "rest_fixture.hpp"

namespace metodica::koha::test {
namespace {

using Rest = RestTest;

TEST_F(Rest, ReadsTheSameCopiesAsFromInside) {
  data_.fill(2300, title_);
  const auto outside = walked();
  ASSERT_EQ(outside.size(), 2300U);
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  auto made = library->create(core_.table(), KohaTest::settings().dump());
  ASSERT_TRUE(made);
  adapter_ = *std::move(made);
  ASSERT_TRUE(adapter_->start());
  const auto inside = walked();
  ASSERT_EQ(inside.size(), outside.size());
  for (std::size_t at = 0; at < inside.size(); ++at) {
    ASSERT_EQ(inside[at].dump(), outside[at].dump());
  }
}

TEST_F(Rest, WritesBackAndReadsBack) {
  const std::int64_t id = add_item("RO1", Json::object({{"extended_subfields", Json()}}));
  const auto done =
      change("RO1", Json::object({{"number", Json::object({{"register", "RP"}, {"number", 9}})},
                                  {"price", "52.5000"},
                                  {"replacement_price", "60.0000"},
                                  {"acquired", "2026-02-03"},
                                  {"source", "Donație"}}));
  EXPECT_EQ(done.outcome, Outcome::done_confirmed);
  const Json& item = *data_.item(id);
  EXPECT_EQ(item["inventory_number"].text(), "P-9");
  EXPECT_EQ(item["purchase_price"].text(), "52.50");
  EXPECT_EQ(item["acquisition_source"].text(), "Donație");
  EXPECT_EQ(copy("RO1")["price"].text(), "52.5000");
}

// Kohas of 2023 refuse a change that does not name the record and all states of the item.
TEST_F(Rest, NamesWhatKohaDemandsInEveryChange) {
  rest_.whole_items = true;
  const std::int64_t id =
      add_item("RO1", Json::object({{"extended_subfields", Json()}, {"damaged_status", 1}}));
  EXPECT_EQ(change("RO1", Json::object({{"price", "52.5000"}})).outcome, Outcome::done_confirmed);
  EXPECT_EQ((*data_.item(id))["purchase_price"].text(), "52.50");
  EXPECT_EQ((*data_.item(id))["damaged_status"].integer(), 1) << "a state nobody spoke of";
  EXPECT_EQ(create(new_copy("RO7", 7)).outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.items().rbegin()->second["withdrawn"].integer(-1), 0);
}

TEST_F(Rest, ALostCreateMakesNoSecondCopy) {
  Fault lost{"POST", "/biblios/"};
  lost.cut = true;
  rest_.add(lost);
  EXPECT_TRUE(create(new_copy("RO7", 7)).retry);
  rest_.clear_faults();
  EXPECT_EQ(create(new_copy("RO7", 7)).outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.items().size(), 1U);
}

TEST_F(Rest, ALostTitleIsFoundByItsMark) {
  const Json item = Json::object({{"as", "title"}, {"title", Json::object({{"title", "Odă"}})}});
  Fault lost{"POST", "/biblios"};
  lost.cut = true;
  rest_.add(lost);
  EXPECT_FALSE(host().titles_write->create(context("k"), {item}))
      << "nobody knows: the same call must come again under the same key";
  rest_.clear_faults();
  const auto again = one(host().titles_write->create(context("k"), {item}));
  EXPECT_EQ(again.outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.titles().size(), 2U);
  EXPECT_EQ(one(host().titles_write->create(context("other"), {item})).outcome,
            Outcome::done_confirmed)
      << "another write of the same title is another record";
  EXPECT_EQ(data_.titles().size(), 3U);
}

TEST_F(Rest, AnIdenticalTitleInKohaIsRefusedByIt) {
  rest_.add({"POST", "/biblios", 400, R"({"error":"Duplicate biblio 17"})"});
  const auto outcome = one(host().titles_write->create(
      context("k"),
      {Json::object({{"as", "title"}, {"title", Json::object({{"title", "Odă"}})}})}));
  EXPECT_EQ(outcome.code, "duplicate_title");
}

TEST_F(Rest, FindsAndReplacesRecords) {
  data_.add_title(record_of("UNIMARC", "Poezii alese"), "Poezii alese");
  const auto found =
      host().titles->find(context(), Json::object({{"text", "poezii alese"}, {"limit", 5}}));
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->size(), 1U);
  const Json title = found->front();
  EXPECT_EQ(title["publisher"].text(), "Minerva");
  const auto replace = [&](const std::string& version) {
    return one(host().titles_write->replace(
        context("k"), {Json::object({{"id", title["id"]},
                                     {"version", version},
                                     {"as", "marcxml"},
                                     {"marc", record_of("UNIMARC", "Poezii noi")}})}));
  };
  EXPECT_EQ(replace("0123").code, "newer_version");
  EXPECT_EQ(replace(title["version"].text()).outcome, Outcome::done_confirmed);
  EXPECT_EQ(replace(title["version"].text()).outcome, Outcome::done_confirmed) << "sent again";
  EXPECT_EQ(host().titles->find(context(), Json::object({{"udc", "82"}})).error().status,
            METODICA_UNSUPPORTED);
}

TEST_F(Rest, TheFlavourIsToldByTheFirstRecord) {
  const auto about = host().info->describe(context());
  ASSERT_TRUE(about);
  EXPECT_EQ((*about)["formats"].dump(), R"(["unimarc"])");
  EXPECT_FALSE((*about).has("version")) << "Koha says it nowhere over REST";
}

TEST_F(Rest, ReadsAcquisition) {
  data_.rows["vendors"] = {Json::object({{"id", 4}, {"name", "Humanitas"}})};
  data_.rows["funds"] = {
      Json::object({{"fund_id", 7}, {"name", "Buget local"}, {"total_amount", 50000}})};
  data_.rows["suggestions"] = {Json::object({{"suggestion_id", 9},
                                             {"title", "Cartea cerută"},
                                             {"quantity", "2"},
                                             {"suggestion_date", "2026-02-01"}})};
  const auto vendors = host().acquisitions->vendors(context(), "", 10);
  ASSERT_TRUE(vendors);
  EXPECT_EQ(vendors->front().dump(), R"({"id":"0000000004","name":"Humanitas"})");
  const auto funds = host().acquisitions->funds(context(), "", 10);
  ASSERT_TRUE(funds);
  EXPECT_EQ(funds->front()["given"].text(), "50000.0000");
  EXPECT_FALSE(funds->front().has("spent"));
  const auto requests = host().acquisitions->requests(context(), "", 10);
  ASSERT_TRUE(requests);
  EXPECT_EQ(requests->front()["copies"].integer(), 2);
  EXPECT_EQ(requests->front()["asked_at"].text(), "2026-02-01");
}

// 19.06 has no items over REST, no paging of vendors, and calls an undeclared parameter an error.
TEST_F(Rest, AnOldKohaOffersLittleButThatWorks) {
  rest_.old_lists = true;
  rest_.missing_paths = {"get /items", "get /items/{item_id}", "get /biblios", "post /biblios",
                         "put /biblios/{biblio_id}/items/{item_id}"};
  data_.rows["vendors"] = {Json::object({{"id", 9}, {"name", "B"}}),
                           Json::object({{"id", 4}, {"name", "A"}})};
  const auto vendors = host().acquisitions->vendors(context(), "", 10);
  ASSERT_TRUE(vendors) << vendors.error().message;
  EXPECT_EQ(vendors->front()["name"].text(), "A");
  const std::vector<std::string> barcodes{"RO1"};
  EXPECT_EQ(host().holdings->copies(context(), barcodes).error().status, METODICA_UNSUPPORTED);
}

TEST_F(Rest, IdentityComesFromInsideOnly) {
  EXPECT_EQ(host().identity->who(context(), Json::object({{"user", "mpop"}})).error().status,
            METODICA_UNSUPPORTED);
}

TEST_F(Rest, WrongSettingsAreTold) {
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  const auto problem = [&](const char* key, const char* value) {
    Json given = settings();
    given.set(key, value);
    const auto made = library->create(core_.table(), given.dump());
    EXPECT_FALSE(made) << key;
    return made ? std::string() : made.error().message + ":" + made.error().field;
  };
  EXPECT_EQ(problem("way", "sql"), "koha.setting_wrong:way");
  EXPECT_EQ(problem("url", "koha.example.ro"), "koha.setting_wrong:url");
  EXPECT_EQ(problem("client_file", "secret"), "koha.setting_wrong:client_file");
  EXPECT_EQ(problem("client_file", ""), "koha.setting_missing:client_file");
  EXPECT_EQ(problem("time_limit", "0"), "koha.setting_wrong:time_limit");
  EXPECT_EQ(problem("state_missing", "lost_status:0"), "koha.setting_wrong:state_missing");
  EXPECT_EQ(problem("libraries", "CENTRU"), "koha.setting_wrong:libraries");
  EXPECT_EQ(problem("flavor", "MARC21"), "loader.unknown_setting:flavor");
}

}  // namespace
}  // namespace metodica::koha::test
