// One library of the network on screen: its sheet, and the pages that change it.

#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/network_forms.hpp"
#include "modules/coordination/network/person_store.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Level level_of(const std::string& state) {
  if (state == "full_time")
    return Level::good;
  return is_open_state(state) ? Level::info : Level::warn;
}

std::string span(Date from, Date to, const Messages& say) {
  return from.shown(say.lang()) + " – " + (to.none() ? say("network.lasts") : to.shown(say.lang()));
}

Table status_table(Call& call, const std::vector<StatusPeriod>& periods) {
  const Messages& say = call.say();
  const auto units = unit_names(call);
  Table table("status");
  table.caption(say("network.history"))
      .column("state", say("network.state_label"), CellKind::tag)
      .column("from", say("network.period"))
      .column("reason", say("network.reason"))
      .empty(say("network.no_status"));
  for (auto period = periods.rbegin(); period != periods.rend(); ++period) {
    std::string reason = period->reason;
    if (const auto into = units.find(period->merged_into); into != units.end())
      reason += " · " + say("network.merged_into", {{"unit", into->second}});
    table.row({Cell::tag(say("network.state." + period->state), level_of(period->state)),
               span(period->from, period->to, say), reason});
  }
  return table;
}

Table posts_table(Call& call, std::int64_t siruta, bool writes) {
  const Messages& say = call.say();
  const auto names = person_names(call.work());
  Table table("posts");
  table.caption(say("network.posts"))
      .column("post", say("network.post"))
      .column("name", say("network.holder"))
      .column("norm", say("network.norm"))
      .column("contract", say("network.contract"))
      .column("period", say("network.period"))
      .column("retires", say("network.retires_on"), CellKind::date)
      .empty(say("network.no_posts"));
  for (const StaffPost& post : staff_posts(call.work(), siruta)) {
    std::vector<Button> buttons;
    const Json args = Json::object({{"siruta", siruta}, {"post", post.post}});
    if (writes)
      buttons.push_back({say("common.edit"), "coordination.post", args});
    const bool leaves = writes && post.to.none() && post.person != 0;
    if (leaves) {
      buttons.push_back({say("handover.begin"), "coordination.new_handover",
                         Json::object({{"post", post.post}})});
    }
    const auto name = names.find(post.person);
    const std::string holder = name == names.end()    ? say("network.vacant")
                               : name->second.empty() ? say("network.forgotten")
                                                      : name->second;
    table.row(
        {Cell(post.title)
             .note(post.qualification.empty() ? std::string()
                                              : say("network.qualification." + post.qualification)),
         post.person == 0 ? Cell(holder)
                          : Cell::link(holder, "coordination.network_person",
                                       Json::object({{"person", post.person}})),
         say("network.fte", {{"text", shown_fte(post.norm_percent, say)}}),
         say("network.contract." + post.contract), span(post.from, post.to, say),
         post.retires_on.shown(say.lang())},
        std::move(buttons));
  }
  return table;
}

Table points_table(Call& call, std::int64_t siruta, bool writes) {
  const Messages& say = call.say();
  Table table("points");
  table.caption(say("network.points"))
      .column("name", say("network.point_name"))
      .column("kind", say("network.point_kind"))
      .column("address", say("network.profile.address"))
      .column("hours", say("network.profile.hours"))
      .column("period", say("network.period"))
      .empty(say("network.no_points"));
  for (const ServicePoint& point : service_points(call.work(), siruta)) {
    std::vector<Button> buttons;
    if (writes) {
      buttons.push_back({say("common.edit"), "coordination.point",
                         Json::object({{"siruta", siruta}, {"point", point.point}})});
    }
    table.row({Cell(point.name).note(point.email), say("network.point." + point.kind),
               point.address, point.hours, span(point.from, point.to, say)},
              std::move(buttons));
  }
  return table;
}

std::string shown_field(const ProfileField& field, const std::string& value, const Messages& say) {
  const bool grouped = field.number && field.code != "founded";
  return grouped ? grouped_digits(value, say.lang()) : value;
}

void add_fields(Screen& screen, const std::map<std::string, std::string>& profile,
                const Messages& say) {
  for (const char* group : {"contact", "history", "collections", "services"}) {
    Table table(group);
    table.caption(say(std::string("network.group.") + group))
        .column("field", say("network.field"))
        .column("value", say("network.value"));
    for (const ProfileField& field : profile_fields()) {
      const auto known = profile.find(std::string(field.code));
      if (field.group == group && known != profile.end()) {
        table.row({say("network.profile." + known->first), shown_field(field, known->second, say)});
      }
    }
    if (table.rows() > 0)
      screen.table(table);
  }
}

std::vector<Button> buttons_of(std::int64_t siruta, const Messages& say, bool writes) {
  const Json args = Json::object({{"siruta", siruta}});
  std::vector<Button> buttons;
  if (writes) {
    buttons = {{say("network.edit_profile"), "coordination.edit_profile", args, true},
               {say("network.new_status"), "coordination.edit_status", args},
               {say("network.new_post"), "coordination.post", args},
               {say("network.new_point"), "coordination.point", args}};
  }
  buttons.push_back({say("network.profile_paper"), "coordination.profile_paper", args});
  buttons.push_back({say("network.isil_paper"), "coordination.isil_paper", args});
  buttons.push_back({say("network.vcard"), "coordination.vcard", args});
  buttons.push_back({say("network.visits"), "coordination.visit_score", args});
  return buttons;
}

