#include "common/titles/title_json.hpp"
#include "json/base64.hpp"
#include "standalone/core/catalogue.hpp"
#include "standalone/src/title_store.hpp"
#include "standalone/src/titles.hpp"

namespace metodica::standalone {
namespace {

enum class As { title = 1, iso2709, marcxml };

Result<As> read_as(const Json& request) {
  const std::string& as = request["as"].text();
  if (as == "iso2709") {
    return As::iso2709;
  }
  if (as == "marcxml") {
    return As::marcxml;
  }
  if (as == "title" || as.empty()) {
    return As::title;
  }
  return invalid("standalone.request", {}, "as");
}

Json title_line(const TitleRow& row) {
  Json line = Json::object({{"id", id_text(row.id)}, {"version", std::to_string(row.version)}});
  const Json title = title_to_json(kept_title(row.record, row.format));
  for (const auto& [name, value] : title.members()) {
    line.set(name, value);
  }
  return line;
}

// A record that is too long for ISO 2709 is answered by its title, without `marc`: it can be had as
// MARCXML.
Result<Json> marc_line(const TitleRow& row, As as) {
  METODICA_TRY(const MarcRecord record, record_for_others(row.record, row.format));
  std::string marc;
  if (as == As::marcxml) {
    marc = write_marcxml(record);
  } else if (const Result<std::string> written = write_iso2709(record)) {
    marc = base64_encoded(*written);
  } else {
    return title_line(row);
  }
  return Json::object(
      {{"id", id_text(row.id)}, {"version", std::to_string(row.version)}, {"marc", marc}});
}

}  // namespace

std::string Titles::abilities() const {
  return R"({"operations":{"find":{"read":true},"read":{"read":true,"batch":1000},)"
         R"("changes":{"read":true}}})";
}

Result<void> Titles::find(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  TitleQuery query;
  query.words = match_expression(request["text"].text());
  query.isbn = isbn_key(request["isbn"].text());
  query.control_number = request["control_number"].text();
  query.udc = udc_key(request["udc"].text());
  query.after = id_number(request["after"].text());
  query.limit = limit_in(request, query.limit);
  if (query.words.empty() && query.isbn.empty() && query.control_number.empty() &&
      query.udc.empty()) {
    return invalid("standalone.empty_query", {}, "text");
  }
  std::vector<TitleRow> rows;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    rows = find_titles(work, query);
    return {};
  }));
  for (const TitleRow& row : rows) {
    METODICA_CHECK(out.line(title_line(row).set("cursor", id_text(row.id)).dump()));
  }
  return {};
}

Result<void> Titles::read(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  METODICA_TRY(const As as, read_as(request));
  METODICA_TRY(const Json::Array* const ids, list_in(request, "ids"));
  std::string lines;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    lines.clear();
    for (const Json& id : *ids) {
      const auto row = title_row(work, id_number(id.text()));
      Json line = Json::object({{"id", id.text()}, {"missing", true}});
      if (row && as == As::title) {
        line = title_line(*row);
      } else if (row) {
        METODICA_TRY(line, marc_line(*row, as));
      }
      line.dump(lines);
      lines += '\n';
    }
    return {};
  }));
  return out.write(lines);
}

Result<void> Titles::changes(const CallContext& /*context*/, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  const std::string& after = request["after"].text();
  std::vector<TitleChange> changes;
  METODICA_CHECK(catalogue_.read([&](UnitOfWork& work) -> Result<void> {
    // A cursor of another catalogue, or of this one before it was restored.
    if (!after.empty() && (id_number(after) == 0 || id_number(after) > last_sequence(work))) {
      return Unexpected({METODICA_CONFLICT, "standalone.unknown_cursor"});
    }
    changes = title_changes(work, id_number(after), limit_in(request, 1000));
    return {};
  }));
  for (const TitleChange& change : changes) {
    METODICA_CHECK(out.line(Json::object({{"id", id_text(change.id)},
                                          {"change", change.version == 1 ? "created" : "changed"},
                                          {"version", std::to_string(change.version)},
                                          {"cursor", id_text(change.sequence)}})
                                .dump()));
  }
  return {};
}

}  // namespace metodica::standalone
