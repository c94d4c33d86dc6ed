/// What the county arranges for a year: the campaign, points set aside, forms of its own. At the
/// county its own rows, at a node the county's news.
#pragma once

#include <memory>
#include <optional>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "modules/coordination/statistics/survey_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct StatCampaign {
  std::int64_t year = 0;  ///< the year that is reported
  std::string form;       ///< name of the survey
  Date opens, deadline;   ///< civil days
  std::string about;      ///< what the county says to its libraries
  std::string at, by;
};
std::optional<StatCampaign> campaign_of_year(UnitOfWork& work, std::int64_t year);
/// Newest first.
std::vector<StatCampaign> stat_campaigns(UnitOfWork& work);
void keep_stat_campaign(UnitOfWork& work, const StatCampaign& kept);

/// A rule set aside for all units (siruta 0), or one finding of one unit.
struct SetAside {
  std::int64_t year = 0, siruta = 0;
  std::string rule;  ///< code of the rule, or key of the finding when siruta is not 0
  bool off = true;
  std::string reason, at, by;
};
std::vector<SetAside> set_aside(UnitOfWork& work, std::int64_t year);
void keep_set_aside(UnitOfWork& work, const SetAside& kept);

/// The survey of this name: loaded by the county, or shipped; nothing when there is none.
std::shared_ptr<const Survey> survey_named(UnitOfWork& work, const std::string& name);
/// The survey of a year: of its campaign, or the newest shipped one that serves the year.
std::shared_ptr<const Survey> survey_of(UnitOfWork& work, std::int64_t year);
/// Names and titles of all that can be chosen.
std::vector<std::shared_ptr<const Survey>> all_surveys(UnitOfWork& work);
/// Keeps a form for ever under its name; false when the name is taken.
bool add_survey(UnitOfWork& work, const Survey& survey, const std::string& content,
                const std::string& at, const std::string& by);

/// Whether the caller's library is one that coordinates: it has a directory of units.
bool is_county(UnitOfWork& work);

/// What stands in the county's directory about one unit; population 0 when it is not there.
struct UnitName {
  std::string name, library_name;
  std::int64_t population = 0;
};
UnitName unit_name(UnitOfWork& work, std::int64_t siruta);

}  // namespace metodica::coordination
