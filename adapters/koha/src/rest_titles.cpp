// Records over REST, as MARCXML.
#include <cstdio>

#include "exchange/marcxml_reader.hpp"
#include "koha/src/record.hpp"
#include "koha/src/rest_door.hpp"
#include "text/unicode.hpp"

namespace metodica::koha {
namespace {

const http::Headers marcxml_wanted{{"Accept", "application/marcxml+xml"}};
constexpr std::int64_t most_candidates = 20;

/// A record has no timestamp in MARCXML: the version is its content.
std::string content_version(const std::string& marcxml) {
  std::uint64_t sum = 0xcbf29ce484222325U;
  for (const char byte : marcxml) {
    sum = (sum ^ static_cast<unsigned char>(byte)) * 0x100000001b3U;
  }
  std::array<char, 17> digits{};
  static_cast<void>(
      std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(sum)));
  return digits.data();
}

std::string title_proper(const std::string& marcxml, MarcFormat format) {
  MarcXmlReader reader(from_memory(marcxml));
  MarcOutcome outcome;
  return reader.next(outcome) && outcome.is_record ? read_title(outcome.record, format).title : "";
}

std::string escaped_like(const std::string& text) {
  std::string escaped;
  for (const char c : text) {
    escaped += c == '%' || c == '_' || c == '\\' ? std::string("\\") + c : std::string(1, c);
  }
  return "%" + escaped + "%";
}

/// Each word must stand in the title or in the author.
Json words_filter(const std::string& text) {
  Json::Array all;
  const std::string words = tidy(text) + " ";
  for (std::size_t from = 0; from < words.size();) {
    const std::size_t end = words.find(' ', from);
    const std::string word = words.substr(from, end - from);
    from = end + 1;
    if (!word.empty()) {
      const Json like = Json::object({{"-like", escaped_like(word)}});
      all.push_back(
          Json::array({Json::object({{"title", like}}), Json::object({{"author", like}})}));
    }
  }
  return all;
}

}  // namespace

Result<Json> RestDoor::title(std::int64_t id) {
  METODICA_TRY(const http::RestAnswer answer,
               client_.get("/biblios/" + std::to_string(id), marcxml_wanted));
  if (answer.status == 404) {
    return Json();
  }
  if (!answer.good() || answer.html || answer.text.find("</") == std::string::npos) {
    return Unexpected(client_.problem(answer));
  }
  return Json::object(
      {{"biblio_id", id}, {"timestamp", content_version(answer.text)}, {"marcxml", answer.text}});
}

Result<Json> RestDoor::titles_read(const Json& args) {
  std::vector<Json> found;
  for (const Json& id : args["biblio_ids"].items()) {
    METODICA_TRY(Json one, title(id.integer()));
    if (!one.is_null()) {
      found.push_back(std::move(one));
    }
  }
  return answer_with("titles", std::move(found));
}

// Koha's REST looks for nothing in 001 or in UDC.
Result<Json> RestDoor::titles_find(const Json& args) {
  if (args.has("control_number") || args.has("udc")) {
    return Unexpected(problem_of("unsupported", "titles.find"));
  }
  RestList list{"/biblios", "biblio_id"};
  if (args.has("isbn")) {
    list.filter.set("isbn", Json::object({{"-like", escaped_like(args["isbn"].text())}}));
  }
  if (args.has("text")) {
    list.filter.set("-and", words_filter(args["text"].text()));
  }
  METODICA_TRY(const std::vector<Json> page, rows(list, args));
  std::vector<Json> found;
  for (const Json& row : page) {
    METODICA_TRY(Json one, title(row["biblio_id"].integer()));
    if (!one.is_null()) {
      found.push_back(std::move(one));
    }
  }
  return answer_with("titles", std::move(found));
}

