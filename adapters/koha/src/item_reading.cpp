#include "koha/src/item_reading.hpp"

#include <algorithm>

namespace metodica::koha {
namespace {

constexpr std::size_t most_at_once = 1000;

}  // namespace

bool is_of(const Json& item, const Site& site, const std::string& library) {
  return site.ours(item["home_library_id"].text()).library == library;
}

Result<std::vector<Json>> read_items(KohaDoor& door, const Site& site, const CallContext& context,
                                     std::string_view by, const Json::Array& values) {
  std::vector<Json> items;
  const std::string& library = site.library_of(context);
  for (std::size_t from = 0; from < values.size(); from += most_at_once) {
    const auto begin = values.begin() + static_cast<std::ptrdiff_t>(from);
    const auto end =
        values.begin() + static_cast<std::ptrdiff_t>(std::min(from + most_at_once, values.size()));
    METODICA_TRY(const Json answer,
                 door.ask(context, "items.read",
                          Json::object({{"by", by}, {"values", Json::Array(begin, end)}})));
    for (const Json& item : answer["items"].items()) {
      if (is_of(item, site, library)) {
        items.push_back(item);
      }
    }
  }
  return items;
}

}  // namespace metodica::koha
