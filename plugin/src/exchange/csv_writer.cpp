#include "exchange/csv_writer.hpp"

#include <utility>

namespace metodica {

void CsvWriter::cell(std::string_view text) {
  const bool formula = style_.disarm_formulas && !text.empty() &&
                       std::string_view("=+-@").find(text[0]) != std::string_view::npos;
  const bool outer_space = !text.empty() && (text.front() == ' ' || text.back() == ' ');
  const bool quoted = outer_space || text.find_first_of("\"\r\n\t;,") != std::string_view::npos;
  if (!quoted) {
    out_ += formula ? "'" : "";
    out_ += text;
    return;
  }
  out_ += '"';
  out_ += formula ? "'" : "";
  for (char c : text) {
    out_ += c;
    if (c == '"') {
      out_ += '"';
    }
  }
  out_ += '"';
}

void CsvWriter::row(const std::vector<std::string_view>& cells) {
  if (!std::exchange(begun_, true) && style_.byte_order_mark) {
    out_ += "\xEF\xBB\xBF";
  }
  bool first = true;
  for (std::string_view text : cells) {
    if (!std::exchange(first, false)) {
      out_ += style_.delimiter;
    }
    cell(text);
  }
  out_ += "\r\n";
}

void CsvWriter::row(const std::vector<std::string>& cells) {
  row(std::vector<std::string_view>(cells.begin(), cells.end()));
}

std::string CsvWriter::take() {
  return std::exchange(out_, {});
}

}  // namespace metodica
