/// What a person or a program gives to the actions of acquisition, and how it becomes an act.
#pragma once

#include "modules/acquisition/act.hpp"
#include "ui/form.hpp"
#include "ui/values.hpp"

namespace metodica::acquisition {

/// acquisition.receive: one act with its lines, all in one call.
Form receive_form(const Messages& say);
/// Errors: acquisition.no_price {row} at "lines/<row>/unit_net": exactly one of the three prices.
Result<Act> read_receive(const Values& in, Date today, Percent usual_vat);

/// acquisition.start and acquisition.amend: the document itself. Drafts are named by the hidden
/// field "id".
Form start_form(const Messages& say);
Form amend_form(const Messages& say);
void read_document(const Values& in, Act& act);
Json document_values(const Act& act);

/// acquisition.save_lines: titles and charges of a draft. The form that is shown asks for one kind
/// of price only, that of the source.
Form lines_form(const Messages& say);
Form lines_form_shown(const Messages& say, const Act& act, Percent usual_vat);
/// Replaces the lines of the act; a title that stays keeps its class. The count starts anew.
/// Errors: those of read_line().
Result<void> read_lines(const Values& in, Percent usual_vat, Act& act);
Json lines_values(const Act& act);

/// acquisition.count: what the commission found.
Form count_form(const Messages& say);
/// Errors: acquisition.count_too_many {title} at "lines/<row>/accepted"; acquisition.line_unknown;
/// acquisition.no_minutes at "minutes_number" when something differs.
Result<void> read_count(const Values& in, Act& act);
Json count_values(const Act& act);

/// Values that a choice offers, from the data of the library.
using Options = std::vector<std::pair<std::string, std::string>>;

/// acquisition.classify: class, RMF group, register and custody of each line of copies.
Form classify_form(const Messages& say, const Options& contents = {},
                   const Options& registers = {});
/// Errors: acquisition.line_unknown.
Result<void> read_classes(const Values& in, Act& act);

/// acquisition.prices: the act's own total, and why it differs.
Form prices_form(const Messages& say);
void read_prices(const Values& in, Act& act);
Json prices_values(const Act& act);

/// acquisition.sign and acquisition.cancel.
Form sign_form(const Messages& say);
Form cancel_form(const Messages& say);

/// One act, by its id; with the step to show.
Form act_form(const Messages& say);
/// Acts before one of them.
Form acts_form(const Messages& say);

}  // namespace metodica::acquisition
