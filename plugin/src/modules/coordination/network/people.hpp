/// How people come into the directory: with a purpose and a day until which they are kept.
#pragma once

#include <string>

#include "app/call.hpp"
#include "modules/coordination/network/person_store.hpp"

namespace metodica::coordination {

/// The number of the person of this name in the unit (0: of the county library); 0 for an empty
/// name. Kept for the months of the term "person.<purpose>" after `day`.
std::int64_t remembered(Call& call, std::int64_t siruta, const std::string& name,
                        const std::string& purpose, Date day);

/// The known person. Errors: METODICA_NOT_FOUND "network.unknown_person" at "person".
Result<NetworkPerson> known_person(Call& call, std::int64_t person);

}  // namespace metodica::coordination
