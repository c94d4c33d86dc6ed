/// How the columns of a row of fields are shared out to lines, so that a row needs no sideways
/// scrolling at 1280 px: an invoice's line of ten fields stands on two.
#pragma once

#include <vector>

#include "json/json.hpp"

namespace metodica::html {

/// A column where it stands: `span` of the `rows_plan_units` that each line has.
struct PlacedColumn {
  const Json* column = nullptr;  ///< of the field, which must outlive the plan
  int span = 1;  ///< 1 when the row is one line, which the browser shares out itself
};

using RowLine = std::vector<PlacedColumn>;

inline constexpr int rows_plan_units = 60;

/// The visible columns in their order, on as many lines as they need (at least one line).
[[nodiscard]] std::vector<RowLine> plan_rows(const Json& field);

}  // namespace metodica::html
