/// The forms of shelf reading.
#pragma once

#include "ui/form.hpp"

namespace metodica::processing {

Form reading_start_form(const Messages& say);  ///< section, custody, place
/// Names a reading ("reading"); `action` receives it.
Form reading_form(const Messages& say, const char* action);
Form reading_scan_form(const Messages& say);  ///< reading, code
/// Many codes at once: typed or pasted, one a line, or a file of the scanner.
Form reading_load_form(const Messages& say);

/// The codes of a filled reading_load_form: one a line, in a CSV file the first cell of each line.
std::vector<std::string> codes_in(const Values& in);

}  // namespace metodica::processing
