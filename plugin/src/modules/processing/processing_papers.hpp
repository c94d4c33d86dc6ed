/// What the subject prints: the shelf list and label sheets.
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/processing/shelf_walk.hpp"

namespace metodica::processing {

/// The shelf list (catalogul topografic) as a bound list with a column for ticking. Records the
/// issue. Errors: those of Documents.
Result<std::string> shelf_list_pdf(Call& call, const ShelfFilter& filter);

struct LabelRequest {
  std::string kind;   ///< "spine", "barcode"
  std::string which;  ///< "new", "lot", "range", "test"
  std::string lot;    ///< "3/2026"
  std::string register_code;
  std::int64_t from = 0, to = 0;
  std::string sheet;       ///< "" = L7651
  std::int64_t start = 1;  ///< first free position of a part-used sheet
};

/// A sheet of labels; remembers which copies got one. A repeated key prints the same labels again.
/// Errors, METODICA_INVALID: processing.no_labels at "which", processing.too_many_labels {count}
/// at "which", processing.unknown_sheet {text}{sheets} at "sheet", processing.label_start {count}
/// at "start", those of Documents.
Result<std::string> labels_pdf(Call& call, const LabelRequest& request);

/// Codes of the sheets that ship with the program; empty when the printing part is missing.
std::vector<std::string> sheet_codes(Call& call);

/// "3/2026" as number and year; zeros for anything else.
struct LotName {
  std::int64_t number = 0, year = 0;
};
LotName lot_name(const std::string& text);

}  // namespace metodica::processing
