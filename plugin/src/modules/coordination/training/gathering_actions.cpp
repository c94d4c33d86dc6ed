#include "modules/coordination/training/gathering_actions.hpp"

#include <algorithm>
#include <charconv>

#include "modules/coordination/training/attendance_csv.hpp"
#include "modules/coordination/training/gathering_forms.hpp"
#include "modules/coordination/training/gathering_sheets.hpp"
#include "modules/coordination/training/telling_store.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* details_example =
    R"({"title":"Circuitul cărții: achiziția","kind":"course","topic":"acquisition",
        "day":"2026-06-09","starts":"10:00","ends":"13:00","mode":"online",
        "link":"https://zoom.us/j/123","capacity":40,"hours":3})";

Reply shown(const Gathering& of, std::string notice) {
  return Reply::go("coordination.gathering", Json::object({{"number", of.number}}),
                   std::move(notice));
}

Unexpected problem_at(const char* id, const char* field = "") {
  return Unexpected(Problem(METODICA_CONFLICT, id).at(field));
}

Result<Gathering> open_gathering(Call& call, const Values& in) {
  METODICA_TRY(Gathering of, known_gathering(call, in.integer("number")));
  if (of.state == "cancelled")
    return problem_at("gathering.closed", "number");
  return of;
}

Result<Gathering> held_gathering(Call& call, const Values& in) {
  METODICA_TRY(Gathering of, known_gathering(call, in.integer("number")));
  if (of.state != "held")
    return problem_at("gathering.not_held", "number");
  return of;
}

// Those who registered before must hear of it; a reminder of the old time counts no more.
void note_change(Call& call, const Gathering& before, std::int64_t revision) {
  const std::string was = before.day.shown(call.say().lang()) + ", " + before.starts + "–" +
                          before.ends + ", " + place_in_words(before, call.say());
  keep_change(call.work(), before.number, {revision, was, call.now_utc()});
  forget_reminders(call.work(), before.number);
}

Result<Reply> run_keep(Call& call, const Values& in) {
  METODICA_TRY(Gathering of, read_details(in));
  const bool known = in.has("number");
  bool moved = false;
  if (known) {
    METODICA_TRY(const Gathering before, open_gathering(call, in));
    of.number = before.number;
    of.state = before.state;
    of.revision = before.revision + 1;
    moved = before.state == "announced" && is_moved(before, of);
    if (moved)
      note_change(call, before, of.revision);
  } else {
    of.number = call.work().take("gathering");
  }
  of.changed_at = call.now_utc();
  keep_gathering(call.work(), of);
  return shown(of, call.say()(moved   ? "gathering.moved"
                              : known ? "gathering.kept"
                                      : "gathering.added"));
}

Result<Reply> run_state(Call& call, const Values& in) {
  METODICA_TRY(Gathering of, known_gathering(call, in.integer("number")));
  const std::string to = in.text("state");
  const Messages& say = call.say();
  if (!may_follow(of.state, to)) {
    return Unexpected(Problem(METODICA_CONFLICT, "gathering.no_step",
                              {{"from", say("gathering.state." + of.state)},
                               {"to", say("gathering.state." + to)}})
                          .at("state"));
  }
  if (of.state == "announced" && to == "cancelled")
    note_change(call, of, of.revision + 1);
  of.state = to;
  ++of.revision;
  of.changed_at = call.now_utc();
  keep_gathering(call.work(), of);
  return shown(of, say("gathering.now." + to));
}

std::int64_t seats_taken(const std::vector<Guest>& all) {
  return std::count_if(all.begin(), all.end(),
                       [](const Guest& guest) { return guest.state == "registered"; });
}

