// coordination.compliance: each duty of each unit in a year, for programs.

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/compliance/duty_actions.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* compliance_schema = R"({"type":"object","required":["year","day","duties",
"units"],"properties":{"year":{"type":"integer"},"day":{"type":"string"},
"duties":{"type":"array","items":{"type":"object","required":["code","text","computed"],
"properties":{"code":{"type":"string"},"text":{"type":"string"},"computed":{"type":"boolean"},
"value":{"type":"string"},"from":{"type":"string"},"reference":{"type":"string"},
"verified":{"type":"string"},"met":{"type":"integer"},"not_met":{"type":"integer"},
"not_due":{"type":"integer"},"unknown":{"type":"integer"}}}},
"units":{"type":"array","items":{"type":"object","required":["siruta","name","results"],
"properties":{"siruta":{"type":"integer"},"name":{"type":"string"},
"results":{"type":"array","items":{"type":"object","required":["duty","outcome","because"],
"properties":{"duty":{"type":"string"},"outcome":{"type":"string"},"because":{"type":"string"},
"by_evidence":{"type":"boolean"}}}}}}}}})";

Form compliance_form(const Messages& say) {
  Form form("compliance", "coordination.compliance", say("analysis.show"));
  form.reads();
  year_field(form, say);
  form.integer("library", say("analysis.siruta")).min(std::int64_t{1});
  return form;
}

Json duty_json(const CountyDuties& all, std::size_t at, const Messages& say) {
  const Duty& duty = all.duties[at];
  Json json = Json::object(
      {{"code", duty.code}, {"text", duty.text(say.lang())}, {"computed", duty.computed}});
  if (const DutyNorm* norm = norm_on(duty.norms, all.day)) {
    json.set("value", norm->value)
        .set("from", norm->from.iso())
        .set("reference", norm->reference)
        .set("verified", norm->verified);
  }
  for (const Outcome outcome : {Outcome::met, Outcome::not_met, Outcome::not_due, Outcome::unknown})
    json.set(name_of(outcome), all.count(at, outcome));
  return json;
}

Json unit_json(const UnitDuties& of, const Messages& say) {
  Json::Array results;
  for (const DutyResult& one : of.results) {
    results.push_back(Json::object({{"duty", one.duty->code},
                                    {"outcome", std::string(name_of(one.finding.outcome))},
                                    {"because", because(one.finding, say)},
                                    {"by_evidence", one.by_evidence}}));
  }
  return Json::object({{"siruta", of.of->unit.siruta},
                       {"name", of.of->unit.name},
                       {"results", std::move(results)}});
}

Result<Reply> run_compliance(Call& call, const Values& in) {
  const std::int64_t siruta = in.integer("library");
  const CountyDuties all = county_duties(call, wanted_year(call, in), siruta);
  if (siruta > 0 && all.units.empty()) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "analysis.unknown_unit", {{"text", std::to_string(siruta)}})
            .at("library"));
  }
  Json::Array duties;
  for (std::size_t i = 0; i < all.duties.size(); ++i)
    duties.push_back(duty_json(all, i, call.say()));
  Json::Array units;
  for (const UnitDuties& one : all.results)
    units.push_back(unit_json(one, call.say()));
  return Reply::data(Json::object({{"year", all.year},
                                   {"day", all.day.iso()},
                                   {"duties", std::move(duties)},
                                   {"units", std::move(units)}}));
}

}  // namespace

void add_compliance_data(ActionList& actions) {
  actions.push_back({"coordination.compliance",
                     ActionKind::read,
                     analysis_readers,
                     "data",
                     compliance_form,
                     R"({"year":2025})",
                     compliance_schema,
                     run_compliance,
                     {}});
}

}  // namespace metodica::coordination
