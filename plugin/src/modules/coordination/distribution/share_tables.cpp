// What is typed of a share-out: its titles, its recipients, who gets how many of one title.

#include <charconv>
#include <map>
#include <set>

#include "modules/coordination/distribution/share_actions.hpp"
#include "modules/coordination/network/unit_store.hpp"
#include "modules/hub/api.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t most_titles = 1000;
constexpr std::int64_t most_copies = 100'000;

void number_field(Form& form, const Messages& say) {
  form.integer("number", say("share.number")).required().min(std::int64_t{1}).fixed();
}

std::int64_t number_of(const std::string& text) {
  std::int64_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

Reply shown(std::int64_t number, std::string notice) {
  return Reply::go("coordination.share", Json::object({{"number", number}}), std::move(notice));
}

// ---- titles ----

Form titles_form(const Messages& say) {
  Form form("titles", "coordination.keep_share_titles", say("share.keep_titles"));
  number_field(form, say);
  Form& lines = form.lines("titles", say("share.titles"));
  lines.text("author", say("share.author")).longest(200);
  lines.text("title", say("share.book")).required().longest(300);
  lines.text("publication", say("share.publication")).longest(200);
  lines.isbn("isbn", say("share.isbn"));
  lines.udc("udc", say("share.udc"));
  lines.integer("copies", say("share.copies"))
      .required()
      .min(std::int64_t{1})
      .max(most_copies)
      .total();
  lines.money("price", say("share.price")).required().min(Money::zero());
  lines.lines_required().max_rows(most_titles);
  return form;
}

Json title_values(const Share& of) {
  Json::Array rows;
  for (const ShareTitle& title : of.titles) {
    rows.push_back(Json::object({{"author", title.author},
                                 {"title", title.title},
                                 {"publication", title.publication},
                                 {"isbn", title.isbn},
                                 {"udc", title.udc},
                                 {"copies", title.copies},
                                 {"price", title.price.exact()}}));
  }
  return Json::object({{"number", of.campaign.number}, {"titles", std::move(rows)}});
}

Result<Reply> titles_screen(Call& call, std::int64_t number, const Json& typed,
                            const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Share of, open_share(call, number));
  Screen screen("coordination.share_titles", say("share.titles"));
  screen.sub(of.campaign.title);
  if (!of.lines.empty())
    screen.say(say("share.lines_lost"), Level::warn);
  screen.form(titles_form(say), say, typed.is_object() ? typed : title_values(of), problems);
  return Reply::screen(screen);
}

// Libraries see what they may wish for.
void tell_libraries(Call& call, const Share& of) {
  Json::Array titles;
  for (const ShareTitle& title : of.titles) {
    titles.push_back(Json::object({{"number", title.number},
                                   {"author", title.author},
                                   {"title", title.title},
                                   {"publication", title.publication},
                                   {"price", title.price.exact()}}));
  }
  const Json body = Json::object({{"title", of.campaign.title},
                                  {"giver", of.campaign.giver},
                                  {"until", of.campaign.wishes_until.iso()},
                                  {"about", of.campaign.about},
                                  {"titles", std::move(titles)}});
  hub::publish_news(call.work(), share_news, std::to_string(of.campaign.number), body,
                    call.now_utc());
}

Result<Reply> run_titles(Call& call, const Values& in) {
  METODICA_TRY(Share of, open_share(call, in.integer("number")));
  of.titles.clear();
  for (const Values& row : in.rows("titles")) {
    ShareTitle title;
    title.number = static_cast<std::int64_t>(of.titles.size()) + 1;
    title.author = row.text("author");
    title.title = row.text("title");
    title.publication = row.text("publication");
    title.isbn = row.text("isbn");
    title.udc = row.text("udc");
    title.copies = row.integer("copies");
    title.price = row.money("price");
    of.titles.push_back(std::move(title));
  }
  replace_titles(call.work(), of.campaign.number, of.titles);
  tell_libraries(call, of);
  return shown(of.campaign.number, call.say()("share.titles_kept"));
}

// ---- recipients ----

