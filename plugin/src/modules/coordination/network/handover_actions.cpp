#include "modules/coordination/network/handover_actions.hpp"

#include <algorithm>

#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/people.hpp"
#include "modules/coordination/network/term_store.hpp"

namespace metodica::coordination {
namespace {

Unexpected conflict(const char* id, const char* field) {
  return Unexpected(Problem(METODICA_CONFLICT, id).at(field));
}

Reply shown_case(std::int64_t number, std::string notice) {
  return Reply::go("coordination.handover", Json::object({{"number", number}}), std::move(notice));
}

Result<Handover> open_case(Call& call, const Values& in) {
  METODICA_TRY(Handover of, known_handover(call, in.integer("number")));
  if (of.state != "open")
    return conflict("handover.closed", "number");
  return of;
}

Result<Reply> run_start(Call& call, const Values& in) {
  auto post = staff_post(call.work(), in.integer("post"));
  if (!post)
    return Unexpected(Problem(METODICA_NOT_FOUND, "network.unknown_post").at("post"));
  if (post->person == 0 || !post->to.none())
    return conflict("network.vacant_post", "post");
  Handover of;
  of.siruta = post->siruta;
  of.post = post->post;
  of.leaver = post->person;
  of.leaves_on = in.date("leaves_on");
  of.reason = in.text("reason");
  if (of.leaves_on < post->from)
    return invalid("handover.before_post", {}, "leaves_on");
  post->to = of.leaves_on;
  keep_post(call.work(), *post);
  const auto steps = steps_due(county_terms(call.work()), of.leaves_on);
  const std::int64_t number = open_handover(call.work(), of, steps, call.now_utc());
  return shown_case(number, call.say()("handover.opened"));
}

Result<Reply> run_step(Call& call, const Values& in) {
  METODICA_TRY(const Handover of, open_case(call, in));
  const Date done_on = in.has("done_on") ? in.date("done_on") : call.today();
  if (call.today() < done_on)
    return invalid("measure.future", {}, "done_on");
  for (HandoverStep& step : steps_of_handover(call.work(), of.number)) {
    if (step.step != in.text("step"))
      continue;
    step.done_on = done_on;
    step.note = in.text("note");
    keep_step(call.work(), of.number, step);
  }
  return shown_case(of.number, call.say()("handover.step_kept"));
}

// A new post as the old one was, so that norm and contract need not be typed again.
void fill_post(Call& call, const Handover& of, Date from) {
  const auto before = staff_post(call.work(), of.post);
  if (!before)
    return;
  StaffPost next = *before;
  next.post = 0;
  next.person = of.successor;
  next.from = from;
  next.to = Date();
  next.retires_on = Date();
  next.qualification.clear();
  keep_post(call.work(), next);
}

void mark_done(Call& call, const Handover& of, std::string_view name, Date day) {
  for (HandoverStep& step : steps_of_handover(call.work(), of.number)) {
    if (step.step == name && step.done_on.none()) {
      step.done_on = day;
      keep_step(call.work(), of.number, step);
    }
  }
}

Result<Reply> run_people(Call& call, const Values& in) {
  METODICA_TRY(Handover of, open_case(call, in));
  const Date from = in.has("from") ? in.date("from") : call.today();
  if (in.has("successor") && of.successor == 0) {
    of.successor = remembered(call, of.siruta, in.text("successor"), "staff", call.today());
    fill_post(call, of, from);
    mark_done(call, of, "successor", std::min(from, call.today()));
  }
  if (in.has("mentor")) {
    of.mentor = remembered(call, 0, in.text("mentor"), "contact", call.today());
    mark_done(call, of, "mentor", call.today());
  }
  keep_handover(call.work(), of);
  return shown_case(of.number, call.say()("handover.people_kept"));
}

Result<Reply> run_close(Call& call, const Values& in) {
  METODICA_TRY(Handover of, open_case(call, in));
  auto ready = check_closing(steps_of_handover(call.work(), of.number), of.successor == 0);
  if (!ready) {
    Problem problem = std::move(ready).error();
    const auto step = std::get<std::string>(problem.arguments.front().value);
    problem.arguments = {{"text", call.say()("handover.step." + step)}};
    return Unexpected(std::move(problem));
  }
  of.state = "closed";
  of.closed_on = call.today();
  keep_handover(call.work(), of);
  return shown_case(of.number, call.say()("handover.now_closed"));
}

Result<Reply> again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return handover_screen(call, Values(typed).integer("number"), typed, problems);
}

}  // namespace

Result<Handover> known_handover(Call& call, std::int64_t number) {
  auto found = handover(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "handover.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

const std::vector<std::string>& leaving_reasons() {
  static const std::vector<std::string> reasons = {"retirement", "resignation", "transfer",
                                                   "other"};
  return reasons;
}

Form handover_number_form(const Messages& say, std::string action, bool reads) {
  Form form("handover", std::move(action), say(reads ? "common.open" : "common.confirm"));
  if (reads)
    form.reads();
  form.integer("number", say("handover.number")).required().min(std::int64_t{1});
  return form;
}

Form handover_form(const Messages& say) {
  Form form("handover", "coordination.start_handover", say("handover.start"));
  form.integer("post", say("network.number")).required().min(std::int64_t{1}).fixed();
  form.date("leaves_on", say("handover.leaves_on")).required();
  Field& reason = form.choice("reason", say("network.reason")).required();
  for (const std::string& one : leaving_reasons())
    reason.option(one, say("handover.reason." + one));
  return form;
}

Form handover_step_form(const Messages& say) {
  Form form("step", "coordination.handover_step", say("handover.step_done"));
  form.integer("number", say("handover.number")).required().min(std::int64_t{1}).fixed();
  Field& step = form.choice("step", say("handover.step")).required();
  for (const std::string& one : handover_steps())
    step.option(one, say("handover.step." + one));
  form.date("done_on", say("handover.done_on")).help(say("handover.done_help"));
  form.text("note", say("common.note")).longest(500);
  return form;
}

Form handover_people_form(const Messages& say) {
  Form form("people", "coordination.handover_people", say("handover.people"));
  form.integer("number", say("handover.number")).required().min(std::int64_t{1}).fixed();
  form.person("successor", say("handover.successor")).longest(120);
  form.date("from", say("handover.successor_from"));
  form.person("mentor", say("handover.mentor")).longest(120).help(say("handover.mentor_help"));
  return form;
}

void add_handover_actions(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       const char* example, Result<Reply> (*run)(Call&, const Values&),
                       Result<Reply> (*shown)(Call&, const Json&, const std::vector<Problem>&)) {
    actions.push_back({name,
                       ActionKind::write,
                       network_keepers,
                       "screen",
                       std::move(form),
                       example,
                       {},
                       run,
                       shown});
  };
  add("coordination.start_handover", handover_form,
      R"({"post":1,"leaves_on":"2026-10-01","reason":"retirement"})", run_start,
      [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return new_handover_screen(call, Values(typed).integer("post"), typed, problems);
      });
  add("coordination.handover_step", handover_step_form,
      R"({"number":1,"step":"stocktaking","done_on":"2026-10-01","note":"PV nr. 3"})", run_step,
      again);
  add("coordination.handover_people", handover_people_form,
      R"({"number":1,"successor":"Maria Oros","from":"2026-10-02","mentor":"Ana Pop"})", run_people,
      again);
  add(
      "coordination.close_handover",
      [](const Messages& say) {
        return handover_number_form(say, "coordination.close_handover", false);
      },
      R"({"number":1})", run_close, again);
}

}  // namespace metodica::coordination
