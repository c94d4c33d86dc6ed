// The yearly return and the daily notebook through door 1, from both sides.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <iostream>

#include "json/base64.hpp"
#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::Contains;
using testing::HasSubstr;
using testing::Not;

constexpr const char* county = "57706";
constexpr const char* node = "57707";
constexpr std::int64_t place = 55473;

constexpr const char* directory =
    "siruta,name,type,population_2021,library_name,methodical_centre,has_branches\n"
    "55473,Aghireșu,commune,5691,Biblioteca Comunală Aghireșu,,\n"
    "55918,Aiton,commune,1055,Biblioteca Comunală Aiton,,\n";

Json of(std::int64_t siruta) {
  return Json::object({{"year", 2025}, {"siruta", siruta}});
}

Json cell(const char* code, const char* value, std::int64_t revision = 0, const char* was = "") {
  return Json::object({{"code", code}, {"value", value}, {"revision", revision}, {"was", was}});
}

class Statistics : public DoorTest {
 protected:
  void prepare() override {
    door().good("coordination.import_units",
                Json::object({{"file", Json::object({{"name", "units.csv"},
                                                     {"base64", base64_encoded(directory)}})}}));
  }

  Json keep(std::int64_t siruta, Json::Array cells) {
    Json args = of(siruta);
    args.set("cells", std::move(cells));
    return door().good("coordination.return.keep", args);
  }
  Json check(std::int64_t siruta) { return door().good("coordination.return.check", of(siruta)); }
  Json decide(std::int64_t siruta, const char* decision, const char* reason = "") {
    Json args = of(siruta);
    args.set("decision", decision).set("reason", reason);
    return door().call("coordination.decide", args);
  }
  static std::vector<std::string> keys(const Json& checked) {
    std::vector<std::string> all;
    for (const Json& finding : checked["findings"].items()) {
      if (finding["open"].boolean())
        all.push_back(finding["key"].text());
    }
    return all;
  }
  // A small form, so that a return is filled in with a few figures.
  void load_small_form() {
    const char* form =
        R"json({"name":"small","title":"Mic","chapters":[{"code":"c","title":"C","items":[
        {"code":"visits","label":"Vizite"},{"code":"loans","label":"Împrumuturi"}]}],
        "rules":[{"code":"unanswered","severity":"critical","breaks":"not answered(x)",
        "each":["required"],"text":"Fără răspuns: {label}"},
        {"code":"few_visits","breaks":"visits < loans / 20","at":["visits"],"text":"Puține vizite"}]
  })json";
    door().good(
        "coordination.load_form",
        Json::object(
            {{"file", Json::object({{"name", "f.json"}, {"base64", base64_encoded(form)}})}}));
    open_campaign("small");
  }
  void open_campaign(const char* form) {
    door().good(
        "coordination.keep_campaign",
        Json::object(
            {{"year", 2025}, {"opens", "2026-01-05"}, {"deadline", "2026-02-28"}, {"form", form}}));
  }
};

TEST_P(Statistics, AReturnGoesItsWayAndReopeningKeepsTheOldVersion) {
  load_small_form();
  EXPECT_EQ(check(place)["state"].text(), "empty");
  keep(place, {cell("visits", "10"), cell("loans", "1000")});
  EXPECT_THAT(keys(check(place)), testing::ElementsAre("few_visits"));
  const Json early = door().call("coordination.return_submit", of(place));
  EXPECT_EQ(early["message"].text(), "return.open_points");
  Json notes = Json::object({{"year", "2025"}, {"siruta", std::to_string(place)}});
  notes.set(
      "answers",
      Json::array({Json::object({{"rule", "few_visits"}, {"note", "contorul s-a stricat"}})}));
  door().good("coordination.return_answers", notes);
  door().good("coordination.return_submit", of(place));
  EXPECT_EQ(check(place)["state"].text(), "submitted");

  Json late = of(place);
  late.set("cells", Json::array({cell("visits", "11", 1, "10")}));
  EXPECT_EQ(door().call("coordination.return.keep", late)["message"].text(), "return.closed");
  EXPECT_EQ(decide(place, "locked")["message"].text(), "return.no_step");
  EXPECT_EQ(decide(place, "returned")["message"].text(), "return.reason_needed");
  decide(place, "accepted");
  decide(place, "locked");
  decide(place, "published");
  EXPECT_EQ(check(place)["state"].text(), "published");
  decide(place, "reopened", "vizitele lui decembrie lipsesc");
  EXPECT_EQ(check(place)["state"].text(), "returned");
  keep(place, {cell("visits", "60", 1, "10")});
  const std::string history = door().good("coordination.return_history", of(place)).dump();
  EXPECT_THAT(history, HasSubstr("vizitele lui decembrie lipsesc"));
  EXPECT_THAT(history, HasSubstr("\"10\"")) << "the old version is shown beside the new one";
  EXPECT_THAT(history, HasSubstr("\"60\""));
}

