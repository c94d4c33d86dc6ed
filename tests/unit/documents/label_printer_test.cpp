#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "paper_samples.hpp"
#include "pdf_reader.hpp"
#include "support/needed.hpp"

namespace metodica::tests {
namespace {

constexpr double points_per_mm = 72.0 / 25.4;

std::string numbered(int label) {
  return std::string("N").append(std::to_string(label));
}

class LabelPdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_poppler())
      METODICA_MISSING("pdftotext (poppler-utils) is not installed");
    paper_.sheet = documents_->label_sheets().at(0);  // L7651
    paper_.listed_on = Date(2026, 1, 15);
  }

  std::string print() {
    auto result = documents_->labels_pdf(paper_, words_);
    EXPECT_TRUE(result.has_value()) << (result ? "" : words_.of(result.error()));
    return result ? *result : std::string();
  }

  static PdfWord find(const std::vector<PdfWord>& words, const std::string& text) {
    const auto found = std::find_if(words.begin(), words.end(),
                                    [&](const PdfWord& word) { return word.text == text; });
    EXPECT_NE(found, words.end()) << text;
    return found == words.end() ? PdfWord{} : *found;
  }

  /// The word's centre lies in the middle of label (column, row), across; and within it, down.
  void expect_in(const PdfWord& word, int column, int row) const {
    const LabelSheet& sheet = paper_.sheet;
    const double left = sheet.left + column * sheet.pitch_x + paper_.offset_x;
    const double top = sheet.top + row * sheet.pitch_y + paper_.offset_y;
    EXPECT_NEAR((word.left + word.right) / 2 / points_per_mm, left + sheet.width / 2, 0.15)
        << word.text;
    EXPECT_GE(word.top / points_per_mm, top - 0.5) << word.text;
    EXPECT_LE(word.bottom / points_per_mm, top + sheet.height + 0.5) << word.text;
  }

  void fill(int count) {
    for (int i = 1; i <= count; ++i)
      paper_.labels.push_back(label({"821.135.1", numbered(i)}));
  }

  static Label label(std::vector<std::string> lines, std::string barcode = {}) {
    Label made;
    made.lines = std::move(lines);
    made.barcode = std::move(barcode);
    return made;
  }

  std::unique_ptr<Documents> documents_ = make_documents();
  Messages words_{"ro"};
  LabelPaper paper_;
};

TEST_F(LabelPdf, LabelsStandWhereTheSheetHasThem) {
  fill(65);
  const PdfReader reader(print());
  EXPECT_THAT(reader.info("Page size"), ::testing::HasSubstr("A4"));
  EXPECT_EQ(reader.info("Pages"), "1");
  const auto words = reader.words();
  expect_in(find(words, "N1"), 0, 0);
  expect_in(find(words, "N5"), 4, 0);
  expect_in(find(words, "N6"), 0, 1);
  expect_in(find(words, "N65"), 4, 12);
}

TEST_F(LabelPdf, PartUsedSheetAndCalibration) {
  fill(63);
  paper_.start = 4;
  paper_.offset_x = 1.5;
  paper_.offset_y = -0.8;
  const PdfReader reader(print());
  EXPECT_EQ(reader.info("Pages"), "2");
  const auto words = reader.words();
  expect_in(find(words, "N1"), 3, 0);
  expect_in(find(words, "N3"), 0, 1);
  const PdfWord next_sheet = find(words, "N63");
  EXPECT_EQ(next_sheet.page, 2);
  expect_in(next_sheet, 0, 0);
}

TEST_F(LabelPdf, LongLinesStayInsideTheLabel) {
  paper_.labels = {label({"821.135.1-31(498.4-Cluj)„1945/1989”", "Constantinescu-Ștefănescu", "am",
                          "vol. 3", "ex. 2"})};
  for (const PdfWord& word : PdfReader(print()).words()) {
    EXPECT_GE(word.left / points_per_mm, paper_.sheet.left) << word.text;
    EXPECT_LE(word.right / points_per_mm, paper_.sheet.left + paper_.sheet.width) << word.text;
    EXPECT_LE(word.bottom / points_per_mm, paper_.sheet.top + paper_.sheet.height + 0.3)
        << word.text;
  }
}

