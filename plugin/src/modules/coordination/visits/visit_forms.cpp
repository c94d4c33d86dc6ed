#include "modules/coordination/visits/visit_forms.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t most_km = 5000;
constexpr std::size_t most_measures = 50;

void measure_fields(Form& form, const Messages& say) {
  form.text("text", say("measure.text")).required().longest(1000);
  form.text("owner", say("measure.owner")).longest(120);
  form.text("norm", say("measure.norm")).longest(200);
  form.date("deadline", say("measure.deadline")).required();
}

Measure measure_in(const Values& row) {
  Measure measure;
  measure.text = row.text("text");
  measure.owner = row.text("owner");
  measure.norm = row.text("norm");
  measure.deadline = row.date("deadline");
  return measure;
}

void number_of_visit(Form& form, const Messages& say) {
  form.integer("number", say("visit.number")).required().min(std::int64_t{1});
}

}  // namespace

Form visit_form(const Messages& say, const UnitChoice& units) {
  Form form("visit", "coordination.keep_visit", say("visit.keep"));
  form.integer("number", say("visit.number"))
      .min(std::int64_t{1})
      .fixed()
      .help(say("visit.number_help"));
  unit_field(form, say, units).required();
  form.date("day", say("visit.day")).required();
  form.choice("state", say("visit.state"))
      .option("planned", say("visit.state.planned"))
      .option("held", say("visit.state.held"))
      .required()
      .initial("planned")
      .help(say("visit.state_help"));
  form.person("methodologist", say("visit.methodologist")).longest(120);
  form.integer("km", say("visit.km"))
      .min(std::int64_t{0})
      .max(most_km)
      .unit("km")
      .help(say("visit.km_help"));
  Form& purposes = form.part("purposes", say("visit.purposes"));
  for (const std::string& purpose : visit_purposes())
    purposes.yes_no(purpose, say("visit.purpose." + purpose));
  form.texts("people", say("visit.people")).longest(260).help(say("visit.people_help"));
  form.long_text("findings", say("visit.findings")).help(say("visit.findings_help"));
  Form& measures = form.lines("measures", say("visit.new_measures"));
  measures.help(say("visit.new_measures_help"));
  measure_fields(measures, say);
  measures.max_rows(most_measures);
  return form;
}

Result<TypedVisit> read_visit(const Values& in) {
  TypedVisit typed;
  Visit& visit = typed.visit;
  visit.number = in.integer("number");
  visit.siruta = in.integer("siruta");
  visit.day = in.date("day");
  visit.state = in.text("state");
  visit.km = in.integer("km");
  visit.findings = in.text("findings");
  const Values purposes = in.part("purposes");
  for (const std::string& purpose : visit_purposes()) {
    if (purposes.yes(purpose))
      visit.purposes.push_back(purpose);
  }
  typed.methodologist = in.text("methodologist");
  for (const std::string& line : in.texts("people")) {
    METODICA_TRY(MetPerson person, read_met_person(line));
    typed.people.push_back(std::move(person));
  }
  for (const Values& row : in.rows("measures"))
    typed.measures.push_back(measure_in(row));
  return typed;
}

Json shown_visit(const Visit& visit, const std::string& methodologist,
                 const std::vector<VisitPerson>& people) {
  Json purposes = Json::object();
  for (const std::string& purpose : visit.purposes)
    purposes.set(purpose, true);
  Json::Array lines;
  for (const VisitPerson& one : people) {
    if (!one.name.empty())
      lines.push_back(one.role.empty() ? one.name : one.name + "; " + one.role);
  }
  Json values = Json::object({{"siruta", std::to_string(visit.siruta)},
                              {"day", visit.day.iso()},
                              {"state", visit.state},
                              {"methodologist", methodologist},
                              {"km", visit.km},
                              {"purposes", std::move(purposes)},
                              {"people", std::move(lines)},
                              {"findings", visit.findings}});
  if (visit.number != 0)
    values.set("number", visit.number);
  return values;
}

Form visit_number_form(const Messages& say, std::string action) {
  Form form("visit", std::move(action), say("common.open"));
  form.reads();
  number_of_visit(form, say);
  return form;
}

Form open_visit_form(const Messages& say) {
  Form form("open", "coordination.new_visit", say("common.open"));
  form.reads();
  form.integer("number", say("visit.number")).min(std::int64_t{1});
  form.integer("siruta", say("coordination.siruta_label")).min(std::int64_t{1});
  return form;
}

Form visit_unit_form(const Messages& say, std::string action) {
  Form form("unit", std::move(action), say("common.open"));
  form.reads();
  form.integer("siruta", say("coordination.siruta_label")).required().min(std::int64_t{1});
  return form;
}

Form visit_year_form(const Messages& say, std::string action) {
  Form form("year", std::move(action), say("common.open"));
  form.reads();
  form.integer("year", say("visit.year")).min(std::int64_t{1990}).max(std::int64_t{2200});
  return form;
}

Form visit_state_form(const Messages& say) {
  Form form("state", "coordination.visit_state", say("common.confirm"));
  number_of_visit(form, say);
  form.choice("state", say("visit.state"))
      .option("signed", say("visit.state.signed"))
      .option("cancelled", say("visit.state.cancelled"))
      .required();
  form.date("signed_on", say("visit.signed_on")).show_if("state", "signed");
  return form;
}

Form measure_form(const Messages& say) {
  Form form("measure", "coordination.add_measure", say("measure.add"));
  form.integer("visit", say("visit.number")).required().min(std::int64_t{1}).fixed();
  measure_fields(form, say);
  return form;
}

Form measure_number_form(const Messages& say) {
  Form form("measure", "coordination.measure", say("common.open"));
  form.reads();
  form.integer("measure", say("measure.number")).required().min(std::int64_t{1});
  return form;
}

Form follow_form(const Messages& say) {
  Form form("follow", "coordination.follow_measure", say("measure.follow"));
  form.integer("measure", say("measure.number")).required().min(std::int64_t{1}).fixed();
  form.choice("kind", say("measure.kind"))
      .option("done", say("measure.kind.done"))
      .option("prolonged", say("measure.kind.prolonged"))
      .option("dropped", say("measure.kind.dropped"))
      .required();
  form.date("day", say("measure.day")).required();
  form.date("deadline", say("measure.new_deadline")).show_if("kind", "prolonged");
  form.text("reason", say("measure.reason")).longest(500).help(say("measure.reason_help"));
  return form;
}

}  // namespace metodica::coordination
