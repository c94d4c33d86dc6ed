// Requests on screen: what waits, the year with its statistics, one request with its answer.

#include <algorithm>
#include <map>

#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/network/term_store.hpp"
#include "modules/coordination/visits/assistance_actions.hpp"
#include "modules/coordination/visits/assistance_forms.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "text/numbers.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t question_shown = 140;
constexpr std::size_t articles_offered = 5;

std::string unit_name(const std::map<std::int64_t, std::string>& units,
                      const AssistanceRequest& request) {
  const auto found = units.find(request.siruta);
  return found == units.end() ? request.from_library : found->second;
}

Json opening(const AssistanceRequest& request) {
  if (request.number != 0)
    return Json::object({{"number", request.number}});
  return Json::object(
      {{"from_library", request.from_library}, {"from_number", request.from_number}});
}

Table requests_table(const std::vector<AssistanceRequest>& requests, Call& call) {
  const Messages& say = call.say();
  const auto units = unit_names(call);
  Table table("requests");
  table.column("day", say("assistance.received_on"), CellKind::date)
      .column("unit", say("network.unit"))
      .column("question", say("assistance.question"))
      .column("channel", say("assistance.channel"))
      .column("minutes", say("assistance.minutes"), CellKind::integer)
      .column("state", say("visit.state"), CellKind::tag)
      .empty(say("assistance.none"));
  for (const AssistanceRequest& request : requests) {
    const bool waits = request.answered_on.none();
    const std::int64_t days =
        call.today().days_since_epoch() - request.received_on.days_since_epoch();
    table.row({request.received_on.shown(say.lang()), unit_name(units, request),
               Cell::link(excerpt(request.question, question_shown), "coordination.request",
                          opening(request))
                   .note(say("gathering.topic." + request.topic)),
               say("assistance.channel." + request.channel),
               request.minutes == 0 ? "" : shown_integer(request.minutes, say.lang()),
               waits ? Cell::tag(say("assistance.waits", {{"count", days}}), Level::warn)
                     : Cell::tag(say("assistance.is_answered"), Level::good)});
  }
  return table;
}

Button new_request(const Messages& say) {
  return {say("assistance.new"), "coordination.request", {}, true};
}

Result<Reply> run_open(Call& call, const Values&) {
  const Messages& say = call.say();
  Screen screen("coordination.requests", say("assistance.title"));
  screen.sub(say("assistance.sub"));
  add_assistance_tabs(screen, 0, say);
  if (call.caller().roles.any_of(visitors))
    screen.actions({new_request(say)});
  screen.table(requests_table(open_requests(call.work()), call));
  return Reply::screen(screen);
}

struct Count {
  std::string key;
  std::int64_t requests = 0, minutes = 0;
};

template <class Key>
std::vector<Count> counted(const std::vector<AssistanceRequest>& requests, Key key) {
  std::map<std::string, Count> counts;
  for (const AssistanceRequest& request : requests) {
    Count& count = counts[key(request)];
    ++count.requests;
    count.minutes += request.minutes;
  }
  std::vector<Count> sorted;
  for (auto& [name, count] : counts) {
    count.key = name;
    sorted.push_back(count);
  }
  std::stable_sort(sorted.begin(), sorted.end(), [](const Count& one, const Count& other) {
    return one.requests > other.requests;
  });
  return sorted;
}

// The term "assistance.course" says from how many requests a topic is worth a course.
Table topics_table(const std::vector<Count>& counts, Call& call) {
  const Messages& say = call.say();
  const DatedTerm enough = term_on(county_terms(call.work()), "assistance.course", call.today());
  const bool plans = call.caller().roles.any_of(visitors);
  Table table("topics");
  table.caption(say("assistance.by_topic"))
      .column("topic", say("assistance.topic"))
      .column("requests", say("assistance.count"), CellKind::integer)
      .column("minutes", say("assistance.minutes"), CellKind::integer)
      .empty(say("assistance.none"));
  for (const Count& count : counts) {
    std::vector<Button> buttons;
    const bool proposed = count.requests >= enough.points;
    if (proposed && plans) {
      buttons.push_back({say("assistance.plan_course"), "coordination.new_gathering",
                         Json::object({{"topic", count.key}})});
    }
    Cell name(say("gathering.topic." + count.key));
    table.row({proposed ? std::move(name).note(say("assistance.proposed")) : std::move(name),
               shown_integer(count.requests, say.lang()), shown_integer(count.minutes, say.lang())},
              std::move(buttons));
  }
  return table;
}

Table libraries_table(const std::vector<Count>& counts, const Messages& say) {
  Table table("libraries");
  table.caption(say("assistance.by_library"))
      .column("unit", say("network.unit"))
      .column("requests", say("assistance.count"), CellKind::integer)
      .column("minutes", say("assistance.minutes"), CellKind::integer)
      .empty(say("assistance.none"));
  for (const Count& count : counts) {
    table.row({count.key, shown_integer(count.requests, say.lang()),
               shown_integer(count.minutes, say.lang())});
  }
  return table;
}

