#include "modules/coordination/analysis/boundaries.hpp"

#include <gmock/gmock.h>

namespace metodica::coordination {
namespace {

using testing::ElementsAre;

const std::vector<Unit> units = {{55008, "Florești", "commune", 52735, "", "", ""},
                                 {58384, "Ploscoș", "commune", 540, "", "", ""}};

std::string collection(const std::string& features) {
  return R"({"type":"FeatureCollection","features":[)" + features + "]}";
}

std::string square(const std::string& properties, const std::string& from = "23.5") {
  return R"({"type":"Feature","properties":)" + properties +
         R"(,"geometry":{"type":"Polygon","coordinates":[[[)" + from +
         R"(,46.7],[23.6,46.7],[23.6,46.8],[23.55,46.8],[)" + from + R"(,46.7]]]}})";
}

std::string problem(const std::string& text) {
  const auto read = boundaries_from(text, units);
  return read ? "" : read.error().message;
}

TEST(Boundaries, AreMatchedByCodeOrName) {
  const auto read = boundaries_from(
      collection(square(R"({"SIRUTA":"58384"})") + "," + square(R"({"name":"FLORESTI"})") + "," +
                 square(R"({"name":"Turda"})")),
      units);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->units.size(), 2U);
  EXPECT_THAT(read->strangers, ElementsAre("Turda"));
  const Rings& rings = read->units.at(58384);
  ASSERT_EQ(rings.size(), 1U);
  EXPECT_EQ(rings[0][0], (std::pair<std::int64_t, std::int64_t>{2'350'000, 4'670'000}));
  EXPECT_EQ(rings_from(rings_text(rings)), rings);
}

TEST(Boundaries, OfAFileThatIsNoneAreRefusedClearly) {
  EXPECT_EQ(problem("siruta,name\n1,A"), "boundaries.not_geojson");
  EXPECT_EQ(problem(R"({"type":"Topology"})"), "boundaries.not_geojson");
  EXPECT_EQ(problem(collection("")), "boundaries.no_areas");
  EXPECT_EQ(problem(collection(R"({"geometry":{"type":"Point","coordinates":[23,46]}})")),
            "boundaries.no_areas");
  EXPECT_EQ(problem(collection(square(R"({"siruta":58384})", "391500.25"))),
            "boundaries.not_degrees");
  EXPECT_EQ(problem(collection(square(R"({"name":"Turda"})"))), "boundaries.nobody");
}

}  // namespace
}  // namespace metodica::coordination
