#include "modules/registers/breakdown_data.hpp"

#include <algorithm>
#include <span>

#include "bibliography/languages.hpp"
#include "text/embedded.hpp"

namespace metodica::embedded {
extern const std::span<const EmbeddedFile> registers_data;
}

namespace metodica::registers {
namespace {

// Our own file, checked by a test: commas, quotes around cells that hold one, no line ends inside.
std::vector<std::string> cells_of(std::string_view line) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (const char c : line) {
    if (c == '"')
      quoted = !quoted;
    else if (c == ',' && !quoted)
      cells.emplace_back();
    else if (c != '\r')
      cells.back() += c;
  }
  return cells;
}

std::vector<ShippedColumn> read_shipped() {
  std::vector<ShippedColumn> columns;
  std::string_view text = embedded::registers_data.front().content;
  text.remove_prefix(text.find('\n') + 1);  // the heading
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    const auto cells = cells_of(text.substr(0, end));
    constexpr std::size_t width = 8;
    if (cells.size() == width) {
      columns.push_back({cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6],
                         cells[7] == "yes"});
    }
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return columns;
}

const std::vector<ShippedColumn>& shipped() {
  static const auto& columns = *new std::vector<ShippedColumn>(read_shipped());  // never destroyed
  return columns;
}

void name_language(ShippedColumn& column, std::string_view code) {
  const Language* language = find_language(code);
  if (language == nullptr)
    return;
  column.title_ro = language->name_ro;
  column.title_en = language->name_en;
  column.title_hu = language->name_hu;
}

}  // namespace

std::vector<ShippedColumn> columns_for(std::string_view minority_language) {
  constexpr std::string_view usual_minority = "hu";
  std::vector<ShippedColumn> columns;
  for (ShippedColumn column : shipped()) {
    if (column.grouping == "language") {
      if (column.code == usual_minority && !minority_language.empty() &&
          minority_language != usual_minority) {
        column.code = minority_language;
        name_language(column, minority_language);
      } else if (column.code == minority_language && column.code != usual_minority) {
        continue;  // an IFLA language that is already the second column
      }
    }
    columns.push_back(std::move(column));
  }
  return columns;
}

std::vector<ShippedColumn> category_columns() {
  std::vector<ShippedColumn> columns;
  for (const auto& column : shipped()) {
    if (column.grouping == "category")
      columns.push_back(column);
  }
  return columns;
}

bool is_category(std::string_view code) {
  return std::any_of(shipped().begin(), shipped().end(), [&](const ShippedColumn& column) {
    return column.grouping == "category" && column.code == code;
  });
}

}  // namespace metodica::registers
