#include "modules/registers/movement_screens.hpp"

#include <algorithm>

#include "modules/registers/closing.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/opening.hpp"
#include "modules/registers/opening_screens.hpp"
#include "text/numbers.hpp"

namespace metodica::registers {
namespace {

std::vector<Tab> rmf_tabs(const Messages& say, std::int64_t year) {
  std::vector<Tab> tabs;
  for (const int part : {1, 2, 3}) {
    tabs.push_back({say("registers.part" + std::to_string(part)), "registers.movement",
                    Json::object({{"year", year}, {"part", part}})});
  }
  return tabs;
}

std::string amounts_text(const std::map<std::string, Amount, std::less<>>& amounts) {
  std::string text;
  for (const auto& [code, amount] : amounts) {
    if (amount.units == 0)
      continue;
    if (!text.empty())
      text += " · ";
    text += code + ": " + std::to_string(amount.units);
  }
  return text;
}

std::string ranges_text(const std::vector<Lot::Range>& ranges) {
  std::string text;
  for (const auto& range : ranges) {
    if (!text.empty())
      text += "; ";
    text += range.register_code + " " + std::to_string(range.first);
    if (range.last != range.first)
      text += "–" + std::to_string(range.last);
  }
  return text;
}

std::string act_of(const Messages& say, const Lot& lot) {
  return say("act." + lot.act_kind) + " " + lot.act_number + " / " + lot.act_date.shown(say.lang());
}

Table movement_table(Call& call, Part part, std::int64_t year) {
  const Messages& say = call.say();
  const bool entries = part == Part::entries;
  Table table("movement");
  table.caption(say(entries ? "registers.rmf1_title" : "registers.rmf2_title"));
  table.column("number", say(entries ? "registers.col.entry_number" : "registers.col.exit_number"),
               CellKind::integer);
  table.column("date", say("registers.col.date"), CellKind::date);
  table.column("kind", say(entries ? "registers.col.source" : "registers.col.cause"));
  table.column("act", say("registers.col.act"));
  table.column("units", say("registers.col.units"), CellKind::integer);
  table.column("value", say("registers.col.value"), CellKind::money);
  if (entries)
    table.column("ri", say("registers.col.ri"));
  table.column("content", say("registers.by_content"));
  table.empty(say("registers.no_rows"));
  for (const auto& lot : lots(call.work(), part, year)) {
    const Json args =
        Json::object({{"part", static_cast<int>(part)}, {"year", year}, {"number", lot.number}});
    std::vector<Cell> cells = {
        Cell::link(std::to_string(lot.number), "registers.lot", args),
        lot.registered_on.shown(say.lang()),
        Cell(say((entries ? "source." : "cause.") + lot.kind)).note(lot.partner),
        act_of(say, lot),
        shown_integer(lot.tally.whole.units, say.lang()),
        lot.tally.whole.value.shown(say.lang())};
    if (entries)
      cells.emplace_back(ranges_text(lot.ranges));
    cells.emplace_back(amounts_text(lot.tally.content));
    table.row(std::move(cells));
  }
  const Tally total = sum_of_year(call.work(), part, year);
  std::vector<Cell> sums = {say("common.total"),
                            "",
                            "",
                            "",
                            shown_integer(total.whole.units, say.lang()),
                            total.whole.value.shown(say.lang())};
  if (entries)
    sums.emplace_back("");
  sums.emplace_back(amounts_text(total.content));
  table.footer(std::move(sums));
  return table;
}

/// A line of part III: its title, and what it sums.
struct Situation {
  std::string title;
  const Tally* tally;
};

std::vector<Situation> situations(const Messages& say, const Recapitulation& part3,
                                  std::int64_t year) {
  const std::string y = std::to_string(year);
  return {{say("registers.part3.opening", {{"year", y}}), &part3.opening},
          {say("registers.part3.entries"), &part3.entries},
          {say("registers.part3.total"), &part3.total},
          {say("registers.part3.exits"), &part3.exits},
          {say("registers.part3.closing", {{"year", y}}), &part3.closing}};
}

Table totals_table(const Messages& say, const std::vector<Situation>& lines) {
  Table table("part3");
  table.caption(say("registers.rmf3_title"));
  table.column("situation", say("registers.col.situation"));
  table.column("units", say("registers.col.units"), CellKind::integer);
  table.column("value", say("registers.col.value"), CellKind::money);
  for (const auto& [title, tally] : lines) {
    table.row({title, shown_integer(tally->whole.units, say.lang()),
               tally->whole.value.shown(say.lang())});
  }
  return table;
}

// The printed form has the columns across; on a screen they go down, where they need no scrolling.
Table grouping_table(Call& call, const std::vector<Situation>& lines, std::string_view grouping) {
  const Messages& say = call.say();
  const std::string name(grouping);
  Table table("part3_" + name);
  table.caption(say("registers.group." + name)).column("column", say("registers.column"));
  for (std::size_t i = 0; i < lines.size(); ++i)
    table.column("s" + std::to_string(i), lines[i].title, CellKind::integer);
  for (const auto& column : breakdown_columns(call.work(), grouping, say.lang())) {
    std::vector<Cell> cells = {grouping == "content" ? column.code + " – " + column.title
                                                     : column.title};
    bool any = false;
    for (const Situation& line : lines) {
      const auto& amounts = line.tally->of(grouping);
      const auto found = amounts.find(column.code);
      const std::int64_t units = found == amounts.end() ? 0 : found->second.units;
      any = any || units != 0;
      cells.emplace_back(shown_integer(units, say.lang()));
    }
    if (any)
      table.row(std::move(cells));
  }
  return table;
}

void add_recapitulation(Call& call, std::int64_t year, Screen& screen) {
  const Messages& say = call.say();
  const auto part3 = recapitulation(call.work(), year);
  if (!part3) {
    screen.say(say.of(part3.error()), Level::bad);
    return;
  }
  const std::vector<Situation> lines = situations(say, *part3, year);
  screen.table(totals_table(say, lines));
  for (const auto grouping : groupings)
    screen.table(grouping_table(call, lines, grouping));
}

Table copies_table(Call& call, const std::vector<InventoryNumber>& numbers) {
  const Messages& say = call.say();
  Table table("copies");
  table.column("number", say("registers.col.inventory_number"));
  table.column("title", say("registers.col.author_title"));
  table.column("value", say("registers.col.price"), CellKind::money);
  table.column("call_number", say("registers.col.udc"));
  table.column("custody", say("registers.col.custody"));
  for (const auto& number : numbers) {
    const auto line = copy(call.work(), number);
    if (!line)
      continue;
    table.row(
        {Cell::link(number.shown_with_register(), "registers.copy",
                    Json::object({{"register", number.register_code}, {"number", number.number}})),
         Cell(line->title).note(line->author), line->value.shown(say.lang()),
         line->call_number.empty() ? line->udc : line->call_number, line->custody});
  }
  return table;
}

}  // namespace

Button open_button(std::string label, std::string action, Json args, bool primary) {
  Button button{std::move(label), std::move(action), std::move(args)};
  button.primary = primary;
  return button;
}

Button paper_button(std::string label, std::string action, Json args) {
  Button button{std::move(label), std::move(action), std::move(args)};
  button.writes = true;
  return button;
}

Form movement_form(const Messages& say) {
  Form form("movement", "registers.movement", say("common.open"));
  form.reads();
  form.integer("year", say("registers.year")).min(std::int64_t{1900}).max(std::int64_t{2999});
  form.integer("part", say("registers.part")).min(std::int64_t{1}).max(std::int64_t{3});
  return form;
}

Result<Reply> run_movement(Call& call, const Values& in) {
  const Messages& say = call.say();
  if (!is_open(call.work()))
    return Reply::screen(opening_screen(call, {}, {}));
  const std::int64_t year = in.integer("year", call.today().year());
  const std::int64_t part = in.integer("part", 1);
  Screen screen("registers.movement",
                say("registers.movement_title", {{"year", std::to_string(year)}}));
  const auto close = year_close(call.work(), year);
  screen.sub(close ? say("registers.year_is_closed", {{"date", close->closed_on.shown(say.lang())}})
                   : say("registers.year_is_open"));
  screen.tabs(static_cast<std::size_t>(part - 1), rmf_tabs(say, year));
  if (part == 3) {
    add_recapitulation(call, year, screen);
  } else {
    screen.table(movement_table(call, part == 1 ? Part::entries : Part::exits, year));
  }
  const Json args = Json::object({{"year", year}, {"part", part}});
  std::vector<Button> buttons = {
      paper_button(say("registers.print_part"), "registers.rmf_paper", args)};
  const auto opening = stored_opening(call.work());
  if (opening && year > opening->opened_on.year()) {
    buttons.push_back(
        open_button(say("registers.year_before", {{"year", std::to_string(year - 1)}}),
                    "registers.movement", Json::object({{"year", year - 1}, {"part", part}})));
  }
  if (year < call.today().year()) {
    buttons.push_back(open_button(say("registers.year_after", {{"year", std::to_string(year + 1)}}),
                                  "registers.movement",
                                  Json::object({{"year", year + 1}, {"part", part}})));
  }
  screen.actions(buttons);
  return Reply::screen(screen);
}

Form lot_form(const Messages& say) {
  Form form("lot", "registers.lot", say("common.open"));
  form.reads();
  form.integer("part", say("registers.part")).required().min(std::int64_t{1}).max(std::int64_t{2});
  form.integer("year", say("registers.year")).required();
  form.integer("number", say("registers.lot_number")).required();
  return form;
}

Result<Reply> run_lot(Call& call, const Values& in) {
  const Messages& say = call.say();
  const Part part = in.integer("part") == 1 ? Part::entries : Part::exits;
  const auto row = lot(call.work(), part, in.integer("year"), in.integer("number"));
  const std::string name =
      std::to_string(in.integer("number")) + "/" + std::to_string(in.integer("year"));
  if (!row)
    return Unexpected(
        Problem(METODICA_NOT_FOUND, "registers.lot_unknown", {{"lot", name}}).at("number"));
  Screen screen(
      "registers.lot",
      say(part == Part::entries ? "registers.lot_title" : "registers.exit_title", {{"lot", name}}));
  screen.sub(act_of(say, *row) + (row->partner.empty() ? "" : " · " + row->partner));
  screen.figures(
      {{say("registers.col.units"), shown_integer(row->tally.whole.units, say.lang())},
       {say("registers.col.value"), row->tally.whole.value.shown(say.lang()), say("registers.lei")},
       {say("registers.col.date"), row->registered_on.shown(say.lang())}});
  if (!row->remarks.empty())
    screen.text(row->remarks);
  const auto numbers = part == Part::entries ? copies_of_entry(call.work(), row->year, row->number)
                                             : copies_of_exit(call.work(), row->year, row->number);
  screen.table(copies_table(call, numbers));
  screen.text(say("registers.hash_is", {{"hash", row->hash}}));
  return Reply::screen(screen);
}

}  // namespace metodica::registers
