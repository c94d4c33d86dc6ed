/// The county's list of titles with counts: made at the hub, carried to the nodes by number.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "modules/hub/api.hpp"
#include "modules/hub/union_rules.hpp"

namespace metodica::hub {

/// The key of all editions of a work, without its kind; "" when there is no title.
std::string work_key(const TitleFacts& facts);

/// At the hub, under its own library: makes the shares of keys that changed, at most `most` changes
/// of titles at a time. True: more of them wait.
bool refresh_shares(UnitOfWork& work, std::int64_t most);

/// Rows [number, key, holders, classes] behind `after`, at most `most`, in the order of numbers.
Json::Array shares_after(UnitOfWork& work, std::int64_t after, std::int64_t most);
/// The highest number here: at a node, how far it has read.
std::int64_t last_share(UnitOfWork& work);
/// By code: libraries that are counted, as far as their names are known here.
std::map<std::string, std::string> names_of_libraries(UnitOfWork& work);

/// At a node: keeps rows of the hub; a later number replaces an earlier one.
void keep_shares(UnitOfWork& work, const Json& rows, const Json& names);
void forget_shares(UnitOfWork& work);

}  // namespace metodica::hub
