#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "paper_samples.hpp"
#include "pdf_reader.hpp"

namespace metodica::tests {
namespace {

constexpr double points_per_mm = 72.0 / 25.4;

std::string numbered(int label) {
  return std::string("N").append(std::to_string(label));
}

class LabelPdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_poppler()) GTEST_SKIP() << "pdftotext (poppler-utils) is not installed";
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
    for (int i = 1; i <= count; ++i) paper_.labels.push_back({{"821.135.1", numbered(i)}, "", ""});
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
  paper_.labels = {{{"821.135.1-31(498.4-Cluj)„1945/1989”", "Constantinescu-Ștefănescu", "am",
                     "vol. 3", "ex. 2"},
                    "",
                    ""}};
  for (const PdfWord& word : PdfReader(print()).words()) {
    EXPECT_GE(word.left / points_per_mm, paper_.sheet.left) << word.text;
    EXPECT_LE(word.right / points_per_mm, paper_.sheet.left + paper_.sheet.width) << word.text;
    EXPECT_LE(word.bottom / points_per_mm, paper_.sheet.top + paper_.sheet.height + 0.3)
        << word.text;
  }
}

TEST_F(LabelPdf, BarsHaveEvenModulesAndQuietZones) {
  paper_.labels = {{{"Bibl. Huedin"}, "2000012345", ""}};
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
    while (end <= last && line[end] == line[at]) ++end;
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
  paper_.labels = {{{}, "PREA-LUNG-PENTRU-ETICHETA-ACEASTA", ""}};
  EXPECT_EQ(documents_->labels_pdf(paper_, words_).error().message, "documents.barcode");
  paper_.sheet.columns = 9;
  EXPECT_EQ(documents_->labels_pdf(paper_, words_).error().message, "documents.label_sheet");
}

}  // namespace
}  // namespace metodica::tests
