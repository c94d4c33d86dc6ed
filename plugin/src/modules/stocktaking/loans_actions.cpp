#include "modules/stocktaking/loans_actions.hpp"

#include <algorithm>

#include "modules/registers/api.hpp"

namespace metodica::stocktaking {
namespace {

constexpr std::int64_t loans_shown = 100;

Form loans_form(const Messages& say) {
  Form form("loans", "stocktaking.loans", say("common.open"));
  form.reads();
  form.text("after", say("stocktaking.barcode")).longest(60);
  return form;
}

Form lend_form(const Messages& say) {
  Form form("lend", "stocktaking.lend", say("stocktaking.lend_send"));
  form.barcode("barcode", say("stocktaking.barcode")).required();
  form.date("since", say("stocktaking.lent_on"));
  form.date("due", say("stocktaking.lent_until"));
  return form;
}

Form give_back_form(const Messages& say) {
  Form form("give_back", "stocktaking.give_back", say("stocktaking.given_back"));
  form.barcode("barcode", say("stocktaking.barcode")).required();
  return form;
}

Result<HostLoansList*> list_of(Call& call) {
  if (!call.host().loans_list)
    return Unexpected({METODICA_UNSUPPORTED, "stocktaking.no_loans_list"});
  return call.host().loans_list.get();
}

std::string shown_day(const Json& day, const Messages& say) {
  const auto date = Date::parse(day.text());
  return date ? date->shown(say.lang()) : "";
}

Table loans_table(Call& call, const std::vector<Json>& lines) {
  const Messages& say = call.say();
  Table table("loans");
  table.column("barcode", say("stocktaking.barcode"));
  table.column("number", say("stocktaking.number"));
  table.column("title", say("stocktaking.title"));
  table.column("since", say("stocktaking.lent_on"), CellKind::date);
  table.column("due", say("stocktaking.lent_until"), CellKind::date);
  table.empty(say("stocktaking.no_loans"));
  for (const Json& line : lines) {
    const std::string& barcode = line["barcode"].text();
    const auto copy = registers::copy_by_barcode(call.work(), barcode);
    Button back{say("stocktaking.given_back"), "stocktaking.give_back",
                Json::object({{"barcode", barcode}})};
    back.writes = true;
    table.row({barcode, copy ? copy->number.shown_with_register() : "",
               copy ? Cell(copy->title).note(copy->author) : Cell(""),
               shown_day(line["since"], say), shown_day(line["due"], say)},
              {std::move(back)});
  }
  return table;
}

Result<Screen> loans_screen(Call& call, const std::string& after, const Json& typed,
                            const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(HostLoansList * list, list_of(call));
  METODICA_TRY(const auto lines, list->list(call.host_context(), after, loans_shown));
  Screen screen("stocktaking.loans", say("stocktaking.loans"));
  screen.sub(say("stocktaking.loans_sub"));
  const Json usual = Json::object({{"since", call.today().iso()}});
  screen.form(lend_form(say), say, typed.is_object() ? typed : usual, problems);
  Table table = loans_table(call, lines);
  if (static_cast<std::int64_t>(lines.size()) == loans_shown)
    table.next("stocktaking.loans", Json::object({{"after", lines.back()["barcode"].text()}}));
  if (!after.empty())
    table.first("stocktaking.loans", Json::object());
  screen.table(table);
  return screen;
}

Result<Reply> run_loans(Call& call, const Values& in) {
  METODICA_TRY(const Screen screen, loans_screen(call, in.text("after"), {}, {}));
  return Reply::screen(screen);
}

Result<Reply> loans_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  METODICA_TRY(const Screen screen, loans_screen(call, "", typed, problems));
  return Reply::screen(screen);
}

/// What the host said of the one copy it was told about.
Result<void> settled(const std::vector<WriteOutcome>& outcomes) {
  const bool done = outcomes.size() == 1 && outcomes.front().is_done();
  if (done)
    return {};
  const std::string code = outcomes.empty() ? "" : outcomes.front().code;
  return Unexpected(
      Problem(METODICA_INVALID, "stocktaking.loan_refused", {{"code", code}}).at("barcode"));
}

Result<Reply> run_lend(Call& call, const Values& in) {
  METODICA_TRY(HostLoansList * list, list_of(call));
  const Date since = in.date("since");
  const Date due = in.date("due");
  if (!since.none() && since > call.today())
    return invalid("stocktaking.lent_in_future", {}, "since");
  if (!since.none() && !due.none() && due < since)
    return invalid("stocktaking.due_before_lent", {}, "due");
  Json item = Json::object({{"barcode", in.text("barcode")}});
  if (!since.none())
    item.set("since", since.iso());
  if (!due.none())
    item.set("due", due.iso());
  METODICA_TRY(const auto outcomes, list->add(call.host_context(), {std::move(item)}));
  METODICA_CHECK(settled(outcomes));
  return Reply::go("stocktaking.loans", Json::object(),
                   call.say()("stocktaking.loan_listed", {{"barcode", in.text("barcode")}}));
}

Result<Reply> run_give_back(Call& call, const Values& in) {
  METODICA_TRY(HostLoansList * list, list_of(call));
  const Json item = Json::object({{"barcode", in.text("barcode")}});
  METODICA_TRY(const auto outcomes, list->remove(call.host_context(), {item}));
  METODICA_CHECK(settled(outcomes));
  return Reply::go("stocktaking.loans", Json::object(),
                   call.say()("stocktaking.loan_ended", {{"barcode", in.text("barcode")}}));
}

}  // namespace

void add_loan_actions(ActionList& actions) {
  actions.push_back({"stocktaking.loans",
                     ActionKind::read,
                     {Role::librarian, Role::keeper, Role::commission, Role::manager},
                     "screen",
                     loans_form,
                     "{}",
                     {},
                     run_loans,
                     {}});
  const Roles lenders = {Role::librarian, Role::keeper};
  actions.push_back({"stocktaking.lend",
                     ActionKind::write,
                     lenders,
                     "screen",
                     lend_form,
                     R"({"barcode":"RO1000123","since":"2026-06-01","due":"2026-06-15"})",
                     {},
                     run_lend,
                     loans_again});
  actions.push_back({"stocktaking.give_back",
                     ActionKind::write,
                     lenders,
                     "screen",
                     give_back_form,
                     R"({"barcode":"RO1000123"})",
                     {},
                     run_give_back,
                     loans_again});
}

MenuEntry loans_menu_entry() {
  MenuEntry entry{"stocktaking.loans",
                  "menu.stocktaking.loans",
                  30,
                  {"librarian", "keeper", "commission", "manager"},
                  "stocktaking.loans",
                  "stocktaking"};
  entry.needs = "loans_list";
  return entry;
}

}  // namespace metodica::stocktaking
