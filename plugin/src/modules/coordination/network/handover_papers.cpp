// The minutes of a handover: who leaves, who takes over, which steps were made.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/network/handover_actions.hpp"
#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/person_store.hpp"
#include "modules/coordination/network/unit_choice.hpp"

namespace metodica::coordination {
namespace {

constexpr double table_pt = 9;

std::string name_of(Call& call, std::int64_t person) {
  const auto found = network_person(call.work(), person);
  return found ? found->name : std::string();
}

FlowTable steps_block(const std::vector<HandoverStep>& steps, const Messages& say) {
  FlowTable table;
  table.caption = say("handover.steps");
  table.font_pt = table_pt;
  table.columns = {
      order_column(say("visit.position"), 12), weighted_column(say("handover.step"), 2),
      text_column(say("measure.deadline"), 24), text_column(say("handover.done_on"), 24),
      weighted_column(say("common.note"), 1)};
  std::int64_t position = 0;
  for (const HandoverStep& step : steps) {
    table.rows.push_back(
        {RowKind::entry,
         {++position, say("handover.step." + step.step) + "\n" + step.reference,
          step.deadline.shown(say.lang()), step.done_on.shown(say.lang()), step.note}});
  }
  return table;
}

Result<Reply> run_minutes(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Handover of, known_handover(call, in.integer("number")));
  METODICA_TRY(const Unit unit, known_unit(call, of.siruta));
  const std::string leaver = name_of(call, of.leaver);
  const std::string successor = name_of(call, of.successor);
  FlowPaper paper;
  paper.paper = library_paper(call, say("handover.minutes_title"), {});
  paper.paper.letterhead.number = std::to_string(of.number);
  paper.paper.letterhead.date = of.leaves_on;
  mark_issue(call, "handover/" + std::to_string(of.number), paper.paper);
  KeyValues lines;
  lines.lines = {{say("common.library"), library_of(unit)},
                 {say("network.unit"), unit.name},
                 {say("handover.leaver"), leaver},
                 {say("handover.leaves_on"), of.leaves_on.shown(say.lang())},
                 {say("network.reason"), say("handover.reason." + of.reason)},
                 {say("handover.successor"), successor},
                 {say("handover.mentor"), name_of(call, of.mentor)}};
  paper.blocks.emplace_back(std::move(lines));
  paper.blocks.emplace_back(Paragraph{say("handover.law")});
  paper.blocks.emplace_back(steps_block(steps_of_handover(call.work(), of.number), say));
  paper.blocks.emplace_back(Paragraph{say("handover.copies")});
  paper.blocks.emplace_back(Signatures{{},
                                       {{say("handover.gives"), leaver},
                                        {say("handover.takes"), successor},
                                        {say("visit.methodologist"), ""}}});
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document("predare-primire-" + std::to_string(of.number) + ".pdf", "application/pdf",
                         std::move(pdf));
}

}  // namespace

void add_handover_papers(ActionList& actions) {
  actions.push_back({"coordination.handover_minutes",
                     ActionKind::paper,
                     network_readers,
                     "document",
                     [](const Messages& say) {
                       return handover_number_form(say, "coordination.handover_minutes", true);
                     },
                     R"({"number":1})",
                     {},
                     run_minutes,
                     {}});
}

}  // namespace metodica::coordination
