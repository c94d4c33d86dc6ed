/// What programs and people may ask of a hub, and of a node about its hub.
#pragma once

#include "app/action.hpp"
#include "modules/hub/hub_store.hpp"

namespace metodica::hub {

/// hub.init, hub.code, hub.enrol, hub.revoke, hub.token, hub.pull, hub.apply, hub.state,
/// hub.publish.
void add_hub_actions(ActionList& actions);
/// sync.state, sync.start, sync.batch, sync.sent, sync.receive, sync.failed: for the program that
/// carries rows from a node to the hub.
void add_sync_actions(ActionList& actions);
/// hub.link (the county's nodes at a hub, the way to the hub at a node) and what its forms send.
void add_screens(ActionList& actions);

/// hub.union.find.
void add_union_actions(ActionList& actions);

/// Who looks after the nodes of a county.
inline constexpr Roles county = {Role::methodologist};
/// Who looks after the way to the hub at a node.
inline constexpr Roles keepers_of_node = {Role::administrator};

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

Form invite_form(const Messages& say, const char* action);
Form node_form(const Messages& say, const char* action);

}  // namespace metodica::hub