Form recipients_form(const Messages& say) {
  Form form("recipients", "coordination.keep_share_recipients", say("share.keep_recipients"));
  number_field(form, say);
  Form& lines = form.lines("recipients", say("share.recipients"));
  lines.integer("unit", say("gathering.feed_unit")).required().min(std::int64_t{1});
  lines.text("name", say("share.library")).longest(200);
  lines.money("budget", say("share.budget")).min(Money::zero()).total();
  lines.lines_required();
  return form;
}

const std::string& name_of(const Unit& unit) {
  return unit.library_name.empty() ? unit.name : unit.library_name;
}

// The whole directory is offered; who is not wanted is taken out.
Json recipient_values(Call& call, const Share& of) {
  Json::Array rows;
  const auto add = [&](std::int64_t unit, const std::string& name, Money budget) {
    rows.push_back(Json::object({{"unit", unit},
                                 {"name", name},
                                 {"budget", budget.e4() == 0 ? std::string() : budget.exact()}}));
  };
  for (const ShareRecipient& one : of.recipients)
    add(one.unit, one.name, one.budget);
  if (of.recipients.empty()) {
    std::vector<Unit> all = units(call.work());
    sort_units(all);
    for (const Unit& unit : all)
      add(unit.siruta, name_of(unit), Money::zero());
  }
  return Json::object({{"number", of.campaign.number}, {"recipients", std::move(rows)}});
}

Result<Reply> recipients_screen(Call& call, std::int64_t number, const Json& typed,
                                const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Share of, open_share(call, number));
  Screen screen("coordination.share_recipients", say("share.recipients"));
  screen.sub(of.campaign.title);
  screen.text(say("share.recipients_why"));
  if (!of.lines.empty())
    screen.say(say("share.lines_lost"), Level::warn);
  screen.form(recipients_form(say), say, typed.is_object() ? typed : recipient_values(call, of),
              problems);
  return Reply::screen(screen);
}

Result<Reply> run_recipients(Call& call, const Values& in) {
  METODICA_TRY(const Share of, open_share(call, in.integer("number")));
  const auto codes = libraries_by_unit(call.work());
  std::map<std::int64_t, std::string> names;
  for (const Unit& unit : units(call.work()))
    names[unit.siruta] = name_of(unit);
  std::vector<ShareRecipient> all;
  std::set<std::int64_t> seen;
  const auto rows = in.rows("recipients");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    ShareRecipient one;
    one.unit = rows[i].integer("unit");
    if (!seen.insert(one.unit).second) {
      return invalid("share.unit_twice", {{"unit", std::to_string(one.unit)}},
                     ("recipients/" + std::to_string(i) + "/unit").c_str());
    }
    const auto known = names.find(one.unit);
    one.name = rows[i].has("name")    ? rows[i].text("name")
               : known == names.end() ? std::to_string(one.unit)
                                      : known->second;
    const auto code = codes.find(one.unit);
    one.code = code == codes.end() ? "" : code->second;
    one.budget = rows[i].money("budget");
    all.push_back(std::move(one));
  }
  replace_recipients(call.work(), of.campaign.number, all);
  return shown(of.campaign.number, call.say()("share.recipients_kept"));
}

// ---- one title ----

Form lines_form(const Messages& say) {
  Form form("lines", "coordination.keep_share_lines", say("share.keep_lines"));
  number_field(form, say);
  form.integer("title", say("share.book")).required().min(std::int64_t{1}).fixed();
  Form& lines = form.lines("lines", say("share.recipients"));
  lines.hidden("unit").required();
  lines.text("name", say("share.library")).fixed();
  lines.text("wished", say("share.wished")).fixed();
  lines.integer("copies", say("share.given")).min(std::int64_t{0}).max(most_copies).total();
  lines.fixed_rows();
  return form;
}

Form title_form(const Messages& say) {
  Form form("title", "coordination.share_title", say("common.open"));
  form.reads();
  form.integer("number", say("share.number")).required().min(std::int64_t{1});
  form.integer("title", say("share.book")).required().min(std::int64_t{1});
  return form;
}

Result<ShareTitle> known_title(const Share& of, std::int64_t number) {
  for (const ShareTitle& title : of.titles) {
    if (title.number == number)
      return title;
  }
  return Unexpected(Problem(METODICA_NOT_FOUND, "share.no_title").at("title"));
}

