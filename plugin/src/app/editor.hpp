/// Editor: a screen that shows what is set, with a form that sends it back changed.
#pragma once

#include <string>

#include "app/action.hpp"
#include "ui/screen.hpp"

namespace metodica {

struct Editor {
  std::string name;  ///< of the reading action that shows the screen, "processing.rules"
  Roles roles;       ///< of both actions
  /// The screen; `typed` is null at the first time, afterwards what was refused, with the problems.
  std::function<Screen(Call&, const Json& typed, const std::vector<Problem>&)> screen;
  std::string save;  ///< of the writing action, "processing.rules_save"
  std::function<Form(const Messages&)> form;
  std::string example;
  std::function<Result<Reply>(Call&, const Values&)> run;
};

/// Adds both actions.
void add_editor(ActionList& actions, const Editor& editor);

}  // namespace metodica
