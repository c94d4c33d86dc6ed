/// What programs and people may do with the directory of libraries.
#pragma once

#include "app/action.hpp"

namespace metodica::coordination {

/// coordination.units (reads) and coordination.import_units (writes), for programs.
void add_data_actions(ActionList& actions);
/// coordination.directory (the screen) and coordination.load_units (what its form sends).
void add_screens(ActionList& actions);

/// The file of units, sent to `action`.
Form import_form(const Messages& say, const char* action);
/// The text to look for, sent to `action`.
Form search_form(const Messages& say, const char* action);

/// Who may look, and who may import.
inline constexpr Roles readers = {Role::librarian, Role::manager, Role::methodologist,
                                  Role::administrator};
inline constexpr Roles importers = {Role::methodologist, Role::administrator};

/// Arguments that pass the import form: one unit.
inline constexpr const char* import_example =
    R"({"file":{"name":"biblioteci.csv",
        "base64":"c2lydXRhLG5hbWUsdHlwZQo1NDk3NSxDbHVqLU5hcG9jYSxjb3VudHkgc2VhdAo="}})";

}  // namespace metodica::coordination
