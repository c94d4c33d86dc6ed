#include "modules/processing/capacity_rules.hpp"

#include <gtest/gtest.h>

#include "modules/processing/capacity_picture.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/processing_rules.hpp"

namespace metodica::processing {
namespace {

Standing book(const std::string& mark, std::int64_t mm, bool on_loan = false) {
  const CallNumber parts = parse_call_number(mark);
  return {shelf_key_text(mark), mark, parts.udc, mm * 1000, on_loan};
}

Board shelf(std::int64_t mm, const std::string& first = {}) {
  return {1, 0, mm, first, first.empty() ? std::string() : shelf_key_text(first)};
}

std::vector<std::int64_t> copies_on(const std::vector<BoardLoad>& boards) {
  std::vector<std::int64_t> counts;
  for (const auto& board : boards)
    counts.push_back(board.copies);
  return counts;
}

// Ten books 51 A10 ... 51 A19 and ten 61 A10 ... 61 A19, each 50 mm thick.
std::vector<Standing> twenty() {
  std::vector<Standing> copies;
  for (const char* of : {"51", "61"}) {
    for (int i = 10; i < 20; ++i)
      copies.push_back(book(std::string(of) + " A" + std::to_string(i), 50));
  }
  return copies;
}

TEST(BookWidths, PagesCountBeforeTheAverageOfTheClass) {
  const BookWidths widths{{{"", 30'000}, {"82", 38'500}, {"821.111", 45'000}}, 100, 4'000};
  EXPECT_EQ(widths.of("51", 0), 30'000);
  EXPECT_EQ(widths.of("821.135.1-31", 0), 38'500);
  EXPECT_EQ(widths.of("821.111(73)-31", 0), 45'000);
  EXPECT_EQ(widths.of("821.111", 301), 151 * 100 + 4'000);
  EXPECT_EQ(BookWidths().of("5", 300), 1'000) << "never thinner than a millimetre";
}

TEST(BookWidths, TheFileOfTheProgramIsRead) {
  const auto widths = read_widths(data_file("book-widths.csv"));
  ASSERT_TRUE(widths);
  EXPECT_EQ(widths->of("33", 0), 30'300);
  EXPECT_EQ(widths->of("61", 0), 50'000);
  EXPECT_EQ(widths->of("61", 300), 19'000);
  EXPECT_EQ(read_widths("class,mm\n82,thick\n").error().message, "shelves.width_line");
}

TEST(Micrometres, TakesBothDecimalSigns) {
  EXPECT_EQ(micrometres("22"), 22'000);
  EXPECT_EQ(micrometres("22,5"), 22'500);
  EXPECT_EQ(micrometres("0.125"), 125);
  for (const char* wrong : {"", "-1", "2,", "2,1234", "1001", "2 mm", "1000.1"})
    EXPECT_FALSE(micrometres(wrong)) << wrong;
}

TEST(PagesIn, ReadsExtentsOfCatalogues) {
  EXPECT_EQ(pages_in("312 p."), 312);
  EXPECT_EQ(pages_in("XII, 340 p. : il. ; 24 cm"), 352);
  EXPECT_EQ(pages_in("[8] + 96 p."), 104);
  for (const char* none : {"", "2 vol. (310, 298 p.)", "1 CD", "p.", "99999 p."})
    EXPECT_FALSE(pages_in(none)) << none;
}

TEST(LoadOf, FirstMarksDivideAndShelvesWithoutOneShare) {
  const RoomLoad room = load_of({shelf(900, "51 A10"), shelf(900, "61 A10"), shelf(900)}, twenty());
  EXPECT_EQ(copies_on(room.boards), (std::vector<std::int64_t>{10, 5, 5}));
  EXPECT_EQ(room.boards[0].first, "51 A10");
  EXPECT_EQ(room.boards[1].last, "61 A14");
  EXPECT_EQ(room.outside, 0);
}

TEST(LoadOf, CopiesBeforeTheFirstShelfAreCountedApart) {
  const RoomLoad room = load_of({shelf(900, "51 A15")}, twenty());
  EXPECT_EQ(room.outside, 5);
  EXPECT_EQ(copies_on(room.boards), (std::vector<std::int64_t>{15}));
  EXPECT_EQ(load_of({}, twenty()).outside, 20);
}

TEST(LoadOf, MarksOutOfOrderLoseAndDoubleNothing) {
  const RoomLoad room =
      load_of({shelf(900, "61 A10"), shelf(900, "51 A10"), shelf(900, "61 A15")}, twenty());
  std::int64_t sum = room.outside;
  for (const auto& board : room.boards)
    sum += board.copies;
  EXPECT_EQ(sum, 20);
}

TEST(FillPermille, BooksOnLoanTakeNoRoom) {
  const RoomLoad room = load_of({shelf(1000)}, {book("51 A10", 300), book("51 A11", 300, true)});
  const BoardLoad& load = room.boards.front();
  EXPECT_EQ(fill_permille(load.width_um, load.away_um, 1000), 300);
  EXPECT_EQ(fill_permille(load.width_um, 0, 1000), 600);
  EXPECT_EQ(fill_permille(5, 0, 0), 0);
}

TEST(PlanShift, LeavesTheFreeSpaceOnEachShelf) {
  const std::vector<Board> boards(4, shelf(400));
  const ShiftPlan plan = plan_shift(boards, twenty(), {250, 0, 0});  // 300 mm: six books a shelf
  EXPECT_EQ(copies_on(plan.boards), (std::vector<std::int64_t>{6, 6, 6, 2}));
  EXPECT_EQ(plan.boards[1].first, "51 A16");
  EXPECT_EQ(plan.boards[1].last, "61 A11");
  EXPECT_EQ(plan.left_over, 0);
}

TEST(PlanShift, AClassBeginsAShelfWhenTheOneBeforeIsHalfUsed) {
  const std::vector<Board> boards(4, shelf(400));
  const ShiftPlan plan = plan_shift(boards, twenty(), {250, 0, 1});
  EXPECT_EQ(copies_on(plan.boards), (std::vector<std::int64_t>{6, 4, 6, 4}));
  EXPECT_EQ(plan.boards[2].first, "61 A10");
}

TEST(PlanShift, SaysWhatIsLacking) {
  const ShiftPlan plan = plan_shift({shelf(400)}, twenty(), {250, 0, 0});
  EXPECT_EQ(plan.left_over, 14);
  EXPECT_EQ(plan.lacking_mm, 934) << "14 x 50 mm / 0.75";
  EXPECT_EQ(plan_shift({shelf(400)}, twenty(), {250, 500, 0}).left_over, 8) << "half is on loan";
}

TEST(PlanShift, ABookThickerThanTheShelfStillStandsSomewhere) {
  EXPECT_EQ(
      copies_on(
          plan_shift({shelf(20), shelf(20)}, {book("5 A1", 50), book("5 A2", 50)}, {}).boards),
      (std::vector<std::int64_t>{1, 1}));
}

TEST(YearsLeft, GoesByTheAverageThickness) {
  const std::vector<Board> boards{shelf(2000)};
  const RoomLoad room = load_of(boards, twenty());  // 1000 mm used, 1000 mm free
  EXPECT_EQ(years_left(boards, room, 4), 5);
  EXPECT_FALSE(years_left(boards, room, 0));
  EXPECT_FALSE(years_left(boards, RoomLoad(), 4)) << "nothing stands there";
  EXPECT_FALSE(years_left({shelf(900)}, load_of({shelf(900)}, twenty()), 4));
}

TEST(CapacityPicture, SaysThePercentOfEachShelf) {
  BayFill bay{"Raionul <1>", {{shelf(1000), {20, 900'000, 0, "51 A10", "61 A19"}}}};
  const std::string svg = capacity_picture(Messages("ro"), {bay});
  EXPECT_NE(svg.find(">90 %</text>"), std::string::npos);
  EXPECT_NE(svg.find("stroke-dasharray"), std::string::npos) << "above 75 % not by colour alone";
  EXPECT_EQ(svg.find("<1>"), std::string::npos);
  EXPECT_TRUE(capacity_picture(Messages("ro"), {}).empty());
}

}  // namespace
}  // namespace metodica::processing
