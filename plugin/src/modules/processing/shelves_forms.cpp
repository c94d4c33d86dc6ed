#include "modules/processing/shelves_forms.hpp"

#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t most_boards = 20;
constexpr std::int64_t longest_cm = 2000;
constexpr std::size_t most_bays = 200;
constexpr std::size_t most_classes = 200;
constexpr std::size_t largest_csv = 2U * 1024 * 1024;

std::string in_millimetres(std::int64_t um) {
  std::string text = std::to_string(um / 1000);
  if (um % 1000 != 0) {
    std::string part = std::to_string(1000 + um % 1000).substr(1);
    while (part.back() == '0')
      part.pop_back();
    text += "," + part;
  }
  return text;
}

}  // namespace

Form room_form(const Messages& say, const char* action) {
  Form form("room", action, say("common.open"));
  form.integer("room", say("shelves.room")).required().min(std::int64_t{1});
  return form;
}

Form bay_form(const Messages& say, const char* action) {
  Form form("bay", action, say("common.open"));
  form.integer("bay", say("shelves.bay")).required().min(std::int64_t{1});
  return form;
}

Form room_save_form(const Messages& say) {
  Form form("room_save", "processing.room_save", say("shelves.room_send"));
  form.hidden("room");
  form.text("name", say("shelves.room_name")).required().longest(80);
  form.integer("position", say("shelves.position"))
      .min(std::int64_t{1})
      .max(std::int64_t{999})
      .help(say("shelves.position_help"));
  form.text("section", say("processing.section"))
      .pattern("(-|[A-Za-z]{1,4})", say("processing.section_meaning"))
      .help(say("shelves.room_section_help"));
  form.text("custody", say("processing.custody")).longest(40).help(say("shelves.custody_help"));
  Form& rows = form.lines("bays", say("shelves.bays"));
  rows.max_rows(most_bays);
  rows.help(say("shelves.bays_help"));
  rows.hidden("bay");
  rows.text("name", say("shelves.bay_name")).longest(40);
  rows.integer("boards", say("shelves.boards")).min(std::int64_t{0}).max(most_boards);
  rows.integer("length", say("shelves.length"))
      .min(std::int64_t{1})
      .max(longest_cm)
      .unit(say("shelves.cm"));
  form.yes_no("remove", say("shelves.room_remove"));
  return form;
}

Json room_values(const Room& room, const std::vector<Bay>& bays,
                 const std::vector<std::vector<FilledBoard>>& boards) {
  Json::Array rows;
  for (std::size_t i = 0; i < bays.size(); ++i) {
    Json row = Json::object({{"bay", std::to_string(bays[i].id)},
                             {"name", bays[i].name},
                             {"boards", static_cast<std::int64_t>(boards[i].size())}});
    // One length for the bay, unless its shelves differ: then the bay's own screen says them.
    bool same = !boards[i].empty();
    for (const FilledBoard& one : boards[i])
      same = same && one.board.length_mm == boards[i].front().board.length_mm;
    if (same)
      row.set("length", boards[i].front().board.length_mm / 10);
    rows.push_back(std::move(row));
  }
  Json values = Json::object({{"name", room.name},
                              {"section", room.section},
                              {"custody", room.custody},
                              {"bays", std::move(rows)}});
  if (room.position > 0)
    values.set("position", room.position);
  if (room.id > 0)
    values.set("room", std::to_string(room.id));
  return values;
}

Form bay_save_form(const Messages& say) {
  Form form("bay_save", "processing.bay_save", say("shelves.bay_send"));
  form.hidden("bay");
  form.text("name", say("shelves.bay_name")).required().longest(40);
  Form& rows = form.lines("shelves", say("shelves.boards_rows"));
  rows.max_rows(static_cast<std::size_t>(most_boards));
  rows.help(say("shelves.boards_help"));
  rows.integer("length", say("shelves.length"))
      .required()
      .min(std::int64_t{1})
      .max(longest_cm)
      .unit(say("shelves.cm"));
  rows.shelfmark("first", say("shelves.first_mark")).longest(100);
  return form;
}

