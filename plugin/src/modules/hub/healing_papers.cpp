// The minutes about what was registered after an old backup was restored.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/hub/healing.hpp"
#include "text/numbers.hpp"

namespace metodica::hub {
namespace {

std::string act_words(const Json& lot, const Messages& say) {
  std::string text = say("act." + lot["act_kind"].text()) + " " + lot["act_number"].text();
  if (const auto date = Date::parse(lot["act_date"].text()); date && !date->none())
    text += " / " + date->shown(say.lang());
  return text;
}

Form paper_form(const Messages& say) {
  Form form("minutes", "hub.heal_paper", say("heal.print"));
  form.reads();
  form.integer("minutes", say("heal.minutes")).required().min(std::int64_t{1});
  return form;
}

FlowTable acts_on_paper(const std::vector<SetAside>& rows, const Messages& say) {
  FlowTable table;
  table.caption = say("heal.acts");
  table.columns = {text_column(say("heal.place"), 34), weighted_column(say("heal.act"), 2),
                   weighted_column(say("heal.partner"), 2), text_column(say("heal.units"), 18),
                   text_column(say("heal.value"), 24)};
  for (const ActLine& act : acts_of(rows, say))
    table.rows.push_back({RowKind::entry, {act.place, act.act, act.partner, act.units, act.value}});
  return table;
}

FlowTable copies_on_paper(const std::vector<SetAside>& rows, const Messages& say) {
  FlowTable table;
  table.caption = say("heal.copies");
  table.columns = {text_column(say("heal.copy_number"), 34),
                   weighted_column(say("heal.description"), 1),
                   text_column(say("heal.new_number"), 34)};
  for (const CopyLine& copy : copies_of(rows))
    table.rows.push_back({RowKind::entry, {copy.number, copy.description, std::string()}});
  return table;
}

Result<Reply> run_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t number = in.integer("minutes");
  const auto minutes = healing_minutes(call.work(), number);
  if (!minutes)
    return Unexpected(Problem(METODICA_NOT_FOUND, "heal.no_minutes").at("minutes"));
  const auto rows = set_aside(call.work(), number);
  FlowPaper paper;
  paper.paper = library_paper(call, say("heal.paper"), {});
  paper.paper.letterhead.number = minutes->number;
  paper.paper.letterhead.date = minutes->dated;
  mark_issue(call, "healing/" + std::to_string(number), paper.paper);
  paper.blocks.emplace_back(Paragraph{say("heal.paper_found", {{"who", minutes->found_by}})});
  paper.blocks.emplace_back(acts_on_paper(rows, say));
  if (FlowTable copies = copies_on_paper(rows, say); !copies.rows.empty())
    paper.blocks.emplace_back(std::move(copies));
  paper.blocks.emplace_back(
      Paragraph{say("heal.paper_rest", {{"count", static_cast<std::int64_t>(rows.size())}})});
  paper.blocks.emplace_back(Paragraph{say("heal.paper_decided")});
  paper.blocks.emplace_back(
      Signatures{{},
                 {{say("heal.found_by"), minutes->found_by},
                  {say("role.keeper"), setting(call.work(), "institution.keeper")},
                  {setting(call.work(), "institution.manager_title"),
                   setting(call.work(), "institution.manager")}}});
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document("proces-verbal-" + std::to_string(number) + ".pdf", "application/pdf",
                         std::move(pdf));
}

}  // namespace

std::vector<ActLine> acts_of(const std::vector<SetAside>& rows, const Messages& say) {
  std::vector<ActLine> acts;
  for (const auto& [subject, row] : rows) {
    if (subject != "movement_lot")
      continue;
    const std::string part = row["part"].integer() == 1 ? "heal.part_1" : "heal.part_2";
    acts.push_back({say(part) + " " + std::to_string(row["number"].integer()) + "/" +
                        std::to_string(row["year"].integer()),
                    act_words(row, say), row["partner"].text(),
                    shown_integer(row["units"].integer(), say.lang()),
                    Money::from_e4(row["value_e4"].integer()).shown(say.lang())});
  }
  return acts;
}

std::vector<CopyLine> copies_of(const std::vector<SetAside>& rows) {
  std::vector<CopyLine> copies;
  for (const auto& [subject, row] : rows) {
    if (subject != "inventory_entry")
      continue;
    const std::string& author = row["author"].text();
    copies.push_back({row["register"].text() + " " + std::to_string(row["number"].integer()),
                      (author.empty() ? "" : author + ". ") + row["title"].text()});
  }
  return copies;
}

void add_healing_papers(ActionList& actions) {
  actions.push_back({"hub.heal_paper",
                     ActionKind::paper,
                     {Role::keeper, Role::manager, Role::administrator},
                     "document",
                     paper_form,
                     R"({"minutes":1})",
                     {},
                     run_paper,
                     {}});
}

}  // namespace metodica::hub
