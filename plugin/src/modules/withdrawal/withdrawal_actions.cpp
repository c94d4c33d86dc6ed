#include "modules/withdrawal/withdrawal_actions.hpp"

#include <algorithm>

#include "modules/withdrawal/withdrawal_forms.hpp"
#include "modules/withdrawal/withdrawal_module_copies.hpp"
#include "modules/withdrawal/withdrawal_papers.hpp"
#include "modules/withdrawal/withdrawal_screens.hpp"

namespace metodica::withdrawal {
namespace {

constexpr Roles readers = {Role::librarian, Role::keeper,     Role::commission,
                           Role::manager,   Role::accountant, Role::methodologist};
constexpr Roles proposers = {Role::librarian, Role::keeper};

Stamp stamp_of(Call& call) {
  return {call.caller().user, call.now_utc()};
}

Json args_of(const Proposal& row) {
  return Json::object({{"proposal", row.proposal}});
}

/// One writer after the other: proposals are checked against each other.
void take_turn(UnitOfWork& work) {
  work.take("withdrawal/turn");
}

Result<Proposal> known(Call& call, std::int64_t id) {
  auto row = proposal(call.work(), id);
  if (row)
    return *std::move(row);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "withdrawal.unknown_proposal", {{"proposal", std::to_string(id)}})
          .at("proposal"));
}

Result<Proposal> in_state(Call& call, std::int64_t id, State wanted) {
  METODICA_TRY(Proposal row, known(call, id));
  if (row.state == wanted)
    return row;
  const Messages& say = call.say();
  return Unexpected(
      Problem(METODICA_CONFLICT, "withdrawal.other_state",
              {{"state", say("withdrawal.state." + std::string(state_name(row.state)))}})
          .at("proposal"));
}

std::vector<Asked> asked_codes(const Values& in) {
  std::vector<Asked> asked;
  for (const Values& row : in.rows("copies"))
    asked.push_back({{}, row.text("code"), row.text("state")});
  return asked;
}

Result<Reply> run_propose(Call& call, const Values& in) {
  take_turn(call.work());
  METODICA_TRY(const std::vector<Outcome> outcomes,
               check_copies(call, in.text("cause"), asked_codes(in)));
  std::vector<Item> accepted;
  std::vector<TurnedAway> refused;
  std::size_t first_refused = outcomes.size();
  for (std::size_t at = 0; at < outcomes.size(); ++at) {
    const Outcome& one = outcomes[at];
    if (one.refused) {
      first_refused = std::min(first_refused, at);
      refused.push_back({one.asked.shown(), call.say().of(*one.refused)});
    } else {
      accepted.push_back({static_cast<std::int64_t>(accepted.size()) + 1,
                          one.line->number,
                          one.asked.state,
                          false,
                          false,
                          {}});
    }
  }
  if (accepted.empty()) {
    Problem why = *outcomes[first_refused].refused;
    return Unexpected(std::move(why).at("copies/" + std::to_string(first_refused) + "/code"));
  }
  Proposal row;
  row.proposal = call.work().take("withdrawal");
  row.cause = in.text("cause");
  row.remarks = in.text("remarks");
  row.proposed_on = call.today();
  insert_proposal(call.work(), row, accepted, refused, stamp_of(call));
  return Reply::go(
      "withdrawal.proposal", args_of(row),
      call.say()("withdrawal.proposed", {{"count", static_cast<std::int64_t>(accepted.size())},
                                         {"refused", static_cast<std::int64_t>(refused.size())}}));
}

/// When every copy was turned away, each gets its own reason beside it.
Result<Reply> propose_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  std::vector<Problem> shown = problems;
  const bool turned_away =
      problems.size() == 1 && problems.front().message.starts_with("withdrawal.refused.");
  if (const auto in = propose_form(call.say()).read(typed); turned_away && in) {
    METODICA_TRY(const std::vector<Outcome> outcomes,
                 check_copies(call, in->text("cause"), asked_codes(*in)));
    shown.clear();
    for (std::size_t at = 0; at < outcomes.size(); ++at) {
      if (!outcomes[at].refused)
        continue;
      Problem why = *outcomes[at].refused;
      shown.push_back(std::move(why).at("copies/" + std::to_string(at) + "/code"));
    }
  }
  return Reply::screen(propose_screen(call, typed, shown));
}

Result<Reply> run_check(Call& call, const Values& in) {
  std::vector<Asked> asked;
  for (const Values& row : in.rows("copies")) {
    asked.push_back({{row.text("register"), row.integer("number")}, row.text("barcode"), {}});
  }
  METODICA_TRY(const std::vector<Outcome> outcomes, check_copies(call, in.text("cause"), asked));
  Json::Array copies;
  for (const auto& one : outcomes) {
    copies.push_back(Json::object({{"asked", one.asked.shown()},
                                   {"register", one.line ? one.line->number.register_code : ""},
                                   {"number", one.line ? one.line->number.number : std::int64_t{0}},
                                   {"may", !one.refused.has_value()},
                                   {"reason", one.refused ? one.refused->message : ""},
                                   {"text", one.refused ? call.say().of(*one.refused) : ""}}));
  }
  return Reply::data(Json::object({{"copies", std::move(copies)}}));
}

