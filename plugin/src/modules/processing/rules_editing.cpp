// The library's rules of shortening, its author table, and the menu of the subject.

#include "app/settings.hpp"
#include "modules/processing/processing_forms.hpp"
#include "modules/processing/processing_screens.hpp"
#include "text/unicode.hpp"

namespace metodica::processing {
namespace {

constexpr Roles rulers = {Role::librarian, Role::manager};

Json rules_values(UnitOfWork& work) {
  Json::Array rows;
  for (const auto& rule : shelf_rules(work)) {
    Json row = Json::object({{"prefix", rule.prefix}, {"replacement", rule.replacement}});
    if (rule.depth > 0)
      row.set("depth", rule.depth);
    rows.push_back(std::move(row));
  }
  return Json::object({{"rules", std::move(rows)}});
}

Screen rules_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.rules", say("processing.rules_title"));
  screen.sub(say("processing.rules_sub"));
  screen.text(say("processing.rules_text"));
  screen.form(rules_form(say), say, typed.is_object() ? typed : rules_values(call.work()),
              problems);
  return screen;
}

Result<Reply> run_rules_save(Call& call, const Values& in) {
  const auto rules = read_rules(in);
  METODICA_CHECK(check_rules(rules));
  replace_rules(call.work(), rules);
  return Reply::go(
      "processing.rules", Json::object(),
      call.say()("processing.rules_saved", {{"count", static_cast<std::int64_t>(rules.size())}}));
}

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

}  // namespace

void add_rule_screens(ActionList& actions) {
  actions.push_back({"processing.rules",
                     ActionKind::read,
                     rulers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(rules_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back(
      {"processing.rules_save",
       ActionKind::write,
       rulers,
       "screen",
       rules_form,
       R"({"rules":[{"prefix":"821.135.1","replacement":"821RO"},{"prefix":"5","depth":3}]})",
       {},
       run_rules_save,
       [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
         return Reply::screen(rules_screen(call, typed, problems));
       }});
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
          entry("rules", 40, rule),       entry("author_table", 50, rule)};
}

}  // namespace metodica::processing
