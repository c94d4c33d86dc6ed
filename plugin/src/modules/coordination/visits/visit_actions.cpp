#include "modules/coordination/visits/visit_actions.hpp"

#include "modules/coordination/network/people.hpp"
#include "modules/coordination/visits/visit_forms.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* visit_example =
    R"({"siruta":"57706","day":"2026-05-12","state":"held","methodologist":"Ana Pop","km":64,
        "purposes":{"assistance":true},"people":["Ilie Marin; bibliotecar"],
        "findings":"Registrele sunt la zi.",
        "measures":[{"text":"Se face inventarul","owner":"bibliotecar","deadline":"2026-09-30",
                     "norm":"Legea 334/2002 art. 40"}]})";

Unexpected conflict(const char* id, const char* field) {
  return Unexpected(Problem(METODICA_CONFLICT, id).at(field));
}

Reply shown_visit_after(std::int64_t number, std::string notice) {
  return Reply::go("coordination.visit", Json::object({{"number", number}}), std::move(notice));
}

// What is not yet signed may be written anew; a visit that took place never becomes a plan again.
Result<void> check_rewriting(Call& call, const Visit& typed) {
  METODICA_TRY(const Visit before, known_visit(call, typed.number));
  if (before.state == "signed" || before.state == "cancelled")
    return conflict("visit.signed", "number");
  if (before.state == "held" && typed.state == "planned")
    return conflict("visit.no_step", "state");
  return {};
}

Result<Reply> run_keep(Call& call, const Values& in) {
  METODICA_TRY(TypedVisit typed, read_visit(in));
  Visit& visit = typed.visit;
  METODICA_CHECK(check_visit(visit, call.today()));
  METODICA_CHECK(known_unit(call, visit.siruta));
  const bool known = visit.number != 0;
  if (known)
    METODICA_CHECK(check_rewriting(call, visit));
  else
    visit.number = call.work().take("visit");
  visit.methodologist = remembered(call, 0, typed.methodologist, "county", visit.day);
  const std::string user = call.caller().user;
  keep_visit(call.work(), visit, user, call.now_utc());
  std::vector<VisitPerson> people;
  for (const MetPerson& one : typed.people) {
    people.push_back(
        {remembered(call, visit.siruta, one.name, "contact", visit.day), one.name, one.role});
  }
  keep_people_met(call.work(), visit.number, people);
  for (Measure& measure : typed.measures) {
    measure.visit = visit.number;
    measure.siruta = visit.siruta;
    add_measure(call.work(), measure, visit.day, user, call.now_utc());
  }
  return shown_visit_after(visit.number, call.say()(known ? "visit.kept" : "visit.added"));
}

Result<Reply> run_state(Call& call, const Values& in) {
  METODICA_TRY(Visit visit, known_visit(call, in.integer("number")));
  const std::string to = in.text("state");
  if (!visit_may_become(visit.state, to))
    return conflict("visit.no_step", "state");
  visit.state = to;
  if (to == "signed") {
    visit.signed_on = in.has("signed_on") ? in.date("signed_on") : call.today();
    if (visit.signed_on < visit.day || call.today() < visit.signed_on) {
      return invalid("visit.signed_day", {{"text", visit.day.shown(call.say().lang())}},
                     "signed_on");
    }
  }
  keep_visit(call.work(), visit, call.caller().user, call.now_utc());
  return shown_visit_after(visit.number, call.say()("visit.now." + to));
}

// A measure may still be agreed after the signing only at another visit.
Result<Reply> run_add_measure(Call& call, const Values& in) {
  METODICA_TRY(const Visit visit, known_visit(call, in.integer("visit")));
  if (visit.state != "held")
    return conflict("visit.not_open", "visit");
  Measure measure;
  measure.visit = visit.number;
  measure.siruta = visit.siruta;
  measure.text = in.text("text");
  measure.owner = in.text("owner");
  measure.norm = in.text("norm");
  measure.deadline = in.date("deadline");
  add_measure(call.work(), measure, call.today(), call.caller().user, call.now_utc());
  return shown_visit_after(visit.number, call.say()("measure.added"));
}

Result<Reply> run_follow(Call& call, const Values& in) {
  METODICA_TRY(const Measure measure, known_measure(call, in.integer("measure")));
  const MeasureStep step{in.text("kind"), in.date("day"), in.date("deadline"), in.text("reason")};
  METODICA_TRY(const Measure after, measure_after(measure, step, call.today()));
  follow_measure(call.work(), after, step, call.caller().user, call.now_utc());
  return Reply::go("coordination.measure", Json::object({{"measure", measure.number}}),
                   call.say()("measure.now." + step.kind));
}

void add_writing(ActionList& actions, const char* name, Form (*form)(const Messages&),
                 const char* example, Result<Reply> (*run)(Call&, const Values&),
                 Result<Reply> (*again)(Call&, const Json&, const std::vector<Problem>&)) {
  actions.push_back({name, ActionKind::write, visitors, "screen", form, example, {}, run, again});
}

}  // namespace

Result<Visit> known_visit(Call& call, std::int64_t number) {
  auto found = visit(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "visit.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

Result<Measure> known_measure(Call& call, std::int64_t number) {
  auto found = measure(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "measure.unknown", {{"number", std::to_string(number)}})
          .at("measure"));
}

void add_visit_actions(ActionList& actions) {
  add_writing(
      actions, "coordination.keep_visit", [](const Messages& say) { return visit_form(say); },
      visit_example, run_keep,
      [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return visit_record_screen(call, 0, 0, typed, problems);
      });
  const auto visit_again = [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
    const char* name = typed.has("visit") ? "visit" : "number";
    return visit_screen(call, Values(typed).integer(name), typed, problems);
  };
  add_writing(actions, "coordination.visit_state", visit_state_form,
              R"({"number":1,"state":"signed","signed_on":"2026-05-12"})", run_state, visit_again);
  add_writing(actions, "coordination.add_measure", measure_form,
              R"({"visit":1,"text":"Se completează registrul","owner":"bibliotecar",
                  "deadline":"2026-06-30"})",
              run_add_measure, visit_again);
  add_writing(actions, "coordination.follow_measure", follow_form,
              R"({"measure":1,"kind":"prolonged","day":"2026-06-01","deadline":"2026-12-01",
                  "reason":"Lipsesc rafturile"})",
              run_follow, [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                return measure_screen(call, Values(typed).integer("measure"), typed, problems);
              });
}

}  // namespace metodica::coordination
