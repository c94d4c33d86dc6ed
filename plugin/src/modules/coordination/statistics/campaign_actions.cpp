#include <algorithm>

#include "modules/coordination/statistics/county_returns.hpp"
#include "modules/coordination/statistics/decision_store.hpp"
#include "modules/coordination/statistics/statistics_actions.hpp"
#include "modules/coordination/statistics/statistics_forms.hpp"
#include "modules/coordination/statistics/statistics_words.hpp"
#include "modules/coordination/statistics/survey_data.hpp"

namespace metodica::coordination {
namespace {

Unexpected refused(const char* id, std::vector<MessageArgument> arguments = {},
                   const char* field = "") {
  return Unexpected(Problem(METODICA_CONFLICT, id, std::move(arguments)).at(field));
}

// Only who keeps a directory of units decides about them.
Result<void> check_county(Call& call) {
  if (is_county(call.work()))
    return {};
  return refused("campaign.not_county");
}

Result<Reply> run_keep_campaign(Call& call, const Values& in) {
  METODICA_CHECK(check_county(call));
  StatCampaign kept;
  kept.year = in.integer("year");
  kept.opens = in.date("opens");
  kept.deadline = in.date("deadline");
  kept.about = in.text("about");
  kept.form = in.has("form") ? in.text("form") : survey_of(call.work(), kept.year)->name;
  kept.at = call.now_utc();
  kept.by = call.caller().user;
  if (kept.deadline < kept.opens)
    return invalid("campaign.deadline_first", {}, "deadline");
  if (!survey_named(call.work(), kept.form))
    return invalid("campaign.unknown_form", {{"text", kept.form}}, "form");
  keep_stat_campaign(call.work(), kept);
  return Reply::go("coordination.campaign", Json::object({{"year", kept.year}}),
                   call.say()("campaign.kept"));
}

Result<Reply> campaign_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return campaign_screen(call, typed["year"].integer(), "", typed, problems);
}

void decide(Call& call, std::int64_t year, std::int64_t siruta, std::int64_t submission,
            const std::string& kind, const std::string& reason) {
  Decision decision;
  decision.year = year;
  decision.siruta = siruta;
  decision.submission = submission;
  decision.kind = kind;
  decision.reason = reason;
  decision.at = call.now_utc();
  decision.by = call.caller().user;
  add_decision(call.work(), std::move(decision));
}

Result<Reply> run_decide(Call& call, const Values& in) {
  METODICA_CHECK(check_county(call));
  METODICA_TRY(const ReturnWork work, open_return(call, in.integer("year"), in.integer("siruta")));
  const std::string kind = in.text("decision");
  const Messages& say = call.say();
  if (!may_decide(work.state, kind)) {
    return refused(
        "return.no_step",
        {{"state", state_words(work.state, say)}, {"decision", say("return.decide." + kind)}},
        "decision");
  }
  // Somebody who looked at an older submission decides about what they have not seen.
  if (in.has("submission") && in.integer("submission") != work.stored.submission)
    return refused("return.changed_since");
  if (needs_reason(kind) && in.text("reason").empty())
    return invalid("return.reason_needed", {}, "reason");
  decide(call, work.of().year, work.of().siruta, work.stored.submission, kind, in.text("reason"));
  return Reply::go("coordination.return_points", return_args(work.of()),
                   say("return.decided." + kind));
}

Result<Reply> decision_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const auto number = [](const Json& value) {
    return value.is_integer() ? value.integer() : std::strtoll(value.text().c_str(), nullptr, 10);
  };
  return points_screen(call, {"", number(typed["year"]), number(typed["siruta"])}, {}, problems);
}

Result<Reply> run_decide_all(Call& call, const Values& in) {
  METODICA_CHECK(check_county(call));
  const std::int64_t year = in.integer("year");
  const std::string kind = in.text("decision");
  std::int64_t count = 0;
  for (const CountyReturn& one : county_returns(call.work(), year, call.today())) {
    if (!may_decide(one.state, kind))
      continue;
    decide(call, year, one.siruta, one.submission, kind, "");
    ++count;
  }
  return Reply::go("coordination.campaign", Json::object({{"year", year}}),
                   call.say()("campaign.all." + kind, {{"count", count}}));
}

