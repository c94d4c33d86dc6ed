#include "modules/processing/udc_preview.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace metodica::processing {

ShelfPreview preview_shelf(const std::vector<ClassUse>& uses, const ShelfUdcRules& rules) {
  ShelfPreview preview;
  std::set<std::string> before;
  std::map<std::string, std::int64_t> after;
  for (const ClassUse& use : uses) {
    const std::string shelf = shorten_udc(use.udc, rules);
    before.insert(use.shelf_udc);
    after[shelf] += use.copies;
    preview.copies += use.copies;
    if (shelf != use.shelf_udc) {
      preview.moved += use.copies;
      preview.moves.push_back({use.udc, use.shelf_udc, shelf, use.copies});
    }
  }
  std::stable_sort(preview.moves.begin(), preview.moves.end(),
                   [](const ClassMove& a, const ClassMove& b) { return a.copies > b.copies; });
  preview.classes_before = static_cast<std::int64_t>(before.size());
  preview.classes_after = static_cast<std::int64_t>(after.size());
  for (const auto& [shelf, copies] : after) {
    if (copies > preview.largest_copies) {
      preview.largest_after = shelf;
      preview.largest_copies = copies;
    }
  }
  return preview;
}

}  // namespace metodica::processing
