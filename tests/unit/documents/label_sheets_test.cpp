#include "documents/label_sheets.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "documents/documents.hpp"
#include "support/needed.hpp"
#include "support/shared_data.hpp"

namespace metodica::documents {
namespace {

constexpr const char* heading =
    "code,page,columns,rows,width,height,left,top,pitch_x,pitch_y,corner\n";

TEST(LabelSheets, ShippedOnesAreThere) {
  const auto sheets = make_documents()->label_sheets();
  for (const char* code : {"L7651", "L4732", "L7163", "3474"}) {
    EXPECT_TRUE(std::any_of(sheets.begin(), sheets.end(), [&](const LabelSheet& sheet) {
      return sheet.code == code;
    })) << code;
  }
  ASSERT_FALSE(sheets.empty());
  EXPECT_EQ(sheets[0].positions(), 65);
  EXPECT_DOUBLE_EQ(sheets[0].width, 38.1);
  EXPECT_DOUBLE_EQ(sheets[0].pitch_x, 40.6);
}

TEST(LabelSheets, ShippedOnesAgreeWithTheSharedTable) {
  const auto table = test::shared_data("label-sheets.csv");
  std::ifstream in(table);
  if (!in)
    METODICA_MISSING("no " + table.string());
  const auto sheets = make_documents()->label_sheets();
  int compared = 0;
  for (std::string line; std::getline(in, line);) {
    for (const LabelSheet& sheet : sheets) {
      const std::string code = line.substr(0, line.find(','));
      if (("/" + code + "/").find("/" + sheet.code + "/") == std::string::npos)
        continue;
      std::istringstream fields(line.substr(code.size()));
      std::string page;
      double columns = 0, rows = 0, width = 0, height = 0, left = 0, top = 0;
      char comma = 0;
      fields >> comma;
      std::getline(fields, page, ',');
      fields >> columns >> comma >> rows >> comma >> width >> comma >> height >> comma >> left >>
          comma >> top;
      EXPECT_EQ(sheet.page, page) << code;
      EXPECT_EQ(sheet.positions(), std::lround(columns * rows)) << code;
      EXPECT_NEAR(sheet.width, width, 0.1) << code;
      EXPECT_NEAR(sheet.height, height, 0.1) << code;
      EXPECT_NEAR(sheet.left, left, 0.1) << code;
      EXPECT_NEAR(sheet.top, top, 0.1) << code;
      ++compared;
    }
  }
  EXPECT_EQ(compared, static_cast<int>(sheets.size()));
}

TEST(LabelSheets, ReadsLines) {
  const auto sheets =
      parse_label_sheets(std::string(heading) + "X1,A4,2,3,90,80,10,10,95,85,2.5\n");
  ASSERT_TRUE(sheets.has_value());
  ASSERT_EQ(sheets->size(), 1U);
  EXPECT_EQ((*sheets)[0].code, "X1");
  EXPECT_EQ((*sheets)[0].rows, 3);
  EXPECT_DOUBLE_EQ((*sheets)[0].corner, 2.5);
}

TEST(LabelSheets, RefusesBrokenLines) {
  for (const char* line : {"X1,A4,2,3,90,80,10,10,95,85\n",       // a field missing
                           "X1,A4,2,3,90,80,10,10,95,85,2,9\n",   // one too many
                           "X1,A4,2,x,90,80,10,10,95,85,2\n",     // not a number
                           "X1,A5,2,3,90,80,10,10,95,85,2\n",     // unknown page
                           "X1,A4,3,3,90,80,10,10,95,85,2\n",     // leaves the page
                           "X1,A4,2,3,90,80,10,10,60,85,2\n"}) {  // overlaps
    EXPECT_FALSE(parse_label_sheets(std::string(heading) + line).has_value()) << line;
  }
}

TEST(LabelSheets, SayWhichMeasureIsWrong) {
  const LabelSheet good{"X1", "A4", 2, 3, 90, 80, 10, 10, 95, 85, 2};
  ASSERT_TRUE(check_sheet(good).has_value());
  const auto field_of = [&](auto change) {
    LabelSheet sheet = good;
    change(sheet);
    const auto checked = check_sheet(sheet);
    return checked ? std::string("none") : checked.error().message + " " + checked.error().field;
  };
  EXPECT_EQ(field_of([](LabelSheet& s) { s.page = "A5"; }), "documents.sheet_page page");
  EXPECT_EQ(field_of([](LabelSheet& s) { s.rows = 0; }), "documents.sheet_number rows");
  EXPECT_EQ(field_of([](LabelSheet& s) { s.height = 4; }), "documents.sheet_number height");
  EXPECT_EQ(field_of([](LabelSheet& s) { s.corner = 41; }), "documents.sheet_corner corner");
  EXPECT_EQ(field_of([](LabelSheet& s) { s.pitch_x = 80; }), "documents.sheet_overlap pitch_x");
  EXPECT_EQ(field_of([](LabelSheet& s) { s.columns = 3; }), "documents.sheet_wide columns");
  EXPECT_EQ(field_of([](LabelSheet& s) { s.top = 60; }), "documents.sheet_high rows");
  LabelSheet wide = good;
  wide.columns = 3;
  EXPECT_EQ(Messages("ro").of(check_sheet(wide).error()),
            "Etichetele ies din pagină la dreapta: au nevoie de 290 mm, iar pagina are 210 mm.");
}

}  // namespace
}  // namespace metodica::documents
