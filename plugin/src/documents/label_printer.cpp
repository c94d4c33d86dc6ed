#include "documents/label_printer.hpp"

#include <algorithm>

#include "documents/barcode.hpp"
#include "documents/canvas.hpp"
#include "documents/label_sheets.hpp"
#include "documents/words_check.hpp"

namespace metodica::documents {
namespace {

constexpr double inner_margin = mm(1);
/// Narrower bars are not read surely from office printers, wider ones bring nothing.
constexpr double least_module = mm(0.19);
constexpr double most_module = mm(0.40);
constexpr double least_bar_height = mm(5);
constexpr double least_font = 5;

struct Rect {
  double x = 0;
  double y = 0;
  double width = 0;
  double height = 0;
};

class LabelPrinter {
 public:
  LabelPrinter(const LabelPaper& paper, Canvas& canvas) : paper_(paper), canvas_(canvas) {}

  Result<void> print() {
    int position = paper_.start - 1;
    for (const Label& label : paper_.labels) {
      if (position == paper_.sheet.positions()) {
        canvas_.next_page();
        position = 0;
      }
      const Rect place = rect(position++);
      if (paper_.frames) frame(place);
      METODICA_CHECK(draw(label, inner(place)));
    }
    return {};
  }

  void test_page(const Messages& words) {
    for (int i = 0; i < paper_.sheet.positions(); ++i) {
      const Rect place = rect(i);
      frame(place);
      const TextStyle look{std::min(9.0, place.height * 0.4), Face::regular, 0.95};
      const double baseline = place.y + place.height / 2 + look.pt * 0.36;
      canvas_.text(place.x, place.width, baseline, std::to_string(i + 1), look, Align::centre);
    }
    const Rect first = rect(0);
    const TextStyle look{6.5, Face::regular, 0.92};
    // Across the first label, so that it is also there on sheets without borders.
    double y = first.y + 2;
    for (const std::string& line : canvas_.typesetter().wrap(
             words("documents.label_test", {{"text", paper_.sheet.code}}), look, first.width - 4)) {
      canvas_.text(first.x + 2, first.width - 4, y + look.ascent(), line, look);
      y += look.line_height();
      if (y + look.line_height() > first.y + first.height / 2 - 4) break;
    }
  }

 private:
  [[nodiscard]] Rect rect(int position) const {
    const LabelSheet& sheet = paper_.sheet;
    const int column = position % sheet.columns;
    const int row = position / sheet.columns;
    return {mm(sheet.left + sheet.pitch_x * column + paper_.offset_x),
            mm(sheet.top + sheet.pitch_y * row + paper_.offset_y), mm(sheet.width),
            mm(sheet.height)};
  }

  static Rect inner(const Rect& place) {
    return {place.x + inner_margin, place.y + inner_margin, place.width - 2 * inner_margin,
            place.height - 2 * inner_margin};
  }

  void frame(const Rect& place) {
    canvas_.frame(place.x, place.y, place.width, place.height, 0.3, mm(paper_.sheet.corner));
  }

  Result<void> draw(const Label& label, const Rect& place) {
    if (label.barcode.empty()) {
      draw_lines(label.lines, place);
      return {};
    }
    METODICA_TRY(const Barcode barcode, code_128(label.barcode));
    const TextStyle readable{std::min(8.0, paper_.font_pt), Face::regular, 1.0};
    const double caption_space =
        std::min(place.height * 0.35, static_cast<double>(label.lines.size()) * 8.5);
    Rect bars{place.x, place.y + caption_space, place.width,
              place.height - caption_space - readable.line_height() - 1};
    bars.height = std::min(bars.height, mm(15));
    const double module =
        std::min(place.width / (barcode.modules + 2 * quiet_modules), most_module);
    if (module < least_module || bars.height < least_bar_height) {
      return invalid("documents.barcode", {{"text", label.barcode}});
    }
    draw_lines(label.lines, {place.x, place.y, place.width, caption_space});
    const double start = bars.x + (bars.width - module * barcode.modules) / 2;
    for (const Bar& bar : barcode.bars) {
      canvas_.fill(start + module * bar.from, bars.y, module * bar.width, bars.height, 0);
    }
    canvas_.text(place.x, place.width, bars.y + bars.height + 1 + readable.ascent(),
                 label.barcode_text.empty() ? label.barcode : label.barcode_text, readable,
                 Align::centre);
    return {};
  }

  /// In the middle of the place, all in one size: the largest one in which every line fits.
  void draw_lines(const std::vector<std::string>& lines, const Rect& place) {
    if (lines.empty()) return;
    const auto style = [](double pt, std::size_t line) {
      return TextStyle{pt, line == 0 ? Face::bold : Face::regular, 0.95};
    };
    const double spread = 1.15 * static_cast<double>(lines.size());
    double pt = std::min(paper_.font_pt, place.height / spread);
    for (std::size_t i = 0; i < lines.size(); ++i) {
      const double wide = canvas_.typesetter().width(lines[i], style(pt, i));
      if (wide > place.width) pt *= place.width / wide;
    }
    // Below this nobody reads it: the line is narrowed instead.
    pt = std::max(pt, std::min(least_font, place.height / spread));
    const double step = pt * 1.15;
    double y = place.y + (place.height - step * static_cast<double>(lines.size())) / 2;
    for (std::size_t i = 0; i < lines.size(); ++i) {
      canvas_.text(place.x, place.width, y + pt * 0.93, lines[i], style(pt, i), Align::centre);
      y += step;
    }
  }

  const LabelPaper& paper_;
  Canvas& canvas_;
};

}  // namespace

Result<std::string> print_labels(const LabelPaper& paper, const Messages& words,
                                 Typesetter& typesetter) {
  METODICA_CHECK(typesetter.check_fonts());
  METODICA_CHECK(check_words(paper));
  if (!is_sound(paper.sheet)) {
    return invalid("documents.label_sheet", {{"text", paper.sheet.code}});
  }
  if (paper.start < 1 || paper.start > paper.sheet.positions()) {
    return invalid("documents.label_start", {{"count", std::int64_t{paper.sheet.positions()}}});
  }
  const SheetSize page = sheet_size(paper.sheet.page);
  Canvas canvas(typesetter, {mm(page.width), mm(page.height)},
                {paper.title, {}, {}, paper.listed_on});
  LabelPrinter printer(paper, canvas);
  if (paper.test_page) {
    printer.test_page(words);
  } else {
    METODICA_CHECK(printer.print());
  }
  return canvas.finish();
}

}  // namespace metodica::documents
