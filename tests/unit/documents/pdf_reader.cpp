#include "pdf_reader.hpp"

#include <stdlib.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <memory>
#include <regex>
#include <sstream>

namespace metodica::tests {
namespace {

struct ClosePipe {
  void operator()(std::FILE* pipe) const { pclose(pipe); }
};

std::string output_of(const std::string& command) {
  const std::unique_ptr<std::FILE, ClosePipe> pipe(popen((command + " 2>/dev/null").c_str(), "r"));
  std::string result;
  std::array<char, 4096> buffer{};
  for (std::size_t got = 0; (got = std::fread(buffer.data(), 1, buffer.size(), pipe.get())) > 0;) {
    result.append(buffer.data(), got);
  }
  return result;
}

}  // namespace

bool has_poppler() {
  return !output_of("command -v pdftotext").empty();
}

PdfReader::PdfReader(const std::string& bytes) : path_("/tmp/metodica-test-XXXXXX") {
  const int file = mkstemp(path_.data());
  if (file >= 0)
    close(file);
  std::ofstream(path_, std::ios::binary) << bytes;
}

PdfReader::~PdfReader() {
  unlink(path_.c_str());
}

std::string PdfReader::run(const std::string& before, const std::string& after) const {
  return output_of(before + " " + path_ + " " + after);
}

std::vector<std::string> PdfReader::pages() const {
  std::istringstream in(run("pdftotext -layout", "-"));
  std::vector<std::string> result;
  for (std::string page; std::getline(in, page, '\f');)
    result.push_back(page);
  return result;
}

std::string PdfReader::text() const {
  return run("pdftotext -layout", "-");
}

std::string PdfReader::info(const std::string& key) const {
  std::istringstream in(run("TZ=UTC pdfinfo", ""));
  for (std::string line; std::getline(in, line);) {
    if (line.rfind(key + ":", 0) != 0)
      continue;
    const std::size_t start = line.find_first_not_of(' ', key.size() + 1);
    return start == std::string::npos ? "" : line.substr(start);
  }
  return {};
}

std::vector<PdfFont> PdfReader::fonts() const {
  std::istringstream in(run("pdffonts", ""));
  std::string line;
  std::getline(in, line);
  std::getline(in, line);
  std::vector<PdfFont> result;
  const std::regex row(R"((\S+)\s.*\s(yes|no)\s+(yes|no)\s+(yes|no)\s+\d+\s+\d+\s*)");
  for (std::smatch match; std::getline(in, line);) {
    if (!std::regex_match(line, match, row))
      continue;
    result.push_back({match[1], match[2] == "yes", match[3] == "yes", match[4] == "yes"});
  }
  return result;
}

std::vector<PdfWord> PdfReader::words() const {
  std::istringstream in(run("pdftotext -bbox", "-"));
  const std::regex word(
      R"re(<word xMin="([^"]+)" yMin="([^"]+)" xMax="([^"]+)" yMax="([^"]+)">(.*)</word>)re");
  std::vector<PdfWord> result;
  int page = 0;
  std::smatch match;
  for (std::string line; std::getline(in, line);) {
    if (line.find("<page ") != std::string::npos)
      ++page;
    if (!std::regex_search(line, match, word))
      continue;
    result.push_back({match[5], page, std::stod(match[1]), std::stod(match[2]), std::stod(match[3]),
                      std::stod(match[4])});
  }
  return result;
}

namespace {

/// a b c d e f of an SVG matrix: x' = a x + c y + e, y' = b x + d y + f.
using Matrix = std::array<double, 6>;

Matrix matrix_in(const std::string& line) {
  Matrix matrix{1, 0, 0, 1, 0, 0};
  const std::size_t at = line.find("matrix(");
  if (at == std::string::npos)
    return matrix;
  std::istringstream in(line.substr(at + 7));
  char comma = 0;
  for (double& value : matrix)
    in >> value >> comma;
  return matrix;
}

/// Grows around the points of one piece of a path.
class Hull {
 public:
  void add(const Matrix& m, double x, double y) {
    const double right = m[0] * x + m[2] * y + m[4];
    const double down = m[1] * x + m[3] * y + m[5];
    if (!any_)
      box_ = {right, down, right, down};
    any_ = true;
    box_ = {std::min(box_.left, right), std::min(box_.top, down), std::max(box_.right, right),
            std::max(box_.bottom, down)};
  }
  [[nodiscard]] bool any() const { return any_; }
  [[nodiscard]] const PdfBox& box() const { return box_; }

 private:
  PdfBox box_;
  bool any_ = false;
};

/// The pieces of a path: each begins at M, and is closed when it ends with Z. A lone M after Z is
/// no piece.
void add_pieces(const std::string& path, const Matrix& matrix, bool closed,
                std::vector<PdfBox>& into) {
  std::istringstream in(path);
  Hull hull;
  bool drawn = false;
  const auto finish = [&](bool by_z) {
    if (hull.any() && drawn && by_z == closed)
      into.push_back(hull.box());
    hull = Hull();
    drawn = false;
  };
  for (std::string word; in >> word;) {
    if (word == "Z") {
      finish(true);
    } else if (word == "M") {
      finish(false);
    } else if (word == "L" || word == "C") {
      drawn = true;
    } else {
      double y = 0;
      in >> y;
      hull.add(matrix, std::stod(word), y);
    }
  }
  finish(false);
}

}  // namespace

std::vector<PdfBox> PdfReader::strokes(bool closed) const {
  std::istringstream in(run("pdftocairo -svg -noshrink -nocenter -f 1 -l 1", "-"));
  std::vector<PdfBox> result;
  for (std::string line; std::getline(in, line);) {
    const std::size_t at = line.find(" d=\"");
    if (line.find("stroke-width") == std::string::npos || at == std::string::npos)
      continue;
    add_pieces(line.substr(at + 4, line.find('"', at + 4) - at - 4), matrix_in(line), closed,
               result);
  }
  return result;
}

std::vector<PdfBox> PdfReader::frames() const {
  return strokes(true);
}

std::vector<PdfBox> PdfReader::rulers() const {
  return strokes(false);
}

ScanLine PdfReader::scan(double y_mm, int dots_per_mm) const {
  const double dots_per_inch = 25.4 * dots_per_mm;
  std::istringstream in(
      run("pdftoppm -mono -singlefile -f 1 -l 1 -r " + std::to_string(dots_per_inch), ""));
  std::string magic;
  std::size_t width = 0;
  std::size_t height = 0;
  in >> magic >> width >> height;
  in.get();
  const std::size_t stride = (width + 7) / 8;
  std::string row(stride, '\0');
  const auto wanted = static_cast<std::size_t>(y_mm * dots_per_mm);
  for (std::size_t y = 0; y <= wanted; ++y)
    in.read(row.data(), static_cast<std::streamsize>(stride));
  ScanLine result(width);
  for (std::size_t x = 0; x < width; ++x) {
    result[x] = ((static_cast<unsigned char>(row[x / 8]) >> (7 - x % 8)) & 1) != 0;
  }
  return result;
}

}  // namespace metodica::tests
