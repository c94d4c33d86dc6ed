#include "standalone/src/open_catalogue.hpp"

#include <algorithm>

#include "standalone/core/catalogue.hpp"
#include "storage/sha256.hpp"

namespace metodica::standalone {
namespace {

constexpr std::int64_t most_lines = 1000;

// Without the versions: whoever repeats a write because the answer was lost has read the copy anew,
// and finds the version that the first write made.
std::string request_hash(const Json& request) {
  Json same = request;
  if (request["items"].is_array()) {
    Json::Array items;
    for (const Json& item : request["items"].items()) {
      items.push_back(item["version"].is_null() ? item : Json(item).set("version", ""));
    }
    same.set("items", std::move(items));
  }
  return sha256_hex(same.dump());
}

}  // namespace

Json done(std::int64_t id, std::int64_t version) {
  return Json::object(
      {{"outcome", "done_confirmed"}, {"id", id_text(id)}, {"version", std::to_string(version)}});
}

Json refused(std::string_view code) {
  return Json::object({{"outcome", "refused"}, {"code", code}});
}

Result<Json> read_request(std::string_view in) {
  METODICA_TRY(Json request, Json::parse(in));
  if (!request.is_object()) {
    return invalid("standalone.request");
  }
  return request;
}

Result<const Json::Array*> list_in(const Json& request, std::string_view name) {
  const Json& list = request[name];
  if (!list.is_array()) {
    return invalid("standalone.request", {}, std::string(name));
  }
  return &list.items();
}

std::int64_t limit_in(const Json& request, std::int64_t fallback) {
  return std::clamp<std::int64_t>(request["limit"].integer(fallback), 1, most_lines);
}

Result<void> OpenCatalogue::start() {
  if (database_) {
    database_->abandon();
    static_cast<void>(database_.release());
  }
  METODICA_TRY(database_, open_catalogue(path_));
  return {};
}

void OpenCatalogue::stop() {
  database_.reset();
}

Result<Database*> OpenCatalogue::database() {
  if (!database_) {
    return Unexpected({METODICA_FORKED, "standalone.not_started"});
  }
  return database_.get();
}

Result<void> OpenCatalogue::read(const std::function<Result<void>(UnitOfWork&)>& work) {
  METODICA_TRY(Database* const open, database());
  return open->read(catalogue_tenancy(), work);
}

Result<void> OpenCatalogue::write(
    std::string_view operation, const CallContext& context, std::string_view in, Sink& out,
    const std::function<Result<std::string>(UnitOfWork&, const Json&)>& all) {
  METODICA_TRY(Database* const open, database());
  METODICA_TRY(const Json request, read_request(in));
  if (context.key.empty()) {
    return invalid("standalone.no_key");
  }
  const std::string hash = request_hash(request);
  std::string answer;
  METODICA_CHECK(open->write(catalogue_tenancy(), [&](UnitOfWork& work) -> Result<void> {
    const auto known = work.one<std::string, std::string>(
        "SELECT input_hash, outcomes FROM answer WHERE operation = $1 AND key = $2",
        {operation, context.key});
    if (known && std::get<0>(*known) != hash) {
      return Unexpected({METODICA_CONFLICT, "standalone.key_reused"});
    }
    if (known) {
      answer = std::get<1>(*known);
      return {};
    }
    METODICA_TRY(answer, all(work, request));
    work.execute(
        "INSERT INTO answer (operation, key, input_hash, outcomes, at_utc)"
        " VALUES ($1, $2, $3, $4, $5)",
        {operation, context.key, hash, answer, now_utc()});
    return {};
  }));
  return out.write(answer);
}

Result<void> OpenCatalogue::write_items(
    std::string_view operation, const CallContext& context, std::string_view in, Sink& out,
    const std::function<Result<Json>(UnitOfWork&, const Json& item)>& one) {
  return write(operation, context, in, out,
               [&](UnitOfWork& work, const Json& request) -> Result<std::string> {
                 METODICA_TRY(const Json::Array* const items, list_in(request, "items"));
                 std::string lines;
                 for (const Json& item : *items) {
                   METODICA_TRY(const Json outcome, one(work, item));
                   outcome.dump(lines);
                   lines += '\n';
                 }
                 return lines;
               });
}

std::vector<std::string> OpenCatalogue::integrity() {
  const auto open = database();
  return open ? (*open)->integrity() : std::vector<std::string>{"not started"};
}

}  // namespace metodica::standalone