TEST_F(LabelPdf, BarsHaveEvenModulesAndQuietZones) {
  paper_.labels = {label({"Bibl. Huedin"}, "2000012345")};
  const PdfReader reader(print());
  constexpr int dots = 40;  // per mm
  const ScanLine line = reader.scan(paper_.sheet.top + paper_.sheet.height / 2, dots);
  const auto first = std::find(line.begin(), line.end(), true) - line.begin();
  const auto last =
      line.size() - 1 -
      static_cast<std::size_t>(std::find(line.rbegin(), line.rend(), true) - line.rbegin());
  // Start C, five pairs, check digit, stop: 90 modules; the label leaves room for 10 on each side.
  const double module = (static_cast<double>(last) - static_cast<double>(first) + 1) / dots / 90;
  EXPECT_NEAR(module, (38.1 - 2) / 110, 0.003);
  EXPECT_GE(static_cast<double>(first) / dots - paper_.sheet.left, 10 * module);
  std::string widths;
  for (auto at = static_cast<std::size_t>(first); at <= last;) {
    std::size_t end = at;
    while (end <= last && line[end] == line[at])
      ++end;
    widths += std::to_string(std::lround(static_cast<double>(end - at) / dots / module));
    at = end;
  }
  // Start C, 20, 00, 01, 23, 45; check digit (105 + 20 + 0 + 3 + 4·23 + 5·45) mod 103 = 33; stop.
  EXPECT_EQ(widths,
            "211232"
            "221231"
            "212222"
            "222122"
            "312131"
            "113123"
            "111323"
            "2331112");
  find(reader.words(), "2000012345");
}

TEST_F(LabelPdf, TestPageNumbersEveryPosition) {
  paper_.test_page = true;
  const auto words = PdfReader(print()).words();
  expect_in(find(words, "65"), 4, 12);
  expect_in(find(words, "33"), 2, 6);
}

TEST_F(LabelPdf, RefusesWhatDoesNotFit) {
  fill(1);
  paper_.start = 66;
  EXPECT_EQ(words_.of(documents_->labels_pdf(paper_, words_).error()),
            "Coala are 65 de etichete; prima poziție liberă trebuie să fie una dintre ele.");
  paper_.start = 1;
  paper_.labels = {label({}, "PREA-LUNG-PENTRU-ETICHETA-ACEASTA")};
  EXPECT_EQ(documents_->labels_pdf(paper_, words_).error().message, "documents.barcode_room");
  paper_.labels = {label({}, "ș")};
  EXPECT_EQ(documents_->labels_pdf(paper_, words_).error().message, "documents.barcode");
  paper_.sheet.columns = 9;
  EXPECT_EQ(documents_->labels_pdf(paper_, words_).error().message, "documents.sheet_wide");
}

// What is printed lies where the sheet has it: the frames as a program reads them from the PDF.
TEST_F(LabelPdf, FramesAreExactToATenthOfAMillimetre) {
  paper_.test_page = true;
  paper_.offset_x = 0.7;
  paper_.offset_y = -1.2;
  for (const LabelSheet& sheet : documents_->label_sheets()) {
    paper_.sheet = sheet;
    const auto frames = PdfReader(print()).frames();
    ASSERT_EQ(frames.size(), static_cast<std::size_t>(sheet.positions())) << sheet.code;
    for (std::size_t i = 0; i < frames.size(); ++i) {
      const auto column = static_cast<double>(static_cast<int>(i) % sheet.columns);
      const auto row = static_cast<double>(static_cast<int>(i) / sheet.columns);
      constexpr double tenth = 0.05;
      EXPECT_NEAR(frames[i].left / points_per_mm, sheet.left + column * sheet.pitch_x + 0.7, tenth);
      EXPECT_NEAR(frames[i].top / points_per_mm, sheet.top + row * sheet.pitch_y - 1.2, tenth);
      EXPECT_NEAR((frames[i].right - frames[i].left) / points_per_mm, sheet.width, tenth);
      EXPECT_NEAR((frames[i].bottom - frames[i].top) / points_per_mm, sheet.height, tenth);
    }
  }
}

