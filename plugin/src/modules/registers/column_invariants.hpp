/// RMF against RI, column by column (domain note 2.8, E9 and E13).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica::registers {

/// A column of the breakdown in which the two registers do not say the same.
struct ColumnDifference {
  std::string grouping;       ///< "category", "language", "content"
  std::string column;         ///< its code
  std::int64_t existing = 0;  ///< units by RMF: opening balance + entries - exits
  std::int64_t lines = 0;     ///< RI lines without exit that were frozen in this column
};

/// Every column where the existing units are not the RI lines without exit, or, by category, where
/// their values differ. Values by language and content are left out: a balance typed from paper
/// may not have them. Empty before the opening. Reads each RI line once.
std::vector<ColumnDifference> column_differences(UnitOfWork& work);

}  // namespace metodica::registers
