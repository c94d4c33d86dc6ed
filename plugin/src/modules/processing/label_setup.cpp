// What labels are printed with: the sheets of the library, its printers, its colours.

#include <algorithm>

#include "app/editor.hpp"
#include "modules/processing/label_forms.hpp"
#include "modules/processing/label_screens.hpp"
#include "modules/processing/processing_screens.hpp"

namespace metodica::processing {
namespace {

Form named_sheet_form(const Messages& say) {
  Form form("open_sheet", "processing.label_sheets", say("common.open"));
  form.reads();
  form.text("code", say("labels.sheet_code")).longest(30);
  return form;
}

Form remove_form(const Messages& say) {
  Form form("remove_sheet", "processing.label_sheet_remove", say("labels.sheet_remove"));
  form.text("code", say("labels.sheet_code")).required().longest(30);
  return form;
}

std::string size_text(const LabelSheet& sheet, const Messages& say) {
  const Json values = sheet_json(sheet, say.lang());
  return say("labels.size",
             {{"width", values["width"].text()}, {"height", values["height"].text()}});
}

Table sheets_table(Call& call, const std::vector<LabelSheet>& own) {
  const Messages& say = call.say();
  Table table("sheets");
  table.column("code", say("labels.sheet_code"));
  table.column("labels", say("labels.col.labels"), CellKind::integer);
  table.column("size", say("labels.col.size"));
  table.column("page", say("labels.sheet_page"));
  table.column("whose", say("labels.col.whose"), CellKind::tag);
  for (const auto& sheet : all_sheets(call)) {
    const bool ours = std::any_of(own.begin(), own.end(),
                                  [&](const auto& one) { return one.code == sheet.code; });
    const Json args = Json::object({{"code", sheet.code}});
    std::vector<Button> buttons;
    if (ours) {
      Button remove{say("labels.sheet_remove"), "processing.label_sheet_remove", args};
      remove.writes = true;
      remove.confirm = say("labels.sheet_remove_ask", {{"text", sheet.code}});
      buttons.push_back(remove);
    }
    table.row(
        {Cell::link(sheet.code, "processing.label_sheets", args), std::to_string(sheet.positions()),
         size_text(sheet, say), sheet.page,
         Cell::tag(say(ours ? "labels.own" : "labels.shipped"), ours ? Level::good : Level::info)},
        buttons);
  }
  return table;
}

void add_sheet_picture(Call& call, const LabelSheet& sheet, Screen& screen) {
  const Messages& say = call.say();
  const auto picture = sheet_picture(call, sheet);
  if (!picture)
    return;
  Table measures("measures");
  measures.column("what", say("labels.col.what"));
  measures.column("mm", say("labels.col.mm"));
  const Json values = sheet_json(sheet, say.lang());
  for (const char* name : {"width", "height", "left", "top", "pitch_x", "pitch_y", "corner"})
    measures.row({say(std::string("labels.sheet_") + name), values[name].text()});
  screen.picture(picture->svg, say("labels.sheet_picture", {{"text", sheet.code}}), measures);
}

// `open`: the code of the sheet to look at, "" for none.
Screen sheets_screen(Call& call, const std::string& open, const Json& typed,
                     const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.label_sheets", say("labels.sheets_title"));
  screen.sub(say("labels.sheets_sub"));
  add_label_tabs(call, "processing.label_sheets", screen);
  const auto sheet = open.empty() ? Result<LabelSheet>(invalid("processing.unknown_sheet"))
                                  : sheet_named(call, open);
  screen.table(sheets_table(call, own_sheets(call.work())));
  if (sheet)
    add_sheet_picture(call, *sheet, screen);
  const Json shown = typed.is_object() ? typed : sheet ? sheet_json(*sheet, say.lang()) : Json();
  screen.group(say("labels.sheet_add"), [&](Screen& inside) {
    inside.text(say("labels.sheet_how"));
    inside.form(sheet_form(say), say, shown, problems);
  });
  return screen;
}

Result<Reply> run_sheet_save(Call& call, const Values& in) {
  METODICA_TRY(const LabelSheet sheet, read_sheet(in));
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_CHECK(documents->check_sheet(sheet));
  keep_sheet(call.work(), sheet, call.today(), call.caller().user);
  return Reply::go(
      "processing.label_sheets", Json::object({{"code", sheet.code}}),
      call.say()("labels.sheet_saved", {{"text", sheet.code}, {"count", sheet.positions()}}));
}

Result<Reply> run_sheet_remove(Call& call, const Values& in) {
  const std::string& code = in.text("code");
  if (!remove_sheet(call.work(), code)) {
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "processing.unknown_sheet", {{"text", code}, {"sheets", ""}})
            .at("code"));
  }
  return Reply::go("processing.label_sheets", Json::object(),
                   call.say()("labels.sheet_removed", {{"text", code}}));
}

