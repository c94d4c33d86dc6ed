#include "modules/stocktaking/stocktaking_actions.hpp"

#include "modules/stocktaking/loans_actions.hpp"
#include "modules/stocktaking/stocktaking_forms.hpp"
#include "modules/stocktaking/stocktaking_json.hpp"
#include "modules/stocktaking/stocktaking_module_copies.hpp"
#include "modules/stocktaking/stocktaking_papers.hpp"
#include "modules/stocktaking/stocktaking_screens.hpp"

namespace metodica::stocktaking {
namespace {

constexpr Roles readers = {Role::librarian, Role::keeper,     Role::commission,
                           Role::manager,   Role::accountant, Role::methodologist};
constexpr Roles leaders = {Role::commission, Role::manager};
constexpr Roles counters = {Role::commission, Role::librarian};
constexpr Roles keepers = {Role::keeper, Role::commission};

Stamp stamp_of(Call& call) {
  return {call.caller().user, call.now_utc()};
}

Json args_of(const Session& row) {
  return Json::object({{"session", row.session}});
}

Result<Session> known(Call& call, std::int64_t id) {
  auto row = session(call.work(), id);
  if (row)
    return *std::move(row);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "stocktaking.unknown_session", {{"session", std::to_string(id)}})
          .at("session"));
}

/// A session that still takes entries. The place in its log is taken first: it puts writers in a
/// row.
Result<Session> running(Call& call, std::int64_t id) {
  METODICA_TRY(Session row, known(call, id));
  if (row.closed)
    return Unexpected(Problem(METODICA_CONFLICT, "stocktaking.closed_before").at("session"));
  return row;
}

Result<Session> counting(Call& call, std::int64_t id) {
  METODICA_TRY(Session row, running(call, id));
  if (!row.stated)
    return Unexpected(Problem(METODICA_INVALID, "stocktaking.no_statement").at("session"));
  return row;
}

Result<Reply> run_open(Call& call, const Values& in) {
  Session row = read_session(in);
  METODICA_CHECK(check_days(row.decision_date, row.starts_on, row.ends_on, call.today()));
  METODICA_CHECK(check_commission(call, row.commission));
  row.session = call.work().take("stocktaking");
  for (const auto& other : sessions(call.work())) {
    if (!other.closed && other.custody == row.custody) {
      return Unexpected(Problem(METODICA_CONFLICT, "stocktaking.open_already",
                                {{"session", std::to_string(other.session)}})
                            .at("custody"));
    }
  }
  const auto copies = copies_in_custody(call.work(), row.custody);
  if (copies.empty())
    return invalid("stocktaking.custody_empty", {{"text", row.custody}}, "custody");
  row.opened_by = call.caller().user;
  row.opened_at = call.now_utc();
  insert_session(call.work(), row, copies);
  METODICA_TRY(const LoanChanges loans, note_loans(call, row));
  const std::int64_t count = static_cast<std::int64_t>(copies.size());
  return Reply::go("stocktaking.session", args_of(row),
                   call.say()(loans.known ? "stocktaking.opened" : "stocktaking.opened_no_loans",
                              {{"count", count}, {"lent", loans.lent}}));
}

Result<Reply> open_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(open_screen(call, typed, problems));
}

Result<Reply> run_statement(Call& call, const Values& in) {
  METODICA_TRY(const Session row, running(call, in.integer("session")));
  if (row.stated)
    return Unexpected(Problem(METODICA_CONFLICT, "stocktaking.stated_before").at("session"));
  const Statement statement = read_statement(in);
  if (statement.stated_on > call.today())
    return invalid("stocktaking.stated_future", {}, "stated_on");
  insert_statement(call.work(), row.session, statement, stamp_of(call));
  return Reply::go("stocktaking.session", args_of(row), call.say()("stocktaking.stated"));
}

/// The screen of the session again, or the bare problem when the session itself is unknown.
Result<Reply> session_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  METODICA_TRY(const Session row, known(call, Values(typed).integer("session")));
  return Reply::screen(session_screen(call, row, typed, problems));
}

Result<Reply> run_scan(Call& call, const Values& in) {
  const std::int64_t id = in.integer("session");
  METODICA_CHECK(counting(call, id));
  Scan scan;
  scan.sequence = take_place(call.work(), id);
  METODICA_TRY(const Session row, counting(call, id));  // read behind the lock
  scan.code = in.text("code");
  METODICA_TRY(const auto line, line_of_code(call.work(), row, scan.code));
  ScanFacts facts;
  if (line) {
    scan.number = line->number;
    const auto expected = expected_copy(call.work(), id, line->number);
    facts.in_register = true;
    facts.gone = line->gone;
    facts.expected = expected.has_value();
    facts.of_custody = row.custody.empty() || line->custody == row.custody;
    facts.seen = seen(call.work(), id, line->number);
    facts.on_loan = expected && expected->away == "loan";
  }
  scan.verdict = verdict_name(judge(facts));
  scan.scanned_by = call.caller().user;
  scan.scanned_at = call.now_utc();
  insert_scan(call.work(), id, scan);
  return Reply::go("stocktaking.session", args_of(row));
}

