// Share-outs at the county: the list, one campaign, sending it.

#include "modules/coordination/distribution/share_actions.hpp"

#include <algorithm>

#include "app/settings.hpp"
#include "modules/acquisition/api.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

Form campaign_form(const Messages& say) {
  Form form("campaign", "coordination.keep_share", say("share.keep"));
  form.integer("number", say("share.number")).min(std::int64_t{1}).fixed();
  form.choice("kind", say("share.kind"))
      .option("purchase", say("share.kind.purchase"))
      .option("donation", say("share.kind.donation"))
      .required()
      .initial("purchase");
  form.text("title", say("share.title")).required().longest(150);
  form.text("giver", say("share.giver")).required().longest(150).help(say("share.giver_help"));
  form.date("wishes_until", say("share.wishes_until"));
  form.long_text("about", say("share.about")).longest(2000);
  return form;
}

Form new_form(const Messages& say) {
  Form form("new", "coordination.new_share", say("common.open"));
  form.reads();
  form.integer("number", say("share.number")).min(std::int64_t{1});
  return form;
}

Json which(const Share& of) {
  return Json::object({{"number", of.campaign.number}});
}

Level level_of(const std::string& state) {
  return state == "sent" ? Level::good : state == "cancelled" ? Level::bad : Level::info;
}

Result<Reply> run_list(Call& call, const Values&) {
  const Messages& say = call.say();
  Screen screen("coordination.shares", say("menu.coordination.shares"));
  screen.sub(say("share.sub"));
  if (call.caller().roles.any_of(sharers)) {
    Button add{say("share.new"), "coordination.new_share"};
    add.primary = true;
    screen.actions({add});
  }
  Table table("shares");
  table.column("number", say("share.number"), CellKind::integer)
      .column("title", say("share.title"))
      .column("giver", say("share.giver"))
      .column("until", say("share.wishes_until"), CellKind::date)
      .column("state", say("share.state"), CellKind::tag)
      .empty(say("share.none"));
  for (const ShareCampaign& of : share_campaigns(call.work())) {
    table.row({std::to_string(of.number),
               Cell::link(of.title, "coordination.share", Json::object({{"number", of.number}}))
                   .note(say("share.kind." + of.kind)),
               of.giver, of.wishes_until.shown(say.lang()),
               Cell::tag(say("share.state." + of.state), level_of(of.state))});
  }
  screen.table(table);
  return Reply::screen(screen);
}

Table titles_table(const Share& of, const Allocation& wished, const Messages& say, bool open) {
  Table table("titles");
  table.caption(say("share.titles"));
  table.column("title", say("share.book"))
      .column("price", say("share.price"), CellKind::money)
      .column("copies", say("share.copies"), CellKind::integer)
      .column("wished", say("share.wished"), CellKind::integer)
      .column("given", say("share.given"), CellKind::integer)
      .column("reserve", say("share.reserve"), CellKind::integer)
      .empty(say("share.no_titles"));
  std::int64_t copies = 0, given = 0;
  for (const ShareTitle& title : of.titles) {
    std::int64_t wishes_of = 0;
    for (const auto& [place, count] : wished)
      wishes_of += place.first == title.number ? count : 0;
    const std::int64_t reserve = reserve_of(title, of.lines);
    copies += title.copies;
    given += title.copies - reserve;
    const Json args = Json::object({{"number", of.campaign.number}, {"title", title.number}});
    const Cell name =
        open ? Cell::link(title.title, "coordination.share_title", args).note(title.author)
             : Cell(title.title).note(title.author);
    table.row({name, title.price.shown(say.lang()), std::to_string(title.copies),
               std::to_string(wishes_of), std::to_string(title.copies - reserve),
               std::to_string(reserve)});
  }
  table.footer({say("share.sum"), "", shown_integer(copies, say.lang()), "",
                shown_integer(given, say.lang()), shown_integer(copies - given, say.lang())});
  return table;
}

