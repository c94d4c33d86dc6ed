#include "modules/coordination/analysis/flat_odt.hpp"

#include <cmath>
#include <variant>

#include "json/base64.hpp"
#include "modules/coordination/analysis/drawing_pen.hpp"
#include "text/markup.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

constexpr double text_width_mm = 180;  // A4 without the borders below

constexpr const char* opening =
    R"(<?xml version="1.0" encoding="UTF-8"?>
<office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:draw="urn:oasis:names:tc:opendocument:xmlns:drawing:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:svg="urn:oasis:names:tc:opendocument:xmlns:svg-compatible:1.0" )"
    R"(xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" )"
    R"(xmlns:dc="http://purl.org/dc/elements/1.1/" office:version="1.3" )"
    R"(office:mimetype="application/vnd.oasis.opendocument.text">)";

constexpr const char* styles =
    R"(<office:styles>
<style:style style:name="Standard" style:family="paragraph"><style:paragraph-properties )"
    R"(fo:margin-bottom="2mm"/><style:text-properties fo:font-family="'DejaVu Sans'" )"
    R"(fo:font-size="10pt"/></style:style>
<style:style style:name="Title" style:family="paragraph" style:parent-style-name="Standard">)"
    R"(<style:paragraph-properties fo:text-align="center" fo:margin-bottom="4mm"/>)"
    R"(<style:text-properties fo:font-size="15pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_1" style:display-name="Heading 1" style:family="paragraph" )"
    R"(style:parent-style-name="Standard" style:default-outline-level="1">)"
    R"(<style:paragraph-properties fo:margin-top="6mm" fo:keep-with-next="always"/>)"
    R"(<style:text-properties fo:font-size="13pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Heading_2" style:display-name="Heading 2" style:family="paragraph" )"
    R"(style:parent-style-name="Standard" style:default-outline-level="2">)"
    R"(<style:paragraph-properties fo:margin-top="4mm" fo:keep-with-next="always"/>)"
    R"(<style:text-properties fo:font-size="11pt" fo:font-weight="bold"/></style:style>
<style:style style:name="Bold" style:family="paragraph" style:parent-style-name="Standard">)"
    R"(<style:text-properties fo:font-weight="bold"/></style:style>
<style:style style:name="Cell" style:family="paragraph" style:parent-style-name="Standard">)"
    R"(<style:paragraph-properties fo:margin-bottom="0mm"/>)"
    R"(<style:text-properties fo:font-size="8.5pt"/></style:style>
<style:style style:name="Number" style:family="paragraph" style:parent-style-name="Cell">)"
    R"(<style:paragraph-properties fo:text-align="end"/></style:style>
<style:style style:name="Head" style:family="paragraph" style:parent-style-name="Cell">)"
    R"(<style:text-properties fo:font-weight="bold"/></style:style>
</office:styles>
<office:automatic-styles>
<style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="210mm" )"
    R"(fo:page-height="297mm" fo:margin-top="15mm" fo:margin-bottom="15mm" )"
    R"(fo:margin-left="20mm" fo:margin-right="10mm"/></style:page-layout>
<style:style style:name="Grid" style:family="table-cell"><style:table-cell-properties )"
    R"(fo:border="0.4pt solid #586572" fo:padding="0.6mm"/></style:style>
<style:style style:name="Break" style:family="paragraph" style:parent-style-name="Standard">)"
    R"(<style:paragraph-properties fo:break-before="page"/></style:style>
</office:automatic-styles>
<office:master-styles><style:master-page style:name="Standard" )"
    R"(style:page-layout-name="Page"/></office:master-styles>
)";

std::string millimetres(double value) {
  const long long tenths = std::llround(value * 10);
  return std::to_string(tenths / 10) + "." + std::to_string(tenths % 10) + "mm";
}

class OdtWriter {
 public:
  explicit OdtWriter(std::string_view lang) : lang_(lang) {}

  std::string write(const FlowPaper& paper) {
    const Letterhead& head = paper.paper.letterhead;
    out_ = opening;
    out_ += "<office:meta><dc:title>";
    text(head.document_name);
    out_ += "</dc:title><dc:creator>";
    text(head.institution);
    out_ += "</dc:creator><dc:date>" + head.date.iso() + "T00:00:00</dc:date><dc:language>" +
            std::string(lang_) + "</dc:language><meta:generator>";
    text(paper.paper.footer.program);
    out_ += "</meta:generator></office:meta>\n";
    out_ += styles;
    out_ += "<office:body><office:text>\n";
    paragraph("Bold", head.institution);
    paragraph("Standard", head.seat);
    paragraph("Title", head.document_name);
    for (const std::string& line : head.subtitle)
      paragraph("Standard", line);
    for (const Block& block : paper.blocks)
      std::visit([this](const auto& one) { put(one); }, block);
    out_ += "</office:text></office:body></office:document>\n";
    return std::move(out_);
  }

 private:
  void text(std::string_view words) { append_escaped(out_, words); }

