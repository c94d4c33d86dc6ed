/// Reads the text of an expression. Inside of this folder only.
#pragma once

#include <string_view>

#include "modules/coordination/statistics/expression.hpp"

namespace metodica::coordination {

class ExpressionReader {
 public:
  explicit ExpressionReader(std::string_view text) : text_(text) {}
  Result<Expression> read();

 private:
  using Kind = Expression::Kind;
  using Level = std::size_t (ExpressionReader::*)();

  std::size_t either();
  std::size_t both();
  std::size_t negation();
  std::size_t compare();
  std::size_t sum();
  std::size_t product();
  std::size_t unary();
  std::size_t number();
  std::size_t name();
  std::size_t function(std::string_view word);
  std::size_t brackets();

  std::size_t node(Kind kind, std::vector<std::size_t> parts);
  std::size_t fail();
  bool take(std::string_view token);       // a sign
  bool take_word(std::string_view token);  // letters, not the beginning of a longer word
  std::string_view word();                 // letters, digits, underscore; "" when none
  void skip_space();

  std::string_view text_;
  std::size_t at_ = 0;
  int depth_ = 0;
  bool failed_ = false;
  Expression made_;
};

}  // namespace metodica::coordination
