/// Sheets of labels for copies and for shelves: what is printed, as PDF and as a picture.
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "modules/processing/copy_choice.hpp"
#include "modules/processing/label_content.hpp"

namespace metodica::processing {

/// On what and how.
struct SheetRequest {
  std::string sheet;       ///< code; "" = L7651
  std::int64_t start = 1;  ///< first free position of a part-used sheet
  std::string printer;     ///< one of label_printers, "" = none: no offset
  bool colours = false;    ///< the band of the class
  bool frames = false;
};

struct LabelRequest {
  std::string kind;    ///< "spine", "barcode", "pocket"
  bool test = false;   ///< the test page of the sheet, no copies
  CopyChoice choice;   ///< which "new": those without a label of this kind
  std::string code;    ///< symbology: "code_128" ...; "" = none (pocket) or Code 128
  bool owner = false;  ///< the institution on it
  SheetRequest on;
};

/// Remembers which copies got a label; a repeated key prints the same labels again. Errors,
/// METODICA_INVALID: processing.no_labels at "which", processing.too_many_labels {count} at
/// "which", processing.unknown_sheet {text}{sheets} at "sheet", processing.label_start {count} at
/// "start", labels.printer_unknown {text} at "printer", those of chosen_copies and Documents.
Result<std::string> labels_pdf(Call& call, const LabelRequest& request);

/// What the first sheet would look like; nothing is remembered.
struct LabelPreview {
  LabelPicture picture;
  std::int64_t labels = 0;
  std::int64_t next_start = 1;  ///< first position that stays free on the last sheet; 1: none
};
Result<LabelPreview> labels_preview(Call& call, const LabelRequest& request);

/// Shelf-end labels: each span with the words of its classes in the caller's language.
struct ShelfEndRequest {
  std::vector<ShelfSpan> spans;
  SheetRequest on;  ///< its sheet "" = L7163
};

/// Errors: METODICA_INVALID labels.no_spans at "spans", and as labels_pdf.
Result<std::string> shelf_ends_pdf(Call& call, const ShelfEndRequest& request);
Result<LabelPreview> shelf_ends_preview(Call& call, const ShelfEndRequest& request);

/// The classes in use on the shelf of a section ("" = all, "-" = without a letter), cut to so many
/// digits: what shelf-end labels begin with.
std::vector<ShelfSpan> classes_on_shelf(UnitOfWork& work, const std::string& section,
                                        std::size_t digits);

/// The sheets of the library before those of the program; empty when the printing part is missing.
std::vector<LabelSheet> all_sheets(Call& call);
/// One of them. Error: processing.unknown_sheet at "sheet".
Result<LabelSheet> sheet_named(Call& call, const std::string& code);

/// The test page of a sheet as a picture. Errors: as labels_pdf.
Result<LabelPicture> sheet_picture(Call& call, const LabelSheet& sheet);

}  // namespace metodica::processing
