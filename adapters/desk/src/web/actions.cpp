// Actions of the plugin as pages: GET reads, POST writes and leads to the page that shows what is
// now.

#include <algorithm>

#include "html/links.hpp"
#include "json/base64.hpp"
#include "web/site.hpp"

namespace metodica::desk {
namespace {

// Names stay flat ("lines/0/copies"): the plugin's forms put them into their rows.
Json arguments(const Fields& fields) {
  Json args = Json::object();
  for (const auto& [name, value] : fields) {
    if (name != "csrf" && name != "key" && name != "lang")
      args.set(name, value);
  }
  return args;
}

Json posted_arguments(const WebRequest& request) {
  Json args = arguments(request.form);
  for (const UploadedPart& file : request.files) {
    args.set(file.field,
             Json::object({{"name", file.file_name}, {"base64", base64_encoded(file.bytes)}}));
  }
  return args;
}

// RFC 6266 and RFC 8187: a plain name for old programs, the true one percent-encoded.
std::string disposition(const std::string& name, bool inside) {
  std::string plain;
  for (const char c : name) {
    const bool safe = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                      c == '.' || c == '-' || c == '_';
    plain += safe ? c : '_';
  }
  return std::string(inside ? "inline" : "attachment") + "; filename=\"" + plain +
         "\"; filename*=UTF-8''" + html::percent_encoded(name);
}

Json read_request(const std::string& action, const Json& caller, const std::string& lang,
                  Json args) {
  return Json::object({{"do", action},
                       {"draw", "data"},
                       {"as", caller},
                       {"lang", lang},
                       {"args", std::move(args)}});
}

}  // namespace

// The door goes back before a page is drawn, because drawing asks for the menu.
Site::Answered Site::ask(const Json& request) {
  DoorPool::Lease door(doors_);
  Answered answered{door->finish(request), ""};
  if (answered.reply["kind"].text() != "document")
    return answered;
  auto bytes = door->document_bytes(answered.reply, request);
  if (bytes) {
    answered.bytes = *std::move(bytes);
  } else if (auto problem = Json::parse(bytes.error().text)) {
    answered.reply = *std::move(problem);
  }
  return answered;
}

WebAnswer Site::read_action(Visit& visit, const std::string& action) {
  const auto kind = kinds_.find(action);
  if (kind != kinds_.end() && kind->second != "read") {
    return problem_page(visit, {METODICA_INVALID, "desk.only_post"}, 405);
  }
  return shown(
      visit, ask(read_request(action, visit.caller(), visit.lang, arguments(visit.request.query))));
}

WebAnswer Site::write_action(Visit& visit, const std::string& action) {
  Json request = read_request(action, visit.caller(), visit.lang, posted_arguments(visit.request));
  const auto kind = kinds_.find(action);
  const bool reads = kind != kinds_.end() && kind->second == "read";
  if (!reads)
    request.set("key", field_of(visit.request.form, "key"));
  const Answered answered = ask(request);
  return answered.reply["at"].is_object() ? after_write(visit, action, answered.reply)
                                          : shown(visit, answered);
}

// While a library is set up, its first page says what comes next.
bool Site::leads_home(const Visit& visit, const std::string& action) {
  const bool opening = action == "registers.start";
  const bool naming = action == "institution.save";
  if (!(opening || naming) || !visit.session->user.has("administrator"))
    return false;
  const SetUp known = set_up_of(visit);
  return opening ? known.users <= 1 : !known.registers_open;
}

WebAnswer Site::after_write(Visit& visit, const std::string& action, const Json& reply) {
  {
    const std::lock_guard lock(cache_mutex_);
    version_.clear();  // the name of the institution may have changed
  }
  const std::string url =
      leads_home(visit, action)
          ? "/"
          : html::link_url(html::HtmlOptions(), reply["at"]["do"].text(), reply["at"]["args"]);
  return noticed(visit, reply["notice"].text(), url);
}

WebAnswer Site::shown(Visit& visit, const Answered& answered) {
  const Json& reply = answered.reply;
  const std::string& kind = reply["kind"].text();
  if (kind == "document") {
    WebAnswer answer{200, reply["type"].text(), answered.bytes, {}};
    const bool inside = answer.type == "application/pdf";
    answer.headers.emplace_back("Content-Disposition", disposition(reply["name"].text(), inside));
    return answer;
  }
  if (kind == "data")
    return {200, "application/json; charset=utf-8", reply.dump(), {}};
  if (kind != "screen")
    return problem_page(visit, reply, http_status(reply["code"].text()));
  Json screen = reply;
  take_notice(visit, screen);
  const Json& problem = reply["problem"];
  const int status = problem.is_object() && problem["message"].text() != "form.more"
                         ? http_status(problem["code"].text())
                         : 200;
  return page(visit, screen["title"].text(), html::render_screen(screen, html_options(visit)),
              status);
}

}  // namespace metodica::desk
