// Lists of the stock through door 1: the orders, pages, PDF and XLSX.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

struct Book {
  const char *title, *author, *udc, *mark;
};

// A cell with a second line is an object, a plain one its text.
std::string words(const Json& cell) {
  return cell.is_text() ? cell.text() : cell["text"].text();
}

class StockList : public testing::Test {
 protected:
  void SetUp() override {
    const std::vector<Book> books = {{"Șerpii", "Zamfir, Ana", "59", "A10"},
                                     {"Un pod", "Băncilă, Ion", "624", "B20"},
                                     {"Atlas", "", "51", "C30"}};
    Json::Array copies;
    std::int64_t number = 0;
    for (const Book& book : books) {
      copies.push_back(Json::object({{"register", "carti"},
                                     {"number", ++number},
                                     {"title", book.title},
                                     {"author", book.author},
                                     {"value", "12.5000"},
                                     {"language", "ro"},
                                     {"content", "50/54"},
                                     {"custody", "adulti"},
                                     {"barcode", "00" + std::to_string(number)},
                                     {"acquired_on", "2015-01-15"},
                                     {"udc", book.udc}}));
    }
    Json::Array registers = {Json::object(
        {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 3}})};
    door_.good(
        "registers.open",
        Json::object({{"opened_on", "2025-01-01"}, {"registers", registers}, {"copies", copies}}));
    for (std::int64_t i = 1; i <= number; ++i) {
      door_.good("processing.give_mark",
                 Json::object({{"register", "carti"},
                               {"number", i},
                               {"author_mark", books[static_cast<std::size_t>(i - 1)].mark}}));
    }
  }

  std::vector<std::string> titles(const Json& args) {
    std::vector<std::string> all;
    const Json screen = door_.good("processing.stock_list", args);
    for (const Json& block : screen["blocks"].items()) {
      if (block["block"].text() != "table")
        continue;
      for (const Json& row : block["rows"].items())
        all.push_back(words(row["cells"].items().at(1)));
    }
    return all;
  }

  Door door_;
};

TEST_F(StockList, ComesInEachOrder) {
  const auto by = [&](const char* order) { return titles(Json::object({{"order", order}})); };
  EXPECT_THAT(by("shelf"), ElementsAre("Atlas", "Șerpii", "Un pod"));
  EXPECT_THAT(by("number"), ElementsAre("Șerpii", "Un pod", "Atlas"));
  EXPECT_THAT(by("author"), ElementsAre("Un pod", "Șerpii", "Atlas")) << "no author comes last";
  EXPECT_THAT(by("title"), ElementsAre("Atlas", "Un pod", "Șerpii")) << "without the article";
  EXPECT_THAT(by("udc"), ElementsAre("Atlas", "Șerpii", "Un pod"));
}

TEST_F(StockList, GoesOnAfterACopy) {
  EXPECT_THAT(
      titles(Json::object({{"order", "title"}, {"after_register", "carti"}, {"after", "3"}})),
      ElementsAre("Un pod", "Șerpii"));
}

TEST_F(StockList, IsPaperAndWorkbook) {
  const Json args = Json::object({{"order", "author"}});
  EXPECT_THAT(Door::bytes_of(door_.good("processing.stock_list_paper", args)), StartsWith("%PDF"));
  const Json workbook = door_.good("processing.stock_list_xlsx", args);
  EXPECT_THAT(Door::bytes_of(workbook), StartsWith("PK"));
}

}  // namespace
}  // namespace metodica::test
