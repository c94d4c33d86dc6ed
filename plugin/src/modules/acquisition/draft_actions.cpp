// What changes a draft: one action for each step.

#include "modules/acquisition/acquisition_actions.hpp"
#include "modules/acquisition/acquisition_forms.hpp"
#include "modules/acquisition/acquisition_screens.hpp"
#include "modules/acquisition/acquisition_store.hpp"
#include "modules/acquisition/draft.hpp"

namespace metodica::acquisition {
namespace {

constexpr Roles workers = {Role::librarian, Role::keeper};
constexpr std::string_view example_id = R"("id":"0197")";

Stamp stamp(const Call& call) {
  return {call.caller().user, call.now_utc()};
}

Reply to_step(const Act& act, Step step, std::string notice = {}) {
  return Reply::go("acquisition.act",
                   Json::object({{"id", act.id}, {"step", static_cast<std::int64_t>(step)}}),
                   std::move(notice));
}

Result<void> check_paper(UnitOfWork& work, const Act& act) {
  if (same_paper(work, act).empty())
    return {};
  return Unexpected(Problem(METODICA_CONFLICT, "acquisition.draft_twice", {{"act", act.number}})
                        .at("act/number"));
}

Result<Reply> run_start(Call& call, const Values& in) {
  if (!registers::is_open(call.work()))
    return invalid("registers.not_opened");
  Act act;
  act.id = call.new_id();
  read_document(in, act);
  METODICA_CHECK(check_paper(call.work(), act));
  save_act(call.work(), act, stamp(call));
  return to_step(act, Step::document, call.say()("acquisition.started"));
}

Result<Reply> run_amend(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  read_document(in, act);
  METODICA_CHECK(check_paper(call.work(), act));
  save_head(call.work(), act, stamp(call));
  return to_step(act, Step::document);
}

Result<Reply> run_save_lines(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  METODICA_CHECK(read_lines(in, usual_vat(call.work()), act));
  save_act(call.work(), act, stamp(call));
  return to_step(act, Step::count);
}

Result<Reply> run_count(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  METODICA_CHECK(read_count(in, act));
  save_act(call.work(), act, stamp(call));
  return to_step(act, Step::classes);
}

/// Saved first and shown again while a line has no group: the librarian sees which one.
Result<Reply> run_classify(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  METODICA_CHECK(read_classes(in, act));
  save_act(call.work(), act, stamp(call));
  const Step next = next_step(call, act);
  if (next == Step::classes)
    return to_step(act, next, call.say()("acquisition.class_missing"));
  return to_step(act, Step::prices);
}

Result<Reply> run_prices(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  read_prices(in, act);
  METODICA_CHECK(price_act(call.work(), act));
  save_head(call.work(), act, stamp(call));
  return to_step(act, Step::sign);
}

Result<Reply> run_sign(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  if (!act.counted)
    return invalid("acquisition.not_counted");
  act.registered_on = in.date("registered_on");
  act.committee = in.texts("committee");
  METODICA_CHECK(check_committee(call.work(), act.committee, true));
  METODICA_TRY(const Reception reception, receive(call, act));
  const std::string lot =
      std::to_string(reception.row.number) + "/" + std::to_string(reception.row.year);
  return Reply::go(
      "acquisition.act", Json::object({{"id", act.id}}),
      call.say()("acquisition.signed_notice",
                 {{"lot", lot}, {"count", static_cast<std::int64_t>(reception.copies.size())}}));
}

Result<Reply> run_cancel(Call& call, const Values& in) {
  METODICA_TRY(Act act, open_draft(call.work(), in.text("id")));
  act.state = ActState::cancelled;
  act.cancel_reason = in.text("reason");
  save_head(call.work(), act, stamp(call));
  return Reply::go("acquisition.acts", Json::object(), call.say()("acquisition.cancelled_notice"));
}

/// The step again, with what was typed.
auto again_at(Step step) {
  return
      [step](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
        METODICA_TRY(const Act act, open_draft(call.work(), typed["id"].text()));
        return Reply::screen(act_screen(call, act, step, typed, problems));
      };
}

using BesideScreen = Screen (*)(Call&, const Act&, const Json&, const std::vector<Problem>&);
auto again_beside(BesideScreen draw) {
  return
      [draw](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
        METODICA_TRY(const Act act, open_draft(call.work(), typed["id"].text()));
        return Reply::screen(draw(call, act, typed, problems));
      };
}

std::string example(std::string_view rest) {
  return "{" + std::string(example_id) + std::string(rest) + "}";
}

}  // namespace

Result<Act> known_act(UnitOfWork& work, const std::string& id) {
  auto act = load_act(work, id);
  if (!act)
    return Unexpected(Problem(METODICA_NOT_FOUND, "acquisition.act_unknown").at("id"));
  return *std::move(act);
}

Result<Act> open_draft(UnitOfWork& work, const std::string& id) {
  METODICA_TRY(Act act, known_act(work, id));
  if (act.state == ActState::draft)
    return act;
  return Unexpected(
      Problem(METODICA_CONFLICT, "acquisition.act_settled", {{"act", act.number}}).at("id"));
}

Screen new_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("acquisition.new", say("acquisition.new_title"));
  screen.sub(say("acquisition.new_sub"));
  screen.form(start_form(say), say, typed, problems);
  return screen;
}

