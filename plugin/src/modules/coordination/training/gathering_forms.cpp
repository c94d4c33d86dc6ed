#include "modules/coordination/training/gathering_forms.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t most_seats = 100'000;
constexpr std::int64_t most_hours = 200;
constexpr std::int64_t most_minutes = 24 * 60;
constexpr std::size_t largest_file = 2 * 1024 * 1024;
constexpr std::size_t most_guests = 2000;

void number_field(Form& form, const Messages& say) {
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1}).fixed();
}

void time_field(Form& form, const char* name, std::string label, const Messages& say) {
  form.text(name, std::move(label))
      .required()
      .longest(5)
      .pattern("[0-2][0-9]:[0-5][0-9]", say("gathering.time_shape"));
}

void options(Field& field, const std::vector<std::string>& values, const std::string& prefix,
             const Messages& say) {
  for (const auto& value : values)
    field.option(value, say(prefix + value));
}

}  // namespace

Form year_form(const Messages& say, std::string action) {
  Form form("year", std::move(action), say("common.open"));
  form.reads();
  form.integer("year", say("gathering.year")).min(std::int64_t{1990}).max(std::int64_t{2200});
  return form;
}

Form number_form(const Messages& say, std::string action, bool reads) {
  Form form("gathering", std::move(action), say(reads ? "common.open" : "common.confirm"));
  if (reads)
    form.reads();
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1});
  return form;
}

Form details_form(const Messages& say) {
  Form form("details", "coordination.keep_gathering", say("gathering.keep"));
  form.integer("number", say("gathering.number"))
      .min(std::int64_t{1})
      .fixed()
      .help(say("gathering.number_help"));
  form.text("title", say("gathering.title")).required().longest(200);
  options(form.choice("kind", say("gathering.kind")).required(), gathering_kinds(),
          "gathering.kind.", say);
  options(form.choice("topic", say("gathering.topic")), gathering_topics(), "gathering.topic.",
          say);
  form.date("day", say("gathering.day")).required();
  time_field(form, "starts", say("gathering.starts"), say);
  time_field(form, "ends", say("gathering.ends"), say);
  options(form.choice("mode", say("gathering.mode")).required().initial("in_person"),
          gathering_modes(), "gathering.mode.", say);
  form.text("place", say("gathering.place")).longest(200);
  form.text("link", say("gathering.link_label")).longest(500).help(say("gathering.link_help"));
  form.text("passcode", say("gathering.passcode")).longest(60);
  form.text("centre", say("coordination.centre")).longest(100).help(say("gathering.centre_help"));
  form.integer("capacity", say("gathering.capacity"))
      .min(std::int64_t{0})
      .max(most_seats)
      .help(say("gathering.capacity_help"));
  form.integer("hours", say("gathering.hours"))
      .min(std::int64_t{0})
      .max(most_hours)
      .help(say("gathering.hours_help"));
  form.yes_no("authorised", say("gathering.authorised")).help(say("gathering.authorised_help"));
  form.long_text("about", say("gathering.about"));
  return form;
}

Result<Gathering> read_details(const Values& in) {
  Gathering of;
  of.title = in.text("title");
  of.kind = in.text("kind");
  of.topic = in.text("topic");
  of.day = in.date("day");
  of.starts = in.text("starts");
  of.ends = in.text("ends");
  of.hours = in.integer("hours");
  of.mode = in.text("mode");
  of.place = in.text("place");
  of.link = in.text("link");
  of.passcode = in.text("passcode");
  of.centre = in.text("centre");
  of.capacity = in.integer("capacity");
  of.authorised = in.yes("authorised");
  of.about = in.text("about");
  METODICA_CHECK(check_gathering(of));
  return of;
}

Json details_of(const Gathering& of) {
  return Json::object({{"number", of.number},
                       {"title", of.title},
                       {"kind", of.kind},
                       {"topic", of.topic},
                       {"day", of.day.iso()},
                       {"starts", of.starts},
                       {"ends", of.ends},
                       {"hours", of.hours},
                       {"mode", of.mode},
                       {"place", of.place},
                       {"link", of.link},
                       {"passcode", of.passcode},
                       {"centre", of.centre},
                       {"capacity", of.capacity},
                       {"authorised", of.authorised},
                       {"about", of.about}});
}

Form state_form(const Messages& say) {
  Form form("state", "coordination.gathering_state", say("common.confirm"));
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1});
  form.choice("state", say("gathering.state"))
      .option("announced", say("gathering.state.announced"))
      .option("held", say("gathering.state.held"))
      .option("cancelled", say("gathering.state.cancelled"))
      .required();
  return form;
}

Form people_form(const Messages& say) {
  Form form("people", "coordination.register", say("gathering.register"));
  number_field(form, say);
  form.texts("people", say("gathering.people"))
      .required()
      .longest(400)
      .help(say("gathering.people_help"));
  return form;
}

Form person_form(const Messages& say, std::string action, bool reads) {
  Form form("person", std::move(action), say(reads ? "common.open" : "common.confirm"));
  if (reads)
    form.reads();
  form.integer("person", say("gathering.person_label")).required().min(std::int64_t{1});
  return form;
}

Form guest_form(const Messages& say, std::string action) {
  Form form("guest", std::move(action), say("common.confirm"));
  form.integer("number", say("gathering.number")).required().min(std::int64_t{1});
  form.integer("person", say("gathering.person_label")).required().min(std::int64_t{1});
  return form;
}

Form presence_form(const Messages& say) {
  Form form("presence", "coordination.presence", say("gathering.presence_send"));
  number_field(form, say);
  Form& lines = form.lines("people", say("gathering.presence"));
  lines.hidden("person").required();
  lines.text("name", say("gathering.name")).fixed();
  lines.integer("minutes", say("gathering.minutes"))
      .min(std::int64_t{0})
      .max(most_minutes)
      .unit(say("gathering.minutes_unit"));
  lines.fixed_rows().max_rows(most_guests);
  return form;
}

Form presence_file_form(const Messages& say) {
  Form form("presence_file", "coordination.presence_file", say("gathering.presence_file_send"));
  number_field(form, say);
  form.file("file", say("gathering.presence_file"))
      .required()
      .longest(largest_file)
      .help(say("gathering.presence_file_help"));
  form.yes_no("add", say("gathering.presence_add")).help(say("gathering.presence_add_help"));
  return form;
}

Form attestation_form(const Messages& say) {
  Form form("attestation", "coordination.attestation", say("common.open"));
  form.integer("year", say("gathering.year")).required();
  form.integer("attestation", say("gathering.attestation_number")).required().min(std::int64_t{1});
  return form;
}

}  // namespace metodica::coordination
