/// What stands around the content of every page: heading, foot, signatures of the page, reprint
/// mark.
#pragma once

#include <string>
#include <vector>

#include "documents/canvas.hpp"
#include "text/messages.hpp"

namespace metodica::documents {

/// Stays valid as long as the paper and the words given to it.
class PageFrame {
 public:
  PageFrame(const Paper& paper, const std::vector<Signature>& page_signatures,
            const Messages& words, Typesetter& typesetter);

  [[nodiscard]] double left() const { return left_; }
  [[nodiscard]] double width() const { return width_; }
  /// Where the content starts: below the full heading on the first page, below one line on others.
  [[nodiscard]] double top(bool first) const { return first ? first_top_ : next_top_; }
  [[nodiscard]] double bottom() const { return bottom_; }
  [[nodiscard]] PdfFacts facts() const;

  /// `first` pages get the full heading. `pages` may be 0 while pages are being counted.
  void draw(Canvas& canvas, int page, int pages, bool first) const;

 private:
  struct HeadLine {
    std::string text;
    TextStyle style;
    Align align;
    double baseline;
  };

  void plan_heading(Typesetter& typesetter);
  void add_lines(Typesetter& typesetter, const std::string& text, const TextStyle& style,
                 Align align, double width, double& y);
  void draw_running_head(Canvas& canvas) const;
  void draw_footer(Canvas& canvas, int page, int pages) const;
  [[nodiscard]] std::string number_and_date() const;
  [[nodiscard]] std::string reprint_mark() const;

  const Paper& paper_;
  const std::vector<Signature>& page_signatures_;
  const Messages& words_;
  PageSize size_;
  double left_;
  double width_;
  double head_y_;
  double first_top_ = 0;
  double next_top_ = 0;
  double bottom_ = 0;
  std::vector<HeadLine> heading_;
};

}  // namespace metodica::documents
