#include "koha/src/abilities.hpp"
#include "koha/src/holdings.hpp"
#include "koha/src/item_writing.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {
namespace {

constexpr std::string_view flags =
    R"("write":true,"batch":100,"read-back":true,"version-checked":true)";

// What this Koha never does is refused item by item: a problem would be tried again for ever.
Result<void> write_out(const Result<Json::Array>& outcomes, std::size_t items, Sink& out) {
  if (!outcomes && outcomes.error().status != METODICA_UNSUPPORTED) {
    return Unexpected(outcomes.error());
  }
  std::string lines;
  for (std::size_t at = 0; at < items; ++at) {
    (outcomes ? (*outcomes)[at] : refused("unsupported")).dump(lines);
    lines += '\n';
  }
  return out.write(lines);
}

}  // namespace

std::string HoldingsWrite::abilities() const {
  return abilities_of(door_,
                      {{"create", "items.create", R"("write":true,"batch":100,"read-back":true)"},
                       {"change", "items.update", flags},
                       {"set_state", "items.update", flags},
                       {"retire", "items.update", flags}});
}

Result<void> HoldingsWrite::create(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  return write_out(create_items(door_, site_, context, *items), items->size(), out);
}

Result<void> HoldingsWrite::change(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  return write_out(
      change_items(door_, site_, context, *items,
                   [&](const Json& wanted, const Json& now) {
                     ItemFields fields = fields_of(wanted["set"], site_, site_.library_of(context));
                     const std::int64_t title = id_number(wanted["set"]["title"].text());
                     if (wanted["set"].has("title") && title != now["biblio_id"].integer()) {
                       fields.refusal = "title_fixed";
                     }
                     return fields;
                   }),
      items->size(), out);
}

Result<void> HoldingsWrite::set_state(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  return write_out(change_items(door_, site_, context, *items,
                                [&](const Json& wanted, const Json& now) {
                                  return fields_of_state(now, wanted["state"].text(), site_);
                                }),
                   items->size(), out);
}

// Koha keeps a withdrawn item with a flag and a date; the register of what went out is ours.
Result<void> HoldingsWrite::retire(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const items, items_in(context, request));
  return write_out(change_items(door_, site_, context, *items,
                                [&](const Json& /*wanted*/, const Json& now) {
                                  ItemFields fields = fields_of_state(now, "withdrawn", site_);
                                  if (!now["checked_out_date"].text().empty()) {
                                    fields.refusal = "on_loan";
                                  }
                                  return fields;
                                }),
                   items->size(), out);
}

}  // namespace metodica::koha
