#include "modules/acquisition/step_forms.hpp"

#include "modules/acquisition/acquisition_actions.hpp"
#include "modules/acquisition/acquisition_forms.hpp"
#include "modules/acquisition/acquisition_store.hpp"

namespace metodica::acquisition {
namespace {

const Json& shown(const Json& typed, const Json& stored) {
  return typed.is_object() ? typed : stored;
}

Options content_options(Call& call) {
  Options options;
  for (const auto& column :
       registers::breakdown_columns(call.work(), "content", call.say().lang())) {
    options.emplace_back(column.code, column.code + " – " + column.title);
  }
  return options;
}

Options register_options(Call& call) {
  Options options;
  for (const auto& book : registers::inventory_registers(call.work()))
    options.emplace_back(book.code, book.name);
  return options;
}

std::string title_of(const Options& options, const std::string& code) {
  for (const auto& [value, label] : options) {
    if (value == code)
      return label;
  }
  return code;
}

Json class_row(Call& call, const Options& contents, std::size_t at, const Line& line) {
  const std::string group = content_of(call.work(), line);
  return Json::object(
      {{"line", std::to_string(at + 1)},
       {"title", full_title(line)},
       {"udc", line.udc},
       {"group", group.empty() ? call.say()("acquisition.no_group") : title_of(contents, group)},
       {"content", line.content},
       {"daily", line.daily},
       {"register", line.register_code},
       {"custody", line.custody},
       {"heritage", line.heritage}});
}

/// Offers what the library itself gave to the same title before; nothing is guessed.
void suggest(Call& call, Line& line, Screen& screen) {
  if (!line.udc.empty() || !line.content.empty())
    return;
  const Classed before = classed_before(call.work(), line);
  if (before.udc.empty() && before.content.empty())
    return;
  line.udc = before.udc;
  line.content = before.content;
  screen.say(call.say()("acquisition.say_suggested",
                        {{"title", line.title},
                         {"class", before.udc.empty() ? before.content : before.udc},
                         {"act", before.act}}));
}

Json class_values(Call& call, const Options& contents, const Act& act, Screen& screen) {
  Json::Array rows;
  for (std::size_t at = 0; at < act.lines.size(); ++at) {
    if (act.lines[at].price.charge != Charge::none)
      continue;
    Line line = act.lines[at];
    suggest(call, line, screen);
    rows.push_back(class_row(call, contents, at, line));
  }
  return Json::object({{"id", act.id}, {"lines", std::move(rows)}});
}

/// The number that the next row of part I gets. Libraries whose numbers restart each year never use
/// the counter without a year (domain note on registers, 2.4).
std::string next_lot(UnitOfWork& work, std::int64_t year) {
  const std::int64_t running = work.peek("rmf/1");
  const std::int64_t number = running > 1 ? running : work.peek("rmf/1/" + std::to_string(year));
  return std::to_string(number) + "/" + std::to_string(year);
}

/// "RI cărți: 4322–4331 · RI audiovizuale: 21"
std::string next_numbers(Call& call, const Act& act) {
  std::string text;
  for (const auto& book : registers::inventory_registers(call.work())) {
    std::int64_t count = 0;
    for (const auto& line : act.lines) {
      const bool here = line.price.charge == Charge::none && line.register_code == book.code;
      count += here ? line.price.accepted : 0;
    }
    if (count == 0)
      continue;
    text += " · RI " + book.name + ": " + std::to_string(book.last_number + 1);
    if (count > 1)
      text += "–" + std::to_string(book.last_number + count);
  }
  return text;
}

std::vector<std::string> last_committee(UnitOfWork& work) {
  constexpr std::int64_t look_back = 50;
  for (const auto& act : acts(work, "", look_back)) {
    if (!act.committee.empty())
      return act.committee;
  }
  return {};
}

Json sign_values(Call& call, const Act& act) {
  Json::Array names;
  for (const auto& name : last_committee(call.work()))
    names.emplace_back(name);
  return Json::object(
      {{"id", act.id}, {"registered_on", call.today().iso()}, {"committee", std::move(names)}});
}

}  // namespace

void draw_document(Call& call, const Act& act, const Json& typed, const Problems& problems,
                   Screen& screen) {
  const Messages& say = call.say();
  screen.text(
      say("acquisition.document_text", {{"act", act_name(say, act)}, {"partner", act.partner}}));
  screen.form(lines_form_shown(say, act, usual_vat(call.work())), say,
              shown(typed, lines_values(act)), problems);
}

void draw_count(Call& call, const Act& act, const Json& typed, const Problems& problems,
                Screen& screen) {
  screen.text(call.say()("acquisition.count_text"));
  screen.form(count_form(call.say()), call.say(), shown(typed, count_values(act)), problems);
}

void draw_classes(Call& call, const Act& act, const Json& typed, const Problems& problems,
                  Screen& screen) {
  screen.text(call.say()("acquisition.classes_text"));
  const Options contents = content_options(call);
  Act placed = act;
  if (const auto books = choose_registers(registers::inventory_registers(call.work()), placed);
      !books) {
    screen.say(call.say().of(books.error()), Level::bad);
  }
  const Json stored = class_values(call, contents, placed, screen);
  screen.form(classify_form(call.say(), contents, register_options(call)), call.say(),
              shown(typed, stored), problems);
}

void draw_prices(Call& call, const Act& act, const Json& typed, const Problems& problems,
                 Screen& screen) {
  const Messages& say = call.say();
  Problems all = problems;
  const auto pricing = price_act(call.work(), act);
  if (pricing) {
    explain(call, act, *pricing, screen);
    screen.table(lines_table(call, act, &*pricing));
  } else if (all.empty()) {
    all.push_back(pricing.error());
  }
  screen.form(prices_form(say), say, shown(typed, prices_values(act)), all);
}

void draw_sign(Call& call, const Act& act, const Json& typed, const Problems& problems,
               Screen& screen) {
  const Messages& say = call.say();
  Act placed = act;
  Result<void> ready = choose_registers(registers::inventory_registers(call.work()), placed);
  const auto pricing = price_act(call.work(), placed);
  if (!pricing)
    ready = Unexpected(pricing.error());
  if (!ready) {
    screen.say(say.of(ready.error()) + " " + say.hint(ready.error()), Level::bad);
    return;
  }
  explain(call, placed, *pricing, screen);
  screen.table(lines_table(call, placed, &*pricing));
  screen.group(say("acquisition.will_enter"), [&](Screen& group) {
    group.text(
        say("acquisition.will_enter_text", {{"lot", next_lot(call.work(), call.today().year())},
                                            {"numbers", next_numbers(call, placed)},
                                            {"value", pricing->entered.shown(say.lang())}}));
    group.form(sign_form(say), say, shown(typed, sign_values(call, placed)), problems);
    group.text(say("acquisition.no_way_back"));
  });
}

}  // namespace metodica::acquisition
