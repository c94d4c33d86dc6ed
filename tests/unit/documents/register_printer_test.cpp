#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>

#include "paper_samples.hpp"
#include "pdf_reader.hpp"
#include "support/needed.hpp"

namespace metodica::tests {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;
using ::testing::StartsWith;

class RegisterPdf : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!has_poppler())
      METODICA_MISSING("pdftotext (poppler-utils) is not installed");
  }

  std::string print(const RegisterPaper& paper) {
    auto result = documents_->register_pdf(paper, words_);
    EXPECT_TRUE(result.has_value()) << (result ? "" : words_.of(result.error()));
    return result ? *result : std::string();
  }

  std::unique_ptr<Documents> documents_ = make_documents();
  Messages words_{"ro"};
};

/// The amount after `label` on a page, in bani, or -1.
std::int64_t amount_after(const std::string& page, const std::string& label) {
  std::smatch match;
  const std::regex line("(^|\\n) *" + label + " +([0-9.]+),([0-9]{2})");
  if (!std::regex_search(page, match, line))
    return -1;
  std::string lei = match[2];
  std::erase(lei, '.');
  return std::stoll(lei) * 100 + std::stoll(match[3]);
}

/// Inventory numbers of the rows of a page: each row starts with the day of registration.
std::vector<std::int64_t> numbers_on(const std::string& page) {
  std::vector<std::int64_t> result;
  const std::regex row("07\\.03\\.2025 +([0-9]+) ");
  for (std::sregex_iterator i(page.begin(), page.end(), row), end; i != end; ++i) {
    result.push_back(std::stoll((*i)[1]));
  }
  return result;
}

TEST_F(RegisterPdf, LettersOfRomanianAndHungarianCanBeRead) {
  RegisterPaper paper = inventory_register(0);
  paper.rows = [done = false](TableRow& row) mutable {
    row.cells = {std::string(), std::string("1"),
                 std::string("Șapte țări ăâî ÁÉÍÓÖŐÚÜŰ áéíóöőúüű fișa 1")};
    return !std::exchange(done, true);
  };
  const std::string text = PdfReader(print(paper)).text();
  EXPECT_THAT(text, HasSubstr("Șapte țări ăâî"));
  EXPECT_THAT(text, HasSubstr("ÁÉÍÓÖŐÚÜŰ"));
  EXPECT_THAT(text, HasSubstr("áéíóöőúüű"));
  EXPECT_THAT(text, HasSubstr("Biblioteca Orășenească „Ștefan Țârău”"));
}

TEST_F(RegisterPdf, OtherScriptsDoNoHarm) {
  // Titles as libraries have them, and what a broken import leaves in a field.
  for (const std::string title : {"Война и мир", "ألف ليلة وليلة", "שלום עליכם ספר", "紅樓夢",
                                  "a\u0301\u0323 e\u0308 👩‍👩‍👧", "\u200d\u200b", " ",
                                  "\n\n", "\x01\x02 x", "تجربة mixed 12 عربي"}) {
    RegisterPaper paper = inventory_register(0);
    paper.rows = [title, done = false](TableRow& row) mutable {
      row.cells = {std::string("07.03.2025"), std::string("1"), title, std::string(),
                   Money::from_bani(5)};
      return !std::exchange(done, true);
    };
    const std::string text = PdfReader(print(paper)).text();
    EXPECT_EQ(amount_after(text, "Total"), 5) << title;
    if (title == "Война и мир") {
      EXPECT_THAT(text, HasSubstr(title));
    }
  }
}

TEST_F(RegisterPdf, FontsAreEmbeddedSubsetsWithUnicode) {
  const auto fonts = PdfReader(print(inventory_register(30))).fonts();
  ASSERT_FALSE(fonts.empty());
  for (const PdfFont& font : fonts) {
    EXPECT_TRUE(font.embedded && font.subset && font.unicode) << font.name;
    EXPECT_THAT(font.name, HasSubstr("DejaVuSans"));
  }
}

TEST_F(RegisterPdf, CarriesSumsFromPageToPage) {
  const auto pages = PdfReader(print(inventory_register(300))).pages();
  ASSERT_GT(pages.size(), 5U);
  std::int64_t sum = 0;
  std::int64_t last_number = 0;
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_EQ(amount_after(pages[i], "Report"), i == 0 ? -1 : sum) << "page " << i + 1;
    for (const std::int64_t number : numbers_on(pages[i])) {
      EXPECT_EQ(number, ++last_number);
      sum += number;  // copy n costs n bani
    }
    const bool last = i + 1 == pages.size();
    EXPECT_EQ(amount_after(pages[i], "De reportat"), last ? -1 : sum) << "page " << i + 1;
    EXPECT_EQ(amount_after(pages[i], "Total"), last ? sum : -1) << "page " << i + 1;
  }
  EXPECT_EQ(last_number, 300);
  EXPECT_EQ(sum, 300 * 301 / 2);
}

