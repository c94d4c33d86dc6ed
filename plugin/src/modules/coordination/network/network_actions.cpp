#include "modules/coordination/network/network_actions.hpp"

#include <algorithm>

#include "modules/coordination/network/network_forms.hpp"
#include "modules/coordination/network/people.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "text/unicode.hpp"

namespace metodica::coordination {
namespace {

Reply shown_profile(std::int64_t siruta, std::string notice) {
  return Reply::go("coordination.profile", Json::object({{"siruta", siruta}}), std::move(notice));
}

Unexpected unknown(const char* id, const char* field) {
  return Unexpected(Problem(METODICA_NOT_FOUND, id).at(field));
}

Result<Reply> run_status(Call& call, const Values& in) {
  StatusPeriod next = read_status(in);
  METODICA_CHECK(known_unit(call, next.siruta));
  if (next.state == "merged")
    METODICA_CHECK(known_unit(call, next.merged_into, "merged_into"));
  else
    next.merged_into = 0;
  METODICA_CHECK(check_next_status(status_periods(call.work(), next.siruta), next));
  begin_status(call.work(), next, call.caller().user, call.now_utc());
  return shown_profile(next.siruta, call.say()("network.status_kept"));
}

Result<Reply> run_point(Call& call, const Values& in) {
  const ServicePoint point = read_point(in);
  METODICA_CHECK(known_unit(call, point.siruta));
  if (!point.to.none() && point.to < point.from)
    return invalid("network.post_ends", {}, "to");
  const auto all = service_points(call.work(), point.siruta);
  const bool known = std::any_of(all.begin(), all.end(),
                                 [&](const ServicePoint& one) { return one.point == point.point; });
  if (point.point != 0 && !known)
    return unknown("network.unknown_point", "point");
  keep_service_point(call.work(), point);
  return shown_profile(point.siruta, call.say()("network.point_kept"));
}

// The person's data are kept for the term after the post ends, or after today while it lasts.
std::int64_t holder_of(Call& call, const StaffPost& post, const Values& in) {
  const Date last = post.to.none() ? call.today() : post.to;
  const std::int64_t number = remembered(call, post.siruta, in.text("name"), "staff", last);
  auto person = network_person(call.work(), number);
  if (person) {
    person->public_consent = in.yes("public_consent");
    if (in.has("email"))
      person->email = in.text("email");
    if (in.has("phone"))
      person->phone = in.text("phone");
    change_person(call.work(), *person);
  }
  return number;
}

Result<Reply> run_post(Call& call, const Values& in) {
  StaffPost post = read_post(in);
  METODICA_CHECK(known_unit(call, post.siruta));
  METODICA_CHECK(check_post(post));
  if (post.post != 0) {
    const auto before = staff_post(call.work(), post.post);
    if (!before || before->siruta != post.siruta)
      return unknown("network.unknown_post", "post");
  }
  post.person = holder_of(call, post, in);
  keep_post(call.work(), post);
  return shown_profile(post.siruta, call.say()("network.post_kept"));
}

Result<Reply> run_profile(Call& call, const Values& in) {
  METODICA_TRY(const Unit unit, known_unit(call, in.integer("siruta")));
  const auto profile = read_profile(in);
  METODICA_CHECK(check_isil(in.text("isil")));
  keep_profile(call.work(), unit.siruta, profile, call.now_utc());
  return shown_profile(unit.siruta, call.say()("network.profile_kept"));
}

// A place is named by its code or by its name, as a person has it at hand.
const Unit* unit_named(const std::vector<Unit>& all, const std::string& text) {
  const std::string wanted = folded(text);
  for (const Unit& unit : all) {
    if (std::to_string(unit.siruta) == wanted || folded(unit.name) == wanted)
      return &unit;
  }
  return nullptr;
}

Result<Reply> run_centre(Call& call, const Values& in) {
  const std::vector<Unit> all = units(call.work());
  std::vector<Unit> changed;
  for (const std::string& place : in.texts("places")) {
    const Unit* found = unit_named(all, place);
    if (found == nullptr)
      return invalid("network.unknown_unit", {{"text", excerpt(place)}}, "places");
    changed.push_back(*found);
    changed.back().methodical_centre = in.text("centre");
  }
  for (const Unit& unit : changed)
    keep_unit(call.work(), unit);
  return Reply::go(
      "coordination.centres", Json::object(),
      call.say()("network.assigned", {{"count", static_cast<std::int64_t>(changed.size())}}));
}

std::int64_t siruta_of(const Json& typed) {
  return Values(typed).integer("siruta");
}

}  // namespace

void add_network_actions(ActionList& actions) {
  const auto add = [&](const char* name, Form (*form)(const Messages&), const char* example,
                       Result<Reply> (*run)(Call&, const Values&),
                       Result<Reply> (*again)(Call&, const Json&, const std::vector<Problem>&)) {
    actions.push_back(
        {name, ActionKind::write, network_keepers, "screen", form, example, {}, run, again});
  };
  add(
      "coordination.set_status", [](const Messages& say) { return status_form(say); },
      R"({"siruta":57706,"state":"closed","from":"2018-10-01","reason":"fără spațiu"})", run_status,
      [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return status_screen(call, siruta_of(typed), typed, problems);
      });
  add("coordination.keep_point", point_form,
      R"({"siruta":57706,"name":"Filiala Luna de Sus","kind":"branch","from":"2019-01-01"})",
      run_point, [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return point_screen(call, siruta_of(typed), 0, typed, problems);
      });
  add("coordination.keep_post", post_form,
      R"({"siruta":57706,"title":"bibliotecar","norm_percent":50,"contract":"permanent",
          "qualification":"library_course","name":"Ilie Marin","from":"2020-02-01",
          "retires_on":"2031-05-01"})",
      run_post, [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return post_screen(call, siruta_of(typed), 0, typed, problems);
      });
  add("coordination.keep_profile", profile_form,
      R"({"siruta":57706,"official_name":"Biblioteca Comunală","isil":"RO-CJ-57706",
          "founded":1950})",
      run_profile, [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return profile_edit_screen(call, siruta_of(typed), typed, problems);
      });
  add("coordination.assign_centre", centre_form, R"({"centre":"Gherla","places":["Florești"]})",
      run_centre, centres_screen);
}

}  // namespace metodica::coordination
