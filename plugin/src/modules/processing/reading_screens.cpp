// Reading a shelf: the list of readings, the scanner with its picture, and what is left to do.

#include "modules/processing/reading_screens.hpp"

#include "modules/processing/processing_screens.hpp"
#include "modules/processing/reading_forms.hpp"
#include "modules/processing/reading_papers.hpp"
#include "modules/processing/reading_picture.hpp"
#include "modules/processing/shelf_reading.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t readings_shown = 20;
constexpr std::size_t moves_shown = 40;
constexpr std::size_t missing_shown = 300;

Json reading_args(const Reading& reading) {
  return Json::object({{"reading", reading.id}});
}

std::int64_t count(std::size_t value) {
  return static_cast<std::int64_t>(value);
}

Level level_of(ScanState state) {
  switch (state) {
    case ScanState::here:
      return Level::good;
    case ScanState::twice:
      return Level::info;
    case ScanState::elsewhere:
    case ScanState::on_loan:
    case ScanState::unmarked:
      return Level::warn;
    case ScanState::gone:
    case ScanState::unknown:
      break;
  }
  return Level::bad;
}

std::string state_word(const Messages& say, ScanState state) {
  return say("shelves.state." + std::string(name_of(state)));
}

// What the reading covers, in words.
std::string scope_of(const Messages& say, const Reading& reading) {
  std::string text = reading.place;
  const auto add = [&](const std::string& part) { text += (text.empty() ? "" : " · ") + part; };
  if (!reading.section.empty()) {
    add(reading.section == "-" ? say("processing.no_section")
                               : say("processing.section_named", {{"section", reading.section}}));
  }
  if (!reading.custody.empty())
    add(say("processing.custody_named", {{"custody", reading.custody}}));
  add(say("shelves.begun_on", {{"date", reading.begun_on.shown(say.lang())}}));
  return text;
}

Table readings_table(Call& call) {
  const Messages& say = call.say();
  Table table("readings");
  table.column("reading", say("shelves.reading"));
  table.column("scope", say("shelves.col.scope"));
  table.column("scans", say("shelves.col.scans"), CellKind::integer);
  table.empty(say("shelves.no_readings"));
  for (const Reading& reading : latest_readings(call.work(), readings_shown)) {
    table.row({Cell::link(std::to_string(reading.id), "processing.reading", reading_args(reading)),
               scope_of(say, reading), shown_integer(reading.scans, say.lang())});
  }
  return table;
}

Screen readings_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.readings", say("shelves.readings_title"));
  screen.sub(say("shelves.readings_sub"));
  screen.form(reading_start_form(say), say, typed, problems);
  screen.heading(say("shelves.readings_before"));
  screen.table(readings_table(call));
  return screen;
}

Verdict verdict_of(Call& call, const std::vector<Scan>& scans, const ReadRun& run) {
  const Messages& say = call.say();
  if (scans.empty())
    return {};
  const Scan& scan = scans.back();
  const std::string title = title_of(call.work(), scan);
  const std::string book = title.empty() ? scan.code : scan.call_number + " · " + title;
  switch (last_verdict(scans, run)) {
    case ScanVerdict::in_place:
      return {Level::good, say("shelves.verdict.in_place"), book};
    case ScanVerdict::moved_other:
      return {Level::warn, say("shelves.verdict.moved_other"), book};
    case ScanVerdict::misplaced: {
      const Stray& stray = run.order.strays.back();
      return {Level::bad, say("shelves.verdict.misplaced"),
              book + "\n" + goes_between(say, scans, stray)};
    }
    case ScanVerdict::apart:
      break;
  }
  return {level_of(scan.state), state_word(say, scan.state),
          book + "\n" + say("shelves.do." + std::string(name_of(scan.state)))};
}

Table moves_table(Call& call, const std::vector<Scan>& scans, const ReadRun& run,
                  std::size_t most) {
  const Messages& say = call.say();
  Table table("moves");
  table.caption(say("shelves.moves"));
  table.column("move", say("shelves.col.move"), CellKind::integer);
  table.column("place", say("shelves.col.place"), CellKind::integer);
  table.column("call_number", say("processing.col.call_number"));
  table.column("title", say("processing.col.title"));
  table.column("goes", say("shelves.col.goes"));
  table.empty(say("shelves.no_moves"));
  for (const Stray& stray : run.order.strays) {
    if (table.rows() == most)
      break;
    const Scan& scan = scans[stray.index];
    table.row({std::to_string(stray.block + 1), std::to_string(scan.seq), scan.call_number,
               title_of(call.work(), scan), goes_between(say, scans, stray)});
  }
  return table;
}

