#include "copy_rows.hpp"
#include "extensions.hpp"

namespace metodica::biblioteq {
namespace {

// The host's table has no index by title: each piece reads it whole. 25,000 rows are 8 MB.
constexpr std::int64_t copies_in_a_piece = 25'000;

}  // namespace

std::string Holdings::abilities() const {
  return R"({"operations":{"copies":{"read":true,"batch":1000},)"
         R"("numbered":{"read":true,"batch":1000},"walk":{"read":true}}})";
}

Result<void> Holdings::copies(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(Sql* const sql, branch_.sql());
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const barcodes, list_in(request, "barcodes"));
  for (const Json& barcode : *barcodes) {
    METODICA_TRY(const auto copy, copy_by_barcode(*sql, barcode.text()));
    METODICA_CHECK(out.line(
        (copy ? copy->json() : Json::object({{"barcode", barcode.text()}, {"missing", true}}))
            .dump()));
  }
  return {};
}

Result<void> Holdings::numbered(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(Sql* const sql, branch_.sql());
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const Json::Array* const numbers, list_in(request, "numbers"));
  for (const Json& number : *numbers) {
    METODICA_TRY(const auto copy, copy_by_number(*sql, number_note(number)));
    METODICA_CHECK(out.line(
        (copy ? copy->json() : Json::object({{"number", number}, {"missing", true}})).dump()));
  }
  return {};
}

// In pieces, each read to its end: the host never waits for a walk through the whole library.
Result<void> Holdings::walk(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(Sql* const sql, branch_.sql());
  METODICA_TRY(const Json request, read_request(in));
  const Json& wanted = request["filter"];
  const std::string& title_text = wanted["title"].text();
  const std::int64_t title = parse_title_id(title_text);
  if (!branch_.serves(context) || (!title_text.empty() && title == 0)) {
    return {};  // a library or a title of another host
  }
  CopyId after = parse_copy_id(request["after"].text()).value_or(CopyId{});
  for (;;) {
    METODICA_TRY(const std::vector<CopyRow> piece,
                 copies_after(*sql, after, title, copies_in_a_piece));
    for (const CopyRow& copy : piece) {
      after = copy.id;
      const Json json = copy.json();
      const bool matches =
          (wanted["place"].text().empty() || wanted["place"].text() == json["place"].text()) &&
          (wanted["state"].text().empty() || wanted["state"].text() == json["state"].text()) &&
          wanted["branch"].text().empty();
      if (matches) {
        METODICA_CHECK(out.line(json.dump()));
      }
    }
    if (static_cast<std::int64_t>(piece.size()) < copies_in_a_piece) {
      return {};
    }
  }
}

}  // namespace metodica::biblioteq