Result<Reply> run_register(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, open_gathering(call, in));
  std::vector<TypedPerson> people;
  for (const std::string& line : in.texts("people")) {
    METODICA_TRY(TypedPerson person, read_person(line));
    people.push_back(std::move(person));
  }
  std::int64_t waiting = 0;
  for (const TypedPerson& typed : people) {
    const auto state = seat_for(of.capacity, seats_taken(guests(call.work(), of.number)));
    waiting += state == "waiting" ? 1 : 0;
    const std::int64_t person = person_of(call.work(), typed, call.now_utc());
    register_guest(call.work(), of.number, person, state, call.now_utc());
  }
  const auto count = static_cast<std::int64_t>(people.size());
  return shown(of,
               call.say()("gathering.registered_now", {{"count", count}, {"waiting", waiting}}));
}

Result<Guest> known_guest(Call& call, const Gathering& of, std::int64_t person) {
  for (Guest& guest : guests(call.work(), of.number)) {
    if (guest.person == person)
      return std::move(guest);
  }
  return Unexpected(Problem(METODICA_NOT_FOUND, "gathering.unknown_person").at("person"));
}

// A seat that becomes free goes to the one who waits longest.
Result<Reply> run_withdraw(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, open_gathering(call, in));
  METODICA_TRY(const Guest guest, known_guest(call, of, in.integer("person")));
  if (guest.attestation != 0)
    return problem_at("gathering.attested_before", "person");
  set_registration(call.work(), of.number, guest.person, "withdrawn");
  std::string notice = call.say()("gathering.withdrawn", {{"name", guest.name}});
  const auto all = guests(call.work(), of.number);
  if (seat_for(of.capacity, seats_taken(all)) == "registered") {
    const auto next = std::find_if(all.begin(), all.end(),
                                   [](const Guest& one) { return one.state == "waiting"; });
    if (next != all.end()) {
      set_registration(call.work(), of.number, next->person, "registered");
      notice += " " + call.say()("gathering.moved_up", {{"name", next->name}});
    }
  }
  return shown(of, notice);
}

Result<Reply> run_presence(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, held_gathering(call, in));
  std::int64_t present = 0;
  for (const Values& row : in.rows("people")) {
    std::int64_t person = 0;  // stays 0, which nobody is, when the text is no number
    const std::string& text = row.text("person");
    std::from_chars(text.data(), text.data() + text.size(), person);
    METODICA_TRY(const Guest guest, known_guest(call, of, person));
    set_presence(call.work(), of.number, guest.person, row.integer("minutes"));
    present += row.integer("minutes") > 0 ? 1 : 0;
  }
  return shown(of, call.say()("gathering.presence_kept", {{"count", present}}));
}

// Names are compared without marks and in any order of their words: online people write them as
// they like.
std::string words_in_order(std::string_view name) {
  std::vector<std::string> words;
  const std::string text = folded(name);
  for (std::size_t from = 0; from < text.size();) {
    const std::size_t end = std::min(text.find(' ', from), text.size());
    words.push_back(text.substr(from, end - from));
    from = end + 1;
  }
  std::sort(words.begin(), words.end());
  std::string out;
  for (const std::string& word : words)
    out += word + " ";
  return out;
}

const Guest* guest_of(const std::vector<Guest>& all, const Presence& presence) {
  for (const Guest& guest : all) {
    const bool same_address = !presence.email.empty() && guest.email == presence.email;
    if (same_address || words_in_order(guest.name) == words_in_order(presence.name))
      return &guest;
  }
  return nullptr;
}

Result<Reply> run_presence_file(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, held_gathering(call, in));
  METODICA_TRY(const auto presences, presences_from_csv(in.file("file").bytes));
  const auto all = guests(call.work(), of.number);
  std::int64_t known = 0;
  std::string strangers;
  for (const Presence& presence : presences) {
    const Guest* guest = guest_of(all, presence);
    std::int64_t person = guest ? guest->person : 0;
    if (!guest && in.yes("add")) {
      person = person_of(call.work(), {presence.name, "", presence.email}, call.now_utc());
      register_guest(call.work(), of.number, person, "registered", call.now_utc());
    }
    if (person != 0) {
      set_presence(call.work(), of.number, person, presence.minutes);
      ++known;
    } else {
      strangers += (strangers.empty() ? "" : ", ") + presence.name;
    }
  }
  std::string notice = call.say()("gathering.presence_kept", {{"count", known}});
  if (!strangers.empty())
    notice += " " + call.say()("gathering.strangers", {{"names", strangers}});
  return shown(of, notice);
}

