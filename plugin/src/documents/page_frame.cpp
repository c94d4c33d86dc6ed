#include "documents/page_frame.hpp"

#include <algorithm>

#include "documents/signature_places.hpp"

namespace metodica::documents {
namespace {

constexpr TextStyle institution_style{10, Face::bold, 0.95};
constexpr TextStyle seat_style{8, Face::regular, 0.95};
constexpr TextStyle title_style{13, Face::bold, 0.95};
constexpr TextStyle number_style{10, Face::regular, 0.95};
constexpr TextStyle subtitle_style{9, Face::regular, 0.95};
constexpr TextStyle running_style{7.5, Face::regular, 0.92};
constexpr TextStyle running_bold{7.5, Face::bold, 0.92};
constexpr TextStyle mark_style{8, Face::bold, 0.95};
constexpr TextStyle footer_style{7, Face::regular, 0.92};

}  // namespace

PageFrame::PageFrame(const Paper& paper, const std::vector<Signature>& page_signatures,
                     const Messages& words, Typesetter& typesetter)
    : paper_(paper),
      page_signatures_(page_signatures),
      words_(words),
      size_(page_size(paper.format)),
      left_(mm(paper.format.margins.left)),
      width_(size_.width - mm(paper.format.margins.left + paper.format.margins.right)),
      head_y_(mm(paper.format.margins.top)) {
  bottom_ = size_.height - mm(paper.format.margins.bottom) - footer_style.line_height() - 6;
  if (!page_signatures_.empty())
    bottom_ -= page_signatures_height(page_signatures_.size());
  next_top_ =
      head_y_ + running_style.line_height() + (paper.reprint ? mark_style.line_height() : 0) + 8;
  plan_heading(typesetter);
}

PdfFacts PageFrame::facts() const {
  const Letterhead& head = paper_.letterhead;
  const std::string number = number_and_date();
  return {number.empty() ? head.document_name : head.document_name + " " + number, head.institution,
          paper_.footer.program, paper_.footer.listed_on};
}

std::string PageFrame::number_and_date() const {
  const Letterhead& head = paper_.letterhead;
  const std::string date = head.date.shown(words_.lang());
  if (head.number.empty()) {
    return head.date.none() ? std::string() : words_("documents.dated", {{"date", date}});
  }
  if (head.date.none())
    return words_("documents.number", {{"number", head.number}});
  return words_("documents.number_date", {{"number", head.number}, {"date", date}});
}

std::string PageFrame::reprint_mark() const {
  return words_("documents.reprint", {{"date", paper_.reprint->on.shown(words_.lang())},
                                      {"times", std::int64_t{paper_.reprint->times}}});
}

void PageFrame::add_lines(Typesetter& typesetter, const std::string& text, const TextStyle& style,
                          Align align, double width, double& y) {
  if (text.empty())
    return;
  for (std::string& line : typesetter.wrap(text, style, width)) {
    heading_.push_back({std::move(line), style, align, y + style.ascent()});
    y += style.line_height();
  }
}

void PageFrame::plan_heading(Typesetter& typesetter) {
  const Letterhead& head = paper_.letterhead;
  double y = head_y_;
  const double side = width_ * 0.6;
  add_lines(typesetter, head.institution, institution_style, Align::left, side, y);
  add_lines(typesetter, head.seat, seat_style, Align::left, side, y);
  if (!head.fiscal_code.empty()) {
    add_lines(typesetter, words_("documents.fiscal_code", {{"text", head.fiscal_code}}), seat_style,
              Align::left, side, y);
  }
  y += 10;
  add_lines(typesetter, head.document_name, title_style, Align::centre, width_, y);
  y += 1;
  add_lines(typesetter, number_and_date(), number_style, Align::centre, width_, y);
  for (const std::string& line : head.subtitle) {
    add_lines(typesetter, line, subtitle_style, Align::centre, width_, y);
  }
  if (!paper_.footer.period.empty()) {
    add_lines(typesetter, paper_.footer.period, subtitle_style, Align::centre, width_, y);
  }
  first_top_ = std::max(y + 8, next_top_);
}

void PageFrame::draw_running_head(Canvas& canvas) const {
  const Letterhead& head = paper_.letterhead;
  const double baseline = head_y_ + running_style.ascent();
  const std::string name = head.document_name + " " + number_and_date();
  canvas.text(left_, width_ * 0.33, baseline, head.institution, running_style);
  if (paper_.footer.period.empty()) {
    canvas.text(left_ + width_ * 0.34, width_ * 0.66, baseline, name, running_bold, Align::right);
  } else {
    canvas.text(left_ + width_ * 0.34, width_ * 0.41, baseline, name, running_bold, Align::centre);
    canvas.text(left_ + width_ * 0.76, width_ * 0.24, baseline, paper_.footer.period, running_style,
                Align::right);
  }
  const double y = head_y_ + running_style.line_height() + 2;
  canvas.rule(left_, y, left_ + width_, y);
  if (paper_.reprint) {
    canvas.text(left_, width_, y + mark_style.ascent() + 2, reprint_mark(), mark_style,
                Align::right);
  }
}

void PageFrame::draw_footer(Canvas& canvas, int page, int pages) const {
  const double top = size_.height - mm(paper_.format.margins.bottom) - footer_style.line_height();
  const double baseline = top + footer_style.ascent();
  const double third = width_ / 3;
  canvas.rule(left_, top - 2, left_ + width_, top - 2);
  canvas.text(left_, third, baseline, paper_.footer.program, footer_style);
  if (!paper_.footer.listed_on.none()) {
    const std::string date = paper_.footer.listed_on.shown(words_.lang());
    canvas.text(left_ + third, third, baseline, words_("documents.listed", {{"date", date}}),
                footer_style, Align::centre);
  }
  canvas.text(
      left_ + 2 * third, third, baseline,
      words_("documents.page", {{"page", std::int64_t{page}}, {"pages", std::int64_t{pages}}}),
      footer_style, Align::right);
}

void PageFrame::draw(Canvas& canvas, int page, int pages, bool first) const {
  if (first) {
    for (const HeadLine& line : heading_) {
      canvas.text(left_, width_, line.baseline, line.text, line.style, line.align);
    }
    if (paper_.reprint) {
      const std::string mark = reprint_mark();
      const double wide = canvas.typesetter().width(mark, mark_style) + 10;
      const double x = left_ + width_ - wide;
      canvas.frame(x, head_y_, wide, mark_style.line_height() + 5, 0.8);
      canvas.text(x, wide, head_y_ + 2.5 + mark_style.ascent(), mark, mark_style, Align::centre);
    }
  } else {
    draw_running_head(canvas);
  }
  if (!page_signatures_.empty()) {
    draw_page_signatures(canvas, left_, bottom_, width_, page_signatures_);
  }
  draw_footer(canvas, page, pages);
}

}  // namespace metodica::documents
