// The plan of a shift (mutarea la raft), and the thickness of books that it goes by.

#include "app/settings.hpp"
#include "modules/processing/processing_papers.hpp"  // columns of the lists that these screens print
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/shelves_forms.hpp"
#include "modules/processing/shelves_screens.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t pages_at_once = 500;

struct ShiftRequest {
  std::int64_t room = 0;
  ShiftWish wish;
  bool loans_away = false;
};

ShiftRequest read_shift(const Values& in) {
  ShiftRequest request;
  request.room = in.integer("room");
  request.wish.free_permille = in.integer("free", 25) * 10;
  const std::string& breaks = in.text("breaks");
  const bool known = breaks.size() == 1 && breaks[0] >= '0' && breaks[0] <= '3';
  request.wish.break_digits = known ? breaks[0] - '0' : 0;
  request.loans_away = in.yes("loans");
  return request;
}

Json shift_args(const Values& in) {
  Json args = Json::object({{"room", in.integer("room")}, {"free", in.integer("free", 25)}});
  if (in.has("breaks"))
    args.set("breaks", in.text("breaks"));
  if (in.yes("loans"))
    args.set("loans", "1");
  return args;
}

std::string bay_name(const std::vector<Bay>& bays, std::int64_t id) {
  for (const Bay& bay : bays) {
    if (bay.id == id)
      return bay.name;
  }
  return {};
}

Table plan_table(Call& call, const PlannedShift& planned) {
  const Messages& say = call.say();
  const auto its_bays = bays(call.work(), planned.room.id);
  Table table("plan");
  table.column("bay", say("shelves.bay"));
  table.column("shelf", say("shelves.shelf"), CellKind::integer);
  table.column("first", say("shelves.col.begins"));
  table.column("last", say("shelves.col.ends"));
  table.column("copies", say("processing.col.copies"), CellKind::integer);
  table.column("fill", say("shelves.fill"), CellKind::integer);
  table.column("now", say("shelves.col.now"));
  for (std::size_t i = 0; i < planned.boards.size(); ++i) {
    const Board& board = planned.boards[i].board;
    const BoardLoad& load = planned.plan.boards[i];
    table.row({bay_name(its_bays, board.bay), std::to_string(board.position),
               load.copies == 0 ? say("shelves.stays_empty") : load.first, load.last,
               shown_integer(load.copies, say.lang()),
               shown_percent(fill_permille(load.width_um, 0, board.length_mm)), board.first_mark});
  }
  return table;
}

std::string verdict_of(const Messages& say, const ShiftPlan& plan) {
  return say("shelves.lacking",
             {{"count", plan.left_over}, {"length", shown_metres(say, plan.lacking_mm)}});
}

Result<Reply> run_shift(Call& call, const Values& in) {
  const Messages& say = call.say();
  const ShiftRequest request = read_shift(in);
  METODICA_TRY(const PlannedShift planned,
               plan_for(call, request.room, request.wish, request.loans_away));
  Screen screen("processing.shift", say("shelves.shift_title", {{"room", planned.room.name}}));
  screen.sub(say("shelves.shift_sub"));
  Form form = shift_form(say, "processing.shift");
  form.reads();
  screen.form(form, say, shift_args(in));
  if (planned.plan.left_over > 0)
    screen.say(verdict_of(say, planned.plan), Level::bad);
  else
    screen.say(say("shelves.all_fit", {{"count", planned.copies}}), Level::good);
  screen.table(plan_table(call, planned));
  Button print{say("shelves.shift_print"), "processing.shift_paper", shift_args(in)};
  print.writes = true;
  Button apply{say("shelves.shift_apply"), "processing.shift_apply", shift_args(in)};
  apply.writes = true;
  apply.confirm = say("shelves.shift_confirm");
  screen.actions({print, apply, {say("shelves.to_shelves"), "processing.shelves"}});
  return Reply::screen(screen);
}

