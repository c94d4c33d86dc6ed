#include "documents/flow_printer.hpp"

#include <algorithm>
#include <utility>

#include "documents/barcode.hpp"
#include "documents/page_frame.hpp"
#include "documents/signature_places.hpp"
#include "documents/table_pen.hpp"
#include "documents/words_check.hpp"

namespace metodica::documents {
namespace {

constexpr double block_gap = 5;                // points between blocks
constexpr double least_code_module = mm(0.33);  // what a telephone still reads from paper

/// Writes the blocks down the pages of a canvas. Run twice: first on a canvas that only counts.
class FlowPrinter {
 public:
  FlowPrinter(const FlowPaper& paper, const Messages& words, Canvas& canvas, const PageFrame& frame,
              int pages)
      : paper_(paper), words_(words), canvas_(canvas), frame_(frame), pages_(pages) {}

  Result<void> print() {
    frame_.draw(canvas_, 1, pages_, true);
    y_ = frame_.top(true);
    for (std::size_t i = 0; i < paper_.blocks.size(); ++i) {
      // A heading stays with what follows it.
      if (std::holds_alternative<Heading>(paper_.blocks[i])) need(mm(24));
      METODICA_CHECK(
          std::visit([this](const auto& block) { return put(block); }, paper_.blocks[i]));
      y_ += block_gap;
    }
    return {};
  }

 private:
  [[nodiscard]] TextStyle style(bool bold = false, double larger = 0) const {
    return {paper_.font_pt + larger, bold ? Face::bold : Face::regular, 0.92};
  }

  void break_page() {
    canvas_.next_page();
    frame_.draw(canvas_, canvas_.page(), pages_, false);
    y_ = frame_.top(false);
  }

  /// Starts a new page unless `height` points are free.
  void need(double height) {
    const bool fresh = y_ <= frame_.top(canvas_.page() == 1);
    if (y_ + height > frame_.bottom() && !fresh) break_page();
  }

  void lines(std::string_view text, const TextStyle& look, Align align, double left, double width) {
    const auto wrapped = canvas_.typesetter().wrap(text, look, width);
    for (std::size_t i = 0; i < wrapped.size(); ++i) {
      // Neither the first line alone at the foot nor the last one alone at the head of a page.
      const bool keep_two = (i == 0 && wrapped.size() > 1) || (i + 2 == wrapped.size() && i > 0);
      need(look.line_height() * (keep_two ? 2 : 1) * 1.1);
      canvas_.text(left, width, y_ + look.ascent(), wrapped[i], look, align);
      y_ += look.line_height() * 1.1;
    }
  }

  Result<void> put(const Heading& block) {
    y_ += block_gap;
    lines(block.text, style(true, block.level == 1 ? 1 : 0), Align::left, frame_.left(),
          frame_.width());
    return {};
  }

  Result<void> put(const Paragraph& block) {
    const double indent = mm(block.indent_mm);
    lines(block.text, style(block.bold, block.larger), block.align, frame_.left() + indent,
          frame_.width() - indent);
    return {};
  }

  Result<void> put(const KeyValues& block) {
    const TextStyle key_style = style(true);
    const TextStyle value_style = style();
    double keys = 0;
    for (const auto& [key, value] : block.lines) {
      keys = std::max(keys, canvas_.typesetter().width(key, key_style));
    }
    keys = std::min(keys, frame_.width() * 0.4);
    for (const auto& [key, value] : block.lines) {
      const auto key_lines = canvas_.typesetter().wrap(key, key_style, keys);
      const double left = frame_.left() + keys + 10;
      const auto value_lines =
          canvas_.typesetter().wrap(value, value_style, frame_.width() - keys - 10);
      const double step = key_style.line_height() * 1.1;
      const std::size_t most = std::max(key_lines.size(), value_lines.size());
      need(static_cast<double>(std::min<std::size_t>(most, 4)) * step);
      for (std::size_t i = 0; i < most; ++i) {
        need(step);
        const double baseline = y_ + key_style.ascent();
        if (i < key_lines.size())
          canvas_.text(frame_.left(), keys, baseline, key_lines[i], key_style);
        if (i < value_lines.size()) {
          canvas_.text(left, frame_.width() - keys - 10, baseline, value_lines[i], value_style);
        }
        y_ += step;
      }
    }
    return {};
  }

