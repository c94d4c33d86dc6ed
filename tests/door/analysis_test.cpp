// The county's figures through door 1: indicators, table, maps, reports, duties, the day.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "support/county_data.hpp"
#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

constexpr int counted_units = 12;
constexpr std::int64_t plain_unit = 100'002;
constexpr std::int64_t uncounted_unit = 100'007;
constexpr std::int64_t silent_unit = 100'009;

Json year(int value = 2025) {
  return Json::object({{"year", value}});
}

Json with(Json args, std::string_view name, Json value) {
  return args.set(name, std::move(value));
}

const Json& by_code(const Json& list, std::string_view code) {
  for (const Json& one : list.items()) {
    if (one["code"].text() == code || one["duty"].text() == code)
      return one;
  }
  static const Json none;
  return none;
}

class Analysis : public DoorTest {
 protected:
  void prepare() override { make_county(door(), {counted_units, 2024, 2025}); }

  Json unit(std::int64_t siruta) {
    return door()
        .good("coordination.indicators", with(year(), "library", siruta))["units"]
        .items()
        .front();
  }
  std::string outcome(std::int64_t siruta, const char* duty, int of = 2025) {
    const Json reply = door().good("coordination.compliance", with(year(of), "library", siruta));
    return by_code(reply["units"].items().front()["results"], duty)["outcome"].text();
  }
  std::string file(const char* format) {
    return Door::bytes_of(
        door().good("coordination.county_table_file", with(year(), "format", format)));
  }
};

TEST_P(Analysis, GivesExactIndicatorsAndNamesWhatIsMissing) {
  // 601 inhabitants, 23 additions: 23 / 601 × 1000 = 38.27; ceil(50 × 601 / 1000) = 31.
  const Json plain = unit(plain_unit);
  EXPECT_EQ(by_code(plain["indicators"], "additions_per_1000")["value"].text(), "38.3");
  EXPECT_EQ(by_code(plain["indicators"], "required_additions")["value"].text(), "31");
  EXPECT_EQ(by_code(plain["indicators"], "growth_fulfilment")["value"].text(), "74.2");
  const Json uncounted = unit(uncounted_unit);
  const Json& visits = by_code(uncounted["indicators"], "visits_per_capita");
  EXPECT_FALSE(visits.has("value"));
  EXPECT_EQ(visits["missing"].text(), "visits");
  EXPECT_EQ(visits["why"].text(), "not_counted");
  const Json silent = unit(silent_unit);
  EXPECT_EQ(by_code(silent["indicators"], "turnover")["why"].text(), "not_reported");
  EXPECT_EQ(door().call("coordination.indicators", with(year(), "library", 5))["code"].text(),
            "not_found");
}

TEST_P(Analysis, SaysWhichSumOfRequiredDocumentsItUses) {
  const Json all = door().good("coordination.indicators", year());
  EXPECT_EQ(all["units"].items().size(), static_cast<std::size_t>(counted_units));
  std::int64_t by_unit = 0;
  std::int64_t people = 0;
  for (int i = 0; i < counted_units; ++i) {
    by_unit += (50 * county_population(i) + 999) / 1000;
    people += county_population(i);
  }
  EXPECT_EQ(all["required_additions"]["by_unit"].integer(), by_unit);
  EXPECT_EQ(all["required_additions"]["of_county"].integer(), (50 * people + 999) / 1000);
  EXPECT_EQ(all["required_additions"]["used"].text(), "by_unit");
  EXPECT_EQ(by_code(all["county"], "visits_per_capita")["counted"].integer(), counted_units - 2);
}

