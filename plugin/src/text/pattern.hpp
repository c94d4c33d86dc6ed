/// Pattern: one sentence with places for values, in the syntax of ICU's MessageFormat.
#pragma once

#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

/// Patterns with nothing but texts and "{name}" are cut once and joined here; plural, select and
/// the other forms go to ICU, which reads the pattern at its first use.
class Pattern {
 public:
  /// `lang` decides number signs and plural forms.
  Pattern(std::string text, std::string_view lang);
  ~Pattern();

  /// The sentence. An integer has grouped thousands, so a year is passed as text. When the pattern
  /// is broken, or an argument is missing or of the wrong type, the pattern itself. [any thread]
  [[nodiscard]] std::string format(const std::vector<MessageArgument>& arguments) const;

  /// Whether ICU can read the pattern. For tests of the locale files. [any thread]
  [[nodiscard]] bool is_sound() const;
  /// The names of the arguments, sorted. For tests of the locale files. [any thread]
  [[nodiscard]] std::vector<std::string> names() const;

 private:
  struct Piece {
    bool is_name = false;
    std::string text;
  };
  struct Compiled;

  bool cut();
  [[nodiscard]] std::string join(const std::vector<MessageArgument>& arguments) const;
  [[nodiscard]] const Compiled& compiled() const;

  std::string text_;
  std::string lang_;
  std::vector<Piece> pieces_;
  bool is_simple_;
  mutable std::mutex mutex_;
  mutable std::unique_ptr<Compiled> compiled_;  // guarded by mutex_
};

}  // namespace metodica
