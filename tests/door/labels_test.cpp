// Labels through door 1, on SQLite and PostgreSQL: what is chosen, seen, printed and remembered,
// and what they are printed with.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"
#include "support/small_stock.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;
using testing::StartsWith;

Json copy_of(std::int64_t number, const std::string& title, const std::string& barcode) {
  return old_copy(number, Json::object({{"title", title},
                                        {"author", "Rebreanu, Liviu"},
                                        {"content", "82"},
                                        {"barcode", barcode},
                                        {"udc", "821.135.1-31"}}));
}

class Labels : public DoorTest {
 protected:
  void prepare() override {
    const Json::Array copies = {copy_of(1, "Ion", "B1001"), copy_of(2, "Ion", "B1002"),
                                copy_of(3, "Jar", "b1003")};
    door().good("registers.open", opening_with(copies));

    for (const std::int64_t number : {1, 2, 3}) {
      door().good("processing.give_mark",
                  Json::object({{"register", "carti"}, {"number", number}}));
    }
  }

  static Json labels(const char* kind, const char* which) {
    return Json::object({{"kind", kind}, {"which", which}});
  }
  static Json chosen(const char* kind, Json::Array copies) {
    return labels(kind, "copies").set("copies", std::move(copies));
  }
};

TEST_P(Labels, ThePictureShowsWhatIsPrintedAndRemembersNothing) {
  door().set_draw("data");
  const Json args = labels("spine", "new").set("start", 5);
  const Json screen = door().good("processing.labels_preview", args);
  EXPECT_THAT(screen.dump(), HasSubstr(">R43i<"));
  EXPECT_THAT(screen.dump(), HasSubstr("prima poziție liberă de pe ultima coală este 8"));
  EXPECT_THAT(Door::bytes_of(door().good("processing.labels_paper", args)), StartsWith("%PDF"));
  EXPECT_EQ(door().call("processing.labels_paper", args)["kind"].text(), "screen")
      << "nothing is new any more: the form again";
}

TEST_P(Labels, CopiesAreNamedByBarcodeOrNumber) {
  EXPECT_THAT(Door::bytes_of(door().good("processing.labels_paper",
                                         chosen("spine", {"B1002", "1", "carti 3", "1"}))),
              StartsWith("%PDF"));
  const Json refused = door().call("processing.labels_paper", chosen("spine", {"B1002", "X9"}));
  EXPECT_EQ(refused["message"].text(), "labels.copy_unknown");
  EXPECT_EQ(refused["field"].text(), "copies");
}

TEST_P(Labels, EachSymbologyChecksWhatItHolds) {
  for (const char* code : {"code_128", "code_39", "qr", "data_matrix"}) {
    door().good("processing.labels_paper",
                chosen("barcode", {"B1001"}).set("code", code).set("sheet", "L7654"));
  }
  const Json small =
      door().call("processing.labels_paper", chosen("barcode", {"b1003"}).set("code", "code_39"));
  EXPECT_EQ(small["message"].text(), "documents.barcode") << "Code 39 has no small letters";
  EXPECT_EQ(door()
                .call("processing.labels_paper",
                      chosen("barcode", {"B1001"}).set("code", "ean_13"))["message"]
                .text(),
            "documents.barcode");
  // Refused, so nothing was remembered.
  door().set_draw("data");
  EXPECT_THAT(door().good("processing.labels_preview", labels("barcode", "new")).dump(),
              HasSubstr("b1003"));
}

TEST_P(Labels, PocketsAreNewAgainWhenTheCallNumberChanges) {
  const Json all = labels("pocket", "new").set("sheet", "L7160").set("pocket_code", "qr");
  door().set_key("pocket-1");
  const std::string first = Door::bytes_of(door().good("processing.labels_paper", all));
  door().set_key("pocket-1");
  EXPECT_EQ(Door::bytes_of(door().good("processing.labels_paper", all)), first);
  EXPECT_EQ(door().call("processing.labels_paper", all)["message"].text(), "processing.no_labels");
  door().good("processing.give_mark",
              Json::object({{"register", "carti"}, {"number", 3}, {"section", "L"}}));
  door().good("processing.labels_paper", all);
}

