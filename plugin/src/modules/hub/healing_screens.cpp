// After an old backup: what was registered since, the minutes about it, and the way back.

#include "app/settings.hpp"
#include "documents/table_columns.hpp"
#include "modules/hub/healing.hpp"
#include "modules/hub/recovery.hpp"
#include "text/numbers.hpp"

namespace metodica::hub {
namespace {

constexpr Roles healers = {Role::manager, Role::administrator};
constexpr std::size_t copies_shown = 200;

std::string act_words(const Json& lot, const Messages& say) {
  std::string text = say("act." + lot["act_kind"].text()) + " " + lot["act_number"].text();
  if (const auto date = Date::parse(lot["act_date"].text()); date && !date->none())
    text += " / " + date->shown(say.lang());
  return text;
}

struct ActLine {
  std::string place, act, partner, units, value;
};

std::vector<ActLine> acts_of(const std::vector<SetAside>& rows, const Messages& say) {
  std::vector<ActLine> acts;
  for (const auto& [subject, row] : rows) {
    if (subject != "movement_lot")
      continue;
    const std::string part = row["part"].integer() == 1 ? "heal.part_1" : "heal.part_2";
    acts.push_back({say(part) + " " + std::to_string(row["number"].integer()) + "/" +
                        std::to_string(row["year"].integer()),
                    act_words(row, say), row["partner"].text(),
                    shown_integer(row["units"].integer(), say.lang()),
                    Money::from_e4(row["value_e4"].integer()).shown(say.lang())});
  }
  return acts;
}

struct CopyLine {
  std::string number, description;
};

std::vector<CopyLine> copies_of(const std::vector<SetAside>& rows) {
  std::vector<CopyLine> copies;
  for (const auto& [subject, row] : rows) {
    if (subject != "inventory_entry")
      continue;
    const std::string& author = row["author"].text();
    copies.push_back({row["register"].text() + " " + std::to_string(row["number"].integer()),
                      (author.empty() ? "" : author + ". ") + row["title"].text()});
  }
  return copies;
}

Form heal_form(const Messages& say) {
  Form form("heal", "hub.heal", say("heal.send"));
  form.text("number", say("heal.number")).required().longest(40);
  form.date("dated", say("heal.dated")).required();
  form.text("found_by", say("heal.found_by")).required().longest(120);
  form.danger().confirm(say("heal.confirm"));
  return form;
}

Form paper_form(const Messages& say) {
  Form form("minutes", "hub.heal_paper", say("heal.print"));
  form.reads();
  form.integer("minutes", say("heal.minutes")).required().min(std::int64_t{1});
  return form;
}

Table acts_table(const std::vector<SetAside>& rows, const Messages& say) {
  Table table("acts");
  table.caption(say("heal.acts"))
      .column("place", say("heal.place"))
      .column("act", say("heal.act"))
      .column("partner", say("heal.partner"))
      .column("units", say("heal.units"), CellKind::integer)
      .column("value", say("heal.value"), CellKind::money)
      .empty(say("heal.no_acts"));
  for (const ActLine& act : acts_of(rows, say))
    table.row({act.place, act.act, act.partner, act.units, act.value});
  return table;
}

Table copies_table(const std::vector<SetAside>& rows, const Messages& say) {
  Table table("copies");
  table.caption(say("heal.copies"))
      .column("number", say("heal.copy_number"))
      .column("title", say("heal.description"))
      .empty(say("heal.no_copies"));
  const auto copies = copies_of(rows);
  for (std::size_t i = 0; i < std::min(copies.size(), copies_shown); ++i)
    table.row({copies[i].number, copies[i].description});
  return table;
}

Result<Reply> run_heal(Call& call, const Values& in) {
  if (!may_heal(call.work()))
    return Unexpected({METODICA_CONFLICT, "heal.nothing"});
  heal(call.work(), {in.text("number"), in.date("dated"), in.text("found_by"), call.caller().user,
                     call.now_utc()});
  return Reply::go("hub.link", Json::object(), call.say()("heal.done"));
}

FlowTable acts_on_paper(const std::vector<SetAside>& rows, const Messages& say) {
  FlowTable table;
  table.caption = say("heal.acts");
  table.columns = {text_column(say("heal.place"), 34), weighted_column(say("heal.act"), 2),
                   weighted_column(say("heal.partner"), 2), text_column(say("heal.units"), 18),
                   text_column(say("heal.value"), 24)};
  for (const ActLine& act : acts_of(rows, say))
    table.rows.push_back({RowKind::entry, {act.place, act.act, act.partner, act.units, act.value}});
  return table;
}

FlowTable copies_on_paper(const std::vector<SetAside>& rows, const Messages& say) {
  FlowTable table;
  table.caption = say("heal.copies");
  table.columns = {text_column(say("heal.copy_number"), 34),
                   weighted_column(say("heal.description"), 1),
                   text_column(say("heal.new_number"), 34)};
  for (const CopyLine& copy : copies_of(rows))
    table.rows.push_back({RowKind::entry, {copy.number, copy.description, std::string()}});
  return table;
}

Result<Reply> run_paper(Call& call, const Values& in) {
  const Messages& say = call.say();
  const std::int64_t number = in.integer("minutes");
  const auto minutes = healing_minutes(call.work(), number);
  if (!minutes)
    return Unexpected(Problem(METODICA_NOT_FOUND, "heal.no_minutes").at("minutes"));
  const auto rows = set_aside(call.work(), number);
  FlowPaper paper;
  paper.paper = library_paper(call, say("heal.paper"), {});
  paper.paper.letterhead.number = minutes->number;
  paper.paper.letterhead.date = minutes->dated;
  mark_issue(call, "healing/" + std::to_string(number), paper.paper);
  paper.blocks.emplace_back(Paragraph{say("heal.paper_found", {{"who", minutes->found_by}})});
  paper.blocks.emplace_back(acts_on_paper(rows, say));
  if (FlowTable copies = copies_on_paper(rows, say); !copies.rows.empty())
    paper.blocks.emplace_back(std::move(copies));
  paper.blocks.emplace_back(
      Paragraph{say("heal.paper_rest", {{"count", static_cast<std::int64_t>(rows.size())}})});
  paper.blocks.emplace_back(Paragraph{say("heal.paper_decided")});
  paper.blocks.emplace_back(
      Signatures{{},
                 {{say("heal.found_by"), minutes->found_by},
                  {say("role.keeper"), setting(call.work(), "institution.keeper")},
                  {setting(call.work(), "institution.manager_title"),
                   setting(call.work(), "institution.manager")}}});
  METODICA_TRY(Documents* const documents, call.services().documents());
  METODICA_TRY(std::string pdf, documents->flow_pdf(paper, say));
  return Reply::document("proces-verbal-" + std::to_string(number) + ".pdf", "application/pdf",
                         std::move(pdf));
}

}  // namespace

void show_healing(Screen& screen, Call& call, const Json& typed,
                  const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  if (may_heal(call.work())) {
    const auto rows = set_aside(call.work(), 0);
    screen.heading(say("heal.heading")).text(say("heal.text"));
    screen.table(acts_table(rows, say)).table(copies_table(rows, say));
    if (call.caller().roles.any_of(healers)) {
      const Json usual = Json::object({{"dated", call.today().iso()}});
      screen.form(heal_form(say), say, typed.is_object() ? typed : usual, problems);
    } else {
      screen.text(say("heal.who"));
    }
  }
  const auto all = healings(call.work());
  if (all.empty())
    return;
  Table table("healings");
  table.caption(say("heal.minutes_caption"))
      .column("number", say("heal.number"))
      .column("dated", say("heal.dated"), CellKind::date)
      .column("found_by", say("heal.found_by"));
  for (const std::int64_t one : all) {
    const auto minutes = healing_minutes(call.work(), one);
    if (!minutes)
      continue;
    Button print{say("heal.print"), "hub.heal_paper", Json::object({{"minutes", one}})};
    table.row({minutes->number, minutes->dated.shown(say.lang()), minutes->found_by}, {print});
  }
  screen.table(table);
}

void add_healing_screens(
    ActionList& actions,
    std::function<Result<Reply>(Call&, const Json&, const std::vector<Problem>&)> again) {
  actions.push_back({"hub.heal",
                     ActionKind::write,
                     healers,
                     "screen",
                     heal_form,
                     R"({"number":"3","dated":"2026-06-02","found_by":"Popescu Ana"})",
                     {},
                     run_heal,
                     std::move(again),
                     true});
  actions.push_back({"hub.heal_paper",
                     ActionKind::paper,
                     {Role::keeper, Role::manager, Role::administrator},
                     "document",
                     paper_form,
                     R"({"minutes":1})",
                     {},
                     run_paper,
                     {}});
}

}  // namespace metodica::hub
