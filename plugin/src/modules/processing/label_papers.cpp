#include "modules/processing/label_papers.hpp"

#include <algorithm>
#include <set>
#include <utility>

#include "app/settings.hpp"
#include "bibliography/author_title.hpp"
#include "bibliography/shelf_udc.hpp"
#include "bibliography/spine_label.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/label_tables.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t most_labels = 10'000;
constexpr std::size_t label_characters = 10;  // domain note on classification, 6.1
constexpr double per_millimetre = 100;
constexpr const char* usual_sheet = "L7651";
constexpr const char* usual_shelf_sheet = "L7163";

Symbology symbology_of(const std::string& code) {
  constexpr std::pair<std::string_view, Symbology> known[] = {
      {"code_39", Symbology::code_39},
      {"ean_13", Symbology::ean_13},
      {"qr", Symbology::qr},
      {"data_matrix", Symbology::data_matrix}};
  for (const auto& [name, symbology] : known) {
    if (name == code)
      return symbology;
  }
  return Symbology::code_128;
}

Result<LabelPrinter> printer_named(UnitOfWork& work, const std::string& name) {
  if (name.empty())
    return LabelPrinter();
  for (auto& printer : label_printers(work)) {
    if (printer.name == name)
      return std::move(printer);
  }
  return invalid("labels.printer_unknown", {{"text", name}}, "printer");
}

// Sheet, first position and offset: all of a paper but its labels.
Result<LabelPaper> empty_paper(Call& call, const SheetRequest& on) {
  LabelPaper paper;
  METODICA_TRY(paper.sheet, sheet_named(call, on.sheet));
  METODICA_TRY(const LabelPrinter printer, printer_named(call.work(), on.printer));
  if (on.start > paper.sheet.positions())
    return invalid("processing.label_start", {{"count", paper.sheet.positions()}}, "start");
  paper.start = static_cast<int>(on.start);
  paper.offset_x = static_cast<double>(printer.offset_x) / per_millimetre;
  paper.offset_y = static_cast<double>(printer.offset_y) / per_millimetre;
  paper.frames = on.frames;
  paper.title = call.say()("processing.labels_title");
  paper.listed_on = call.today();
  return paper;
}

// What would be printed for one copy, "" when it lacks that.
std::string printed_of(const std::string& kind, const CopyLine& copy) {
  return kind == "barcode" ? copy.barcode : copy.call_number;
}

Result<std::vector<PrintedLabel>> choose_labels(Call& call, const LabelRequest& request) {
  std::vector<InventoryNumber> numbers;
  if (request.choice.which == choice::fresh) {
    for (const auto& mark : unlabelled(call.work(), request.kind, most_labels + 1))
      numbers.push_back(mark.number);
  } else {
    METODICA_TRY(numbers, chosen_copies(call, request.choice, most_labels));
  }
  std::vector<PrintedLabel> labels;
  for (const auto& number : numbers) {
    const auto copy = registers::copy(call.work(), number);
    if (!copy || copy->gone || printed_of(request.kind, *copy).empty())
      continue;
    labels.push_back({number, printed_of(request.kind, *copy)});
  }
  if (labels.empty())
    return invalid("processing.no_labels", {}, "which");
  if (labels.size() > most_labels) {
    return invalid("processing.too_many_labels",
                   {{"count", static_cast<std::int64_t>(most_labels)}}, "which");
  }
  return labels;
}

/// Makes the labels of one request; what does not depend on the copy is read once.
class LabelMaker {
 public:
  LabelMaker(Call& call, const LabelRequest& request)
      : call_(call),
        request_(request),
        symbology_(symbology_of(request.code)),
        owner_(request.owner ? setting(call.work(), "institution.name") : std::string()) {
    if (request.on.colours)
      colours_ = class_colours(call.work(), call.say());
  }

  Label make(const PrintedLabel& printed) {
    Label label;
    label.symbology = symbology_;
    const auto mark = mark_of(call_.work(), printed.number);
    if (mark)
      label.band = band_of(colours_, mark->udc);
    if (request_.kind == "spine") {
      label.lines = mark && mark->call_number == printed.printed && !mark->mark.udc.empty()
                        ? label_lines(mark->mark, label_characters)
                        : spine_lines(printed.printed, label_characters);
    } else if (request_.kind == "barcode") {
      if (!owner_.empty())
        label.lines.push_back(owner_);
      if (mark)
        label.lines.push_back(mark->call_number);
      label.barcode = printed.printed;
    } else {
      fill_card(label, printed);
    }
    return label;
  }

 private:
  void fill_card(Label& label, const PrintedLabel& printed) {
    label.look = LabelLook::card;
    const auto copy = registers::copy(call_.work(), printed.number);
    label.lines.push_back(printed.printed);
    if (copy)
      label.lines.push_back(author_and_title(copy->author, copy->title));
    label.lines.push_back(
        call_.say()("labels.inventory", {{"number", printed.number.shown_with_register()}}));
    if (!owner_.empty())
      label.lines.push_back(owner_);
    if (copy && !request_.code.empty())
      label.barcode = copy->barcode;
  }

  Call& call_;
  const LabelRequest& request_;
  Symbology symbology_;
  std::string owner_;
  std::vector<ClassColour> colours_;
};

