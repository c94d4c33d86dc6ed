#include "modules/coordination/compliance/duty_actions.hpp"

#include <algorithm>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/compliance/duty_data.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t longest_text = 2000;
constexpr std::size_t longest_name = 200;

void duty_field(Form& form, const Messages& say, bool evidence_first) {
  Field& field = form.choice("duty", say("compliance.duty")).required();
  for (const bool computed : {!evidence_first, evidence_first}) {
    for (const Duty& duty : shipped_duties()) {
      if (duty.computed == computed)
        field.option(duty.code, duty.text(say.lang()));
    }
  }
}

Result<Reply> run_evidence(Call& call, const Values& in) {
  const std::int64_t siruta = in.integer("siruta");
  const std::int64_t year = in.integer("year");
  const auto units = county_year(call.work(), year);
  METODICA_CHECK(unit_in(units, siruta));
  const Date day = in.has("day") ? in.date("day") : call.today();
  if (day > call.today()) {
    return Unexpected(
        Problem(METODICA_INVALID, "compliance.future", {{"text", day.shown(call.say().lang())}})
            .at("day"));
  }
  Evidence found;
  found.siruta = siruta;
  found.duty = in.text("duty");
  found.year = year;
  found.day = day;
  found.outcome = outcome_of(in.text("outcome"));
  found.text = in.text("text");
  found.file_name = in.text("file_name");
  note_evidence(call.work(), found, call.caller().user, call.now_utc());
  return Reply::go("coordination.unit_duties", Json::object({{"siruta", siruta}, {"year", year}}),
                   call.say()("compliance.evidence_kept"));
}

// A value must have the shape of the one that ships: a number, steps, or nothing.
bool fits(const DutyNorm& shipped, const std::string& value) {
  if (shipped.value.empty())
    return value.empty();
  if (shipped.value.find(':') != std::string::npos)
    return stocktaking_years(value, 1) > 0;
  return norm_e4(value) > 0;
}

Result<Reply> run_norm(Call& call, const Values& in) {
  const auto duty = std::ranges::find(shipped_duties(), in.text("duty"), &Duty::code);
  const std::string value = in.text("value");
  if (!fits(duty->norms.front(), value))
    return invalid("compliance.norm_value", {{"text", value}}, "value");
  DutyNorm norm;
  norm.duty = duty->code;
  norm.value = value;
  norm.from = in.date("from");
  norm.to = in.has("to") ? in.date("to") : Date();
  norm.reference = in.text("reference");
  norm.verified = in.yes("verified") ? "yes" : "no";
  note_norm(call.work(), norm, call.caller().user, call.now_utc());
  return Reply::go(
      "coordination.duties", Json::object(),
      call.say()("compliance.norm_kept", {{"day", norm.from.shown(call.say().lang())}}));
}

}  // namespace

Form evidence_form(const Messages& say) {
  Form form("evidence", "coordination.keep_evidence", say("compliance.evidence_send"));
  form.integer("siruta", say("analysis.siruta")).required().min(std::int64_t{1}).fixed();
  form.integer("year", say("analysis.year")).required().min(first_year).max(last_year).fixed();
  duty_field(form, say, true);
  Field& outcome = form.choice("outcome", say("compliance.outcome")).required();
  for (const Outcome one : {Outcome::met, Outcome::not_met, Outcome::not_due})
    outcome.option(std::string(name_of(one)),
                   say("compliance.outcome." + std::string(name_of(one))));
  form.date("day", say("common.date")).help(say("compliance.day_help"));
  form.long_text("text", say("compliance.evidence_text"))
      .required()
      .longest(longest_text)
      .help(say("compliance.evidence_help"));
  form.text("file_name", say("compliance.file_name"))
      .longest(longest_name)
      .help(say("compliance.file_help"));
  return form;
}

Form norm_form(const Messages& say) {
  Form form("norm", "coordination.keep_norm", say("compliance.norm_send"));
  duty_field(form, say, false);
  form.text("value", say("compliance.norm_value_label"))
      .longest(longest_name)
      .help(say("compliance.norm_value_help"));
  form.date("from", say("compliance.valid_from")).required();
  form.date("to", say("compliance.valid_to")).help(say("compliance.valid_to_help"));
  form.text("reference", say("compliance.reference"))
      .required()
      .longest(longest_name)
      .help(say("compliance.reference_help"));
  form.yes_no("verified", say("compliance.verified_label"));
  return form;
}

void add_duty_actions(ActionList& actions) {
  actions.push_back(
      {"coordination.keep_evidence",
       ActionKind::write,
       analysts,
       "screen",
       evidence_form,
       R"({"siruta":54975,"year":2025,"duty":"programme","outcome":"met","day":"2025-03-03",
           "text":"Programul a fost avizat.","file_name":"aviz-12.pdf"})",
       {},
       run_evidence,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return unit_duties_screen(call, typed_number(typed["siruta"]), typed_number(typed["year"]),
                                   typed, problems);
       }});
  actions.push_back(
      {"coordination.keep_norm",
       ActionKind::write,
       analysts,
       "screen",
       norm_form,
       R"({"duty":"growth","value":"50","from":"2027-01-01","reference":"Legea bibliotecilor",
           "verified":false})",
       {},
       run_norm,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return duties_screen(call, usual_year(call.work(), call.today()), typed, problems);
       }});
}

}  // namespace metodica::coordination
