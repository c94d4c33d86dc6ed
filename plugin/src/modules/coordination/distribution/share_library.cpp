// Share-outs as a library sees them: what it may wish for, and the acts that the county prepared
// for it. Taking one makes a draft of acquisition; the registers change when the commission signs
// that.

#include <cstdlib>
#include <map>

#include "app/settings.hpp"
#include "modules/acquisition/api.hpp"
#include "modules/coordination/distribution/share_actions.hpp"
#include "modules/hub/api.hpp"

namespace metodica::coordination {
namespace {

constexpr std::int64_t most_copies = 10'000;

Date date_of(const Json& body) {
  const auto date = Date::parse(body["date"].text());
  return date ? *date : Date();
}

Money money_of(const Json& text) {
  const auto money = Money::parse_exact(text.text());
  return money ? *money : Money::zero();
}

std::string name_of(const Json& title) {
  const std::string& author = title["author"].text();
  return author.empty() ? title["title"].text() : author + " · " + title["title"].text();
}

// The paper at our library, once it was taken; cancelled ones do not count.
std::optional<acquisition::PaperState> taken(Call& call, const Json& body) {
  for (auto& paper : acquisition::papers_like(call.work(), body["kind"].text(),
                                              body["number"].text(), date_of(body))) {
    if (paper.library == call.caller().library && paper.state != "cancelled")
      return std::move(paper);
  }
  return {};
}

Table acts_table(Call& call) {
  const Messages& say = call.say();
  Table table("acts");
  table.caption(say("share.acts"));
  table.column("number", say("share.paper_number"))
      .column("campaign", say("share.title"))
      .column("giver", say("share.giver"))
      .column("titles", say("share.titles"), CellKind::integer)
      .column("state", say("share.receipt"), CellKind::tag)
      .empty(say("share.no_acts"));
  for (const hub::CountyNews& news : hub::latest_news_of(call.work(), share_act_news)) {
    const auto paper = taken(call, news.body);
    const Cell state =
        !paper ? Cell::tag(say("share.to_take"), Level::warn)
        : paper->state == "draft"
            ? Cell::tag(say("share.drafted"), Level::warn)
            : Cell::tag(say("share.signed_as", {{"lot", std::to_string(paper->lot_number) + "/" +
                                                            std::to_string(paper->lot_year)}}),
                        Level::good);
    const Cell link =
        paper ? Cell::link(news.key, "acquisition.act", Json::object({{"id", paper->id}}))
              : Cell::link(news.key, "coordination.share_act", Json::object({{"key", news.key}}));
    table.row({link, news.body["campaign"].text(), news.body["giver"].text(),
               std::to_string(news.body["lines"].items().size()), state});
  }
  return table;
}

Table campaigns_table(Call& call) {
  const Messages& say = call.say();
  Table table("campaigns");
  table.caption(say("share.wish_campaigns"));
  table.column("title", say("share.title"))
      .column("giver", say("share.giver"))
      .column("until", say("share.wishes_until"), CellKind::date)
      .empty(say("share.no_campaigns"));
  for (const hub::CountyNews& news : hub::latest_news_of(call.work(), share_news)) {
    const auto until = Date::parse(news.body["until"].text());
    table.row({Cell::link(news.body["title"].text(), "coordination.share_wishes",
                          Json::object({{"campaign", news.key}})),
               news.body["giver"].text(), until ? until->shown(say.lang()) : ""});
  }
  return table;
}

Result<Reply> run_list(Call& call, const Values&) {
  const Messages& say = call.say();
  Screen screen("coordination.shares_here", say("menu.coordination.shares_here"));
  screen.sub(say("share.here_sub"));
  screen.table(acts_table(call));
  screen.table(campaigns_table(call));
  return Reply::screen(screen);
}

Result<hub::CountyNews> known_news(Call& call, const char* subject, const std::string& key,
                                   const char* field) {
  auto found = hub::latest_news_of(call.work(), subject, key);
  if (found && found->body.is_object())
    return *std::move(found);
  return Unexpected(Problem(METODICA_NOT_FOUND, "share.unknown", {{"number", key}}).at(field));
}

// ---- wishes ----

Form wishes_form(const Messages& say) {
  Form form("wishes", "coordination.keep_share_wishes", say("share.keep_wishes"));
  form.text("campaign", say("share.number")).required().longest(20).fixed();
  form.integer("unit", say("gathering.feed_unit"))
      .min(std::int64_t{1})
      .help(say("share.unit_help"));
  Form& lines = form.lines("wishes", say("share.titles"));
  lines.hidden("title").required();
  lines.text("name", say("share.book")).fixed();
  lines.text("price", say("share.price")).fixed();
  lines.integer("copies", say("share.wished")).min(std::int64_t{0}).max(most_copies).total();
  lines.fixed_rows();
  return form;
}

Form campaign_form(const Messages& say) {
  Form form("campaign", "coordination.share_wishes", say("common.open"));
  form.reads();
  form.text("campaign", say("share.number")).required().longest(20);
  return form;
}

Result<Reply> wishes_screen(Call& call, const std::string& key, const Json& typed,
                            const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const hub::CountyNews news, known_news(call, share_news, key, "campaign"));
  const std::int64_t unit = setting_number(call.work(), "institution.siruta");
  const Allocation own = wishes(call.work(), std::stoll(news.key));
  Json::Array rows;
  for (const Json& title : news.body["titles"].items()) {
    const std::int64_t number = title["number"].integer();
    rows.push_back(Json::object({{"title", std::to_string(number)},
                                 {"name", name_of(title)},
                                 {"price", money_of(title["price"]).shown(say.lang())},
                                 {"copies", copies_of(own, number, unit)}}));
  }
  Json usual = Json::object({{"campaign", key}, {"wishes", std::move(rows)}});
  if (unit != 0)
    usual.set("unit", unit);
  Screen screen("coordination.share_wishes", news.body["title"].text());
  screen.sub(say("share.wishes_sub", {{"giver", news.body["giver"].text()}}));
  if (!news.body["about"].text().empty())
    screen.text(news.body["about"].text());
  screen.form(wishes_form(say), say, typed.is_object() ? typed : usual, problems);
  return Reply::screen(screen);
}

Result<Reply> run_wishes(Call& call, const Values& in) {
  METODICA_TRY(const hub::CountyNews news,
               known_news(call, share_news, in.text("campaign"), "campaign"));
  const auto until = Date::parse(news.body["until"].text());
  if (until && call.today() > *until)
    return Unexpected(Problem(METODICA_CONFLICT, "share.too_late").at("campaign"));
  const std::int64_t unit = in.integer("unit", setting_number(call.work(), "institution.siruta"));
  if (unit == 0)
    return invalid("share.no_unit", {}, "unit");
  std::map<std::int64_t, std::int64_t> copies;
  for (const Values& row : in.rows("wishes"))
    copies[std::strtoll(row.text("title").c_str(), nullptr, 10)] = row.integer("copies");
  replace_wishes(call.work(), std::stoll(news.key), unit, copies);
  return Reply::go("coordination.shares_here", Json::object(), call.say()("share.wishes_kept"));
}

// ---- the prepared act ----

Form take_form(const Messages& say) {
  Form form("take", "coordination.take_share", say("share.take"));
  form.text("key", say("share.paper_number")).required().longest(40).fixed();
  Form& lines = form.lines("lines", say("share.titles"));
  lines.hidden("line").required();
  lines.text("name", say("share.book")).fixed();
  lines.text("copies", say("share.copies")).fixed();
  lines.integer("received", say("share.received_copies"))
      .required()
      .min(std::int64_t{0})
      .max(most_copies)
      .total();
  lines.text("note", say("share.difference")).longest(200);
  lines.fixed_rows();
  return form;
}

Form act_form(const Messages& say) {
  Form form("act", "coordination.share_act", say("common.open"));
  form.reads();
  form.text("key", say("share.paper_number")).required().longest(40);
  return form;
}

Result<Reply> act_screen(Call& call, const std::string& key, const Json& typed,
                         const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const hub::CountyNews news, known_news(call, share_act_news, key, "key"));
  Json::Array rows;
  std::int64_t place = 0;
  for (const Json& line : news.body["lines"].items()) {
    rows.push_back(Json::object({{"line", std::to_string(place++)},
                                 {"name", name_of(line)},
                                 {"copies", std::to_string(line["copies"].integer())},
                                 {"received", line["copies"].integer()}}));
  }
  Screen screen("coordination.share_act", news.body["campaign"].text());
  screen.sub(say("share.act_sub", {{"number", key},
                                   {"date", date_of(news.body).shown(say.lang())},
                                   {"giver", news.body["giver"].text()}}));
  screen.text(say("share.act_why"));
  const Json usual = Json::object({{"key", key}, {"lines", std::move(rows)}});
  screen.form(take_form(say), say, typed.is_object() ? typed : usual, problems);
  return Reply::screen(screen);
}

