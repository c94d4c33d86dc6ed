#include "modules/coordination/network/network_import.hpp"

#include "modules/coordination/network/network_actions.hpp"
#include "modules/coordination/network/network_csv.hpp"
#include "modules/coordination/network/people.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t largest_file = 2 * 1024 * 1024;

Unexpected row_fault(const Messages& say, const NetworkRow& row, const Problem& problem) {
  return invalid("coordination.csv_row", {{"row", row.row}, {"text", say.of(problem)}}, "file");
}

// The state that holds already is no change.
Result<bool> take_status(Call& call, const NetworkRow& row) {
  StatusPeriod next = *row.status;
  if (next.from.none())
    next.from = call.today();
  const auto known = status_periods(call.work(), row.siruta);
  const StatusPeriod* now = status_on(known, call.today());
  if (now != nullptr && now->state == next.state)
    return false;
  auto fits = check_next_status(known, next);
  if (!fits)
    return row_fault(call.say(), row, fits.error());
  begin_status(call.work(), next, call.caller().user, call.now_utc());
  return true;
}

Result<bool> take_post(Call& call, const NetworkRow& row) {
  StaffPost post = *row.post;
  if (post.from.none())
    post.from = call.today();
  auto fits = check_post(post);
  if (!fits)
    return row_fault(call.say(), row, fits.error());
  post.person = remembered(call, row.siruta, row.name, "staff", call.today());
  auto person = network_person(call.work(), post.person);
  if (person) {
    person->email = row.email.empty() ? person->email : row.email;
    person->phone = row.phone.empty() ? person->phone : row.phone;
    change_person(call.work(), *person);
  }
  for (const StaffPost& known : staff_posts(call.work(), row.siruta)) {
    if (!known.to.none() || known.title != post.title || known.person != post.person)
      continue;
    post.post = known.post;
    if (row.post->from.none())
      post.from = known.from;
    const bool same = known.norm_percent == post.norm_percent && known.contract == post.contract &&
                      known.qualification == post.qualification && known.from == post.from &&
                      known.retires_on == post.retires_on;
    if (same)
      return false;
    break;
  }
  keep_post(call.work(), post);
  return true;
}

Result<Reply> run_import(Call& call, const Values& in) {
  METODICA_TRY(const NetworkImport done, import_network(call, in.file("file").bytes));
  return Reply::go(
      "coordination.network", Json::object(),
      call.say()("network.imported",
                 {{"states", done.states}, {"posts", done.posts}, {"unchanged", done.unchanged}}));
}

}  // namespace

Result<NetworkImport> import_network(Call& call, std::string_view csv) {
  METODICA_TRY(const std::vector<NetworkRow> rows, network_from_csv(csv, call.say()));
  NetworkImport done;
  for (const NetworkRow& row : rows) {
    if (auto unit = known_unit(call, row.siruta, "file"); !unit)
      return row_fault(call.say(), row, unit.error());
    bool changed = false;
    if (row.status) {
      METODICA_TRY(const bool began, take_status(call, row));
      done.states += began ? 1 : 0;
      changed = began;
    }
    if (row.post) {
      METODICA_TRY(const bool kept, take_post(call, row));
      done.posts += kept ? 1 : 0;
      changed = changed || kept;
    }
    done.unchanged += changed ? 0 : 1;
  }
  return done;
}

Form network_import_form(const Messages& say) {
  Form form("network", "coordination.import_network", say("network.import"));
  form.file("file", say("network.import_file"))
      .required()
      .longest(largest_file)
      .help(say("network.import_help"));
  return form;
}

void add_network_import(ActionList& actions) {
  actions.push_back(
      {"coordination.import_network",
       ActionKind::write,
       network_keepers,
       "screen",
       network_import_form,
       R"({"file":{"name":"retea.csv","base64":"c2lydXRhO3N0YXJlCjU3NzA2O2Z1bGxfdGltZQo="}})",
       {},
       run_import,
       [](Call& call, const Json&, const std::vector<Problem>& problems) {
         return network_screen(call, problems);
       }});
}

}  // namespace metodica::coordination
