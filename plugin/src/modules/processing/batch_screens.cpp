#include "modules/processing/batch_screens.hpp"

#include "app/host_queue.hpp"
#include "bibliography/author_title.hpp"
#include "modules/processing/mark_batch.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/scheme_store.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t page_lines = 100;
constexpr std::int64_t shown_batches = 50;
constexpr std::size_t day_size = 10;

Form plan_form(const Messages& say) {
  Form form("batch", "processing.batch_plan", say("batches.plan_send"));
  Field& work = form.choice("work", say("batches.work")).initial("assign").required();
  for (const std::string_view one : {batch_work::assign, batch_work::remake})
    work.option(std::string(one), say("batches.work." + std::string(one)));
  add_choice_fields(form, say,
                    {choice::waiting, choice::lot, choice::section, choice::custody, choice::words,
                     choice::range, choice::copies});
  form.hidden("batch");  // set from the second slice on
  return form;
}

Form batch_form(const Messages& say, const char* action, const char* label) {
  Form form("one_batch", action, say(label));
  form.text("batch", say("batches.title")).required().longest(100);
  return form;
}

Form show_form(const Messages& say) {
  Form form = batch_form(say, "processing.batch", "common.open");
  form.reads();
  form.choice("only", say("batches.col.state"));
  form.hidden("after");
  return form;
}

std::string state_of_batch(const Messages& say, const MarkBatch& batch) {
  return say("batches.state." + batch.state);
}

Level level_of(const std::string& state) {
  if (state == "conflict" || state == "refused")
    return Level::bad;
  if (state == "changed")
    return Level::warn;
  return state == "given" ? Level::good : Level::info;
}

Table batches_table(Call& call) {
  const Messages& say = call.say();
  Table table("batches");
  table.column("when", say("batches.col.when"), CellKind::date);
  table.column("work", say("batches.work"));
  table.column("chosen", say("batches.col.chosen"));
  table.column("copies", say("processing.col.copies"), CellKind::integer);
  table.column("state", say("batches.col.state"), CellKind::tag);
  table.empty(say("batches.empty"));
  for (const MarkBatch& batch : newest_batches(call.work(), shown_batches)) {
    const auto day = Date::parse(batch.planned_at.substr(0, day_size));
    table.row({day ? day->shown(say.lang()) : std::string(),
               Cell::link(say("batches.work." + batch.work), "processing.batch",
                          Json::object({{"batch", batch.id}})),
               batch.chosen, shown_integer(batch.copies, say.lang()),
               Cell::tag(state_of_batch(say, batch), Level::info)});
  }
  return table;
}

Screen batches_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.batches", say("batches.title"));
  screen.sub(say("batches.sub"));
  screen.form(plan_form(say), say, typed, problems);
  screen.table(batches_table(call));
  return screen;
}

void add_figures(Call& call, const MarkBatch& batch, Screen& screen) {
  const Messages& say = call.say();
  const auto count = [&](const char* state) { return count_lines(call.work(), batch.id, state); };
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  std::vector<Figure> figures = {
      {say("batches.figure.all"), shown(batch.copies)},
      {say("batches.figure.change"), shown(count("planned"))},
      {say("batches.figure.same"), shown(count("same"))},
      {say("batches.figure.conflict"), shown(count("conflict") + count("refused"))}};
  if (batch.state != "planned" && batch.state != "planning") {
    figures.push_back({say("batches.figure.given"), shown(count("given"))});
    figures.push_back({say("batches.figure.restored"), shown(count("restored"))});
    const Json host = host_write_counts(call.work());
    figures.push_back({say("batches.figure.host"), shown(host["waiting"].integer())});
  }
  screen.figures(figures);
}

Table lines_table(Call& call, const MarkBatch& batch, const std::string& only, std::int64_t after) {
  const Messages& say = call.say();
  Table table("lines");
  table.column("number", say("batches.col.number"));
  table.column("title", say("batches.col.title"));
  table.column("before", say("batches.col.before"));
  table.column("planned", say("batches.col.planned"));
  table.column("state", say("batches.col.what"), CellKind::tag);
  table.empty(say("processing.preview_nothing"));
  const auto lines = batch_lines(call.work(), batch.id, only, after, page_lines);
  for (const BatchLine& line : lines) {
    const auto copy = registers::copy(call.work(), line.number);
    const Json args =
        Json::object({{"register", line.number.register_code}, {"number", line.number.number}});
    Cell mark(line.given.empty() ? line.planned : line.given);
    table.row({Cell::link(line.number.shown_with_register(), "processing.copy", args),
               Cell(copy ? copy->title : std::string()).note(copy ? copy->author : std::string()),
               line.before.empty() ? say("batches.without") : line.before,
               std::move(mark).note(line.reason.empty() ? second_mark_of(call.work(), line.number)
                                                        : line.reason),
               Cell::tag(say("batches.line." + line.state), level_of(line.state))});
  }
  Json args = Json::object({{"batch", batch.id}, {"only", only}});
  if (after > 0)
    table.first("processing.batch", args);
  if (static_cast<std::int64_t>(lines.size()) == page_lines)
    table.next("processing.batch", args.set("after", std::to_string(lines.back().position)));
  return table;
}

