#include "bibliography/shelf_mark.hpp"

#include <gtest/gtest.h>

#include <algorithm>

#include "bibliography/format_mark.hpp"
#include "bibliography/shelf_udc.hpp"
#include "bibliography/spine_label.hpp"
#include "test_data.hpp"

namespace metodica {
namespace {

using Lines = std::vector<std::string>;

TEST(ShelfMark, SortsThePublishedLists) {
  METODICA_DATA_ROWS(rows, "callnumber-order.csv");
  std::string before;
  std::string list;
  int compared = 0;
  for (const auto& row : rows) {
    if (!row[0].ends_with("-ro") && row[0] != "ddc-slash") {
      continue;
    }
    const std::string key = shelf_mark_key(row[2]);
    if (row[0] == list) {
      EXPECT_LT(before, key) << row[2];
      ++compared;
    }
    before = key;
    list = row[0];
  }
  EXPECT_EQ(compared, 22 + 8 + 6);
}

TEST(ShelfMark, ReadsPartsAndWritesThemBack) {
  const CallNumber mark = parse_call_number("C 821.135.1-31 R292p v.2 ex.3");
  EXPECT_EQ(mark, (CallNumber{"C", "821.135.1-31", "R292", "p", "2", "3"}));
  EXPECT_EQ(mark.text(), "C 821.135.1-31 R292p v.2 ex.3");
  EXPECT_EQ(parse_call_number("821.135.1-31 R292p vol. 2").volume, "2");
  EXPECT_EQ(parse_call_number("821RO/P9121"), (CallNumber{"", "821RO", "P9121", "", "", ""}));
  EXPECT_EQ(parse_call_number("641/Bet"), (CallNumber{"", "641", "Bet", "", "", ""}));
  EXPECT_EQ(parse_call_number("821.511.141 A 25"),
            (CallNumber{"", "821.511.141", "A 25", "", "", ""}));
  EXPECT_EQ(parse_call_number("929 Eminescu, M. C258e"),
            (CallNumber{"", "929 Eminescu, M.", "C258", "e", "", ""}));
  EXPECT_EQ(parse_call_number("94(498 Alba/Cluj) I64i").udc, "94(498 Alba/Cluj)");
  EXPECT_EQ(parse_call_number(""), CallNumber{});
}

TEST(ShelfMark, OrdersPartByPart) {
  const Lines order{"159.9 F93",
                    "821-31 R29a",
                    "821-31 R292a",
                    "821-31 R292p",
                    "821-31 R292p v.2",
                    "821-31 R292p v.2 ex.2",
                    "821-31 R292p v.2 ex.10",
                    "821-31 R292p v.10",
                    "821-31 R3a",
                    "C 821-31 A1a",
                    "R 030 D5d"};
  for (std::size_t i = 1; i < order.size(); ++i) {
    EXPECT_LT(shelf_mark_key(order[i - 1]), shelf_mark_key(order[i]))
        << order[i - 1] << " < " << order[i];
  }
}

TEST(ShelfMark, TakesTheOrderOfSectionsFromTheLibrary) {
  const Lines sections{"R", "C"};
  EXPECT_LT(shelf_mark_key("R 030 D5d", sections), shelf_mark_key("C 821 A1a", sections));
  EXPECT_LT(shelf_mark_key("821 A1a", sections), shelf_mark_key("R 030 D5d", sections));
  EXPECT_LT(shelf_mark_key("C 821 A1a", sections), shelf_mark_key("A 030 A1a", sections))
      << "an unlisted section stands after the listed ones";
}

TEST(ShelfMark, KeepsFamiliesApartAndRunningNumbersByValue) {
  EXPECT_LT(shelf_mark_key("94(498) I64i"), shelf_mark_key("I 5"));
  EXPECT_LT(shelf_mark_key("RV II-3"), shelf_mark_key("9999"));
  EXPECT_LT(shelf_mark_key("9999"), shelf_mark_key("323125"));
  EXPECT_EQ(shelf_mark_key(" P I 27618 "), shelf_mark_key("P I 27618"));
}

TEST(FormatMark, ReadsAndWrites) {
  for (const char* text : {"II 428863", "P I 27618", "RV I-94", "IX 1", "II 764/2"}) {
    const Result<FormatMark> mark = FormatMark::parse(text);
    ASSERT_TRUE(mark) << text;
    EXPECT_EQ(mark->text(), text);
  }
  const Result<FormatMark> mark = FormatMark::parse("  P  IV  967 ");
  ASSERT_TRUE(mark);
  EXPECT_EQ(*mark, (FormatMark{"P", 4, 967, "", ' '}));
  for (const char* text : {"", "II", "IIII 5", "P 27618", "II 0", "821.135.1", "R 5", "I95",
                           "I 99999999999999999999", "I -5"}) {
    EXPECT_FALSE(FormatMark::parse(text)) << text;
  }
}

TEST(FormatMark, RomanNumerals) {
  EXPECT_EQ(roman_numeral(4), "IV");
  EXPECT_EQ(roman_numeral(9), "IX");
  EXPECT_EQ(roman_numeral(39), "XXXIX");
}

TEST(ShelfUdc, ShortensByTheRulesOfTheLibrary) {
  ShelfUdcRules rules;
  rules.depths = {{"", 6}, {"6", 4}, {"004", 3}, {"821", 9}};
  rules.replacements = {{"821.135.1", "821RO"}, {"821", "821X"}};
  EXPECT_EQ(shorten_udc("821.135.1-31:82.09", rules), "821RO-31");
  EXPECT_EQ(shorten_udc("821.111(73)-31=135.1", rules), "821X-31");
  EXPECT_EQ(shorten_udc("621.311.21(498 Por\u021Bile de Fier I)", rules), "621.3");
  EXPECT_EQ(shorten_udc("004.42", rules), "004");
  EXPECT_EQ(shorten_udc("94(498)\u201E19\u201D", rules), "94");
  EXPECT_EQ(shorten_udc("592/599", rules), "592/599");
  EXPECT_EQ(shorten_udc("633.1/635.9", rules), "633.1/635.9");
  EXPECT_EQ(shorten_udc("633.11/.15", rules), "633.1") << "a range cut short keeps its start";
  EXPECT_EQ(shorten_udc("[622+669](485)", rules), "622");
  rules.kept = {UdcPart::place, UdcPart::name};
  EXPECT_EQ(shorten_udc("94(498)\"19\"", rules), "94(498)");
  EXPECT_EQ(shorten_udc("929 Eminescu, M.(047.53)", rules), "929 Eminescu, M.");
  EXPECT_EQ(shorten_udc("821RO(498 Sibiu)", {{}, {}, {UdcPart::name}}), "821RO");
  EXPECT_EQ(shorten_udc("(038)=111", rules), "(038)=111");
  EXPECT_EQ(shorten_udc("", rules), "");
  EXPECT_EQ(shorten_udc("821.135.1-31", {}), "821.135.1-31");
}

TEST(SpineLabel, BreaksAtSigns) {
  EXPECT_EQ(label_lines(parse_call_number("821.135.1-31 R292i")),
            (Lines{"821.135.1", "-31", "R292i"}));
  EXPECT_EQ(label_lines(parse_call_number("94(498) I64i")), (Lines{"94(498)", "I64i"}));
  EXPECT_EQ(label_lines(parse_call_number("C 94(498)\"19\"=135.1 I64i v.2 ex.3")),
            (Lines{"C", "94(498)", "\"19\"=135.1", "I64i", "v.2", "ex.3"}));
  EXPECT_EQ(label_lines({"", "37:004", "", "", "", ""}, 4), (Lines{"37", ":004"}));
  EXPECT_EQ(label_lines({"", "821.135.1", "", "", "", ""}, 8), (Lines{"821.135.", "1"}));
  EXPECT_EQ(label_lines({"", "929 Eminescu, M.", "", "", "", ""}),
            (Lines{"929", "Eminescu,", "M."}));
  EXPECT_EQ(label_lines({"", "821RO-31", "P912", "e", "", ""}), (Lines{"821RO-31", "P912e"}));
  EXPECT_EQ(label_lines({"", "821RO(498 Sibiu)", "", "", "", ""}),
            (Lines{"821RO", "(498", "Sibiu)"}));
  EXPECT_TRUE(label_lines({}).empty());
}

TEST(SpineLabel, NeverExceedsTheWidth) {
  METODICA_DATA_ROWS(rows, "udc-filing-order.csv");
  for (const auto& row : rows) {
    for (const std::size_t width : {1U, 5U, 8U, 10U}) {
      std::string joined;
      for (const std::string& line : label_lines({"", row[1], "R292", "i", "", ""}, width)) {
        EXPECT_FALSE(line.empty());
        const auto continuation = [](char c) {
          return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
        };
        EXPECT_LE(line.size() - static_cast<std::size_t>(
                                    std::count_if(line.begin(), line.end(), continuation)),
                  width)
            << row[1];
        joined += line;
      }
      std::string whole = row[1] + "R292i";
      std::erase(whole, ' ');
      std::erase(joined, ' ');
      EXPECT_EQ(joined, whole);
    }
  }
}

}  // namespace
}  // namespace metodica
