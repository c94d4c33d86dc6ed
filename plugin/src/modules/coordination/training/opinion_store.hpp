/// Opinions after a meeting: counts of grades and remarks, without anything that tells who gave
/// them or when.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// "useful", "clear", "applicable", "organised", "recommended"; grades from 1 to 5.
const std::vector<std::string>& opinion_questions();

struct Opinions {
  std::map<std::string, std::array<std::int64_t, 5>> counts;  ///< by question: grades 1 to 5
  std::vector<std::string> remarks;                           ///< in the order of the alphabet
};
Opinions opinions(UnitOfWork& work, std::int64_t gathering);
/// Adds one grade.
void add_grade(UnitOfWork& work, std::int64_t gathering, const std::string& question,
               std::int64_t grade);
void add_remark(UnitOfWork& work, std::int64_t gathering, const std::string& remark);

}  // namespace metodica::coordination
