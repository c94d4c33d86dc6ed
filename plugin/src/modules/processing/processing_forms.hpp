/// The forms of the subject and how they are read.
#pragma once

#include <string>
#include <vector>

#include "modules/processing/shelving.hpp"
#include "ui/form.hpp"

namespace metodica::processing {

Form queue_form(const Messages& say);  ///< arguments of processing.queue
Form copy_form(const Messages& say);   ///< arguments of processing.copy: register, number, udc

/// The class of a copy, asked again on its screen: reads, opens processing.copy.
Form class_form(const Messages& say);

/// Arguments of processing.save and processing.give_mark.
Form save_form(const Messages& say, const std::string& action);
/// The same as drawn on the screen of a copy: the copy hidden, the class fixed, and only what the
/// scheme needs.
Form mark_form(const Messages& say, const MarkScheme& scheme);
MarkRequest read_mark(const Values& in);

Form shelf_list_form(const Messages& say);
Form shelf_paper_form(const Messages& say);

/// Rules of shortening, sent to `action`: processing.rules_preview or processing.rules_save.
Form rules_form(const Messages& say, const std::string& action);
std::vector<ShelfRule> read_rules(const Values& in);
std::vector<UdcPart> read_kept(const Values& in);
/// Rules as the values of the form.
Json rules_json(const std::vector<ShelfRule>& rules, const std::vector<UdcPart>& kept);

Form author_table_form(const Messages& say);

}  // namespace metodica::processing
