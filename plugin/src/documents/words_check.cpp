#include "documents/words_check.hpp"

#include <string>
#include <utility>
#include <variant>
#include <vector>

#include "text/unicode.hpp"

namespace metodica::documents {
namespace {

bool good(const std::string& text) {
  return is_utf8(text);
}
bool good(const Signature& place) {
  return good(place.role) && good(place.name);
}
bool good(const std::pair<std::string, std::string>& line) {
  return good(line.first) && good(line.second);
}
// Declared first: the template below finds only what stands above it.
bool good(const TableColumn& column);
bool good(const Block& block);
bool good(const Label& label);
bool good(const DrawnShape& shape);

template <class T>
bool good(const std::vector<T>& values) {
  for (const T& value : values) {
    if (!good(value))
      return false;
  }
  return true;
}

bool good(const TableColumn& column) {
  return good(column.group) && good(column.title);
}

bool good(const Paper& paper) {
  const Letterhead& head = paper.letterhead;
  return good(head.institution) && good(head.seat) && good(head.fiscal_code) &&
         good(head.document_name) && good(head.number) && good(head.subtitle) &&
         good(paper.footer.program) && good(paper.footer.period);
}

bool good(const Heading& block) {
  return good(block.text);
}
bool good(const Paragraph& block) {
  return good(block.text);
}
bool good(const KeyValues& block) {
  return good(block.lines);
}
// The cells of a table are checked when they are wrapped.
bool good(const FlowTable& block) {
  return good(block.caption) && good(block.columns);
}
bool good(const Signatures& block) {
  return good(block.heading) && good(block.places);
}
bool good(const Annexes& block) {
  return good(block.heading) && good(block.items);
}
bool good(const Approval& block) {
  return good(block.heading) && good(block.by);
}
bool good(const SquareCode& block) {
  return good(block.value) && good(block.lines);
}
bool good(const PageBreak&) {
  return true;
}
bool good(const DrawnShape& shape) {
  return good(shape.text);
}
bool good(const Drawing& block) {
  return good(block.shapes);
}
bool good(const Block& block) {
  return std::visit([](const auto& one) { return good(one); }, block);
}
bool good(const Label& label) {
  return good(label.lines) && good(label.barcode) && good(label.barcode_text) &&
         (!label.band || good(label.band->text));
}

Result<void> verdict(bool all_good) {
  if (!all_good)
    return invalid("documents.not_utf8");
  return {};
}

}  // namespace

Result<void> check_words(const RegisterPaper& paper) {
  return verdict(good(paper.paper) && good(paper.columns) && good(paper.closing) &&
                 good(paper.last_hash) && good(paper.signatures) && good(paper.page_signatures));
}

Result<void> check_words(const FlowPaper& paper) {
  return verdict(good(paper.paper) && good(paper.blocks));
}

Result<void> check_words(const LabelPaper& paper) {
  return verdict(good(paper.labels) && good(paper.title));
}

}  // namespace metodica::documents
