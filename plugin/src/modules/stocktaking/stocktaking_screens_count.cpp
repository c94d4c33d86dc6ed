// Counting and comparing: the scanner, the differences.

#include <algorithm>

#include "app/settings.hpp"
#include "modules/stocktaking/stocktaking_forms.hpp"
#include "modules/stocktaking/stocktaking_module_copies.hpp"
#include "modules/stocktaking/stocktaking_screens_parts.hpp"
#include "text/numbers.hpp"

namespace metodica::stocktaking {
namespace {

constexpr std::int64_t scans_shown = 12;

Level level_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::found:
      return Level::good;
    case Verdict::duplicate:
    case Verdict::on_loan_here:
      return Level::warn;
    case Verdict::entered_since:
      return Level::info;
    case Verdict::misplaced:
    case Verdict::gone:
    case Verdict::unknown:
      return Level::bad;
  }
  return Level::bad;
}

std::string verdict_id(const std::string& verdict) {
  return "stocktaking.verdict." + verdict;
}

/// "carti 2817 · Blaga, Lucian, Poemele luminii · 821.135.1-1 B56p".
std::string book_text(const registers::CopyLine& line) {
  std::string text = line.number.shown_with_register() + " · ";
  if (!line.author.empty())
    text += line.author + ", ";
  text += line.title;
  if (!line.call_number.empty())
    text += " · " + line.call_number;
  return text;
}

metodica::Verdict last_verdict(Call& call, const Session& session) {
  const Messages& say = call.say();
  const auto last = last_row(call.work(), session.session, call.caller().user);
  if (!last)
    return {};
  if (last->reverses != 0) {
    return {Level::info, say("stocktaking.undone"),
            say("stocktaking.undone_text", {{"code", last->code}})};
  }
  const auto line = last->number.number == 0 ? std::nullopt : line_of(call.work(), last->number);
  std::string text = line ? book_text(*line) : last->code;
  text +=
      "\n" +
      say(verdict_id(last->verdict) + ".do",
          {{"custody", line ? custody_name(say, line->custody) : ""},
           {"exit", line ? std::to_string(line->exit_number) + "/" + std::to_string(line->exit_year)
                         : ""}});
  return {level_of(verdict_of(last->verdict)), say(verdict_id(last->verdict)), std::move(text)};
}

Button key_button(std::string label, std::string action, const Session& session, std::string key) {
  Button button{std::move(label), std::move(action), session_args(session)};
  button.writes = true;
  button.key = std::move(key);
  return button;
}

void add_scanner(Call& call, const Session& session, const std::vector<Problem>& problems,
                 Screen& screen) {
  const Messages& say = call.say();
  Scanner scanner;
  scanner.action = "stocktaking.scan";
  scanner.label = say("stocktaking.code");
  scanner.hint = say("stocktaking.scan_hint");
  scanner.args = session_args(session);
  scanner.verdict = last_verdict(call, session);
  if (!problems.empty()) {
    scanner.verdict = {Level::bad, say("stocktaking.not_taken"),
                       say.of(problems.front()) + "\n" + say.hint(problems.front())};
  }
  scanner.keys = {key_button(say("stocktaking.mark_worn"), "stocktaking.worn", session, "F6"),
                  key_button(say("stocktaking.undo_last"), "stocktaking.undo_last", session, "F8")};
  screen.scanner(scanner);
}

void add_progress(Call& call, const Session& session, Screen& screen) {
  const Messages& say = call.say();
  const auto shown = [&](std::int64_t count) { return shown_integer(count, say.lang()); };
  const auto scanned = [&](Verdict verdict) {
    return shown(
        static_cast<std::int64_t>(scans_with(call.work(), session.session, verdict).size()));
  };
  const Balance sums = balance(call.work(), session.session);
  Figure found{say("stocktaking.found"), shown(sums.found.units),
               say("stocktaking.of_expected", {{"count", sums.expected.units}})};
  found.done = sums.found.units;
  found.of = sums.expected.units - sums.on_loan.units - sums.outside.units;
  screen.figures({found,
                  {say("stocktaking.on_loan"), shown(sums.on_loan.units)},
                  {say("stocktaking.not_yet"), shown(sums.missing.units)},
                  {say("stocktaking.misplaced"), scanned(Verdict::misplaced)},
                  {say("stocktaking.unregistered"), scanned(Verdict::unknown)}});
}

