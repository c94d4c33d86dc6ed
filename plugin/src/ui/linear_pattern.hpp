/// LinearPattern: the part of ECMA regular expressions that matches in linear time, for input from
/// outside. std::regex is not used: it backtracks, so that a short hostile text can cost minutes or
/// the stack.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metodica {

/// Understood: characters, `.`, `[a-z]`, `[^a-z]`, `\d \w \s \D \W \S`, `\` before a sign, groups
/// `( )` and `(?: )`, `|`, `* + ? {n} {n,} {n,m}` (to 1000). `^` at the start and `$` at the end
/// change nothing, because a pattern always stands for the whole text. Characters are code points.
class LinearPattern {
 public:
  /// Throws std::invalid_argument for an expression outside of the part above: a fault of the
  /// author.
  explicit LinearPattern(std::string_view expression);

  /// True when the whole text matches. Time: length of the text × length of the expression.
  [[nodiscard]] bool matches(std::string_view utf8) const;

  /// A set of code points, as ranges.
  struct Set {
    std::vector<std::pair<char32_t, char32_t>> ranges;
    bool negated = false;
    [[nodiscard]] bool has(char32_t c) const;
  };
  /// One step; jumps are relative, so that a piece of program can be copied and repeated.
  struct Step {
    enum class Kind : std::uint8_t { take = 1, split, jump } kind = Kind::take;
    std::int32_t first = 0;   // take: index of the set; else relative target
    std::int32_t second = 0;  // split: the other target
  };

 private:
  std::vector<Set> sets_;
  std::vector<Step> steps_;  // the place behind the last step is success
};

}  // namespace metodica
