#include "modules/coordination/network/people_actions.hpp"

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/people.hpp"
#include "modules/coordination/network/unit_choice.hpp"

namespace metodica::coordination {
namespace {

constexpr double table_pt = 9;

Form person_number_form(const Messages& say, std::string action, bool reads) {
  Form form("person", std::move(action), say(reads ? "common.open" : "common.confirm"));
  if (reads)
    form.reads();
  form.integer("person", say("network.number")).required().min(std::int64_t{1});
  return form;
}

std::string unit_name(const std::map<std::int64_t, std::string>& units, std::int64_t siruta,
                      const Messages& say) {
  const auto found = units.find(siruta);
  return found == units.end() ? say("network.county_library") : found->second;
}

std::string use_words(const PersonUse& use, const Messages& say) {
  const std::string what =
      use.kind == "request" && !use.text.empty() ? say("gathering.topic." + use.text) : use.text;
  const std::string kind = say("network.use." + use.kind);
  return what.empty() ? kind : kind + ": " + what;
}

Result<Reply> run_people(Call& call, const Values&) {
  const Messages& say = call.say();
  const auto units = unit_names(call);
  Screen screen("coordination.people", say("network.people"));
  screen.sub(say("network.people_sub"));
  add_network_tabs(screen, 4, say);
  Table table("people");
  table.column("name", say("network.person"))
      .column("unit", say("network.unit"))
      .column("purpose", say("network.purpose"))
      .column("kept", say("network.kept_until"), CellKind::date)
      .column("due", say("visit.state"), CellKind::tag)
      .empty(say("network.no_people"));
  for (const NetworkPerson& one : network_people(call.work())) {
    if (one.anonymised)
      continue;
    const bool due = one.kept_until < call.today();
    table.row({Cell::link(one.name, "coordination.network_person",
                          Json::object({{"person", one.person}})),
               unit_name(units, one.siruta, say), say("network.purpose." + one.purpose),
               one.kept_until.shown(say.lang()),
               due ? Cell::tag(say("network.to_forget"), Level::warn) : Cell("")});
  }
  screen.table(table);
  return Reply::screen(screen);
}

void add_rows(KeyValues& lines, const NetworkPerson& person, const std::string& unit,
              const Messages& say) {
  lines.lines = {{say("network.person"), person.name},
                 {say("network.unit"), unit},
                 {say("network.profile.email"), person.email},
                 {say("network.profile.phone"), person.phone},
                 {say("network.purpose"), say("network.purpose." + person.purpose)},
                 {say("network.kept_until"), person.kept_until.shown(say.lang())},
                 {say("network.consent"), say(person.public_consent ? "common.yes" : "common.no")}};
}

Result<Reply> run_person(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const NetworkPerson person, known_person(call, in.integer("person")));
  const auto units = unit_names(call);
  const Json args = Json::object({{"person", person.person}});
  Screen screen("coordination.network_person",
                person.anonymised ? say("network.forgotten") : person.name);
  screen.sub(unit_name(units, person.siruta, say));
  if (!person.anonymised) {
    KeyValues known;
    add_rows(known, person, unit_name(units, person.siruta, say), say);
    Table table("known");
    table.column("field", say("network.field")).column("value", say("network.value"));
    for (const auto& [field, value] : known.lines)
      table.row({field, value});
    screen.table(table);
  }
  Table uses("uses");
  uses.caption(say("network.uses"))
      .column("day", say("measure.day"), CellKind::date)
      .column("what", say("network.use"))
      .column("unit", say("network.unit"))
      .empty(say("network.no_uses"));
  for (const PersonUse& use : uses_of_person(call.work(), person.person)) {
    uses.row({use.day.shown(say.lang()), use_words(use, say), unit_name(units, use.siruta, say)});
  }
  screen.table(uses);
  std::vector<Button> buttons = {{say("network.person_paper"), "coordination.person_paper", args}};
  if (!person.anonymised && call.caller().roles.any_of(network_keepers)) {
    Button forget{say("network.forget"), "coordination.forget_person", args};
    forget.writes = forget.danger = true;
    forget.confirm = say("network.forget_ask", {{"name", person.name}});
    buttons.push_back(std::move(forget));
  }
  screen.actions(buttons);
  return Reply::screen(screen);
}

Result<Reply> run_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const NetworkPerson person, known_person(call, in.integer("person")));
  const auto units = unit_names(call);
  FlowPaper paper;
  paper.paper = library_paper(call, say("network.person_paper"), {});
  paper.paper.letterhead.date = call.today();
  paper.blocks.emplace_back(Paragraph{say("network.person_law")});
  KeyValues known;
  add_rows(known, person, unit_name(units, person.siruta, say), say);
  paper.blocks.emplace_back(std::move(known));
  FlowTable table;
  table.caption = say("network.uses");
  table.font_pt = table_pt;
  table.columns = {text_column(say("measure.day"), 26), weighted_column(say("network.use"), 2),
                   weighted_column(say("network.unit"), 1)};
  for (const PersonUse& use : uses_of_person(call.work(), person.person)) {
    table.rows.push_back(
        {RowKind::entry,
         {use.day.shown(say.lang()), use_words(use, say), unit_name(units, use.siruta, say)}});
  }
  paper.blocks.emplace_back(std::move(table));
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document("date-personale-" + std::to_string(person.person) + ".pdf",
                         "application/pdf", std::move(pdf));
}

Result<Reply> run_forget(Call& call, const Values& in) {
  METODICA_TRY(const NetworkPerson person, known_person(call, in.integer("person")));
  forget_person(call.work(), person.person, call.now_utc());
  return Reply::go("coordination.network_person", Json::object({{"person", person.person}}),
                   call.say()("network.forgotten_now"));
}

}  // namespace

void add_people_actions(ActionList& actions) {
  const auto form_of = [](const char* name, bool reads) {
    return [name, reads](const Messages& say) { return person_number_form(say, name, reads); };
  };
  constexpr const char* example = R"({"person":1})";
  actions.push_back({"coordination.people",
                     ActionKind::read,
                     network_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_people,
                     {}});
  actions.push_back({"coordination.network_person",
                     ActionKind::read,
                     network_readers,
                     "screen",
                     form_of("coordination.network_person", true),
                     example,
                     {},
                     run_person,
                     {}});
  actions.push_back({"coordination.person_paper",
                     ActionKind::paper,
                     network_readers,
                     "document",
                     form_of("coordination.person_paper", true),
                     example,
                     {},
                     run_paper,
                     {}});
  actions.push_back({"coordination.forget_person",
                     ActionKind::write,
                     network_keepers,
                     "screen",
                     form_of("coordination.forget_person", false),
                     example,
                     {},
                     run_forget,
                     {}});
}

}  // namespace metodica::coordination
