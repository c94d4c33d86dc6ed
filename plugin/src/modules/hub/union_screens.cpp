// hub.titles: does the county have it, where, how many; for who buys, withdraws or lends.

#include "modules/hub/api.hpp"
#include "modules/hub/hub_actions.hpp"
#include "modules/hub/union_share.hpp"
#include "modules/hub/union_store.hpp"
#include "text/numbers.hpp"

namespace metodica::hub {
namespace {

constexpr Roles who_chooses = {Role::librarian, Role::keeper, Role::manager, Role::methodologist};
constexpr std::size_t editions_shown = 100;

Form titles_form(const Messages& say) {
  Form form("titles", "hub.titles", say("titles.find"));
  form.reads();
  form.text("title", say("union.title")).help(say("titles.title_help"));
  form.text("author", say("union.author")).help(say("titles.author_help"));
  form.isbn("isbn", "ISBN");
  return form;
}

Table holdings_table(const CountyHoldings& found, Call& call) {
  const Messages& say = call.say();
  Table table("holdings");
  table.caption(say(found.by_isbn ? "titles.edition_caption" : "titles.work_caption"))
      .column("library", say("titles.library"))
      .column("copies", say("titles.copies"), CellKind::integer);
  for (const CountyHolding& one : found.holdings) {
    const std::string name = one.name.empty() ? one.library : one.name;
    const std::string note = one.library == call.caller().library ? say("titles.ours")
                             : one.name.empty()                   ? std::string()
                                                                  : one.library;
    table.row({Cell(name).note(note), shown_integer(one.copies, say.lang())});
  }
  return table;
}

void show_holdings(Screen& screen, Call& call, const WantedTitle& wanted) {
  const Messages& say = call.say();
  const auto found = county_holdings(call.work(), wanted);
  if (!found) {
    screen.say(say("titles.nobody"), Level::info);
    return;
  }
  if (found->copies == 1)
    screen.say(say("titles.last_copy"), Level::warn);
  screen.figures({{say("titles.copies"), shown_integer(found->copies, say.lang())},
                  {say("titles.libraries"),
                   shown_integer(static_cast<std::int64_t>(found->holdings.size()), say.lang())}});
  screen.table(holdings_table(*found, call));
  std::string classes;
  for (const std::string& udc : found->classes)
    classes += (classes.empty() ? "" : "; ") + udc;
  if (!classes.empty())
    screen.text(say("titles.classes", {{"classes", classes}}));
}

// Descriptions are at the hub only; they show which editions there are.
void show_editions(Screen& screen, Call& call, const WantedTitle& wanted) {
  const Messages& say = call.say();
  Description description;
  description.title = wanted.title;
  description.author = wanted.author;
  description.isbn = wanted.isbn;
  Table table("editions");
  table.caption(say("titles.editions_caption"))
      .column("title", say("union.title"))
      .column("publisher", say("union.publisher"))
      .column("year", say("union.year"), CellKind::integer)
      .column("isbn", "ISBN")
      .column("library", say("titles.library"))
      .column("copies", say("titles.copies"), CellKind::integer)
      .empty(say("titles.no_editions"));
  const auto names = names_of_libraries(call.work());
  for (const UnionMatch& match : union_find(call.work(), description, editions_shown)) {
    const Description& d = match.description;
    const auto name = names.find(match.library);
    table.row({Cell(d.title).note(d.author), d.publisher, d.year == 0 ? "" : std::to_string(d.year),
               d.isbn, name == names.end() ? match.library : name->second,
               shown_integer(match.copies, say.lang())});
  }
  screen.table(table);
}

Result<Reply> run_titles(Call& call, const Values& in) {
  const Messages& say = call.say();
  const bool hub = is_hub(call.work());
  Screen screen("hub.titles", say("hub.titles"));
  screen.sub(say(hub ? "titles.sub_hub" : "titles.sub_node"));
  const WantedTitle wanted{in.text("title"), in.text("author"), in.text("isbn"), ""};
  Json typed =
      Json::object({{"title", wanted.title}, {"author", wanted.author}, {"isbn", wanted.isbn}});
  screen.form(titles_form(say), say, typed, {});
  if (!has_county_titles(call.work()))
    screen.say(say(hub ? "titles.none_hub" : "titles.none_node"), Level::warn);
  else if (!wanted.title.empty() || !wanted.isbn.empty())
    show_holdings(screen, call, wanted);
  if (hub && !wanted.title.empty())
    show_editions(screen, call, wanted);
  if (hub && call.caller().roles.any_of(county)) {
    Button count{say("titles.count"), "hub.titles.count"};
    count.writes = true;
    screen.actions({count});
  }
  return Reply::screen(screen);
}

Result<Reply> run_count(Call& call, const Values&) {
  METODICA_TRY(const bool more, count_own_libraries(call));
  return Reply::go("hub.titles", Json::object(),
                   call.say()(more ? "titles.counted_more" : "titles.counted"));
}

}  // namespace

void add_union_screens(ActionList& actions) {
  actions.push_back({"hub.titles",
                     ActionKind::read,
                     who_chooses,
                     "screen",
                     titles_form,
                     R"({"title":"Ion","author":"Rebreanu, Liviu"})",
                     {},
                     run_titles,
                     {}});
  actions.push_back(
      {"hub.titles.count",
       ActionKind::write,
       county,
       "screen",
       [](const Messages& say) { return Form("count", "hub.titles.count", say("titles.count")); },
       "{}",
       {},
       run_count,
       {}});
}

}  // namespace metodica::hub
