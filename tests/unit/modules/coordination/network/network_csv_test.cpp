// The county's table of states and posts, as spreadsheets write it.
#include "modules/coordination/network/network_csv.hpp"

#include <gtest/gtest.h>

namespace metodica::coordination {
namespace {

Result<std::vector<NetworkRow>> read(const char* csv) {
  return network_from_csv(csv, Messages("ro"));
}

std::string message(const char* csv) {
  auto rows = read(csv);
  return rows ? std::string() : std::move(rows).error().message;
}

TEST(NetworkCsv, WordsAreThoseOfTheForms) {
  const auto rows = read(
      "SIRUTA;Starea;Motivul;Stare de la;Funcția;Norma;Contract;Pregătire;Nume;De la;Pensionare\n"
      "57706;închisă temporar;fără spațiu;01.10.2018;;;;;;;\n"
      "55687;half_time;;;bibliotecar;50;Indemnizație;curs de bibliotecar;Pop Ana;1.2.2020;"
      "2031-05-01\n");
  ASSERT_TRUE(rows);
  ASSERT_EQ(rows->size(), 2U);
  const NetworkRow& first = rows->front();
  ASSERT_TRUE(first.status);
  EXPECT_EQ(first.status->state, "closed");
  EXPECT_EQ(first.status->from, Date(2018, 10, 1));
  EXPECT_FALSE(first.post);
  const NetworkRow& second = rows->back();
  EXPECT_EQ(second.status->state, "half_time");
  ASSERT_TRUE(second.post);
  EXPECT_EQ(second.post->contract, "allowance");
  EXPECT_EQ(second.post->qualification, "library_course");
  EXPECT_EQ(second.post->norm_percent, 50);
  EXPECT_EQ(second.post->retires_on, Date(2031, 5, 1));
  EXPECT_EQ(second.name, "Pop Ana");
}

TEST(NetworkCsv, APostWithoutMoreIsAFullPermanentOne) {
  const auto rows = read("siruta,functia\n57706,bibliotecar\n");
  ASSERT_TRUE(rows && rows->front().post);
  EXPECT_EQ(rows->front().post->norm_percent, 100);
  EXPECT_EQ(rows->front().post->contract, "permanent");
}

TEST(NetworkCsv, ABadCellNamesItsRow) {
  EXPECT_EQ(message("siruta;stare\n57706;uneori\n"), "network.csv_word");
  EXPECT_EQ(message("siruta;functia;norma\n57706;bibliotecar;120\n"), "network.csv_norm");
  EXPECT_EQ(message("siruta;functia;de la\n57706;bibliotecar;31.02.2020\n"), "network.csv_day");
  EXPECT_EQ(message("siruta;stare\nFlorești;full_time\n"), "coordination.siruta");
  EXPECT_NE(message("stare\nfull_time\n"), "") << "without codes nobody knows whose row it is";
}

}  // namespace
}  // namespace metodica::coordination
