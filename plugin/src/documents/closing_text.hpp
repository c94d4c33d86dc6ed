/// What follows the table of a register: statement of closing, hash line, signatures.
#pragma once

#include <string>
#include <vector>

#include "documents/canvas.hpp"
#include "documents/register_table.hpp"

namespace metodica::documents {

/// A list of pieces that are not split: lines of text and rows of signatures.
class ClosingText {
 public:
  ClosingText(const RegisterPaper& paper, Typesetter& typesetter, double width);

  [[nodiscard]] double height() const;
  [[nodiscard]] std::size_t pieces() const { return pieces_.size(); }
  /// How many pieces from `first` on fit into `room` points; at least one when `force`.
  [[nodiscard]] std::size_t fitting(std::size_t first, double room, bool force) const;
  void draw(Canvas& canvas, double left, double top, std::size_t first, std::size_t count) const;

 private:
  struct Piece {
    double height;
    std::string text;  ///< a line, or "" for a row of signatures
    TextStyle style;
    std::size_t signature = 0;
  };

  void add_lines(Typesetter& typesetter, const std::string& text, const TextStyle& style);

  const std::vector<Signature>& signatures_;
  double width_;
  std::vector<Piece> pieces_;
};

}  // namespace metodica::documents
