#include "koha/src/item_outcomes.hpp"

#include "koha/src/item.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {

Json confirmed(const Json& item) {
  return done_confirmed(id_text(item["item_id"].integer()), version_of(item));
}

Json outcome_of(const Json& answer, const Json& set) {
  const Json& item = answer["item"];
  if (item.is_object() && has_values(item, set)) {
    return confirmed(item);
  }
  if (answer["error"].is_object()) {
    return outcome_of_error(answer["error"]["code"].text());
  }
  return item.is_object() ? failed("not_kept", false) : failed("defect", true);
}

}  // namespace metodica::koha
