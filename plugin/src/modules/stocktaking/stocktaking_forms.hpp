/// The arguments of the stocktaking actions.
#pragma once

#include "modules/stocktaking/stocktaking_store.hpp"
#include "ui/form.hpp"

namespace metodica::stocktaking {

Form open_form(const Messages& say);
/// Without the list of copies, which the action makes.
Session read_session(const Values& in);

Form statement_form(const Messages& say);  ///< session and the statement
Statement read_statement(const Values& in);

Form close_form(const Messages& say);  ///< session and the minutes
Close read_close(const Values& in);

Form session_form(const Messages& say, std::string action);        ///< session, to read a screen
Form session_write_form(const Messages& say, std::string action);  ///< session, to write
Form scan_form(const Messages& say);                               ///< session, code
Form copy_form(const Messages& say);                               ///< session, register, number
Form note_form(const Messages& say);                               ///< the same with kind and text

}  // namespace metodica::stocktaking