  Result<void> put(const FlowTable& block) {
    const TableSpec spec{&block.columns, frame_.width(), block.font_pt, block.zero, false, false};
    METODICA_TRY(const TableLayout layout, TableLayout::make(spec, words_, canvas_.typesetter()));
    const double first_lines = layout.header_height() + 2 * layout.sum_height();
    if (first_lines > frame_.bottom() - frame_.top(false)) return invalid("documents.no_room");
    need(first_lines + (block.caption.empty() ? 0 : style().line_height() * 1.1 + 3));
    if (!block.caption.empty()) {
      lines(block.caption, style(true), Align::left, frame_.left(), frame_.width());
      y_ += 3;
    }
    return put_rows(block, layout);
  }

  Result<void> put_rows(const FlowTable& block, const TableLayout& layout) {
    TablePen pen(canvas_, layout, frame_.left(), y_);
    pen.header();
    double at = y_ + layout.header_height();
    const auto room_for = [&](double height) {
      if (at + height <= frame_.bottom()) return;
      pen.end();
      break_page();
      pen.restart(y_);
      pen.header();
      at = y_ + layout.header_height();
    };
    Sums sums(block.columns.size());
    WrappedRow wrapped;
    RowView view;
    for (std::size_t i = 0; i < block.rows.size(); ++i) {
      METODICA_CHECK(layout.wrap(block.rows[i], i + 1, wrapped));
      layout.add(block.rows[i], sums);
      // The last row stays with the total; the heading of a section with the row after it.
      const bool leads =
          wrapped.kind == RowKind::section || (block.total && i + 1 == block.rows.size());
      room_for(wrapped.height + (leads ? layout.sum_height() : 0));
      view.kind = wrapped.kind;
      view.height = wrapped.height;
      view.cells.assign(wrapped.cells.begin(), wrapped.cells.end());
      pen.row(view);
      at += wrapped.height;
    }
    if (block.total && layout.has_sums()) pen.sums(words_("documents.total"), sums);
    y_ = pen.end();
    return {};
  }

  Result<void> put(const Signatures& block) {
    if (block.places.empty()) return {};
    const double row = signature_row_height() + 8;
    const std::size_t rows = (block.places.size() + signatures_in_a_row - 1) / signatures_in_a_row;
    const double heading = block.heading.empty() ? 0 : style().line_height() * 1.4;
    y_ += block_gap;
    need(std::min(heading + row * static_cast<double>(rows), frame_.bottom() - frame_.top(false)));
    if (!block.heading.empty()) {
      canvas_.text(frame_.left(), frame_.width(), y_ + style().ascent(), block.heading,
                   style(true));
      y_ += heading;
    }
    for (std::size_t i = 0; i < block.places.size(); i += signatures_in_a_row) {
      need(row);
      draw_signature_row(canvas_, frame_.left(), y_, frame_.width(), block.places, i);
      y_ += row;
    }
    return {};
  }

  Result<void> put(const Annexes& block) {
    if (!block.heading.empty()) {
      need(style().line_height() * 3);
      lines(block.heading, style(true), Align::left, frame_.left(), frame_.width());
    }
    const double number_width = canvas_.typesetter().width("00.", style()) + 4;
    for (std::size_t i = 0; i < block.items.size(); ++i) {
      need(style().line_height() * 1.1);
      canvas_.text(frame_.left(), number_width - 4, y_ + style().ascent(),
                   std::to_string(i + 1) + ".", style(), Align::right);
      lines(block.items[i], style(), Align::left, frame_.left() + number_width,
            frame_.width() - number_width);
    }
    return {};
  }