Result<acquisition::PreparedAct> prepared(const Json& body, const Values& in) {
  acquisition::PreparedAct act;
  act.source = body["source"].text();
  act.partner = body["giver"].text();
  act.kind = body["kind"].text();
  act.number = body["number"].text();
  act.date = date_of(body);
  act.remarks = body["campaign"].text();
  for (const Json& line : body["lines"].items()) {
    acquisition::PreparedLine one;
    one.author = line["author"].text();
    one.title = line["title"].text();
    one.publication = line["publication"].text();
    one.isbn = line["isbn"].text();
    one.udc = line["udc"].text();
    one.copies = one.accepted = line["copies"].integer();
    one.value = money_of(line["value"]);
    act.lines.push_back(std::move(one));
  }
  const auto rows = in.rows("lines");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto line =
        static_cast<std::size_t>(std::strtoll(rows[i].text("line").c_str(), nullptr, 10));
    const std::string field = "lines/" + std::to_string(i) + "/received";
    if (line >= act.lines.size() || rows[i].integer("received") > act.lines[line].copies)
      return invalid("share.more_than_sent", {}, field);
    act.lines[line].accepted = rows[i].integer("received");
    act.lines[line].count_note = rows[i].text("note");
    if (act.lines[line].accepted < act.lines[line].copies && act.lines[line].count_note.empty())
      return invalid("share.say_why", {}, "lines/" + std::to_string(i) + "/note");
  }
  return act;
}

