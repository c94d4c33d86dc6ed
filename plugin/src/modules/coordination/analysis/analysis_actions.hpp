/// What people and programs may do with the county's figures.
#pragma once

#include <string>

#include "app/action.hpp"
#include "modules/coordination/analysis/county_rules.hpp"
#include "modules/coordination/analysis/county_table.hpp"

namespace metodica::coordination {

/// Who sees analyses, and who brings what they need.
inline constexpr Roles analysis_readers = {Role::librarian, Role::manager, Role::methodologist,
                                           Role::administrator};
inline constexpr Roles analysts = {Role::methodologist};

inline constexpr std::int64_t first_year = 1990;
inline constexpr std::int64_t last_year = 2100;

/// coordination.indicators: for programs.
void add_indicator_data(ActionList& actions);
/// coordination.analysis (the county by one indicator), load_boundaries, forget_boundaries.
void add_indicator_screens(ActionList& actions);
/// coordination.unit_analysis (one library).
void add_unit_screens(ActionList& actions);
/// coordination.county_table (screen), county_table_file (PDF, XLSX, CSV, Table Schema).
void add_county_table(ActionList& actions);
void add_county_table_files(ActionList& actions);
/// coordination.report, unit_report, unit_reports: documents.
void add_reports(ActionList& actions);
/// coordination.today: the methodologist's day.
void add_today(ActionList& actions);

/// A field "year" that may be left out.
void year_field(Form& form, const Messages& say);
/// A field "siruta" of the unit, required.
void siruta_field(Form& form, const Messages& say);
/// The year asked for, or the usual one.
std::int64_t wanted_year(Call& call, const Values& in);
/// A number of raw arguments, which an HTML form sends as text; 0 for anything else.
std::int64_t typed_number(const Json& typed);
/// The unit of the year. Errors: METODICA_NOT_FOUND "analysis.unknown_unit" {text} at "siruta".
Result<const UnitYear*> unit_in(const std::vector<UnitYear>& units, std::int64_t siruta);

/// Why there is no value, in words: "nu se poate calcula: lipsește „vizite”".
std::string why_not(const Reckoned& reckoned, const Messages& say);
/// The value with the signs of the language, or why there is none.
std::string value_or_why(const Reckoned& reckoned, const Messages& say);
/// The name of an indicator, and with its unit behind.
std::string name_of(const Indicator& indicator, const Messages& say);
std::string name_with_unit(const Indicator& indicator, const Messages& say);

/// What visits and registers know of each unit.
CountyExtras county_extras(UnitOfWork& work, std::int64_t year);

}  // namespace metodica::coordination
