#include "bibliography/rmf_group.hpp"

#include <gtest/gtest.h>

#include <sstream>

#include "test_data.hpp"

namespace metodica {
namespace {

std::vector<ContentColumn> columns_of(const test::Rows& rows) {
  std::vector<ContentColumn> columns;
  for (const auto& row : rows) {
    ContentColumn column{row[0], {}};
    std::istringstream prefixes(row[2]);
    for (std::string prefix; std::getline(prefixes, prefix, ';');) {
      column.prefixes.push_back(prefix);
    }
    columns.push_back(column);
  }
  return columns;
}

TEST(RmfColumn, CountsByTheFirstMainNumber) {
  METODICA_DATA_ROWS(rows, "rmf-groups.csv");
  const auto columns = columns_of(rows);
  const std::pair<const char*, const char*> expected[] = {{"004.42", "0"},
                                                          {"159.9", "1"},
                                                          {"271.2", "2"},
                                                          {"3", "3/32"},
                                                          {"316.7", "3/32"},
                                                          {"330.1", "33"},
                                                          {"347.78(410)1", "34/36"},
                                                          {"37.01", "37"},
                                                          {"398", "39"},
                                                          {"5.01", "50/54"},
                                                          {"592/599", "55/59"},
                                                          {"616-053.2", "60/61"},
                                                          {"621.3", "62"},
                                                          {"63", "63"},
                                                          {"64.01/.08", "64/69"},
                                                          {"73+75", "70/78"},
                                                          {"796", "79"},
                                                          {"811.135.1", "80/81"},
                                                          {"821.135.1-31", "82"},
                                                          {"94(498)\"19\"", "90/94"},
                                                          {"=111(02.053.2)53", "50/54"},
                                                          {"[622+669](485)", "62"},
                                                          {"929 Eminescu, M.", "90/94"},
                                                          {"821RO", "82"}};
  for (const auto& [notation, column] : expected) {
    EXPECT_EQ(rmf_column(columns, notation), column) << notation;
  }
}

TEST(RmfColumn, SendsNewspapersToTheGeneralClass) {
  METODICA_DATA_ROWS(rows, "rmf-groups.csv");
  const auto columns = columns_of(rows);
  EXPECT_EQ(rmf_column(columns, "32(498)"), "3/32");
  EXPECT_EQ(rmf_column(columns, "32(498)", true), "0");
  EXPECT_EQ(rmf_column(columns, "", true), "0");
}

TEST(RmfColumn, NeverGuesses) {
  METODICA_DATA_ROWS(rows, "rmf-groups.csv");
  const auto columns = columns_of(rows);
  for (const char* notation : {"", "(038)=111", "Eminescu", "41", "??"}) {
    EXPECT_EQ(rmf_column(columns, notation), "") << notation;
  }
}

TEST(RmfColumn, PrefersTheLongestPrefixAndIgnoresItsDots) {
  const std::vector<ContentColumn> columns{{"8", {"8"}}, {"ro", {"821.135.1"}}, {"82", {"82"}}};
  EXPECT_EQ(rmf_column(columns, "821.135.1-31"), "ro");
  EXPECT_EQ(rmf_column(columns, "821.111"), "82");
  EXPECT_EQ(rmf_column(columns, "811"), "8");
}

TEST(RmfColumn, CoversEverySummaryClass) {
  METODICA_DATA_ROWS(rows, "udc-summary.csv");
  const auto columns = columns_of(test::data_rows("rmf-groups.csv"));
  for (const auto& row : rows) {
    if (row[4] == "main") {
      EXPECT_NE(rmf_column(columns, row[0]), "") << row[0];
    }
  }
}

}  // namespace
}  // namespace metodica
