/// The network: how each library stood and stands, its places, posts and profile. SQL only here.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/network/network_rules.hpp"
#include "modules/coordination/network/unit_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// One unit of the directory, or nothing.
std::optional<Unit> unit_of(UnitOfWork& work, std::int64_t siruta);

/// The history of one unit, oldest first; of all units with -1, by unit.
std::vector<StatusPeriod> status_periods(UnitOfWork& work, std::int64_t siruta = -1);
/// Ends the period that lasts on the day before and begins the new one, which gets its number.
void begin_status(UnitOfWork& work, const StatusPeriod& next, const std::string& user,
                  const std::string& now);
/// Periods that began in [from, to], latest first: what changed. For the daily screen.
std::vector<StatusPeriod> status_changes(UnitOfWork& work, Date from, Date to);

/// Of one unit, or of all with -1.
std::vector<ServicePoint> service_points(UnitOfWork& work, std::int64_t siruta = -1);
void keep_service_point(UnitOfWork& work, const ServicePoint& point);

/// Of one unit, or of all with -1; lasting ones first.
std::vector<StaffPost> staff_posts(UnitOfWork& work, std::int64_t siruta = -1);
std::optional<StaffPost> staff_post(UnitOfWork& work, std::int64_t post);
void keep_post(UnitOfWork& work, const StaffPost& post);

/// A lasting post whose holder is expected to retire.
struct Retirement {
  std::int64_t post = 0, siruta = 0, person = 0;
  std::string unit;   ///< name of the place
  std::string title;  ///< of the post
  std::string name;   ///< of the person: for the county's staff only, never for public papers
  Date retires_on;
};
/// Those in [today, today + months], soonest first; those whose day is past and who still hold the
/// post are in it too.
std::vector<Retirement> retirements_within(UnitOfWork& work, Date today, int months);

/// Field code to value, of the fields that have one.
std::map<std::string, std::string> unit_profile(UnitOfWork& work, std::int64_t siruta);
/// Replaces the profile; an empty value takes the field away.
void keep_profile(UnitOfWork& work, std::int64_t siruta,
                  const std::map<std::string, std::string>& profile, const std::string& now);

}  // namespace metodica::coordination
