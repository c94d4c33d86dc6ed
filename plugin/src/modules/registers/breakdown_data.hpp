/// The breakdown columns that ship with the program (data/breakdown.csv), as data with its source
/// and a `verified` mark. A library gets its own copy at the opening and keeps it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodica::registers {

struct ShippedColumn {
  std::string grouping, code, title_ro, title_en, title_hu, udc_prefixes, source;
  bool verified = false;
};

/// All columns in the order of the form. The second language is `minority_language` (the first
/// local minority; "" = Hungarian stays in its place as shipped); the rest are IFLA's seven, then
/// the others.
std::vector<ShippedColumn> columns_for(std::string_view minority_language);

/// The category columns as shipped.
std::vector<ShippedColumn> category_columns();

/// True for the code of a category column.
bool is_category(std::string_view code);

}  // namespace metodica::registers