TEST_F(RegisterPdf, BringsInTheSumsOfTheVolumeBefore) {
  RegisterPaper paper = inventory_register(2);
  paper.brought_in.resize(5);
  paper.brought_in[4] = Money::from_bani(100000);
  const std::string text = PdfReader(print(paper)).text();
  EXPECT_EQ(amount_after(text, "Report"), 100000);
  EXPECT_EQ(amount_after(text, "Total"), 100003);
}

TEST_F(RegisterPdf, EveryPageSaysWhatTheOrderAsksFor) {
  RegisterPaper paper = inventory_register(100);
  paper.paper.reprint = Reprint{Date(2026, 3, 1), 2};
  const auto pages = PdfReader(print(paper)).pages();
  ASSERT_GE(pages.size(), 4U);
  for (std::size_t i = 0; i < pages.size(); ++i) {
    EXPECT_THAT(pages[i], HasSubstr("Registrul inventar al documentelor (RI)"));
    EXPECT_THAT(pages[i], HasSubstr("Biblioteca Orășenească"));
    EXPECT_THAT(pages[i], HasSubstr("01.01.2025 – 31.12.2025"));
    EXPECT_THAT(pages[i], HasSubstr("Metodica 0.1.0"));
    EXPECT_THAT(pages[i], HasSubstr("Listat la 15.01.2026"));
    EXPECT_THAT(pages[i], HasSubstr("DUPLICAT – retipărit la 01.03.2026 (a 2-a oară)"));
    EXPECT_THAT(pages[i], HasSubstr("Pagina " + std::to_string(i + 1) + " din " +
                                    std::to_string(pages.size())));
    EXPECT_THAT(pages[i], HasSubstr("Autorul și titlul"));
  }
}

TEST_F(RegisterPdf, SameInputGivesSameBytes) {
  const std::string first = print(inventory_register(60));
  EXPECT_EQ(first, print(inventory_register(60)));
  auto other = make_documents()->register_pdf(inventory_register(60), words_);
  ASSERT_TRUE(other.has_value());
  EXPECT_EQ(first, *other);
  const PdfReader reader(first);
  EXPECT_THAT(reader.info("CreationDate"), StartsWith("Thu Jan 15 00:00:00 2026"));
  EXPECT_EQ(reader.info("Title"), "Registrul inventar al documentelor (RI)");
  EXPECT_EQ(reader.info("Author"), "Biblioteca Orășenească „Ștefan Țârău”");
}

TEST_F(RegisterPdf, TenThousandLinesStaySmall) {
  const std::string pdf = print(inventory_register(10000));
  EXPECT_LE(pdf.size(), 2'000'000U);
  const auto pages = PdfReader(pdf).pages();
  EXPECT_THAT(pages.back(), HasSubstr("500.050,00"));
  EXPECT_EQ(std::to_string(pages.size()), PdfReader(pdf).info("Pages"));
}

TEST_F(RegisterPdf, SignaturesStandWithTheLastRows) {
  // Whatever the number of rows, the page that is signed shows rows of the register.
  for (int rows = 20; rows < 32; ++rows) {
    const auto pages = PdfReader(print(inventory_register(rows))).pages();
    EXPECT_THAT(pages.back(), HasSubstr("Maria Șerban")) << rows;
    EXPECT_THAT(pages.back(), HasSubstr("Amprenta ultimului rând")) << rows;
    EXPECT_FALSE(numbers_on(pages.back()).empty()) << rows;
  }
}

TEST_F(RegisterPdf, RowTallerThanAPageGoesOnAndCountsOnce) {
  RegisterPaper paper = inventory_register(0);
  std::string title;
  for (int i = 1; i <= 900; ++i)
    title += "cuvânt" + std::to_string(i) + " ";
  paper.rows = [title, done = false](TableRow& row) mutable {
    row.cells = {std::string("07.03.2025"), std::string("1"), title, std::string(),
                 Money::from_bani(4550)};
    return !std::exchange(done, true);
  };
  const PdfReader reader(print(paper));
  const std::string text = reader.text();
  EXPECT_GT(reader.pages().size(), 1U);
  for (int i = 1; i <= 900; i += 23)
    EXPECT_THAT(text, HasSubstr("cuvânt" + std::to_string(i)));
  EXPECT_THAT(text, HasSubstr("cuvânt900"));
  EXPECT_EQ(amount_after(text, "Total"), 4550);
}

TEST_F(RegisterPdf, SectionsAndTotalsOfTheCallerAreNotAddedUp) {
  RegisterPaper paper = inventory_register(0);
  paper.rows = [at = 0](TableRow& row) mutable {
    ++at;
    row.cells.resize(12);
    row.cells[4] = Money::from_bani(150);
    if (at == 1)
      row = {RowKind::section, {std::string("Cărți")}};
    if (at == 3)
      row.kind = RowKind::bold;
    return at < 4;
  };
  const std::string text = PdfReader(print(paper)).text();
  EXPECT_THAT(text, HasSubstr("Cărți"));
  EXPECT_EQ(amount_after(text, "Total"), 150);
}