std::vector<Button> buttons_of(Call& call, const MarkBatch& batch) {
  const Messages& say = call.say();
  const Json args = Json::object({{"batch", batch.id}});
  std::vector<Button> buttons;
  const std::int64_t planned = count_lines(call.work(), batch.id, "planned");
  const std::int64_t given = count_lines(call.work(), batch.id, "given");
  if (planned > 0 && (batch.state == "planned" || batch.state == "applying")) {
    Button apply{say("batches.apply"), "processing.batch_apply", args};
    apply.primary = apply.writes = true;
    apply.confirm = say("batches.apply_ask", {{"count", planned}});
    buttons.push_back(apply);
  }
  if (given > 0 && batch.state != "planned") {
    Button undo{say("batches.undo"), "processing.batch_undo", args};
    undo.writes = true;
    undo.confirm = say("batches.undo_ask", {{"count", given}});
    buttons.push_back(undo);
    buttons.push_back({say("batches.labels"), "processing.labels"});
  }
  if (host_write_counts(call.work())["waiting"].integer() > 0) {
    Button retry{say("batches.retry"), "host.retry"};
    retry.writes = true;
    buttons.push_back(retry);
  }
  buttons.push_back({say("batches.back"), "processing.batches"});
  return buttons;
}

void add_state_tabs(Call& call, const MarkBatch& batch, const std::string& only, Screen& screen) {
  const Messages& say = call.say();
  const Json args = Json::object({{"batch", batch.id}});
  std::vector<Tab> tabs = {{say("batches.figure.all"), "processing.batch", args}};
  std::size_t at = 0;
  for (const char* state :
       {"planned", "conflict", "given", "refused", "restored", "changed", "same"}) {
    if (count_lines(call.work(), batch.id, state) == 0)
      continue;
    if (only == state)
      at = tabs.size();
    Json of_state = args;
    tabs.push_back({say(std::string("batches.line.") + state), "processing.batch",
                    of_state.set("only", state)});
  }
  screen.tabs(at, tabs);
}

// 0 when it names no position.
std::int64_t position_in(const std::string& text) {
  const auto number = InventoryNumber::parse({}, text);
  return number ? number->number : 0;
}

Result<Reply> run_batch(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const MarkBatch batch, open_batch(call, in.text("batch")));
  Screen screen("processing.batch",
                say("batches.of_title", {{"what", say("batches.work." + batch.work)}}));
  screen.sub(batch.chosen + " · " + state_of_batch(say, batch));
  add_figures(call, batch, screen);
  screen.actions(buttons_of(call, batch));
  add_state_tabs(call, batch, in.text("only"), screen);
  screen.table(lines_table(call, batch, in.text("only"), position_in(in.text("after"))));
  return Reply::screen(screen);
}

Reply show(const std::string& id, std::string notice = {}) {
  return Reply::go("processing.batch", Json::object({{"batch", id}}), std::move(notice));
}

Result<Reply> run_plan(Call& call, const Values& in) {
  const std::string& id = in.text("batch");
  MarkBatch batch;
  if (id.empty()) {
    METODICA_TRY(batch, begin_batch(call, in.text("work"), read_choice(in)));
  } else {
    METODICA_TRY(batch, open_batch(call, id));
  }
  METODICA_TRY(const BatchProgress progress, plan_slice(call, batch));
  if (!progress.finished()) {
    Json next = in.json();
    next.set("batch", batch.id);
    return Reply::progress(progress.done, progress.of, std::move(next));
  }
  set_batch_state(call.work(), batch.id, "planned");
  return show(batch.id);
}

Unexpected not_ready(const Messages& say, const MarkBatch& batch) {
  return Unexpected(
      Problem(METODICA_CONFLICT, "batches.not_ready", {{"state", state_of_batch(say, batch)}})
          .at("batch"));
}

