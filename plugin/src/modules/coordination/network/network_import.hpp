/// Takes states and posts over from a file.
#pragma once

#include "app/action.hpp"
#include "app/call.hpp"

namespace metodica::coordination {

/// What an import did. A row that says what is known already changes nothing.
struct NetworkImport {
  std::int64_t states = 0, posts = 0, unchanged = 0;
};

/// All or nothing. A state without a day begins today; a post without one too. A post is the known
/// one of the same title and holder in the unit, else a new one. Errors: those of network_from_csv;
/// "network.csv_unit" {row, text}, "network.csv_row" {row, text} with the reason.
Result<NetworkImport> import_network(Call& call, std::string_view csv);

/// coordination.import_network: writes, sent from the overview.
void add_network_import(ActionList& actions);
Form network_import_form(const Messages& say);

}  // namespace metodica::coordination