Result<Reply> title_screen(Call& call, std::int64_t number, std::int64_t title_number,
                           const Json& typed, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Share of, open_share(call, number));
  METODICA_TRY(const ShareTitle title, known_title(of, title_number));
  const Allocation wished = wishes(call.work(), number);
  Json::Array rows;
  for (const ShareRecipient& one : of.recipients) {
    const std::int64_t wish = copies_of(wished, title.number, one.unit);
    rows.push_back(Json::object({{"unit", std::to_string(one.unit)},
                                 {"name", one.name},
                                 {"wished", wish == 0 ? "" : std::to_string(wish)},
                                 {"copies", copies_of(of.lines, title.number, one.unit)}}));
  }
  Screen screen("coordination.share_title", title.title);
  screen.sub(
      say("share.title_sub", {{"copies", title.copies}, {"reserve", reserve_of(title, of.lines)}}));
  const Json usual =
      Json::object({{"number", number}, {"title", title.number}, {"lines", std::move(rows)}});
  screen.form(lines_form(say), say, typed.is_object() ? typed : usual, problems);
  return Reply::screen(screen);
}

Result<Reply> run_lines(Call& call, const Values& in) {
  METODICA_TRY(Share of, open_share(call, in.integer("number")));
  METODICA_TRY(const ShareTitle title, known_title(of, in.integer("title")));
  std::set<std::int64_t> units;
  for (const ShareRecipient& one : of.recipients)
    units.insert(one.unit);
  for (const Values& row : in.rows("lines")) {
    const std::int64_t unit = number_of(row.text("unit"));
    if (units.count(unit) == 0)
      return invalid("share.no_recipient", {}, "lines");
    of.lines[{title.number, unit}] = row.integer("copies");
  }
  METODICA_CHECK(check_allocation(of.titles, of.recipients, of.lines));
  replace_lines(call.work(), of.campaign.number, of.lines);
  return shown(of.campaign.number, call.say()("share.lines_kept"));
}

}  // namespace

void add_share_table_actions(ActionList& actions) {
  const auto add_screen = [&](const char* name, auto draw) {
    actions.push_back({name,
                       ActionKind::read,
                       sharers,
                       "screen",
                       [name](const Messages& say) { return share_number_form(say, name, true); },
                       R"({"number":1})",
                       {},
                       [draw](Call& call, const Values& in) {
                         return draw(call, in.integer("number"), Json(), std::vector<Problem>());
                       },
                       {}});
  };
  const auto add_write = [&](const char* name, auto form, const char* example, auto run,
                             auto draw) {
    actions.push_back({name,
                       ActionKind::write,
                       sharers,
                       "screen",
                       form,
                       example,
                       {},
                       run,
                       [draw](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                         return draw(call, typed["number"].integer(), typed, problems);
                       }});
  };
  add_screen("coordination.share_titles", titles_screen);
  add_screen("coordination.share_recipients", recipients_screen);
  add_write("coordination.keep_share_titles", titles_form,
            R"({"number":1,"titles":[{"title":"Ion","copies":10,"price":"28.8300"}]})", run_titles,
            titles_screen);
  add_write("coordination.keep_share_recipients", recipients_form,
            R"({"number":1,"recipients":[{"unit":57706,"name":"Florești","budget":"500.0000"}]})",
            run_recipients, recipients_screen);
  actions.push_back({"coordination.share_title",
                     ActionKind::read,
                     sharers,
                     "screen",
                     title_form,
                     R"({"number":1,"title":1})",
                     {},
                     [](Call& call, const Values& in) {
                       return title_screen(call, in.integer("number"), in.integer("title"), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.keep_share_lines",
                     ActionKind::write,
                     sharers,
                     "screen",
                     lines_form,
                     R"({"number":1,"title":1,"lines":[{"unit":"57706","copies":3}]})",
                     {},
                     run_lines,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return title_screen(call, typed["number"].integer(),
                                           typed["title"].integer(), typed, problems);
                     }});
}

}  // namespace metodica::coordination