/// The findings of the form, put to the items they belong to.
Result<std::vector<Item>> read_findings(Call& call, const Values& in, const Proposal& row) {
  std::vector<Item> list = items(call.work(), row.proposal);
  std::size_t at = 0;
  for (const Values& given : in.rows("copies")) {
    const std::string path = "copies/" + std::to_string(at++);
    const auto item = std::find_if(list.begin(), list.end(), [&](const Item& one) {
      return one.number.shown_with_register() == given.text("copy");
    });
    if (item == list.end())
      return invalid("withdrawal.not_in_proposal", {{"copy", given.text("copy")}}, path + "/copy");
    item->judged = true;
    item->accepted = given.text("verdict") == "accept";
    item->finding = given.text("finding");
    if (!item->accepted && item->finding.empty())
      return invalid("withdrawal.say_why", {}, path + "/finding");
  }
  for (const auto& item : list) {
    if (!item.judged) {
      return invalid("withdrawal.not_judged", {{"copy", item.number.shown_with_register()}},
                     "copies");
    }
  }
  return list;
}

Result<Reply> run_examine(Call& call, const Values& in) {
  take_turn(call.work());
  METODICA_TRY(const Proposal row, in_state(call, in.integer("proposal"), State::proposed));
  const Minutes minutes = read_minutes(in);
  METODICA_CHECK(check_commission(call, minutes));
  if (minutes.minutes_date > call.today())
    return invalid("withdrawal.minutes_future", {}, "minutes_date");
  if (minutes.minutes_date < minutes.decision_date)
    return invalid("withdrawal.minutes_before", {}, "minutes_date");
  METODICA_TRY(const std::vector<Item> findings, read_findings(call, in, row));
  insert_minutes(call.work(), row.proposal, minutes, findings, stamp_of(call));
  return Reply::go("withdrawal.proposal", args_of(row), call.say()("withdrawal.examined"));
}

Result<Reply> run_approve(Call& call, const Values& in) {
  take_turn(call.work());
  METODICA_TRY(const Proposal row, in_state(call, in.integer("proposal"), State::examined));
  const auto found = minutes(call.work(), row.proposal);
  const Totals totals = totals_of(proposed_copies(call.work(), row.proposal), true);
  if (totals.whole.units == 0)
    return invalid("withdrawal.nothing_accepted");
  End end;
  end.approved = true;
  end.decision_number = in.text("decision_number");
  end.decision_date = in.date("decision_date");
  end.council = in.text("council");
  end.ended_on = call.today();
  if (end.decision_date > end.ended_on)
    return invalid("withdrawal.decision_future", {}, "decision_date");
  if (end.decision_date < found->minutes_date)
    return invalid("withdrawal.decision_before", {}, "decision_date");
  METODICA_TRY(const registers::Registered exit, write_exit(call, row, *found, end));
  end.exit_year = exit.year;
  end.exit_number = exit.number;
  insert_end(call.work(), row.proposal, end, stamp_of(call));
  return Reply::go(
      "withdrawal.proposal", args_of(row),
      call.say()("withdrawal.approved",
                 {{"exit", std::to_string(exit.number) + "/" + std::to_string(exit.year)},
                  {"count", static_cast<std::int64_t>(exit.copies.size())},
                  {"value", exit.value.shown(call.say().lang())}}));
}

Result<Reply> run_refuse(Call& call, const Values& in) {
  take_turn(call.work());
  METODICA_TRY(const Proposal row, known(call, in.integer("proposal")));
  if (row.state == State::approved || row.state == State::refused) {
    METODICA_CHECK(in_state(call, row.proposal, State::examined));
  }
  End end;
  end.decision_number = in.text("decision_number");
  end.decision_date = in.date("decision_date");
  end.reason = in.text("reason");
  end.ended_on = call.today();
  insert_end(call.work(), row.proposal, end, stamp_of(call));
  return Reply::go("withdrawal.proposal", args_of(row), call.say()("withdrawal.refused_notice"));
}

/// The form of a step again, with what was typed.
template <Screen (*Show)(Call&, const Proposal&, const Json&, const std::vector<Problem>&)>
Result<Reply> step_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  METODICA_TRY(const Proposal row, known(call, Values(typed).integer("proposal")));
  return Reply::screen(Show(call, row, typed, problems));
}

