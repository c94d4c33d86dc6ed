#include "koha/src/item.hpp"

#include <algorithm>
#include <cstdio>

#include "koha/src/money_text.hpp"
#include "koha/src/request.hpp"
#include "koha/src/timestamp.hpp"

namespace metodica::koha {
namespace {

constexpr std::array shown{"biblio_id",          "external_id",         "inventory_number",
                           "callnumber",         "home_library_id",     "location",
                           "purchase_price",     "replacement_price",   "acquisition_date",
                           "acquisition_source", "withdrawn",           "lost_status",
                           "damaged_status",     "not_for_loan_status", "serial_issue_number",
                           "public_notes",       "checked_out_date"};

constexpr std::uint64_t hash_start = 0xcbf29ce484222325U;
constexpr std::uint64_t hash_factor = 0x100000001b3U;

void hash(std::uint64_t& sum, std::string_view text) {
  for (const char byte : text) {
    sum = (sum ^ static_cast<unsigned char>(byte)) * hash_factor;
  }
}

void set_text(Json& copy, std::string_view name, const std::string& text) {
  if (!text.empty()) {
    copy.set(name, text);
  }
}

}  // namespace

std::string version_of(const Json& item) {
  std::uint64_t sum = hash_start;
  for (const char* const name : shown) {
    const bool price = std::string_view(name).ends_with("_price");
    hash(sum, price ? money_text(item[name]) : item[name].dump());
    hash(sum, "\n");
  }
  std::array<char, 17> digits{};
  static_cast<void>(std::snprintf(digits.data(), digits.size(), "%08x",
                                  static_cast<unsigned>(sum ^ (sum >> 32U))));
  return item["timestamp"].text() + "/" + digits.data();
}

std::string timestamp_in(const std::string& version) {
  const std::size_t slash = version.rfind('/');
  return slash == std::string::npos ? version : version.substr(0, slash);
}

std::string_view state_of(const Json& item) {
  if (item["withdrawn"].integer() != 0) {
    return "withdrawn";
  }
  if (item["lost_status"].integer() != 0) {
    return "missing";
  }
  if (item["damaged_status"].integer() != 0) {
    return "damaged";
  }
  const std::int64_t not_for_loan = item["not_for_loan_status"].integer();
  return not_for_loan == 0 ? "available" : not_for_loan < 0 ? "in_process" : "reading_room";
}

Json copy_of(const Json& item, const Site& site) {
  Json copy =
      Json::object({{"id", id_text(item["item_id"].integer())}, {"version", version_of(item)}});
  set_text(copy, "barcode", item["external_id"].text());
  if (const auto number = site.number_of(item["inventory_number"].text())) {
    copy.set("number",
             Json::object({{"register", number->register_code}, {"number", number->number}}));
  }
  if (item["biblio_id"].integer() > 0) {
    copy.set("title", id_text(item["biblio_id"].integer()));
  }
  set_text(copy, "branch", site.ours(item["home_library_id"].text()).branch);
  set_text(copy, "place", site.our_place(item["location"].text()));
  set_text(copy, "call_number", item["callnumber"].text());
  set_text(copy, "price", money_text(item["purchase_price"]));
  set_text(copy, "replacement_price", money_text(item["replacement_price"]));
  set_text(copy, "acquired", item["acquisition_date"].text());
  set_text(copy, "source", item["acquisition_source"].text());
  copy.set("state", state_of(item));
  if (!item["checked_out_date"].text().empty()) {
    copy.set("loan", Json::object({{"due", item["checked_out_date"].text().substr(0, 10)}}));
  }
  set_text(copy, "volume", item["serial_issue_number"].text());
  set_text(copy, "note", item["public_notes"].text());
  set_text(copy, "changed_at", utc_of(item["timestamp"].text()));
  return copy;
}

}  // namespace metodica::koha
