#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "paper_samples.hpp"
#include "pdf_reader.hpp"
#include "support/needed.hpp"

namespace metodica::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

class FlowPdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_poppler())
      METODICA_MISSING("pdftotext (poppler-utils) is not installed");
  }

  std::string print(const FlowPaper& paper) {
    auto result = documents_->flow_pdf(paper, words_);
    EXPECT_TRUE(result.has_value()) << (result ? "" : words_.of(result.error()));
    return result ? *result : std::string();
  }

  std::unique_ptr<Documents> documents_ = make_documents();
  Messages words_{"ro"};
};

TEST_F(FlowPdf, BlocksFollowEachOther) {
  const std::string text = PdfReader(print(withdrawal_minutes(3))).text();
  std::size_t at = 0;
  for (const char* part :
       {"Proces-verbal de eliminare a documentelor", "nr. 3 din 02.06.2025", "APROBAT",
        "Maria Șerban", "Încheiat astăzi", "Decizia de numire a comisiei", "I. Constatări",
        "Documente propuse pentru eliminare", "4001", "Total", "0,2445", "II. Concluzii", "Anexe",
        "2.", "Comisia", "Ana Őry", "Pagina 1 din"}) {
    const std::size_t found = text.find(part, at);
    ASSERT_NE(found, std::string::npos) << part;
    at = found;
  }
}

TEST_F(FlowPdf, TableRepeatsItsHeadingAndCountsPages) {
  const auto pages = PdfReader(print(withdrawal_minutes(200))).pages();
  ASSERT_GT(pages.size(), 4U);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    const bool has_rows = pages[i].find("Sadoveanu") != std::string::npos;
    EXPECT_EQ(has_rows, pages[i].find("Nr. inventar") != std::string::npos) << i;
    EXPECT_THAT(pages[i], HasSubstr("Pagina " + std::to_string(i + 1) + " din " +
                                    std::to_string(pages.size())));
  }
  EXPECT_THAT(PdfReader(print(withdrawal_minutes(200))).text(),
              HasSubstr("16,30"));  // 200 × 0,0815
  EXPECT_THAT(pages.back(), HasSubstr("Űllés Pál"));
}

TEST_F(FlowPdf, NothingFallsOffThePage) {
  FlowPaper paper = withdrawal_minutes(40);
  std::string text;
  for (int i = 1; i <= 1500; ++i)
    text += "cuvânt" + std::to_string(i) + " ";
  paper.blocks.insert(paper.blocks.begin() + 1, Paragraph{text});
  const PdfReader reader(print(paper));
  EXPECT_THAT(reader.text(), HasSubstr("cuvânt1500"));
  for (const PdfWord& word : reader.words()) {
    EXPECT_GE(word.left, 56.0) << word.text;
    EXPECT_LE(word.right, 595.28 - 28.0) << word.text;
    EXPECT_LE(word.bottom, 841.89 - 33.0) << word.text;
  }
}

TEST_F(FlowPdf, SignaturesStayTogether) {
  // Rows push the signatures over the edge of the page one by one: they move as a block.
  for (int rows = 17; rows < 25; ++rows) {
    const auto pages = PdfReader(print(withdrawal_minutes(rows))).pages();
    for (const std::string& page : pages) {
      EXPECT_EQ(page.find("Ion Țâru") == std::string::npos,
                page.find("Dan Ștef") == std::string::npos);
    }
  }
}

TEST_F(FlowPdf, PageBreakStartsAPage) {
  FlowPaper paper;
  paper.paper = sample_paper("Notă");
  paper.blocks = {Paragraph{"înainte"}, PageBreak{}, Paragraph{"după"}};
  const auto pages = PdfReader(print(paper)).pages();
  ASSERT_EQ(pages.size(), 2U);
  EXPECT_THAT(pages[0], Not(HasSubstr("după")));
  EXPECT_THAT(pages[1], HasSubstr("după"));
}

TEST_F(FlowPdf, SameInputGivesSameBytes) {
  EXPECT_EQ(print(withdrawal_minutes(30)), print(withdrawal_minutes(30)));
}

TEST_F(FlowPdf, RefusesWhatCannotBePrinted) {
  FlowPaper bytes = withdrawal_minutes(1);
  bytes.blocks = {KeyValues{{{"cheie", "\xff"}}}};
  EXPECT_EQ(documents_->flow_pdf(bytes, words_).error().message, "documents.not_utf8");
  FlowPaper narrow = withdrawal_minutes(1);
  narrow.paper.format.margins.left = 190;
  EXPECT_EQ(documents_->flow_pdf(narrow, words_).error().message, "documents.no_room");
}

}  // namespace
}  // namespace metodica::tests