Result<Reply> run_attest(Call& call, const Values& in) {
  METODICA_TRY(const Gathering of, held_gathering(call, in));
  if (of.hours == 0)
    return problem_at("gathering.no_hours", "number");
  std::int64_t given = 0;
  for (const Guest& guest : guests(call.work(), of.number)) {
    const bool due = guest.minutes > 0 && guest.attestation == 0 && !guest.name.empty();
    if (!due)
      continue;
    Attestation paper;
    paper.gathering = of.number;
    paper.person = guest.person;
    paper.hours = of.hours;
    paper.issued_on = call.today();
    issue_attestation(call.work(), paper, call.caller().user);
    ++given;
  }
  return shown(of, call.say()("gathering.attested", {{"count", given}}));
}

Result<Reply> run_anonymise(Call& call, const Values& in) {
  if (!person_record(call.work(), in.integer("person")))
    return Unexpected(Problem(METODICA_NOT_FOUND, "gathering.unknown_person").at("person"));
  anonymise(call.work(), in.integer("person"), call.now_utc());
  return Reply::go("coordination.person", Json::object({{"person", in.integer("person")}}),
                   call.say()("gathering.anonymised"));
}

Result<Reply> gathering_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return gathering_screen(call, typed["number"].integer(), typed, problems);
}

Result<Reply> details_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return details_screen(call, typed["number"].integer(), typed, problems);
}

}  // namespace

Result<Gathering> known_gathering(Call& call, std::int64_t number) {
  auto found = gathering(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "gathering.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

void add_gathering_actions(ActionList& actions) {
  const auto add = [&](const char* name, std::function<Form(const Messages&)> form,
                       std::string example,
                       std::function<Result<Reply>(Call&, const Values&)> run) {
    actions.push_back({name,
                       ActionKind::write,
                       arrangers,
                       "screen",
                       std::move(form),
                       std::move(example),
                       {},
                       std::move(run),
                       gathering_again});
  };
  actions.push_back({"coordination.keep_gathering",
                     ActionKind::write,
                     arrangers,
                     "screen",
                     details_form,
                     details_example,
                     {},
                     run_keep,
                     details_again});
  add("coordination.gathering_state", state_form, R"({"number":1,"state":"announced"})", run_state);
  add("coordination.register", people_form,
      R"({"number":1,"people":["Pop Ana; Florești; ana.pop@example.ro"]})", run_register);
  add(
      "coordination.withdraw",
      [](const Messages& say) { return guest_form(say, "coordination.withdraw"); },
      R"({"number":1,"person":1})", run_withdraw);
  add("coordination.presence", presence_form,
      R"({"number":1,"people":[{"person":"1","minutes":170}]})", run_presence);
  add("coordination.presence_file", presence_file_form,
      R"({"number":1,"file":{"name":"participants.csv",
          "base64":"TmFtZSxEdXJhdGlvbiAoTWludXRlcykKUG9wIEFuYSwxNzAK"},"add":true})",
      run_presence_file);
  add(
      "coordination.attest",
      [](const Messages& say) { return number_form(say, "coordination.attest", false); },
      R"({"number":1})", run_attest);
  actions.push_back(
      {"coordination.anonymise",
       ActionKind::write,
       arrangers,
       "screen",
       [](const Messages& say) { return person_form(say, "coordination.anonymise", false); },
       R"({"person":1})",
       {},
       run_anonymise,
       {}});
}

}  // namespace metodica::coordination
