#include "modules/registers/registers_screens.hpp"

#include <algorithm>

#include "modules/registers/closing.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/movement_screens.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/opening.hpp"
#include "modules/registers/opening_screens.hpp"
#include "modules/registers/registers_forms.hpp"
#include "modules/registers/registers_papers.hpp"
#include "text/numbers.hpp"

namespace metodica::registers {
namespace {

constexpr Roles readers = {Role::reader,  Role::librarian,  Role::keeper,       Role::commission,
                           Role::manager, Role::accountant, Role::methodologist};
constexpr std::int64_t page_lines = 200;

Form inventory_form(const Messages& say) {
  Form form("inventory", "registers.inventory", say("common.search"));
  form.reads();
  form.text("register", say("registers.register")).longest(20);
  form.text("text", say("registers.search")).help(say("registers.search_help"));
  form.integer("after", say("registers.after"));
  form.text("after_register", say("registers.after")).longest(20);
  return form;
}

std::string copy_state(const Messages& say, const CopyLine& line) {
  if (!line.gone)
    return say("registers.state_present");
  return say("registers.state_gone",
             {{"exit", std::to_string(line.exit_number) + "/" + std::to_string(line.exit_year)}});
}

Result<Reply> run_inventory(Call& call, const Values& in) {
  const Messages& say = call.say();
  if (!is_open(call.work()))
    return Reply::screen(opening_screen(call, {}, {}));
  const auto books = inventory_registers(call.work());
  const std::string code =
      in.has("register") || books.empty() ? in.text("register") : books.front().code;
  Screen screen("registers.inventory", say("registers.inventory_title"));
  std::vector<Tab> tabs;
  std::size_t at = 0;
  for (const auto& book : books) {
    if (book.code == code)
      at = tabs.size();
    tabs.push_back({book.name, "registers.inventory", Json::object({{"register", book.code}})});
  }
  screen.sub(say("registers.inventory_sub")).tabs(at, tabs);
  Form search("search", "registers.inventory", say("common.search"));
  search.reads();
  search.hidden("register");
  search.text("text", say("registers.search")).help(say("registers.search_help"));
  screen.form(search, say, Json::object({{"register", code}, {"text", in.text("text")}}));
  CopyFilter filter;
  filter.register_code = code;
  filter.with_gone = true;
  filter.text = in.text("text");
  filter.limit = page_lines + 1;
  if (in.has("after"))
    filter.after = {code, in.integer("after")};
  auto lines = copies(call.work(), filter);
  const bool more = static_cast<std::int64_t>(lines.size()) > page_lines;
  if (more)
    lines.pop_back();
  Table table("inventory");
  table.column("number", say("registers.col.inventory_number"), CellKind::integer);
  table.column("date", say("registers.col.date"), CellKind::date);
  table.column("title", say("registers.col.author_title"));
  table.column("publication", say("registers.col.publication"));
  table.column("value", say("registers.col.price"), CellKind::money);
  table.column("call_number", say("registers.col.udc"));
  table.column("custody", say("registers.col.custody"));
  table.column("state", say("registers.col.state"), CellKind::tag);
  table.empty(say("registers.no_lines"));
  for (const auto& line : lines) {
    const Json args =
        Json::object({{"register", line.number.register_code}, {"number", line.number.number}});
    table.row({Cell::link(line.number.shown(), "registers.copy", args),
               line.registered_on.shown(say.lang()), Cell(line.title).note(line.author),
               line.publication, line.value.shown(say.lang()),
               Cell(line.call_number).note(line.udc), line.custody,
               Cell::tag(copy_state(say, line), line.gone ? Level::warn : Level::good)});
  }
  if (in.has("after"))
    table.first("registers.inventory",
                Json::object({{"register", code}, {"text", in.text("text")}}));
  if (more) {
    table.next("registers.inventory", Json::object({{"register", code},
                                                    {"text", in.text("text")},
                                                    {"after", lines.back().number.number}}));
  }
  screen.table(table);
  screen.actions({paper_button(say("registers.print_ri"), "registers.ri_paper",
                               Json::object({{"register", code}}))});
  return Reply::screen(screen);
}

Form copy_form(const Messages& say) {
  Form form("copy", "registers.copy", say("common.open"));
  form.reads();
  form.text("register", say("registers.register")).required().longest(20);
  form.integer("number", say("registers.number")).required().min(std::int64_t{1});
  return form;
}

Result<Reply> run_copy(Call& call, const Values& in) {
  const Messages& say = call.say();
  const auto lines = register_lines(call.work(), in.text("register"), in.integer("number"),
                                    in.integer("number"), 1);
  if (lines.empty()) {
    return Unexpected(
        {METODICA_NOT_FOUND,
         "registers.copy_unknown",
         {{"number", std::to_string(in.integer("number"))}, {"register", in.text("register")}}});
  }
  const RegisterLine& line = lines.front();
  Screen screen("registers.copy",
                say("registers.copy_title", {{"number", std::to_string(line.entry.number)}}));
  screen.sub(line.entry.isbd);
  if (line.gone) {
    screen.say(
        say("registers.copy_is_gone",
            {{"cause", say("cause." + line.exit.cause)},
             {"act", line.exit.act_number + "/" + line.exit.act_date.shown(say.lang())},
             {"exit", std::to_string(line.exit.number) + "/" + std::to_string(line.exit.year)}}),
        Level::warn);
  }
  Table table("facts");
  table.column("name", say("registers.fact")).column("value", say("registers.fact_value"));
  const auto fact = [&](const std::string& label, const std::string& value) {
    if (!value.empty())
      table.row({say(label), value});
  };
  fact("registers.col.date", line.entry.registered_on.shown(say.lang()));
  fact("registers.col.price", line.entry.value.shown(say.lang()) + " " + say("registers.lei"));
  if (line.entry.lot_number > 0) {
    fact("registers.col.lot",
         std::to_string(line.entry.lot_number) + "/" + std::to_string(line.entry.lot_year));
  }
  fact("registers.entry_act", line.entry.entry_act);
  fact("registers.language", line.entry.language_column);
  fact("registers.by_content", line.entry.content_column);
  fact("registers.udc", line.udc);
  fact("registers.call_number", line.call_number);
  fact("registers.custody", line.custody);
  fact("registers.barcode", line.barcode);
  for (const auto& check : line.checks)
    fact("registers.col.checks", check);
  for (const auto& remark : line.remarks)
    fact("registers.remarks", remark);
  screen.table(table);
  return Reply::screen(screen);
}

Result<Reply> document(std::string name, Result<std::string> pdf) {
  if (!pdf)
    return Unexpected(std::move(pdf).error());
  return Reply::document(std::move(name), "application/pdf", *std::move(pdf));
}

Result<Reply> run_rmf_paper(Call& call, const Values& in) {
  const std::int64_t year = in.integer("year");
  const std::int64_t part = in.integer("part");
  return document("RMF-" + std::to_string(year) + "-" + std::to_string(part) + ".pdf",
                  rmf_pdf(call, year, part));
}

Result<Reply> run_ri_paper(Call& call, const Values& in) {
  return document("RI-" + in.text("register") + ".pdf",
                  ri_pdf(call, in.text("register"), in.integer("from", 1), in.integer("to")));
}

}  // namespace

std::vector<MenuEntry> menu_entries() {
  const std::vector<std::string> all = {"reader",  "librarian",  "keeper",       "commission",
                                        "manager", "accountant", "methodologist"};
  return {{"registers.movement", "menu.registers.rmf", 10, all, "registers.movement", "registers"},
          {"registers.inventory", "menu.registers.ri", 20, all, "registers.inventory", "registers"},
          {"registers.closing",
           "menu.registers.closing",
           30,
           {"keeper", "manager", "accountant"},
           "registers.closing",
           "registers"}};
}

void add_screen_actions(ActionList& actions) {
  const auto add = [&](std::string name, ActionKind kind, std::string reply, auto form,
                       std::string example, auto run) {
    actions.push_back(
        {std::move(name), kind, readers, std::move(reply), form, std::move(example), {}, run, {}});
  };
  add("registers.movement", ActionKind::read, "screen", movement_form, R"({"year":2026,"part":1})",
      run_movement);
  add("registers.lot", ActionKind::read, "screen", lot_form, R"({"part":1,"year":2026,"number":1})",
      run_lot);
  add("registers.inventory", ActionKind::read, "screen", inventory_form, "{}", run_inventory);
  add("registers.copy", ActionKind::read, "screen", copy_form,
      R"({"register":"carti","number":112})", run_copy);
  add("registers.rmf_paper", ActionKind::paper, "document", rmf_form, R"({"year":2026,"part":1})",
      run_rmf_paper);
  add("registers.ri_paper", ActionKind::paper, "document", ri_form, R"({"register":"carti"})",
      run_ri_paper);
  add_opening_screens(actions);
}

}  // namespace metodica::registers