Result<Reply> run_apply(Call& call, const Values& in) {
  const ShiftRequest request = read_shift(in);
  METODICA_TRY(const PlannedShift planned,
               plan_for(call, request.room, request.wish, request.loans_away));
  METODICA_CHECK(keep_plan(call, planned));
  return Reply::go("processing.shelves", Json::object(),
                   call.say()("shelves.shift_applied", {{"name", planned.room.name}}));
}

FlowTable plan_part(Call& call, const PlannedShift& planned) {
  const Messages& say = call.say();
  const auto its_bays = bays(call.work(), planned.room.id);
  FlowTable table;
  table.columns = {
      text_column(say("shelves.bay"), 30),           text_column(say("shelves.shelf"), 14),
      weighted_column(say("shelves.col.begins"), 2), weighted_column(say("shelves.col.ends"), 2),
      text_column(say("processing.col.copies"), 20), text_column(say("shelves.fill"), 18),
      text_column(say("shelves.col.done"), 14)};
  for (std::size_t i = 0; i < planned.boards.size(); ++i) {
    const Board& board = planned.boards[i].board;
    const BoardLoad& load = planned.plan.boards[i];
    table.rows.push_back(
        {RowKind::entry,
         {bay_name(its_bays, board.bay), std::to_string(board.position),
          load.copies == 0 ? say("shelves.stays_empty") : load.first, load.last,
          std::to_string(load.copies),
          shown_percent(fill_permille(load.width_um, 0, board.length_mm)), std::string()}});
  }
  return table;
}

Result<Reply> run_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  const ShiftRequest request = read_shift(in);
  METODICA_TRY(const PlannedShift planned,
               plan_for(call, request.room, request.wish, request.loans_away));
  FlowPaper paper;
  paper.paper = library_paper(call, say("shelves.shift_title", {{"room", planned.room.name}}), {});
  mark_issue(call, "shift/" + std::to_string(planned.room.id), paper.paper);
  paper.blocks.emplace_back(Paragraph{
      say("shelves.shift_said", {{"free", in.integer("free", 25)}, {"count", planned.copies}})});
  if (planned.plan.left_over > 0)
    paper.blocks.emplace_back(Paragraph{verdict_of(say, planned.plan), Align::left, true});
  paper.blocks.emplace_back(plan_part(call, planned));
  paper.blocks.emplace_back(Signatures{"", {{say("processing.signed_by"), ""}}});
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document("mutarea-la-raft.pdf", "application/pdf", std::move(pdf));
}

Screen widths_screen(Call& call, const Json& typed, const std::vector<Problem>& problems,
                     const Json& after = {}) {
  const Messages& say = call.say();
  Screen screen("processing.widths", say("shelves.widths_title"));
  screen.sub(say("shelves.widths_sub"));
  screen.form(widths_form(say), say,
              typed.is_object() ? typed : widths_values(book_widths(call.work())), problems);
  screen.group(say("shelves.pages_heading"), [&](Screen& inside) {
    inside.text(say("shelves.pages_known",
                    {{"count", static_cast<std::int64_t>(all_pages(call.work()).size())}}));
    Button learn{say(after.is_object() ? "shelves.pages_go_on" : "shelves.pages_learn"),
                 "processing.pages_learn", after.is_object() ? after : Json::object()};
    learn.writes = true;
    learn.primary = after.is_object();
    inside.actions({learn});
    inside.form(csv_form(say, "pages_load", "processing.pages_load", "shelves.pages_help"), say);
  });
  screen.actions({{say("shelves.to_shelves"), "processing.shelves"}});
  return screen;
}

Result<Reply> run_widths_save(Call& call, const Values& in) {
  METODICA_TRY(const BookWidths widths, read_widths_form(in));
  replace_widths(call.work(), widths);
  return Reply::go("processing.widths", Json::object(), call.say()("shelves.widths_saved"));
}

Form learn_form(const Messages& say) {
  Form form("pages_learn", "processing.pages_learn", say("shelves.pages_learn"));
  form.hidden("register");
  form.hidden("after");
  return form;
}

