#include "modules/acquisition/act_screen.hpp"

#include <algorithm>

#include "modules/acquisition/acquisition_actions.hpp"
#include "modules/acquisition/acquisition_forms.hpp"
#include "modules/acquisition/codes.hpp"
#include "modules/acquisition/step_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::acquisition {
namespace {

std::vector<std::string> step_names(const Messages& say) {
  return {say("acquisition.step.document"), say("acquisition.step.count"),
          say("acquisition.step.classes"), say("acquisition.step.prices"),
          say("acquisition.step.sign")};
}

Button step_button(const Messages& say, const Act& act, Step step) {
  const auto at = static_cast<std::size_t>(step);
  return {say("acquisition.back_to", {{"step", step_names(say)[at - 1]}}), "acquisition.act",
          Json::object({{"id", act.id}, {"step", static_cast<std::int64_t>(at)}})};
}

Button paper_button(std::string label, std::string action, const Act& act) {
  Button button{std::move(label), std::move(action), Json::object({{"id", act.id}})};
  button.writes = true;  // the issue of a paper is recorded
  return button;
}

std::string sub_title(const Messages& say, const Act& act) {
  std::string text = say("source." + act.source);
  if (!act.partner.empty())
    text += " · " + act.partner;
  if (act.lines.empty())
    return text;
  text += " · " + say("common.titles",
                      {{"count", static_cast<std::int64_t>(std::count_if(
                                     act.lines.begin(), act.lines.end(), [](const Line& line) {
                                       return line.price.charge == Charge::none;
                                     }))}});
  return text + ", " + say("common.copies", {{"count", copies_on_act(act)}});
}

void draw_step(Call& call, const Act& act, Step step, const Json& typed,
               const std::vector<Problem>& problems, Screen& screen) {
  switch (step) {
    case Step::document:
      return draw_document(call, act, typed, problems, screen);
    case Step::count:
      return draw_count(call, act, typed, problems, screen);
    case Step::classes:
      return draw_classes(call, act, typed, problems, screen);
    case Step::prices:
      return draw_prices(call, act, typed, problems, screen);
    case Step::sign:
      return draw_sign(call, act, typed, problems, screen);
  }
}

std::vector<Button> draft_buttons(const Messages& say, const Act& act, Step step) {
  std::vector<Button> buttons;
  if (step != Step::document) {
    buttons.push_back(
        step_button(say, act, static_cast<Step>(static_cast<std::uint8_t>(step) - 1)));
  } else {
    buttons.push_back(
        {say("acquisition.amend_open"), "acquisition.document", Json::object({{"id", act.id}})});
  }
  if (act.counted)
    buttons.push_back(
        paper_button(say("acquisition.print_minutes"), "acquisition.minutes_paper", act));
  Button cancel{say("acquisition.cancel_open"), "acquisition.cancelling",
                Json::object({{"id", act.id}})};
  buttons.push_back(cancel);
  return buttons;
}

void draw_signed(Call& call, const Act& act, Screen& screen) {
  const Messages& say = call.say();
  const std::string lot = std::to_string(act.lot_number) + "/" + std::to_string(act.lot_year);
  screen.steps(step_names(say).size() + 1, step_names(say));
  screen.figures(
      {{say("acquisition.rmf_row"), lot, act.registered_on.shown(say.lang())},
       {say("acquisition.copies_entered"), shown_integer(copies_accepted(act), say.lang())},
       {say("acquisition.value"), act.value.shown(say.lang())}});
  screen.table(lines_table(call, act, nullptr));
  if (!act.difference_note.empty())
    screen.text(act.difference_note);
  Button open_lot{say("acquisition.open_lot", {{"lot", lot}}), "registers.lot",
                  Json::object({{"part", 1}, {"year", act.lot_year}, {"number", act.lot_number}})};
  open_lot.primary = true;
  screen.actions({open_lot,
                  paper_button(say("acquisition.print_minutes"), "acquisition.minutes_paper", act),
                  paper_button(say("acquisition.print_list"), "acquisition.list_paper", act),
                  {say("acquisition.back_to_acts"), "acquisition.acts"}});
  screen.text(say("acquisition.signed_note"));
}

std::string numbers_of(const Line& line) {
  if (line.first_number == 0)
    return {};
  std::string text = line.register_code + " " + std::to_string(line.first_number);
  if (line.price.accepted > 1)
    text += "–" + std::to_string(line.first_number + line.price.accepted - 1);
  return text;
}

Cell title_cell(const Act& act, const Line& line) {
  if (act.state != ActState::signed_off || line.first_number == 0)
    return Cell(full_title(line)).note(line.author);
  return Cell::link(full_title(line), "registers.copy",
                    Json::object({{"register", line.register_code}, {"number", line.first_number}}))
      .note(line.author);
}

Cell count_cell(const Messages& say, const Line& line) {
  const std::int64_t missing = line.price.copies - line.price.accepted - line.refused;
  if (line.refused > 0)
    return Cell::tag(say("acquisition.tag_refused", {{"count", line.refused}}), Level::bad);
  if (missing > 0)
    return Cell::tag(say("acquisition.tag_missing", {{"count", missing}}), Level::warn);
  return Cell::tag(say("acquisition.tag_complete"), Level::good);
}

/// Prices of the copies of a line that enter, from the pricing or, once signed, from the registers.
std::string values_text(Call& call, const Line& line, const PricedLine* priced) {
  std::vector<Money> values;
  if (priced != nullptr) {
    const auto enters =
        std::min(priced->values.size(), static_cast<std::size_t>(line.price.accepted));
    values.assign(priced->values.begin(),
                  priced->values.begin() + static_cast<std::ptrdiff_t>(enters));
  } else if (line.first_number > 0) {
    registers::CopyFilter filter;
    filter.register_code = line.register_code;
    filter.with_gone = true;
    filter.after = {line.register_code, line.first_number - 1};
    filter.limit = line.price.accepted;
    for (const auto& copy : registers::copies(call.work(), filter))
      values.push_back(copy.value);
  }
  return shown_values(std::move(values), call.say().lang());
}

}  // namespace

