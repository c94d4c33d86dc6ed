/// How a library of the network stands: its states over time, its places and posts. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// A stretch of time in one state (domain note on coordination, 1.5 point 1).
struct StatusPeriod {
  std::int64_t siruta = 0;
  std::int64_t number = 0;  ///< of this unit, from 1
  std::string state;        ///< one of unit_states()
  std::string reason;
  Date from;
  Date to;                       ///< last day; none() = it lasts
  std::int64_t merged_into = 0;  ///< SIRUTA code, of state "merged" only

  bool operator==(const StatusPeriod&) const = default;
};

/// "full_time", "half_time", "fewer_hours", "closed" (for a time), "no_library", "merged".
const std::vector<std::string>& unit_states();
/// True for the three states in which readers are served.
[[nodiscard]] bool is_open_state(std::string_view state);

/// Whether a new period may follow the ones known of the unit (any order): it must begin after the
/// last one began. Errors, METODICA_INVALID at the field: "network.no_reason" (closed, no_library
/// and merged need one), "network.no_target" (merged into nothing or into itself),
/// "network.status_before" {text}.
Result<void> check_next_status(const std::vector<StatusPeriod>& known, const StatusPeriod& next);
/// The period that holds on a day, nullptr when none does.
[[nodiscard]] const StatusPeriod* status_on(const std::vector<StatusPeriod>& known, Date day);

struct ServicePoint {
  std::int64_t point = 0, siruta = 0;
  std::string name;
  std::string kind;  ///< "branch", "point", "mobile"
  std::string address, hours, email;
  Date from, to;  ///< to: none() = it works
};

struct StaffPost {
  std::int64_t post = 0, siruta = 0;
  std::string title;
  std::int64_t norm_percent = 100;  ///< 100 = full time; FTE is a hundredth of it
  std::string contract;             ///< one of contract_forms()
  std::string qualification;        ///< one of qualifications(), "" = not known
  std::int64_t person = 0;          ///< person_store.hpp, 0 = vacant
  Date from, to;                    ///< to: none() = it lasts
  Date retires_on;                  ///< expected, none() = not known
};
const std::vector<std::string>& contract_forms();
const std::vector<std::string>& qualifications();
/// Errors: METODICA_INVALID "network.post_ends" at "to", "network.retires" at "retires_on".
Result<void> check_post(const StaffPost& post);
/// Lasting posts only; "0,50" is 50.
[[nodiscard]] std::int64_t staffed_percent(const std::vector<StaffPost>& posts, Date day);

/// ISO 15511: a prefix of letters, a hyphen, at most 16 characters in all of A-Z, a-z, 0-9, "/",
/// "-", ":". An empty text passes: many libraries have no code. Errors: METODICA_INVALID
/// "network.isil" {text}.
Result<void> check_isil(std::string_view isil);

/// The fields of a library's profile, after the national directory's registration form (CASIDRo).
struct ProfileField {
  std::string_view code;   ///< "address"; its label is the message "network.profile.<code>"
  std::string_view group;  ///< "contact", "history", "collections", "services"
  bool number = false;     ///< a whole number
  bool lines = false;      ///< several lines
};
const std::vector<ProfileField>& profile_fields();

}  // namespace metodica::coordination
