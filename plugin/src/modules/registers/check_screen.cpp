// The check of the registers on a screen, slice by slice: each page does one slice and asks for the
// next.

#include "modules/registers/closing.hpp"
#include "modules/registers/opening_screens.hpp"
#include "modules/registers/registers_actions.hpp"
#include "modules/registers/registers_forms.hpp"

namespace metodica::registers {
namespace {

Result<Reply> run_check(Call& call, const Values& in) {
  METODICA_TRY(const Reply slice, verify_slice(call, in));
  const Messages& say = call.say();
  const Json& done = slice.content();
  Screen screen("registers.check", say("registers.check_title"));
  screen.sub(say("registers.check_sub"));
  if (slice.kind() == Reply::Kind::progress) {
    Figure figure{say("registers.check_rows"), std::to_string(done["done"].integer())};
    figure.done = done["done"].integer();
    figure.of = done["of"].integer();
    screen.figures({figure});
    Button next{say("registers.check_next"), "registers.check", done["next"]};
    next.primary = true;
    screen.actions({next});
    return Reply::screen(screen);
  }
  const std::string rows = std::to_string(done["rows"].integer());
  if (done["ok"].boolean()) {
    screen.say(say("registers.check_good", {{"rows", rows}}), Level::good);
  } else {
    screen.say(say("registers.check_bad", {{"rows", rows}}), Level::bad);
    Table table("problems");
    table.column("where", say("registers.check_where")).column("text", say("registers.check_text"));
    for (const auto& problem : done["problems"].items())
      table.row({problem["where"].text(), problem["text"].text()});
    screen.table(table);
  }
  Table chains("chains");
  chains.column("chain", say("registers.check_chain"))
      .column("rows", say("registers.check_rows"), CellKind::integer);
  chains.column("hash", say("registers.col.hash"));
  for (const auto& mark : done["chains"].items()) {
    chains.row({mark["chain"].text(), std::to_string(mark["rows"].integer()), mark["hash"].text()});
  }
  screen.table(chains);
  return Reply::screen(screen);
}

}  // namespace

void add_check_screen(ActionList& actions) {
  actions.push_back({"registers.check",
                     ActionKind::read,
                     {Role::keeper, Role::manager, Role::accountant},
                     "screen",
                     verify_form,
                     "{}",
                     {},
                     run_check,
                     {}});
}

}  // namespace metodica::registers
