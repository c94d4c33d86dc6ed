#include "app/host_changes.hpp"

namespace metodica {
namespace {

Form changed_form(const Messages& say) {
  Form form("changed", "host.changed", say("host.changes"));
  form.choice("what", say("host.subject"))
      .option("copy", say("host.what.copy"))
      .option("title", say("host.what.title"))
      .option("library", say("host.what.library"))
      .required();
  form.text("id", say("host.their_id")).required().longest(100);
  form.text("barcode", say("host.barcode")).longest(100);
  form.choice("change", say("host.operation"))
      .option("created", say("host.change.created"))
      .option("changed", say("host.change.changed"))
      .option("deleted", say("host.change.deleted"))
      .required();
  return form;
}

Result<Reply> run_changed(Call& call, const Values& in) {
  call.work().execute(
      "INSERT INTO host_change (library, what, theirs, barcode, change, at_utc)"
      " VALUES ({library}, $1, $2, $3, $4, $5) ON CONFLICT (library, what, theirs) DO UPDATE SET"
      " barcode = CASE WHEN excluded.barcode = '' THEN host_change.barcode ELSE excluded.barcode"
      " END, change = excluded.change, at_utc = excluded.at_utc",
      {in.text("what"), in.text("id"), in.text("barcode"), in.text("change"), call.now_utc()});
  return Reply::data(Json::object({{"kept", true}}));
}

}  // namespace

void add_host_changed(ActionList& actions) {
  actions.push_back(
      {"host.changed",
       ActionKind::write,
       {Role::librarian, Role::keeper, Role::administrator},
       "data",
       changed_form,
       R"({"what":"copy","id":"1201","barcode":"RO1000123","change":"changed"})",
       R"({"type":"object","properties":{"kept":{"type":"boolean"}},"required":["kept"]})",
       run_changed,
       {}});
}

void show_host_changes(Call& call, Screen& screen) {
  const Messages& say = call.say();
  Table table("changes");
  table.column("subject", say("host.subject")).column("id", say("host.their_id"));
  table.column("change", say("host.operation"), CellKind::tag).column("at", say("host.told_at"));
  bool any = false;
  call.work().each<std::string, std::string, std::string, std::string, std::string>(
      "SELECT what, theirs, barcode, change, at_utc FROM host_change WHERE library = {library}"
      " ORDER BY at_utc DESC, what, theirs LIMIT 50",
      {},
      [&](const std::string& what, const std::string& theirs, const std::string& barcode,
          const std::string& change, const std::string& at) {
        any = true;
        table.row({say("host.what." + what), barcode.empty() ? theirs : barcode,
                   Cell::tag(say("host.change." + change),
                             change == "deleted" ? Level::bad : Level::info),
                   at});
      });
  if (any) {
    screen.heading(say("host.changes"));
    screen.table(table);
  }
}

}  // namespace metodica
