/// Shelf readings and their scans: SQL.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "modules/processing/reading_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::processing {

/// One reading of one run of books.
struct Reading {
  std::int64_t id = 0;
  std::string section;  ///< "" = any, "-" = books without a section letter
  std::string custody;  ///< "" = any
  std::string place;    ///< what the librarian calls the run: "Sala 1, raionul 3"
  Date begun_on;
  std::string begun_by;
  std::int64_t scans = 0;  ///< how many there are
};

/// Numbers the reading and keeps it; the number is returned.
std::int64_t begin_reading(UnitOfWork& work, const Reading& reading);
std::optional<Reading> reading_of(UnitOfWork& work, std::int64_t id);
/// The latest first.
std::vector<Reading> latest_readings(UnitOfWork& work, std::int64_t limit);

/// All scans in the order of the scanner.
std::vector<Scan> scans_of(UnitOfWork& work, std::int64_t reading);
/// Appends; `seq` of the scans is set by the caller.
void keep_scans(UnitOfWork& work, std::int64_t reading, const std::vector<Scan>& scans);
/// Takes the last scan back; false when there is none.
bool drop_last_scan(UnitOfWork& work, std::int64_t reading);

}  // namespace metodica::processing
