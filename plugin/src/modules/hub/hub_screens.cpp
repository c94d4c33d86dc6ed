// One screen for both sides: at a hub the nodes of the county, at a node the way to the hub.

#include <algorithm>

#include "modules/hub/healing.hpp"
#include "modules/hub/hub_actions.hpp"
#include "modules/hub/node_store.hpp"
#include "modules/hub/recovery.hpp"
#include "text/numbers.hpp"

namespace metodica::hub {
namespace {

constexpr std::int64_t rows_shown = 50;

struct NodeRow {
  Node node;
  std::string libraries, contact_at;
  std::int64_t waiting = 0;
  std::string problem;
};

NodeRow node_row(UnitOfWork& work, const Node& node, const std::vector<Inbox>& all,
                 const Messages& say) {
  NodeRow row{node, "", "", 0, ""};
  const auto libraries = libraries_of(work, node.id);
  for (const Inbox& inbox : all) {
    if (std::find(libraries.begin(), libraries.end(), inbox.library) == libraries.end())
      continue;
    row.libraries += (row.libraries.empty() ? "" : ", ") + inbox.library;
    row.contact_at = std::max(row.contact_at, inbox.contact_at);
    row.waiting += inbox.waiting;
    if (!inbox.problem.empty())
      row.problem = say(inbox.problem);
  }
  return row;
}

Cell state_cell(const NodeRow& row, const Messages& say) {
  if (!row.node.revoked_at.empty())
    return Cell::tag(say("hub.state_revoked"), Level::bad);
  if (!row.problem.empty())
    return Cell::tag(say("hub.state_stopped"), Level::bad).note(row.problem);
  return row.contact_at.empty() ? Cell::tag(say("hub.state_silent"), Level::warn)
                                : Cell::tag(say("hub.state_good"), Level::good);
}

Table nodes_table(UnitOfWork& work, const Messages& say) {
  Table table("nodes");
  table.caption(say("hub.nodes_caption"))
      .column("name", say("hub.node_name"))
      .column("libraries", say("hub.libraries"))
      .column("contact", say("hub.contact"))
      .column("waiting", say("hub.waiting"), CellKind::integer)
      .column("state", say("hub.state"), CellKind::tag)
      .empty(say("hub.no_nodes"));
  const auto all = inboxes(work);
  for (const Node& node : nodes(work)) {
    const NodeRow row = node_row(work, node, all, say);
    std::vector<Button> buttons;
    if (node.revoked_at.empty()) {
      Button button{say("hub.revoke"), "hub.drop", Json::object({{"node", node.id}})};
      button.danger = true;
      button.writes = true;
      button.confirm = say("hub.revoke_confirm", {{"node", node.name}});
      buttons.push_back(std::move(button));
    }
    table.row({Cell(node.name).note(node.id), row.libraries, shown_time(row.contact_at, say),
               shown_integer(row.waiting, say.lang()), state_cell(row, say)},
              std::move(buttons));
  }
  return table;
}

Table refusals_table(UnitOfWork& work, const Messages& say) {
  Table table("refused");
  table.caption(say("hub.refused_caption"))
      .column("row", say("hub.row"))
      .column("subject", say("hub.subject"))
      .column("reason", say("hub.reason"))
      .column("at", say("hub.at"))
      .empty(say("hub.none_refused"));
  for (const Refusal& row : refusals(work, rows_shown)) {
    table.row({row.library + "/" + std::to_string(row.sequence), row.subject, say(row.reason),
               shown_time(row.at_utc, say)});
  }
  return table;
}

void show_codes(Screen& screen, Call& call) {
  const Messages& say = call.say();
  const auto open = open_codes(call.work(), call.now_utc());
  if (open.empty())
    return;
  Table table("codes");
  table.caption(say("hub.codes_caption"))
      .column("name", say("hub.node_name"))
      .column("libraries", say("hub.libraries"))
      .column("until", say("hub.valid_until"));
  for (const Code& code : open) {
    std::string libraries;
    for (const std::string& library : code.libraries)
      libraries += (libraries.empty() ? "" : ", ") + library;
    table.row({code.name, libraries, shown_time(code.valid_until, say)});
  }
  screen.table(table);
}

void show_county(Screen& screen, Call& call, const Json& typed,
                 const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  screen.sub(say("hub.county_sub"));
  if (!call.caller().roles.any_of(county)) {
    screen.text(say("hub.county_only"));
    return;
  }
  screen.actions({{say("news.circulars"), "hub.circulars"}});
  screen.table(nodes_table(call.work(), say));
  show_codes(screen, call);
  screen.heading(say("hub.refused_heading")).table(refusals_table(call.work(), say));
  screen.heading(say("hub.invite_heading"))
      .form(invite_form(say, "hub.invite"), say, typed, problems);
}

void show_node(Screen& screen, Call& call, const Json& typed,
               const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  screen.sub(say("sync.sub"));
  const auto state = node_state(call.work());
  if (!state) {
    screen.text(say("sync.none"));
    return;
  }
  if (is_locked(call.work())) {
    // Once the rows are here, the decision stands below.
    const std::string what =
        say("sync.locked", {{"library", call.caller().library}, {"node", state->hub}});
    screen.say(may_heal(call.work()) ? what : what + " " + say("sync.locked.hint"), Level::bad);
  } else if (!state->problem.empty()) {
    screen.say(say("sync.last_problem",
                   {{"text", say.has(state->problem) ? say(state->problem) : state->problem}}),
               Level::warn);
  }
  screen.figures({{say("sync.waiting"), shown_integer(waiting(call.work()), say.lang())},
                  {say("hub.contact"), shown_time(state->contact_at, say)},
                  {say("sync.hub"), state->hub},
                  {say("hub.node"), state->node}});
  show_healing(screen, call, typed, problems);
  show_news(screen, call, say("sync.news_caption"));
}

Screen link_screen(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  Screen screen("hub.link", call.say()("hub.link"));
  if (is_hub(call.work()))
    show_county(screen, call, typed, problems);
  else
    show_node(screen, call, typed, problems);
  return screen;
}

// The code is worded once, here; nothing that could show it again is kept.
Result<Reply> run_invite(Call& call, const Values& in) {
  const Messages& say = call.say();
  METODICA_TRY(const Invitation made, invite(call, in.text("name"), in.texts("libraries")));
  Screen screen("hub.invited", say("hub.invited"));
  screen.sub(in.text("name"));
  screen.figures({{say("hub.code_label"), made.code}});
  screen.text(say("hub.invited_text", {{"code", made.code}}));
  screen.say(say("hub.invited_once", {{"until", shown_time(made.valid_until, say)}}), Level::warn);
  screen.actions({{say("hub.back"), "hub.link"}});
  return Reply::screen(screen);
}

Result<Reply> run_drop(Call& call, const Values& in) {
  METODICA_TRY(const Node node, revoke(call, in.text("node")));
  return Reply::go("hub.link", Json::object(), call.say()("hub.revoked", {{"node", node.name}}));
}

Result<Reply> again(Call& call, const Json& typed, const std::vector<Problem>& problems) {
  return Reply::screen(link_screen(call, typed, problems));
}

}  // namespace

// "2026-06-01T08:30:00.123Z" as "2026-06-01 08:30 UTC".
std::string shown_time(const std::string& utc, const Messages& say) {
  return utc.size() < 16 ? say("hub.never") : utc.substr(0, 10) + " " + utc.substr(11, 5) + " UTC";
}

void add_screens(ActionList& actions) {
  actions.push_back({"hub.link",
                     ActionKind::read,
                     {Role::manager, Role::methodologist, Role::administrator},
                     "screen",
                     no_arguments,
                     "{}",
                     {},
                     [](Call& call, const Values&) -> Result<Reply> {
                       return Reply::screen(link_screen(call, {}, {}));
                     },
                     {}});
  actions.push_back({"hub.invite",
                     ActionKind::write,
                     county,
                     "screen",
                     [](const Messages& say) { return invite_form(say, "hub.invite"); },
                     R"({"name":"Biblioteca Comunală Negreni","libraries":["60169"]})",
                     {},
                     run_invite,
                     again,
                     true});
  actions.push_back({"hub.drop",
                     ActionKind::write,
                     county,
                     "screen",
                     [](const Messages& say) { return node_form(say, "hub.drop"); },
                     R"({"node":"n1"})",
                     {},
                     run_drop,
                     again});
  add_healing_screens(actions, again);
}

}  // namespace metodica::hub