TEST_P(Analysis, WritesTheTableInEveryForm) {
  const std::string csv = file("csv");
  EXPECT_EQ(std::ranges::count(csv, '\n'), counted_units + 1);
  EXPECT_THAT(csv, StartsWith("siruta,name,type,population,year,state,status,"));
  EXPECT_THAT(csv, HasSubstr("not_counted")) << "no empty cell for what was not counted";
  const auto schema = Json::parse(file("schema"));
  ASSERT_TRUE(schema);
  std::string header;
  for (const Json& field : (*schema)["fields"].items())
    header += (header.empty() ? "" : ",") + field["name"].text();
  EXPECT_EQ(header, csv.substr(0, csv.find_first_of("\r\n"))) << "the schema is that of the file";
  EXPECT_THAT(file("pdf"), StartsWith("%PDF"));
  EXPECT_THAT(file("xlsx"), StartsWith("PK"));
}

TEST_P(Analysis, SortsTheTableAndShowsSums) {
  const auto first = [&](bool ascending) {
    const Json args =
        with(with(with(year(), "group", "stock"), "sort", "additions"), "ascending", ascending);
    const std::string screen = door().good("coordination.county_table", args).dump();
    const std::size_t table = screen.find("\"rows\"");
    return screen.substr(screen.find("Localitatea ", table), 14);
  };
  EXPECT_EQ(first(false), "Localitatea 12");
  EXPECT_THAT(first(true), StartsWith("Localitatea 1\""));
  const std::string screen = door().good("coordination.county_table", year()).dump();
  EXPECT_THAT(screen, HasSubstr("Mediana"));
  EXPECT_THAT(screen, HasSubstr("Volume existente"));
}

TEST_P(Analysis, BuildsTheReportFromTheData) {
  EXPECT_THAT(Door::bytes_of(door().good("coordination.report", year())), StartsWith("%PDF"));
  const std::string odt =
      Door::bytes_of(door().good("coordination.report", with(year(), "format", "fodt")));
  EXPECT_THAT(odt, StartsWith("<?xml"));
  EXPECT_THAT(odt, HasSubstr("application/vnd.oasis.opendocument.text"));
  EXPECT_THAT(odt, HasSubstr("Conformitatea cu normele"));
  EXPECT_THAT(odt, HasSubstr("image/svg+xml"));
  EXPECT_THAT(odt, HasSubstr("neverificat"));
  EXPECT_THAT(
      Door::bytes_of(door().good("coordination.unit_report", with(year(), "siruta", plain_unit))),
      StartsWith("%PDF"));
  const Json all = door().good("coordination.unit_reports", year());
  EXPECT_THAT(Door::bytes_of(all), StartsWith("%PDF"));
}

TEST_P(Analysis, DrawsTilesUntilBoundariesAreLoaded) {
  const auto map = [&] { return door().good("coordination.analysis", year()).dump(); };
  EXPECT_THAT(map(), HasSubstr("Fără hotare"));
  const auto load = [&](const std::string& text) {
    const Json sent = Json::object({{"name", "hotare.geojson"}, {"base64", base64_encoded(text)}});
    return door().call("coordination.load_boundaries", Json::object({{"file", sent}}));
  };
  const std::string refused = load("siruta;nume\n1;A\n").dump();
  EXPECT_THAT(refused, HasSubstr("GeoJSON"));
  EXPECT_THAT(map(), HasSubstr("Fără hotare")) << "nothing was changed";
  const Json loaded = load(
      R"({"type":"FeatureCollection","features":[{"type":"Feature","properties":{"siruta":100002},
"geometry":{"type":"Polygon","coordinates":[[[23.1,46.1],[23.2,46.1],[23.2,46.2],[23.1,46.1]]]}}]})");
  EXPECT_THAT(loaded.dump(), HasSubstr("1 din 12"));
  EXPECT_THAT(map(), Not(HasSubstr("Fără hotare")));
  door().good("coordination.forget_boundaries");
  EXPECT_THAT(map(), HasSubstr("Fără hotare"));
}

