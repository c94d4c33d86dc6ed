/// The shelf list on paper. Labels: label_papers.hpp.
#pragma once

#include <string>

#include "app/call.hpp"
#include "documents/table_columns.hpp"
#include "modules/processing/shelf_walk.hpp"

namespace metodica::processing {

/// The shelf list (catalogul topografic) as a bound list with a column for ticking. Records the
/// issue. Errors: those of Documents.
Result<std::string> shelf_list_pdf(Call& call, const ShelfFilter& filter);

/// "3/2026" as number and year; zeros for anything else.
struct LotName {
  std::int64_t number = 0, year = 0;
};
LotName lot_name(const std::string& text);

}  // namespace metodica::processing
