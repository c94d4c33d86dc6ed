// Presence at the door: badges with a code for each guest, and the page that reads them.

#include <algorithm>

#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/telling_rules.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr std::string_view badge_sheet = "L7163";  // two by seven on A4: a badge of 99 x 38 mm

Result<Gathering> open_door(Call& call, std::int64_t number) {
  METODICA_TRY(Gathering of, known_gathering(call, number));
  if (of.state != "announced" && of.state != "held")
    return Unexpected(Problem(METODICA_CONFLICT, "door.not_open").at("number"));
  return of;
}

Result<Reply> run_badges(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  METODICA_TRY(Documents* const documents, call.services().documents());
  const auto sheets = documents->label_sheets();
  const auto sheet = std::find_if(sheets.begin(), sheets.end(),
                                  [](const LabelSheet& one) { return one.code == badge_sheet; });
  LabelPaper paper;
  paper.sheet = sheet == sheets.end() ? sheets.front() : *sheet;
  paper.title = call.say()("door.badges");
  paper.listed_on = call.today();
  paper.frames = true;
  for (const Guest& guest : guests(call.work(), of.number)) {
    if (guest.state != "registered" || guest.name.empty())
      continue;
    Label badge;
    badge.lines = {guest.name, guest.place, of.title, of.day.shown(call.say().lang())};
    badge.barcode = door_code(of.number, guest.person);
    badge.symbology = Symbology::qr;
    badge.look = LabelLook::card;
    paper.labels.push_back(std::move(badge));
  }
  if (paper.labels.empty())
    return Unexpected(Problem(METODICA_CONFLICT, "door.no_guests").at("number"));
  METODICA_TRY(std::string pdf, documents->labels_pdf(paper, call.say()));
  return Reply::document("ecusoane-" + std::to_string(of.number) + ".pdf", "application/pdf",
                         std::move(pdf));
}

Form arrive_form(const Messages& say) {
  Form form("arrive", "coordination.arrive", say("common.confirm"));
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1});
  form.text("code", say("door.code")).required().longest(60);
  return form;
}

Form door_form(const Messages& say) {
  Form form("door", "coordination.door", say("common.open"));
  form.reads();
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1});
  form.integer("person", say("gathering.person_label")).min(std::int64_t{1});
  return form;
}

Result<Reply> run_arrive(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, open_door(call, in.integer("number")));
  const auto code = read_door_code(in.text("code"));
  if (!code || code->gathering != of.number)
    return invalid("door.no_code", {{"text", excerpt(in.text("code"))}}, "code");
  for (const Guest& guest : guests(call.work(), of.number)) {
    if (guest.person != code->person)
      continue;
    if (guest.state != "registered") {
      return Unexpected(
          Problem(METODICA_CONFLICT, "door.no_seat", {{"name", guest.name}}).at("code"));
    }
    set_presence(call.work(), of.number, guest.person, length_of(of));
    return Reply::go("coordination.door",
                     Json::object({{"number", of.number}, {"person", guest.person}}));
  }
  return invalid("door.no_code", {{"text", excerpt(in.text("code"))}}, "code");
}

Result<Reply> door_screen(Call& call, std::int64_t number, std::int64_t person,
                          const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, open_door(call, number));
  Screen screen("coordination.door", say("door.title"));
  screen.sub(of.title + " · " + of.day.shown(say.lang()));
  Scanner scanner;
  scanner.action = "coordination.arrive";
  scanner.label = say("door.code");
  scanner.hint = say("door.code_help");
  scanner.args = Json::object({{"number", number}});
  Figure present{say("gathering.present"), ""};
  Table table("present");
  table.column("name", say("gathering.name")).column("place", say("gathering.library"));
  table.empty(say("door.nobody"));
  for (const Guest& guest : guests(call.work(), number)) {
    present.of += guest.state == "registered" ? 1 : 0;
    if (guest.minutes == 0)
      continue;
    ++present.done;
    table.row({guest.name.empty() ? say("gathering.forgotten") : guest.name, guest.place});
    if (guest.person == person)
      scanner.verdict = {Level::good, guest.name, say("door.welcome")};
  }
  if (!problems.empty()) {
    scanner.verdict = {Level::bad, say("door.refused"),
                       say.of(problems.front()) + "\n" + say.hint(problems.front())};
  }
  present.value = std::to_string(present.done);
  screen.scanner(scanner);
  screen.figures({present});
  screen.table(table);
  screen.actions(
      {{say("door.back"), "coordination.gathering", Json::object({{"number", number}})}});
  return Reply::screen(screen);
}

}  // namespace

void add_door_actions(ActionList& actions) {
  actions.push_back(
      {"coordination.badges",
       ActionKind::read,
       gathering_readers,
       "document",
       [](const Messages& say) { return number_form(say, "coordination.badges", true); },
       R"({"number":1})",
       {},
       run_badges,
       {}});
  actions.push_back({"coordination.door",
                     ActionKind::read,
                     arrangers,
                     "screen",
                     door_form,
                     R"({"number":1})",
                     {},
                     [](Call& call, const Values& in) {
                       return door_screen(call, in.integer("number"), in.integer("person"), {});
                     },
                     {}});
  actions.push_back({"coordination.arrive",
                     ActionKind::write,
                     arrangers,
                     "screen",
                     arrive_form,
                     R"({"number":1,"code":"G1-1"})",
                     {},
                     run_arrive,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return door_screen(call, typed["number"].integer(), 0, problems);
                     }});
}

}  // namespace metodica::coordination
