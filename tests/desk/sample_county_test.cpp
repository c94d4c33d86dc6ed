// The requests of the sample county: what their times and files become.

#include "sample_county.hpp"

#include <gtest/gtest.h>

#include "json/base64.hpp"

namespace metodica::desk {
namespace {

Json filled(const char* text) {
  return with_times(*Json::parse(text), Date(2026, 1, 30));
}

TEST(SampleCounty, DaysAndYearsCountFromToday) {
  EXPECT_EQ(filled(R"({"day":"{day+5}","from":"{day-30}","now":"{day}"})").dump(),
            filled(R"({"day":"2026-02-04","from":"2025-12-31","now":"2026-01-30"})").dump());
  EXPECT_EQ(filled(R"(["{year}","{year-1}","anul {year-1}"])").dump(),
            R"([2026,2025,"anul 2025"])");
}

TEST(SampleCounty, OtherBracesAndValuesStay) {
  const char* text = R"({"a":"{days} {} {","b":[true,null,2.5,7],"c":{"d":"{month}"}})";
  EXPECT_EQ(filled(text).dump(), Json::parse(text)->dump());
}

TEST(SampleCounty, LinesBecomeAFile) {
  const Json file = filled(R"({"name":"a.csv","lines":["an;zi","{year};{day}"]})");
  EXPECT_EQ(file["name"].text(), "a.csv");
  EXPECT_EQ(base64_decoded(file["base64"].text()).value_or(""), "an;zi\n2026;2026-01-30\n");
}

}  // namespace
}  // namespace metodica::desk
