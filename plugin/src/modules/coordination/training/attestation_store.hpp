/// Public keys that the library has signed attestations with.
#pragma once

#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Keeps a key, as base64; one that is known stays as it is.
void keep_public_key(UnitOfWork& work, const std::string& key, const std::string& now);
/// The latest first, as base64.
std::vector<std::string> public_keys(UnitOfWork& work);

}  // namespace metodica::coordination
