/// What is typed about visits and measures.
#pragma once

#include <string>

#include "modules/coordination/network/unit_choice.hpp"
#include "modules/coordination/visits/visits_store.hpp"
#include "ui/form.hpp"
#include "ui/values.hpp"

namespace metodica::coordination {

/// One visit with its people and new measures: the record that is typed on site.
Form visit_form(const Messages& say, const UnitChoice& units = {});
/// A visit as it was typed. Errors: METODICA_INVALID "visit.person" {text} at "people".
struct TypedVisit {
  Visit visit;  ///< without its methodologist
  std::string methodologist;
  std::vector<MetPerson> people;
  std::vector<Measure> measures;  ///< new ones, without number and visit
};
Result<TypedVisit> read_visit(const Values& in);
/// What visit_form shows of a known visit.
Json shown_visit(const Visit& visit, const std::string& methodologist,
                 const std::vector<VisitPerson>& people);

/// Opens a visit by number.
Form visit_number_form(const Messages& say, std::string action);
/// Opens the empty form, of a unit when it is named, or a known visit.
Form open_visit_form(const Messages& say);
/// Something of one unit, by its SIRUTA code.
Form visit_unit_form(const Messages& say, std::string action);
Form visit_year_form(const Messages& say, std::string action);
Form visit_state_form(const Messages& say);
Form measure_form(const Messages& say);
Form measure_number_form(const Messages& say);
Form follow_form(const Messages& say);

}  // namespace metodica::coordination
