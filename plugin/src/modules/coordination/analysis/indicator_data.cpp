// coordination.indicators: every indicator of every unit of a year, for programs.

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/analysis/reference_data.hpp"

namespace metodica::coordination {
namespace {

constexpr const char* indicators_schema = R"({"type":"object","required":["year","units","county"],
"properties":{"year":{"type":"integer"},
"units":{"type":"array","items":{"type":"object",
"required":["siruta","name","population","band","state","indicators"],"properties":{
"siruta":{"type":"integer"},"name":{"type":"string"},"population":{"type":"integer"},
"band":{"type":"string"},"state":{"type":"string"},
"indicators":{"type":"array","items":{"$ref":"#/definitions/reckoned"}}}}},
"county":{"type":"array","items":{"$ref":"#/definitions/reckoned"}},
"required_additions":{"type":"object","properties":{"by_unit":{"type":"integer"},
"of_county":{"type":"integer"},"used":{"type":"string"}}}},
"definitions":{"reckoned":{"type":"object","required":["code","unit"],"properties":{
"code":{"type":"string"},"unit":{"type":"string"},"value":{"type":"string"},
"missing":{"type":"string"},"why":{"type":"string"},"counted":{"type":"integer"},
"median":{"type":"string"}}}}})";

Form indicators_form(const Messages& say) {
  Form form("indicators", "coordination.indicators", say("analysis.show"));
  form.reads();
  year_field(form, say);
  form.integer("library", say("analysis.siruta")).min(std::int64_t{1});
  return form;
}

Json reckoned_json(const Indicator& indicator, const Reckoned& reckoned) {
  Json json =
      Json::object({{"code", std::string(indicator.code)}, {"unit", std::string(indicator.unit)}});
  if (reckoned.value) {
    json.set("value", plain_decimal(*reckoned.value));
  } else {
    json.set("missing", reckoned.missing);
    json.set("why", reckoned.why == FigureKind::number ? std::string("zero")
                                                       : std::string(name_of(reckoned.why)));
  }
  return json;
}

Json unit_json(const UnitYear& one) {
  Json::Array values;
  for (const Indicator& indicator : indicators())
    values.push_back(reckoned_json(indicator, reckon(indicator, one.figures)));
  const PeerBand* band = band_of(one.unit, peer_bands());
  return Json::object({{"siruta", one.unit.siruta},
                       {"name", one.unit.name},
                       {"population", one.unit.population},
                       {"band", band == nullptr ? std::string() : band->code},
                       {"state", std::string(name_of(one.state))},
                       {"indicators", std::move(values)}});
}

Json county_json(const std::vector<UnitYear>& units) {
  Json::Array values;
  for (const Indicator& indicator : indicators()) {
    const Whole whole = whole_of(indicator, units);
    Json json = reckoned_json(indicator, whole.reckoned);
    json.set("counted", whole.counted);
    if (const auto middle = median_of(ranked(indicator, units)))
      json.set("median", plain_decimal(*middle));
    values.push_back(std::move(json));
  }
  return Json(std::move(values));
}

Result<Reply> run_indicators(Call& call, const Values& in) {
  const std::int64_t year = wanted_year(call, in);
  const auto units = county_year(call.work(), year);
  Json::Array rows;
  if (in.has("library")) {
    auto unit = unit_in(units, in.integer("library"));
    if (!unit)
      return Unexpected(std::move(unit).error().at("library"));
    rows.push_back(unit_json(**unit));
  } else {
    for (const UnitYear& one : units)
      rows.push_back(unit_json(one));
  }
  const CountySums sums = county_sums(units, growth_norm_e4(call.work(), year));
  return Reply::data(
      Json::object({{"year", year},
                    {"units", std::move(rows)},
                    {"county", county_json(units)},
                    {"required_additions", Json::object({{"by_unit", sums.required_by_unit},
                                                         {"of_county", sums.required_of_county},
                                                         {"used", "by_unit"}})}}));
}

}  // namespace

void add_indicator_data(ActionList& actions) {
  actions.push_back({"coordination.indicators",
                     ActionKind::read,
                     analysis_readers,
                     "data",
                     indicators_form,
                     R"({"year":2025})",
                     indicators_schema,
                     run_indicators,
                     {}});
}

}  // namespace metodica::coordination
