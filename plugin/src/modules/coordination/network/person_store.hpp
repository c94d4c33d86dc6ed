/// People of the network: librarians, those who were met or who asked, the county's methodologists.
/// Their names stand in this one table; other rows know them by number, so that one person's data
/// can be shown and taken away while what happened stays (Regulation (EU) 2016/679, art. 5, 15,
/// 17).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct NetworkPerson {
  std::int64_t person = 0;  ///< 0 = not stored yet
  std::int64_t siruta = 0;  ///< the unit, 0 = the county library itself
  std::string name, email, phone;
  std::string purpose;          ///< "staff" (has a post), "contact", "county"
  Date kept_until;              ///< data are due to be taken away after this day
  bool public_consent = false;  ///< agreed that the name stands in what others may read
  bool anonymised = false;      ///< name, e-mail and phone are ""
};

/// The person of this name in this unit, or a new one for the purpose; kept_until only moves on,
/// and "staff" is never lowered to "contact". `name` must not be empty.
std::int64_t person_named(UnitOfWork& work, const NetworkPerson& person, const std::string& now);

std::optional<NetworkPerson> network_person(UnitOfWork& work, std::int64_t person);
/// All people by number; of one unit when `siruta` is 0 or more.
std::vector<NetworkPerson> network_people(UnitOfWork& work, std::int64_t siruta = -1);
/// Names by number, "" for those taken away.
std::map<std::int64_t, std::string> person_names(UnitOfWork& work);

/// Replaces name, addresses and consent of a known person.
void change_person(UnitOfWork& work, const NetworkPerson& person);
/// Takes away name and addresses. Posts, visits and requests keep the number.
void forget_person(UnitOfWork& work, std::int64_t person, const std::string& now);

/// What is stored about a person besides the row itself.
struct PersonUse {
  std::string kind;  ///< "post", "visit", "request", "handover"
  std::int64_t number = 0;
  std::int64_t siruta = 0;
  Date day;          ///< of the beginning
  std::string text;  ///< title of the post, role at the visit, topic code; "" for none
};
/// Latest first.
std::vector<PersonUse> uses_of_person(UnitOfWork& work, std::int64_t person);

}  // namespace metodica::coordination
