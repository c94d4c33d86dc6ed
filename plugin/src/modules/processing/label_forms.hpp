/// The forms of labels and how they are read.
#pragma once

#include <string>
#include <vector>

#include "modules/processing/label_papers.hpp"
#include "modules/processing/label_tables.hpp"
#include "ui/form.hpp"

namespace metodica::processing {

/// What a person chooses from; empty where data must not be asked (the action checks then).
struct LabelChoices {
  std::vector<std::string> sheets;
  std::vector<std::string> printers;
};

/// Labels of copies, sent to `action`: processing.labels_preview or processing.labels_paper.
Form labels_form(const Messages& say, const std::string& action, const LabelChoices& choices);
LabelRequest read_labels(const Values& in);

/// Labels of shelves: processing.shelf_ends_preview or processing.shelf_ends_paper.
Form shelf_ends_form(const Messages& say, const std::string& action, const LabelChoices& choices);
ShelfEndRequest read_shelf_ends(const Values& in);
/// The classes on the shelf, to begin with.
Form shelf_classes_form(const Messages& say);

Form sheet_form(const Messages& say);
/// Errors: METODICA_INVALID labels.length {text} at the field that is no length.
Result<LabelSheet> read_sheet(const Values& in);
Json sheet_json(const LabelSheet& sheet, std::string_view lang);

Form printers_form(const Messages& say);
/// Errors: METODICA_INVALID labels.length, labels.printer_twice {text} at "printers/<row>/...".
Result<std::vector<LabelPrinter>> read_printers(const Values& in);
Json printers_json(const std::vector<LabelPrinter>& printers, std::string_view lang);

Form colours_form(const Messages& say);
/// Errors: METODICA_INVALID labels.colour_value {text} at "colours/<row>/colour", those of
/// check_colours.
Result<std::vector<ClassColour>> read_colours(const Values& in);
Json colours_json(const std::vector<ClassColour>& colours);

}  // namespace metodica::processing