Screen document_screen(Call& call, const Act& act, const Json& typed,
                       const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("acquisition.document", say("acquisition.amend_title"));
  screen.sub(act_name(say, act));
  screen.form(amend_form(say), say, typed.is_object() ? typed : document_values(act), problems);
  return screen;
}

Screen cancel_screen(Call& call, const Act& act, const Json& typed,
                     const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("acquisition.cancelling",
                say("acquisition.cancel_title", {{"act", act_name(say, act)}}));
  screen.sub(say("acquisition.cancel_sub"));
  screen.form(cancel_form(say), say, typed.is_object() ? typed : Json::object({{"id", act.id}}),
              problems);
  return screen;
}

void add_draft_actions(ActionList& actions) {
  const std::string paper =
      R"("source":"purchase","act":{"kind":"invoice","number":"FX 1001","date":"2026-01-12"})";
  const auto add = [&](std::string name, auto form, std::string sample, auto run, auto again) {
    actions.push_back({std::move(name),
                       ActionKind::write,
                       workers,
                       "screen",
                       form,
                       std::move(sample),
                       {},
                       run,
                       again});
  };
  add("acquisition.start", start_form, "{" + paper + "}", run_start,
      [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
        return Reply::screen(new_screen(call, typed, problems));
      });
  add("acquisition.amend", amend_form, example("," + paper), run_amend,
      again_beside(document_screen));
  add("acquisition.save_lines", lines_form,
      example(R"(,"lines":[{"title":"Ion","language":"ro","copies":1,"unit_net":"28.8300"}])"),
      run_save_lines, again_at(Step::document));
  add("acquisition.count", count_form, example(R"(,"lines":[{"line":"1","accepted":1}])"),
      run_count, again_at(Step::count));
  add(
      "acquisition.classify", [](const Messages& say) { return classify_form(say); },
      example(R"(,"lines":[{"line":"1","udc":"821.135.1-31"}])"), run_classify,
      again_at(Step::classes));
  add("acquisition.prices", prices_form, example(R"(,"total":"32.0000")"), run_prices,
      again_at(Step::prices));
  add("acquisition.sign", sign_form,
      example(R"(,"registered_on":"2026-01-15","committee":["Ana Pop","Ion Rus","Eva Nagy"])"),
      run_sign, again_at(Step::sign));
  add("acquisition.cancel", cancel_form, example(R"(,"reason":"factura a fost stornată")"),
      run_cancel, again_beside(cancel_screen));
}

}  // namespace metodica::acquisition
