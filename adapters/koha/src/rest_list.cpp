#include "koha/src/rest_list.hpp"

#include <algorithm>

namespace metodica::koha {
namespace {

constexpr std::int64_t most_bad_in_a_row = 20;

/// A page read, or what the server said instead.
struct Page {
  std::vector<Json> rows;
  bool fault = false;  ///< a 500: perhaps one row is to blame
};

Result<Page> read_page(http::RestClient& client, const RestList& list, std::int64_t after,
                       std::int64_t page, std::int64_t per_page) {
  METODICA_TRY(const http::RestAnswer answer,
               client.get(page_path(list, after, page, per_page), list.headers));
  Page read;
  if (answer.status == 500 && !answer.html) {
    read.fault = true;
    return read;
  }
  if (!answer.good() || !answer.json.is_array()) {
    return Unexpected(client.problem(answer));
  }
  read.rows = answer.json.items();
  return read;
}

/// Steps over the row that spoils every page it is on: the one behind it is asked for by offset,
/// and reading goes on just before that.
Result<std::int64_t> step_over(http::RestClient& client, const RestList& list, std::int64_t after) {
  for (std::int64_t page = 2; page <= most_bad_in_a_row; ++page) {
    METODICA_TRY(const Page next, read_page(client, list, after, page, 1));
    if (!next.fault) {
      return next.rows.empty() ? -1 : next.rows.front()[list.id].integer() - 1;
    }
  }
  return Unexpected({METODICA_DEFECT, "http.fault", {{"status", std::int64_t{500}}, {"said", ""}}});
}

}  // namespace

std::string page_path(const RestList& list, std::int64_t after, std::int64_t page,
                      std::int64_t per_page) {
  Json filter = list.filter;
  filter.set(list.id, Json::object({{">", after}}));
  std::string path = list.path + "?q=" + http::encoded(filter.dump()) +
                     "&_order_by=" + http::encoded("+" + list.id) +
                     "&_per_page=" + std::to_string(per_page) + "&_match=exact";
  return page > 1 ? path + "&_page=" + std::to_string(page) : path;
}

Result<std::vector<Json>> read_rows(http::RestClient& client, const RestList& list,
                                    std::int64_t after, std::int64_t limit, const BadRow& bad_row) {
  std::vector<Json> rows;
  std::int64_t size = limit;
  while (static_cast<std::int64_t>(rows.size()) < limit) {
    const std::int64_t wanted = std::min(size, limit - static_cast<std::int64_t>(rows.size()));
    METODICA_TRY(const Page page, read_page(client, list, after, 1, wanted));
    if (page.fault && wanted > 1) {
      size = wanted / 2;
      continue;
    }
    if (page.fault) {
      METODICA_TRY(const std::int64_t behind, step_over(client, list, after));
      bad_row(after);
      if (behind < 0) {
        break;
      }
      after = behind;
      size = limit;
      continue;
    }
    for (const Json& row : page.rows) {
      after = std::max(after, row[list.id].integer());
      rows.push_back(row);
    }
    if (static_cast<std::int64_t>(page.rows.size()) < wanted) {
      break;
    }
    // Small again only for the pages that need it.
    size = std::min(limit, size * 2);
  }
  return rows;
}

}  // namespace metodica::koha
