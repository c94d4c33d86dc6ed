#include <algorithm>

#include "koha/src/abilities.hpp"
#include "koha/src/info.hpp"
#include "koha/src/request.hpp"

namespace metodica::koha {
namespace {

bool holds(const Json::Array& permissions, const std::string& wanted) {
  const std::string module = wanted.substr(0, wanted.find(':'));
  return std::any_of(permissions.begin(), permissions.end(),
                     [&](const Json& one) { return one.text() == wanted || one.text() == module; });
}

bool holds_part(const Json::Array& permissions, const std::string& module) {
  return std::any_of(permissions.begin(), permissions.end(),
                     [&](const Json& one) { return one.text().starts_with(module + ":"); });
}

}  // namespace

std::vector<std::string> roles_of(const std::string& user, const Json::Array& permissions,
                                  const Site& site) {
  std::vector<std::string> roles;
  for (const auto& [role, givers] : site.roles) {
    const bool has = std::any_of(givers.begin(), givers.end(), [&](const std::string& giver) {
      const bool module = giver.find(':') == std::string::npos;
      return giver == "user:" + user || holds(permissions, giver) ||
             (module && holds_part(permissions, giver));
    });
    if (has || holds(permissions, "superlibrarian")) {
      roles.push_back(role);
    }
  }
  return roles;
}

std::string Identity::abilities() const {
  return abilities_of(door_,
                      {{"who", "user", R"("read":true)"}, {"may", "user", R"("read":true)"}});
}

Result<void> Identity::who(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  Json args = Json::object();
  for (const char* const name : {"session", "user"}) {
    if (!request[name].text().empty()) {
      args.set(name, request[name]);
    }
  }
  if (args.members().size() != 1) {
    return invalid("koha.request", {}, "user");
  }
  METODICA_TRY(const Json user, door_.ask(context, "user", args));
  const LibraryName place = site_.ours(user["library_id"].text());
  const std::vector<std::string> roles =
      roles_of(user["user"].text(), user["permissions"].items(), site_);
  return out.line(Json::object({{"user", user["user"].text()},
                                {"library", place.library},
                                {"branch", place.branch},
                                {"roles", Json::Array(roles.begin(), roles.end())}})
                      .dump());
}

Result<void> Identity::may(const CallContext& context, std::string_view in, Sink& out) {
  METODICA_TRY(const Json request, read_request(in));
  if (request["user"].text().empty()) {
    return invalid("koha.request", {}, "user");
  }
  METODICA_TRY(const Json user,
               door_.ask(context, "user", Json::object({{"user", request["user"]}})));
  const LibraryName place = site_.ours(user["library_id"].text());
  const std::vector<std::string> roles =
      roles_of(user["user"].text(), user["permissions"].items(), site_);
  const std::string& library = request["library"].text();
  const std::string& branch = request["branch"].text();
  const bool here = (library.empty() || library == place.library) &&
                    (branch.empty() || place.branch.empty() || branch == place.branch);
  const bool role = std::find(roles.begin(), roles.end(), request["role"].text()) != roles.end();
  return out.line(Json::object({{"may", here && role}}).dump());
}

}  // namespace metodica::koha
