#include "modules/withdrawal/withdrawal_screens.hpp"

#include "app/settings.hpp"
#include "modules/withdrawal/withdrawal_forms.hpp"
#include "modules/withdrawal/withdrawal_module_copies.hpp"
#include "text/numbers.hpp"

namespace metodica::withdrawal {
namespace {

Json args_of(const Proposal& row) {
  return Json::object({{"proposal", row.proposal}});
}

Level level_of(State state) {
  switch (state) {
    case State::proposed:
      return Level::info;
    case State::examined:
      return Level::warn;
    case State::approved:
      return Level::good;
    case State::refused:
      return Level::bad;
  }
  return Level::info;
}

std::string state_text(const Messages& say, State state) {
  return say("withdrawal.state." + std::string(state_name(state)));
}

Screen proposal_frame(Call& call, std::string id, const Proposal& row) {
  const Messages& say = call.say();
  Screen screen(std::move(id),
                say("withdrawal.proposal_title", {{"proposal", std::to_string(row.proposal)}}));
  screen.sub(say("withdrawal.proposal_sub", {{"cause", say("cause." + row.cause)},
                                             {"date", row.proposed_on.shown(say.lang())},
                                             {"count", row.units}}));
  const std::size_t at = row.state == State::proposed ? 2 : row.state == State::examined ? 3 : 5;
  screen.steps(at, {say("withdrawal.step1"), say("withdrawal.step2"), say("withdrawal.step3"),
                    say("withdrawal.step4")});
  return screen;
}

Cell verdict_cell(const Messages& say, const Item& item) {
  if (!item.judged)
    return Cell::tag(say("withdrawal.verdict.waiting"), Level::info);
  return Cell::tag(
      say(item.accepted ? "withdrawal.verdict.accepted" : "withdrawal.verdict.rejected"),
      item.accepted ? Level::good : Level::bad);
}

Table copies_table(Call& call, const std::vector<ProposedCopy>& copies) {
  const Messages& say = call.say();
  Table table("copies");
  table.caption(say("withdrawal.copies"));
  table.column("number", say("withdrawal.number"));
  table.column("title", say("withdrawal.title"));
  table.column("acquired", say("withdrawal.acquired"), CellKind::date);
  table.column("value", say("withdrawal.value"), CellKind::money);
  table.column("state", say("withdrawal.state_note"));
  table.column("verdict", say("withdrawal.verdict"), CellKind::tag);
  Amount sum;
  for (const auto& copy : copies) {
    sum.value += copy.line.value;
    ++sum.units;
    table.row({Cell::link(copy.item.number.shown_with_register(), "registers.copy",
                          Json::object({{"register", copy.item.number.register_code},
                                        {"number", copy.item.number.number}})),
               Cell(copy.line.title).note(copy.line.author),
               copy.line.acquired_on.shown(say.lang()), copy.line.value.shown(say.lang()),
               Cell(copy.item.state).note(copy.item.finding), verdict_cell(say, copy.item)});
  }
  table.footer({say("common.total"), say("common.copies", {{"count", sum.units}}), "",
                sum.value.shown(say.lang())});
  return table;
}

Table totals_table(Call& call, const Totals& totals) {
  const Messages& say = call.say();
  const ColumnTitles titles(call);
  Table table("totals");
  table.caption(say("withdrawal.totals"));
  table.column("group", say("withdrawal.group")).column("column", say("withdrawal.column"));
  table.column("units", say("withdrawal.units"), CellKind::integer);
  table.column("value", say("withdrawal.value"), CellKind::money);
  const auto add = [&](const std::string& grouping, const std::map<std::string, Amount>& amounts) {
    for (const auto& [code, amount] : amounts) {
      table.row({say("registers.group." + grouping), titles.of(grouping, code),
                 shown_integer(amount.units, say.lang()), amount.value.shown(say.lang())});
    }
  };
  add("category", totals.category);
  add("language", totals.language);
  add("content", totals.content);
  return table;
}

void add_turned_away(Call& call, const Proposal& row, Screen& screen) {
  const auto refused = turned_away(call.work(), row.proposal);
  if (refused.empty())
    return;
  const Messages& say = call.say();
  Table table("turned_away");
  table.caption(say("withdrawal.turned_away"));
  table.column("code", say("withdrawal.code")).column("reason", say("withdrawal.why_not"));
  for (const auto& one : refused)
    table.row({one.code, one.reason});
  screen.table(table);
}

void say_outcome(Call& call, const Proposal& row, const Totals& totals, Screen& screen) {
  const Messages& say = call.say();
  const auto end = end_of(call.work(), row.proposal);
  if (!end) {
    screen.text(say("withdrawal.will_write", {{"count", totals.whole.units},
                                              {"value", totals.whole.value.shown(say.lang())},
                                              {"cause", say("cause." + row.cause)}}));
  } else if (end->approved) {
    screen.say(say("withdrawal.written", {{"exit", std::to_string(end->exit_number) + "/" +
                                                       std::to_string(end->exit_year)},
                                          {"number", end->decision_number},
                                          {"date", end->decision_date.shown(say.lang())}}),
               Level::good);
  } else {
    screen.say(say("withdrawal.was_refused", {{"reason", end->reason}}), Level::bad);
  }
}

Button open_button(std::string label, std::string action, Json args, bool primary = false) {
  Button button{std::move(label), std::move(action), std::move(args)};
  button.primary = primary;
  return button;
}

Button paper_button(std::string label, std::string action, const Proposal& row) {
  Button button{std::move(label), std::move(action), args_of(row)};
  button.writes = true;  // the issue of a paper is recorded
  return button;
}

std::vector<Button> proposal_buttons(Call& call, const Proposal& row) {
  const Messages& say = call.say();
  std::vector<Button> buttons;
  if (row.state == State::proposed) {
    buttons.push_back(open_button(say("withdrawal.to_examination"), "withdrawal.examination",
                                  args_of(row), true));
  }
  if (row.state == State::examined) {
    buttons.push_back(
        open_button(say("withdrawal.to_approval"), "withdrawal.approval", args_of(row), true));
  }
  if (row.state == State::proposed || row.state == State::examined) {
    buttons.push_back(
        open_button(say("withdrawal.to_refusal"), "withdrawal.refusal", args_of(row)));
  }
  if (const auto end = end_of(call.work(), row.proposal); end && end->approved) {
    buttons.push_back(open_button(
        say("withdrawal.see_exit"), "registers.lot",
        Json::object({{"part", 2}, {"year", end->exit_year}, {"number", end->exit_number}}), true));
  }
  buttons.push_back(paper_button(say("withdrawal.print_list"), "withdrawal.list_paper", row));
  if (row.state != State::proposed && minutes(call.work(), row.proposal)) {
    buttons.push_back(
        paper_button(say("withdrawal.print_minutes"), "withdrawal.minutes_paper", row));
  }
  return buttons;
}

}  // namespace

Screen list_screen(Call& call) {
  const Messages& say = call.say();
  Screen screen("withdrawal.list", say("withdrawal.list_title"));
  screen.sub(say("withdrawal.list_sub"));
  Table table("proposals");
  table.column("proposal", say("withdrawal.proposal"), CellKind::integer);
  table.column("cause", say("withdrawal.cause"));
  table.column("date", say("common.date"), CellKind::date);
  table.column("units", say("withdrawal.units"), CellKind::integer);
  table.column("state", say("withdrawal.state"), CellKind::tag);
  table.empty(say("withdrawal.none_yet"));
  for (const auto& row : proposals(call.work())) {
    table.row({Cell::link(std::to_string(row.proposal), "withdrawal.proposal", args_of(row)),
               say("cause." + row.cause), row.proposed_on.shown(say.lang()),
               shown_integer(row.units, say.lang()),
               Cell::tag(state_text(say, row.state), level_of(row.state))});
  }
  screen.table(table);
  screen.actions({open_button(say("withdrawal.new"), "withdrawal.new", {}, true)});
  return screen;
}

Screen propose_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("withdrawal.new", say("withdrawal.propose_title"));
  screen.sub(say("withdrawal.propose_sub"));
  screen.text(say("withdrawal.propose_text"));
  const Json usual = Json::object({{"cause", "worn"}});
  screen.form(propose_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

Screen proposal_screen(Call& call, const Proposal& row) {
  const Messages& say = call.say();
  Screen screen = proposal_frame(call, "withdrawal.proposal", row);
  const auto copies = proposed_copies(call.work(), row.proposal);
  const Totals totals = totals_of(copies, minutes(call.work(), row.proposal).has_value());
  screen.figures({{say("withdrawal.units"), shown_integer(totals.whole.units, say.lang())},
                  {say("withdrawal.value"), totals.whole.value.shown(say.lang())},
                  {say("withdrawal.state"), state_text(say, row.state)}});
  if (!row.remarks.empty())
    screen.text(row.remarks);
  say_outcome(call, row, totals, screen);
  screen.actions(proposal_buttons(call, row));
  screen.table(copies_table(call, copies));
  add_turned_away(call, row, screen);
  screen.table(totals_table(call, totals));
  return screen;
}

Screen examination_screen(Call& call, const Proposal& row, const Json& typed,
                          const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = proposal_frame(call, "withdrawal.examination", row);
  screen.text(say("withdrawal.examination_text"));
  Json::Array rows;
  for (const auto& copy : proposed_copies(call.work(), row.proposal)) {
    rows.push_back(Json::object({{"copy", copy.item.number.shown_with_register()},
                                 {"title", copy.line.title},
                                 {"verdict", "accept"},
                                 {"finding", copy.item.state}}));
  }
  const Json usual = Json::object({{"proposal", row.proposal},
                                   {"minutes_date", call.today().iso()},
                                   {"destination", by_wear(row.cause) ? "waste_paper" : "none"},
                                   {"copies", std::move(rows)}});
  screen.form(examine_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

Screen approval_screen(Call& call, const Proposal& row, const Json& typed,
                       const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = proposal_frame(call, "withdrawal.approval", row);
  const Totals totals = totals_of(proposed_copies(call.work(), row.proposal), true);
  say_outcome(call, row, totals, screen);
  if (by_wear(row.cause))
    screen.say(say("withdrawal.law"));
  const Json usual =
      Json::object({{"proposal", row.proposal}, {"decision_date", call.today().iso()}});
  screen.form(approve_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

Screen refusal_screen(Call& call, const Proposal& row, const Json& typed,
                      const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = proposal_frame(call, "withdrawal.refusal", row);
  screen.text(say("withdrawal.refusal_text"));
  screen.form(refuse_form(say), say, typed.is_object() ? typed : args_of(row), problems);
  return screen;
}

std::vector<MenuEntry> menu_entries() {
  return {{"withdrawal.list",
           "menu.withdrawal.list",
           10,
           {"librarian", "keeper", "commission", "manager", "accountant", "methodologist"},
           "withdrawal.list",
           "withdrawal"},
          {"withdrawal.new",
           "menu.withdrawal.new",
           20,
           {"librarian", "keeper"},
           "withdrawal.new",
           "withdrawal"}};
}

}  // namespace metodica::withdrawal