TEST_P(Labels, ASheetOfTheLibraryIsCheckedKeptUsedAndRemoved) {
  Json sheet = Json::object({{"code", "Raft 60"},
                             {"page", "A4"},
                             {"columns", 3},
                             {"rows", 10},
                             {"width", "60"},
                             {"height", "25,4"},
                             {"left", "10"},
                             {"top", "20"},
                             {"pitch_x", "64"},
                             {"pitch_y", "25,4"}});
  Json wide = sheet;
  const Json refused = door().call("processing.label_sheet_save", wide.set("columns", 4));
  EXPECT_EQ(refused["message"].text(), "documents.sheet_wide");
  EXPECT_EQ(refused["field"].text(), "columns");
  Json unread = sheet;
  EXPECT_EQ(door().call("processing.label_sheet_save", unread.set("left", "1,234"))["field"].text(),
            "left");
  const Json saved = door().good("processing.label_sheet_save", sheet);
  EXPECT_THAT(saved.dump(), HasSubstr("Pagina de probă a colii Raft 60"));
  door().good("processing.labels_paper",
              labels("spine", "new").set("sheet", "Raft 60").set("start", 30));
  EXPECT_EQ(door()
                .call("processing.labels_paper",
                      labels("spine", "test").set("sheet", "Raft 60").set("start", 31))["field"]
                .text(),
            "start");
  door().good("processing.label_sheet_remove", Json::object({{"code", "Raft 60"}}));
  EXPECT_EQ(door()
                .call("processing.label_sheet_remove", Json::object({{"code", "L7651"}}))["message"]
                .text(),
            "processing.unknown_sheet")
      << "those of the program stay";
  EXPECT_EQ(
      door()
          .call("processing.labels_paper", labels("spine", "test").set("sheet", "Raft 60"))["field"]
          .text(),
      "sheet");
}

TEST_P(Labels, TheOffsetOfAPrinterMovesThePicture) {
  door().set_draw("data");
  const Json printer = Json::object({{"name", "HP la parter"}, {"right", "1"}, {"down", "-0,5"}});
  door().good("processing.label_printers_save",
              Json::object({{"printers", Json::array({printer})}}));
  const Json test = labels("spine", "test");
  // The first label of L7651 begins at 4,7 × 10,9 mm: 13,32 × 30,9 points.
  EXPECT_THAT(door().good("processing.labels_preview", test).dump(),
              HasSubstr(R"(<rect x=\"13.32\" y=\"30.9\")"));
  EXPECT_THAT(
      door()
          .good("processing.labels_preview", labels("spine", "test").set("printer", "HP la parter"))
          .dump(),
      HasSubstr(R"(<rect x=\"16.16\" y=\"29.48\")"));
  EXPECT_EQ(door()
                .call("processing.labels_paper", labels("spine", "new").set("printer", "?"))["kind"]
                .text(),
            "screen");
  const Json twice = door().call("processing.label_printers_save",
                                 Json::object({{"printers", Json::array({printer, printer})}}));
  EXPECT_THAT(twice.dump(), HasSubstr("de două ori"));
}

TEST_P(Labels, ShelfEndsSayTheClassInWordsAndColour) {
  door().set_draw("data");
  EXPECT_THAT(door().good("processing.shelf_ends", Json::object({{"digits", 3}})).dump(),
              HasSubstr("\"821\""));
  const Json spans =
      Json::object({{"spans", Json::array({"821.135.1-31 – 94(498)"})}, {"colours", true}});
  const std::string romanian = door().good("processing.shelf_ends_preview", spans).dump();
  EXPECT_THAT(romanian, HasSubstr(">821.135.1-31 – 94(498)<"));
  EXPECT_THAT(romanian, HasSubstr("#8a8d8f")) << "grey of class 8";
  door().good(
      "processing.class_colours_save",
      Json::object(
          {{"colours", Json::array({Json::object(
                           {{"prefix", "821"}, {"name", "auriu"}, {"colour", "#d4af37"}})})}}));
  EXPECT_THAT(door().good("processing.shelf_ends_preview", spans).dump(), HasSubstr("#d4af37"));
  EXPECT_THAT(Door::bytes_of(door().good("processing.shelf_ends_paper", spans)),
              StartsWith("%PDF"));
  const Json wrong = Json::object(
      {{"colours",
        Json::array({Json::object({{"prefix", "821"}, {"name", "auriu"}, {"colour", "auriu"}})})}});
  EXPECT_THAT(door().call("processing.class_colours_save", wrong).dump(), HasSubstr("#8a8d8f"));
}

METODICA_ON_SHARED_ENGINES(Labels);

}  // namespace
}  // namespace metodica::test