Table apart_table(Call& call, const std::vector<Scan>& scans, const ReadRun& run,
                  std::size_t most) {
  const Messages& say = call.say();
  Table table("apart");
  table.caption(say("shelves.apart"));
  table.column("place", say("shelves.col.place"), CellKind::integer);
  table.column("code", say("shelves.code"));
  table.column("call_number", say("processing.col.call_number"));
  table.column("title", say("processing.col.title"));
  table.column("state", say("shelves.col.state"), CellKind::tag);
  for (const std::size_t index : run.order.unknown) {
    if (table.rows() == most)
      break;
    const Scan& scan = scans[index];
    table.row({std::to_string(scan.seq), scan.code, scan.call_number, title_of(call.work(), scan),
               Cell::tag(state_word(say, scan.state), level_of(scan.state))});
  }
  return table;
}

void add_sums(const Messages& say, const std::vector<Scan>& scans, const ReadRun& run,
              Screen& screen) {
  const auto shown = [&](std::size_t value) { return shown_integer(count(value), say.lang()); };
  Figure right{say("shelves.in_order"), shown(run.order.in_order.size())};
  right.done = count(run.order.in_order.size());
  right.of = count(scans.size());
  screen.figures({{say("shelves.scanned"), shown(scans.size())},
                  right,
                  {say("shelves.to_move"), shown(run.order.strays.size()),
                   say("shelves.in_moves", {{"count", count(run.order.blocks)}})},
                  {say("shelves.apart_count"), shown(run.order.unknown.size())}});
}

void add_picture(const Messages& say, const std::vector<Scan>& scans, const ReadRun& run,
                 const Table& moves, Screen& screen) {
  if (scans.empty())
    return;
  screen.picture(shelf_picture(say, scans, run),
                 say("shelves.picture_alt", {{"count", count(scans.size())},
                                             {"strays", count(run.order.strays.size())},
                                             {"moves", count(run.order.blocks)}}),
                 moves);
}

Button key_button(std::string label, std::string action, const Reading& reading, std::string key) {
  Button button{std::move(label), std::move(action), reading_args(reading)};
  button.writes = true;
  button.key = std::move(key);
  return button;
}

Result<Reply> show_reading(Call& call, std::int64_t id, const Json& typed,
                           const std::vector<Problem>& problems) {
  METODICA_TRY(const Reading reading, reading_named(call.work(), id));
  const Messages& say = call.say();
  const auto scans = scans_of(call.work(), id);
  const ReadRun run = read_run(scans);
  Screen screen("processing.reading",
                say("shelves.reading_title", {{"number", std::to_string(id)}}));
  screen.sub(scope_of(say, reading));
  Scanner scanner;
  scanner.action = "processing.reading_scan";
  scanner.label = say("shelves.code");
  scanner.hint = say("shelves.scan_hint");
  scanner.args = reading_args(reading);
  scanner.verdict = verdict_of(call, scans, run);
  if (!problems.empty()) {
    scanner.verdict = {Level::bad, say("shelves.not_taken"),
                       say.of(problems.front()) + "\n" + say.hint(problems.front())};
  }
  if (!scans.empty())
    scanner.keys = {key_button(say("shelves.undo"), "processing.reading_undo", reading, "F8")};
  screen.scanner(scanner);
  add_sums(say, scans, run, screen);
  const Table moves = moves_table(call, scans, run, moves_shown);
  add_picture(say, scans, run, moves, screen);
  if (!run.order.strays.empty())
    screen.table(moves);
  if (!run.order.unknown.empty())
    screen.table(apart_table(call, scans, run, moves_shown));
  if (!scans.empty()) {
    Button report{say("shelves.to_report"), "processing.reading_report", reading_args(reading)};
    report.primary = true;
    screen.actions({report, {say("shelves.to_readings"), "processing.readings"}});
  }
  Json values = typed.is_object() ? typed : Json::object();
  values.set("reading", std::to_string(id));
  screen.group(say("shelves.load_heading"), [&](Screen& inside) {
    inside.form(reading_load_form(say), say, values,
                typed.is_object() ? problems : std::vector<Problem>());
  });
  return Reply::screen(screen);
}

void add_missing(Call& call, const Reading& reading, const NotSeen& absent, Screen& screen) {
  const Messages& say = call.say();
  Table table("missing");
  table.caption(say("shelves.missing"));
  table.column("call_number", say("processing.col.call_number"));
  table.column("title", say("processing.col.title"));
  table.column("number", say("processing.col.number"));
  table.column("custody", say("processing.col.custody"));
  table.empty(say("shelves.none_missing"));
  for (const ShelfLine& line : absent.missing) {
    if (table.rows() == missing_shown)
      break;
    const Json args = Json::object(
        {{"register", line.copy.number.register_code}, {"number", line.copy.number.number}});
    table.row({line.mark.call_number,
               Cell::link(line.copy.title, "registers.copy", args).note(line.copy.author),
               line.copy.number.shown_with_register(), line.copy.custody});
  }
  screen.table(table);
  if (absent.missing.size() > missing_shown)
    screen.text(say("shelves.more_on_paper", {{"count", count(absent.missing.size())}}));
  if (absent.cut)
    screen.say(say("shelves.cut"), Level::warn);
  Button print{say("shelves.print"), "processing.reading_paper", reading_args(reading)};
  print.writes = true;  // the issue of a paper is recorded
  print.primary = true;
  screen.actions(
      {print, {say("shelves.back_to_scan"), "processing.reading", reading_args(reading)}});
}