Result<Reply> run_undo(Call& call, const Values& in) {
  const std::int64_t id = in.integer("session");
  METODICA_CHECK(counting(call, id));
  const std::int64_t place = take_place(call.work(), id);
  METODICA_TRY(const Session row, counting(call, id));
  for (const auto& last : last_scans(call.work(), id, call.caller().user, 1000)) {
    if (last.undone)
      continue;
    Scan reversal = last;
    reversal.sequence = place;
    reversal.verdict = "undone";
    reversal.reverses = last.sequence;
    reversal.scanned_at = call.now_utc();
    insert_scan(call.work(), id, reversal);
    return Reply::go("stocktaking.session", args_of(row));
  }
  return invalid("stocktaking.nothing_to_undo");
}

Result<Reply> run_worn(Call& call, const Values& in) {
  METODICA_TRY(const Session row, counting(call, in.integer("session")));
  const auto last = last_row(call.work(), row.session, call.caller().user);
  if (!last || last->reverses != 0 || !expected_copy(call.work(), row.session, last->number)) {
    return invalid("stocktaking.nothing_to_mark");
  }
  insert_note(call.work(), row.session, last->number, "worn",
              call.say()("stocktaking.worn_at_count"), stamp_of(call));
  return Reply::go(
      "stocktaking.session", args_of(row),
      call.say()("stocktaking.worn_noted", {{"number", last->number.shown_with_register()}}));
}

Result<Reply> run_note(Call& call, const Values& in) {
  METODICA_TRY(const Session row, counting(call, in.integer("session")));
  const InventoryNumber number{in.text("register"), in.integer("number")};
  if (!expected_copy(call.work(), row.session, number)) {
    return Unexpected(Problem(METODICA_NOT_FOUND, "stocktaking.not_expected",
                              {{"number", number.shown_with_register()}})
                          .at("number"));
  }
  insert_note(call.work(), row.session, number, in.text("kind"), in.text("text"), stamp_of(call));
  return Reply::go("stocktaking.differences", args_of(row),
                   call.say()("stocktaking.noted", {{"number", number.shown_with_register()}}));
}

Result<Reply> run_refresh(Call& call, const Values& in) {
  METODICA_TRY(const Session row, running(call, in.integer("session")));
  METODICA_TRY(const LoanChanges loans, note_loans(call, row));
  const std::int64_t moved = note_movements(call, row);
  return Reply::go(
      "stocktaking.differences", args_of(row),
      call.say()(loans.known ? "stocktaking.refreshed" : "stocktaking.refreshed_no_loans",
                 {{"lent", loans.lent}, {"returned", loans.returned}, {"moved", moved}}));
}

Result<Reply> run_close(Call& call, const Values& in) {
  const std::int64_t id = in.integer("session");
  METODICA_CHECK(counting(call, id));
  take_place(call.work(), id);
  METODICA_TRY(const Session row, counting(call, id));
  const Close close = read_close(in);
  if (close.ended_on < row.starts_on)
    return invalid("stocktaking.ends_before", {}, "ended_on");
  if (close.ended_on > call.today())
    return invalid("stocktaking.ended_future", {}, "ended_on");
  if (close.minutes_date < close.ended_on)
    return invalid("stocktaking.minutes_before", {}, "minutes_date");
  note_movements(call, row);
  insert_close(call.work(), id, close, stamp_of(call));
  METODICA_CHECK(note_checks(call, row, close.ended_on));
  const Balance sums = balance(call.work(), id);
  return Reply::go(
      "stocktaking.differences", args_of(row),
      call.say()("stocktaking.closed", {{"number", close.minutes_number},
                                        {"date", close.minutes_date.shown(call.say().lang())},
                                        {"count", sums.found.units}}));
}

Result<Reply> close_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  METODICA_TRY(const Session row, known(call, Values(typed).integer("session")));
  if (!row.stated)
    return Reply::screen(session_screen(call, row, {}, problems));
  return Reply::screen(closing_screen(call, row, typed, problems));
}

Result<Reply> run_copy(Call& call, const Values& in) {
  METODICA_TRY(const Session row, known(call, in.integer("session")));
  const InventoryNumber number{in.text("register"), in.integer("number")};
  const auto copy = expected_copy(call.work(), row.session, number);
  if (!copy) {
    return Unexpected({METODICA_NOT_FOUND,
                       "stocktaking.not_expected",
                       {{"number", number.shown_with_register()}}});
  }
  return Reply::screen(copy_screen(call, row, *copy));
}

Result<Reply> note_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Values given(typed);
  METODICA_TRY(const Session row, known(call, given.integer("session")));
  const auto copy =
      expected_copy(call.work(), row.session, {given.text("register"), given.integer("number")});
  if (!copy)
    return Unexpected(problems.front());
  return Reply::screen(copy_screen(call, row, *copy, typed, problems));
}

