#include <map>
#include <optional>

#include "koha/src/abilities.hpp"
#include "koha/src/codes.hpp"
#include "koha/src/holdings.hpp"
#include "koha/src/item.hpp"
#include "koha/src/item_reading.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {
namespace {

constexpr std::int64_t items_in_a_page = 1000;

void set_if(Json& args, std::string_view name, const std::string& text) {
  if (!text.empty()) {
    args.set(name, text);
  }
}

/// The arguments of items.walk; nothing when the filter can match no item.
std::optional<Json> walk_args(const Json& request, const Site& site, const std::string& library) {
  const Json& filter = request["filter"];
  const auto codes = site.theirs(library, filter["branch"].text());
  if (!codes) {
    return std::nullopt;
  }
  Json args =
      Json::object({{"after", id_number(request["after"].text())}, {"limit", items_in_a_page}});
  if (!codes->empty()) {
    args.set("library_ids", Json::Array(codes->begin(), codes->end()));
  }
  if (!filter["place"].text().empty()) {
    args.set("location", site.their_location(filter["place"].text()));
  }
  if (!filter["title"].text().empty()) {
    args.set("biblio_id", id_number(filter["title"].text()));
  }
  set_if(args, "changed_since", filter["changed_since"].text());
  return args;
}

}  // namespace

std::string Holdings::abilities() const {
  return abilities_of(door_, {{"copies", "items.read", R"("read":true,"batch":1000)"},
                              {"numbered", "items.read", R"("read":true,"batch":1000)"},
                              {"walk", "items.walk", R"("read":true)"}});
}

Result<void> Holdings::copies(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const barcodes, list_in(request, "barcodes"));
  Json::Array asked;
  for (const Json& barcode : *barcodes) {
    if (!barcode.text().empty()) {
      asked.push_back(barcode);
    }
  }
  METODICA_TRY(const std::vector<Json> items,
               read_items(door_, site_, context, "external_id", asked));
  std::map<std::string, const Json*> found;
  for (const Json& item : items) {
    found.emplace(code_key(item["external_id"].text()), &item);
  }
  std::string lines;
  for (const Json& barcode : *barcodes) {
    const auto item = found.find(code_key(barcode.text()));
    (item == found.end() ? Json::object({{"barcode", barcode.text()}, {"missing", true}})
                         : copy_of(*item->second, site_))
        .dump(lines);
    lines += '\n';
  }
  return out.write(lines);
}

// Koha lets two items have one number. The one that is still there is meant, else the newest.
Result<void> Holdings::numbered(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const numbers, list_in(request, "numbers"));
  Json::Array asked;
  const auto text_of = [&](const Json& number) {
    return site_.stock_number(number["register"].text(), number["number"].integer());
  };
  for (const Json& number : *numbers) {
    if (const auto text = text_of(number)) {
      asked.emplace_back(*text);
    }
  }
  METODICA_TRY(const std::vector<Json> items,
               read_items(door_, site_, context, "inventory_number", asked));
  std::map<std::string, const Json*> found;
  for (const Json& item : items) {
    const Json*& best = found[item["inventory_number"].text()];
    const auto rank = [](const Json& one) {
      return std::pair(one["withdrawn"].integer() == 0, one["item_id"].integer());
    };
    if (best == nullptr || rank(*best) < rank(item)) {
      best = &item;
    }
  }
  std::string lines;
  for (const Json& number : *numbers) {
    const auto text = text_of(number);
    const auto item = text ? found.find(*text) : found.end();
    (item == found.end() ? Json::object({{"number", number}, {"missing", true}})
                         : copy_of(*item->second, site_))
        .dump(lines);
    lines += '\n';
  }
  return out.write(lines);
}

// By id, never by offset: what others add or delete meanwhile moves no page.
Result<void> Holdings::walk(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  std::optional<Json> args = walk_args(request, site_, site_.library_of(context));
  const std::string& state = request["filter"]["state"].text();
  while (args) {
    METODICA_TRY(const Json answer, door_.ask(context, "items.walk", *args));
    const Json::Array& items = answer["items"].items();
    std::int64_t last = (*args)["after"].integer();
    for (const Json& item : items) {
      last = item["item_id"].integer();
      if (is_of(item, site_, site_.library_of(context)) &&
          (state.empty() || state == state_of(item))) {
        METODICA_CHECK(out.line(copy_of(item, site_).dump()));
      }
    }
    if (static_cast<std::int64_t>(items.size()) < items_in_a_page ||
        last <= (*args)["after"].integer()) {
      return {};
    }
    args->set("after", last);
  }
  return {};
}

}  // namespace metodica::koha
