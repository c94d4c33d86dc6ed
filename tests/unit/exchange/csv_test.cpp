#include "exchange/csv.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "exchange/csv_rows.hpp"
#include "exchange/csv_writer.hpp"

namespace metodica {
namespace {

using std::string_literals::operator""s;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<CsvColumn> columns() {
  return {{"number", {"Nr. inventar", "Număr de inventar"}, CsvKind::code, true},
          {"title", {"Titlu"}, CsvKind::text, false},
          {"price", {"Preț"}, CsvKind::money, false}};
}

struct Table {
  std::vector<CsvRow> rows;
  char delimiter = ' ';
  Charset charset = Charset::utf8;
  std::vector<std::string> unknown;
};

Table read(std::string_view bytes) {
  Result<CsvReader> reader = CsvReader::open(from_memory(bytes), columns());
  EXPECT_TRUE(reader) << reader.error().message;
  Table table;
  CsvRow row;
  while (reader && reader->next(row)) {
    table.rows.push_back(row);
  }
  table.delimiter = reader->delimiter();
  table.charset = reader->charset();
  table.unknown = reader->unknown_headers();
  return table;
}

std::string refusal(std::string_view bytes) {
  const Result<CsvReader> reader = CsvReader::open(from_memory(bytes), columns());
  return reader ? "accepted" : reader.error().message;
}

TEST(CsvTest, ColumnsInAnyOrderUnderAnyOfTheirNames) {
  const Table table = read("\xEF\xBB\xBFTITLU;Obs;NUMAR DE  INVENTAR\r\nMoara cu noroc;x;0012\r\n");
  EXPECT_EQ(table.delimiter, ';');
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("0012", "Moara cu noroc", ""));
  EXPECT_EQ(table.rows[0].number, 2U);
  EXPECT_EQ(table.rows[0].line, 2U);
  EXPECT_THAT(table.rows[0].problems, IsEmpty());
  EXPECT_THAT(table.unknown, ElementsAre("Obs"));
}

TEST(CsvTest, DelimitersAreGuessed) {
  EXPECT_EQ(read("nr. inventar,titlu\n1,Unu\n").delimiter, ',');
  EXPECT_EQ(read("nr. inventar\ttitlu\n1\tUnu, doi\n").delimiter, '\t');
  EXPECT_EQ(read("\"nr. inventar\";\"titlu, autor\"\n1;Unu\n").delimiter, ';');
  EXPECT_EQ(read("sep=,\nnr. inventar,titlu\n1,Unu\n").rows[0].cells[1], "Unu");
  EXPECT_EQ(guess_delimiter("one"), ';');
}

TEST(CsvTest, QuotesLineEndsAndInches) {
  const Table table = read(
      "nr. inventar;titlu;preț\n"
      "1;\"Poezii;\nantologie \"\"nouă\"\"\";10\n"
      "2;disc 12\" stereo;20\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].cells[1], "Poezii; antologie \"nouă\"");
  EXPECT_EQ(table.rows[1].cells[1], "disc 12\" stereo");
  EXPECT_EQ(table.rows[1].number, 3U);
  EXPECT_EQ(table.rows[1].line, 4U);
}

TEST(CsvTest, QuoteThatNeverClosesCostsOneRow) {
  const Table table = read("nr. inventar;titlu;preț\n1;\"Poezii;10\n2;Proză;20\n");
  ASSERT_EQ(table.rows.size(), 2U);
  EXPECT_EQ(table.rows[0].problems.front().message, "exchange.csv_quote_open");
  EXPECT_THAT(table.rows[1].problems, IsEmpty());
  EXPECT_EQ(table.rows[1].cells[1], "Proză");
}

TEST(CsvTest, Windows1250IsRecognised) {
  const Table table = read(
      "nr. inventar;titlu\n1;\xDE"
      "ara \xBAi c\xE3r\xFEile\n");
  EXPECT_EQ(table.rows[0].cells[1], "Țara și cărțile");
  EXPECT_EQ(table.charset, Charset::windows1250);
}

TEST(CsvTest, BlankRowsCountButAreNotGiven) {
  const Table table = read("\n\nnr. inventar;titlu\n;;\n\n1;Unu\n");
  ASSERT_EQ(table.rows.size(), 1U);
  EXPECT_EQ(table.rows[0].number, 6U);
}

TEST(CsvTest, SpacesOfSpreadsheetsAreTrimmed) {
  const Table table = read("nr. inventar;titlu\n\u00A0 12 \u00A0;Unu  \n");
  EXPECT_EQ(table.rows[0].cells[0], "12");
  EXPECT_EQ(table.rows[0].cells[1], "Unu");
}

TEST(CsvTest, SpreadsheetDamageIsAProblemOfRowAndColumn) {
  const Table table = read("titlu;nr. inventar\nUnu;2,00E+12\nDoi;01.02.2024\n3/4;3/4\n");
  ASSERT_EQ(table.rows.size(), 3U);
  ASSERT_EQ(table.rows[0].problems.size(), 1U);
  EXPECT_EQ(table.rows[0].problems[0].message, "exchange.csv_scientific");
  EXPECT_EQ(table.rows[0].problems[0].field, "number");
  EXPECT_THAT(
      table.rows[0].problems[0].arguments,
      ElementsAre(MessageArgument{"row", std::int64_t{2}}, MessageArgument{"column", "number"s},
                  MessageArgument{"text", "2,00E+12"s}));
  EXPECT_EQ(table.rows[1].problems[0].message, "exchange.csv_date_in_code");
  EXPECT_THAT(table.rows[2].problems, IsEmpty());
}

TEST(CsvTest, WrongNumberOfCells) {
  const Table table = read("nr. inventar;titlu\n1\n2;Doi;;\n3;Trei;4\n");
  EXPECT_EQ(table.rows[0].problems[0].message, "exchange.csv_cell_count");
  EXPECT_THAT(table.rows[1].problems, IsEmpty());
  EXPECT_EQ(table.rows[2].problems[0].message, "exchange.csv_cell_count");
}

TEST(CsvTest, FilesThatAreNoTable) {
  EXPECT_EQ(refusal(""), "exchange.csv_empty");
  EXPECT_EQ(refusal("\n \n"), "exchange.csv_empty");
  EXPECT_EQ(refusal("PK\x03\x04 xlsx"), "exchange.not_csv.zip");
  EXPECT_EQ(refusal("\xff\xfen\0r\0"s), "exchange.not_csv.utf16");
  EXPECT_EQ(refusal("titlu;preț\nUnu;2\n"), "exchange.csv_column_missing");
  EXPECT_EQ(refusal("nr inventar;nr. inventar\n1;1\n"), "exchange.csv_column_twice");
}

TEST(CsvTest, HasTellsWhichColumnsAreThere) {
  Result<CsvReader> reader = CsvReader::open(from_memory("nr. inventar;titlu\n"), columns());
  ASSERT_TRUE(reader);
  EXPECT_TRUE(reader->has("title"));
  EXPECT_FALSE(reader->has("price"));
}

TEST(CsvTest, RowsDoNotDependOnBlocks) {
  const std::string bytes = "nr. inventar;titlu\r\n1;\"a\"\"b\"\r\n2;\"c\r\nd\"\r\n";
  Result<CsvReader> reader = CsvReader::open(
      [rest = std::string_view(bytes)](char* to, std::size_t room) mutable -> std::int64_t {
        const std::size_t count = std::min<std::size_t>({1, room, rest.size()});
        rest.copy(to, count);
        rest.remove_prefix(count);
        return static_cast<std::int64_t>(count);
      },
      columns());
  ASSERT_TRUE(reader);
  CsvRow row;
  ASSERT_TRUE(reader->next(row));
  EXPECT_EQ(row.cells[1], "a\"b");
  ASSERT_TRUE(reader->next(row));
  EXPECT_EQ(row.cells[1], "c d");
  EXPECT_FALSE(reader->next(row));
}

TEST(CsvWriterTest, WritesWhatTheReaderReads) {
  CsvWriter writer;
  writer.row(std::vector<std::string>{"Nr. inventar", "Titlu", "Preț"});
  writer.row(std::vector<std::string>{"0012", "Poezii; \"antologie\"", "10,5"});
  const std::string bytes = writer.take();
  EXPECT_EQ(
      bytes,
      "\xEF\xBB\xBFNr. inventar;Titlu;Preț\r\n0012;\"Poezii; \"\"antologie\"\"\";\"10,5\"\r\n");
  const Table table = read(bytes);
  EXPECT_THAT(table.rows[0].cells, ElementsAre("0012", "Poezii; \"antologie\"", "10,5"));
}

TEST(CsvWriterTest, MarkOnceAndFormulasOnRequest) {
  CsvStyle style;
  style.byte_order_mark = false;
  CsvWriter plain(style);
  plain.row(std::vector<std::string>{"=1+1"});
  EXPECT_EQ(plain.take(), "=1+1\r\n");
  style.disarm_formulas = true;
  style.byte_order_mark = true;
  CsvWriter careful(style);
  careful.row(std::vector<std::string>{"=1+1", "-a;b", "a"});
  EXPECT_EQ(careful.take(), "\xEF\xBB\xBF'=1+1;\"'-a;b\";a\r\n");
  careful.row(std::vector<std::string>{"b"});
  EXPECT_EQ(careful.take(), "b\r\n");
}

}  // namespace
}  // namespace metodica
