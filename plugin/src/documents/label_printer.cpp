#include "documents/label_printer.hpp"

#include <algorithm>

#include "documents/canvas.hpp"
#include "documents/label_drawing.hpp"
#include "documents/label_sheets.hpp"
#include "documents/words_check.hpp"

namespace metodica::documents {
namespace {

constexpr double ruler_mm = 100;
constexpr double tick_mm = 10;

class LabelPrinter {
 public:
  LabelPrinter(const LabelPaper& paper, Canvas& canvas)
      : paper_(paper), canvas_(canvas), pen_(canvas, paper.font_pt) {}

  /// All labels, or those of the first `sheets`.
  Result<void> print(int sheets = 0) {
    int position = paper_.start - 1;
    for (const Label& label : paper_.labels) {
      if (position == paper_.sheet.positions()) {
        if (sheets != 0 && canvas_.page() == sheets)
          return {};
        canvas_.next_page();
        position = 0;
      }
      const Box place = box(position++);
      if (paper_.frames)
        frame(place);
      METODICA_CHECK(pen_.draw(label, place));
    }
    return {};
  }

  /// For the picture: the edges of all labels, and strokes through those that are used up.
  void edges() {
    for (int i = 0; i < paper_.sheet.positions(); ++i) {
      const Box place = box(i);
      frame(place);
      if (i + 1 >= paper_.start)
        continue;
      canvas_.rule(place.x, place.y, place.x + place.width, place.y + place.height);
      canvas_.rule(place.x, place.y + place.height, place.x + place.width, place.y);
    }
  }

  void test_page(const Messages& words) {
    for (int i = 0; i < paper_.sheet.positions(); ++i) {
      const Box place = box(i);
      frame(place);
      const TextStyle look{std::min(9.0, place.height * 0.4), Face::regular, 0.95};
      const double baseline = place.y + place.height / 2 + look.pt * 0.36;
      canvas_.text(place.x, place.width, baseline, std::to_string(i + 1), look, Align::centre);
    }
    explain(words);
    ruler(words);
  }

 private:
  [[nodiscard]] Box box(int position) const {
    const LabelSheet& sheet = paper_.sheet;
    const int column = position % sheet.columns;
    const int row = position / sheet.columns;
    return {mm(sheet.left + sheet.pitch_x * column + paper_.offset_x),
            mm(sheet.top + sheet.pitch_y * row + paper_.offset_y), mm(sheet.width),
            mm(sheet.height)};
  }

  void frame(const Box& place) {
    canvas_.frame(place.x, place.y, place.width, place.height, 0.3, mm(paper_.sheet.corner));
  }

  /// Across the first label, so that it is also there on sheets without borders.
  void explain(const Messages& words) {
    const Box first = box(0);
    const TextStyle look{6.5, Face::regular, 0.92};
    double y = first.y + 2;
    for (const std::string& line : canvas_.typesetter().wrap(
             words("documents.label_test", {{"text", paper_.sheet.code}}), look, first.width - 4)) {
      canvas_.text(first.x + 2, first.width - 4, y + look.ascent(), line, look);
      y += look.line_height();
      if (y + look.line_height() > first.y + first.height / 2 - 4)
        break;
    }
  }

  /// A line of exactly 100 mm, to see whether the printer keeps the scale.
  void ruler(const Messages& words) {
    const PageSize page = canvas_.size();
    const double x = (page.width - mm(ruler_mm)) / 2;
    const double y = page.height / 2;
    std::vector<Segment> lines = {{x, y, x + mm(ruler_mm), y}};
    for (double at = 0; at <= ruler_mm; at += tick_mm)
      lines.push_back({x + mm(at), y - mm(1.5), x + mm(at), y + mm(1.5)});
    canvas_.rules(lines, 0.5, 0);
    const TextStyle look{7, Face::bold, 0.95};
    canvas_.text(x, mm(ruler_mm), y - mm(2), words("documents.label_ruler"), look, Align::right);
  }

  const LabelPaper& paper_;
  Canvas& canvas_;
  LabelDrawing pen_;
};

Result<void> check(const LabelPaper& paper, Typesetter& typesetter) {
  METODICA_CHECK(typesetter.check_fonts());
  METODICA_CHECK(check_words(paper));
  METODICA_CHECK(check_sheet(paper.sheet));
  if (paper.start < 1 || paper.start > paper.sheet.positions()) {
    return invalid("documents.label_start", {{"count", std::int64_t{paper.sheet.positions()}}});
  }
  return {};
}

PageSize points(const SheetSize& page) {
  return {mm(page.width), mm(page.height)};
}

}  // namespace

Result<std::string> print_labels(const LabelPaper& paper, const Messages& words,
                                 Typesetter& typesetter) {
  METODICA_CHECK(check(paper, typesetter));
  Canvas canvas(typesetter, points(sheet_size(paper.sheet.page)),
                {paper.title, {}, {}, paper.listed_on});
  LabelPrinter printer(paper, canvas);
  if (paper.test_page) {
    printer.test_page(words);
  } else {
    METODICA_CHECK(printer.print());
  }
  return canvas.finish();
}

Result<LabelPicture> picture_labels(const LabelPaper& paper, const Messages& words,
                                    Typesetter& typesetter) {
  METODICA_CHECK(check(paper, typesetter));
  Canvas canvas = Canvas::picture(typesetter, points(sheet_size(paper.sheet.page)));
  LabelPrinter printer(paper, canvas);
  const int taken = paper.start - 1 + static_cast<int>(paper.labels.size());
  const int each = paper.sheet.positions();
  LabelPicture picture;
  picture.sheets = std::max(1, (taken + each - 1) / each);
  if (paper.test_page) {
    printer.test_page(words);
  } else {
    printer.edges();
    METODICA_CHECK(printer.print(1));
  }
  METODICA_TRY(picture.svg, canvas.finish());
  return picture;
}

}  // namespace metodica::documents
