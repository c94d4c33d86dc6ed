#include "documents/workbook.hpp"

#include <gtest/gtest.h>
#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <memory>

#include "documents/xlsx/workbook_writer.hpp"

namespace metodica::documents {
namespace {

Workbook two_copies() {
  Workbook book;
  book.sheet = "Lista la raft: [secția C]";
  book.above = {"Biblioteca Comunală", "Lista la raft"};
  book.columns = {{"Cota", WorkbookKind::text, 24},
                  {"Cod de bare", WorkbookKind::text, 14},
                  {"Nr.", WorkbookKind::integer, 8},
                  {"Valoare", WorkbookKind::money, 12},
                  {"Intrat la", WorkbookKind::date, 12}};
  book.made_on = *Date::parse("2026-01-15");
  book.program = "Metodica";
  auto next = std::make_shared<int>(0);
  book.rows = [next](std::vector<WorkbookCell>& row) {
    if (++*next == 1) {
      row = {"C 821-31 <Ș> & R292i", "000123", std::int64_t{4322}, Money::from_e4(123'456'700),
             *Date::parse("2025-03-01")};
    } else {
      row = {"53", std::monostate(), std::int64_t{-1}, Money::from_e4(5), Date()};
    }
    return *next < 3;
  };
  return book;
}

// A file inside of an XLSX, by unzip.
std::string inside(const std::string& bytes, const std::string& name) {
  const auto path = std::filesystem::temp_directory_path() /
                    ("metodica_workbook_" + std::to_string(::getpid()) + ".xlsx");
  std::ofstream(path, std::ios::binary) << bytes;
  std::string text;
  FILE* const pipe = ::popen(("unzip -p '" + path.string() + "' " + name).c_str(), "r");
  std::array<char, 4096> piece{};
  for (std::size_t n = 0; (n = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;)
    text.append(piece.data(), n);
  EXPECT_EQ(::pclose(pipe), 0);
  std::filesystem::remove(path);
  return text;
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

TEST(WriteWorkbook, TextStaysTextAndNumbersAreNumbers) {
  const auto bytes = write_workbook(two_copies());
  ASSERT_TRUE(bytes);
  const std::string sheet = inside(*bytes, "xl/worksheets/sheet1.xml");
  EXPECT_TRUE(has(sheet, "t=\"inlineStr\"><is><t>000123</t>")) << sheet;
  EXPECT_TRUE(has(sheet, "C 821-31 &lt;Ș&gt; &amp; R292i"));
  EXPECT_TRUE(has(sheet, "<v>4322</v>"));
  EXPECT_TRUE(has(sheet, "<v>12345.67</v>")) << "lei, not ten-thousandths";
  EXPECT_TRUE(has(sheet, "<v>45717</v>")) << "1 March 2025 as a day number";
  EXPECT_TRUE(has(sheet, "<autoFilter"));
  EXPECT_TRUE(has(inside(*bytes, "xl/workbook.xml"), "name=\"Lista la raft secția C\""));
  EXPECT_TRUE(has(inside(*bytes, "docProps/core.xml"), "2026-01-15"));
}

TEST(WriteWorkbook, RefusesWhatDoesNotFitItsColumn) {
  Workbook book = two_copies();
  book.rows = [](std::vector<WorkbookCell>& row) {
    row = {std::int64_t{5}};
    return true;
  };
  const auto refused = write_workbook(book);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().message, "documents.cell_kind");
  book.columns.clear();
  EXPECT_EQ(write_workbook(book).error().message, "documents.no_columns");
}

TEST(WriteWorkbook, ATableWithoutRowsIsAFileToo) {
  Workbook book = two_copies();
  book.rows = {};
  book.sheet.clear();
  EXPECT_TRUE(write_workbook(book));
}

}  // namespace
}  // namespace metodica::documents
