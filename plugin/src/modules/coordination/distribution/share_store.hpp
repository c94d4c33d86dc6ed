/// Share-outs: all SQL of theirs.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/distribution/share_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct ShareCampaign {
  std::int64_t number = 0;
  std::string kind;  ///< "purchase", "donation"
  std::string title;
  std::string giver;  ///< who paid or gave
  Date wishes_until;
  std::string about;
  std::string state = "open";  ///< "open", "sent", "cancelled"
  Date sent_on;
  std::string changed_at;  ///< UTC
};

/// A campaign with everything in it.
struct Share {
  ShareCampaign campaign;
  std::vector<ShareTitle> titles;          ///< by number
  std::vector<ShareRecipient> recipients;  ///< in their order
  Allocation lines;
};

/// The latest first.
std::vector<ShareCampaign> share_campaigns(UnitOfWork& work);
std::optional<Share> share(UnitOfWork& work, std::int64_t number);
void keep_campaign(UnitOfWork& work, const ShareCampaign& campaign);
/// Replaces titles, recipients or lines of a campaign. Replacing titles or recipients drops the
/// lines.
void replace_titles(UnitOfWork& work, std::int64_t campaign, const std::vector<ShareTitle>& titles);
void replace_recipients(UnitOfWork& work, std::int64_t campaign,
                        const std::vector<ShareRecipient>& recipients);
void replace_lines(UnitOfWork& work, std::int64_t campaign, const Allocation& lines);

/// Wishes of all libraries that the caller may read, by title and unit.
Allocation wishes(UnitOfWork& work, std::int64_t campaign);
/// Replaces what the caller's library wishes for one unit; copies by title.
void replace_wishes(UnitOfWork& work, std::int64_t campaign, std::int64_t unit,
                    const std::map<std::int64_t, std::int64_t>& copies);

/// Code of the library that each unit is, as far as libraries have told it: unit, code.
std::map<std::int64_t, std::string> libraries_by_unit(UnitOfWork& work);

}  // namespace metodica::coordination
