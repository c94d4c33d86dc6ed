/// Norms that the county dated itself, evidence, and what the registers say: all SQL of compliance.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "modules/coordination/compliance/duty_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Norms of the caller's library, in the order in which they were noted.
std::vector<DutyNorm> noted_norms(UnitOfWork& work);
void note_norm(UnitOfWork& work, const DutyNorm& norm, const std::string& user,
               const std::string& now);

/// What a methodologist found where no record can tell.
struct Evidence {
  std::int64_t siruta = 0;
  std::string duty;
  std::int64_t number = 0;  ///< of this unit and duty, from 1
  std::int64_t year = 0;
  Date day;
  Outcome outcome = Outcome::unknown;
  std::string text;
  std::string file_name;  ///< of the paper that proves it, "" = none
};
/// Of one year, or of all with 0; the newest of each unit and duty last.
std::vector<Evidence> evidence(UnitOfWork& work, std::int64_t year);
/// Gives it the next number of its unit and duty.
void note_evidence(UnitOfWork& work, const Evidence& found, const std::string& user,
                   const std::string& now);

/// SIRUTA code of each library that the caller may read, by the code of the library: as the library
/// set it itself.
std::map<std::string, std::int64_t> libraries_of_units(UnitOfWork& work);

/// Last day of the last stocktaking that ended by the end of the year, by the code of the library.
std::map<std::string, Date> last_stocktakings(UnitOfWork& work, std::int64_t year);

/// A library's exits of one cause in a year, as they lie in its registers.
struct ExitedCopies {
  std::string cause;
  WithdrawnCopies copies;
};
struct RegisterFacts {
  LibraryRecords records;  ///< without `withdrawn`
  std::vector<ExitedCopies> exits;
};
/// What the registers of each readable library say at the end of a year. Reads tables of the
/// registers and of stocktaking that reach the county by replication; both keep them append-only.
std::map<std::string, RegisterFacts> register_facts(UnitOfWork& work, std::int64_t year);

}  // namespace metodica::coordination