Screen printers_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.label_printers", say("labels.printers_title"));
  screen.sub(say("labels.printers_sub"));
  add_label_tabs(call, "processing.label_printers", screen);
  screen.text(say("labels.printers_text"));
  screen.form(printers_form(say), say,
              typed.is_object() ? typed : printers_json(label_printers(call.work()), say.lang()),
              problems);
  Button test{say("labels.test_page"), "processing.labels_preview",
              Json::object({{"kind", "spine"}, {"which", "test"}, {"sheet", "L7651"}})};
  screen.actions({test});
  return screen;
}

Result<Reply> run_printers_save(Call& call, const Values& in) {
  METODICA_TRY(const auto printers, read_printers(in));
  replace_printers(call.work(), printers);
  return Reply::go(
      "processing.label_printers", Json::object(),
      call.say()("labels.printers_saved", {{"count", static_cast<std::int64_t>(printers.size())}}));
}

Screen colours_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.class_colours", say("labels.colours_title"));
  screen.sub(say("labels.colours_sub"));
  add_label_tabs(call, "processing.class_colours", screen);
  screen.text(say("labels.colours_text"));
  screen.form(colours_form(say), say,
              typed.is_object() ? typed : colours_json(class_colours(call.work(), say)), problems);
  return screen;
}

Result<Reply> run_colours_save(Call& call, const Values& in) {
  METODICA_TRY(const auto colours, read_colours(in));
  replace_colours(call.work(), colours);
  return Reply::go(
      "processing.class_colours", Json::object(),
      call.say()("labels.colours_saved", {{"count", static_cast<std::int64_t>(colours.size())}}));
}

void add_sheets(ActionList& actions) {
  actions.push_back({"processing.label_sheets",
                     ActionKind::read,
                     workers,
                     "screen",
                     named_sheet_form,
                     R"({"code":"L7651"})",
                     {},
                     [](Call& call, const Values& in) -> Result<Reply> {
                       return Reply::screen(sheets_screen(call, in.text("code"), {}, {}));
                     },
                     {}});
  actions.push_back(
      {"processing.label_sheet_save",
       ActionKind::write,
       workers,
       "screen",
       sheet_form,
       R"({"code":"Raft 60","page":"A4","columns":3,"rows":10,"width":"60","height":"25,4",
           "left":"10","top":"20","pitch_x":"64","pitch_y":"25,4"})",
       {},
       run_sheet_save,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(sheets_screen(call, {}, typed, problems));
       }});
  actions.push_back({"processing.label_sheet_remove",
                     ActionKind::write,
                     workers,
                     "screen",
                     remove_form,
                     R"({"code":"Raft 60"})",
                     {},
                     run_sheet_remove,
                     {}});
}

}  // namespace

void add_label_setup(ActionList& actions) {
  add_sheets(actions);
  add_editor(actions, {"processing.label_printers", workers, printers_screen,
                       "processing.label_printers_save", printers_form,
                       R"({"printers":[{"name":"HP la parter","right":"0,5","down":"-1,2"}]})",
                       run_printers_save});
  add_editor(actions,
             {"processing.class_colours", workers, colours_screen, "processing.class_colours_save",
              colours_form, R"({"colours":[{"prefix":"8","name":"gri","colour":"#8a8d8f"}]})",
              run_colours_save});
}

}  // namespace metodica::processing