void add_last_scans(Call& call, const Session& session, Screen& screen) {
  const Messages& say = call.say();
  Table table("scans");
  table.caption(say("stocktaking.last_scans"));
  table.column("code", say("stocktaking.col_code"));
  table.column("number", say("stocktaking.number"));
  table.column("call_number", say("stocktaking.call_number"));
  table.column("title", say("stocktaking.title"));
  table.column("verdict", say("stocktaking.verdict"), CellKind::tag);
  table.empty(say("stocktaking.no_scans"));
  for (const auto& scan : last_scans(call.work(), session.session, "", scans_shown)) {
    const auto line = scan.number.number == 0 ? std::nullopt : line_of(call.work(), scan.number);
    table.row({scan.code, line ? line->number.shown_with_register() : "",
               line ? line->call_number : "",
               line ? Cell(line->title).note(line->author) : Cell(""),
               scan.undone
                   ? Cell::tag(say("stocktaking.undone"), Level::info)
                   : Cell::tag(say(verdict_id(scan.verdict)), level_of(verdict_of(scan.verdict)))});
  }
  screen.table(table);
}

Screen statement_screen(Call& call, const Session& session, const Json& typed,
                        const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen = session_frame(call, "stocktaking.statement", session, 2);
  screen.say(say("stocktaking.statement_why"));
  const Json usual = Json::object({{"session", session.session},
                                   {"keeper", setting(call.work(), "institution.keeper")},
                                   {"stated_on", call.today().iso()}});
  screen.form(statement_form(say), say, typed.is_object() ? typed : usual, problems);
  return screen;
}

/// Expected copies of one class; the last column says what is known about each.
Table class_table(Call& call, const Session& session, const std::vector<ExpectedState>& rows,
                  CopyClass of) {
  const Messages& say = call.say();
  const bool missing = of == CopyClass::missing;
  Table table(missing ? "missing" : of == CopyClass::on_loan ? "on_loan" : "outside");
  table.caption(say(missing                    ? "stocktaking.list_missing"
                    : of == CopyClass::on_loan ? "stocktaking.list_on_loan"
                                               : "stocktaking.list_outside"));
  table.column("number", say("stocktaking.number"));
  table.column("call_number", say("stocktaking.call_number"));
  table.column("title", say("stocktaking.title"));
  table.column("value", say("stocktaking.value"), CellKind::money);
  table.column("about", say(missing ? "stocktaking.note.explanation" : "stocktaking.proof"));
  table.empty(say("stocktaking.nothing_here"));
  Amount sum;
  for (const auto& row : rows) {
    if (row.state() != of)
      continue;
    sum += {1, row.copy.value};
    Json args = session_args(session);
    args.set("register", row.copy.number.register_code).set("number", row.copy.number.number);
    table.row({Cell::link(row.copy.number.shown_with_register(), "stocktaking.copy", args),
               row.copy.call_number, Cell(row.copy.title).note(row.copy.author),
               row.copy.value.shown(say.lang()), missing ? row.explanation : row.away_proof});
  }
  table.footer({say("common.total"), "", say("common.copies", {{"count", sum.units}}),
                sum.value.shown(say.lang())});
  return table;
}

void add_scan_table(Call& call, const Session& session, Verdict verdict, Screen& screen) {
  const Messages& say = call.say();
  const auto scans = scans_with(call.work(), session.session, verdict);
  if (scans.empty())
    return;
  Table table(std::string(verdict_name(verdict)) + "_scans");
  table.caption(say("stocktaking.list_" + std::string(verdict_name(verdict))));
  table.column("code", say("stocktaking.col_code"));
  table.column("number", say("stocktaking.number"));
  table.column("title", say("stocktaking.title"));
  table.column("custody", say("stocktaking.custody"));
  for (const auto& scan : scans) {
    const auto line = scan.number.number == 0 ? std::nullopt : line_of(call.work(), scan.number);
    if (line) {
      table.row({scan.code, line->number.shown_with_register(),
                 Cell(line->title).note(line->author), custody_name(say, line->custody)});
    } else {
      table.row({scan.code});
    }
  }
  screen.table(table);
}

