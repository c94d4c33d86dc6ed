/// The arguments of the register actions.
#pragma once

#include "modules/registers/api.hpp"
#include "modules/registers/opening.hpp"
#include "ui/form.hpp"

namespace metodica::registers {

/// Kind, number and date of an act, as a part named "act" of another form.
void add_act_part(Form& form, const Messages& say);
Act read_act(const Values& in);

Form open_form(const Messages& say);
Result<Opening> read_opening(const Values& in);
OpeningCopy read_copy(const Values& row);
/// Batches of lines sent ahead of the opening.
Form opening_lines_form(const Messages& say);

Form rmf_form(const Messages& say);  ///< year, part
Form ri_form(const Messages& say);   ///< register, from, to
Form exit_form(const Messages& say);
Result<Exit> read_exit(const Values& in, Date today);
Form close_form(const Messages& say);    ///< year
Form verify_form(const Messages& say);   ///< nothing, or the state of a check that goes on
Form correct_form(const Messages& say);  ///< year, number of the lot that was registered wrongly

}  // namespace metodica::registers
