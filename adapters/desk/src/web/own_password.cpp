// The page on which people change their own password.

#include "html/writer.hpp"
#include "secrets.hpp"
#include "web/inputs.hpp"
#include "web/site.hpp"

namespace metodica::desk {

WebAnswer Site::own_password_page(Visit& visit, const Problem* problem, int status) {
  const Messages& say = visit.say;
  html::HtmlWriter out;
  out.open("article", {{"class", "screen"}}).element("h1", {}, say("desk.own_password"));
  out.element("p", {{"class", "sub"}}, say("desk.own_password_sub"));
  draw_problem(out, say, problem);
  out.open("form", {{"class", "card form"}, {"method", "post"}, {"action", "/password"}});
  out.single("input",
             {{"type", "hidden"}, {"name", "csrf"}, {"value", form_token(visit.session->token)}});
  out.open("div", {{"class", "grid"}});
  draw_secret(out, {"current", "password", say("desk.password_now"), "current-password", true});
  draw_secret(out, {"new", "password", say("desk.password_new"), "new-password"});
  draw_secret(out, {"again", "password", say("desk.password_again"), "new-password"});
  out.close().open("div", {{"class", "actions"}});
  out.element("button", {{"type", "submit"}, {"class", "primary"}}, say("desk.password_send"));
  out.close().close().close();
  return page(visit, say("desk.own_password"), std::move(out).take().text(), status);
}

Result<void> Site::check_own_password(const Visit& visit) {
  const std::string& name = visit.session->user.name;
  const std::string& address = visit.request.address;
  if (const std::int64_t seconds = limit_.wait(name, address); seconds > 0)
    return Unexpected({METODICA_BUSY, "desk.login_limited", {{"minutes", (seconds + 59) / 60}}});
  limit_.failure(name, address);
  METODICA_TRY(const auto user, users_.checked(name, field_of(visit.request.form, "current")));
  if (!user)
    return invalid("desk.password_wrong");
  limit_.success(name, address);
  if (field_of(visit.request.form, "new") != field_of(visit.request.form, "again"))
    return invalid("desk.password_differs");
  return users_.set_password(name, field_of(visit.request.form, "new"), name);
}

WebAnswer Site::change_own_password(Visit& visit) {
  if (const auto changed = check_own_password(visit); !changed) {
    const Problem& problem = changed.error();
    return own_password_page(visit, &problem, problem.status == METODICA_BUSY ? 429 : 422);
  }
  // A new password ends every session of the user; the person who changed it goes on in a new one.
  const auto token = sessions_.start(visit.session->user, visit.request.address);
  if (!token)
    return see_other("/login");
  const Session fresh{*token, visit.session->user, ""};
  static_cast<void>(sessions_.set_notice(fresh, visit.say("desk.own_password_set")).has_value());
  visit.set_headers.emplace_back(
      "Set-Cookie",
      cookie_line(session_cookie, *token, visit.request.secure, Sessions::longest_seconds));
  return see_other("/");
}

}  // namespace metodica::desk
