#include <algorithm>
#include <map>

#include "koha/src/abilities.hpp"
#include "koha/src/record.hpp"
#include "koha/src/request.hpp"
#include "koha/src/titles.hpp"

namespace metodica::koha {
namespace {

constexpr std::size_t titles_at_once = 100;

std::string digits_of_isbn(const std::string& isbn) {
  std::string digits;
  for (const char c : isbn) {
    if ((c >= '0' && c <= '9') || c == 'X' || c == 'x') {
      digits += c == 'x' ? 'X' : c;
    }
  }
  return digits;
}

Json line_of(const Json& title, MarcFormat format, std::string_view as) {
  Json line = Json::object(
      {{"id", id_text(title["biblio_id"].integer())}, {"version", title["timestamp"].text()}});
  add_record(line, title["marcxml"].text(), format, as);
  // A record that cannot be read is still there; its title is what Koha's own table says.
  if (as == "title" && line["title"].text().empty()) {
    line.set("title", title["title"].text().empty() ? line["id"].text() : title["title"].text());
  }
  if (as != "title" && !line.has("marc") && !line.has("title")) {
    line.set("missing", true);
  }
  return line;
}

Result<std::map<std::int64_t, Json>> titles_named(KohaDoor& door, const CallContext& context,
                                                  const Json::Array& ids) {
  std::map<std::int64_t, Json> found;
  for (std::size_t from = 0; from < ids.size(); from += titles_at_once) {
    Json::Array piece;
    for (std::size_t at = from; at < std::min(from + titles_at_once, ids.size()); ++at) {
      if (const std::int64_t id = id_number(ids[at].text()); id > 0) {
        piece.emplace_back(id);
      }
    }
    if (piece.empty()) {
      continue;
    }
    METODICA_TRY(const Json answer,
                 door.ask(context, "titles.read", Json::object({{"biblio_ids", piece}})));
    for (const Json& title : answer["titles"].items()) {
      found.emplace(title["biblio_id"].integer(), title);
    }
  }
  return found;
}

}  // namespace

std::string Titles::abilities() const {
  return abilities_of(door_, {{"find", "titles.find", R"("read":true)"},
                              {"read", "titles.read", R"("read":true,"batch":1000)"},
                              {"changes", "titles.changes", R"("read":true)"}});
}

Result<void> Titles::find(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  Json args = Json::object(
      {{"after", id_number(request["after"].text())}, {"limit", limit_in(request, 20)}});
  bool any = false;
  for (const char* const name : {"text", "isbn", "control_number", "udc"}) {
    const std::string& text = request[name].text();
    if (!text.empty()) {
      args.set(name, std::string_view(name) == "isbn" ? digits_of_isbn(text) : text);
      any = true;
    }
  }
  if (!any) {
    return invalid("koha.empty_query", {}, "text");
  }
  METODICA_TRY(const MarcFormat format, flavour(door_, context));
  METODICA_TRY(const Json answer, door_.ask(context, "titles.find", args));
  for (const Json& title : answer["titles"].items()) {
    Json line = line_of(title, format, "title");
    line.set("cursor", line["id"]);
    METODICA_CHECK(out.line(line.dump()));
  }
  return {};
}

Result<void> Titles::read(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  const std::string as = request["as"].text().empty() ? "title" : request["as"].text();
  if (as != "title" && as != "iso2709" && as != "marcxml") {
    return invalid("koha.request", {}, "as");
  }
  METODICA_TRY(const Json::Array* const ids, list_in(request, "ids"));
  METODICA_TRY(const auto found, titles_named(door_, context, *ids));
  MarcFormat format = MarcFormat::unimarc;
  if (!found.empty()) {
    METODICA_TRY(format, flavour(door_, context));
  }
  std::string lines;
  for (const Json& id : *ids) {
    const auto title = found.find(id_number(id.text()));
    (title == found.end() ? Json::object({{"id", id.text()}, {"missing", true}})
                          : line_of(title->second, format, as))
        .dump(lines);
    lines += '\n';
  }
  return out.write(lines);
}

// A cursor is Koha's timestamp and the id: many records change in one second.
Result<void> Titles::changes(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  const std::string& after = request["after"].text();
  const std::size_t slash = after.rfind('/');
  const std::int64_t id =
      slash == std::string::npos ? 0 : id_number(std::string_view(after).substr(slash + 1));
  if (!after.empty() && (id == 0 || slash == 0)) {
    return Unexpected({METODICA_CONFLICT, "koha.unknown_cursor"});
  }
  METODICA_TRY(const Json answer,
               door_.ask(context, "titles.changes",
                         Json::object({{"after_timestamp", after.substr(0, id == 0 ? 0 : slash)},
                                       {"after_id", id},
                                       {"limit", limit_in(request, 1000)}})));
  for (const Json& change : answer["changes"].items()) {
    const std::string changed = id_text(change["biblio_id"].integer());
    const std::string& version = change["timestamp"].text();
    METODICA_CHECK(out.line(Json::object({{"id", changed},
                                          {"change", change["change"].text()},
                                          {"version", version},
                                          {"cursor", version + "/" + changed}})
                                .dump()));
  }
  return {};
}

}  // namespace metodica::koha
