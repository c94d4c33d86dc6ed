#include "koha/src/rest_door.hpp"

#include <array>
#include <utility>

namespace metodica::koha {
namespace {

constexpr const char* base = "/api/v1";

/// Fields without which Metodica cannot do its work with items.
constexpr std::array needed_fields{"item_id",          "biblio_id",  "external_id",
                                   "inventory_number", "callnumber", "timestamp",
                                   "home_library_id",  "withdrawn",  "lost_status"};

}  // namespace

/// A question, the operation of the definition that it stands on, and who answers it.
struct RestDoor::Known {
  std::string_view question;
  std::string_view method;
  std::string_view path;
  Asked answer;
};

const RestDoor::Known* RestDoor::known(std::string_view question) {
  static constexpr std::array<Known, 16> table{{
      {"about", "", "", &RestDoor::about},
      {"libraries", "get", "/libraries", &RestDoor::libraries},
      {"values", "get", "/authorised_value_categories/{}/authorised_values", &RestDoor::values},
      {"items.read", "get", "/items", &RestDoor::items_read},
      {"items.walk", "get", "/items", &RestDoor::items_walk},
      {"items.update", "put", "/biblios/{}/items/{}", &RestDoor::items_update},
      {"items.create", "post", "/biblios/{}/items", &RestDoor::items_create},
      {"titles.read", "get", "/biblios/{}", &RestDoor::titles_read},
      {"titles.find", "get", "/biblios", &RestDoor::titles_find},
      {"titles.changes", "get", "/biblios", &RestDoor::titles_changes},
      {"titles.create", "post", "/biblios", &RestDoor::titles_create},
      {"titles.replace", "put", "/biblios/{}", &RestDoor::titles_replace},
      {"vendors", "get", "/acquisitions/vendors", &RestDoor::vendors},
      {"funds", "get", "/acquisitions/funds", &RestDoor::funds},
      {"suggestions", "get", "/suggestions", &RestDoor::suggestions},
      {"order_lines", "get", "/acquisitions/orders", &RestDoor::order_lines},
  }};
  for (const Known& one : table) {
    if (one.question == question) {
      return &one;
    }
  }
  return nullptr;
}

RestDoor::RestDoor(Core core, RestSite site)
    : core_(core),
      site_(std::move(site)),
      client_({site_.url, site_.ca_file, site_.seconds}, base, "/oauth/token", site_.client_file),
      flavour_(site_.flavour) {}

void RestDoor::start() {
  client_.abandon();
  definition_.reset();
}

void RestDoor::stop() {
  definition_.reset();
}

bool RestDoor::answers(std::string_view question) const {
  const Known* const one = known(question);
  return one != nullptr &&
         (!definition_ || one->path.empty() || definition_->has(one->method, one->path));
}

Result<Json> RestDoor::ask(const CallContext& /*context*/, std::string_view question,
                           const Json& args) {
  METODICA_CHECK(connect());
  if (!answers(question)) {
    return Unexpected(problem_of("unsupported", question));
  }
  Result<Json> answer = (this->*known(question)->answer)(args);
  if (!answer) {
    log("koha.question_failed",
        Json::object({{"question", question}, {"message", answer.error().message}}));
  }
  return answer;
}

Result<void> RestDoor::connect() {
  if (definition_) {
    return {};
  }
  METODICA_TRY(const http::RestAnswer answer, client_.get_openly("/"));
  if (!answer.good() || answer.html || !answer.json.is_object()) {
    return Unexpected(client_.problem(answer));
  }
  METODICA_TRY(definition_, Definition::from(answer.json));
  const Result<void> guarded = refuse_an_open_koha();
  if (!guarded) {
    definition_.reset();
  }
  return guarded;
}

// Where Koha's login checks do not fit its own libraries, they fail open: every route answers
// everybody. Nothing is written into such a Koha.
Result<void> RestDoor::refuse_an_open_koha() {
  const char* const guarded =
      definition_->has("get", "/items") ? "/items" : "/acquisitions/vendors";
  if (!definition_->has("get", guarded)) {
    return {};
  }
  METODICA_TRY(const http::RestAnswer answer, client_.get_openly(guarded));
  if (answer.status == 401 || answer.status == 403) {
    return {};
  }
  return Unexpected(answer.good() && !answer.html
                        ? Problem(METODICA_DENIED, "koha.open_to_all", {{"path", guarded}})
                        : client_.problem(answer));
}

std::vector<SelfCheck> RestDoor::field_checks() const {
  std::vector<SelfCheck> lines;
  const auto& fields = definition_->item_fields();
  for (const char* const field : needed_fields) {
    if (!fields.contains(field)) {
      lines.push_back({"item_fields", "failed", {METODICA_CONFLICT, "koha.field_missing"}, field});
    }
  }
  if (lines.empty()) {
    lines.push_back({"item_fields", "passed"});
  }
  if (site_.keep_subfields && !fields.contains("extended_subfields")) {
    lines.push_back({"subfields", "warned", {METODICA_UNSUPPORTED, "koha.subfields_unknown"}});
  }
  return lines;
}

std::vector<SelfCheck> RestDoor::checks(const CallContext& context) {
  definition_.reset();
  std::vector<SelfCheck> lines;
  if (const auto reached = connect(); !reached) {
    const std::string check =
        reached.error().message == "koha.open_to_all" ? "login_needed" : "definition";
    return {{check, "failed", reached.error(), site_.url}};
  }
  lines.push_back({"definition", "passed"});
  lines.push_back({"login_needed", "passed"});
  // A Koha without items over REST, as before 2020, is told so once and not field by field.
  const bool has_items = answers("items.walk");
  if (has_items) {
    for (SelfCheck& line : field_checks()) {
      lines.push_back(std::move(line));
    }
  }
  for (const char* const question : {"libraries", "items.walk", "items.update", "items.create"}) {
    if (!answers(question)) {
      lines.push_back({question, "warned", problem_of("unsupported", question)});
    }
  }
  const auto tried = ask(context, has_items ? "items.walk" : "libraries",
                         Json::object({{"after", 0}, {"limit", 1}}));
  lines.push_back(tried ? SelfCheck{"login", "passed"}
                        : SelfCheck{"login", "failed", tried.error()});
  return lines;
}

// Koha says its version nowhere over REST, so it is left out.
Result<Json> RestDoor::about(const Json& /*args*/) {
  METODICA_TRY(const std::string found, find_flavour());
  return Json::object({{"product", "Koha"}, {"flavour", found}});
}

void RestDoor::log(std::string_view event, const Json& about) const {
  Json line = Json::object({{"event", event}});
  for (const auto& [name, value] : about.members()) {
    line.set(name, value);
  }
  core_.log(METODICA_LOG_WARNING, line.dump());
}

Json answer_with(const char* name, std::vector<Json> rows) {
  return Json::object({{name, std::move(rows)}});
}

}  // namespace metodica::koha
