/// Days by which something is due: returns, programmes to be endorsed, notices.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct Deadline {
  std::int64_t number = 0;
  Date day;
  std::string title, about;
  std::string reference;  ///< what says so, "" when nothing does
  std::int64_t revision = 0;
  std::string changed_at;  ///< UTC
};

/// Of one year, by day.
std::vector<Deadline> deadlines(UnitOfWork& work, std::int64_t year);
std::optional<Deadline> deadline(UnitOfWork& work, std::int64_t number);
/// Adds it, or replaces what was known of it.
void keep_deadline(UnitOfWork& work, const Deadline& of);

}  // namespace metodica::coordination
