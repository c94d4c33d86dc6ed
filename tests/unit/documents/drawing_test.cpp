// Drawings between the blocks of a flowing paper.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "paper_samples.hpp"
#include "pdf_reader.hpp"
#include "support/needed.hpp"

namespace metodica::tests {
namespace {

DrawnShape words(double x, double y, std::string text, Align align) {
  DrawnShape shape;
  shape.kind = DrawnShape::Kind::words;
  shape.points = {{x, y}};
  shape.text = std::move(text);
  shape.align = align;
  return shape;
}

class DrawingPdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_poppler())
      METODICA_MISSING("pdftotext (poppler-utils) is not installed");
  }
};

TEST_F(DrawingPdf, WordsStandWhereTheDrawingSays) {
  FlowPaper paper;
  paper.paper = sample_paper("Notă");
  Drawing drawing;
  drawing.width = 100;
  drawing.height = 50;
  drawing.shapes = {words(100, 20, "dreapta", Align::right), words(0, 45, "stânga", Align::left)};
  paper.blocks = {Paragraph{"înainte"}, drawing, Paragraph{"după"}};
  const auto pdf = make_documents()->flow_pdf(paper, Messages("ro"));
  ASSERT_TRUE(pdf);
  const PdfReader reader(*pdf);
  const auto found = [&](const char* text) {
    const auto all = reader.words();
    const auto word = std::ranges::find(all, text, &PdfWord::text);
    EXPECT_NE(word, all.end()) << text;
    return *word;
  };
  const PdfWord right = found("dreapta");
  const PdfWord left = found("stânga");
  EXPECT_NEAR(left.left, 56.7, 1) << "the border of 20 mm";
  EXPECT_NEAR(right.right, 841.89 - 28.35, 1) << "the border of 10 mm";
  EXPECT_NEAR(left.bottom - right.bottom, 25 * 7.569, 2) << "one unit is a hundredth of the width";
  EXPECT_GT(found("după").bottom, left.bottom + 5) << "what follows stands below";
}

TEST_F(DrawingPdf, OneThatIsTooHighIsMadeSmaller) {
  FlowPaper paper;
  paper.paper = sample_paper("Notă");
  Drawing drawing;
  drawing.width = 10;
  drawing.height = 400;
  drawing.shapes = {words(0, 399, "jos", Align::left)};
  paper.blocks = {drawing};
  const auto pdf = make_documents()->flow_pdf(paper, Messages("ro"));
  ASSERT_TRUE(pdf);
  for (const PdfWord& word : PdfReader(*pdf).words())
    EXPECT_LE(word.bottom, 595.28 - 33) << word.text;
}

TEST(Drawing, OfBrokenTextIsRefused) {
  FlowPaper paper;
  paper.paper = sample_paper("Notă");
  Drawing drawing;
  drawing.shapes = {words(0, 0, "\xff", Align::left)};
  paper.blocks = {drawing};
  EXPECT_EQ(make_documents()->flow_pdf(paper, Messages("ro")).error().message,
            "documents.not_utf8");
}

}  // namespace
}  // namespace metodica::tests