  Result<void> put(const Approval& block) {
    const double width = std::min(mm(70), frame_.width());
    const double x = frame_.left() + frame_.width() - width;
    const double line = style().line_height() * 1.1;
    const double height = 4 * line + mm(10);
    need(height + block_gap);
    double y = y_ + 2;
    const auto put_line = [&](const std::string& text, bool bold) {
      canvas_.text(x, width, y + style().ascent(), text, style(bold), Align::centre);
      y += line;
    };
    put_line(block.heading, true);
    put_line(block.by.role, false);
    y += mm(10);
    canvas_.rule(x + mm(10), y, x + width - mm(10), y, 0.4);
    put_line(block.by.name, true);
    put_line(block.date.none()
                 ? words_("documents.date_blank")
                 : words_("documents.date", {{"date", block.date.shown(words_.lang())}}),
             false);
    y_ += height + block_gap;
    return {};
  }

  Result<void> put(const SquareCode& block) {
    METODICA_TRY(const Barcode code, encode(Symbology::qr, block.value));
    const double side = mm(block.side_mm);
    const double module = side / (code.modules + 2 * code.quiet);
    if (module < least_code_module)
      return invalid("documents.barcode_room", {{"text", block.value}, {"code", std::string("QR")}});
    need(side);
    std::vector<Box> dark;
    for (const Bar& bar : code.bars) {
      dark.push_back({frame_.left() + module * (code.quiet + bar.from),
                      y_ + module * (code.quiet + bar.row), module * bar.width, module});
    }
    canvas_.fills(dark);
    const double left = frame_.left() + side + 8;
    double y = y_ + module * code.quiet;
    for (std::size_t i = 0; i < block.lines.size(); ++i) {
      const TextStyle look = style(i == 0, -2);
      for (const auto& line :
           canvas_.typesetter().wrap(block.lines[i], look, frame_.width() - side - 8)) {
        canvas_.text(left, frame_.width() - side - 8, y + look.ascent(), line, look);
        y += look.line_height() * 1.1;
      }
    }
    y_ = std::max(y_ + side, y);
    return {};
  }

  Result<void> put(const PageBreak&) {
    break_page();
    return {};
  }

  // Kept on one page: made smaller when it is higher than one.
  Result<void> put(const Drawing& block) {
    const double width =
        block.width_mm > 0 ? std::min(mm(block.width_mm), frame_.width()) : frame_.width();
    const double room = frame_.bottom() - frame_.top(false);
    const double scale = std::min(width / block.width, room / block.height);
    need(block.height * scale);
    for (const DrawnShape& shape : block.shapes)
      canvas_.shape(shape, frame_.left(), y_, scale);
    y_ += block.height * scale;
    return {};
  }

  const FlowPaper& paper_;
  const Messages& words_;
  Canvas& canvas_;
  const PageFrame& frame_;
  int pages_;
  double y_ = 0;
};

}  // namespace

Result<std::string> print_flow(const FlowPaper& paper, const Messages& words,
                               Typesetter& typesetter) {
  METODICA_CHECK(typesetter.check_fonts());
  METODICA_CHECK(check_words(paper));
  const std::vector<Signature> no_page_signatures;
  const PageFrame frame(paper.paper, no_page_signatures, words, typesetter);
  if (frame.width() < mm(40) || frame.bottom() - frame.top(true) < mm(40)) {
    return invalid("documents.no_room");
  }
  const PageSize size = page_size(paper.paper.format);
  Canvas counter(typesetter, size);
  METODICA_CHECK(FlowPrinter(paper, words, counter, frame, 0).print());
  Canvas canvas(typesetter, size, frame.facts());
  METODICA_CHECK(FlowPrinter(paper, words, canvas, frame, counter.page()).print());
  return canvas.finish();
}

}  // namespace metodica::documents