  // A line feed starts a new line of the same paragraph.
  void lines(std::string_view words) {
    while (true) {
      const std::size_t end = words.find('\n');
      text(words.substr(0, end));
      if (end == std::string_view::npos)
        return;
      out_ += "<text:line-break/>";
      words.remove_prefix(end + 1);
    }
  }

  void paragraph(const char* style, std::string_view words) {
    if (words.empty())
      return;
    out_ += std::string("<text:p text:style-name=\"") + style + "\">";
    lines(words);
    out_ += "</text:p>\n";
  }

  void cell(const char* style, std::string_view words) {
    out_ += R"(<table:table-cell table:style-name="Grid" office:value-type="string">)";
    out_ += std::string("<text:p text:style-name=\"") + style + "\">";
    lines(words);
    out_ += "</text:p></table:table-cell>";
  }

  void begin_table(std::size_t columns) {
    out_ += "<table:table table:name=\"T" + std::to_string(++tables_) +
            "\"><table:table-column table:number-columns-repeated=\"" + std::to_string(columns) +
            "\"/>\n";
  }

  void put(const Heading& block) {
    const std::string level = block.level == 1 ? "1" : "2";
    out_ +=
        "<text:h text:style-name=\"Heading_" + level + "\" text:outline-level=\"" + level + "\">";
    text(block.text);
    out_ += "</text:h>\n";
  }

  void put(const Paragraph& block) { paragraph(block.bold ? "Bold" : "Standard", block.text); }

  void put(const KeyValues& block) {
    begin_table(2);
    for (const auto& [key, value] : block.lines) {
      out_ += "<table:table-row>";
      cell("Head", key);
      cell("Cell", value);
      out_ += "</table:table-row>\n";
    }
    out_ += "</table:table>\n";
  }

  void put(const FlowTable& block) {
    paragraph("Bold", block.caption);
    begin_table(block.columns.size());
    out_ += "<table:table-header-rows><table:table-row>";
    for (const TableColumn& column : block.columns) {
      std::string title;
      for (const std::string& line : column.title)
        title += (title.empty() ? "" : " ") + line;
      cell("Head", title);
    }
    out_ += "</table:table-row></table:table-header-rows>\n";
    for (const TableRow& row : block.rows)
      put_row(block, row);
    out_ += "</table:table>\n";
  }

  void put_row(const FlowTable& block, const TableRow& row) {
    out_ += "<table:table-row>";
    for (std::size_t i = 0; i < block.columns.size(); ++i) {
      const TableColumn& column = block.columns[i];
      const bool number = column.numeric != Numeric::none || column.align == Align::right;
      const bool bold = row.kind != RowKind::entry && !number;
      cell(number ? "Number"
           : bold ? "Head"
                  : "Cell",
           i < row.cells.size() ? words_of(row.cells[i]) : std::string());
    }
    out_ += "</table:table-row>\n";
  }

  [[nodiscard]] std::string words_of(const PaperCell& cell) const {
    if (const auto* words = std::get_if<std::string>(&cell))
      return *words;
    if (const auto* count = std::get_if<std::int64_t>(&cell))
      return shown_integer(*count, lang_);
    if (const auto* money = std::get_if<Money>(&cell))
      return money->shown(lang_);
    return {};
  }

  void put(const Signatures& block) {
    paragraph("Bold", block.heading);
    for (const Signature& place : block.places)
      paragraph("Standard", place.role + ": " + place.name + " ____________________");
  }

  void put(const Annexes& block) {
    paragraph("Bold", block.heading);
    for (std::size_t i = 0; i < block.items.size(); ++i)
      paragraph("Standard", std::to_string(i + 1) + ". " + block.items[i]);
  }

  void put(const Approval& block) {
    paragraph("Bold", block.heading);
    paragraph("Standard", block.by.role + ": " + block.by.name);
  }

  void put(const PageBreak&) { out_ += "<text:p text:style-name=\"Break\"/>\n"; }

  void put(const Drawing& block) {
    const double width = block.width_mm > 0 ? block.width_mm : text_width_mm;
    out_ += "<text:p text:style-name=\"Standard\"><draw:frame draw:name=\"D" +
            std::to_string(++drawings_) + "\" text:anchor-type=\"as-char\" svg:width=\"" +
            millimetres(width) + "\" svg:height=\"" +
            millimetres(width * block.height / block.width) + "\">";
    out_ += R"(<draw:image draw:mime-type="image/svg+xml"><office:binary-data>)";
    out_ += base64_encoded(svg_of(block));
    out_ += "</office:binary-data></draw:image><svg:desc>";
    text(block.alternative);
    out_ += "</svg:desc></draw:frame></text:p>\n";
  }

  // Any further kind of block has no counterpart here.
  template <class Other>
  void put(const Other&) {}

  std::string_view lang_;
  std::string out_;
  int tables_ = 0;
  int drawings_ = 0;
};

}  // namespace

std::string flat_odt(const FlowPaper& paper, std::string_view lang) {
  return OdtWriter(lang).write(paper);
}

}  // namespace metodica::coordination
