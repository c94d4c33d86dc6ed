#include "bibliography/spine_label.hpp"

#include <algorithm>

#include "bibliography/latin_letters.hpp"
#include "bibliography/udc_elements.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

// Pieces that begin with a sign and should stay whole; a connecting sign goes with what follows it.
std::vector<std::string> pieces_of(std::string_view notation) {
  std::vector<std::string> pieces;
  bool joined = false;
  for (const UdcElement& element : udc_elements(notation)) {
    const std::string text = (element.after_space ? " " : "") + std::string(element.text);
    const bool closes = element.part == UdcPart::group_close || element.part == UdcPart::tail;
    if ((joined || closes) && !pieces.empty()) {
      pieces.back() += text;
    } else {
      pieces.push_back(text);
    }
    joined = is_connector(element.part) || element.part == UdcPart::group_open;
  }
  return pieces;
}

// Bytes of the longest beginning of `text` that fits, cut after a dot or a space when there is one.
std::size_t fitting(std::string_view text, std::size_t max_characters) {
  std::size_t bytes = 0;
  std::size_t soft = 0;
  for (std::size_t count = 0;
       count < std::max<std::size_t>(max_characters, 1) && bytes < text.size(); ++count) {
    const char c = text[bytes];
    bytes += first_character(text.substr(bytes)).size;
    if (c == '.' || c == ' ') {
      soft = bytes;
    }
  }
  return bytes == text.size() || soft == 0 ? bytes : soft;
}

class Lines {
 public:
  explicit Lines(std::size_t max_characters) : max_(max_characters) {}

  // Goes on in the current line when the whole piece fits there, else begins a new one.
  void add(std::string_view piece, bool new_line) {
    if (!new_line && !lines_.empty() && length(lines_.back()) + length(piece) <= max_) {
      lines_.back() += piece;
      return;
    }
    for (;;) {
      piece.remove_prefix(std::min(piece.find_first_not_of(' '), piece.size()));
      if (piece.empty()) {
        return;
      }
      const std::size_t bytes = fitting(piece, max_);
      std::string line(piece.substr(0, bytes));
      line.erase(line.find_last_not_of(' ') + 1);
      lines_.push_back(std::move(line));
      piece.remove_prefix(bytes);
    }
  }

  [[nodiscard]] std::vector<std::string> take() { return std::move(lines_); }

 private:
  std::size_t max_;
  std::vector<std::string> lines_;
};

}  // namespace

std::vector<std::string> label_lines(const CallNumber& mark, std::size_t max_characters) {
  Lines lines(max_characters);
  lines.add(mark.section, true);
  bool first = true;
  for (const std::string& piece : pieces_of(udc_normalised(mark.udc))) {
    lines.add(piece, first);
    first = false;
  }
  lines.add(mark.author_mark + mark.work_mark, true);
  if (!mark.volume.empty()) {
    lines.add("v." + mark.volume, true);
  }
  if (!mark.copy.empty()) {
    lines.add("ex." + mark.copy, true);
  }
  return lines.take();
}

}  // namespace metodica