TEST_P(Analysis, JudgesDutiesByTheNormOfTheYear) {
  EXPECT_EQ(outcome(plain_unit, "growth"), "not_met");
  EXPECT_EQ(outcome(100'012, "growth"), "not_met") << "53 of 61";
  door().good("coordination.keep_norm", Json::object({{"duty", "growth"},
                                                      {"value", "30"},
                                                      {"from", "2025-06-01"},
                                                      {"reference", "Legea nouă"}}));
  EXPECT_EQ(outcome(plain_unit, "growth"), "met") << "23 of 19";
  EXPECT_EQ(outcome(plain_unit, "growth", 2024), "not_met") << "the old norm still holds there";
  EXPECT_EQ(outcome(silent_unit, "growth"), "unknown");
  EXPECT_EQ(outcome(silent_unit, "return"), "not_met");
  const Json bad = door().call(
      "coordination.keep_norm",
      Json::object(
          {{"duty", "growth"}, {"value", "mult"}, {"from", "2026-01-01"}, {"reference", "x"}}));
  EXPECT_THAT(bad.dump(), HasSubstr("nu este o valoare bună"));
}

TEST_P(Analysis, TakesEvidenceWhereRecordsAreSilent) {
  EXPECT_EQ(outcome(plain_unit, "programme"), "unknown");
  const auto note = [&](const char* how, const char* day) {
    return door().call("coordination.keep_evidence", Json::object({{"siruta", plain_unit},
                                                                   {"year", 2025},
                                                                   {"duty", "programme"},
                                                                   {"outcome", how},
                                                                   {"day", day},
                                                                   {"text", "Aviz nr. 12"}}));
  };
  note("not_met", "2025-03-01");
  note("met", "2025-04-01");
  EXPECT_EQ(outcome(plain_unit, "programme"), "met") << "the latest counts";
  EXPECT_THAT(note("met", "2999-01-01").dump(), HasSubstr("în viitor"));
  const std::string screen =
      door().good("coordination.unit_duties", with(year(), "siruta", plain_unit)).dump();
  EXPECT_THAT(screen, HasSubstr("Aviz nr. 12"));
  door().set_roles({"librarian"});
  EXPECT_EQ(note("met", "2025-05-01")["code"].text(), "denied");
}

TEST_P(Analysis, ReadsTheRegistersOfALibraryThatKeepsThemHere) {
  EXPECT_EQ(outcome(plain_unit, "registers"), "unknown");
  const Json book = Json::object({{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}});
  door().good("registers.open",
              Json::object({{"opened_on", "2020-01-01"}, {"registers", Json::array({book})}}));
  const auto named =
      door().database()->write({"57706", {"57706"}}, [](UnitOfWork& work) -> Result<void> {
        work.execute(
            "INSERT INTO library_setting (library, name, value) VALUES ({library}, "
            "'institution.siruta', $1)",
            {std::to_string(plain_unit)});
        return {};
      });
  ASSERT_TRUE(named);
  EXPECT_EQ(outcome(plain_unit, "registers"), "met");
  EXPECT_EQ(outcome(plain_unit, "balance"), "not_met") << "the return says another stock";
  EXPECT_EQ(outcome(plain_unit, "withdrawal_age"), "not_due");
}

TEST_P(Analysis, ShowsTheDayToTheMethodologistOnly) {
  const std::string screen = door().good("coordination.today").dump();
  EXPECT_THAT(screen, HasSubstr("Situații transmise pentru 2025"));
  EXPECT_THAT(screen, HasSubstr("Localitatea 9"));
  const Json menu = door().good("app.menu");
  const auto& groups = menu["groups"].items();
  const auto group = std::ranges::find_if(
      groups, [](const Json& one) { return one["subject"].text() == "coordination"; });
  ASSERT_NE(group, groups.end());
  EXPECT_EQ((*group)["entries"].items().front()["id"].text(), "coordination.today");
  door().set_roles({"librarian"});
  EXPECT_EQ(door().call("coordination.today")["code"].text(), "denied");
}

METODICA_ON_SHARED_ENGINES(Analysis);

}  // namespace
}  // namespace metodica::test
