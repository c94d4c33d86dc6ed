/// What people may do with the libraries of the network.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "modules/coordination/network/network_store.hpp"
#include "modules/coordination/network/unit_choice.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

/// Who sees libraries with their staff, and who writes. Names of people are for these only.
inline constexpr Roles network_readers = {Role::methodologist, Role::manager};
inline constexpr Roles network_keepers = {Role::methodologist};

/// coordination.set_status, keep_point, keep_post, keep_profile, assign_centre: writing actions.
/// Problems: those of network_rules.hpp, "network.unknown_unit", "network.unknown_post",
/// "network.unknown_point" at the field.
void add_network_actions(ActionList& actions);
/// coordination.profile, edit_profile, edit_status, post, point: one library.
void add_profile_screens(ActionList& actions);
/// coordination.network, centres, retirements: the county.
void add_county_screens(ActionList& actions);
/// coordination.profile_paper, isil_paper; coordination.vcard, a file.
void add_network_papers(ActionList& actions);

/// The pages about the network; `at` from 0: overview, centres, retirements, handovers, people.
void add_network_tabs(Screen& screen, std::size_t at, const Messages& say);
/// "0,50": hundredths of a full post in the reader's language.
std::string shown_fte(std::int64_t percent, const Messages& say);

/// Screens shown again with what was typed and its problems.
Result<Reply> network_screen(Call& call, const std::vector<Problem>& problems);
Result<Reply> profile_edit_screen(Call& call, std::int64_t siruta, const Json& typed,
                                  const std::vector<Problem>& problems);
Result<Reply> status_screen(Call& call, std::int64_t siruta, const Json& typed,
                            const std::vector<Problem>& problems);
Result<Reply> post_screen(Call& call, std::int64_t siruta, std::int64_t post, const Json& typed,
                          const std::vector<Problem>& problems);
Result<Reply> point_screen(Call& call, std::int64_t siruta, std::int64_t point, const Json& typed,
                           const std::vector<Problem>& problems);
Result<Reply> centres_screen(Call& call, const Json& typed, const std::vector<Problem>& problems);

}  // namespace metodica::coordination
