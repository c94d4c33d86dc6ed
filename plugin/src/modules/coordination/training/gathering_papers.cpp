// What is printed of meetings and courses: the letter to the town hall, the list of presence.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/gathering_sheets.hpp"

namespace metodica::coordination {
namespace {

// The video room stands in no letter: it goes by mail to those who register.
Result<Reply> run_invitation(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  FlowPaper paper;
  paper.paper = library_paper(call, say("gathering.invitation"), {});
  paper.paper.letterhead.date = call.today();
  mark_issue(call, "gathering/" + std::to_string(of.number) + "/invitation", paper.paper);
  paper.font_pt = 11;
  paper.blocks.emplace_back(Paragraph{say("gathering.letter_to")});
  paper.blocks.emplace_back(Paragraph{say("gathering.letter_text")});
  paper.blocks.emplace_back(frame(of, say));
  if (!of.about.empty())
    paper.blocks.emplace_back(Paragraph{of.about});
  paper.blocks.emplace_back(Paragraph{say("gathering.letter_delegate")});
  paper.blocks.emplace_back(manager_place(call));
  return printed(call, paper, "invitatie-" + std::to_string(of.number));
}

Result<Reply> run_presence_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  FlowPaper paper;
  paper.paper = library_paper(call, say("gathering.presence_paper"), {});
  paper.paper.letterhead.date = of.day;
  mark_issue(call, "gathering/" + std::to_string(of.number) + "/presence", paper.paper);
  paper.blocks.emplace_back(frame(of, say));
  FlowTable table;
  table.font_pt = 10;
  table.columns = {
      text_column(say("gathering.position"), 14), weighted_column(say("gathering.name"), 1),
      weighted_column(say("gathering.library"), 1), text_column(say("gathering.signature"), 50)};
  std::int64_t position = 0;
  for (const Guest& guest : guests(call.work(), of.number)) {
    if (guest.state == "registered") {
      table.rows.push_back(
          {RowKind::entry, {std::to_string(++position), guest.name, guest.place, std::string()}});
    }
  }
  paper.blocks.emplace_back(std::move(table));
  paper.blocks.emplace_back(manager_place(call));
  return printed(call, paper, "prezenta-" + std::to_string(of.number));
}

}  // namespace

void add_gathering_papers(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       const char* example, Result<Reply> (*run)(Call&, const Values&)) {
    actions.push_back({name,
                       ActionKind::paper,
                       gathering_readers,
                       "document",
                       std::move(form),
                       example,
                       {},
                       run,
                       {}});
  };
  add(
      "coordination.invitation",
      [](const Messages& say) { return number_form(say, "coordination.invitation", true); },
      R"({"number":1})", run_invitation);
  add(
      "coordination.presence_paper",
      [](const Messages& say) { return number_form(say, "coordination.presence_paper", true); },
      R"({"number":1})", run_presence_paper);
}

}  // namespace metodica::coordination
