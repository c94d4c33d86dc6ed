#include "modules/coordination/analysis/county_rules.hpp"

#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "modules/coordination/analysis/map_rules.hpp"
#include "modules/coordination/analysis/reference_data.hpp"
#include "modules/coordination/network/units_csv.hpp"
#include "support/needed.hpp"
#include "support/shared_data.hpp"

namespace metodica::coordination {
namespace {

using testing::ElementsAre;

constexpr std::int64_t fifty = 500'000;

UnitYear unit(std::string name, std::int64_t population, std::int64_t loans,
              std::string status = "full_time") {
  UnitYear one;
  one.unit.siruta = population;
  one.unit.name = std::move(name);
  one.unit.type = "commune";
  one.unit.population = population;
  one.status = std::move(status);
  one.figures = {
      {"loans", loans < 0 ? YearFigure::none(FigureKind::not_counted) : YearFigure::whole(loans)}};
  one.figures = with_terms(std::move(one.figures), population, fifty);
  return one;
}

const Indicator& loans() {
  return *find_indicator("loans_per_capita");
}

std::vector<std::string> names(const std::vector<Ranked>& all) {
  std::vector<std::string> found;
  for (const Ranked& one : all)
    found.push_back(one.of->unit.name);
  return found;
}

TEST(CountyRules, RankOnlyWhatIsKnown) {
  const std::vector<UnitYear> all = {unit("Aiton", 1000, 500), unit("Bobâlna", 1500, -1),
                                     unit("Cuzdrioara", 2000, 4000), unit("Dăbâca", 1200, 600)};
  EXPECT_THAT(names(in_order(loans(), ranked(loans(), all))),
              ElementsAre("Cuzdrioara", "Aiton", "Dăbâca"));
  EXPECT_EQ(median_of(ranked(loans(), all)), (Decimal{50, 2}));
  EXPECT_EQ(whole_of(loans(), all).counted, 3);
}

TEST(CountyRules, ReckonChangeInPerCentOfBefore) {
  EXPECT_EQ(change(Decimal{200, 2}, Decimal{150, 2}), (Decimal{-250, 1}));
  EXPECT_EQ(change(Decimal{0, 2}, Decimal{150, 2}), std::nullopt);
  EXPECT_EQ(change(std::nullopt, Decimal{150, 2}), std::nullopt);
}

TEST(CountyRules, CountPeopleWithoutALibrary) {
  const CountySums sums = county_sums(
      {unit("Aiton", 1000, 1), unit("Florești", 52735, 1, "closed"), unit("Ploscoș", 540, 1, "")},
      fifty);
  EXPECT_EQ(sums.working, 1);
  EXPECT_EQ(sums.status_known, 2);
  EXPECT_EQ(sums.population_without, 52735);
}

TEST(CountyRules, KeepBothSumsOfRequiredAdditionsOfCluj) {
  std::ifstream in(test::shared_data("cluj-libraries.csv"));
  if (!in)
    METODICA_MISSING("cluj-libraries.csv of the shared data");
  std::stringstream text;
  text << in.rdbuf();
  const auto units = units_from_csv(text.str(), Messages("ro"));
  ASSERT_TRUE(units);
  std::vector<UnitYear> all;
  for (const Unit& one : *units)
    all.push_back({one, with_terms({}, one.population, fifty), {}, ""});
  const CountySums sums = county_sums(all, fifty);
  EXPECT_EQ(sums.units, 81);
  EXPECT_EQ(sums.population, 679'141);
  EXPECT_EQ(sums.required_by_unit, 33'992);
  EXPECT_EQ(sums.required_of_county, 33'958);
  std::map<std::string, int> members;
  for (const Unit& one : *units) {
    const PeerBand* band = band_of(one, peer_bands());
    ++members[band == nullptr ? "" : band->code];
  }
  EXPECT_EQ(members, (std::map<std::string, int>{{"communes_1500", 23},
                                                 {"communes_3000", 25},
                                                 {"communes_5000", 17},
                                                 {"communes_large", 10},
                                                 {"towns", 5},
                                                 {"county_library", 1}}));
}

TEST(MapRules, NeverPartEqualValues) {
  std::vector<UnitYear> all;
  for (const std::int64_t count : {1000, 1000, 1000, 1000, 2000, 3000})
    all.push_back(unit("x", 1000, count));
  const auto classes = map_classes(ranked(loans(), all), 3);
  ASSERT_EQ(classes.size(), 3U);
  EXPECT_EQ(classes[0].members, 4) << "a third would be two";
  EXPECT_EQ(classes[1].from, (Decimal{200, 2}));
  EXPECT_EQ(class_of(classes, {100, 2}), 0U);
  EXPECT_EQ(class_of(classes, {300, 2}), 2U);
}

TEST(MapRules, GroupTilesByCentreWhenMostHaveOne) {
  std::vector<UnitYear> all = {unit("Aiton", 1000, 1), unit("Bobâlna", 1501, 1),
                               unit("Cuzdrioara", 2000, 1)};
  auto groups = tile_groups(ranked(loans(), all), peer_bands(), "en", "none");
  ASSERT_EQ(groups.size(), 2U) << "by band";
  all[0].unit.methodical_centre = "Dej";
  all[2].unit.methodical_centre = "Dej";
  groups = tile_groups(ranked(loans(), all), peer_bands(), "en", "none");
  ASSERT_EQ(groups.size(), 2U);
  EXPECT_EQ(groups[0].name, "Dej");
  EXPECT_THAT(groups[0].members, ElementsAre(0U, 2U));
  EXPECT_EQ(groups[1].name, "none");
}

TEST(PeerRules, FindTheNearestByWhatBothHave) {
  const auto facts = [](std::int64_t siruta, std::int64_t population, std::int64_t hours) {
    PeerFacts one{siruta, "commune", population, {}, {}};
    if (hours > 0)
      one.hours = YearFigure::whole(hours);
    return one;
  };
  PeerFacts seat = facts(9, 2000, 20);
  seat.type = "county_seat";
  const auto found = nearest(
      facts(1, 2000, 20),
      {facts(1, 2000, 20), facts(2, 2100, 40), facts(3, 2100, 0), facts(4, 5000, 20), seat}, 2);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].siruta, 3) << "its hours are unknown and do not count";
  EXPECT_EQ(found[1].siruta, 2);
}

}  // namespace
}  // namespace metodica::coordination
