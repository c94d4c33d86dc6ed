/// Repair of text that was encoded to UTF-8 twice ("BucureÅ\u009fti" for "București").
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace metodica {

/// True when the bytes of a whole record can hold such text at all. Cheap; false for clean text.
[[nodiscard]] bool may_be_double_utf8(std::string_view utf8);

/// Text brought back to being encoded once.
struct UndoneUtf8 {
  std::string text;
  /// False when the value alone does not prove it: all of it could be accented capitals followed by
  /// closing quotes or similar signs, or characters outside Latin letters. Then the rest of the
  /// record has to decide.
  bool sure = false;
};

/// Nothing when `utf8` was encoded once: when any non-ASCII character of it makes no sense one
/// level down, so that good text beside it forbids the repair. Both ways through ISO 8859-1 and
/// through windows-1252 are undone. `utf8` must be UTF-8.
[[nodiscard]] std::optional<UndoneUtf8> undo_double_utf8(std::string_view utf8);

}  // namespace metodica