Result<Reply> run_profile(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, in.integer("siruta")));
  const bool writes = call.caller().roles.any_of(network_keepers);
  const auto periods = status_periods(call.work(), unit.siruta);
  const StatusPeriod* now = status_on(periods, call.today());
  const std::int64_t staffed = staffed_percent(staff_posts(call.work(), unit.siruta), call.today());
  Screen screen("coordination.profile", library_of(unit));
  screen.sub(unit.name + " · " + say("coordination.type." + unit.type) + " · SIRUTA " +
             std::to_string(unit.siruta));
  screen.actions(buttons_of(unit.siruta, say, writes));
  if (staffed == 0)
    screen.say(say("network.no_staff"), Level::warn);
  screen.figures(
      {{say("network.state_label"),
        now == nullptr ? say("network.not_known") : say("network.state." + now->state)},
       {say("network.staff"), shown_fte(staffed, say)},
       {say("coordination.population_label"), shown_integer(unit.population, say.lang())},
       {say("coordination.centre"),
        unit.methodical_centre.empty() ? say("network.not_known") : unit.methodical_centre}});
  screen.table(posts_table(call, unit.siruta, writes));
  screen.table(status_table(call, periods));
  screen.table(points_table(call, unit.siruta, writes));
  add_fields(screen, unit_profile(call.work(), unit.siruta), say);
  return Reply::screen(screen);
}

Json fresh(std::int64_t siruta, const Call& call) {
  return Json::object({{"siruta", siruta}, {"from", call.today().iso()}});
}

}  // namespace

std::string shown_fte(std::int64_t percent, const Messages& say) {
  const std::string cents = std::to_string(percent % 100);
  return std::to_string(percent / 100) + decimal_sign(say.lang()) +
         (cents.size() == 1 ? "0" + cents : cents);
}

Result<Reply> profile_edit_screen(Call& call, std::int64_t siruta, const Json& typed,
                                  const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, siruta));
  Json values = Json::object({{"siruta", siruta}});
  const auto profile = unit_profile(call.work(), siruta);
  for (const auto& [field, value] : profile)
    values.set(field, value);
  if (!profile.contains("official_name"))
    values.set("official_name", unit.library_name);
  Screen screen("coordination.edit_profile", library_of(unit));
  screen.sub(say("network.profile_sub"));
  screen.form(profile_form(say), say, typed.is_object() ? typed : values, problems);
  return Reply::screen(screen);
}

Result<Reply> status_screen(Call& call, std::int64_t siruta, const Json& typed,
                            const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, siruta));
  Screen screen("coordination.edit_status", library_of(unit));
  screen.sub(say("network.status_sub"));
  screen.table(status_table(call, status_periods(call.work(), siruta)));
  screen.form(status_form(say, unit_choice(call)), say,
              typed.is_object() ? typed : fresh(siruta, call), problems);
  return Reply::screen(screen);
}

Result<Reply> post_screen(Call& call, std::int64_t siruta, std::int64_t post, const Json& typed,
                          const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, siruta));
  Json values = fresh(siruta, call);
  values.set("norm_percent", 100);
  if (post != 0) {
    const auto known = staff_post(call.work(), post);
    if (!known || known->siruta != siruta)
      return Unexpected(Problem(METODICA_NOT_FOUND, "network.unknown_post").at("post"));
    const auto person = network_person(call.work(), known->person);
    values = shown_post(*known, person ? person->name : std::string());
    if (person) {
      values.set("email", person->email);
      values.set("phone", person->phone);
      values.set("public_consent", person->public_consent);
    }
  }
  Screen screen("coordination.post", library_of(unit));
  screen.sub(say("network.post_sub"));
  screen.form(post_form(say), say, typed.is_object() ? typed : values, problems);
  return Reply::screen(screen);
}

Result<Reply> point_screen(Call& call, std::int64_t siruta, std::int64_t point, const Json& typed,
                           const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Unit unit, known_unit(call, siruta));
  Json values = fresh(siruta, call);
  for (const ServicePoint& one : service_points(call.work(), siruta)) {
    if (one.point == point)
      values = shown_point(one);
  }
  Screen screen("coordination.point", library_of(unit));
  screen.sub(say("network.point_sub"));
  screen.form(point_form(say), say, typed.is_object() ? typed : values, problems);
  return Reply::screen(screen);
}

void add_profile_screens(ActionList& actions) {
  const auto add = [&](const char* name, const Roles& roles, const char* number,
                       std::function<Result<Reply>(Call&, const Values&)> run) {
    actions.push_back(
        {name,
         ActionKind::read,
         roles,
         "screen",
         [name, number](const Messages& say) { return network_unit_form(say, name, number); },
         R"({"siruta":57706})",
         {},
         std::move(run),
         {}});
  };
  add("coordination.profile", network_readers, nullptr, run_profile);
  add("coordination.edit_profile", network_keepers, nullptr, [](Call& call, const Values& in) {
    return profile_edit_screen(call, in.integer("siruta"), {}, {});
  });
  add("coordination.edit_status", network_keepers, nullptr, [](Call& call, const Values& in) {
    return status_screen(call, in.integer("siruta"), {}, {});
  });
  add("coordination.post", network_keepers, "post", [](Call& call, const Values& in) {
    return post_screen(call, in.integer("siruta"), in.integer("post"), {}, {});
  });
  add("coordination.point", network_keepers, "point", [](Call& call, const Values& in) {
    return point_screen(call, in.integer("siruta"), in.integer("point"), {}, {});
  });
}

}  // namespace metodica::coordination
