#include "modules/processing/label_forms.hpp"

#include <algorithm>

namespace metodica::processing {
namespace {

constexpr std::size_t most_spans = 500;
constexpr std::size_t most_printers = 50;
constexpr std::size_t most_colours = 200;
constexpr std::size_t longest_length = 8;
constexpr std::int64_t most_offset = 5000;  // hundredths: five centimetres
constexpr double per_millimetre = 100;

constexpr const char* symbologies[] = {"code_128", "code_39", "ean_13", "qr", "data_matrix"};
constexpr const char* lengths[] = {"width",   "height",  "left",  "top",
                                   "pitch_x", "pitch_y", "corner"};

void add_sheet_fields(Form& form, const Messages& say, const LabelChoices& choices,
                      const char* usual) {
  Field& sheet = form.choice("sheet", say("processing.sheet")).initial(usual);
  for (const auto& code : choices.sheets)
    sheet.option(code, code);
  form.integer("start", say("processing.start"))
      .min(std::int64_t{1})
      .initial(1)
      .help(say("processing.start_help"));
  Field& printer = form.choice("printer", say("labels.printer")).help(say("labels.printer_help"));
  for (const auto& name : choices.printers)
    printer.option(name, name);
  form.yes_no("colours", say("labels.colours"));
  form.yes_no("frames", say("labels.frames"));
}

SheetRequest read_on(const Values& in) {
  return {in.text("sheet"), in.integer("start", 1), in.text("printer"), in.yes("colours"),
          in.yes("frames")};
}

Field& symbology_field(Form& form, const Messages& say, const char* name) {
  Field& field = form.choice(name, say("labels.code"));
  for (const char* code : symbologies)
    field.option(code, say(std::string("labels.code.") + code));
  return field;
}

Result<std::int64_t> length_in(const Values& in, const char* name, const std::string& field) {
  const auto value = hundredths(in.text(name));
  if (!value)
    return invalid("labels.length", {{"text", in.text(name)}}, field);
  return *value;
}

}  // namespace

Form labels_form(const Messages& say, const std::string& action, const LabelChoices& choices) {
  const bool prints = action == "processing.labels_paper";
  Form form("labels", action, say(prints ? "processing.labels_send" : "labels.look"));
  Field& kind = form.choice("kind", say("processing.label_kind"));
  for (const char* one : {"spine", "barcode", "pocket"})
    kind.option(one, say(std::string("processing.label_kind.") + one));
  kind.initial("spine").required();
  add_choice_fields(
      form, say,
      {choice::fresh, choice::lot, choice::range, choice::section, choice::copies, "test"});
  symbology_field(form, say, "code").initial("code_128").show_if("kind", "barcode");
  symbology_field(form, say, "pocket_code")
      .option("none", say("labels.code.none"))
      .initial("none")
      .show_if("kind", "pocket");
  form.yes_no("owner", say("labels.owner"));
  add_sheet_fields(form, say, choices, "L7651");
  return form;
}

LabelRequest read_labels(const Values& in) {
  LabelRequest request;
  request.kind = in.text("kind");
  request.choice = read_choice(in);
  request.test = request.choice.which == "test";
  request.code = in.text(request.kind == "pocket" ? "pocket_code" : "code");
  if (request.code == "none")
    request.code.clear();
  request.owner = in.yes("owner");
  request.on = read_on(in);
  return request;
}

Form shelf_ends_form(const Messages& say, const std::string& action, const LabelChoices& choices) {
  const bool prints = action == "processing.shelf_ends_paper";
  Form form("shelf_ends", action, say(prints ? "processing.labels_send" : "labels.look"));
  form.texts("spans", say("labels.spans")).longest(80).required().help(say("labels.spans_help"));
  add_sheet_fields(form, say, choices, "L7163");
  return form;
}

ShelfEndRequest read_shelf_ends(const Values& in) {
  ShelfEndRequest request;
  for (const std::string& text : in.texts("spans")) {
    if (request.spans.size() < most_spans)
      request.spans.push_back(shelf_span(text));
  }
  request.on = read_on(in);
  return request;
}

Form shelf_classes_form(const Messages& say) {
  Form form("shelf_classes", "processing.shelf_ends", say("labels.take_classes"));
  form.reads();
  form.text("section", say("processing.section"))
      .pattern("(-|[A-Za-z]{1,4})", say("processing.section_meaning"))
      .help(say("labels.section_help"));
  form.integer("digits", say("labels.digits"))
      .min(std::int64_t{1})
      .max(std::int64_t{9})
      .initial(1)
      .help(say("labels.digits_help"));
  return form;
}

Form sheet_form(const Messages& say) {
  Form form("sheet", "processing.label_sheet_save", say("labels.sheet_send"));
  form.text("code", say("labels.sheet_code"))
      .required()
      .pattern("[A-Za-z0-9][A-Za-z0-9 ._-]{0,29}", say("labels.sheet_code_meaning"))
      .help(say("labels.sheet_code_help"));
  form.choice("page", say("labels.sheet_page"))
      .option("A4", "A4 (210 × 297 mm)")
      .option("Letter", "Letter (215,9 × 279,4 mm)")
      .initial("A4")
      .required();
  for (const char* count : {"columns", "rows"}) {
    form.integer(count, say(std::string("labels.sheet_") + count))
        .required()
        .min(std::int64_t{1})
        .max(std::int64_t{100});
  }
  for (const char* name : lengths) {
    Field& field = form.text(name, say(std::string("labels.sheet_") + name)).unit("mm");
    field.longest(longest_length).required(std::string_view(name) != "corner");
  }
  return form;
}

Result<LabelSheet> read_sheet(const Values& in) {
  LabelSheet sheet;
  sheet.code = in.text("code");
  sheet.page = in.text("page");
  sheet.columns = static_cast<int>(in.integer("columns"));
  sheet.rows = static_cast<int>(in.integer("rows"));
  double* const into[] = {&sheet.width,   &sheet.height,  &sheet.left,  &sheet.top,
                          &sheet.pitch_x, &sheet.pitch_y, &sheet.corner};
  for (std::size_t i = 0; i < std::size(lengths); ++i) {
    if (!in.has(lengths[i]))
      continue;
    METODICA_TRY(const std::int64_t value, length_in(in, lengths[i], lengths[i]));
    *into[i] = static_cast<double>(value) / per_millimetre;
  }
  return sheet;
}

Json sheet_json(const LabelSheet& sheet, std::string_view lang) {
  const double values[] = {sheet.width,   sheet.height,  sheet.left,  sheet.top,
                           sheet.pitch_x, sheet.pitch_y, sheet.corner};
  Json json = Json::object({{"code", sheet.code},
                            {"page", sheet.page},
                            {"columns", std::int64_t{sheet.columns}},
                            {"rows", std::int64_t{sheet.rows}}});
  for (std::size_t i = 0; i < std::size(lengths); ++i) {
    const auto kept = static_cast<std::int64_t>(values[i] * per_millimetre + 0.5);
    json.set(lengths[i], shown_hundredths(kept, lang));
  }
  return json;
}

Form printers_form(const Messages& say) {
  Form form("printers", "processing.label_printers_save", say("labels.printers_send"));
  Form& rows = form.lines("printers", say("labels.printers"));
  rows.max_rows(most_printers);
  rows.text("name", say("labels.printer_name")).required().longest(60);
  rows.text("right", say("labels.offset_right")).unit("mm").longest(longest_length);
  rows.text("down", say("labels.offset_down")).unit("mm").longest(longest_length);
  return form;
}

Result<std::vector<LabelPrinter>> read_printers(const Values& in) {
  std::vector<LabelPrinter> printers;
  std::size_t row = 0;
  for (const Values& line : in.rows("printers")) {
    const std::string at = "printers/" + std::to_string(row++) + "/";
    LabelPrinter printer{line.text("name"), 0, 0};
    for (const auto& [name, into] :
         {std::pair{"right", &printer.offset_x}, {"down", &printer.offset_y}}) {
      if (!line.has(name))
        continue;
      METODICA_TRY(*into, length_in(line, name, at + name));
      if (*into > most_offset || *into < -most_offset)
        return invalid("labels.length", {{"text", line.text(name)}}, at + name);
    }
    const bool twice = std::any_of(printers.begin(), printers.end(),
                                   [&](const auto& other) { return other.name == printer.name; });
    if (twice)
      return invalid("labels.printer_twice", {{"text", printer.name}}, at + "name");
    printers.push_back(std::move(printer));
  }
  return printers;
}

Json printers_json(const std::vector<LabelPrinter>& printers, std::string_view lang) {
  Json::Array rows;
  for (const LabelPrinter& printer : printers) {
    rows.push_back(Json::object({{"name", printer.name},
                                 {"right", shown_hundredths(printer.offset_x, lang)},
                                 {"down", shown_hundredths(printer.offset_y, lang)}}));
  }
  return Json::object({{"printers", std::move(rows)}});
}

Form colours_form(const Messages& say) {
  Form form("colours", "processing.class_colours_save", say("labels.colours_send"));
  Form& rows = form.lines("colours", say("labels.class_colours"));
  rows.max_rows(most_colours);
  rows.text("prefix", say("processing.rule_class")).required().longest(20);
  rows.text("name", say("labels.colour_name")).required().longest(40);
  rows.text("colour", say("labels.colour_code")).required().longest(7);
  return form;
}

Result<std::vector<ClassColour>> read_colours(const Values& in) {
  std::vector<ClassColour> colours;
  for (const Values& line : in.rows("colours")) {
    const auto colour = colour_of(line.text("colour"));
    if (!colour) {
      return invalid("labels.colour_value", {{"text", line.text("colour")}},
                     "colours/" + std::to_string(colours.size()) + "/colour");
    }
    colours.push_back({line.text("prefix"), line.text("name"), *colour});
  }
  METODICA_CHECK(check_colours(colours));
  return colours;
}

Json colours_json(const std::vector<ClassColour>& colours) {
  Json::Array rows;
  for (const ClassColour& one : colours) {
    rows.push_back(
        Json::object({{"prefix", one.prefix}, {"name", one.name}, {"colour", hex_of(one.colour)}}));
  }
  return Json::object({{"colours", std::move(rows)}});
}

}  // namespace metodica::processing
