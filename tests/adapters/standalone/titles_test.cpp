// Titles of the standalone catalogue through door 2.
#include <gmock/gmock.h>

#include "standalone_fixture.hpp"

namespace metodica::standalone {
namespace {

using testing::ElementsAre;
using Titles = StandaloneTest;

constexpr std::string_view luceafarul = R"([{"as":"title","title":{
  "control_number":"RO123","title":"Luceafărul","subtitle":"poezii",
  "authors":[{"name":"Eminescu, Mihai","role":"aut"},{"name":"Perpessicius","role":"edt"}],
  "place":"București","publisher":"Minerva","year":"1989","pages":"214 p.","size":"20 cm",
  "series":["Biblioteca pentru toți ; 1300"],"isbn":["973-21-0123-7"],"languages":["rum"],
  "udc":["821.135.1-1"],"subjects":["literatură română"],"kind":"book"}}])";

std::vector<std::string> ids_of(const Result<std::vector<Json>>& lines) {
  std::vector<std::string> ids;
  EXPECT_TRUE(lines) << lines.error().message;
  if (lines) {
    for (const Json& line : *lines) {
      ids.push_back(line["id"].text());
    }
  }
  return ids;
}

TEST_F(Titles, ATitleComesBackAsItWasGiven) {
  const auto made = create_titles("k1", luceafarul);
  ASSERT_EQ(made.size(), 1U);
  EXPECT_EQ(made[0], (WriteOutcome{Outcome::done_confirmed, false, "0000000001", "1", ""}));
  const std::vector<std::string> ids{"0000000001", "0000000009"};
  const auto read = host().titles->read(context(), ids, "title");
  ASSERT_TRUE(read);
  Json expected = parse(luceafarul).items()[0]["title"];
  for (const auto& [name, value] : expected.members()) {
    EXPECT_EQ((*read)[0][name].dump(), value.dump()) << name;
  }
  EXPECT_EQ((*read)[0]["version"].text(), "1");
  EXPECT_EQ((*read)[1].dump(), R"({"id":"0000000009","missing":true})");
}

TEST_F(Titles, TheSameKeyAnswersTheSameAndWritesNothing) {
  const auto first = create_titles("k1", luceafarul);
  EXPECT_EQ(create_titles("k1", luceafarul), first);
  const auto other = create_titles("k2", luceafarul);
  ASSERT_EQ(other.size(), 1U);
  EXPECT_EQ(other[0].outcome, Outcome::refused);
  EXPECT_EQ(other[0].code, "control_number_in_use");
  open();  // in another process, later
  EXPECT_EQ(create_titles("k1", luceafarul), first);
}

TEST_F(Titles, AKeyWithAnotherRequestIsAConflict) {
  create_titles("k1", luceafarul);
  const auto answer = host().titles_write->create(
      context("k1"), parse(R"([{"as":"title","title":{"title":"Alt titlu"}}])").items());
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().status, METODICA_CONFLICT);
}

TEST_F(Titles, FoundByEveryKey) {
  create_titles("k1", luceafarul);
  create_titles("k2", R"([{"title":{"title":"Ion","udc":["821.135.1-31"]}},
                          {"title":{"title":"Flora","udc":["582"],"isbn":["9789734611119"]}}])");
  const auto find = [&](std::string_view query) {
    return ids_of(host().titles->find(context(), parse(query)));
  };
  EXPECT_THAT(find(R"({"text":"LUCEAFARUL eminescu"})"), ElementsAre("0000000001"));
  EXPECT_THAT(find(R"({"text":"lucea"})"), ElementsAre("0000000001"));
  EXPECT_THAT(find(R"({"isbn":"9789732101230"})"), ElementsAre("0000000001"));
  EXPECT_THAT(find(R"({"control_number":"RO123"})"), ElementsAre("0000000001"));
  EXPECT_THAT(find(R"({"udc":"821.135.1"})"), ElementsAre("0000000001", "0000000002"));
  EXPECT_THAT(find(R"({"udc":"821.135.1","limit":1,"after":"0000000001"})"),
              ElementsAre("0000000002"));
  EXPECT_THAT(find(R"({"text":"ion","udc":"582"})"), ElementsAre());
  EXPECT_THAT(find(R"({"text":"flora","udc":"58"})"), ElementsAre("0000000003"));
}

TEST_F(Titles, AQueryForNothingIsRefused) {
  const auto answer = host().titles->find(context(), parse(R"({"text":" - "})"));
  ASSERT_FALSE(answer);
  EXPECT_EQ(answer.error().status, METODICA_INVALID);
}

