#include "modules/registers/opening_screens.hpp"

#include "modules/registers/breakdown_data.hpp"
#include "modules/registers/closing.hpp"
#include "modules/registers/opening.hpp"
#include "modules/registers/opening_csv.hpp"
#include "modules/registers/registers_forms.hpp"
#include "modules/registers/registers_papers.hpp"

namespace metodica::registers {
namespace {

constexpr Roles keepers = {Role::keeper, Role::manager};

/// What a person types: the registers; copies come from a file, the balance is computed from them.
Form start_form(const Messages& say) {
  Form form("opening", "registers.start", say("registers.open_send"));
  form.date("opened_on", say("registers.opened_on"))
      .required()
      .help(say("registers.opened_on_help"));
  form.text("minority_language", say("registers.minority_language"))
      .initial("hu")
      .longest(40)
      .help(say("registers.minority_language_help"));
  form.yes_no("restart_yearly", say("registers.restart_yearly"))
      .initial(true)
      .help(say("registers.restart_yearly_help"));
  Form& books = form.lines("registers", say("registers.inventory_registers"));
  books.lines_required(1);
  books.text("code", say("registers.register_code"))
      .required()
      .longest(20)
      .pattern("[a-z][a-z0-9_-]*", say("registers.register_code_meaning"));
  books.text("name", say("registers.register_name")).required().longest(80);
  Field& category = books.choice("category", say("registers.category")).required();
  for (const auto& column : category_columns()) {
    category.option(column.code, say.lang() == "en"   ? column.title_en
                                 : say.lang() == "hu" ? column.title_hu
                                                      : column.title_ro);
  }
  books.integer("last_number", say("registers.last_number")).min(std::int64_t{0});
  form.file("copies_csv", say("registers.copies_csv")).help(say("registers.copies_csv_help"));
  form.long_text("remarks", say("registers.remarks"));
  form.danger().confirm(say("registers.open_confirm"));
  return form;
}

Json usual_registers(const Messages& say) {
  Json::Array rows;
  for (const auto& [code, category] : {std::pair("carti", "book"), std::pair("seriale", "serial"),
                                       std::pair("audiovizuale", "audiovisual")}) {
    rows.push_back(Json::object({{"code", code},
                                 {"name", say(std::string("registers.usual.") + code)},
                                 {"category", category},
                                 {"last_number", 0}}));
  }
  return Json::object({{"restart_yearly", true}, {"registers", std::move(rows)}});
}

Result<Reply> run_start(Call& call, const Values& in) {
  Opening opening;
  opening.opened_on = in.date("opened_on");
  opening.minority_language = in.has("minority_language") ? in.text("minority_language") : "hu";
  opening.restart_yearly = in.yes("restart_yearly");
  opening.remarks = in.text("remarks");
  for (const Values& book : in.rows("registers")) {
    opening.registers.push_back({book.text("code"),
                                 book.text("name"),
                                 book.text("category"),
                                 book.integer("last_number"),
                                 {},
                                 -1});
  }
  if (in.has("copies_csv")) {
    METODICA_TRY(opening.copies, copies_from_csv(in.file("copies_csv").bytes));
  }
  METODICA_TRY(const StoredOpening stored, open(call, std::move(opening)));
  return Reply::go("registers.movement",
                   Json::object({{"year", stored.opened_on.year()}, {"part", 3}}),
                   call.say()("registers.opened", {{"count", stored.balance.whole.units}}));
}

Result<Reply> start_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(opening_screen(call, typed, problems));
}

Result<Reply> run_closing(Call& call) {
  const Messages& say = call.say();
  const auto opening = stored_opening(call.work());
  if (!opening)
    return Reply::screen(opening_screen(call, {}, {}));
  Screen screen("registers.closing", say("registers.closing_title"));
  screen.sub(say("registers.closing_sub"));
  Table table("years");
  table.column("year", say("registers.year"), CellKind::integer)
      .column("state", say("registers.col.state"), CellKind::tag);
  table.column("date", say("registers.col.date"), CellKind::date)
      .column("hash", say("registers.col.hash"));
  const std::int64_t through = closed_through(call.work());
  for (std::int64_t year = call.today().year(); year >= opening->opened_on.year(); --year) {
    const auto close = year_close(call.work(), year);
    table.row({Cell::link(std::to_string(year), "registers.movement",
                          Json::object({{"year", year}, {"part", 3}})),
               Cell::tag(say(close ? "registers.closed" : "registers.not_closed"),
                         close ? Level::good : Level::info),
               close ? close->closed_on.shown(say.lang()) : "",
               close ? close->hash.substr(0, 16) : ""});
  }
  screen.table(table);
  const std::int64_t next = through == 0 ? opening->opened_on.year() : through + 1;
  const Date today = call.today();
  if (next < today.year() || (next == today.year() && today.month() == 12)) {
    Form form("close", "registers.close", say("registers.close_send"));
    form.hidden("year");
    form.danger().confirm(say("registers.close_confirm"));
    screen.heading(say("registers.close_heading", {{"year", std::to_string(next)}}));
    screen.text(say("registers.close_text"));
    screen.form(form, say, Json::object({{"year", std::to_string(next)}}));
  }
  Button opening_paper{say("registers.print_opening"), "registers.opening_paper"};
  opening_paper.writes = true;
  Button check{say("registers.verify_send"), "registers.check"};
  screen.actions({opening_paper, check});
  return Reply::screen(screen);
}

Result<Reply> run_close(Call& call, const Values& in) {
  METODICA_TRY(const YearClose close, close_year(call, in.integer("year")));
  return Reply::go("registers.closing", Json::object(),
                   call.say()("registers.closed_notice",
                              {{"year", std::to_string(close.year)}, {"hash", close.hash}}));
}

Result<Reply> run_opening_paper(Call& call) {
  METODICA_TRY(std::string pdf, opening_pdf(call));
  return Reply::document("preluare.pdf", "application/pdf", std::move(pdf));
}

}  // namespace

Screen opening_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("registers.opening", say("registers.opening_heading"));
  screen.sub(say("registers.opening_sub"));
  screen.text(say("registers.opening_text"));
  screen.form(start_form(say), say, typed.is_object() ? typed : usual_registers(say), problems);
  return screen;
}

void add_opening_screens(ActionList& actions) {
  actions.push_back({"registers.opening",
                     ActionKind::read,
                     keepers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(opening_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(
      {"registers.start",
       ActionKind::write,
       keepers,
       "screen",
       start_form,
       R"({"opened_on":"2026-01-01","registers":[{"code":"carti","name":"Cărți","category":"book"}]})",
       {},
       run_start,
       start_again});
  actions.push_back({"registers.closing",
                     ActionKind::read,
                     {Role::keeper, Role::manager, Role::accountant},
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) { return run_closing(call); },
                     {}});
  actions.push_back(
      {"registers.close",
       ActionKind::write,
       keepers,
       "screen",
       close_form,
       R"({"year":2025})",
       {},
       run_close,
       [](Call& call, const Json&, const std::vector<Problem>& problems) -> Result<Reply> {
         METODICA_TRY(Reply reply, run_closing(call));
         reply.content().set("notice", call.say().of(problems.front()));
         return reply;
       }});
  actions.push_back({"registers.opening_paper",
                     ActionKind::paper,
                     {Role::keeper, Role::manager, Role::accountant},
                     "document",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) { return run_opening_paper(call); },
                     {}});
  add_check_screen(actions);
}

}  // namespace metodica::registers
