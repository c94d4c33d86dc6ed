#include "documents/register_printer.hpp"

#include <algorithm>
#include <utility>

#include "documents/closing_text.hpp"
#include "documents/page_frame.hpp"
#include "documents/register_plan.hpp"
#include "documents/table_pen.hpp"
#include "documents/words_check.hpp"

namespace metodica::documents {
namespace {

/// Sums that come from the volume before, one per column.
Result<Sums> brought_in(const RegisterPaper& paper, const TableLayout& layout) {
  WrappedRow checked;
  TableRow row{RowKind::entry, paper.brought_in};
  METODICA_CHECK(layout.wrap(row, 0, checked));
  Sums sums(paper.columns.size());
  layout.add(row, sums);
  return sums;
}

class RegisterPrinter {
 public:
  RegisterPrinter(const RegisterPaper& paper, const Messages& words, Typesetter& typesetter,
                  const TableLayout& layout, Sums first_sums)
      : paper_(paper),
        words_(words),
        typesetter_(typesetter),
        layout_(layout),
        frame_(paper.paper, paper.page_signatures, words, typesetter),
        closing_(paper, typesetter, frame_.width()),
        carries_(paper.carried_forward && layout.has_sums()),
        first_sums_(std::move(first_sums)),
        plan_(room(), first_sums_, !paper.brought_in.empty()) {}

  Result<std::string> print() {
    METODICA_CHECK(pull_rows());
    plan_.finish(closing_.height());
    place_closing();
    Canvas canvas(typesetter_, page_size(paper_.paper.format), frame_.facts());
    for (std::size_t page = 0; page < plan_.pages().size(); ++page) draw_spread(canvas, page);
    draw_closing_pages(canvas);
    return canvas.finish();
  }

 private:
  [[nodiscard]] PageRoom room() const {
    const double sum = layout_.sum_height();
    const bool sums = layout_.has_sums();
    return {frame_.bottom() - frame_.top(true) - layout_.header_height(),
            frame_.bottom() - frame_.top(false) - layout_.header_height(), carries_ ? sum : 0,
            (carries_ || (paper_.total && sums)) ? sum : 0};
  }

  Result<void> pull_rows() {
    if (!paper_.rows) return {};
    TableRow row;
    WrappedRow wrapped;
    Sums adds;
    for (std::size_t number = 1;; ++number) {
      row.kind = RowKind::entry;
      row.cells.clear();
      if (!paper_.rows(row)) return {};
      METODICA_CHECK(layout_.wrap(row, number, wrapped));
      adds.assign(paper_.columns.size(), 0);
      layout_.add(row, adds);
      plan_.add(wrapped, adds);
    }
  }

  /// Fills the room below the table, then pages of its own.
  void place_closing() {
    closing_counts_.push_back(closing_.fitting(0, plan_.left_over(), false));
    for (std::size_t done = closing_counts_[0]; done < closing_.pieces();) {
      const std::size_t count = closing_.fitting(done, frame_.bottom() - frame_.top(false), true);
      closing_counts_.push_back(count);
      done += count;
    }
  }

  [[nodiscard]] int pages() const {
    return static_cast<int>(plan_.pages().size() * layout_.leaves() + closing_counts_.size() - 1);
  }

  void draw_spread(Canvas& canvas, std::size_t number) {
    const bool last = number + 1 == plan_.pages().size();
    const double top = frame_.top(number == 0);
    for (std::size_t leaf = 0; leaf < layout_.leaves(); ++leaf) {
      if (number + leaf > 0) canvas.next_page();
      frame_.draw(canvas, canvas.page(), pages(), number == 0 && leaf == 0);
      const double end = draw_table(canvas, number, top, leaf);
      if (last && leaf == 0) closing_.draw(canvas, frame_.left(), end, 0, closing_counts_[0]);
    }
  }

  double draw_table(Canvas& canvas, std::size_t number, double top, std::size_t leaf) {
    const PlannedPage& page = plan_.pages()[number];
    const bool last = number + 1 == plan_.pages().size();
    TablePen pen(canvas, layout_, frame_.left(), top, leaf);
    pen.header();
    if (carries_ && (number > 0 || !paper_.brought_in.empty())) {
      pen.sums(words_("documents.brought"),
               number > 0 ? plan_.pages()[number - 1].after : first_sums_);
    }
    RowView row;
    for (std::size_t i = page.first; i < page.last; ++i) {
      plan_.rows().view(i, row);
      pen.row(row);
    }
    if (carries_ && !last) pen.sums(words_("documents.carried"), page.after);
    if (last && paper_.total && layout_.has_sums()) pen.sums(words_("documents.total"), page.after);
    return pen.end();
  }

  void draw_closing_pages(Canvas& canvas) {
    std::size_t done = closing_counts_[0];
    for (std::size_t i = 1; i < closing_counts_.size(); ++i) {
      canvas.next_page();
      frame_.draw(canvas, canvas.page(), pages(), false);
      closing_.draw(canvas, frame_.left(), frame_.top(false), done, closing_counts_[i]);
      done += closing_counts_[i];
    }
  }

  const RegisterPaper& paper_;
  const Messages& words_;
  Typesetter& typesetter_;
  const TableLayout& layout_;
  PageFrame frame_;
  ClosingText closing_;
  bool carries_;
  Sums first_sums_;
  RegisterPlan plan_;
  std::vector<std::size_t> closing_counts_;  ///< pieces under the table, then on each further page
};

}  // namespace

Result<std::string> print_register(const RegisterPaper& paper, const Messages& words,
                                   Typesetter& typesetter) {
  METODICA_CHECK(typesetter.check_fonts());
  METODICA_CHECK(check_words(paper));
  const Margins& margins = paper.paper.format.margins;
  const PageSize size = page_size(paper.paper.format);
  const TableSpec spec{&paper.columns,       size.width - mm(margins.left + margins.right),
                       paper.font_pt,        paper.zero,
                       paper.number_columns, paper.facing};
  METODICA_TRY(const TableLayout layout, TableLayout::make(spec, words, typesetter));
  METODICA_TRY(Sums sums, brought_in(paper, layout));
  const PageFrame frame(paper.paper, paper.page_signatures, words, typesetter);
  const double body = frame.bottom() - frame.top(true) - layout.header_height();
  if (body < 4 * layout.sum_height()) return invalid("documents.no_room");
  return RegisterPrinter(paper, words, typesetter, layout, std::move(sums)).print();
}

}  // namespace metodica::documents
