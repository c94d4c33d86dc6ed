/// The returns of libraries as they are filled in: cells, answers to rules, submissions.
/// Rows are written under the caller's own library; they are read by library, when the caller may.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/coordination/statistics/figure.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::coordination {

/// Which return: rows of `library` about one unit and year.
struct ReturnOf {
  std::string library;
  std::int64_t year = 0, siruta = 0;
};

struct StoredReturn {
  ReturnOf of;
  std::string form;             ///< name of the survey
  std::int64_t submission = 0;  ///< how many times it was submitted
  std::string submitted_at, submitted_by;
  std::string changed_at, changed_by;
};

/// The returns of a year that the caller may read; `siruta` 0: of all units.
std::vector<StoredReturn> stored_returns(UnitOfWork& work, std::int64_t year, std::int64_t siruta);
std::optional<StoredReturn> stored_return(UnitOfWork& work, const ReturnOf& of);
/// Adds or replaces the row, under the caller's library.
void keep_return(UnitOfWork& work, const StoredReturn& kept);

/// One figure with its history mark and where it came from.
struct ReturnCell {
  std::string code;
  YearFigure figure;
  std::string origin;  ///< "typed", "register", "host", "notebook", "carried"
  std::string source;  ///< which one: "rmf/1/2025", "notebook/2025", "return/2024"; "" when typed
  std::int64_t revision = 0;  ///< from 1, counts each change
  std::string changed_at, changed_by;
};
using ReturnCells = std::map<std::string, ReturnCell, std::less<>>;

ReturnCells return_cells(UnitOfWork& work, const ReturnOf& of);
void keep_cell(UnitOfWork& work, const ReturnOf& of, const ReturnCell& cell);
[[nodiscard]] Figures figures_in(const ReturnCells& cells);

/// What the library says about a finding; `rule` is the key of the finding.
struct RuleAnswer {
  std::string rule, note, at, by;
};
/// By the key of the finding.
std::map<std::string, RuleAnswer, std::less<>> rule_answers(UnitOfWork& work, const ReturnOf& of);
void keep_answer(UnitOfWork& work, const ReturnOf& of, const RuleAnswer& answer);

/// A submission, kept for ever.
struct ReturnVersion {
  std::int64_t submission = 0;
  std::string form, at, by;
  Figures figures;
  std::map<std::string, std::string> notes;
};
void add_version(UnitOfWork& work, const ReturnOf& of, const ReturnVersion& version);
std::vector<ReturnVersion> return_versions(UnitOfWork& work, const ReturnOf& of);

}  // namespace metodica::coordination
