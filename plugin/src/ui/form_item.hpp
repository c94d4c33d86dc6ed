/// What a form holds, in order: fields and child forms. Inside of this folder only.
#pragma once

#include <optional>

#include "ui/form.hpp"

namespace metodica {

/// Exactly one of the two is set.
struct Form::Item {
  std::optional<Field> field;
  std::optional<Form> child;

  [[nodiscard]] const std::string& name() const { return field ? field->name() : child->id(); }
};

}  // namespace metodica