/// An action that shows one proposal.
template <class Show>
Action proposal_action(std::string name, ActionKind kind, std::string reply, Show show) {
  Action action;
  action.form = [name](const Messages& say) { return proposal_form(say, name); };
  action.name = std::move(name);
  action.kind = kind;
  action.roles = readers;
  action.reply_kind = std::move(reply);
  action.example = R"({"proposal":1})";
  action.run = [show](Call& call, const Values& in) -> Result<Reply> {
    METODICA_TRY(const Proposal row, known(call, in.integer("proposal")));
    return show(call, row);
  };
  return action;
}

template <Screen (*Show)(Call&, const Proposal&, const Json&, const std::vector<Problem>&)>
Action step_action(std::string name, Role role) {
  Action action = proposal_action(std::move(name), ActionKind::read, "screen",
                                  [](Call& call, const Proposal& row) -> Result<Reply> {
                                    return Reply::screen(Show(call, row, {}, {}));
                                  });
  // Only who may send the form sees it: nobody fills in what will be refused.
  action.roles = {role};
  return action;
}

template <Result<std::string> (*Draw)(Call&, const Proposal&)>
Action paper_action(std::string name, std::string file) {
  return proposal_action(std::move(name), ActionKind::paper, "document",
                         [file](Call& call, const Proposal& row) -> Result<Reply> {
                           METODICA_TRY(std::string pdf, Draw(call, row));
                           return Reply::document(file + std::to_string(row.proposal) + ".pdf",
                                                  "application/pdf", std::move(pdf));
                         });
}

void add_screens(ActionList& actions) {
  actions.push_back(
      {"withdrawal.list",
       ActionKind::read,
       readers,
       "screen",
       no_arguments,
       "{}",
       {},
       [](Call& call, const Values&) -> Result<Reply> { return Reply::screen(list_screen(call)); },
       {}});
  actions.push_back({"withdrawal.new",
                     ActionKind::read,
                     proposers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(propose_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(proposal_action("withdrawal.proposal", ActionKind::read, "screen",
                                    [](Call& call, const Proposal& row) -> Result<Reply> {
                                      return Reply::screen(proposal_screen(call, row));
                                    }));
  actions.push_back(step_action<examination_screen>("withdrawal.examination", Role::commission));
  actions.push_back(step_action<approval_screen>("withdrawal.approval", Role::manager));
  actions.push_back(step_action<refusal_screen>("withdrawal.refusal", Role::manager));
  actions.push_back(paper_action<list_pdf>("withdrawal.list_paper", "lista-eliminare-"));
  actions.push_back(paper_action<minutes_pdf>("withdrawal.minutes_paper", "eliminare-"));
}

}  // namespace

void add_actions(ActionList& actions) {
  add_screens(actions);
  actions.push_back(
      {"withdrawal.check",
       ActionKind::read,
       readers,
       "data",
       check_form,
       R"({"cause":"worn","copies":[{"register":"carti","number":112},{"barcode":"RO1000123"}]})",
       R"({"type":"object","required":["copies"],"properties":{"copies":{"type":"array","items":{
                     "type":"object","required":["asked","register","number","may","reason","text"],"properties":{
                     "asked":{"type":"string"},"register":{"type":"string"},"number":{"type":"integer"},
                     "may":{"type":"boolean"},"reason":{"type":"string"},"text":{"type":"string"}}}}}})",
       run_check,
       {}});
  actions.push_back(
      {"withdrawal.propose",
       ActionKind::write,
       proposers,
       "screen",
       propose_form,
       R"({"cause":"worn","copies":[{"code":"carti 112","state":"cotor rupt, file lipsă"}]})",
       {},
       run_propose,
       propose_again});
  actions.push_back(
      {"withdrawal.examine",
       ActionKind::write,
       {Role::commission},
       "screen",
       examine_form,
       R"({"proposal":1,"decision_number":"19","decision_date":"2026-05-02","chair":"Ioana Pop",
                     "members":["Dan Rus"],"minutes_number":"7","minutes_date":"2026-05-05",
                     "destination":"waste_paper","copies":[{"copy":"carti 112","verdict":"accept",
                     "finding":"uzată"}]})",
       {},
       run_examine,
       step_again<examination_screen>});
  actions.push_back({"withdrawal.approve",
                     ActionKind::write,
                     {Role::manager},
                     "screen",
                     approve_form,
                     R"({"proposal":1,"decision_number":"21","decision_date":"2026-05-12"})",
                     {},
                     run_approve,
                     step_again<approval_screen>});
  actions.push_back({"withdrawal.refuse",
                     ActionKind::write,
                     {Role::manager},
                     "screen",
                     refuse_form,
                     R"({"proposal":1,"reason":"Exemplarele se pot recondiționa."})",
                     {},
                     run_refuse,
                     step_again<refusal_screen>});
}

}  // namespace metodica::withdrawal
