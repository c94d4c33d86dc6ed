/// The columns of the daily notebook, as data (data/notebook.json). Read once.
#pragma once

#include <string>
#include <vector>

#include "modules/coordination/statistics/survey_rules.hpp"

namespace metodica::coordination {

struct NotebookColumn {
  std::string code;
  Wording label;
};

struct NotebookGroup {
  std::string code;
  Wording title;
  bool splits_loans = false;  ///< its columns together are the day's loans
  std::vector<NotebookColumn> columns;
};

const std::vector<NotebookGroup>& notebook_groups();
/// Kinds of event.
const std::vector<NotebookColumn>& notebook_event_kinds();

}  // namespace metodica::coordination
