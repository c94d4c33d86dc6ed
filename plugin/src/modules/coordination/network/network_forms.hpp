/// What is typed about the libraries of the network.
#pragma once

#include <map>
#include <string>

#include "modules/coordination/network/network_rules.hpp"
#include "modules/coordination/network/unit_choice.hpp"
#include "ui/form.hpp"
#include "ui/values.hpp"

namespace metodica::coordination {

/// Something of one unit, by its SIRUTA code; with `number` named, of one of its things.
Form network_unit_form(const Messages& say, std::string action, const char* number = nullptr);

Form status_form(const Messages& say, const UnitChoice& units = {});
StatusPeriod read_status(const Values& in);

Form point_form(const Messages& say);
ServicePoint read_point(const Values& in);
Json shown_point(const ServicePoint& point);

Form post_form(const Messages& say);
/// A post as typed, without the number of its person.
StaffPost read_post(const Values& in);
Json shown_post(const StaffPost& post, const std::string& person);

Form profile_form(const Messages& say);
/// Field code to value; integers as digits.
std::map<std::string, std::string> read_profile(const Values& in);

Form centre_form(const Messages& say);
Form months_form(const Messages& say);

}  // namespace metodica::coordination