// Who signed, as far as the registers of the libraries have come here.
Cell signed_cell(Call& call, const Share& of, const ShareRecipient& one, std::size_t place) {
  const Messages& say = call.say();
  if (of.campaign.state != "sent")
    return "";
  if (one.code.empty())
    return Cell::tag(say("share.on_paper"), Level::info);
  const std::string number = note_number(of.campaign.sent_on.year(), of.campaign.number, place);
  for (const auto& paper : acquisition::papers_like(call.work(), paper_kind(of.campaign), number,
                                                    of.campaign.sent_on)) {
    if (paper.library != one.code)
      continue;
    if (paper.state != "signed")
      return Cell::tag(say("share.drafted"), Level::warn).note(paper.notes);
    return Cell::tag(say("share.signed_as", {{"lot", std::to_string(paper.lot_number) + "/" +
                                                         std::to_string(paper.lot_year)}}),
                     Level::good)
        .note(paper.notes);
  }
  return Cell::tag(say("share.waiting"), Level::warn);
}

Table recipients_table(Call& call, const Share& of) {
  const Messages& say = call.say();
  Table table("recipients");
  table.caption(say("share.recipients"));
  table.column("name", say("share.library"))
      .column("budget", say("share.budget"), CellKind::money)
      .column("titles", say("share.titles"), CellKind::integer)
      .column("copies", say("share.copies"), CellKind::integer)
      .column("value", say("share.value"), CellKind::money)
      .column("signed", say("share.receipt"), CellKind::tag)
      .empty(say("share.no_recipients"));
  Money total;
  std::int64_t copies = 0;
  for (std::size_t i = 0; i < of.recipients.size(); ++i) {
    const ShareRecipient& one = of.recipients[i];
    const ShareSum sum = sum_of(of.titles, of.lines, one.unit);
    total += sum.value;
    copies += sum.copies;
    std::vector<Button> buttons;
    if (of.campaign.state == "sent" && sum.copies > 0) {
      Button note{say("share.note"), "coordination.share_note",
                  Json::object({{"number", of.campaign.number}, {"unit", one.unit}})};
      note.writes = true;
      buttons.push_back(std::move(note));
    }
    table.row({Cell(one.name).note(one.code.empty() ? say("share.no_installation") : ""),
               one.budget.e4() == 0 ? "" : one.budget.shown(say.lang()), std::to_string(sum.titles),
               std::to_string(sum.copies), sum.value.shown(say.lang()),
               sum.copies == 0 ? Cell("") : signed_cell(call, of, one, i)},
              buttons);
  }
  table.footer(
      {say("share.sum"), "", "", shown_integer(copies, say.lang()), total.shown(say.lang()), ""});
  return table;
}

Button step(std::string label, const char* action, const Share& of) {
  Button button{std::move(label), action, which(of)};
  button.writes = true;
  return button;
}

std::vector<Button> steps_of(const Share& of, const Messages& say) {
  std::vector<Button> buttons;
  if (of.campaign.state == "open") {
    buttons.push_back({say("share.titles"), "coordination.share_titles", which(of)});
    buttons.push_back({say("share.recipients"), "coordination.share_recipients", which(of)});
    buttons.push_back(step(say("share.share_out"), "coordination.share_out", of));
    if (!of.lines.empty()) {
      buttons.push_back(step(say("share.send"), "coordination.send_share", of));
      buttons.back().primary = true;
      buttons.back().confirm = say("share.send_ask");
    }
    buttons.push_back({say("share.change"), "coordination.new_share", which(of)});
    buttons.push_back(step(say("share.cancel"), "coordination.cancel_share", of));
    buttons.back().danger = true;
    buttons.back().confirm = say("share.cancel_ask");
  }
  if (!of.lines.empty())
    buttons.push_back(step(say("share.paper"), "coordination.share_paper", of));
  return buttons;
}

Reply shown(std::int64_t number, std::string notice) {
  return Reply::go("coordination.share", Json::object({{"number", number}}), std::move(notice));
}

