// What stands around a screen, and the pages that are the desk's own.

#include "html/links.hpp"
#include "html/writer.hpp"
#include "secrets.hpp"
#include "web/site.hpp"

namespace metodica::desk {
namespace {

constexpr std::size_t key_bytes = 12;

std::string roles_in_words(const User& user, const Messages& say) {
  std::string text;
  for (const auto& role : user.roles)
    text += (text.empty() ? "" : ", ") + say("role." + role);
  return text;
}

std::string url_of(const Json& entry) {
  return html::link_url(html::HtmlOptions(), entry["action"].text(), entry["args"]);
}

// The same page in the other languages; a page that was posted leads home.
std::vector<html::MenuLink> languages(const WebRequest& request, const std::string& lang) {
  std::vector<html::MenuLink> links;
  for (const std::string_view code : {"ro", "en", "hu"}) {
    html::MenuLink link{std::string(code), request.method == "POST" ? "/" : request.path,
                        code == lang};
    for (char& c : link.title)
      c = static_cast<char>(c - 'a' + 'A');
    link.url += "?lang=" + std::string(code);
    for (const auto& [name, value] : request.query) {
      const bool repeat = request.method != "POST" && name != "lang";
      if (repeat)
        link.url += "&" + html::percent_encoded(name) + "=" + html::percent_encoded(value);
    }
    links.push_back(std::move(link));
  }
  return links;
}

}  // namespace

html::HtmlOptions Site::html_options(const Visit& visit) const {
  html::HtmlOptions options;
  options.lang = visit.lang;
  if (visit.session) {
    options.hidden = {{"csrf", form_token(visit.session->token)},
                      {"key", "page-" + random_hex(key_bytes)}};
  }
  return options;
}

Json Site::menu(const Visit& visit) {
  std::string name = visit.lang;
  for (const auto& role : visit.session->user.roles)
    name += " " + role;
  {
    const std::lock_guard lock(cache_mutex_);
    if (const auto found = menus_.find(name); found != menus_.end())
      return found->second;
  }
  const Json reply = doors_.lease()->call(
      Json::object({{"do", "app.menu"}, {"as", visit.caller()}, {"lang", visit.lang}}));
  if (is_problem(reply))
    return Json::array();
  const std::lock_guard lock(cache_mutex_);
  return menus_[name] = reply["groups"];
}

std::string Site::institution(const Visit& visit) {
  {
    const std::lock_guard lock(cache_mutex_);
    if (!version_.empty())
      return institution_;
  }
  const Json about =
      doors_.lease()->call(operator_request("app.about", Json::object(), visit.lang));
  const std::lock_guard lock(cache_mutex_);
  institution_ = about["institution"].text();
  version_ = about["program"].text() + " " + about["version"].text();
  return institution_;
}

WebAnswer Site::page(const Visit& visit, const std::string& title, const std::string& body,
                     int status) {
  html::PageFrame frame;
  frame.lang = visit.lang;
  frame.title = title;
  frame.institution = institution(visit);
  frame.tools = languages(visit.request, visit.lang);
  frame.icon_url = "/metodica.svg";
  frame.script_url = "/metodica.js";
  if (visit.session) {
    frame.user = visit.session->user.name;
    frame.user_note = roles_in_words(visit.session->user, visit.say);
    frame.logout_url = "/logout";
    frame.hidden = {{"csrf", form_token(visit.session->token)}};
    frame.tools.push_back({visit.say("desk.own_password"), "/password"});
    const Json groups = menu(visit);
    for (const Json& group : groups.items()) {
      html::MenuGroup shown{group["title"].text(), {}};
      for (const Json& entry : group["entries"].items()) {
        shown.links.push_back({entry["title"].text(), url_of(entry),
                               visit.request.path == "/do/" + entry["action"].text()});
      }
      frame.menu.push_back(std::move(shown));
    }
    if (visit.session->user.has("administrator")) {
      if (frame.menu.empty())
        frame.menu.emplace_back();
      // The last group is the one of the institution.
      frame.menu.back().links.push_back(
          {visit.say("desk.users"), "/users", visit.request.path == "/users"});
    }
  }
  frame.footer = version_;
  frame.body = body;
  WebAnswer answer;
  answer.status = status;
  answer.body = html::render_page(frame);
  return answer;
}

WebAnswer Site::noticed(const Visit& visit, const std::string& notice, const std::string& url) {
  if (!notice.empty())
    static_cast<void>(sessions_.set_notice(*visit.session, notice).has_value());
  return see_other(url);
}

void Site::take_notice(const Visit& visit, Json& screen) {
  if (!visit.session->notice.empty() && !screen.has("notice"))
    screen.set("notice", visit.session->notice);
}

SetUp Site::set_up_of(const Visit& visit) {
  const auto ask = [&](std::string_view action, Json args = Json::object()) {
    return doors_.lease()->call(operator_request(action, std::move(args), visit.lang));
  };
  SetUp known;
  known.settings = values_of_form(ask("institution.settings"));
  const std::string year = ask("app.about")["today"].text().substr(0, 4);
  known.registers_open =
      ask("registers.rmf", Json::object({{"year", year}, {"part", 1}}))["message"].text() !=
      "registers.not_opened";
  if (const auto users = users_.list())
    known.users = users->size();
  return known;
}

std::vector<FirstStep> Site::steps_of(const Visit& visit) {
  if (set_up_)
    return {};
  std::vector<FirstStep> steps = first_steps(set_up_of(visit), visit.say);
  set_up_ = all_done(steps);
  return steps;
}

WebAnswer Site::home(Visit& visit) {
  html::HtmlWriter out;
  out.open("article", {{"class", "screen home"}});
  out.element("h1", {}, visit.say("desk.home"));
  out.element("p", {{"class", "sub"}}, visit.say("desk.home_sub"));
  if (!visit.session->notice.empty()) {
    out.element("p", {{"class", "notice"}, {"role", "status"}}, visit.session->notice);
  }
  if (visit.session->user.has("administrator")) {
    if (const auto steps = steps_of(visit); !all_done(steps))
      draw_first_steps(out, steps, visit.say);
  }
  const Json groups = menu(visit);
  out.open("div", {{"class", "grid"}});
  for (const Json& group : groups.items()) {
    out.open("section", {{"class", "card"}}).element("h2", {}, group["title"].text());
    out.open("ul");
    for (const Json& entry : group["entries"].items()) {
      out.open("li").element("a", {{"href", url_of(entry)}}, entry["title"].text()).close();
    }
    out.close().close().line();
  }
  out.close();
  if (groups.items().empty())
    out.element("p", {}, visit.say("desk.home_empty"));
  out.close();
  return page(visit, visit.say("desk.home"), std::move(out).take().text());
}

WebAnswer Site::problem_page(const Visit& visit, const Json& problem, int status) {
  return page(visit, visit.say("desk.problem"), html::render_problem(problem, html_options(visit)),
              status);
}

WebAnswer Site::problem_page(const Visit& visit, const Problem& problem, int status) {
  Json shown = Json::object({{"kind", "problem"}, {"text", visit.say.of(problem)}});
  if (std::string hint = visit.say.hint(problem); !hint.empty())
    shown.set("hint", std::move(hint));
  return problem_page(visit, shown, status);
}

}  // namespace metodica::desk
