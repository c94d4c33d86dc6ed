#include "documents/closing_text.hpp"

#include "documents/signature_places.hpp"

namespace metodica::documents {
namespace {

constexpr TextStyle statement_style{9, Face::regular, 0.92};
constexpr TextStyle hash_style{7.5, Face::regular, 0.92};
constexpr double gap = 10;  // points above the first piece

}  // namespace

ClosingText::ClosingText(const RegisterPaper& paper, Typesetter& typesetter, double width)
    : signatures_(paper.signatures), width_(width) {
  for (const std::string& text : paper.closing) add_lines(typesetter, text, statement_style);
  if (!paper.last_hash.empty()) add_lines(typesetter, paper.last_hash, hash_style);
  for (std::size_t i = 0; i < paper.signatures.size(); i += signatures_in_a_row) {
    pieces_.push_back({signature_row_height() + gap, {}, {}, i});
  }
}

void ClosingText::add_lines(Typesetter& typesetter, const std::string& text,
                            const TextStyle& style) {
  for (std::string& line : typesetter.wrap(text, style, width_)) {
    pieces_.push_back({style.line_height(), std::move(line), style, 0});
  }
  pieces_.back().height += 3;
}

double ClosingText::height() const {
  double sum = pieces_.empty() ? 0 : gap;
  for (const Piece& piece : pieces_) sum += piece.height;
  return sum;
}

std::size_t ClosingText::fitting(std::size_t first, double room, bool force) const {
  double used = gap;
  std::size_t next = first;
  while (next < pieces_.size() && used + pieces_[next].height <= room)
    used += pieces_[next++].height;
  return next == first && force && next < pieces_.size() ? 1 : next - first;
}

void ClosingText::draw(Canvas& canvas, double left, double top, std::size_t first,
                       std::size_t count) const {
  double y = top + gap;
  for (std::size_t i = first; i < first + count; ++i) {
    const Piece& piece = pieces_[i];
    if (piece.text.empty()) {
      draw_signature_row(canvas, left, y + gap, width_, signatures_, piece.signature);
    } else {
      canvas.text(left, width_, y + piece.style.ascent(), piece.text, piece.style);
    }
    y += piece.height;
  }
}

}  // namespace metodica::documents
