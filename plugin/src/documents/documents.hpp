/// The door to the layout engine. The rest of the plugin sees only this class and the plain data
/// beside it, because the engine (Pango, Cairo, zint) lives in a private library that is opened at
/// first use.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "documents/flow_document.hpp"
#include "documents/labels.hpp"
#include "documents/poster.hpp"
#include "documents/register_table.hpp"
#include "metodica/result.hpp"
#include "text/messages.hpp"

namespace metodica {

/// Turns papers into PDF bytes. The same paper gives the same bytes: fonts are embedded, the
/// creation date is the day of listing. `words` gives the fixed furniture ("Pagina 1 din 3",
/// "Report") and the number style of its language. Not for use from two threads at once; two
/// objects may work side by side.
///
/// Errors of all: METODICA_INVALID "documents.not_utf8", "documents.no_room" (margins or fixed
/// columns leave no width), "documents.font_missing"; METODICA_DEFECT "documents.drawing" {text}.
class Documents {
 public:
  virtual ~Documents() = default;

  /// A register. Rows are pulled once; about 0.3 KiB a row are kept until the number of pages is
  /// known. Errors: METODICA_INVALID "documents.no_columns", "documents.cell_kind" {row, column}
  /// when a cell does not fit the `numeric` of its column.
  virtual Result<std::string> register_pdf(const RegisterPaper& paper, const Messages& words) = 0;

  /// Minutes, a note, a list with text around it.
  virtual Result<std::string> flow_pdf(const FlowPaper& paper, const Messages& words) = 0;

  /// Label sheets. Errors: METODICA_INVALID "documents.label_start" {count}, those of check_sheet,
  /// "documents.barcode" {text}{code} for a value that the symbology cannot hold,
  /// "documents.barcode_room" {text}{code} when its bars would be too narrow on this label.
  virtual Result<std::string> labels_pdf(const LabelPaper& paper, const Messages& words) = 0;

  /// The first sheet of the same as a picture for a screen. Errors: as labels_pdf.
  virtual Result<LabelPicture> labels_picture(const LabelPaper& paper, const Messages& words) = 0;

  /// The sheets that ship with the program (plugin/data/label-sheets.csv), in the order of the
  /// file.
  [[nodiscard]] virtual std::vector<LabelSheet> label_sheets() const = 0;

  /// Whether the labels of a sheet lie on its page and beside each other. Errors: METODICA_INVALID
  /// with the field of LabelSheet at fault, see documents/label_sheets.hpp.
  [[nodiscard]] virtual Result<void> check_sheet(const LabelSheet& sheet) const = 0;

  /// A poster: for print as PDF with bleed, for the web at its pixels; as PNG at 300 dots an inch
  /// in print, without bleed; in small for a screen, pictures as grey boxes. Errors of all three:
  /// those of lay_out (documents/poster_layout.hpp), at the slot or at "accent"; METODICA_INVALID
  /// "documents.poster_design" {text} when there is no such design for the ratio.
  virtual Result<std::string> poster_pdf(const Poster& poster, const PosterSize& size) = 0;
  virtual Result<std::string> poster_png(const Poster& poster, const PosterSize& size) = 0;
  virtual Result<PosterPicture> poster_picture(const Poster& poster, const PosterSize& size) = 0;
};

std::unique_ptr<Documents> make_documents();

}  // namespace metodica
