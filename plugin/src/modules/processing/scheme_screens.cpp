#include "modules/processing/scheme_screens.hpp"

#include <algorithm>
#include <set>

#include "bibliography/format_mark.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/scheme_store.hpp"

namespace metodica::processing {
namespace {

constexpr Roles rulers = {Role::librarian, Role::manager};
constexpr std::size_t most_limits = 38;
constexpr std::int64_t most_height = 200;
constexpr std::int64_t most_schemes = 100;
constexpr std::int64_t most_serial = 999'999'999;

Form opened_form(const Messages& say, const char* action) {
  Form form("open_scheme", action, say("common.open"));
  form.integer("position", say("call_numbers.position")).min(std::int64_t{1}).max(most_schemes);
  return form;
}

Form scheme_form(const Messages& say) {
  Form form("scheme", "processing.scheme_save", say("call_numbers.scheme_send"));
  form.hidden("position");
  form.text("register", say("processing.register")).longest(20).help(say("call_numbers.any_help"));
  form.text("custody", say("processing.custody")).longest(40).help(say("call_numbers.any_help"));
  form.text("section", say("processing.section"))
      .pattern("[A-Za-z]{1,4}", say("processing.section_meaning"))
      .help(say("call_numbers.section_help"));
  Field& first = form.choice("first", say("call_numbers.first")).initial("systematic");
  for (const char* family : {"systematic", "format", "running"})
    first.option(family, say(std::string("call_numbers.family.") + family));
  Field& second = form.choice("second", say("call_numbers.second")).initial("none");
  second.option("none", say("call_numbers.family.none"));
  for (const char* family : {"format", "running"})
    second.option(family, say(std::string("call_numbers.family.") + family));
  form.text("prefix", say("call_numbers.prefix_label"))
      .longest(6)
      .help(say("call_numbers.prefix_help"));
  Field& author = form.choice("author", say("call_numbers.author")).initial("table");
  for (const char* rule : {"table", "loc", "letters", "none"})
    author.option(rule, say(std::string("call_numbers.author.") + rule));
  form.yes_no("joined", say("call_numbers.joined"));
  form.yes_no("each_copy", say("call_numbers.each_copy"));
  form.yes_no("from_inventory", say("call_numbers.from_inventory"));
  Field& unique = form.choice("unique", say("call_numbers.unique")).initial("free");
  for (const char* one : {"free", "work", "copy"})
    unique.option(one, say(std::string("call_numbers.unique.") + one));
  return form;
}

MarkScheme read_scheme(const Values& in) {
  MarkScheme scheme;
  scheme.register_code = in.text("register");
  scheme.custody = in.text("custody");
  scheme.section = in.text("section");
  scheme.first = family_named(in.text("first")).value_or(MarkFamily::systematic);
  scheme.second = family_named(in.text("second"));
  scheme.prefix = in.text("prefix");
  scheme.author = author_rule_named(in.text("author"));
  scheme.particles = in.yes("joined") ? Particles::joined : Particles::separate;
  scheme.each_copy = in.yes("each_copy");
  scheme.from_inventory = in.yes("from_inventory");
  scheme.unique = uniqueness_named(in.text("unique"));
  return scheme;
}

Json scheme_json(const MarkScheme& scheme, std::int64_t position) {
  return Json::object({{"position", std::to_string(position)},
                       {"register", scheme.register_code},
                       {"custody", scheme.custody},
                       {"section", scheme.section},
                       {"first", name_of(scheme.first)},
                       {"second", scheme.second ? name_of(*scheme.second) : "none"},
                       {"prefix", scheme.prefix},
                       {"author", name_of(scheme.author)},
                       {"joined", scheme.particles == Particles::joined},
                       {"each_copy", scheme.each_copy},
                       {"from_inventory", scheme.from_inventory},
                       {"unique", name_of(scheme.unique)}});
}

Form limits_form(const Messages& say) {
  Form form("limits", "processing.limits_save", say("call_numbers.limits_send"));
  Form& rows = form.lines("limits", say("call_numbers.limits"));
  rows.max_rows(most_limits);
  rows.integer("upto", say("call_numbers.upto"))
      .required()
      .min(std::int64_t{1})
      .max(most_height)
      .unit("cm");
  return form;
}

Form start_form(const Messages& say) {
  Form form("start", "processing.number_start", say("call_numbers.start_send"));
  form.text("prefix", say("call_numbers.prefix_label"))
      .pattern("[A-Z]{1,6}", say("call_numbers.prefix_help"));
  form.integer("class", say("call_numbers.class"))
      .min(std::int64_t{0})
      .max(std::int64_t{39})
      .help(say("call_numbers.class_help"));
  form.integer("next", say("call_numbers.next")).required().min(std::int64_t{1}).max(most_serial);
  return form;
}

std::string where_text(const MarkScheme& scheme, const Messages& say) {
  std::string text;
  const auto add = [&](const char* message, const std::string& value) {
    if (!value.empty())
      text += (text.empty() ? "" : " · ") + say(message, {{"text", value}});
  };
  add("call_numbers.of_register", scheme.register_code);
  add("call_numbers.of_custody", scheme.custody);
  add("call_numbers.of_section", scheme.section);
  return text.empty() ? say("call_numbers.everywhere") : text;
}

std::string family_text(const std::optional<MarkFamily>& family, const Messages& say) {
  return say("call_numbers.family." + std::string(family ? name_of(*family) : "none"));
}

Table schemes_table(const Messages& say, const std::vector<MarkScheme>& schemes) {
  Table table("schemes");
  table.column("position", say("call_numbers.position"), CellKind::integer);
  table.column("where", say("call_numbers.where"));
  table.column("first", say("call_numbers.first"));
  table.column("second", say("call_numbers.second"));
  table.column("author", say("call_numbers.author"));
  table.column("unique", say("call_numbers.unique"));
  table.empty(say("call_numbers.no_schemes"));
  std::int64_t position = 0;
  for (const MarkScheme& scheme : schemes) {
    const Json args = Json::object({{"position", ++position}});
    Button remove{say("call_numbers.scheme_remove"), "processing.scheme_remove", args};
    remove.writes = true;
    remove.confirm = say("call_numbers.scheme_remove_ask");
    table.row(
        {std::to_string(position), Cell::link(where_text(scheme, say), "processing.scheme", args),
         family_text(scheme.first, say), family_text(scheme.second, say),
         say("call_numbers.author." + std::string(name_of(scheme.author))),
         say("call_numbers.unique." + std::string(name_of(scheme.unique)))},
        {remove});
  }
  return table;
}

// Where each run of numbers stands.
Table runs_table(Call& call, const std::vector<MarkScheme>& schemes,
                 const std::vector<std::int64_t>& limits) {
  const Messages& say = call.say();
  Table table("runs");
  table.caption(say("call_numbers.runs"));
  table.column("mark", say("call_numbers.next_mark"));
  table.column("height", say("call_numbers.class_range"));
  table.empty(say("call_numbers.no_runs"));
  std::set<std::string> seen;
  const auto add = [&](const NumberRun& run) {
    if (!seen.insert(run.counter()).second)
      return;
    const std::string range =
        run.height_class == 0 ? "" : height_class_range(limits, run.height_class) + " cm";
    table.row({number_text(run.prefix, run.height_class, call.work().peek(run.counter())), range});
  };
  for (const MarkScheme& scheme : schemes) {
    const auto classes = static_cast<std::int64_t>(limits.size()) + 1;
    for (std::int64_t one = 1; one <= classes && scheme.uses(MarkFamily::format); ++one)
      add({scheme.prefix, one});
    if (scheme.uses(MarkFamily::running) && !scheme.from_inventory)
      add({"", 0});
  }
  return table;
}

Json limits_json(const std::vector<std::int64_t>& limits) {
  Json::Array rows;
  for (const std::int64_t upto : limits)
    rows.push_back(Json::object({{"upto", upto}}));
  return Json::object({{"limits", std::move(rows)}});
}

/// Which of the forms of the screen is to be shown again as typed.
struct Typed {
  std::string form;
  Json values;
  std::vector<Problem> problems;
};

Screen schemes_screen(Call& call, const Typed& typed) {
  const Messages& say = call.say();
  const auto schemes = mark_schemes(call.work());
  const auto limits = height_limits(call.work());
  const bool starts = typed.form == "start";
  const bool limited = typed.form == "limits";
  Screen screen("processing.schemes", say("call_numbers.schemes_title"));
  screen.sub(say("call_numbers.schemes_sub"));
  screen.text(say("call_numbers.schemes_text"));
  screen.table(schemes_table(say, schemes));
  Button add{say("call_numbers.scheme_add"), "processing.scheme"};
  add.primary = true;
  screen.actions({add});
  screen.table(runs_table(call, schemes, limits));
  screen.group(say("call_numbers.limits_heading"), [&](Screen& inside) {
    inside.text(say("call_numbers.limits_text"));
    inside.form(limits_form(say), say, limited ? typed.values : limits_json(limits),
                limited ? typed.problems : std::vector<Problem>());
  });
  screen.group(say("call_numbers.start_heading"), [&](Screen& inside) {
    inside.text(say("call_numbers.start_text"));
    inside.form(start_form(say), say, starts ? typed.values : Json(),
                starts ? typed.problems : std::vector<Problem>());
  });
  return screen;
}

Screen scheme_screen(Call& call, const Json& values, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.scheme", say("call_numbers.scheme_title"));
  screen.sub(say("call_numbers.scheme_sub"));
  screen.form(scheme_form(say), say, values, problems);
  screen.actions({{say("call_numbers.back"), "processing.schemes"}});
  return screen;
}

// 0 when it names no scheme.
std::int64_t position_in(const std::string& text) {
  const auto number = InventoryNumber::parse({}, text);
  return number ? number->number : 0;
}

Result<Reply> run_scheme(Call& call, const Values& in) {
  const auto schemes = mark_schemes(call.work());
  const std::int64_t position = in.integer("position");
  const bool known = position > 0 && position <= static_cast<std::int64_t>(schemes.size());
  return Reply::screen(scheme_screen(
      call, known ? scheme_json(schemes[static_cast<std::size_t>(position - 1)], position) : Json(),
      {}));
}

Result<Reply> run_save(Call& call, const Values& in) {
  const MarkScheme scheme = read_scheme(in);
  METODICA_CHECK(check_scheme(scheme));
  auto schemes = mark_schemes(call.work());
  const auto at = static_cast<std::size_t>(position_in(in.text("position")));
  if (at > 0 && at <= schemes.size()) {
    schemes[at - 1] = scheme;
  } else {
    // Before the first scheme that would take its copies away.
    const auto wider = std::find_if(schemes.begin(), schemes.end(), [&](const MarkScheme& other) {
      return scheme_for({other}, scheme.register_code, scheme.custody, scheme.section) == other;
    });
    schemes.insert(wider, scheme);
  }
  replace_schemes(call.work(), schemes);
  return Reply::go("processing.schemes", Json::object(), call.say()("call_numbers.scheme_saved"));
}

Result<Reply> run_remove(Call& call, const Values& in) {
  auto schemes = mark_schemes(call.work());
  const std::int64_t position = in.integer("position");
  if (position < 1 || position > static_cast<std::int64_t>(schemes.size())) {
    return Unexpected(Problem(METODICA_NOT_FOUND, "call_numbers.no_scheme", {{"number", position}})
                          .at("position"));
  }
  schemes.erase(schemes.begin() + static_cast<std::ptrdiff_t>(position - 1));
  replace_schemes(call.work(), schemes);
  return Reply::go("processing.schemes", Json::object(), call.say()("call_numbers.scheme_removed"));
}

Result<Reply> run_limits(Call& call, const Values& in) {
  std::vector<std::int64_t> limits;
  for (const Values& row : in.rows("limits"))
    limits.push_back(row.integer("upto"));
  METODICA_CHECK(check_limits(limits));
  replace_limits(call.work(), limits);
  return Reply::go("processing.schemes", Json::object(), call.say()("call_numbers.limits_saved"));
}

Result<Reply> run_start(Call& call, const Values& in) {
  const NumberRun run{in.text("prefix"), in.integer("class")};
  const std::int64_t next = in.integer("next");
  const std::int64_t now = call.work().peek(run.counter());
  if (next < now) {
    return invalid("call_numbers.number_back",
                   {{"mark", number_text(run.prefix, run.height_class, now)}}, "next");
  }
  if (next > now)
    call.work().start_counter(run.counter(), next);
  return Reply::go("processing.schemes", Json::object(),
                   call.say()("call_numbers.start_saved",
                              {{"mark", number_text(run.prefix, run.height_class, next)}}));
}

auto again_with(const char* form) {
  return
      [form](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
        return Reply::screen(schemes_screen(call, {form, typed, problems}));
      };
}

void add_readers(ActionList& actions) {
  actions.push_back({"processing.schemes",
                     ActionKind::read,
                     rulers,
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(schemes_screen(call, {}));
                     },
                     {}});
  actions.push_back({"processing.scheme",
                     ActionKind::read,
                     rulers,
                     "screen",
                     [](const Messages& say) {
                       Form form = opened_form(say, "processing.scheme");
                       form.reads();
                       return form;
                     },
                     R"({"position":1})",
                     {},
                     run_scheme,
                     {}});
}

}  // namespace

void add_scheme_screens(ActionList& actions) {
  add_readers(actions);
  const auto writes = [&](const char* name, auto form, const char* example, auto run, auto again) {
    actions.push_back({name, ActionKind::write, rulers, "screen", form, example, {}, run, again});
  };
  writes("processing.scheme_save", scheme_form,
         R"({"custody":"Depozit","first":"format","each_copy":true,"unique":"work"})", run_save,
         [](Call& call, const Json& typed, const std::vector<Problem>& problems) -> Result<Reply> {
           return Reply::screen(scheme_screen(call, typed, problems));
         });
  writes(
      "processing.scheme_remove",
      [](const Messages& say) { return opened_form(say, "processing.scheme_remove"); },
      R"({"position":1})", run_remove,
      std::function<Result<Reply>(Call&, const Json&, const std::vector<Problem>&)>());
  writes("processing.limits_save", limits_form,
         R"({"limits":[{"upto":20},{"upto":25},{"upto":30},{"upto":38}]})", run_limits,
         again_with("limits"));
  writes("processing.number_start", start_form, R"({"prefix":"P","class":1,"next":27619})",
         run_start, again_with("start"));
}

}  // namespace metodica::processing
