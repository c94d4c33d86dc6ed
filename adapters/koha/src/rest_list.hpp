/// Lists of Koha's REST interface, read by ascending id.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "common/http/rest_client.hpp"
#include "json/json.hpp"

namespace metodica::koha {

/// One list: where, which rows, in which order.
struct RestList {
  std::string path;              ///< "/items"
  std::string id;                ///< field that rows are ordered by: "item_id"
  Json filter = Json::object();  ///< Koha's query language, without the id
  http::Headers headers = {};
};

/// Tells that the row behind this id cannot be read.
using BadRow = std::function<void(std::int64_t after)>;

/// At most `limit` rows whose id is greater than `after`, ascending. A row that breaks Koha's own
/// definition turns the whole page into a 500: then the page is halved until the row stands alone,
/// which is told to `bad_row` and left out. Errors: those of RestClient and the problem of any
/// other answer.
[[nodiscard]] Result<std::vector<Json>> read_rows(http::RestClient& client, const RestList& list,
                                                  std::int64_t after, std::int64_t limit,
                                                  const BadRow& bad_row);

/// The path of one page; for tests and single requests.
[[nodiscard]] std::string page_path(const RestList& list, std::int64_t after, std::int64_t page,
                                    std::int64_t per_page);

}  // namespace metodica::koha
