// The adapter inside Koha: what it reads and writes when Koha's own code answers.
#include <gmock/gmock.h>

#include "koha_fixture.hpp"

namespace metodica::koha::test {
namespace {

using testing::ElementsAre;

using Inside = KohaTest;

TEST_F(Inside, ShowsACopyInOurWords) {
  add_item("RO1", Json::object({{"inventory_number", "14501"},
                                {"location", "SL"},
                                {"checked_out_date", "2026-06-30"},
                                {"acquisition_date", "2026-01-15"},
                                {"acquisition_source", "Humanitas"},
                                {"home_library_id", "F3"}}));
  const Json found = copy("RO1");
  EXPECT_EQ(found["id"].text(), "0000001201");
  EXPECT_EQ(found["number"].dump(), R"({"register":"RI","number":14501})");
  EXPECT_EQ(found["branch"].text(), "F3");
  EXPECT_EQ(found["place"].text(), "sala");
  EXPECT_EQ(found["price"].text(), "45.5000");
  EXPECT_EQ(found["state"].text(), "available");
  EXPECT_EQ(found["loan"].dump(), R"({"due":"2026-06-30"})");
  EXPECT_EQ(found["title"].text(), "0000000017");
  EXPECT_EQ(found["acquired"].text(), "2026-01-15");
  EXPECT_EQ(found["source"].text(), "Humanitas");
}

TEST_F(Inside, WalksInPagesById) {
  data_.fill(2500, title_);
  const auto all = walked();
  ASSERT_EQ(all.size(), 2500U);
  EXPECT_EQ(std::count(koha_.asked.begin(), koha_.asked.end(), "items.walk"), 3);
  const auto rest = walked(all[999]["id"].text());
  EXPECT_EQ(rest.size(), 1500U);
  EXPECT_EQ(rest.front(), all[1000]);
  EXPECT_EQ(walked("", Json::object({{"branch", "F3"}})).size(), 833U);
}

TEST_F(Inside, FindsByInventoryNumberOfEachRegister) {
  add_item("RO1", Json::object({{"inventory_number", "120"}}));
  add_item("RO2", Json::object({{"inventory_number", "P-120"}}));
  const std::vector<HostNumber> numbers{{"RP", 120}, {"RI", 120}, {"RI", 121}};
  const auto found = host().holdings->numbered(context(), numbers);
  ASSERT_TRUE(found);
  EXPECT_EQ((*found)[0]["barcode"].text(), "RO2");
  EXPECT_EQ((*found)[1]["barcode"].text(), "RO1");
  EXPECT_TRUE((*found)[2]["missing"].boolean());
}

TEST_F(Inside, WritesBackWhatTheRegistersKnow) {
  const std::int64_t id = add_item("RO1");
  const WriteOutcome done =
      change("RO1", Json::object({{"number", Json::object({{"register", "RI"}, {"number", 14501}})},
                                  {"call_number", "821.135.1 E55"},
                                  {"price", "52.0000"},
                                  {"replacement_price", "60.0000"},
                                  {"acquired", "2026-02-03"},
                                  {"source", "Humanitas"},
                                  {"udc", "821.135.1-1"}}));
  EXPECT_EQ(done.outcome, Outcome::done_confirmed);
  const Json& item = *data_.item(id);
  EXPECT_EQ(item["inventory_number"].text(), "14501");
  EXPECT_EQ(item["callnumber"].text(), "821.135.1 E55");
  EXPECT_EQ(item["purchase_price"].text(), "52.00");
  EXPECT_EQ(item["replacement_price"].text(), "60.00");
  EXPECT_EQ(item["acquisition_date"].text(), "2026-02-03");
  EXPECT_EQ(item["acquisition_source"].text(), "Humanitas");
  EXPECT_EQ(done.version, copy("RO1")["version"].text());
}

TEST_F(Inside, RefusesAChangeOfWhatOthersChanged) {
  const std::int64_t id = add_item("RO1");
  const Json seen = copy("RO1");
  data_.change_elsewhere(id, "callnumber", "82 X");
  const auto outcome = one(host().holdings_write->change(
      context("k"), {Json::object({{"id", seen["id"]},
                                   {"version", seen["version"]},
                                   {"set", Json::object({{"call_number", "821 E55 2"}})}})}));
  EXPECT_EQ(outcome.outcome, Outcome::refused);
  EXPECT_EQ(outcome.code, "newer_version");
  EXPECT_EQ((*data_.item(id))["callnumber"].text(), "82 X");
}

// The version has Koha's timestamp, which has whole seconds, and more.
TEST_F(Inside, SeesTwoChangesInOneSecond) {
  const std::int64_t id = add_item("RO1");
  const Json seen = copy("RO1");
  const std::string second = (*data_.item(id))["timestamp"].text();
  data_.change_elsewhere(id, "callnumber", "82 X");
  data_.change_elsewhere(id, "timestamp", second);
  static_cast<void>(data_.item(id));
  EXPECT_NE(copy("RO1")["version"], seen["version"]);
}

TEST_F(Inside, ALostAnswerIsNotAppliedTwice) {
  const std::int64_t id = add_item("RO1");
  const Json seen = copy("RO1");
  const Json item = Json::object({{"id", seen["id"]},
                                  {"version", seen["version"]},
                                  {"set", Json::object({{"call_number", "821 NOU"}})}});
  koha_.lose_next_write = true;
  const auto lost = host().holdings_write->change(context("k"), {item});
  EXPECT_FALSE(lost);
  EXPECT_EQ(data_.writes, 1);
  const auto again = one(host().holdings_write->change(context("k"), {item}));
  EXPECT_EQ(again.outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.writes, 1) << "the same change was applied twice";
  EXPECT_EQ((*data_.item(id))["callnumber"].text(), "821 NOU");
}

TEST_F(Inside, ALostCreateMakesNoSecondCopy) {
  koha_.lose_next_write = true;
  EXPECT_FALSE(host().holdings_write->create(context("k"), {new_copy("RO7", 7)}));
  const auto again = create(new_copy("RO7", 7), "k");
  EXPECT_EQ(again.outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.items().size(), 1U);
  EXPECT_EQ(again.id, "0000001201");
}

TEST_F(Inside, ACopyWithoutBarcodeIsToldByItsNumber) {
  Json plain = new_copy("", 8);
  EXPECT_EQ(create(plain, "k1").outcome, Outcome::done_confirmed);
  EXPECT_EQ(create(plain, "k2").outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.items().size(), 1U);
  plain.set("number", Json());
  EXPECT_EQ(create(plain, "k3").code, "no_barcode_and_no_number");
}

TEST_F(Inside, NewCopiesAreOnOrderAndHaveAReplacementPrice) {
  EXPECT_EQ(create(new_copy("RO7", 7)).outcome, Outcome::done_confirmed);
  const Json& item = data_.items().begin()->second;
  EXPECT_EQ(item["not_for_loan_status"].integer(), -1);
  EXPECT_EQ(item["replacement_price"].text(), "45.50");
  EXPECT_EQ(item["home_library_id"].text(), "CENTRU");
  EXPECT_EQ(copy("RO7")["state"].text(), "in_process");
}

// Koha lends by item type: a copy without one has no rules.
TEST_F(Inside, NewCopiesHaveTheItemTypeOfTheSettings) {
  EXPECT_EQ(create(new_copy("RO7", 7)).outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.items().rbegin()->second["item_type_id"].text(), "");
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  Json more = settings();
  auto made = library->create(core_.table(), more.set("item_type", "CARTE").dump());
  ASSERT_TRUE(made);
  adapter_ = *std::move(made);
  ASSERT_TRUE(adapter_->start());
  EXPECT_EQ(create(new_copy("RO8", 8), "k8").outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.items().rbegin()->second["item_type_id"].text(), "CARTE");
  const auto wrong = library->create(core_.table(), more.set("item_type", "MAI-LUNG-DE-10").dump());
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().message, "koha.setting_wrong");
}

TEST_F(Inside, ARegisterNumberBelongsToOneCopy) {
  add_item("RO1", Json::object({{"inventory_number", "7"}}));
  EXPECT_EQ(create(new_copy("RO2", 7)).code, "number_in_use");
  add_item("RO3", Json::object({{"inventory_number", "9"}, {"home_library_id", "ALTA"}}));
  EXPECT_EQ(create(new_copy("RO4", 9)).outcome, Outcome::done_confirmed);
}

TEST_F(Inside, StatesUseKohasCodes) {
  const std::int64_t id = add_item("RO1");
  const auto set = [&](const std::string& state) {
    const Json now = copy("RO1");
    return one(host().holdings_write->set_state(
        context("k"),
        {Json::object({{"id", now["id"]}, {"version", now["version"]}, {"state", state}})}));
  };
  EXPECT_EQ(set("missing").outcome, Outcome::done_confirmed);
  EXPECT_EQ((*data_.item(id))["lost_status"].integer(), 4);
  EXPECT_EQ(set("damaged").outcome, Outcome::done_confirmed);
  EXPECT_EQ((*data_.item(id))["lost_status"].integer(), 0);
  EXPECT_EQ((*data_.item(id))["damaged_status"].integer(), 1);
  EXPECT_EQ(set("available").outcome, Outcome::done_confirmed);
  EXPECT_EQ(copy("RO1")["state"].text(), "available");
  EXPECT_EQ(set("sold").code, "invalid_state");
}

TEST_F(Inside, WithdrawsButNotFromAReader) {
  const std::int64_t here = add_item("RO1");
  add_item("RO2", Json::object({{"checked_out_date", "2026-06-30"}}));
  const auto retire = [&](const std::string& barcode) {
    const Json now = copy(barcode);
    return one(host().holdings_write->retire(
        context("k" + barcode), {Json::object({{"id", now["id"]}, {"version", now["version"]}})}));
  };
  EXPECT_EQ(retire("RO1").outcome, Outcome::done_confirmed);
  EXPECT_EQ((*data_.item(here))["withdrawn"].integer(), 1);
  EXPECT_EQ(retire("RO1").outcome, Outcome::done_confirmed) << "asked again after a lost answer";
  EXPECT_EQ(data_.writes, 1);
  EXPECT_EQ(retire("RO2").code, "on_loan");
}

TEST_F(Inside, OtherLibrariesAreOutOfReach) {
  const std::int64_t id = add_item("RO1", Json::object({{"home_library_id", "ALTA"}}));
  EXPECT_TRUE(copy("RO1")["missing"].boolean());
  EXPECT_TRUE(walked().empty());
  const auto outcome = one(host().holdings_write->change(
      context("k"), {Json::object({{"id", std::to_string(id)},
                                   {"version", "x"},
                                   {"set", Json::object({{"call_number", "1"}})}})}));
  EXPECT_EQ(outcome.code, "not_found");
}

TEST_F(Inside, KohasPermissionsBecomeRoles) {
  const auto roles = [&](const char* user) {
    const auto who = host().identity->who(context(), Json::object({{"user", user}}));
    EXPECT_TRUE(who);
    return who ? (*who)["roles"].dump() : "";
  };
  EXPECT_EQ(roles("mpop"), R"(["commission","librarian","reader"])");
  EXPECT_EQ(roles("cititor"), "[]");
  EXPECT_EQ(roles("sef"),
            R"(["accountant","administrator","commission","keeper","librarian","manager",)"
            R"("methodologist","reader"])");
  const auto who = host().identity->who(context(), Json::object({{"user", "mpop"}}));
  EXPECT_EQ((*who)["branch"].text(), "F3");
  EXPECT_EQ((*who)["library"].text(), "57706");
  EXPECT_EQ(host().identity->who(context(), Json::object({{"user", "x"}})).error().status,
            METODICA_NOT_FOUND);
  EXPECT_EQ(host().identity->who(context(), Json::object({{"session", "old"}})).error().status,
            METODICA_DENIED);
}

TEST_F(Inside, WhoSignsIsNamed) {
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  auto made = library->create(
      core_.table(),
      settings().set("role_manager", "user:cititor").set("role_keeper", "tools.inventory").dump());
  ASSERT_TRUE(made);
  adapter_ = *std::move(made);
  ASSERT_TRUE(adapter_->start());
  const auto may = [&](const char* user, const char* role, const char* branch = "") {
    const auto answer = host().identity->may(
        context(),
        Json::object({{"user", user}, {"library", "57706"}, {"branch", branch}, {"role", role}}));
    return answer && *answer;
  };
  EXPECT_TRUE(may("cititor", "manager"));
  EXPECT_FALSE(may("mpop", "manager"));
  EXPECT_TRUE(may("mpop", "keeper", "F3"));
  EXPECT_FALSE(may("mpop", "keeper", "F4")) << "of another branch";
}

TEST_F(Inside, TheTreeHasParentsFirst) {
  std::vector<std::string> lines;
  ASSERT_TRUE(host().libraries->tree(context(), [&](const Json& line) {
    lines.push_back(line["id"].text() + "<" + line["parent"].text() + ":" + line["code"].text());
    return true;
  }));
  EXPECT_THAT(lines, ElementsAre("CENTRU<:57706", "ALTA<:54975", "F3<CENTRU:F3",
                                 "LOC-SL<CENTRU:sala", "LOC-IMPR<CENTRU:IMPR"));
}

TEST_F(Inside, ReadsAndWritesRecordsOfBothFlavours) {
  for (const char* const flavour : {"UNIMARC", "MARC21"}) {
    data_.flavour = flavour;
    open();
    const auto made = one(host().titles_write->create(
        context(std::string("k") + flavour),
        {Json::object({{"as", "title"},
                       {"title", Json::object({{"title", "Poezii"},
                                               {"udc", Json::array({"821.135.1-1"})}})}})}));
    ASSERT_EQ(made.outcome, Outcome::done_confirmed) << flavour;
    const std::vector<std::string> ids{made.id};
    const auto read = host().titles->read(context(), ids, "title");
    ASSERT_TRUE(read) << read.error().message;
    EXPECT_EQ(read->front()["title"].text(), "Poezii") << flavour;
    EXPECT_EQ(read->front()["udc"].dump(), R"(["821.135.1-1"])") << flavour;
    const auto about = host().info->describe(context());
    ASSERT_TRUE(about);
    EXPECT_EQ((*about)["formats"].dump(),
              std::string(flavour) == "UNIMARC" ? R"(["unimarc"])" : R"(["marc21"])");
  }
}

// Seen in a real Koha: with UNIMARC its column of authors is filled from 200 $f alone.
TEST_F(Inside, AUnimarcRecordNamesItsAuthorIn200) {
  data_.flavour = "UNIMARC";
  open();
  const Json author = Json::object({{"name", "Rebreanu, Liviu"}});
  const auto made = one(host().titles_write->create(
      context("k"),
      {Json::object(
          {{"as", "title"},
           {"title", Json::object({{"title", "Ion"}, {"authors", Json::array({author})}})}})}));
  ASSERT_EQ(made.outcome, Outcome::done_confirmed);
  EXPECT_THAT(data_.titles().rbegin()->second["marcxml"].text(),
              testing::HasSubstr(R"(<subfield code="f">Liviu Rebreanu</subfield>)"));
}

// Items are no part of Koha's records: 952 in MARC 21 and 995 in UNIMARC come from reading.
TEST_F(Inside, NoItemFieldGoesIntoARecord) {
  std::string xml = record_of("UNIMARC", "Cu exemplar");
  xml.insert(
      xml.find("</record>"),
      R"(<datafield tag="995" ind1=" " ind2=" "><subfield code="f">RO1</subfield></datafield>)");
  const auto made = one(host().titles_write->create(
      context("k"), {Json::object({{"as", "marcxml"}, {"marc", xml}})}));
  ASSERT_EQ(made.outcome, Outcome::done_confirmed);
  EXPECT_EQ(data_.titles().rbegin()->second["marcxml"].text().find("995"), std::string::npos);
  const auto other = one(host().titles_write->create(
      context("k2"), {Json::object({{"as", "marcxml"}, {"marc", record_of("MARC21", "Alt")}})}));
  EXPECT_EQ(other.code, "other_format");
}

TEST_F(Inside, ALostTitleIsNotMadeTwice) {
  const Json item = Json::object({{"as", "title"}, {"title", Json::object({{"title", "Odă"}})}});
  koha_.lose_next_write = true;
  EXPECT_FALSE(host().titles_write->create(context("k"), {item}))
      << "nobody knows: the same call must come again under the same key";
  EXPECT_EQ(one(host().titles_write->create(context("k"), {item})).outcome,
            Outcome::done_confirmed);
  EXPECT_EQ(data_.titles().size(), 2U);
}

TEST_F(Inside, ChangesOfTitlesGoOnFromTheirCursor) {
  data_.add_title(record_of("UNIMARC", "Doi"), "Doi");
  std::vector<Json> lines;
  const auto take = [&](const Json& line) {
    lines.push_back(line);
    return true;
  };
  ASSERT_TRUE(host().titles->changes(context(), "", 1000, take));
  ASSERT_EQ(lines.size(), 2U);
  const std::string cursor = lines.front()["cursor"].text();
  lines.clear();
  ASSERT_TRUE(host().titles->changes(context(), cursor, 1000, take));
  EXPECT_EQ(lines.size(), 1U);
  EXPECT_EQ(host().titles->changes(context(), "nonsense", 1, take).error().status,
            METODICA_CONFLICT);
}

TEST_F(Inside, OffersOnlyWhatKohaAnswers) {
  EXPECT_TRUE(host().holdings_write->abilities()->can_write("create")) << "nobody has asked yet";
  koha_.unknown = {"items.create", "titles.create", "vendors"};
  open();
  ASSERT_TRUE(host().info->describe(context()));
  EXPECT_FALSE(host().holdings_write->abilities()->can_write("create"));
  EXPECT_TRUE(host().holdings_write->abilities()->can_write("change"));
  EXPECT_EQ(host().acquisitions->vendors(context(), "", 10).error().status, METODICA_UNSUPPORTED);
}

// Else the queue would try for ever what this Koha never does.
TEST_F(Inside, WhatKohaCannotDoIsRefusedItemByItem) {
  koha_.unknown = {"items.create"};
  const auto outcome = create(new_copy("RO7", 7));
  EXPECT_EQ(outcome.outcome, Outcome::refused);
  EXPECT_EQ(outcome.code, "unsupported");
}

TEST_F(Inside, ACommandOutsideOfKohaIsToldSo) {
  CoreTable outside{{}};
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  auto made = library->create(outside.table(), settings().dump());
  ASSERT_TRUE(made);
  const CoreTable::Inside inside(outside);
  ASSERT_TRUE((*made)->start());
  const std::vector<std::string> barcodes{"RO1"};
  EXPECT_EQ((*made)->host().holdings->copies(context(), barcodes).error().message,
            "koha.not_inside");
  const auto checks = (*made)->host().info->self_test(context());
  ASSERT_TRUE(checks);
  EXPECT_EQ(checks->front()["result"].text(), "skipped") << "no fault of the set-up";
}

TEST_F(Inside, AKohaThatDiesIsToldAndNothingIsLost) {
  add_item("RO1");
  const Json seen = copy("RO1");
  koha_.dies = true;
  const std::vector<std::string> barcodes{"RO1"};
  const auto read = host().holdings->copies(context(), barcodes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().message, "koha.died");
  koha_.dies = false;
  koha_.broken = "<html>";
  EXPECT_EQ(host().holdings->copies(context(), barcodes).error().message, "koha.answer_damaged");
  koha_.broken.clear();
  EXPECT_EQ(copy("RO1"), seen);
}

}  // namespace
}  // namespace metodica::koha::test