TEST_P(Statistics, NotesTravelToTheNextYear) {
  load_small_form();
  keep(place, {cell("visits", "10"), cell("loans", "1000")});
  Json notes = Json::object({{"year", "2025"}, {"siruta", std::to_string(place)}});
  notes.set("answers",
            Json::array({Json::object({{"rule", "few_visits"}, {"note", "fără contor"}})}));
  door().good("coordination.return_answers", notes);
  door().good("coordination.keep_campaign", Json::object({{"year", 2026},
                                                          {"opens", "2026-01-05"},
                                                          {"deadline", "2027-02-28"},
                                                          {"form", "small"}}));
  Json next = Json::object({{"year", 2026}, {"siruta", place}});
  Json args = next;
  args.set("cells", Json::array({cell("visits", "11"), cell("loans", "900")}));
  const Json kept = door().good("coordination.return.keep", args);
  ASSERT_EQ(kept["findings"].items().size(), 1U) << kept.dump();
  EXPECT_EQ(kept["findings"].items().front()["last_note"].text(), "fără contor");
  EXPECT_TRUE(kept["findings"].items().front()["open"].boolean());
}

TEST_P(Statistics, TwoPeopleInOneForm) {
  keep(place, {cell("visits", "100"), cell("loans", "200")});
  // Both have seen revision 1. The first changes visits; the second changes both.
  EXPECT_EQ(keep(place, {cell("visits", "120", 1, "100")})["kept"].integer(), 1);
  const Json second =
      keep(place, {cell("visits", "130", 1, "100"), cell("loans", "210", 1, "200")});
  EXPECT_EQ(second["kept"].integer(), 1);
  ASSERT_EQ(second["conflicts"].items().size(), 1U);
  EXPECT_EQ(second["conflicts"].items().front()["stands"].text(), "120");
  EXPECT_EQ(second["conflicts"].items().front()["typed"].text(), "130");
  // Who sends a cell as it was shown has not touched it: nothing is undone and nothing is said.
  const Json third = keep(place, {cell("visits", "100", 1, "100")});
  EXPECT_EQ(third["kept"].integer(), 0);
  EXPECT_TRUE(third["conflicts"].items().empty());
  EXPECT_THAT(door().good("coordination.return_origins", of(place)).dump(), HasSubstr("\"120\""));
}

TEST_P(Statistics, AnEmptyFieldIsNotZero) {
  keep(place, {cell("visits", "0"), cell("loans", "0")});
  EXPECT_THAT(keys(check(place)), Not(Contains("unanswered/visits")));
  Json args = of(place);
  args.set(
      "cells",
      Json::array({Json::object({{"code", "visits"}, {"kind", "not_counted"}, {"revision", 1}})}));
  EXPECT_EQ(door().good("coordination.return.keep", args)["cells"].items().front()["kind"].text(),
            "not_counted");
  args.set(
      "cells",
      Json::array({Json::object({{"code", "visits"}, {"kind", "not_counted"}, {"value", "3"}})}));
  const Json both = door().call("coordination.return.keep", args);
  EXPECT_EQ(both["message"].text(), "return.value_and_reason");
  EXPECT_EQ(both["field"].text(), "cells/0/value");
  // On a screen the reason chosen replaces the figure that still stands in the field.
  keep(place, {cell("loans", "7", 1, "0")});
  Json chosen = cell("loans", "7", 2, "7");
  chosen.set("kind", "not_applicable");
  const Json replaced = keep(place, {chosen});
  EXPECT_EQ(replaced["cells"].items().front()["kind"].text(), "not_applicable");
  args.set("cells", Json::array({cell("visits", "multe", 2)}));
  EXPECT_EQ(door().call("coordination.return.keep", args)["message"].text(), "survey.value");
}