Result<Reply> run_learn(Call& call, const Values& in) {
  const auto number = InventoryNumber::parse(in.text("register"), in.text("after"));
  METODICA_TRY(const InventoryNumber last,
               learn_pages(call, number ? *number : InventoryNumber(), pages_at_once));
  Json args = Json::object();
  if (last.number != 0)
    args.set("register", last.register_code).set("after", last.shown());
  return Reply::go("processing.widths", args,
                   call.say()(last.number == 0 ? "shelves.pages_learned" : "shelves.pages_part"));
}

Result<Reply> run_pages_load(Call& call, const Values& in) {
  METODICA_TRY(const PagesLoaded loaded, load_pages(call, in.file("file").bytes));
  return Reply::go(
      "processing.widths", Json::object(),
      call.say()("shelves.pages_loaded", {{"count", loaded.kept}, {"unknown", loaded.unknown}}));
}

Result<Reply> widths_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(widths_screen(call, typed, problems));
}

void add_width_screens(ActionList& actions) {
  actions.push_back({"processing.widths",
                     ActionKind::read,
                     readers,
                     "screen",
                     [](const Messages& say) {
                       Form form("widths_at", "processing.widths", say("common.open"));
                       form.reads();
                       form.hidden("register");
                       form.hidden("after");
                       return form;
                     },
                     "{}",
                     {},
                     [](Call& call, const Values& in) -> Result<Reply> {
                       const Json after = in.has("after") ? in.json() : Json();
                       return Reply::screen(widths_screen(call, {}, {}, after));
                     },
                     {}});
  actions.push_back({"processing.widths_save",
                     ActionKind::write,
                     workers,
                     "screen",
                     widths_form,
                     R"({"leaf":"0,1","cover":"4","classes":[{"class":"82","mm":"22"}]})",
                     {},
                     run_widths_save,
                     widths_again});
  actions.push_back({"processing.pages_learn",
                     ActionKind::write,
                     workers,
                     "screen",
                     learn_form,
                     "{}",
                     {},
                     run_learn,
                     {}});
  actions.push_back({"processing.pages_load",
                     ActionKind::write,
                     workers,
                     "screen",
                     [](const Messages& say) {
                       return csv_form(say, "pages_load", "processing.pages_load",
                                       "shelves.pages_help");
                     },
                     R"({"file":{"name":"pagini.csv","base64":"QjEwMDEsMzAwCg=="}})",
                     {},
                     run_pages_load,
                     [](Call& call, const Json&, const std::vector<Problem>& problems) {
                       return widths_again(call, {}, problems);
                     }});
}

}  // namespace

void add_shift_screens(ActionList& actions) {
  constexpr const char* example = R"({"room":1,"free":25,"breaks":"1"})";
  const auto form_of = [](const char* action) {
    return [action](const Messages& say) {
      Form form = shift_form(say, action);
      if (std::string_view(action) == "processing.shift")
        form.reads();
      return form;
    };
  };
  // The room alone is enough to begin with: a quarter of each shelf is left free.
  const auto opening = [](const Messages& say) {
    Form form("shift", "processing.shift", say("shelves.shift_send"));
    form.reads();
    form.integer("room", say("shelves.room")).required().min(std::int64_t{1});
    form.integer("free", say("shelves.free")).min(std::int64_t{0}).max(std::int64_t{90});
    form.choice("breaks", say("shelves.breaks"));
    form.yes_no("loans", say("shelves.loans_away"));
    return form;
  };
  actions.push_back({"processing.shift",
                     ActionKind::read,
                     readers,
                     "screen",
                     opening,
                     example,
                     {},
                     run_shift,
                     {}});
  actions.push_back({"processing.shift_apply",
                     ActionKind::write,
                     workers,
                     "screen",
                     form_of("processing.shift_apply"),
                     example,
                     {},
                     run_apply,
                     {}});
  actions.push_back({"processing.shift_paper",
                     ActionKind::paper,
                     readers,
                     "document",
                     form_of("processing.shift_paper"),
                     example,
                     {},
                     run_paper,
                     {}});
  add_width_screens(actions);
}

}  // namespace metodica::processing
