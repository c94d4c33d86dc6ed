#include "modules/processing/label_screens.hpp"

#include "modules/processing/label_forms.hpp"
#include "modules/processing/processing_screens.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t usual_digits = 1;

LabelChoices choices_of(Call& call) {
  LabelChoices choices;
  for (const auto& sheet : all_sheets(call))
    choices.sheets.push_back(sheet.code);
  for (const auto& printer : label_printers(call.work()))
    choices.printers.push_back(printer.name);
  return choices;
}

// The picture, its figures, and the button that prints what is seen.
void add_preview(Call& call, const LabelPreview& preview, const std::string& paper,
                 const Json& typed, Screen& screen) {
  const Messages& say = call.say();
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  Table figures("preview");
  figures.column("what", say("labels.col.what"));
  figures.column("count", say("labels.col.count"), CellKind::integer);
  figures.row({say("labels.count"), shown(preview.labels)});
  figures.row({say("labels.sheets"), shown(preview.picture.sheets)});
  figures.row({say("labels.next_start"), shown(preview.next_start)});
  screen.heading(say("labels.preview"));
  screen.say(say("processing.print_exact"));
  Button print{say("processing.labels_send"), paper, typed};
  print.writes = true;  // which labels were printed is remembered
  print.primary = true;
  screen.actions({print});
  screen.picture(preview.picture.svg,
                 say("labels.picture", {{"count", preview.labels},
                                        {"sheets", std::int64_t{preview.picture.sheets}},
                                        {"next", preview.next_start}}),
                 figures);
}

// `typed` is what was asked for, null for a first look.
Screen labels_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.labels", say("processing.labels_screen_title"));
  screen.sub(say("processing.labels_sub"));
  add_label_tabs(call, "processing.labels", screen);
  std::vector<Figure> waiting;
  for (const char* kind : {"spine", "barcode", "pocket"}) {
    waiting.push_back({say(std::string("labels.waiting.") + kind),
                       shown_integer(count_unlabelled(call.work(), kind), say.lang())});
  }
  screen.figures(waiting);
  Form form = labels_form(say, "processing.labels_preview", choices_of(call));
  form.reads();
  screen.form(form, say, typed, problems);
  return screen;
}

Result<Reply> run_preview(Call& call, const Values& in) {
  METODICA_TRY(const LabelPreview preview, labels_preview(call, read_labels(in)));
  Screen screen = labels_screen(call, in.json(), {});
  add_preview(call, preview, "processing.labels_paper", in.json(), screen);
  return Reply::screen(screen);
}

Result<Reply> run_paper(Call& call, const Values& in) {
  METODICA_TRY(std::string pdf, labels_pdf(call, read_labels(in)));
  return Reply::document("etichete.pdf", "application/pdf", std::move(pdf));
}

Json spans_json(const std::vector<ShelfSpan>& spans) {
  Json::Array texts;
  for (const ShelfSpan& span : spans)
    texts.emplace_back(text_of(span));
  return Json::object({{"spans", std::move(texts)}, {"colours", true}});
}

Screen shelf_screen(Call& call, const Json& asked, const Json& typed,
                    const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.shelf_ends", say("labels.shelf_title"));
  screen.sub(say("labels.shelf_sub"));
  add_label_tabs(call, "processing.shelf_ends", screen);
  screen.form(shelf_classes_form(say), say, asked);
  Form form = shelf_ends_form(say, "processing.shelf_ends_preview", choices_of(call));
  form.reads();
  screen.form(form, say, typed, problems);
  return screen;
}

Result<Reply> run_shelf(Call& call, const Values& in) {
  const auto digits =
      static_cast<std::size_t>(in.integer("digits", static_cast<std::int64_t>(usual_digits)));
  return Reply::screen(shelf_screen(
      call, in.json(), spans_json(classes_on_shelf(call.work(), in.text("section"), digits)), {}));
}

Result<Reply> run_shelf_preview(Call& call, const Values& in) {
  METODICA_TRY(const LabelPreview preview, shelf_ends_preview(call, read_shelf_ends(in)));
  Screen screen = shelf_screen(call, {}, in.json(), {});
  add_preview(call, preview, "processing.shelf_ends_paper", in.json(), screen);
  return Reply::screen(screen);
}

Result<Reply> run_shelf_paper(Call& call, const Values& in) {
  METODICA_TRY(std::string pdf, shelf_ends_pdf(call, read_shelf_ends(in)));
  return Reply::document("etichete-raft.pdf", "application/pdf", std::move(pdf));
}

Result<Reply> labels_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(labels_screen(call, typed, problems));
}

Result<Reply> shelf_again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(shelf_screen(call, {}, typed, problems));
}

// A form that also is the arguments of its action.
auto form_of(Form (*make)(const Messages&, const std::string&, const LabelChoices&),
             const char* action, bool reads) {
  return [=](const Messages& say) {
    Form form = make(say, action, {});
    if (reads)
      form.reads();
    return form;
  };
}

constexpr const char* labels_example =
    R"({"kind":"spine","which":"lot","lot":"1/2026","sheet":"L7651","start":1})";
constexpr const char* shelf_example = R"({"spans":["5","821.135.1 – 821.511"],"colours":true})";

}  // namespace

void add_label_tabs(Call& call, const std::string& action, Screen& screen) {
  std::vector<Tab> tabs;
  std::size_t at = 0;
  for (const char* name : {"processing.labels", "processing.shelf_ends", "processing.label_sheets",
                           "processing.label_printers", "processing.class_colours"}) {
    if (action == name)
      at = tabs.size();
    tabs.push_back({call.say()("labels.tab." + std::string(name)), name, Json::object()});
  }
  screen.tabs(at, tabs);
}

void add_label_screens(ActionList& actions) {
  actions.push_back({"processing.labels",
                     ActionKind::read,
                     workers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(labels_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back({"processing.labels_preview",
                     ActionKind::read,
                     workers,
                     "screen",
                     form_of(labels_form, "processing.labels_preview", true),
                     labels_example,
                     {},
                     run_preview,
                     labels_again});
  actions.push_back({"processing.labels_paper",
                     ActionKind::paper,
                     workers,
                     "document",
                     form_of(labels_form, "processing.labels_paper", false),
                     labels_example,
                     {},
                     run_paper,
                     labels_again});
  actions.push_back({"processing.shelf_ends",
                     ActionKind::read,
                     workers,
                     "screen",
                     shelf_classes_form,
                     R"({"section":"C","digits":2})",
                     {},
                     run_shelf,
                     {}});
  actions.push_back({"processing.shelf_ends_preview",
                     ActionKind::read,
                     workers,
                     "screen",
                     form_of(shelf_ends_form, "processing.shelf_ends_preview", true),
                     shelf_example,
                     {},
                     run_shelf_preview,
                     shelf_again});
  actions.push_back({"processing.shelf_ends_paper",
                     ActionKind::paper,
                     workers,
                     "document",
                     form_of(shelf_ends_form, "processing.shelf_ends_paper", false),
                     shelf_example,
                     {},
                     run_shelf_paper,
                     shelf_again});
}

}  // namespace metodica::processing
