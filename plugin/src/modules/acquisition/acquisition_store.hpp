/// Acts and their lines as they are stored. SQL of this subject stands in acquisition_store.cpp,
/// and in papers_store.cpp what is read of all libraries for others (api.hpp).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/acquisition/act.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::acquisition {

/// Who changed an act, and when (UTC).
struct Stamp {
  std::string by, at;
};

/// Writes the act and replaces its lines.
void save_act(UnitOfWork& work, const Act& act, const Stamp& stamp);
/// Writes the act without touching its lines.
void save_head(UnitOfWork& work, const Act& act, const Stamp& stamp);

std::optional<Act> load_act(UnitOfWork& work, const std::string& id);

/// Acts without their lines, newest first; before the id `before` ("" = from the newest).
std::vector<Act> acts(UnitOfWork& work, std::string_view before, std::int64_t limit);

/// A draft of the same paper and partner, other than `than`; "" when there is none.
std::string same_paper(UnitOfWork& work, const Act& than);

/// Class and content column that the library gave to the same ISBN, else to the same author and
/// title, on an act that was signed; both empty when it never did.
struct Classed {
  std::string udc, content, act;
};
Classed classed_before(UnitOfWork& work, const Line& line);

}  // namespace metodica::acquisition
