#include "modules/coordination/training/gathering_sheets.hpp"

#include "app/settings.hpp"

namespace metodica::coordination {

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

}  // namespace metodica::coordination