// Deleted records are told by no REST route.
Result<Json> RestDoor::titles_changes(const Json& args) {
  const std::string& since = args["after_timestamp"].text();
  const std::int64_t after = args["after_id"].integer();
  std::string path = "/biblios?_order_by=" + http::encoded("+timestamp,+biblio_id") +
                     "&_per_page=" + std::to_string(args["limit"].integer(1000));
  if (!since.empty()) {
    const Json at = Json::object({{"timestamp", since}});
    const Json later = Json::object({{"timestamp", Json::object({{">", since}})}});
    Json same = at;
    same.set("biblio_id", Json::object({{">", after}}));
    path += "&q=" + http::encoded(Json::array({later, same}).dump());
  }
  METODICA_TRY(const Json list, client_.get_json(path));
  std::vector<Json> changes;
  for (const Json& row : list.items()) {
    changes.push_back(Json::object({{"biblio_id", row["biblio_id"]},
                                    {"timestamp", row["timestamp"].text()},
                                    {"change", "changed"}}));
  }
  return answer_with("changes", std::move(changes));
}

// A lost answer: the record that was made then has this write's mark in 035.
Result<Json> RestDoor::titles_create(const Json& args) {
  const std::string& marcxml = args["marcxml"].text();
  const MarcFormat format =
      args["flavour"].text() == "UNIMARC" ? MarcFormat::unimarc : MarcFormat::marc21;
  RestList list{"/biblios", "biblio_id"};
  list.filter.set("title", title_proper(marcxml, format));
  METODICA_TRY(const std::vector<Json> same,
               rows(list, Json::object({{"after", 0}, {"limit", most_candidates}})));
  for (const Json& row : same) {
    METODICA_TRY(Json known, title(row["biblio_id"].integer()));
    if (has_mark(known["marcxml"].text(), args["mark"].text())) {
      return known;
    }
  }
  return keep_title("POST", "/biblios", args);
}

Result<Json> RestDoor::titles_replace(const Json& args) {
  const std::int64_t id = args["biblio_id"].integer();
  METODICA_TRY(const Json now, title(id));
  if (now.is_null()) {
    return Unexpected(problem_of("not_found", "titles.replace"));
  }
  const MarcFormat format =
      args["flavour"].text() == "UNIMARC" ? MarcFormat::unimarc : MarcFormat::marc21;
  if (same_record(now["marcxml"].text(), args["marcxml"].text(), format)) {
    return now;  // sent before, and its answer was lost
  }
  if (now["timestamp"] != args["expected"]) {
    return Unexpected(problem_of("conflict", "titles.replace"));
  }
  return keep_title("PUT", "/biblios/" + std::to_string(id), args);
}

Result<Json> RestDoor::keep_title(const std::string& method, const std::string& path,
                                  const Json& args) {
  METODICA_TRY(const http::RestAnswer answer,
               client_.send({method,
                             path,
                             {{"Content-Type", "application/marcxml+xml"},
                              {"x-record-schema", args["flavour"].text()}},
                             args["marcxml"].text()}));
  if (answer.status == 400 && answer.said.find("Duplicate biblio") != std::string::npos) {
    return Unexpected({METODICA_CONFLICT, "koha.duplicate_title", {{"said", answer.said}}});
  }
  if (!answer.good() || answer.json["id"].integer() <= 0) {
    return Unexpected(client_.problem(answer));
  }
  return title(answer.json["id"].integer());
}

// marcflavour is no part of the REST interface: the first record tells it.
Result<std::string> RestDoor::find_flavour() {
  if (!flavour_.empty() || !definition_->has("get", "/biblios")) {
    return flavour_.empty() ? std::string("UNIMARC") : flavour_;
  }
  METODICA_TRY(const auto first, rows({"/biblios", "biblio_id"}, Json::object({{"limit", 1}})));
  if (first.empty()) {
    return std::string("UNIMARC");
  }
  METODICA_TRY(const Json record, title(first.front()["biblio_id"].integer()));
  MarcXmlReader reader(from_memory(record["marcxml"].text()));
  MarcOutcome outcome;
  const bool read = reader.next(outcome) && outcome.is_record;
  const auto format = read ? detect_format(outcome.record) : std::nullopt;
  flavour_ = flavour_name(format.value_or(MarcFormat::unimarc));
  return flavour_;
}

}  // namespace metodica::koha
