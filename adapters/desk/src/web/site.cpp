#include "web/site.hpp"

#include <algorithm>
#include <array>

#include "storage/sha256.hpp"

namespace metodica::desk {
namespace {

constexpr std::int64_t year_seconds = 365LL * 24 * 3600;

bool is_language(std::string_view lang) {
  return lang == "ro" || lang == "en" || lang == "hu";
}

std::string_view asset_type(std::string_view path) {
  return path == "/metodica.css"   ? "text/css; charset=utf-8"
         : path == "/metodica.js"  ? "text/javascript; charset=utf-8"
         : path == "/metodica.svg" ? "image/svg+xml"
                                   : "";
}

bool is_users(std::string_view path) {
  return path == "/users" || path.rfind("/users/", 0) == 0;
}

}  // namespace

std::string cookie_line(std::string_view name, std::string_view value, bool secure,
                        std::int64_t seconds) {
  std::string line =
      std::string(name) + "=" + std::string(value) + "; Path=/; HttpOnly; SameSite=Strict";
  if (seconds != 0)
    line += "; Max-Age=" + std::to_string(std::max<std::int64_t>(seconds, 0));
  if (secure)
    line += "; Secure";
  return line;
}

int http_status(std::string_view code) {
  constexpr std::array<std::pair<std::string_view, int>, 9> known = {{{"invalid", 422},
                                                                      {"unsupported", 501},
                                                                      {"not_found", 404},
                                                                      {"denied", 403},
                                                                      {"conflict", 409},
                                                                      {"busy", 503},
                                                                      {"unreachable", 503},
                                                                      {"damaged", 500},
                                                                      {"forked", 503}}};
  const auto* found = std::find_if(known.begin(), known.end(),
                                   [&](const auto& entry) { return entry.first == code; });
  return found == known.end() ? 500 : found->second;
}

Site::Site(const Settings& settings, DoorPool& doors, DeskDatabase& database)
    : settings_(settings),
      doors_(doors),
      sessions_(database),
      users_(database),
      database_(database),
      limit_(now_seconds) {
  const Json reply =
      doors_.lease()->call(operator_request("app.actions", Json::object(), settings.lang));
  for (const Json& action : reply["actions"].items())
    kinds_[action["name"].text()] = action["kind"].text();
}

Json Site::Visit::caller() const {
  Json::Array roles;
  for (const auto& role : session->user.roles)
    roles.emplace_back(role);
  return Json::object({{"user", session->user.name}, {"roles", std::move(roles)}});
}

Site::Visit Site::begin(const WebRequest& request) {
  Visit visit{request, {}, settings_.lang, Messages(settings_.lang), {}};
  auto session = sessions_.find(field_of(request.cookies, session_cookie));
  if (session)
    visit.session = *std::move(session);
  if (visit.session)
    visit.lang = visit.session->user.lang;
  if (const std::string kept = field_of(request.cookies, language_cookie);
      !visit.session && is_language(kept)) {
    visit.lang = kept;
  }
  visit.lang = choose_language(visit);
  visit.say = Messages(visit.lang);
  return visit;
}

std::string Site::choose_language(Visit& visit) {
  const std::string wanted = field_of(visit.request.query, "lang");
  if (!is_language(wanted) || wanted == visit.lang)
    return visit.lang;
  visit.set_headers.emplace_back(
      "Set-Cookie", cookie_line(language_cookie, wanted, visit.request.secure, year_seconds));
  // A language that cannot be kept is still used for this page.
  if (visit.session)
    static_cast<void>(users_.set_lang(visit.session->user.name, wanted).has_value());
  return wanted;
}

WebAnswer Site::answer(const WebRequest& request) {
  if (!asset_type(request.path).empty())
    return asset(request);
  Visit visit = begin(request);
  WebAnswer answer = route(visit);
  answer.headers.insert(answer.headers.end(), visit.set_headers.begin(), visit.set_headers.end());
  if (request.method == "HEAD")
    answer.body.clear();
  return answer;
}

WebAnswer Site::asset(const WebRequest& request) const {
  WebAnswer answer;
  answer.type = asset_type(request.path);
  answer.body = std::string(html::asset(request.path.substr(1)));
  const std::string tag = "\"" + sha256_hex(answer.body).substr(0, 32) + "\"";
  answer.headers = {{"ETag", tag}, {"Cache-Control", "public, max-age=3600"}};
  if (request.if_none_match == tag) {
    answer.status = 304;
    answer.body.clear();
  }
  return answer;
}

WebAnswer Site::route(Visit& visit) {
  const std::string& path = visit.request.path;
  const bool post = visit.request.method == "POST";
  if (path == "/login")
    return post ? log_in(visit) : login_page(visit);
  const bool known = path == "/" || path == "/logout" || path == "/password" || is_users(path) ||
                     path.rfind("/do/", 0) == 0;
  if (!known)
    return problem_page(visit, {METODICA_NOT_FOUND, "desk.no_page"}, 404);
  if (visit.session)
    return routed_with_session(visit);
  if (post)
    return problem_page(visit, {METODICA_DENIED, "desk.session_over"}, 403);
  return login_page(visit, nullptr, path == "/" ? 200 : 401);
}

WebAnswer Site::routed_with_session(Visit& visit) {
  const std::string& path = visit.request.path;
  const bool post = visit.request.method == "POST";
  if (post && !has_form_token(visit, visit.session->token)) {
    return problem_page(visit, {METODICA_DENIED, "desk.form_token"}, 403);
  }
  if (path == "/logout") {
    return post ? log_out(visit) : problem_page(visit, {METODICA_INVALID, "desk.only_post"}, 405);
  }
  if (path == "/") {
    return post ? problem_page(visit, {METODICA_INVALID, "desk.only_get"}, 405) : home(visit);
  }
  if (path == "/password")
    return post ? change_own_password(visit) : own_password_page(visit);
  if (is_users(path))
    return users_pages(visit);
  const std::string action = path.substr(std::string_view("/do/").size());
  return post ? write_action(visit, action) : read_action(visit, action);
}

}  // namespace metodica::desk