Result<Reply> run_take(Call& call, const Values& in) {
  METODICA_TRY(const hub::CountyNews news, known_news(call, share_act_news, in.text("key"), "key"));
  if (taken(call, news.body))
    return Unexpected(Problem(METODICA_CONFLICT, "share.taken_before").at("key"));
  METODICA_TRY(const acquisition::PreparedAct act, prepared(news.body, in));
  METODICA_TRY(const std::string id, acquisition::draft_of(call, act));
  return Reply::go("acquisition.act", Json::object({{"id", id}}), call.say()("share.taken"));
}

}  // namespace

void add_share_library_actions(ActionList& actions) {
  actions.push_back({"coordination.shares_here",
                     ActionKind::read,
                     share_takers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_list,
                     {}});
  actions.push_back({"coordination.share_wishes",
                     ActionKind::read,
                     share_takers,
                     "screen",
                     campaign_form,
                     R"({"campaign":"1"})",
                     {},
                     [](Call& call, const Values& in) {
                       return wishes_screen(call, in.text("campaign"), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.keep_share_wishes",
                     ActionKind::write,
                     {Role::librarian, Role::keeper, Role::methodologist},
                     "screen",
                     wishes_form,
                     R"({"campaign":"1","unit":57706,"wishes":[{"title":"1","copies":2}]})",
                     {},
                     run_wishes,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return wishes_screen(call, typed["campaign"].text(), typed, problems);
                     }});
  actions.push_back(
      {"coordination.share_act",
       ActionKind::read,
       share_takers,
       "screen",
       act_form,
       R"({"key":"2026-1/1"})",
       {},
       [](Call& call, const Values& in) { return act_screen(call, in.text("key"), {}, {}); },
       {}});
  actions.push_back({"coordination.take_share",
                     ActionKind::write,
                     share_takers,
                     "screen",
                     take_form,
                     R"({"key":"2026-1/1","lines":[{"line":"0","received":3}]})",
                     {},
                     run_take,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return act_screen(call, typed["key"].text(), typed, problems);
                     }});
}

}  // namespace metodica::coordination
