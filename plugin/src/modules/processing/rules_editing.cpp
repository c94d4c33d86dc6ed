// The library's rules of shortening, its author table, and the menu of the subject.

#include "app/editor.hpp"
#include "app/settings.hpp"
#include "modules/processing/processing_forms.hpp"
#include "modules/processing/processing_screens.hpp"
#include "text/numbers.hpp"
#include "text/unicode.hpp"

namespace metodica::processing {
namespace {

constexpr Roles rulers = {Role::librarian, Role::manager};

Json rules_values(UnitOfWork& work) {
  return rules_json(shelf_rules(work), kept_parts(work));
}

Form preview_form(const Messages& say) {
  Form form = rules_form(say, "processing.rules_preview");
  form.reads();
  return form;
}

Screen rules_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.rules", say("processing.rules_title"));
  screen.sub(say("processing.rules_sub"));
  screen.text(say("processing.rules_text"));
  screen.form(preview_form(say), say, typed.is_object() ? typed : rules_values(call.work()),
              problems);
  return screen;
}

Result<Reply> run_rules_save(Call& call, const Values& in) {
  const auto rules = read_rules(in);
  METODICA_CHECK(check_rules(rules));
  replace_rules(call.work(), rules);
  replace_kept_parts(call.work(), read_kept(in));
  return Reply::go(
      "processing.rules", Json::object(),
      call.say()("processing.rules_saved", {{"count", static_cast<std::int64_t>(rules.size())}}));
}

// Rows that are shown; the counts are of all.
constexpr std::size_t most_moves = 100;

Table moves_table(const Messages& say, const ShelfPreview& preview) {
  Table table("moves");
  table.column("udc", say("processing.udc"));
  table.column("before", say("processing.col.before"));
  table.column("after", say("processing.col.after"));
  table.column("copies", say("processing.col.copies"), CellKind::integer);
  table.empty(say("processing.preview_nothing"));
  for (std::size_t i = 0; i < preview.moves.size() && i < most_moves; ++i) {
    const ClassMove& move = preview.moves[i];
    table.row({move.udc, move.before, move.after, shown_integer(move.copies, say.lang())});
  }
  return table;
}

Screen preview_screen(Call& call, const Values& in, const ShelfPreview& preview) {
  const Messages& say = call.say();
  const auto shown = [&](std::int64_t value) { return shown_integer(value, say.lang()); };
  Screen screen("processing.rules_preview", say("processing.preview_title"));
  screen.sub(say("processing.preview_sub"));
  screen.figures(
      {{say("processing.preview_moved"), shown(preview.moved),
        say("processing.preview_of", {{"count", preview.copies}}), preview.moved, preview.copies},
       {say("processing.preview_classes"), shown(preview.classes_after),
        say("processing.preview_before", {{"count", preview.classes_before}})},
       {say("processing.preview_largest"), preview.largest_after,
        say("processing.preview_copies", {{"count", preview.largest_copies}})}});
  screen.table(moves_table(say, preview));
  screen.text(say("processing.preview_text"));
  screen.form(rules_form(say, "processing.rules_save"), say,
              rules_json(read_rules(in), read_kept(in)));
  screen.actions({{say("processing.preview_back"), "processing.rules"}});
  return screen;
}

Result<Reply> run_rules_preview(Call& call, const Values& in) {
  const auto rules = read_rules(in);
  METODICA_CHECK(check_rules(rules));
  const ShelfPreview preview =
      preview_shelf(class_uses(call.work()), shelf_udc_rules(rules, read_kept(in)));
  return Reply::screen(preview_screen(call, in, preview));
}

// The preview for programs: the same figures, and every class that would stand elsewhere.
Result<Reply> run_rules_effect(Call& call, const Values& in) {
  const auto rules = read_rules(in);
  METODICA_CHECK(check_rules(rules));
  const ShelfPreview preview =
      preview_shelf(class_uses(call.work()), shelf_udc_rules(rules, read_kept(in)));
  Json::Array moves;
  for (const ClassMove& move : preview.moves) {
    moves.push_back(Json::object({{"udc", move.udc},
                                  {"before", move.before},
                                  {"after", move.after},
                                  {"copies", move.copies}}));
  }
  return Reply::data(Json::object({{"copies", preview.copies},
                                   {"moved", preview.moved},
                                   {"classes_before", preview.classes_before},
                                   {"classes_after", preview.classes_after},
                                   {"moves", std::move(moves)}}));
}

constexpr std::string_view effect_schema =
    R"({"type":"object","required":["copies","moved","classes_before","classes_after","moves"],
"properties":{"copies":{"type":"integer"},"moved":{"type":"integer"},
"classes_before":{"type":"integer"},"classes_after":{"type":"integer"},"moves":{"type":"array"}}})";