/// A step of a batch: from which states it may be gone, and what it makes of the lines.
struct BatchStep {
  std::vector<std::string_view> from;
  std::string_view going, gone;
  Result<BatchProgress> (*slice)(Call&, const MarkBatch&);
  const char* notice;
  const char* done_state;
  const char* left_state;
};

Result<Reply> run_step(Call& call, const Values& in, const BatchStep& step) {
  METODICA_TRY(const MarkBatch batch, open_batch(call, in.text("batch")));
  bool ready = false;
  for (const std::string_view state : step.from)
    ready = ready || batch.state == state;
  if (!ready)
    return not_ready(call.say(), batch);
  METODICA_TRY(const BatchProgress progress, step.slice(call, batch));
  if (!progress.finished()) {
    set_batch_state(call.work(), batch.id, step.going);
    return Reply::progress(progress.done, progress.of, Json::object({{"batch", batch.id}}));
  }
  set_batch_state(call.work(), batch.id, step.gone);
  return show(
      batch.id,
      call.say()(step.notice, {{"given", count_lines(call.work(), batch.id, step.done_state)},
                               {"refused", count_lines(call.work(), batch.id, step.left_state)}}));
}

Result<Reply> run_apply(Call& call, const Values& in) {
  return run_step(call, in,
                  {{"planned", "applying"},
                   "applying",
                   "applied",
                   apply_slice,
                   "batches.applied",
                   "given",
                   "refused"});
}

Result<Reply> run_undo(Call& call, const Values& in) {
  return run_step(call, in,
                  {{"applied", "applying", "undoing"},
                   "undoing",
                   "undone",
                   undo_slice,
                   "batches.undone",
                   "restored",
                   "changed"});
}

Result<Reply> run_lines(Call& call, const Values& in) {
  METODICA_TRY(const MarkBatch batch, open_batch(call, in.text("batch")));
  Json::Array lines;
  for (const BatchLine& line :
       batch_lines(call.work(), batch.id, in.text("only"), in.integer("after"), 1000)) {
    lines.push_back(Json::object({{"position", line.position},
                                  {"register", line.number.register_code},
                                  {"number", line.number.number},
                                  {"before", line.before},
                                  {"planned", line.planned},
                                  {"given", line.given},
                                  {"state", line.state},
                                  {"reason", line.reason}}));
  }
  return Reply::data(Json::object(
      {{"state", batch.state}, {"copies", batch.copies}, {"lines", std::move(lines)}}));
}

Form lines_form(const Messages& say) {
  Form form = batch_form(say, "processing.batch_lines", "common.open");
  form.reads();
  form.text("only", say("batches.col.state")).longest(20);
  form.integer("after", say("call_numbers.position")).min(std::int64_t{0});
  return form;
}

constexpr std::string_view lines_schema =
    R"({"type":"object","required":["state","copies","lines"],"properties":{
"state":{"type":"string"},"copies":{"type":"integer"},"lines":{"type":"array"}}})";

Result<Reply> batches_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(batches_screen(call, typed, problems));
}

}  // namespace

void add_batch_screens(ActionList& actions) {
  const auto add = [&](const char* name, ActionKind kind, auto form, const char* example,
                       auto run) {
    actions.push_back({name, kind, workers, "screen", form, example, {}, run, {}});
  };
  constexpr const char* one = R"({"batch":"01890c8e-0000-7000-8000-000000000001"})";
  add("processing.batches", ActionKind::read, no_arguments, "{}",
      [](Call& call, const Values&) -> Result<Reply> {
        return Reply::screen(batches_screen(call, {}, {}));
      });
  add("processing.batch", ActionKind::read, show_form, one, run_batch);
  add("processing.batch_plan", ActionKind::write, plan_form, R"({"work":"remake","which":"section",
      "section":"C"})",
      run_plan);
  actions.back().again = batches_again;
  add(
      "processing.batch_apply", ActionKind::write,
      [](const Messages& say) {
        return batch_form(say, "processing.batch_apply", "batches.apply");
      },
      one, run_apply);
  add(
      "processing.batch_undo", ActionKind::write,
      [](const Messages& say) { return batch_form(say, "processing.batch_undo", "batches.undo"); },
      one, run_undo);
  actions.push_back({"processing.batch_lines",
                     ActionKind::read,
                     workers,
                     "data",
                     lines_form,
                     one,
                     std::string(lines_schema),
                     run_lines,
                     {}});
}

}  // namespace metodica::processing
