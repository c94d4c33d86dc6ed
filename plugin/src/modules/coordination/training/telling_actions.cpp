// What guests are told: invitations, reminders, changes. The words are ready to be copied or opened
// in the mail program; a person sends them.

#include <algorithm>

#include "app/settings.hpp"
#include "modules/coordination/training/gathering_actions.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/gathering_sheets.hpp"
#include "modules/coordination/training/mail_file.hpp"
#include "modules/coordination/training/telling_store.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* abouts[] = {"invitation", "reminder", "change"};

std::string when_in_words(const Gathering& of, const Messages& say) {
  return of.day.shown(say.lang()) + ", " + of.starts + "–" + of.ends;
}

// Those who must hear now; of an invitation everybody is outside of our lists.
std::vector<Told> to_tell(Call& call, const Gathering& of, const std::string& about) {
  std::vector<Told> all;
  if (about == "invitation")
    return all;
  for (Told& guest : told_guests(call.work(), of.number)) {
    const bool due = about == "change" ? must_hear_of_change(guest) : !guest.reminded;
    if (due)
      all.push_back(std::move(guest));
  }
  return all;
}

std::string text_of(Call& call, const Gathering& of, const std::string& about) {
  const Messages& say = call.say();
  std::string text = say("telling.greeting") + "\n\n";
  if (about == "change" && of.state == "cancelled") {
    text += say("telling.cancelled", {{"title", of.title}, {"when", when_in_words(of, say)}});
    return text + "\n\n" + say("telling.end") + "\n" + setting(call.work(), "institution.name");
  }
  text += say("telling.text." + about, {{"title", of.title}}) + "\n\n";
  if (about == "change") {
    const auto all = changes(call.work(), of.number);
    if (!all.empty())
      text += say("telling.was", {{"was", all.front().was}}) + "\n" + say("telling.now") + "\n";
  }
  text += say("telling.when", {{"when", when_in_words(of, say)}}) + "\n";
  text += say("telling.where", {{"where", place_in_words(of, say)}}) + "\n";
  // The room is told to those who registered only.
  if (about != "invitation" && !of.link.empty())
    text += say("telling.room", {{"link", of.link}, {"passcode", of.passcode}}) + "\n";
  if (!of.about.empty())
    text += "\n" + of.about + "\n";
  text += "\n" + say(about == "invitation" ? "telling.answer" : "telling.absent") + "\n\n";
  return text + say("telling.end") + "\n" + setting(call.work(), "institution.name");
}

void about_fields(Form& form, const Messages& say) {
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1}).fixed();
  Field& about = form.choice("about", say("telling.about")).required().fixed();
  for (const char* code : abouts)
    about.option(code, say(std::string("telling.about.") + code));
}

Form tell_form(const Messages& say) {
  Form form("tell", "coordination.tell", say("common.open"));
  form.reads();
  about_fields(form, say);
  return form;
}

Form mail_form(const Messages& say) {
  Form form("mail", "coordination.tell_mail", say("telling.save"));
  form.reads();
  about_fields(form, say);
  form.text("subject", say("telling.subject")).required().longest(200);
  form.long_text("text", say("telling.text")).required().help(say("telling.copy"));
  return form;
}

Form told_form(const Messages& say) {
  Form form("told", "coordination.told", say("telling.done"));
  about_fields(form, say);
  return form;
}

Table people_table(const std::vector<Told>& people, const Messages& say) {
  Table table("people");
  table.caption(say("telling.people"));
  table.column("name", say("gathering.name"))
      .column("place", say("gathering.library"))
      .column("email", say("telling.email"))
      .empty(say("telling.nobody"));
  for (const Told& guest : people) {
    table.row({guest.name, guest.place,
               guest.email.empty() ? Cell::tag(say("telling.no_email"), Level::warn)
                                   : Cell(guest.email)});
  }
  return table;
}

Result<Reply> run_tell(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  const std::string about = in.text("about");
  const auto people = to_tell(call, of, about);
  Screen screen("coordination.tell", say("telling.title." + about));
  screen.sub(of.title + " · " + when_in_words(of, say));
  const Json which = Json::object({{"number", of.number}, {"about", about}});
  if (about != "invitation") {
    screen.table(people_table(people, say));
    if (people.empty())
      return Reply::screen(screen);
  }
  Json values = which;
  values.set("subject", say("telling.subject." + about, {{"title", of.title}}));
  values.set("text", text_of(call, of, about));
  screen.form(mail_form(say), say, values);
  if (!people.empty()) {
    Button done{say("telling.done"), "coordination.told", which};
    done.writes = true;
    screen.actions({done});
  }
  return Reply::screen(screen);
}

Result<Reply> run_mail(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  Mail mail{{}, in.text("subject"), in.text("text")};
  for (const Told& guest : to_tell(call, of, in.text("about"))) {
    if (!guest.email.empty())
      mail.to.push_back(guest.email);
  }
  return Reply::document("mesaj-" + std::to_string(of.number) + ".eml", mail_type, mail_file(mail));
}

Result<Reply> run_told(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, known_gathering(call, in.integer("number")));
  const std::string about = in.text("about");
  std::int64_t count = 0;
  for (const Told& guest : to_tell(call, of, about)) {
    keep_told(call.work(), of.number, guest.person, about, of.revision, call.now_utc());
    ++count;
  }
  return Reply::go("coordination.gathering", Json::object({{"number", of.number}}),
                   call.say()("telling.kept", {{"count", count}}));
}

}  // namespace

std::vector<Button> telling_buttons(Call& call, const Gathering& of) {
  const Messages& say = call.say();
  const auto guests = told_guests(call.work(), of.number);
  const auto go = [&](const char* about, std::int64_t count) {
    return Button{say(std::string("telling.go.") + about, {{"count", count}}), "coordination.tell",
                  Json::object({{"number", of.number}, {"about", about}})};
  };
  std::vector<Button> buttons;
  const auto changed = std::count_if(guests.begin(), guests.end(), must_hear_of_change);
  const auto waiting = std::count_if(guests.begin(), guests.end(),
                                     [](const Told& guest) { return !guest.reminded; });
  if (changed > 0)
    buttons.push_back(go("change", changed));
  if (is_reminder_due(of, call.today()) && waiting > 0)
    buttons.push_back(go("reminder", waiting));
  if (of.state == "planned" || of.state == "announced")
    buttons.push_back(go("invitation", 0));
  return buttons;
}

void add_telling_actions(ActionList& actions) {
  actions.push_back({"coordination.tell",
                     ActionKind::read,
                     arrangers,
                     "screen",
                     tell_form,
                     R"({"number":1,"about":"reminder"})",
                     {},
                     run_tell,
                     {}});
  actions.push_back({"coordination.tell_mail",
                     ActionKind::read,
                     arrangers,
                     "document",
                     mail_form,
                     R"({"number":1,"about":"reminder","subject":"Curs","text":"Bună ziua"})",
                     {},
                     run_mail,
                     {}});
  actions.push_back({"coordination.told",
                     ActionKind::write,
                     arrangers,
                     "screen",
                     told_form,
                     R"({"number":1,"about":"reminder"})",
                     {},
                     run_told,
                     {}});
}

}  // namespace metodica::coordination