Json bay_values(const Bay& bay, const std::vector<FilledBoard>& boards) {
  Json::Array rows;
  for (const FilledBoard& one : boards) {
    rows.push_back(
        Json::object({{"length", one.board.length_mm / 10}, {"first", one.board.first_mark}}));
  }
  return Json::object(
      {{"bay", std::to_string(bay.id)}, {"name", bay.name}, {"shelves", std::move(rows)}});
}

Form shift_form(const Messages& say, const char* action) {
  Form form("shift", action, say("shelves.shift_send"));
  form.integer("room", say("shelves.room")).required().min(std::int64_t{1});
  form.integer("free", say("shelves.free"))
      .required()
      .min(std::int64_t{0})
      .max(std::int64_t{90})
      .unit("%")
      .initial(std::int64_t{25})
      .help(say("shelves.free_help"));
  form.choice("breaks", say("shelves.breaks"))
      .option("0", say("shelves.breaks.none"))
      .option("1", say("shelves.breaks.one"))
      .option("2", say("shelves.breaks.two"))
      .option("3", say("shelves.breaks.three"))
      .initial("0");
  form.yes_no("loans", say("shelves.loans_away")).help(say("shelves.loans_help"));
  return form;
}

Form widths_form(const Messages& say) {
  Form form("widths", "processing.widths_save", say("shelves.widths_send"));
  form.text("leaf", say("shelves.leaf")).unit("mm").longest(8).help(say("shelves.leaf_help"));
  form.text("cover", say("shelves.cover")).unit("mm").longest(8);
  Form& rows = form.lines("classes", say("shelves.widths_rows"));
  rows.max_rows(most_classes);
  rows.help(say("shelves.widths_help"));
  rows.text("class", say("processing.rule_class")).longest(40);
  rows.text("mm", say("shelves.thickness")).required().unit("mm").longest(8);
  return form;
}

Json widths_values(const BookWidths& widths) {
  Json::Array rows;
  for (const auto& [prefix, um] : widths.classes)
    rows.push_back(Json::object({{"class", prefix}, {"mm", in_millimetres(um)}}));
  return Json::object({{"leaf", in_millimetres(widths.leaf_um)},
                       {"cover", in_millimetres(widths.cover_um)},
                       {"classes", std::move(rows)}});
}

Result<BookWidths> read_widths_form(const Values& in) {
  BookWidths widths;
  const auto read = [](const std::string& text, const std::string& field) -> Result<std::int64_t> {
    const auto um = micrometres(text.empty() ? "0" : text);
    if (!um)
      return invalid("shelves.width_wrong", {{"text", text}}, field);
    return *um;
  };
  METODICA_TRY(widths.leaf_um, read(in.text("leaf"), "leaf"));
  METODICA_TRY(widths.cover_um, read(in.text("cover"), "cover"));
  std::size_t row = 0;
  for (const Values& line : in.rows("classes")) {
    const std::string field = "classes/" + std::to_string(row++) + "/mm";
    METODICA_TRY(const std::int64_t um, read(line.text("mm"), field));
    if (um == 0)
      return invalid("shelves.width_wrong", {{"text", line.text("mm")}}, field);
    for (const auto& [prefix, known] : widths.classes) {
      if (prefix == line.text("class"))
        return invalid("shelves.class_twice", {{"text", prefix}},
                       "classes/" + std::to_string(row - 1) + "/class");
    }
    widths.classes.emplace_back(line.text("class"), um);
  }
  return widths;
}

Form csv_form(const Messages& say, const char* id, const char* action, const char* help) {
  Form form(id, action, say("shelves.csv_send"));
  form.file("file", say("shelves.csv_file")).required().longest(largest_csv).help(say(help));
  return form;
}

}  // namespace metodica::processing