TEST_F(LabelPdf, TheRulerOfTheTestPageIsTenCentimetres) {
  paper_.test_page = true;
  const auto lines = PdfReader(print()).rulers();
  ASSERT_EQ(lines.size(), 12U) << "a line and eleven ticks";
  EXPECT_NEAR((lines[0].right - lines[0].left) / points_per_mm, 100, 0.05);
  EXPECT_NEAR((lines[11].left - lines[1].left) / points_per_mm, 100, 0.05);
}

TEST_F(LabelPdf, ASquareCodeStandsBesideItsText) {
  Label square = label({"821.135.1", "R43i"}, "C0000265");
  square.symbology = Symbology::qr;
  paper_.labels = {square};
  const PdfReader reader(print());
  const auto words = reader.words();
  const double middle = paper_.sheet.left + paper_.sheet.width / 2;
  EXPECT_GT(find(words, "C0000265").left / points_per_mm, middle - 2);
  const ScanLine line = reader.scan(paper_.sheet.top + paper_.sheet.height / 2, 20);
  const auto black = std::find(line.begin(), line.end(), true) - line.begin();
  // One millimetre of border, four modules of 0.6 mm of quiet zone.
  EXPECT_GE(static_cast<double>(black) / 20 - paper_.sheet.left, 1 + 4 * 0.6 - 0.1);
}

TEST_F(LabelPdf, ShelfEndsHaveABandWithItsDigitAndTheWordsOfTheClass) {
  paper_.sheet = documents_->label_sheets().at(4);  // L7163
  Label shelf = label({"821.135.1 – 821.511", "Literatură română – Literatură maghiară"});
  shelf.look = LabelLook::shelf_end;
  shelf.band = ColourBand{{138, 141, 143}, "8"};
  paper_.labels = {shelf};
  const auto words = PdfReader(print()).words();
  const PdfWord digit = find(words, "8");
  const PdfWord mark = find(words, "821.135.1");
  EXPECT_LT(digit.right, mark.left);
  EXPECT_GT(mark.bottom - mark.top, find(words, "maghiară").bottom - find(words, "maghiară").top);
}

TEST_F(LabelPdf, AWholeCardFitsItsPocket) {
  paper_.sheet = documents_->label_sheets().at(3);  // L7160
  Label card =
      label({"Rebreanu, Liviu", "Pădurea spânzuraților : roman / ediție îngrijită de N. Gheran",
             "821.135.1-31 R43p", "Nr. inv. 4322"},
            "C0000265");
  card.look = LabelLook::card;
  paper_.labels = {card};
  const auto words = PdfReader(print()).words();
  for (const char* text : {"Rebreanu,", "Gheran", "4322", "C0000265"})
    find(words, text);
  EXPECT_LT(find(words, "4322").bottom, find(words, "C0000265").top);
}

TEST_F(LabelPdf, ThePictureShowsTheFirstSheetWithWhatIsUsedUp) {
  fill(70);
  paper_.start = 3;
  const auto picture = documents_->labels_picture(paper_, words_);
  ASSERT_TRUE(picture.has_value());
  EXPECT_EQ(picture->sheets, 2);
  const auto count = [&](const std::string& text) {
    std::size_t found = 0;
    for (std::size_t at = 0; (at = picture->svg.find(text, at)) != std::string::npos; ++at)
      ++found;
    return found;
  };
  EXPECT_THAT(picture->svg,
              ::testing::StartsWith("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox="
                                    "\"0 0 595.28 841.89\""));
  EXPECT_EQ(count("<rect"), 65U);
  EXPECT_EQ(count("<line"), 4U) << "two positions are struck through";
  EXPECT_EQ(count(">N63<"), 1U);
  EXPECT_EQ(count(">N64<"), 0U) << "the second sheet is not drawn";
}

}  // namespace
}  // namespace metodica::tests
