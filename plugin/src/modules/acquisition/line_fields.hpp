/// Fields that the data action and the screens share, and how they are read.
#pragma once

#include "modules/acquisition/act.hpp"
#include "ui/form.hpp"
#include "ui/values.hpp"

namespace metodica::acquisition {

/// A percentage with up to four decimals, from 0 to 100.
Field& add_percent(Form& form, const std::string& name, std::string label);
Percent percent(const Values& in, std::string_view name);
/// "11" or "5.5000" for a form.
Json percent_json(Percent percent);

void add_source(Form& form, const Messages& say);  ///< source and partner
void read_source(const Values& in, Act& act);
void add_act(Form& form, const Messages& say);  ///< the part "act": kind, number, date

void add_description(Form& lines, const Messages& say);        ///< author, title ... language
void add_whole_description(Form& lines, const Messages& say);  ///< publication and ISBD given whole
void add_class(Form& lines, const Messages& say);              ///< class, group, register, custody
void read_class(const Values& in, Line& line);
void add_prices(Form& lines, const Messages& say);  ///< three prices, discount, VAT, charge

/// Description and price of one line. Errors: acquisition.no_price {row} at "lines/<row>/unit_net";
/// acquisition.no_language, acquisition.no_title for a line of copies.
Result<Line> read_line(const Values& in, std::size_t row, Percent usual_vat);

}  // namespace metodica::acquisition
