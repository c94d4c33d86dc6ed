#include "modules/acquisition/acquisition_screens.hpp"

#include "modules/acquisition/acquisition_forms.hpp"
#include "modules/acquisition/acquisition_papers.hpp"
#include "modules/acquisition/acquisition_store.hpp"
#include "modules/acquisition/draft.hpp"
#include "text/numbers.hpp"

namespace metodica::acquisition {
namespace {

constexpr Roles readers = {Role::reader,  Role::librarian,  Role::keeper,       Role::commission,
                           Role::manager, Role::accountant, Role::methodologist};
constexpr Roles workers = {Role::librarian, Role::keeper};
constexpr std::int64_t page_acts = 100;

Cell state_cell(const Messages& say, const Act& act) {
  switch (act.state) {
    case ActState::signed_off:
      return Cell::tag(say("acquisition.state_signed"), Level::good);
    case ActState::cancelled:
      return Cell::tag(say("acquisition.state_cancelled"), Level::info);
    default:
      return Cell::tag(say("acquisition.state_draft"), Level::warn);
  }
}

Table acts_table(Call& call, std::string_view before) {
  const Messages& say = call.say();
  Table table("acts");
  table.column("act", say("acquisition.act")).column("source", say("acquisition.source"));
  table.column("date", say("acquisition.registered_on"), CellKind::date);
  table.column("lot", say("acquisition.rmf_row"));
  table.column("value", say("acquisition.value"), CellKind::money);
  table.column("state", say("acquisition.state"), CellKind::tag);
  table.empty(say("acquisition.no_acts"));
  auto found = acts(call.work(), before, page_acts + 1);
  const bool more = static_cast<std::int64_t>(found.size()) > page_acts;
  if (more)
    found.pop_back();
  for (const auto& act : found) {
    const bool entered = act.state == ActState::signed_off;
    const std::string lot = std::to_string(act.lot_number) + "/" + std::to_string(act.lot_year);
    table.row(
        {Cell::link(act_name(say, act), "acquisition.act", Json::object({{"id", act.id}}))
             .note(act.partner),
         say("source." + act.source), entered ? act.registered_on.shown(say.lang()) : std::string(),
         entered
             ? Cell::link(
                   lot, "registers.lot",
                   Json::object({{"part", 1}, {"year", act.lot_year}, {"number", act.lot_number}}))
             : Cell(""),
         entered ? act.value.shown(say.lang()) : std::string(), state_cell(say, act)});
  }
  if (more)
    table.next("acquisition.acts", Json::object({{"before", found.back().id}}));
  if (!before.empty())
    table.first("acquisition.acts", Json::object());
  return table;
}

Result<Reply> run_acts(Call& call, const Values& in) {
  const Messages& say = call.say();
  Screen screen("acquisition.acts", say("acquisition.acts_title"));
  screen.sub(say("acquisition.acts_sub"));
  if (!registers::is_open(call.work())) {
    screen.say(say("registers.not_opened") + " " + say("registers.not_opened.hint"), Level::warn);
    return Reply::screen(screen);
  }
  Button start{say("acquisition.new_open"), "acquisition.new"};
  start.primary = true;
  screen.actions({start});
  screen.table(acts_table(call, in.text("before")));
  return Reply::screen(screen);
}

Result<Reply> run_act(Call& call, const Values& in) {
  METODICA_TRY(const Act act, known_act(call.work(), in.text("id")));
  const Step step = in.has("step") ? static_cast<Step>(in.integer("step")) : next_step(call, act);
  return Reply::screen(act_screen(call, act, step, {}, {}));
}

Form id_form(const Messages& say) {
  Form form("one", "acquisition.document", say("common.open"));
  form.reads();
  form.text("id", say("acquisition.act_id")).required().longest(60);
  return form;
}

Result<Reply> run_minutes_paper(Call& call, const Values& in) {
  METODICA_TRY(const Act act, known_act(call.work(), in.text("id")));
  METODICA_TRY(std::string pdf, minutes_pdf(call, act));
  return Reply::document(
      "PV-receptie-" + act.id.substr(act.id.size() - std::min<std::size_t>(8, act.id.size())) +
          ".pdf",
      "application/pdf", std::move(pdf));
}

Result<Reply> run_list_paper(Call& call, const Values& in) {
  METODICA_TRY(const Act act, known_act(call.work(), in.text("id")));
  METODICA_TRY(std::string pdf, list_pdf(call, act));
  return Reply::document(
      "lista-lot-" + std::to_string(act.lot_number) + "-" + std::to_string(act.lot_year) + ".pdf",
      "application/pdf", std::move(pdf));
}

}  // namespace

std::vector<MenuEntry> menu_entries() {
  const std::vector<std::string> all = {"reader",  "librarian",  "keeper",       "commission",
                                        "manager", "accountant", "methodologist"};
  return {{"acquisition.acts", "menu.acquisition.acts", 10, all, "acquisition.acts", "acquisition"},
          {"acquisition.new",
           "menu.acquisition.new",
           20,
           {"librarian", "keeper"},
           "acquisition.new",
           "acquisition"}};
}

void add_screen_actions(ActionList& actions) {
  const auto add = [&](std::string name, Roles roles, auto form, std::string example, auto run) {
    actions.push_back({std::move(name),
                       ActionKind::read,
                       roles,
                       "screen",
                       form,
                       std::move(example),
                       {},
                       run,
                       {}});
  };
  const auto paper = [&](std::string name, auto run) {
    actions.push_back({std::move(name),
                       ActionKind::paper,
                       readers,
                       "document",
                       id_form,
                       R"({"id":"0197"})",
                       {},
                       run,
                       {}});
  };
  add("acquisition.acts", readers, acts_form, "{}", run_acts);
  add("acquisition.act", readers, act_form, R"({"id":"0197"})", run_act);
  add("acquisition.new", workers, no_arguments, "{}",
      [](Call& call, const Values&) -> Result<Reply> {
        return Reply::screen(new_screen(call, {}, {}));
      });
  add("acquisition.document", workers, id_form, R"({"id":"0197"})",
      [](Call& call, const Values& in) -> Result<Reply> {
        METODICA_TRY(const Act act, open_draft(call.work(), in.text("id")));
        return Reply::screen(document_screen(call, act, {}, {}));
      });
  add("acquisition.cancelling", workers, id_form, R"({"id":"0197"})",
      [](Call& call, const Values& in) -> Result<Reply> {
        METODICA_TRY(const Act act, open_draft(call.work(), in.text("id")));
        return Reply::screen(cancel_screen(call, act, {}, {}));
      });
  paper("acquisition.minutes_paper", run_minutes_paper);
  paper("acquisition.list_paper", run_list_paper);
}

}  // namespace metodica::acquisition