TEST_F(Titles, ATitleWithoutControlNumberGetsOne) {
  create_titles("k1", R"([{"title":{"title":"Ion"}},{"title":{"title":"Ion"}}])");
  const std::vector<std::string> ids{"0000000001", "0000000002"};
  const auto read = host().titles->read(context(), ids, "title");
  ASSERT_TRUE(read);
  EXPECT_EQ((*read)[0]["control_number"].text(), "MS0000000001");
  EXPECT_EQ((*read)[1]["control_number"].text(), "MS0000000002");
}

TEST_F(Titles, ReplacingNeedsTheVersionThatWasRead) {
  create_titles("k1", luceafarul);
  const auto replace = [&](const std::string& key, const std::string& version,
                           const std::string& id) {
    return outcomes(host().titles_write->replace(
        context(key),
        {Json::object({{"id", id},
                       {"version", version},
                       {"as", "title"},
                       {"title", Json::object({{"title", "Odă în metru antic"}})}})}))[0];
  };
  EXPECT_EQ(replace("r1", "1", "0000000001"),
            (WriteOutcome{Outcome::done_confirmed, false, "0000000001", "2", ""}));
  EXPECT_EQ(replace("r2", "1", "0000000001").code, "newer_version");
  EXPECT_EQ(replace("r3", "1", "0000000007").code, "not_found");
  // The old words and keys are gone, the control number stayed.
  EXPECT_THAT(ids_of(host().titles->find(context(), parse(R"({"text":"luceafarul"})"))),
              ElementsAre());
  EXPECT_THAT(ids_of(host().titles->find(context(), parse(R"({"isbn":"9732101237"})"))),
              ElementsAre());
  EXPECT_THAT(
      ids_of(host().titles->find(context(), parse(R"({"text":"metru","control_number":"RO123"})"))),
      ElementsAre("0000000001"));
}

TEST_F(Titles, MarcGoesInAndOutInBothForms) {
  const std::string xml =
      R"(<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam a2200000 a 4500</leader>)"
      R"(<controlfield tag="001">LC1</controlfield><datafield tag="245" ind1="1" ind2="0">)"
      R"(<subfield code="a">Țara de sus</subfield></datafield></record>)";
  const auto made = outcomes(host().titles_write->create(
      context("k1"), {Json::object({{"as", "marcxml"}, {"marc", xml}}),
                      Json::object({{"as", "marcxml"}, {"marc", "<html/>"}}),
                      Json::object({{"as", "iso2709"}, {"marc", "!"}})}));
  ASSERT_EQ(made.size(), 3U);
  EXPECT_EQ(made[0].outcome, Outcome::done_confirmed);
  EXPECT_EQ(made[1].code, "not_marc");
  EXPECT_EQ(made[2].code, "not_marc");
  const std::vector<std::string> ids{made[0].id};
  const auto iso = host().titles->read(context(), ids, "iso2709");
  ASSERT_TRUE(iso);
  const std::string record = (*iso)[0]["marc"].text();
  const auto again = outcomes(host().titles_write->replace(
      context("k2"),
      {Json::object({{"id", ids[0]}, {"version", "1"}, {"as", "iso2709"}, {"marc", record}})}));
  EXPECT_EQ(again[0].version, "2");
  const auto out = host().titles->read(context(), ids, "marcxml");
  ASSERT_TRUE(out);
  EXPECT_THAT((*out)[0]["marc"].text(), testing::HasSubstr("Țara de sus"));
  EXPECT_EQ(host().titles->read(context(), ids, "pdf").error().status, METODICA_INVALID);
}

TEST_F(Titles, ChangesAreToldOldestFirstFromACursor) {
  create_titles("k1", R"([{"title":{"title":"Unu"}},{"title":{"title":"Doi"}}])");
  outcomes(host().titles_write->replace(
      context("k2"), {parse(R"({"id":"0000000001","version":"1","title":{"title":"Trei"}})")}));
  std::vector<std::string> told;
  std::string cursor;
  const auto collect = [&](const Json& line) {
    told.push_back(line["id"].text() + " " + line["change"].text() + " " + line["version"].text());
    cursor = line["cursor"].text();
    return true;
  };
  ASSERT_TRUE(host().titles->changes(context(), "", 1, collect));
  EXPECT_THAT(told, ElementsAre("0000000002 created 1"));
  ASSERT_TRUE(host().titles->changes(context(), cursor, 1000, collect));
  EXPECT_THAT(told, ElementsAre("0000000002 created 1", "0000000001 changed 2"));
  const auto unknown = host().titles->changes(context(), "0000000099", 10, collect);
  ASSERT_FALSE(unknown);
  EXPECT_EQ(unknown.error().status, METODICA_CONFLICT);
}

}  // namespace
}  // namespace metodica::standalone