TEST_P(Statistics, TheCountySetsRulesAndPointsAside) {
  load_small_form();
  keep(place, {cell("visits", "10"), cell("loans", "1000")});
  keep(55918, {cell("visits", "1"), cell("loans", "1000")});
  Json aside = of(place);
  aside.set("rule", "few_visits").set("off", true);
  door().good("coordination.set_aside", aside);
  EXPECT_EQ(keys(check(place)), std::vector<std::string>());
  EXPECT_THAT(keys(check(55918)), testing::ElementsAre("few_visits"));
  const Json closed = door().good("coordination.close_points",
                                  Json::object({{"year", 2025}, {"rule", "few_visits"}}));
  EXPECT_THAT(closed.dump(), HasSubstr("Întrebări închise: 1"));
  EXPECT_EQ(keys(check(55918)), std::vector<std::string>());
}

TEST_P(Statistics, TheCountySeesWhoIsMissingAndLate) {
  load_small_form();
  keep(place, {cell("visits", "100"), cell("loans", "1000")});
  door().good("coordination.return_submit", of(place));
  const std::string list =
      door().good("coordination.campaign", Json::object({{"year", 2025}})).dump();
  EXPECT_THAT(list, HasSubstr("Aghireșu"));
  EXPECT_THAT(list, HasSubstr("neîncepută"));
  const std::string missing =
      door().good("coordination.reminders", Json::object({{"year", 2025}})).dump();
  EXPECT_THAT(missing, HasSubstr("Aiton"));
  EXPECT_THAT(missing, Not(HasSubstr("Aghireșu")));
  decide(place, "accepted");
  const Json all = door().good("coordination.decide_all",
                               Json::object({{"year", 2025}, {"decision", "locked"}}));
  EXPECT_THAT(all.dump(), HasSubstr("Situații blocate: 1"));
}

TEST_P(Statistics, ANeighbourSeesNothingAndALibraryDecidesNothing) {
  keep(place, {cell("visits", "4711")});
  door().set_library(node);
  EXPECT_EQ(door().call("coordination.return", of(place))["message"].text(), "return.unknown_unit");
  EXPECT_EQ(decide(place, "returned", "nu")["message"].text(), "campaign.not_county");
  door().good("institution.save", Json::object({{"institution_siruta", place}}));
  const Json own = door().good("coordination.return.check", of(0));
  EXPECT_EQ(own["state"].text(), "empty");
  EXPECT_THAT(door().good("coordination.return", of(place)).dump(), Not(HasSubstr("4.711")));
  // What the county arranged reaches the library as news.
  door().set_library(county);
  load_small_form();
  door().set_library(node);
  EXPECT_EQ(door().good("coordination.return.check", of(0))["form"].text(), "small");
  Json args = of(0);
  args.set("cells", Json::array({cell("visits", "5"), cell("loans", "6")}));
  EXPECT_EQ(door().good("coordination.return.keep", args)["kept"].integer(), 2);
}

