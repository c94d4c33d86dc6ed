#include "text/date.hpp"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace metodica {
namespace {

std::string read(std::string_view text) {
  const auto date = Date::parse(text);
  return date ? date->iso() : date.error().message;
}

TEST(DateParse, ReadsTheUsualForms) {
  EXPECT_EQ(read("2026-01-15"), "2026-01-15");
  EXPECT_EQ(read("15.01.2026"), "2026-01-15");
  EXPECT_EQ(read("15/01/2026"), "2026-01-15");
  EXPECT_EQ(read("5.1.2026"), "2026-01-05");
  EXPECT_EQ(read(" 15.01.2026 "), "2026-01-15");
  EXPECT_EQ(read("2026. 01. 15."), "2026-01-15");
  EXPECT_EQ(read("29.02.2024"), "2024-02-29");
  EXPECT_EQ(read("0001-01-01"), "0001-01-01");
}

TEST(DateParse, RefusesDaysThatDoNotExist) {
  for (const char* text : {"29.02.2026", "31.04.2026", "2026-13-01", "2026-00-10", "00.01.2026",
                           "0000-01-01", "29.02.1900"}) {
    EXPECT_EQ(read(text), "date.invalid") << text;
  }
}

TEST(DateParse, RefusesOtherTexts) {
  EXPECT_EQ(read(""), "date.missing");
  EXPECT_EQ(read("  "), "date.missing");
  for (const char* text :
       {"15.01.26", "15-01", "2026", "15.01/2026", "15.01.2026x", "1501.2026", "15.01.20266",
        "2026-1-", "--", "2026-01-15T10:00", "15.001.2026", "azi", "15.01.2026.", "\xFF"}) {
    EXPECT_EQ(read(text), "date.invalid") << text;
  }
  EXPECT_EQ(read(std::string(1'000'000, '1')), "date.invalid");
}

TEST(Date, IsShownInTheLanguageAndReadBack) {
  const Date day(2026, 1, 5);
  EXPECT_EQ(day.shown(), "05.01.2026");
  EXPECT_EQ(day.shown("en"), "05/01/2026");
  EXPECT_EQ(day.shown("hu"), "2026. 01. 05.");
  for (const char* lang : {"ro", "en", "hu"}) {
    EXPECT_EQ(read(day.shown(lang)), "2026-01-05");
  }
}

TEST(Date, NoneIsEmpty) {
  const Date none;
  EXPECT_TRUE(none.none());
  EXPECT_EQ(none.iso(), "");
  EXPECT_EQ(none.shown(), "");
  EXPECT_EQ(none.plus_days(5), none);
  EXPECT_EQ(none.plus_months(5), none);
  EXPECT_EQ(none.days_since_epoch(), 0);
  EXPECT_LT(none, Date(1, 1, 1));
}

TEST(Date, AddsMonths) {
  EXPECT_EQ(Date(2026, 1, 31).plus_months(1).iso(), "2026-02-28");
  EXPECT_EQ(Date(2024, 1, 31).plus_months(1).iso(), "2024-02-29");
  EXPECT_EQ(Date(2026, 11, 15).plus_months(2).iso(), "2027-01-15");
  EXPECT_EQ(Date(2026, 1, 15).plus_months(-1).iso(), "2025-12-15");
  EXPECT_EQ(Date(2026, 1, 15).plus_months(120).iso(), "2036-01-15");
  EXPECT_EQ(Date(2026, 1, 15).plus_months(std::numeric_limits<int>::max()).iso(), "9999-12-31");
  EXPECT_EQ(Date(2026, 1, 15).plus_months(std::numeric_limits<int>::min()).iso(), "0001-01-01");
}

TEST(Date, AddsDays) {
  EXPECT_EQ(Date(2026, 12, 31).plus_days(1).iso(), "2027-01-01");
  EXPECT_EQ(Date(2024, 3, 1).plus_days(-1).iso(), "2024-02-29");
  EXPECT_EQ(Date(2026, 1, 15).plus_days(std::numeric_limits<int>::max()).iso(), "9999-12-31");
  EXPECT_EQ(Date(2026, 1, 15).plus_days(std::numeric_limits<int>::min()).iso(), "0001-01-01");
}

TEST(Date, CountsDays) {
  EXPECT_EQ(Date(1970, 1, 1).days_since_epoch(), 0);
  EXPECT_EQ(Date(2000, 3, 1).days_since_epoch(), 11'017);
  EXPECT_EQ(Date(1969, 12, 31).days_since_epoch(), -1);
}

TEST(Date, Compares) {
  EXPECT_LT(Date(2025, 12, 31), Date(2026, 1, 1));
  EXPECT_TRUE(Date::valid(2024, 2, 29));
  EXPECT_FALSE(Date::valid(2023, 2, 29));
  EXPECT_FALSE(Date::valid(10'000, 1, 1));
}

}  // namespace
}  // namespace metodica