TEST_F(RegisterPdf, MovementRegisterFitsOnA3) {
  const PdfReader reader(print(movement_register(70)));
  EXPECT_THAT(reader.info("Page size"), HasSubstr("A3"));
  const auto pages = reader.pages();
  for (const char* heading : {"I. Categorii de documente", "II. Repartizarea după limbă",
                              "III. Repartizarea după conținut", "Documente în stoc"}) {
    EXPECT_THAT(pages.back(), HasSubstr(heading));
  }
  EXPECT_THAT(pages.back(), HasSubstr("2.800"));      // 70 lots of 40
  EXPECT_THAT(pages.back(), HasSubstr("86.419,20"));  // 70 × 1.234,56
  // Nothing hangs over the margin, however narrow the column.
  for (const PdfWord& word : reader.words()) {
    EXPECT_GE(word.left, 56.0) << word.text;
    EXPECT_LE(word.right, 1190.55 - 28.0) << word.text;
  }
}

TEST_F(RegisterPdf, FacingPagesShareTheirRows) {
  RegisterPaper paper = movement_register(40);
  paper.paper.format.size = PaperSize::a4;
  paper.facing = true;
  paper.columns[1].leaf = Leaf::both;
  for (std::size_t i = 10; i < paper.columns.size(); ++i)
    paper.columns[i].leaf = Leaf::right;
  const auto pages = PdfReader(print(paper)).pages();
  ASSERT_EQ(pages.size() % 2, 0U);
  EXPECT_THAT(pages[0], HasSubstr("Actul însoțitor"));
  EXPECT_THAT(pages[0], Not(HasSubstr("Repartizarea")));
  EXPECT_THAT(pages[1], HasSubstr("Repartizarea după conținut"));
  EXPECT_THAT(pages[1], Not(HasSubstr("Actul însoțitor")));
  EXPECT_THAT(pages[1], HasSubstr("Pagina 2 din " + std::to_string(pages.size())));
}

TEST_F(RegisterPdf, ZeroIsADigitADashOrBlank) {
  for (const auto& [style, shown] : std::vector<std::pair<ZeroStyle, std::string>>{
           {ZeroStyle::digit, "0,00"}, {ZeroStyle::dash, "–"}, {ZeroStyle::blank, ""}}) {
    RegisterPaper paper = inventory_register(0);
    paper.zero = style;
    paper.paper.footer.period.clear();
    paper.rows = [done = false](TableRow& row) mutable {
      row.cells = {std::string("07.03.2025"), std::string("1"), std::string("Titlu"), std::string(),
                   Money()};
      return !std::exchange(done, true);
    };
    const std::string text = PdfReader(print(paper)).text();
    EXPECT_EQ(text.find("0,00") != std::string::npos, shown == "0,00");
    EXPECT_EQ(text.find("–") != std::string::npos, shown == "–");
  }
}

TEST_F(RegisterPdf, SpeaksEnglishAndHungarian) {
  const auto text_in = [&](const char* lang) {
    auto pdf = documents_->register_pdf(inventory_register(60), Messages(lang));
    return pdf ? PdfReader(*pdf).text() : words_.of(pdf.error());
  };
  EXPECT_THAT(text_in("en"), HasSubstr("Carried forward"));
  EXPECT_THAT(text_in("en"), HasSubstr("Page 1 of 3"));
  EXPECT_THAT(text_in("hu"), HasSubstr("Átvitel"));
}

TEST_F(RegisterPdf, RefusesWhatCannotBePrinted) {
  RegisterPaper empty;
  EXPECT_EQ(documents_->register_pdf(empty, words_).error().message, "documents.no_columns");

  RegisterPaper crowded = inventory_register(1);
  crowded.columns[2].width_mm = 400;
  EXPECT_EQ(documents_->register_pdf(crowded, words_).error().message, "documents.no_room");

  RegisterPaper wrong_kind = inventory_register(0);
  wrong_kind.rows = [at = 0](TableRow& row) mutable {
    row.cells.resize(5);
    row.cells[4] = at == 1 ? PaperCell(std::int64_t{5}) : PaperCell(Money());
    return ++at < 3;
  };
  const auto problem = documents_->register_pdf(wrong_kind, words_).error();
  EXPECT_EQ(problem.message, "documents.cell_kind");
  EXPECT_EQ(words_.of(problem), "Rândul 2, coloana 5: valoarea nu este de felul coloanei.");

  RegisterPaper bytes = inventory_register(1);
  bytes.closing = {"\xff\xfe"};
  EXPECT_EQ(documents_->register_pdf(bytes, words_).error().message, "documents.not_utf8");
  RegisterPaper cell_bytes = inventory_register(0);
  cell_bytes.rows = [](TableRow& row) {
    row.cells = {std::string("\xc8")};
    return true;
  };
  EXPECT_EQ(documents_->register_pdf(cell_bytes, words_).error().message, "documents.not_utf8");
}

}  // namespace
}  // namespace metodica::tests
