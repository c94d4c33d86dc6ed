/// The usual kinds of columns on papers.
#pragma once

#include <string>
#include <utility>

#include "documents/register_table.hpp"

namespace metodica {

inline TableColumn text_column(std::string title, double width_mm) {
  TableColumn column;
  column.title = {std::move(title)};
  column.width_mm = width_mm;
  return column;
}

/// Shares with the others of its kind what the columns with a width leave.
inline TableColumn weighted_column(std::string title, double weight = 1) {
  TableColumn column;
  column.title = {std::move(title)};
  column.weight = weight;
  return column;
}

inline TableColumn count_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.numeric = Numeric::count;
  return column;
}

/// An order number: it is not added up.
inline TableColumn order_column(std::string title, double width_mm) {
  TableColumn column = count_column(std::move(title), width_mm);
  column.summed = false;
  return column;
}

inline TableColumn money_column(std::string title, double width_mm) {
  TableColumn column = text_column(std::move(title), width_mm);
  column.numeric = Numeric::money;
  return column;
}

}  // namespace metodica
