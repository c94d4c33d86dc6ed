/// Module: one subject. Its folder has rules (pure), store (SQL), screens and the module itself,
/// which wires them; see the recipe "a subject" in the README.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "app/action.hpp"
#include "storage/database.hpp"
#include "ui/menu.hpp"

namespace metodica {

class Module {
 public:
  virtual ~Module() = default;
  [[nodiscard]] virtual std::string name() const = 0;
  [[nodiscard]] virtual Migrations migrations() const = 0;
  virtual void add_actions(ActionList& actions) const = 0;
  [[nodiscard]] virtual std::vector<MenuEntry> menu() const = 0;
};

/// All modules in menu order. The one list to add a subject to (modules.cpp).
std::vector<std::unique_ptr<Module>> make_modules();

}  // namespace metodica
