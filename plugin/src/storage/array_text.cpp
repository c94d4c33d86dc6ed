#include "storage/array_text.hpp"

namespace metodica {
namespace {

void append_quoted(std::string& out, const std::string& text) {
  out += '"';
  for (const char c : text) {
    if (c == '"' || c == '\\') {
      out += '\\';
    }
    out += c;
  }
  out += '"';
}

}  // namespace

std::string array_text(const Batch::Column& column, std::size_t first, std::size_t last) {
  std::string out = "{";
  for (std::size_t row = first; row < last; ++row) {
    if (row != first) {
      out += ',';
    }
    if (column.kind == ColumnKind::integer) {
      out += std::to_string(column.integers[row]);
    } else {
      append_quoted(out, column.texts[row]);
    }
  }
  out += '}';
  return out;
}

}  // namespace metodica
