// What is printed of meetings and courses: the letter to the town hall, the list of presence, the
// attestation of one person.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"

namespace metodica::coordination {
namespace {

constexpr double attestation_pt = 12;

std::string place_in_words(const Gathering& of, const Messages& say) {
  if (of.mode == "online")
    return say("gathering.mode.online");
  return of.mode == "both" ? of.place + ", " + say("gathering.mode.both") : of.place;
}

Signatures manager_place(Call& call) {
  return {{},
          {{setting(call.work(), "institution.manager_title"),
            setting(call.work(), "institution.manager")},
           {call.say()("gathering.methodologist"), ""}}};
}

Result<Reply> printed(Call& call, const FlowPaper& paper, const std::string& file) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, call.say()));
  return Reply::document(file + ".pdf", "application/pdf", std::move(pdf));
}

KeyValues frame(const Gathering& of, const Messages& say) {
  KeyValues lines;
  lines.lines = {{say("gathering.title"), of.title},
                 {say("gathering.kind"), say("gathering.kind." + of.kind)},
                 {say("gathering.day"), of.day.shown(say.lang())},
                 {say("gathering.time_of_day"), of.starts + "–" + of.ends},
                 {say("gathering.where"), place_in_words(of, say)}};
  if (!of.topic.empty())
    lines.lines.emplace_back(say("gathering.topic"), say("gathering.topic." + of.topic));
  return lines;
}

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

// Law 334/2002 art. 50 (3) keeps examination and certification apart from organising a course, so
// the paper is an attestation of presence unless the course is marked as authorised.
Result<Reply> run_attestation(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t number = in.integer("attestation");
  const std::string name = std::to_string(number) + "/" + std::to_string(in.integer("year"));
  const auto found = attestation(call.work(), in.integer("year"), number);
  if (!found) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "gathering.unknown_attestation", {{"number", name}})
            .at("attestation"));
  }
  if (found->name.empty()) {
    return Unexpected(
        Problem(METODICA_CONFLICT, "gathering.attestation_forgotten", {{"number", name}})
            .at("attestation"));
  }
  METODICA_TRY(const Gathering of, known_gathering(call, found->gathering));
  FlowPaper paper;
  paper.paper = library_paper(
      call, say(of.authorised ? "gathering.certificate" : "gathering.attestation_title"), {});
  paper.paper.letterhead.number = name;
  paper.paper.letterhead.date = found->issued_on;
  mark_issue(call, "attestation/" + name, paper.paper);
  paper.font_pt = attestation_pt;
  const std::string where = found->place.empty() ? "" : " (" + found->place + ")";
  paper.blocks.emplace_back(Paragraph{say("gathering.attests")});
  paper.blocks.emplace_back(Paragraph{found->name + where, Align::centre, true});
  paper.blocks.emplace_back(Paragraph{say("gathering.took_part", {{"hours", found->hours}})});
  paper.blocks.emplace_back(frame(of, say));
  paper.blocks.emplace_back(manager_place(call));
  return printed(call, paper,
                 "adeverinta-" + std::to_string(number) + "-" + std::to_string(in.integer("year")));
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
  add("coordination.attestation", attestation_form, R"({"year":2026,"attestation":1})",
      run_attestation);
}

}  // namespace metodica::coordination