Result<LabelPaper> paper_of(Call& call, const LabelRequest& request,
                            const std::vector<PrintedLabel>& printed) {
  METODICA_TRY(LabelPaper paper, empty_paper(call, request.on));
  LabelMaker maker(call, request);
  paper.labels.reserve(printed.size());
  for (const auto& label : printed)
    paper.labels.push_back(maker.make(label));
  return paper;
}

std::string words_of_class(const CaptionIndex& index, const std::string& mark,
                           std::string_view lang) {
  const UdcCaption* caption = index.captions.nearest(class_in(mark));
  return caption == nullptr ? std::string() : caption->in(lang);
}

Result<LabelPaper> shelf_paper(Call& call, ShelfEndRequest request) {
  if (request.spans.empty())
    return invalid("labels.no_spans", {}, "spans");
  if (request.on.sheet.empty())
    request.on.sheet = usual_shelf_sheet;
  METODICA_TRY(LabelPaper paper, empty_paper(call, request.on));
  const auto index = captions_of(call.work());
  const auto colours = class_colours(call.work(), call.say());
  for (const ShelfSpan& span : request.spans) {
    Label label;
    label.look = LabelLook::shelf_end;
    label.lines.push_back(text_of(span));
    const std::string from = words_of_class(*index, span.from, call.say().lang());
    const std::string to = words_of_class(*index, span.to, call.say().lang());
    if (!from.empty())
      label.lines.push_back(from);
    if (!to.empty() && to != from)
      label.lines.push_back("– " + to);
    if (request.on.colours)
      label.band = band_of(colours, class_in(span.from));
    paper.labels.push_back(std::move(label));
  }
  return paper;
}

Result<LabelPreview> preview_of(Call& call, const LabelPaper& paper) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  LabelPreview preview;
  METODICA_TRY(preview.picture, documents->labels_picture(paper, call.say()));
  preview.labels = static_cast<std::int64_t>(paper.labels.size());
  const std::int64_t each = paper.sheet.positions();
  preview.next_start = (paper.start - 1 + preview.labels) % each + 1;
  return preview;
}

}  // namespace

std::vector<LabelSheet> all_sheets(Call& call) {
  const auto documents = call.services().documents();
  if (!documents)
    return {};
  std::vector<LabelSheet> sheets = own_sheets(call.work());
  for (auto& sheet : (*documents)->label_sheets()) {
    const bool replaced = std::any_of(sheets.begin(), sheets.end(),
                                      [&](const auto& own) { return own.code == sheet.code; });
    if (!replaced)
      sheets.push_back(std::move(sheet));
  }
  return sheets;
}

Result<LabelSheet> sheet_named(Call& call, const std::string& code) {
  METODICA_CHECK(call.services().documents());
  const std::string wanted = code.empty() ? usual_sheet : code;
  std::string known;
  for (auto& sheet : all_sheets(call)) {
    if (sheet.code == wanted)
      return std::move(sheet);
    known += (known.empty() ? "" : ", ") + sheet.code;
  }
  return invalid("processing.unknown_sheet", {{"text", wanted}, {"sheets", known}}, "sheet");
}

Result<std::string> labels_pdf(Call& call, const LabelRequest& request) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  if (request.test) {
    METODICA_TRY(LabelPaper paper, empty_paper(call, request.on));
    paper.test_page = true;
    return documents->labels_pdf(paper, call.say());
  }
  auto printed = printed_with(call.work(), call.key());
  const bool again = !printed.empty();
  if (!again) {
    METODICA_TRY(printed, choose_labels(call, request));
  }
  METODICA_TRY(LabelPaper paper, paper_of(call, request, printed));
  if (!again) {
    keep_printed(call.work(), call.key(), request.kind, printed, call.today(), call.caller().user);
  }
  paper.listed_on = printed_on(call.work(), call.key());
  return documents->labels_pdf(paper, call.say());
}

Result<LabelPreview> labels_preview(Call& call, const LabelRequest& request) {
  if (request.test) {
    METODICA_TRY(LabelPaper paper, empty_paper(call, request.on));
    paper.test_page = true;
    return preview_of(call, paper);
  }
  METODICA_TRY(const auto printed, choose_labels(call, request));
  METODICA_TRY(const LabelPaper paper, paper_of(call, request, printed));
  return preview_of(call, paper);
}

Result<std::string> shelf_ends_pdf(Call& call, const ShelfEndRequest& request) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(const LabelPaper paper, shelf_paper(call, request));
  return documents->labels_pdf(paper, call.say());
}

Result<LabelPreview> shelf_ends_preview(Call& call, const ShelfEndRequest& request) {
  METODICA_TRY(const LabelPaper paper, shelf_paper(call, request));
  return preview_of(call, paper);
}

std::vector<ShelfSpan> classes_on_shelf(UnitOfWork& work, const std::string& section,
                                        std::size_t digits) {
  std::set<std::string> seen;
  std::vector<ShelfSpan> spans;
  for (const std::string& udc : shelf_classes(work, section)) {
    const std::string main = first_main_digits(udc).substr(0, digits);
    if (!main.empty() && seen.insert(main).second)
      spans.push_back({dotted_digits(main), {}});
  }
  return spans;
}

Result<LabelPicture> sheet_picture(Call& call, const LabelSheet& sheet) {
  METODICA_TRY(Documents* const documents, call.services().documents());
  LabelPaper paper;
  paper.sheet = sheet;
  paper.test_page = true;
  return documents->labels_picture(paper, call.say());
}

}  // namespace metodica::processing
