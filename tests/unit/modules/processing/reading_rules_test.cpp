#include "modules/processing/reading_rules.hpp"

#include <gtest/gtest.h>

#include "modules/processing/processing_rules.hpp"
#include "modules/processing/reading_picture.hpp"

namespace metodica::processing {
namespace {

Scan book(const std::string& mark, ScanState state = ScanState::here) {
  static std::int64_t number = 0;
  ++number;
  return {number, "B" + std::to_string(number), {"carti", number}, state,
          mark,   shelf_key_text(mark)};
}

std::vector<Scan> row_of(const std::vector<std::string>& marks) {
  std::vector<Scan> scans;
  for (const auto& mark : marks)
    scans.push_back(book(mark));
  return scans;
}

std::size_t times(const std::string& text, const std::string& word) {
  std::size_t count = 0;
  for (std::size_t at = text.find(word); at != std::string::npos; at = text.find(word, at + 1))
    ++count;
  return count;
}

TEST(ReadRun, NumbersMovesAndKnowsTheRunThatStandsRight) {
  const auto scans = row_of({"51 A10", "94 Z10", "53 B20", "61 C30"});
  const ReadRun run = read_run(scans);
  EXPECT_EQ(run.move, (std::vector<std::size_t>{0, 1, 0, 0}));
  EXPECT_EQ(run.first_key, scans[0].shelf_key);
  EXPECT_EQ(run.last_key, scans[3].shelf_key);
}

TEST(ReadRun, OnlyBooksOfTheRunTakePart) {
  std::vector<Scan> scans = row_of({"51 A10", "53 B20"});
  scans.insert(scans.begin() + 1, book("94 Z10", ScanState::elsewhere));
  scans.insert(scans.begin() + 2, book("", ScanState::unknown));
  const ReadRun run = read_run(scans);
  EXPECT_TRUE(run.order.strays.empty());
  EXPECT_EQ(run.order.unknown, (std::vector<std::size_t>{1, 2}));
}

TEST(LastVerdict, TellsTheBookFromTheOneBefore) {
  const auto verdict = [](const std::vector<Scan>& scans) {
    return last_verdict(scans, read_run(scans));
  };
  EXPECT_EQ(verdict(row_of({"51 A10", "53 B20"})), ScanVerdict::in_place);
  EXPECT_EQ(verdict(row_of({"51 A10", "94 Z10", "53 B20"})), ScanVerdict::moved_other);
  EXPECT_EQ(verdict(row_of({"51 A10", "53 B20", "61 C30", "52 D10"})), ScanVerdict::misplaced);
  auto scans = row_of({"51 A10"});
  scans.push_back(book("52 A10", ScanState::on_loan));
  EXPECT_EQ(verdict(scans), ScanVerdict::apart);
}

TEST(WorthDrawing, ShowsShortRowsWholeAndLongOnesAroundMoves) {
  std::vector<Scan> scans;
  for (int i = 0; i < 500; ++i)
    scans.push_back(book(std::to_string(i / 100 + 51) + " A" + std::to_string(i % 100 + 100)));
  std::swap(scans[10], scans[300]);
  const auto windows = worth_drawing(read_run(scans), scans.size(), 3, 100);
  ASSERT_GE(windows.size(), 2U);
  EXPECT_LE(windows.front().first, 7U);
  EXPECT_GE(windows.back().last, 300U);
  EXPECT_LT(windows.front().last + 1, windows[1].first);
  EXPECT_EQ(worth_drawing(read_run(scans), scans.size(), 3, 1000).size(), 1U);
  EXPECT_TRUE(worth_drawing(ReadRun(), 0, 3, 10).empty());
}

TEST(ShelfPicture, LiftsWhatMovesAndPointsToItsGap) {
  const auto scans = row_of({"51 A10", "94 <Z10>", "53 B20", "61 C30"});
  const std::string svg = shelf_picture(Messages("ro"), scans, read_run(scans));
  EXPECT_EQ(times(svg, "#ffd9b8"), 1U) << "one lifted book";
  EXPECT_EQ(times(svg, "<polygon"), 1U) << "one gap";
  EXPECT_EQ(times(svg, ">1</text>"), 2U) << "the same number on book and gap";
  EXPECT_EQ(svg.find("<Z10>"), std::string::npos) << "marks are escaped";
  EXPECT_TRUE(shelf_picture(Messages("ro"), {}, ReadRun()).empty());
}

TEST(ScanStates, HaveNamesThatComeBack) {
  for (const ScanState state : all_scan_states)
    EXPECT_EQ(scan_state_named(name_of(state)), state);
  EXPECT_FALSE(scan_state_named("lost"));
}

}  // namespace
}  // namespace metodica::processing
