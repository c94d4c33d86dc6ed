/// What people may do with share-outs, at the county and at a library.
#pragma once

#include <string>
#include <vector>

#include "app/action.hpp"
#include "modules/coordination/distribution/share_store.hpp"
#include "ui/form.hpp"
#include "ui/screen.hpp"

namespace metodica::coordination {

inline constexpr Roles share_readers = {Role::methodologist, Role::manager};
inline constexpr Roles sharers = {Role::methodologist};
inline constexpr Roles share_takers = {Role::librarian, Role::keeper};

/// News of the county: what is going to be shared out, under its number; and the prepared act of a
/// library, for that library only.
inline constexpr const char* share_news = "share_campaign";
inline constexpr const char* share_act_news = "share_act";

/// Errors: METODICA_NOT_FOUND "share.unknown" {number}; of open_share also METODICA_CONFLICT
/// "share.settled" when it was sent or cancelled. Both at "number".
Result<Share> known_share(Call& call, std::int64_t number);
Result<Share> open_share(Call& call, std::int64_t number);

/// The paper of a recipient: "handover" of a purchase, "donation_minutes" of a donation.
[[nodiscard]] const char* paper_kind(const ShareCampaign& campaign);

/// The page of one share-out at the county, with the problems of the last step.
Result<Reply> share_screen(Call& call, std::int64_t number, const std::vector<Problem>& problems);

Form share_number_form(const Messages& say, const char* action, bool reads);

/// coordination.shares, share, new_share, keep_share.
void add_share_actions(ActionList& actions);
/// coordination.share_out, send_share, cancel_share.
void add_share_steps(ActionList& actions);
/// coordination.share_titles, keep_share_titles, share_recipients, keep_share_recipients,
/// share_title, keep_share_lines.
void add_share_table_actions(ActionList& actions);
/// coordination.share_paper (the table), share_note (delivery note and handover minutes).
void add_share_papers(ActionList& actions);
/// coordination.shares_here, share_wishes, keep_share_wishes, share_act, take_share.
void add_share_library_actions(ActionList& actions);

}  // namespace metodica::coordination