std::string content_of(UnitOfWork& work, const Line& line) {
  constexpr std::string_view dailies =
      "0";  // form notes of RMF: a daily is in 0 whatever it is about
  if (!line.content.empty())
    return line.content;
  if (line.daily)
    return std::string(dailies);
  return line.udc.empty() ? std::string() : registers::content_column(work, line.udc);
}

Step next_step(Call& call, const Act& act) {
  if (act.lines.empty())
    return Step::document;
  if (!act.counted)
    return Step::count;
  const bool classed = std::all_of(act.lines.begin(), act.lines.end(), [&](const Line& line) {
    return line.price.charge != Charge::none || line.price.accepted == 0 ||
           !content_of(call.work(), line).empty();
  });
  if (!classed)
    return Step::classes;
  return price_act(call.work(), act) ? Step::sign : Step::prices;
}

std::string act_name(const Messages& say, const Act& act) {
  std::string text = say("act." + act.kind) + " " + act.number;
  if (!act.date.none())
    text += " / " + act.date.shown(say.lang());
  return text;
}

std::string shown_percent(Percent percent, std::string_view lang) {
  constexpr std::int64_t one = 10'000;
  if (percent.e4 % one == 0)
    return std::to_string(percent.e4 / one);
  return Money::from_e4(percent.e4).shown(lang);
}