Result<Reply> run_report(Call& call, const Values& in) {
  METODICA_TRY(const Reading reading, reading_named(call.work(), in.integer("reading")));
  const Messages& say = call.say();
  const auto scans = scans_of(call.work(), reading.id);
  const ReadRun run = read_run(scans);
  METODICA_TRY(const NotSeen absent, not_seen(call, reading, scans, run));
  Screen screen("processing.reading_report",
                say("shelves.report_title", {{"number", std::to_string(reading.id)}}));
  screen.sub(scope_of(say, reading));
  add_sums(say, scans, run, screen);
  screen.figures(
      {{say("shelves.missing_count"), shown_integer(count(absent.missing.size()), say.lang())},
       {say("shelves.with_readers"), shown_integer(absent.on_loan, say.lang())}});
  screen.text(say("shelves.rule"));
  screen.table(moves_table(call, scans, run, missing_shown));
  if (!run.order.unknown.empty())
    screen.table(apart_table(call, scans, run, missing_shown));
  add_missing(call, reading, absent, screen);
  return Reply::screen(screen);
}

Result<Reply> run_start(Call& call, const Values& in) {
  const std::int64_t id =
      begin_reading(call.work(), {0, in.text("section"), in.text("custody"), in.text("place"),
                                  call.today(), call.caller().user, 0});
  return Reply::go("processing.reading", Json::object({{"reading", id}}));
}

Result<Reply> run_scan(Call& call, const Values& in) {
  METODICA_TRY(const Reading reading, reading_named(call.work(), in.integer("reading")));
  // The same code twice in a row is the scanner's echo: nothing to say about it.
  const auto added = add_scans(call, reading, {in.text("code")});
  if (!added && added.error().message != "shelves.no_codes")
    return Unexpected(added.error());
  return Reply::go("processing.reading", reading_args(reading));
}

Result<Reply> run_load(Call& call, const Values& in) {
  const auto id = InventoryNumber::parse({}, in.text("reading"));
  METODICA_TRY(const Reading reading, reading_named(call.work(), id ? id->number : 0));
  METODICA_TRY(const std::int64_t added, add_scans(call, reading, codes_in(in)));
  return Reply::go("processing.reading", reading_args(reading),
                   call.say()("shelves.loaded", {{"count", added}}));
}

Result<Reply> run_undo(Call& call, const Values& in) {
  METODICA_TRY(const Reading reading, reading_named(call.work(), in.integer("reading")));
  const bool undone = drop_last_scan(call.work(), reading.id);
  return Reply::go("processing.reading", reading_args(reading),
                   undone ? call.say()("shelves.undone") : std::string());
}

Result<Reply> again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Json& given = typed["reading"];
  const auto number = given.is_text()
                          ? InventoryNumber::parse({}, given.text())
                          : Result<InventoryNumber>(InventoryNumber{{}, given.integer()});
  return show_reading(call, number ? number->number : 0, typed, problems);
}

}  // namespace

void add_reading_screens(ActionList& actions) {
  const auto named = [](const char* action) {
    return [action](const Messages& say) {
      Form form = reading_form(say, action);
      form.reads();
      return form;
    };
  };
  constexpr const char* one = R"({"reading":1})";
  actions.push_back({"processing.readings",
                     ActionKind::read,
                     readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(readings_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(
      {"processing.reading_start",
       ActionKind::write,
       workers,
       "screen",
       reading_start_form,
       R"({"place":"Sala 1","section":"C"})",
       {},
       run_start,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(readings_screen(call, typed, problems));
       }});
  actions.push_back({"processing.reading",
                     ActionKind::read,
                     readers,
                     "screen",
                     named("processing.reading"),
                     one,
                     {},
                     [](Call& call, const Values& in) {
                       return show_reading(call, in.integer("reading"), {}, {});
                     },
                     {}});
  actions.push_back({"processing.reading_scan",
                     ActionKind::write,
                     workers,
                     "screen",
                     reading_scan_form,
                     R"({"reading":1,"code":"2817"})",
                     {},
                     run_scan,
                     again});
  actions.push_back({"processing.reading_load",
                     ActionKind::write,
                     workers,
                     "screen",
                     reading_load_form,
                     R"({"reading":"1","codes":"2817\n2818"})",
                     {},
                     run_load,
                     again});
  actions.push_back(
      {"processing.reading_undo",
       ActionKind::write,
       workers,
       "screen",
       [](const Messages& say) { return reading_form(say, "processing.reading_undo"); },
       one,
       {},
       run_undo,
       {}});
  actions.push_back({"processing.reading_report",
                     ActionKind::read,
                     readers,
                     "screen",
                     named("processing.reading_report"),
                     one,
                     {},
                     run_report,
                     {}});
  add_reading_papers(actions);
}

}  // namespace metodica::processing