Result<Reply> run_year(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t year = in.integer("year", call.today().year());
  const auto requests = requests_of_year(call.work(), year);
  const auto units = unit_names(call);
  Screen screen("coordination.requests_year",
                say("assistance.year_title", {{"year", std::to_string(year)}}));
  screen.sub(say("assistance.year_sub"));
  add_assistance_tabs(screen, 1, say);
  const auto go = [&](std::int64_t to) {
    return Button{std::to_string(to), "coordination.requests_year", Json::object({{"year", to}})};
  };
  screen.actions({go(year - 1), go(year + 1)});
  std::int64_t minutes = 0, waiting = 0;
  for (const AssistanceRequest& request : requests) {
    minutes += request.minutes;
    waiting += request.answered_on.none() ? 1 : 0;
  }
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  screen.figures({{say("assistance.count"), shown(static_cast<std::int64_t>(requests.size()))},
                  {say("assistance.minutes"), shown(minutes)},
                  {say("assistance.waiting"), shown(waiting)}});
  screen.table(topics_table(counted(requests, [](const auto& one) { return one.topic; }), call));
  screen.table(libraries_table(
      counted(requests, [&](const auto& one) { return unit_name(units, one); }), say));
  screen.table(requests_table(requests, call));
  return Reply::screen(screen);
}

// The request that is opened: a known one, one that a node sent, or a new one.
Result<Reply> run_request(Call& call, const Values& in) {
  AssistanceRequest request;
  if (in.has("number")) {
    METODICA_TRY(request, known_request(call, in.integer("number")));
  } else if (in.has("from_library")) {
    auto sent = sent_request(call.work(), in.text("from_library"), in.integer("from_number"));
    if (!sent) {
      return Unexpected(Problem(METODICA_NOT_FOUND, "assistance.unknown",
                                {{"number", std::to_string(in.integer("from_number"))}})
                            .at("from_number"));
    }
    request = *std::move(sent);
  } else {
    request.channel = "phone";
    request.received_on = call.today();
    request.siruta = in.integer("siruta");
  }
  if (in.has("article")) {
    METODICA_TRY(const KnowledgeArticle article, known_article(call, in.integer("article")));
    request.article = article.number;
    request.answer = article.answer;
  }
  return request_screen(call, std::move(request), {}, {});
}

void offer_articles(Screen& screen, const AssistanceRequest& request, Call& call) {
  auto articles = knowledge(call.work(), {}, request.topic);
  if (articles.empty())
    return;
  if (articles.size() > articles_offered)
    articles.resize(articles_offered);
  screen.heading(call.say()("knowledge.offered"));
  screen.table(knowledge_table(articles, call.say(), opening(request)));
}

}  // namespace

Result<Reply> request_screen(Call& call, AssistanceRequest request, const Json& typed,
                             const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("coordination.request",
                request.number == 0
                    ? say("assistance.new")
                    : say("assistance.one", {{"number", std::to_string(request.number)}}));
  screen.sub(say("assistance.one_sub"));
  const bool writes = call.caller().roles.any_of(visitors);
  const bool answered = !request.answered_on.none();
  if (writes && answered && request.article == 0) {
    screen.actions({{say("knowledge.make"), "coordination.article",
                     Json::object({{"request", request.number}})}});
  }
  if (writes && !answered && !request.topic.empty())
    offer_articles(screen, request, call);
  if (writes) {
    const auto names = person_names(call.work());
    const auto asker = names.find(request.person);
    const Json usual = shown_request(request, asker == names.end() ? std::string() : asker->second);
    screen.form(request_form(say, unit_choice(call)), say, typed.is_object() ? typed : usual,
                problems);
  } else {
    screen.heading(say("assistance.question"));
    screen.text(request.question);
    screen.heading(say("assistance.answer"));
    screen.text(answered ? request.answer : say("assistance.no_answer"));
  }
  return Reply::screen(screen);
}

void add_assistance_tabs(Screen& screen, std::size_t at, const Messages& say) {
  screen.tabs(at, {{say("assistance.tab.open"), "coordination.requests"},
                   {say("assistance.tab.year"), "coordination.requests_year"},
                   {say("assistance.tab.knowledge"), "coordination.knowledge"}});
}

void add_assistance_screens(ActionList& actions) {
  actions.push_back({"coordination.requests",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_open,
                     {}});
  actions.push_back(
      {"coordination.requests_year",
       ActionKind::read,
       visit_readers,
       "screen",
       [](const Messages& say) { return requests_year_form(say, "coordination.requests_year"); },
       R"({"year":2026})",
       {},
       run_year,
       {}});
  actions.push_back({"coordination.request",
                     ActionKind::read,
                     visit_readers,
                     "screen",
                     open_request_form,
                     "{}",
                     {},
                     run_request,
                     {}});
}

}  // namespace metodica::coordination
