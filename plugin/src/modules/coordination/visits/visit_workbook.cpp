// The visits of a year as a table for spreadsheets: what the travel account needs.

#include "app/settings.hpp"
#include "app/workbooks.hpp"
#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/visits/visit_actions.hpp"
#include "modules/coordination/visits/visit_forms.hpp"

namespace metodica::coordination {
namespace {

std::vector<WorkbookColumn> columns(const Messages& say) {
  return {{say("visit.number"), WorkbookKind::integer, 10},
          {say("visit.day"), WorkbookKind::date, 12},
          {say("coordination.siruta_label"), WorkbookKind::integer, 10},
          {say("network.unit"), WorkbookKind::text, 24},
          {say("visit.methodologist"), WorkbookKind::text, 24},
          {say("visit.purposes"), WorkbookKind::text, 40},
          {say("visit.km"), WorkbookKind::integer, 12},
          {say("visit.state"), WorkbookKind::text, 14}};
}

Result<Reply> run_workbook(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::string year = std::to_string(in.integer("year", call.today().year()));
  const auto visits = visits_of_year(call.work(), in.integer("year", call.today().year()));
  auto units = unit_names(call);
  auto people = person_names(call.work());
  Workbook book;
  book.sheet = say("visit.tab.year");
  book.above = {setting(call.work(), "institution.name"),
                say("visit.year_title", {{"year", year}})};
  book.columns = columns(say);
  book.made_on = call.today();
  book.program = call.services().program();
  std::size_t at = 0;
  book.rows = [&](std::vector<WorkbookCell>& row) {
    if (at == visits.size())
      return false;
    const Visit& visit = visits[at++];
    std::string purposes;
    for (const std::string& purpose : visit.purposes)
      purposes += (purposes.empty() ? "" : ", ") + say("visit.purpose." + purpose);
    row = {visit.number,
           visit.day,
           visit.siruta,
           units[visit.siruta],
           people[visit.methodologist],
           purposes,
           visit.km,
           say("visit.state." + visit.state)};
    return true;
  };
  METODICA_TRY(std::string bytes, workbook_xlsx(book));
  return Reply::document("vizite-" + year + ".xlsx", xlsx_type, std::move(bytes));
}

}  // namespace

void add_visit_workbook(ActionList& actions) {
  actions.push_back(
      {"coordination.visits_xlsx",
       ActionKind::read,
       visit_readers,
       "document",
       [](const Messages& say) { return visit_year_form(say, "coordination.visits_xlsx"); },
       R"({"year":2026})",
       {},
       run_workbook,
       {}});
}

}  // namespace metodica::coordination
