/// Reads back a PDF with the tools of poppler, as an auditor's program would.
#pragma once

#include <string>
#include <vector>

namespace metodica::tests {

bool has_poppler();

struct PdfFont {
  std::string name;
  bool embedded = false;
  bool subset = false;
  bool unicode = false;
};

struct PdfWord {
  std::string text;
  int page = 1;
  double left = 0;  ///< points, as the next three
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// A stroked path of the first page; points from the upper left corner.
struct PdfBox {
  double left = 0;
  double top = 0;
  double right = 0;
  double bottom = 0;
};

/// One bitmap row of a page: true is black.
using ScanLine = std::vector<bool>;

class PdfReader {
 public:
  explicit PdfReader(const std::string& bytes);
  ~PdfReader();
  PdfReader(const PdfReader&) = delete;
  PdfReader& operator=(const PdfReader&) = delete;

  /// Text of each page, columns kept apart by spaces.
  [[nodiscard]] std::vector<std::string> pages() const;
  [[nodiscard]] std::string text() const;
  [[nodiscard]] std::string info(const std::string& key) const;
  [[nodiscard]] std::vector<PdfFont> fonts() const;
  [[nodiscard]] std::vector<PdfWord> words() const;
  /// What encloses each closed stroked path (a frame), and each open piece of one (a ruler), in the
  /// order of drawing.
  [[nodiscard]] std::vector<PdfBox> frames() const;
  [[nodiscard]] std::vector<PdfBox> rulers() const;
  /// A row of the first page at `y_mm` from the top, at `dots_per_mm`.
  [[nodiscard]] ScanLine scan(double y_mm, int dots_per_mm) const;

 private:
  [[nodiscard]] std::vector<PdfBox> strokes(bool closed) const;
  [[nodiscard]] std::string run(const std::string& before, const std::string& after) const;

  std::string path_;
};

}  // namespace metodica::tests
