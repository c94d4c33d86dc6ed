// What the screens, papers and data of the analyses have in common.

#include <algorithm>
#include <charconv>

#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/compliance/duty_store.hpp"
#include "modules/coordination/visits/visits_store.hpp"

namespace metodica::coordination {

void year_field(Form& form, const Messages& say) {
  form.integer("year", say("analysis.year")).min(first_year).max(last_year);
}

void siruta_field(Form& form, const Messages& say) {
  form.integer("siruta", say("analysis.siruta")).required().min(std::int64_t{1});
}

std::int64_t wanted_year(Call& call, const Values& in) {
  return in.has("year") ? in.integer("year") : usual_year(call.work(), call.today());
}

std::int64_t typed_number(const Json& typed) {
  std::int64_t number = typed.integer();
  const std::string& text = typed.text();
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

Result<const UnitYear*> unit_in(const std::vector<UnitYear>& units, std::int64_t siruta) {
  const auto found = std::ranges::find_if(
      units, [siruta](const UnitYear& one) { return one.unit.siruta == siruta; });
  if (found == units.end()) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "analysis.unknown_unit", {{"text", std::to_string(siruta)}})
            .at("siruta"));
  }
  return &*found;
}

std::string why_not(const Reckoned& reckoned, const Messages& say) {
  const char* id = "analysis.zero_term";
  if (reckoned.why == FigureKind::not_reported)
    id = "analysis.missing_term";
  else if (reckoned.why == FigureKind::not_counted)
    id = "analysis.uncounted_term";
  else if (reckoned.why == FigureKind::not_applicable)
    id = "analysis.inapplicable_term";
  return say(id, {{"term", say("analysis.term." + reckoned.missing)}});
}

std::string value_or_why(const Reckoned& reckoned, const Messages& say) {
  return reckoned.value ? shown_decimal(*reckoned.value, say.lang()) : why_not(reckoned, say);
}

std::string name_of(const Indicator& indicator, const Messages& say) {
  return say("indicator." + std::string(indicator.code));
}

std::string name_with_unit(const Indicator& indicator, const Messages& say) {
  const std::string name = name_of(indicator, say);
  const std::string unit = say("indicator.unit." + std::string(indicator.unit));
  return name.find(unit) == std::string::npos ? name + " (" + unit + ")" : name;
}

CountyExtras county_extras(UnitOfWork& work, std::int64_t year) {
  CountyExtras extras;
  for (const Visit& visit : visits_of_year(work, year)) {
    if (visit.state == "held" || visit.state == "signed")
      ++extras.visits[visit.siruta];
  }
  const auto units = libraries_of_units(work);
  for (const auto& [library, day] : last_stocktakings(work, year)) {
    if (const auto unit = units.find(library); unit != units.end())
      extras.stock_checks[unit->second] = day;
  }
  return extras;
}

}  // namespace metodica::coordination
