/// The small language of edit rules and of live totals: numbers, figures by code, + - * /, sums,
/// comparisons, and/or/not. Exact decimals; what is not known stays not known. Pure.
///
///   rule   := and { "or" and }              and   := not { "and" not }
///   not    := "not" not | compare           compare := sum [ ("=" "!=" "<" "<=" ">" ">=") sum ]
///   sum    := product { ("+" | "-") product }   product := unary { ("*" | "/") unary }
///   unary  := "-" unary | number | name | function "(" list ")" | "(" rule ")"
///   name   := code | space "." code         "stock_end", "last.stock_end", "register.stock_end"
///
/// Functions: known(a) answered(a) abs(a) sum(a, b ...): the sum of those that are known.
/// Arithmetic with an unknown value is unknown, so is a comparison; "false and unknown" is false,
/// "true or unknown" is true. Division by 0 and what leaves the range are unknown.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/statistics/figure.hpp"

namespace metodica::coordination {

class Expression {
 public:
  /// The figure of a name: `space` is "" or what stands before the dot.
  using Lookup = std::function<YearFigure(std::string_view space, std::string_view code)>;

  /// Errors: METODICA_INVALID "survey.expression" {text}{at}: where it cannot be read, from 1.
  /// At most 1000 letters and 32 brackets in each other.
  static Result<Expression> parse(std::string_view text);

  /// The value as a count of 1/10 000 (a truth is 1 or 0); nothing when it is not known.
  [[nodiscard]] std::optional<std::int64_t> value(const Lookup& lookup) const;
  /// Known and not 0.
  [[nodiscard]] bool holds(const Lookup& lookup) const;

  /// The codes it names, as written ("last.loans"), without repetition.
  [[nodiscard]] const std::vector<std::string>& names() const { return names_; }

 private:
  friend class ExpressionReader;
  enum class Kind : std::uint8_t {
    number = 1,
    name,
    known,
    answered,
    absolute,
    sum,
    minus,
    add,
    subtract,
    multiply,
    divide,
    equal,
    unequal,
    less,
    less_equal,
    more,
    more_equal,
    both,
    either,
    negation,
  };
  struct Node {
    Kind kind = Kind::number;
    std::int64_t e4 = 0;
    std::string space, code;
    std::vector<std::size_t> parts;  // nodes before this one
  };

  [[nodiscard]] std::optional<std::int64_t> at(std::size_t node, const Lookup& lookup) const;
  [[nodiscard]] std::optional<std::int64_t> pair(const Node& node, const Lookup& lookup) const;
  [[nodiscard]] std::optional<std::int64_t> truth(const Node& node, const Lookup& lookup) const;

  std::vector<Node> nodes_;  // the last one is the whole
  std::vector<std::string> names_;
};

}  // namespace metodica::coordination