/// An action that shows one session.
template <class Show>
Action session_action(std::string name, ActionKind kind, std::string reply, Show show) {
  Action action;
  action.form = [name](const Messages& say) { return session_form(say, name); };
  action.name = std::move(name);
  action.kind = kind;
  action.roles = readers;
  action.reply_kind = std::move(reply);
  action.example = R"({"session":1})";
  action.run = [show](Call& call, const Values& in) -> Result<Reply> {
    METODICA_TRY(const Session row, known(call, in.integer("session")));
    return show(call, row);
  };
  return action;
}

void add_screens(ActionList& actions) {
  actions.push_back(
      {"stocktaking.list",
       ActionKind::read,
       readers,
       "screen",
       no_arguments,
       "{}",
       {},
       [](Call& call, const Values&) -> Result<Reply> { return Reply::screen(list_screen(call)); },
       {}});
  actions.push_back({"stocktaking.new",
                     ActionKind::read,
                     leaders,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(open_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(session_action("stocktaking.session", ActionKind::read, "screen",
                                   [](Call& call, const Session& row) -> Result<Reply> {
                                     return Reply::screen(session_screen(call, row));
                                   }));
  actions.push_back(session_action("stocktaking.differences", ActionKind::read, "screen",
                                   [](Call& call, const Session& row) -> Result<Reply> {
                                     return Reply::screen(differences_screen(call, row));
                                   }));
  actions.push_back(session_action("stocktaking.closing", ActionKind::read, "screen",
                                   [](Call& call, const Session& row) -> Result<Reply> {
                                     METODICA_CHECK(counting(call, row.session));
                                     return Reply::screen(closing_screen(call, row));
                                   }));
  actions.push_back(session_action("stocktaking.minutes_paper", ActionKind::paper, "document",
                                   [](Call& call, const Session& row) -> Result<Reply> {
                                     METODICA_TRY(std::string pdf, minutes_pdf(call, row));
                                     return Reply::document(
                                         "inventariere-" + std::to_string(row.session) + ".pdf",
                                         "application/pdf", std::move(pdf));
                                   }));
  Action state = session_action("stocktaking.state", ActionKind::read, "data",
                                [](Call& call, const Session& row) -> Result<Reply> {
                                  return Reply::data(state_json(call, row));
                                });
  state.reply_schema = std::string(state_schema());
  actions.push_back(std::move(state));
  actions.push_back(
      {"stocktaking.sessions",
       ActionKind::read,
       readers,
       "data",
       no_arguments,
       "{}",
       std::string(sessions_schema()),
       [](Call& call, const Values&) -> Result<Reply> { return Reply::data(sessions_json(call)); },
       {}});
  actions.push_back({"stocktaking.copy",
                     ActionKind::read,
                     readers,
                     "screen",
                     copy_form,
                     R"({"session":1,"register":"carti","number":112})",
                     {},
                     run_copy,
                     {}});
}

Action session_write(std::string name, Roles roles, Result<Reply> (*run)(Call&, const Values&)) {
  return {name,
          ActionKind::write,
          roles,
          "screen",
          [name](const Messages& say) { return session_write_form(say, name); },
          R"({"session":1})",
          {},
          run,
          session_again};
}

}  // namespace

void add_actions(ActionList& actions) {
  add_screens(actions);
  add_loan_actions(actions);
  actions.push_back(
      {"stocktaking.open",
       ActionKind::write,
       leaders,
       "screen",
       open_form,
       R"({"custody":"Secția adulți","reason":"periodic","method":"scanning","decision_number":"14",
                     "decision_date":"2026-05-25","chair":"Ioana Pop","members":["Dan Rus"],
                     "starts_on":"2026-06-01"})",
       {},
       run_open,
       open_again});
  actions.push_back(
      {"stocktaking.statement",
       ActionKind::write,
       keepers,
       "screen",
       statement_form,
       R"({"session":1,"keeper":"Ana Ilea","stated_on":"2026-06-01","last_entry":"RMF I nr. 3/2026",
                     "last_exit":"RMF II nr. 1/2026"})",
       {},
       run_statement,
       session_again});
  actions.push_back({"stocktaking.scan",
                     ActionKind::write,
                     counters,
                     "screen",
                     scan_form,
                     R"({"session":1,"code":"2817"})",
                     {},
                     run_scan,
                     session_again});
  actions.push_back(session_write("stocktaking.undo_last", counters, run_undo));
  actions.push_back(session_write("stocktaking.worn", counters, run_worn));
  actions.push_back(session_write("stocktaking.refresh",
                                  {Role::commission, Role::librarian, Role::manager}, run_refresh));
  actions.push_back({"stocktaking.note",
                     ActionKind::write,
                     {Role::commission, Role::keeper},
                     "screen",
                     note_form,
                     R"({"session":1,"register":"carti","number":112,"kind":"explanation",
                     "text":"căutat la Secția copii, negăsit"})",
                     {},
                     run_note,
                     note_again});
  actions.push_back(
      {"stocktaking.close",
       ActionKind::write,
       leaders,
       "screen",
       close_form,
       R"({"session":1,"minutes_number":"3","minutes_date":"2026-06-05","ended_on":"2026-06-05",
                     "causes":"Lipsurile provin din sala cu acces liber."})",
       {},
       run_close,
       close_again});
}

}  // namespace metodica::stocktaking