Result<Reply> run_keep(Call& call, const Values& in) {
  ShareCampaign of;
  if (in.has("number")) {
    METODICA_TRY(const Share before, open_share(call, in.integer("number")));
    of = before.campaign;
  } else {
    of.number = call.work().take("share_campaign");
  }
  of.kind = in.text("kind");
  of.title = in.text("title");
  of.giver = in.text("giver");
  of.wishes_until = in.date("wishes_until");
  of.about = in.text("about");
  of.changed_at = call.now_utc();
  keep_campaign(call.work(), of);
  return shown(of.number, call.say()("share.kept"));
}

Result<Reply> campaign_screen(Call& call, std::int64_t number, const Json& typed,
                              const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Json values = typed;
  if (number != 0 && !typed.is_object()) {
    METODICA_TRY(const Share of, open_share(call, number));
    const ShareCampaign& known = of.campaign;
    values = Json::object({{"number", number},
                           {"kind", known.kind},
                           {"title", known.title},
                           {"giver", known.giver},
                           {"wishes_until", known.wishes_until.iso()},
                           {"about", known.about}});
  }
  Screen screen("coordination.new_share", say(number == 0 ? "share.new" : "share.change"));
  screen.sub(say("share.new_sub"));
  screen.form(campaign_form(say), say, values, problems);
  return Reply::screen(screen);
}

}  // namespace

Result<Reply> share_screen(Call& call, std::int64_t number, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  METODICA_TRY(const Share of, known_share(call, number));
  Screen screen("coordination.share", of.campaign.title);
  screen.sub(say("share.kind." + of.campaign.kind) + " · " + of.campaign.giver + " · " +
             say("share.state." + of.campaign.state));
  for (const Problem& problem : problems)
    screen.say(say.of(problem) + " " + say.hint(problem), Level::bad);
  if (!of.campaign.about.empty())
    screen.text(of.campaign.about);
  if (call.caller().roles.any_of(sharers))
    screen.actions(steps_of(of, say));
  screen.table(titles_table(of, wishes(call.work(), number), say, of.campaign.state == "open"));
  screen.table(recipients_table(call, of));
  return Reply::screen(screen);
}

const char* paper_kind(const ShareCampaign& campaign) {
  return campaign.kind == "donation" ? "donation_minutes" : "handover";
}

Form share_number_form(const Messages& say, const char* action, bool reads) {
  Form form("share", action, say(reads ? "common.open" : "common.confirm"));
  if (reads)
    form.reads();
  form.integer("number", say("share.number")).required().min(std::int64_t{1});
  return form;
}

Result<Share> known_share(Call& call, std::int64_t number) {
  auto found = share(call.work(), number);
  if (found)
    return *std::move(found);
  return Unexpected(
      Problem(METODICA_NOT_FOUND, "share.unknown", {{"number", std::to_string(number)}})
          .at("number"));
}

Result<Share> open_share(Call& call, std::int64_t number) {
  METODICA_TRY(Share of, known_share(call, number));
  if (of.campaign.state != "open")
    return Unexpected(Problem(METODICA_CONFLICT, "share.settled").at("number"));
  return of;
}

void add_share_actions(ActionList& actions) {
  actions.push_back({"coordination.shares",
                     ActionKind::read,
                     share_readers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     run_list,
                     {}});
  actions.push_back(
      {"coordination.share",
       ActionKind::read,
       share_readers,
       "screen",
       [](const Messages& say) { return share_number_form(say, "coordination.share", true); },
       R"({"number":1})",
       {},
       [](Call& call, const Values& in) { return share_screen(call, in.integer("number"), {}); },
       {}});
  actions.push_back({"coordination.new_share",
                     ActionKind::read,
                     sharers,
                     "screen",
                     new_form,
                     "{}",
                     {},
                     [](Call& call, const Values& in) {
                       return campaign_screen(call, in.integer("number"), {}, {});
                     },
                     {}});
  actions.push_back({"coordination.keep_share",
                     ActionKind::write,
                     sharers,
                     "screen",
                     campaign_form,
                     R"({"kind":"purchase","title":"Achiziție centralizată 2026",
                         "giver":"Consiliul Județean Cluj"})",
                     {},
                     run_keep,
                     [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
                       return campaign_screen(call, typed["number"].integer(), typed, problems);
                     }});
}

}  // namespace metodica::coordination
