/// What programs and people may ask of a hub, and of a node about its hub.
#pragma once

#include "app/action.hpp"
#include "modules/hub/hub_store.hpp"

namespace metodica::hub {

/// hub.init, hub.code, hub.revoke, hub.state, hub.publish: for the people of the county.
void add_county_actions(ActionList& actions);
/// hub.enrol, hub.token, hub.pull, hub.union.pull, hub.rows, hub.apply: for
/// programs that show the token of a node.
void add_node_actions(ActionList& actions);
/// sync.state, sync.start, sync.batch, sync.sent, sync.receive, sync.failed: for the program that
/// carries rows from a node to the hub.
void add_sync_actions(ActionList& actions);
/// hub.link (the county's nodes at a hub, the way to the hub at a node) and what its forms send.
void add_screens(ActionList& actions);

/// hub.union.find, hub.union.refresh.
void add_union_actions(ActionList& actions);
/// hub.titles: who in the county has a title; hub.titles.count.
void add_union_screens(ActionList& actions);

/// Who looks after the nodes of a county.
inline constexpr Roles county = {Role::methodologist};
/// Who looks after the way to the hub at a node.
inline constexpr Roles keepers_of_node = {Role::administrator};

/// An action of the exchange: repeatable by its own rules, so nothing is kept under its keys.
Action for_machines(std::string name, Roles roles, std::function<Form(const Messages&)> form,
                    std::string example, std::function<Result<Reply>(Call&, const Values&)> run);

/// UTC text of so many milliseconds from now.
std::string later(Call& call, std::int64_t ms);

/// Errors: METODICA_UNSUPPORTED "hub.not_a_hub".
Result<void> require_hub(Call& call);

/// A one-time code for a node that will keep these libraries. Errors: hub.no_libraries,
/// library_code.invalid at "libraries"; METODICA_CONFLICT "hub.own_library" {library},
/// "hub.claimed" {library, node}.
struct Invitation {
  std::string code, valid_until;
};
Result<Invitation> invite(Call& call, const std::string& name,
                          const std::vector<std::string>& libraries);
/// Errors: METODICA_NOT_FOUND "hub.no_node" {node}.
Result<Node> revoke(Call& call, const std::string& id);

/// hub.circulars, hub.circular: what the county told and tells all.
void add_news_screens(ActionList& actions);
/// The news that this library reads, the newest first.
void show_news(Screen& screen, Call& call, const std::string& caption);
/// From the fields number, title and text; returns the number of the news.
std::int64_t publish_circular(Call& call, const Values& in);
/// A time of the database, worded.
std::string shown_time(const std::string& utc, const Messages& say);

/// Counts what the libraries of this very database registered since the last time, some thousand
/// copies each. True: there is more. Errors: METODICA_UNSUPPORTED "hub.not_a_hub".
Result<bool> count_own_libraries(Call& call);

Form invite_form(const Messages& say, const char* action);
Form node_form(const Messages& say, const char* action);

}  // namespace metodica::hub
