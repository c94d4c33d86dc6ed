#include "storage/value.hpp"

#include <stdexcept>
#include <utility>

namespace metodica {

Batch::Batch(std::string table, std::vector<std::pair<std::string, ColumnKind>> columns)
    : table_(std::move(table)) {
  columns_.reserve(columns.size());
  for (auto& [name, kind] : columns) {
    columns_.push_back(Column{std::move(name), kind, {}, {}});
  }
}

void Batch::add(std::vector<Bind> row) {
  if (row.size() != columns_.size()) {
    throw std::logic_error("batch for " + table_ + ": a row has one value per column");
  }
  for (std::size_t i = 0; i < row.size(); ++i) {
    Column& column = columns_[i];
    if (column.kind == ColumnKind::integer) {
      column.integers.push_back(std::get<std::int64_t>(row[i].value()));
    } else {
      column.texts.push_back(std::get<std::string>(row[i].value()));
    }
  }
  ++rows_;
}

}  // namespace metodica
