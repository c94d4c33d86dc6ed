#include "modules/coordination/analysis/flat_odt.hpp"

#include <gmock/gmock.h>

#include "documents/table_columns.hpp"
#include "modules/coordination/analysis/charts.hpp"

namespace metodica::coordination {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::Not;

/// Names of elements that are open at a fault, or nothing when every element closes in its order.
std::vector<std::string> unclosed(std::string_view xml) {
  std::vector<std::string> open;
  for (std::size_t at = xml.find('<'); at != std::string_view::npos; at = xml.find('<', at + 1)) {
    const std::size_t end = xml.find('>', at);
    const std::string_view tag = xml.substr(at + 1, end - at - 1);
    if (tag.starts_with("?") || tag.ends_with("/"))
      continue;
    if (!tag.starts_with("/")) {
      open.emplace_back(tag.substr(0, tag.find(' ')));
    } else if (open.empty() || open.back() != tag.substr(1)) {
      open.emplace_back(tag);
      return open;
    } else {
      open.pop_back();
    }
  }
  return open;
}

FlowPaper sample() {
  FlowPaper paper;
  paper.paper.letterhead.document_name = "Raport <2025> & „anexă”";
  paper.paper.letterhead.institution = "Biblioteca Județeană";
  paper.paper.letterhead.date = Date(2026, 3, 12);
  paper.blocks.emplace_back(Heading{"Rețeaua"});
  paper.blocks.emplace_back(Paragraph{"întâi\napoi"});
  paper.blocks.emplace_back(KeyValues{{{"Localități", "81"}}});
  FlowTable table;
  table.columns = {weighted_column("Localitatea"), count_column("Intrări", 20)};
  table.rows = {{RowKind::entry, {std::string("Ploscoș"), std::int64_t{1234}}}};
  paper.blocks.emplace_back(std::move(table));
  BarChart chart;
  chart.alternative = "Bare: \"unu\"";
  chart.bars = {{"unu", Decimal{5, 0}, "5", true}};
  paper.blocks.emplace_back(drawn(chart));
  paper.blocks.emplace_back(PageBreak{});
  paper.blocks.emplace_back(Signatures{"", {{"Manager", "Pop Ana"}}});
  return paper;
}

TEST(FlatOdt, IsWellFormedAndEscaped) {
  const std::string odt = flat_odt(sample(), "ro");
  EXPECT_THAT(unclosed(odt), ElementsAre());
  EXPECT_THAT(odt, HasSubstr("Raport &lt;2025&gt; &amp; „anexă”"));
  EXPECT_THAT(odt, HasSubstr("Bare: &quot;unu&quot;"));
  EXPECT_THAT(odt, HasSubstr("întâi<text:line-break/>apoi"));
  EXPECT_THAT(odt, HasSubstr("1.234")) << "numbers in the style of the language";
  EXPECT_THAT(odt, HasSubstr("office:binary-data"));
}

TEST(FlatOdt, TheSamePaperGivesTheSameBytes) {
  EXPECT_EQ(flat_odt(sample(), "ro"), flat_odt(sample(), "ro"));
  EXPECT_THAT(flat_odt(sample(), "en"), HasSubstr("1,234"));
}

TEST(Charts, LeaveGapsAndDrawNoBarForWhatIsUnknown) {
  BarChart bars;
  bars.bars = {{"a", Decimal{5, 0}, "5", false}, {"b", std::nullopt, "nu se poate", false}};
  const Drawing drawing = drawn(bars);
  const auto areas = std::ranges::count(drawing.shapes, DrawnShape::Kind::area, &DrawnShape::kind);
  EXPECT_EQ(areas, 1);
  TrendChart trend;
  trend.years = {2021, 2022, 2023, 2024};
  trend.lang = "ro";
  trend.lines = {
      {"x", {Decimal{1, 0}, Decimal{2, 0}, std::nullopt, Decimal{3, 0}}, ink::main, false}};
  std::size_t runs = 0;
  for (const DrawnShape& shape : drawn(trend).shapes) {
    if (shape.kind == DrawnShape::Kind::line && shape.line == ink::main && shape.line_width > 2)
      runs += shape.points.size() > 1 && shape.points.back().second < 200 ? 1U : 0U;
  }
  EXPECT_EQ(runs, 1U) << "2021 to 2022; nothing leads over 2023";
  EXPECT_EQ(axis_end(12'600), 20'000);
  EXPECT_EQ(axis_end(80'000), 80'000);
}

TEST(DrawingPen, CutsWordsBetweenLetters) {
  EXPECT_EQ(fitted("Șieu-Odorhei", 10, 1000), "Șieu-Odorhei");
  const std::string cut = fitted("ȘȘȘȘȘȘȘȘȘȘȘȘ", 10, 30);
  EXPECT_THAT(cut, Not(HasSubstr("ȘȘȘȘȘȘ")));
  EXPECT_TRUE(cut.ends_with("Ș…")) << cut;
}

}  // namespace
}  // namespace metodica::coordination
