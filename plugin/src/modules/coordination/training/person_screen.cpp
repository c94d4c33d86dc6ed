// One person: where they were, hours a year, and the way to take their data away (Regulation (EU)
// 2016/679, art. 15 and 17).

#include <map>

#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Table gatherings_table(const PersonRecord& record, const Messages& say) {
  Table table("gatherings");
  table.column("day", say("gathering.day"), CellKind::date)
      .column("title", say("gathering.title"))
      .column("minutes", say("gathering.minutes"), CellKind::integer)
      .column("hours", say("gathering.hours"), CellKind::integer)
      .column("attestation", say("gathering.attestation"));
  for (const auto& line : record.lines) {
    table.row({line.day.shown(say.lang()),
               Cell::link(line.title, "coordination.gathering",
                          Json::object({{"number", line.gathering}})),
               line.minutes == 0 ? "" : std::to_string(line.minutes),
               line.hours == 0 ? "" : std::to_string(line.hours),
               attestation_cell(line.attestation, line.attestation_year)});
  }
  return table;
}

std::vector<Figure> hours_by_year(const PersonRecord& record, const Messages& say) {
  std::map<int, std::int64_t> hours;
  for (const auto& line : record.lines)
    hours[line.day.year()] += line.hours;
  std::vector<Figure> figures;
  for (const auto& [year, sum] : hours) {
    figures.push_back({say("gathering.hours_in", {{"year", std::to_string(year)}}),
                       shown_integer(sum, say.lang())});
  }
  return figures;
}

Result<Reply> run_person(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t number = in.integer("person");
  const auto record = person_record(call.work(), number);
  if (!record)
    return Unexpected(Problem(METODICA_NOT_FOUND, "gathering.unknown_person").at("person"));
  const TypedPerson& person = record->person;
  const bool forgotten = person.name.empty();
  Screen screen("coordination.person", forgotten ? say("gathering.forgotten") : person.name);
  screen.sub(person.place + (person.email.empty() ? "" : " · " + person.email));
  screen.figures(hours_by_year(*record, say));
  screen.table(gatherings_table(*record, say));
  const bool may_forget = !forgotten && call.caller().roles.any_of(arrangers);
  if (may_forget) {
    Button forget{say("gathering.anonymise"), "coordination.anonymise",
                  Json::object({{"person", number}})};
    forget.writes = forget.danger = true;
    forget.confirm = say("gathering.anonymise_ask", {{"name", person.name}});
    screen.text(say("gathering.person_why"));
    screen.actions({forget});
  }
  return Reply::screen(screen);
}

}  // namespace

Cell attestation_cell(std::int64_t number, std::int64_t year) {
  if (number == 0)
    return "";
  return Cell::link(std::to_string(number) + "/" + std::to_string(year), "coordination.attestation",
                    Json::object({{"year", year}, {"attestation", number}}));
}

void add_person_screen(ActionList& actions) {
  actions.push_back(
      {"coordination.person",
       ActionKind::read,
       gathering_readers,
       "screen",
       [](const Messages& say) { return person_form(say, "coordination.person", true); },
       R"({"person":1})",
       {},
       run_person,
       {}});
}

}  // namespace metodica::coordination