void add_worn_table(Call& call, const std::vector<ExpectedState>& rows, Screen& screen) {
  const Messages& say = call.say();
  Table table("worn");
  table.caption(say("stocktaking.list_worn"));
  table.column("number", say("stocktaking.number")).column("title", say("stocktaking.title"));
  table.column("state", say("stocktaking.note.worn"));
  for (const auto& row : rows) {
    if (row.worn.empty())
      continue;
    table.row({row.copy.number.shown_with_register(), Cell(row.copy.title).note(row.copy.author),
               row.worn});
  }
  if (table.rows() > 0)
    screen.table(table);
}

std::vector<Button> difference_buttons(const Messages& say, const Session& session) {
  if (session.closed) {
    Button paper{say("stocktaking.print_minutes"), "stocktaking.minutes_paper",
                 session_args(session)};
    paper.writes = true;
    paper.primary = true;
    return {paper};
  }
  Button close{say("stocktaking.write_minutes"), "stocktaking.closing", session_args(session)};
  close.primary = true;
  Button back{say("stocktaking.back_to_count"), "stocktaking.session", session_args(session)};
  return {close, back, key_button(say("stocktaking.refresh"), "stocktaking.refresh", session, "")};
}

}  // namespace

void add_balance(Call& call, const Balance& sums, Screen& screen) {
  const Messages& say = call.say();
  const auto figure = [&](const char* label, const Amount& amount) {
    return Figure{say(label), shown_integer(amount.units, say.lang()),
                  amount.value.shown(say.lang()) + " " + say("stocktaking.lei")};
  };
  screen.figures(
      {figure("stocktaking.expected", sums.expected), figure("stocktaking.found", sums.found),
       figure("stocktaking.on_loan", sums.on_loan), figure("stocktaking.outside", sums.outside),
       figure("stocktaking.missing", sums.missing)});
  const auto text = [&](std::int64_t count) { return shown_integer(count, say.lang()); };
  screen.text(say("stocktaking.identity", {{"expected", text(sums.expected.units)},
                                           {"found", text(sums.found.units)},
                                           {"on_loan", text(sums.on_loan.units)},
                                           {"outside", text(sums.outside.units)},
                                           {"missing", text(sums.missing.units)}}));
}

Screen session_screen(Call& call, const Session& session, const Json& typed,
                      const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  if (!session.stated)
    return statement_screen(call, session, typed, problems);
  Screen screen = session_frame(call, "stocktaking.session", session, 3);
  if (!session.closed)
    add_scanner(call, session, problems, screen);
  add_progress(call, session, screen);
  add_last_scans(call, session, screen);
  screen.actions(
      {{say("stocktaking.to_differences"), "stocktaking.differences", session_args(session)}});
  return screen;
}

Screen differences_screen(Call& call, const Session& session) {
  const Messages& say = call.say();
  Screen screen = session_frame(call, "stocktaking.differences", session, 4);
  const auto rows = expected_copies(call.work(), session.session);
  Balance sums;
  for (const auto& row : rows)
    sums.add(row.state(), row.copy.value);
  add_balance(call, sums, screen);
  if (sums.missing.units > 0)
    screen.say(say("stocktaking.missing_stay"), Level::warn);
  screen.table(class_table(call, session, rows, CopyClass::missing));
  screen.table(class_table(call, session, rows, CopyClass::on_loan));
  if (sums.outside.units > 0)
    screen.table(class_table(call, session, rows, CopyClass::outside));
  for (const auto verdict :
       {Verdict::unknown, Verdict::misplaced, Verdict::gone, Verdict::entered_since}) {
    add_scan_table(call, session, verdict, screen);
  }
  add_worn_table(call, rows, screen);
  screen.actions(difference_buttons(say, session));
  return screen;
}

}  // namespace metodica::stocktaking
