// Logging in and out.

#include "html/links.hpp"
#include "html/writer.hpp"
#include "secrets.hpp"
#include "store/audit.hpp"
#include "web/inputs.hpp"
#include "web/site.hpp"

namespace metodica::desk {
namespace {

constexpr std::size_t longest_input = 400;
constexpr std::size_t token_bytes = 32;

// Where the person wanted to go: a page of ours, never an address elsewhere.
std::string wanted_page(const WebRequest& request) {
  const std::string given = field_of(request.form, "to");
  const bool ours =
      given.rfind("/do/", 0) == 0 && given.find_first_of("\r\n\\") == std::string::npos;
  return ours ? given : "/";
}

std::string asked_page(const WebRequest& request) {
  if (request.path.rfind("/do/", 0) != 0)
    return "";
  std::string url = request.path;
  char separator = '?';
  for (const auto& [name, value] : request.query) {
    url += separator + html::percent_encoded(name) + "=" + html::percent_encoded(value);
    separator = '&';
  }
  return url;
}

}  // namespace

WebAnswer Site::login_page(Visit& visit, const Problem* problem, int status) {
  const Messages& say = visit.say;
  std::string token = field_of(visit.request.cookies, login_cookie);
  if (token.size() != 2 * token_bytes) {
    token = random_hex(token_bytes);
    visit.set_headers.emplace_back("Set-Cookie",
                                   cookie_line(login_cookie, token, visit.request.secure, 0));
  }
  html::HtmlWriter out;
  out.open("article", {{"class", "screen"}}).element("h1", {}, say("desk.login"));
  draw_problem(out, say, problem);
  out.open("form", {{"class", "card form"}, {"method", "post"}, {"action", "/login"}});
  out.single("input", {{"type", "hidden"}, {"name", "csrf"}, {"value", form_token(token)}});
  const std::string to =
      visit.request.method == "POST" ? wanted_page(visit.request) : asked_page(visit.request);
  out.single("input", {{"type", "hidden"}, {"name", "to"}, {"value", to}});
  out.open("div", {{"class", "grid"}});
  draw_secret(out, {"user", "text", say("desk.user"), "username", true});
  draw_secret(out, {"password", "password", say("desk.password"), "current-password"});
  out.close().open("div", {{"class", "actions"}});
  out.element("button", {{"type", "submit"}, {"class", "primary"}}, say("desk.login_send"));
  out.close().close();
  out.element("p", {{"class", "hint"}}, say("desk.login_help")).close();
  return page(visit, say("desk.login"), std::move(out).take().text(), status);
}

bool Site::has_form_token(const Visit& visit, std::string_view cookie) const {
  return cookie.size() == 2 * token_bytes &&
         same_secret(field_of(visit.request.form, "csrf"), form_token(cookie));
}

WebAnswer Site::log_in(Visit& visit) {
  const WebRequest& request = visit.request;
  if (!has_form_token(visit, field_of(request.cookies, login_cookie))) {
    const Problem problem(METODICA_DENIED, "desk.login_token");
    return login_page(visit, &problem, 403);
  }
  const std::string name = field_of(request.form, "user").substr(0, longest_input);
  const std::string password = field_of(request.form, "password").substr(0, longest_input);
  if (const std::int64_t seconds = limit_.wait(name, request.address); seconds > 0) {
    const Problem problem(METODICA_BUSY, "desk.login_limited", {{"minutes", (seconds + 59) / 60}});
    WebAnswer answer = login_page(visit, &problem, 429);
    answer.headers.emplace_back("Retry-After", std::to_string(seconds));
    return answer;
  }
  limit_.failure(name, request.address);
  const auto user = users_.checked(name, password);
  if (!user)
    return problem_page(visit, user.error(), 503);
  if (!*user) {
    // What was typed as a name may be a password in the wrong field, so it is not kept.
    static_cast<void>(database_
                          .write([&](UnitOfWork& work) -> Result<void> {
                            write_audit(work, {"login_failed", "", "", request.address});
                            return {};
                          })
                          .has_value());
    const Problem problem(METODICA_DENIED, "desk.login_wrong");
    return login_page(visit, &problem, 401);
  }
  limit_.success(name, request.address);
  const auto token = sessions_.start(**user, request.address);
  if (!token)
    return problem_page(visit, token.error(), 503);
  visit.set_headers.emplace_back(
      "Set-Cookie", cookie_line(session_cookie, *token, request.secure, Sessions::longest_seconds));
  visit.set_headers.emplace_back("Set-Cookie", cookie_line(login_cookie, "", request.secure, -1));
  return see_other(wanted_page(request));
}

WebAnswer Site::log_out(Visit& visit) {
  const auto ended = sessions_.end(*visit.session, visit.request.address);
  if (!ended)
    return problem_page(visit, ended.error(), 503);
  visit.set_headers.emplace_back("Set-Cookie",
                                 cookie_line(session_cookie, "", visit.request.secure, -1));
  return see_other("/login");
}

}  // namespace metodica::desk