Result<Reply> run_set_aside(Call& call, const Values& in) {
  METODICA_CHECK(check_county(call));
  SetAside kept;
  kept.year = in.integer("year");
  kept.siruta = in.integer("siruta");
  kept.rule = in.text("rule");
  kept.off = in.yes("off");
  kept.reason = in.text("reason");
  kept.at = call.now_utc();
  kept.by = call.caller().user;
  const std::string code = kept.rule.substr(0, kept.rule.find('/'));
  if (survey_of(call.work(), kept.year)->rule(code) == nullptr)
    return invalid("return.unknown_rule", {{"text", kept.rule}}, "rule");
  keep_set_aside(call.work(), kept);
  const std::string notice = call.say()(kept.off ? "return.is_aside" : "return.is_back");
  if (kept.siruta == 0) {
    return Reply::go("coordination.campaign_rules", Json::object({{"year", kept.year}}), notice);
  }
  return Reply::go("coordination.return_points",
                   Json::object({{"year", kept.year}, {"siruta", kept.siruta}}), notice);
}

// Only questions: a contradiction is mended or set aside by itself.
Result<Reply> run_close_points(Call& call, const Values& in) {
  METODICA_CHECK(check_county(call));
  const std::int64_t year = in.integer("year");
  std::int64_t count = 0;
  for (const CountyPoint& point : county_points(call.work(), year)) {
    if (point.finding.rule != in.text("rule") || point.finding.severity != Severity::ask)
      continue;
    keep_set_aside(call.work(), {year, point.siruta, point.finding.key, true, in.text("reason"),
                                 call.now_utc(), call.caller().user});
    ++count;
  }
  return Reply::go("coordination.campaign_rules", Json::object({{"year", year}}),
                   call.say()("campaign.closed_points", {{"count", count}}));
}

Result<Reply> run_load_form(Call& call, const Values& in) {
  METODICA_CHECK(check_county(call));
  const std::string content = in.file("file").bytes;
  METODICA_TRY(const Survey survey, survey_from(content));
  if (!add_survey(call.work(), survey, content, call.now_utc(), call.caller().user))
    return refused("campaign.form_twice", {{"text", survey.name}}, "file");
  return Reply::go(
      "coordination.campaign", Json::object(),
      call.say()("campaign.loaded", {{"text", survey.title.in(call.say().lang())},
                                     {"count", static_cast<std::int64_t>(survey.items())}}));
}

Result<Reply> load_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return campaign_screen(call, 0, "", typed, problems);
}

}  // namespace

void add_campaign_actions(ActionList& actions) {
  const auto add = [&](const char* name, Form (*form)(const Messages&), const char* example,
                       Result<Reply> (*run)(Call&, const Values&),
                       decltype(Action::again) again = {}) {
    actions.push_back({name,
                       ActionKind::write,
                       county_roles,
                       "screen",
                       form,
                       example,
                       {},
                       run,
                       std::move(again)});
  };
  add("coordination.keep_campaign", campaign_form,
      R"({"year":2025,"opens":"2026-02-01","deadline":"2026-02-28"})", run_keep_campaign,
      campaign_again);
  add("coordination.decide", decision_form,
      R"({"year":2025,"siruta":57706,"decision":"returned","reason":"Verificați împrumuturile."})",
      run_decide, decision_again);
  add("coordination.decide_all", decide_all_form, R"({"year":2025,"decision":"locked"})",
      run_decide_all);
  add("coordination.set_aside", aside_form,
      R"({"year":2025,"siruta":57706,"rule":"few_visits","off":true,"reason":"mici biblioteci"})",
      run_set_aside);
  add("coordination.close_points", close_form, R"({"year":2025,"rule":"few_visits"})",
      run_close_points);
  add("coordination.load_form", load_form,
      R"({"file":{"name":"form.json","base64":"eyJuYW1lIjoiYSIsInRpdGxlIjoiQSIsImNoYXB0ZXJzIjpbeyJjb2RlIjoiYyIsInRpdGxlIjoiQyIsIml0ZW1zIjpbeyJjb2RlIjoidmlzaXRzIiwibGFiZWwiOiJWaXppdGUifV19XX0="}})",
      run_load_form, load_again);
}

}  // namespace metodica::coordination