Table lines_table(Call& call, const Act& act, const Pricing* pricing) {
  const Messages& say = call.say();
  const bool is_signed = act.state == ActState::signed_off;
  Table table("lines");
  table.caption(say("acquisition.lines"));
  table.column("title", say("acquisition.title")).column("language", say("acquisition.language"));
  table.column("udc", say("acquisition.udc")).column("group", say("acquisition.group"));
  table.column("copies", say("acquisition.copies_on_act"), CellKind::integer);
  table.column("accepted", say("acquisition.accepted"), CellKind::integer);
  table.column("amount", say("acquisition.amount"), CellKind::money);
  table.column("values", say("acquisition.values"), CellKind::money);
  if (is_signed)
    table.column("numbers", say("acquisition.numbers"));
  table.column("state", say("acquisition.state"), CellKind::tag);
  for (std::size_t row = 0; row < act.lines.size(); ++row) {
    const Line& line = act.lines[row];
    std::vector<Cell> cells;
    if (line.price.charge != Charge::none) {
      cells = {Cell(line.title)
                   .note(say("acquisition.charge." + std::string(code_of(line.price.charge)))),
               "",
               "",
               "",
               "",
               "",
               line.price.amount.shown(say.lang()),
               ""};
      if (is_signed)
        cells.emplace_back("");
      cells.emplace_back("");
    } else {
      cells = {title_cell(act, line),
               line.language,
               line.udc,
               content_of(call.work(), line),
               shown_integer(line.price.copies, say.lang()),
               shown_integer(line.price.accepted, say.lang()),
               line.price.amount.shown(say.lang()),
               values_text(call, line, pricing == nullptr ? nullptr : &pricing->lines[row])};
      if (is_signed)
        cells.emplace_back(numbers_of(line));
      cells.push_back(count_cell(say, line));
    }
    table.row(std::move(cells));
  }
  const Money net = pricing == nullptr ? act.net : pricing->net;
  const Money vat = pricing == nullptr ? act.vat : pricing->vat;
  const Money entered = pricing == nullptr ? act.value : pricing->entered;
  table.footer(
      {say("acquisition.total_accepted"), "", "", "", shown_integer(copies_on_act(act), say.lang()),
       shown_integer(copies_accepted(act), say.lang()),
       net == Money::zero() ? std::string()
                            : say("acquisition.net_and_vat",
                                  {{"net", net.shown(say.lang())}, {"vat", vat.shown(say.lang())}}),
       entered.shown(say.lang())});
  return table;
}

void explain(Call& call, const Act& act, const Pricing& pricing, Screen& screen) {
  const Messages& say = call.say();
  const auto lei = [&](Money amount) { return amount.shown(say.lang()); };
  if (pricing.line_vat != pricing.vat) {
    screen.say(say("acquisition.say_vat",
                   {{"line_vat", lei(pricing.line_vat)}, {"vat", lei(pricing.vat)}}));
  }
  if (pricing.difference != Money::zero()) {
    screen.say(say("acquisition.say_difference", {{"computed", lei(pricing.computed)},
                                                  {"total", lei(pricing.total)},
                                                  {"difference", lei(pricing.difference)}}));
  }
  if (pricing.uneven > 0)
    screen.say(say("acquisition.say_uneven", {{"count", pricing.uneven}}));
  if (pricing.kept_out != Money::zero()) {
    screen.say(say("acquisition.say_kept_out", {{"amount", lei(pricing.kept_out)}}));
  }
  if (has_differences(act)) {
    screen.say(
        say("acquisition.say_left_out", {{"count", copies_on_act(act) - copies_accepted(act)},
                                         {"amount", lei(pricing.left_out)},
                                         {"minutes", act.minutes.number}}),
        Level::warn);
  }
  const Percent usual = usual_vat(call.work());
  for (const auto& group : pricing.groups) {
    const Date raised(2025, 8, 1);  // 5 % became 11 % (domain note on acquisition, 6.1)
    if (group.rate != Percent::of(5) || act.date < raised)
      continue;
    screen.say(say("acquisition.say_old_vat", {{"rate", shown_percent(group.rate, say.lang())},
                                               {"usual", shown_percent(usual, say.lang())}}),
               Level::warn);
  }
}

Screen act_screen(Call& call, const Act& act, Step step, const Json& typed,
                  const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("acquisition.act", say("acquisition.act_title", {{"act", act_name(say, act)}}));
  screen.sub(sub_title(say, act));
  if (act.state == ActState::signed_off) {
    draw_signed(call, act, screen);
    return screen;
  }
  if (act.state == ActState::cancelled) {
    screen.say(say("acquisition.is_cancelled", {{"reason", act.cancel_reason}}), Level::warn);
    if (!act.lines.empty())
      screen.table(lines_table(call, act, nullptr));
    return screen;
  }
  screen.steps(static_cast<std::size_t>(step), step_names(say));
  draw_step(call, act, step, typed, problems, screen);
  screen.actions(draft_buttons(say, act, step));
  return screen;
}

}  // namespace metodica::acquisition
