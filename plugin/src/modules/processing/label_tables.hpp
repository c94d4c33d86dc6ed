/// Sheets, printers and colours of a library: all SQL about labels beside what was printed (that is
/// in processing_store.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "documents/labels.hpp"
#include "modules/processing/label_content.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"
#include "text/messages.hpp"

namespace metodica::processing {

/// The library's own sheets, by code.
std::vector<LabelSheet> own_sheets(UnitOfWork& work);
/// Adds a sheet or replaces the one of that code.
void keep_sheet(UnitOfWork& work, const LabelSheet& sheet, Date on, std::string_view by);
/// False when there was none of that code.
bool remove_sheet(UnitOfWork& work, const std::string& code);

/// A printer and by how much it prints beside the right place.
struct LabelPrinter {
  std::string name;
  std::int64_t offset_x = 0;  ///< hundredths of a millimetre to the right
  std::int64_t offset_y = 0;  ///< and down
};
std::vector<LabelPrinter> label_printers(UnitOfWork& work);
void replace_printers(UnitOfWork& work, const std::vector<LabelPrinter>& printers);

/// Colours of classes: those of the library, or those that come with the program (their names are
/// then words of the messages: "labels.colour.grey").
std::vector<ClassColour> class_colours(UnitOfWork& work, const Messages& say);
void replace_colours(UnitOfWork& work, const std::vector<ClassColour>& colours);

/// The different classes on labels of a section ("" = all, "-" = without a letter), in shelf order.
std::vector<std::string> shelf_classes(UnitOfWork& work, const std::string& section);

}  // namespace metodica::processing
