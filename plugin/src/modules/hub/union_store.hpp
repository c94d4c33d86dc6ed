/// Titles and counts of all libraries of a county, found by keys and compared by points.
#pragma once

#include <string>
#include <vector>

#include "json/json.hpp"
#include "modules/hub/union_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::hub {

/// Copies that entered: rows of inventory_entry of the acting library, not counted before.
/// `sequence`: the place of the batch in the library's stream, which names what changed.
void union_enter(UnitOfWork& work, const std::vector<const Json*>& lines, std::int64_t sequence);
/// Copies that left: rows of inventory_exit of the acting library, whose entries are stored.
void union_leave(UnitOfWork& work, const std::vector<const Json*>& exits, std::int64_t sequence);
/// Classes that were given: rows of inventory_fact of the acting library; other kinds are passed
/// over.
void union_class(UnitOfWork& work, const std::vector<const Json*>& facts, std::int64_t sequence);
/// The acting library tells everything anew.
void union_forget(UnitOfWork& work, std::int64_t sequence);

/// Counts what the acting library wrote into this very database since the last time, at most
/// `most` copies; true: there is more. A class that was given to a copy counted before is not seen.
bool union_catch_up(UnitOfWork& work, std::int64_t most);

/// A title of one library and what it is to the one that was asked for.
struct UnionMatch {
  std::string library;
  Description description;
  std::int64_t copies = 0;
  Comparison comparison;
};
/// Those that are at least the same work, best first, at most `most`.
std::vector<UnionMatch> union_find(UnitOfWork& work, const Description& wanted, std::size_t most);

}  // namespace metodica::hub