TEST_P(Statistics, TheNotebookAddsUpIntoTheReturn) {
  door().good("institution.save", Json::object({{"institution_siruta", place}}));
  const auto day = [&](const char* date, std::int64_t visits, std::int64_t child,
                       std::int64_t adult) {
    door().good(
        "coordination.keep_notebook_day",
        Json::object(
            {{"day", date},
             {"users", Json::object({{"visits", visits}, {"users_new", 0}})},
             {"age", Json::object({{"loans_age_child", child}, {"loans_age_adult", adult}})}}));
  };
  day("2025-03-03", 10, 4, 5);
  day("2025-03-04", 20, 1, 1);
  day("2025-03-04", 21, 1, 2);  // corrected
  door().good(
      "coordination.add_notebook_event",
      Json::object(
          {{"day", "2025-03-04"}, {"title", "Club"}, {"kind", "reading"}, {"participants", 12}}));
  const std::string month =
      door().good("coordination.notebook", Json::object({{"year", 2025}, {"month", 3}})).dump();
  EXPECT_THAT(month, HasSubstr("\"31\""));
  door().good("coordination.return_prefill", of(place));
  const std::string origins = door().good("coordination.return_origins", of(place)).dump();
  EXPECT_THAT(origins, HasSubstr("caietul zilnic"));
  EXPECT_THAT(origins, HasSubstr("\"31\"")) << "visits";
  EXPECT_THAT(origins, HasSubstr("\"12\"")) << "loans, and participants";
  EXPECT_THAT(origins, Not(HasSubstr("users_children"))) << "the notebook does not say";
  const Json paper =
      door().good("coordination.notebook_paper", Json::object({{"year", 2025}, {"month", 3}}));
  EXPECT_EQ(Door::bytes_of(paper).substr(0, 5), "%PDF-");
  const Json future =
      door().call("coordination.keep_notebook_day", Json::object({{"day", "2099-01-01"}}));
  EXPECT_EQ(future["message"].text(), "notebook.future");
}

TEST_P(Statistics, RegistersFillInAndWhatWasTypedStays) {
  door().good("institution.save", Json::object({{"institution_siruta", place}}));
  Json::Array copies;
  for (std::int64_t number = 1; number <= 3; ++number) {
    copies.push_back(Json::object({{"register", "carti"},
                                   {"number", number},
                                   {"title", "T"},
                                   {"value", "2.5000"},
                                   {"language", "ro"},
                                   {"udc", "82"},
                                   {"acquired_on", "2015-01-15"}}));
  }
  const Json books = Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 3}});
  door().good("registers.open", Json::object({{"opened_on", "2025-01-01"},
                                              {"registers", Json::array({books})},
                                              {"copies", copies}}));
  keep(place, {cell("stock_other", "1")});
  door().good("coordination.return_prefill", of(place));
  const std::string origins = door().good("coordination.return_origins", of(place)).dump();
  EXPECT_THAT(origins, HasSubstr("RMF, partea a III-a, 2025"));
  EXPECT_THAT(keys(check(place)), Contains("parts_stock")) << "the typed figure has stayed";
  const Json paper = door().good("coordination.return_paper", of(place));
  EXPECT_EQ(Door::bytes_of(paper).substr(0, 5), "%PDF-");
}

TEST_P(Statistics, FourHundredCellsAreSavedAndCheckedAtOnce) {
  Json::Array items;
  Json::Array cells;
  for (int number = 0; number < 400; ++number) {
    const std::string code = "item" + std::to_string(number);
    items.push_back(Json::object({{"code", code}, {"label", code}}));
    cells.push_back(cell(code.c_str(), "5"));
  }
  const Json rule = Json::object({{"code", "change"},
                                  {"breaks", "abs(x - last.x) > 0.3 * last.x"},
                                  {"each", Json::array({"*"})},
                                  {"text", "{label}: {x}"}});
  const Json form = Json::object(
      {{"name", "large"},
       {"title", "Mare"},
       {"chapters", Json::array({Json::object({{"code", "c"}, {"title", "C"}, {"items", items}})})},
       {"rules", Json::array({rule})}});
  door().good(
      "coordination.load_form",
      Json::object(
          {{"file", Json::object({{"name", "f.json"}, {"base64", base64_encoded(form.dump())}})}}));
  open_campaign("large");
  EXPECT_EQ(keep(place, cells)["kept"].integer(), 400);
  const auto before = std::chrono::steady_clock::now();
  EXPECT_EQ(keep(place, {cell("item7", "6", 1, "5")})["kept"].integer(), 1);
  const auto took = std::chrono::duration_cast<std::chrono::milliseconds>(
      std::chrono::steady_clock::now() - before);
  RecordProperty("milliseconds", static_cast<int>(took.count()));
  std::cout << "one cell of 400 kept and checked: " << took.count() << " ms\n";
}

METODICA_ON_SHARED_ENGINES(Statistics);

}  // namespace
}  // namespace metodica::test
