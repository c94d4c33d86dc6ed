// The library's own side of assistance: what it asked of the county, and what came back as news.

#include <charconv>

#include "app/settings.hpp"
#include "modules/coordination/visits/assistance_actions.hpp"
#include "modules/coordination/visits/assistance_forms.hpp"
#include "modules/hub/api.hpp"

namespace metodica::coordination {
namespace {

// A library's code begins with the SIRUTA code of its place.
std::int64_t own_siruta(Call& call) {
  const std::int64_t set = setting_number(call.work(), "institution.siruta");
  if (set != 0)
    return set;
  const std::string& code = call.caller().library;
  std::int64_t digits = 0;
  std::from_chars(code.data(), code.data() + code.size(), digits);
  return digits;
}

std::string answer_words(const Json& body, const Messages& say) {
  const std::string& norm = body["norm"].text();
  const std::string& answer = body["answer"].text();
  if (answer.empty())
    return say("assistance.no_answer");
  return norm.empty() ? answer : answer + "\n" + norm;
}

Result<Reply> asked_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("coordination.asked", say("assistance.asked_title"));
  screen.sub(say("assistance.asked_sub"));
  screen.form(ask_form(say), say, typed, problems);
  for (const LibraryRequest& request : library_requests(call.work())) {
    const auto news = hub::latest_news_of(call.work(), answer_news, std::to_string(request.number));
    const Json body = news ? news->body : Json();
    const auto answered_on = Date::parse(body["answered_on"].text());
    const std::string title =
        request.asked_on.shown(say.lang()) + " · " + say("gathering.topic." + request.topic);
    screen.group(title, [&](Screen& group) {
      group.text(request.question);
      if (answered_on) {
        group.say(say("assistance.answer_of", {{"day", answered_on->shown(say.lang())}}),
                  Level::good);
      }
      group.text(answer_words(body, say));
    });
  }
  return Reply::screen(screen);
}

Result<Reply> run_ask(Call& call, const Values& in) {
  send_request(call.work(),
               {0, own_siruta(call), in.text("topic"), in.text("question"), call.today()});
  return Reply::go("coordination.asked", Json::object(), call.say()("assistance.sent"));
}

}  // namespace

void add_asking(ActionList& actions) {
  actions.push_back({"coordination.asked",
                     ActionKind::read,
                     askers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) { return asked_screen(call, {}, {}); },
                     {}});
  actions.push_back({"coordination.ask_county",
                     ActionKind::write,
                     askers,
                     "screen",
                     ask_form,
                     R"({"topic":"withdrawal","question":"Cum se elimină cărțile uzate?"})",
                     {},
                     run_ask,
                     asked_screen});
}

}  // namespace metodica::coordination