Screen table_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.author_table", say("processing.table_title"));
  screen.sub(say("processing.table_sub"));
  const auto loaded = author_table(call.work());
  screen.text(loaded
                  ? say("processing.table_loaded", {{"name", loaded->name},
                                                    {"count", loaded->entries},
                                                    {"date", loaded->loaded_on.shown(say.lang())}})
                  : say("processing.table_none"));
  screen.form(author_table_form(say), say, typed, problems);
  return screen;
}

Result<Reply> run_table_load(Call& call, const Values& in) {
  LoadedTable loaded;
  loaded.name = in.text("name");
  loaded.csv = in.file("file").bytes;
  loaded.loaded_on = call.today();
  if (!is_utf8(loaded.csv) || loaded.csv.find('\0') != std::string::npos)
    return invalid("processing.table_utf8", {}, "file");
  auto table = AuthorTable::from_csv(loaded.csv);
  if (!table)
    return Unexpected(std::move(table).error().at("file"));
  loaded.entries = static_cast<std::int64_t>(table->size());
  replace_author_table(call.work(), loaded, call.caller().user);
  set_setting(call.work(), "processing.author_table", loaded.name);
  return Reply::go(
      "processing.author_table", Json::object(),
      call.say()("processing.table_saved", {{"name", loaded.name}, {"count", loaded.entries}}));
}

void add_shortening(ActionList& actions) {
  add_editor(actions,
             {"processing.rules", rulers, rules_screen, "processing.rules_save",
              [](const Messages& say) { return rules_form(say, "processing.rules_save"); },
              R"({"rules":[{"prefix":"821.135.1","replacement":"821RO"},{"prefix":"5","depth":3}],
           "keep_place":true})",
              run_rules_save});
  actions.push_back(
      {"processing.rules_preview",
       ActionKind::read,
       rulers,
       "screen",
       preview_form,
       R"({"rules":[{"prefix":"821.135.1","replacement":"821RO"}],"keep_place":true})",
       {},
       run_rules_preview,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(rules_screen(call, typed, problems));
       }});
}

void add_rules_effect(ActionList& actions) {
  actions.push_back({"processing.rules_effect",
                     ActionKind::read,
                     rulers,
                     "data",
                     [](const Messages& say) {
                       Form form = rules_form(say, "processing.rules_effect");
                       form.reads();
                       return form;
                     },
                     R"({"rules":[{"prefix":"821.135.1","replacement":"821RO"}]})",
                     std::string(effect_schema),
                     run_rules_effect,
                     {}});
}

void add_author_table(ActionList& actions) {
  actions.push_back({"processing.author_table",
                     ActionKind::read,
                     rulers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(table_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(
      {"processing.author_table_load",
       ActionKind::write,
       rulers,
       "screen",
       author_table_form,
       R"({"name":"Tabela bibliotecii","file":{"name":"tabela.csv",
           "base64":"cHJlZml4LG51bWJlcixub3RlClJlYm8sMjkyLAo="}})",
       {},
       run_table_load,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(
             table_screen(call, Json::object({{"name", typed["name"].text()}}), problems));
       }});
}

}  // namespace

void add_rule_screens(ActionList& actions) {
  add_shortening(actions);
  add_rules_effect(actions);
  add_author_table(actions);
}

std::vector<MenuEntry> menu_entries() {
  const std::vector<std::string> all = {"reader",  "librarian",  "keeper",       "commission",
                                        "manager", "accountant", "methodologist"};
  const std::vector<std::string> work = {"librarian", "keeper", "manager"};
  const std::vector<std::string> rule = {"librarian", "manager"};
  const auto entry = [](const char* name, int order, const std::vector<std::string>& roles) {
    const std::string action = std::string("processing.") + name;
    return MenuEntry{action, "menu." + action, order, roles, action, "processing"};
  };
  return {entry("udc.captions", 35, all), entry("queue", 10, all),
          entry("labels", 20, work),      entry("shelf_list", 30, all),
          entry("stock_list", 31, all),   entry("readings", 32, work),
          entry("shelves", 33, all),      entry("catalogues", 45, rule),
          entry("batches", 15, work),     entry("schemes", 42, rule),
          entry("rules", 40, rule),       entry("author_table", 50, rule)};
}

}  // namespace metodica::processing
