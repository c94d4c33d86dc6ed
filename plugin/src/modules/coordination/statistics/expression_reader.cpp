#include "modules/coordination/statistics/expression_reader.hpp"

#include <algorithm>
#include <utility>

#include "text/money.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t longest = 1000;
constexpr int deepest = 32;

bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || c == '_';
}
bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

}  // namespace

Result<Expression> ExpressionReader::read() {
  if (text_.size() > longest)
    fail();
  else
    either();
  skip_space();
  if (failed_ || at_ != text_.size()) {
    return Unexpected(Problem(
        METODICA_INVALID, "survey.expression",
        {{"text", std::string(text_.substr(0, longest))}, {"at", std::to_string(at_ + 1)}}));
  }
  return std::move(made_);
}

std::size_t ExpressionReader::fail() {
  failed_ = true;
  return 0;
}

std::size_t ExpressionReader::node(Kind kind, std::vector<std::size_t> parts) {
  if (failed_)
    return 0;
  Expression::Node made;
  made.kind = kind;
  made.parts = std::move(parts);
  made_.nodes_.push_back(std::move(made));
  return made_.nodes_.size() - 1;
}

void ExpressionReader::skip_space() {
  while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n'))
    ++at_;
}

bool ExpressionReader::take(std::string_view token) {
  skip_space();
  if (failed_ || !text_.substr(at_).starts_with(token))
    return false;
  at_ += token.size();
  return true;
}

bool ExpressionReader::take_word(std::string_view token) {
  const std::size_t before = at_;
  if (!failed_ && word() == token)
    return true;
  at_ = before;
  return false;
}

std::string_view ExpressionReader::word() {
  skip_space();
  std::size_t end = at_;
  while (end < text_.size() && (is_letter(text_[end]) || (end > at_ && is_digit(text_[end]))))
    ++end;
  const std::string_view found = text_.substr(at_, end - at_);
  at_ = end;
  return found;
}

std::size_t ExpressionReader::either() {
  std::size_t left = both();
  while (take_word("or"))
    left = node(Kind::either, {left, both()});
  return left;
}

std::size_t ExpressionReader::both() {
  std::size_t left = negation();
  while (take_word("and"))
    left = node(Kind::both, {left, negation()});
  return left;
}

std::size_t ExpressionReader::negation() {
  if (!take_word("not"))
    return compare();
  if (++depth_ > deepest)
    return fail();
  const std::size_t inner = negation();
  --depth_;
  return node(Kind::negation, {inner});
}

std::size_t ExpressionReader::compare() {
  constexpr std::pair<std::string_view, Kind> signs[] = {
      {"!=", Kind::unequal}, {"<=", Kind::less_equal}, {">=", Kind::more_equal},
      {"=", Kind::equal},    {"<", Kind::less},        {">", Kind::more}};
  const std::size_t left = sum();
  for (const auto& [sign, kind] : signs) {
    if (take(sign))
      return node(kind, {left, sum()});
  }
  return left;
}

std::size_t ExpressionReader::sum() {
  std::size_t left = product();
  while (!failed_) {
    if (take("+"))
      left = node(Kind::add, {left, product()});
    else if (take("-"))
      left = node(Kind::subtract, {left, product()});
    else
      break;
  }
  return left;
}

std::size_t ExpressionReader::product() {
  std::size_t left = unary();
  while (!failed_) {
    if (take("*"))
      left = node(Kind::multiply, {left, unary()});
    else if (take("/"))
      left = node(Kind::divide, {left, unary()});
    else
      break;
  }
  return left;
}

std::size_t ExpressionReader::unary() {
  if (failed_ || ++depth_ > deepest)
    return fail();
  std::size_t found = 0;
  if (take("-"))
    found = node(Kind::minus, {unary()});
  else if (take("("))
    found = brackets();
  else if (skip_space(); at_ < text_.size() && is_digit(text_[at_]))
    found = number();
  else
    found = name();
  --depth_;
  return found;
}

std::size_t ExpressionReader::brackets() {
  const std::size_t inner = either();
  return take(")") ? inner : fail();
}

std::size_t ExpressionReader::number() {
  std::size_t end = at_;
  while (end < text_.size() && (is_digit(text_[end]) || text_[end] == '.'))
    ++end;
  const auto read = Money::parse_exact(text_.substr(at_, end - at_));
  if (!read)
    return fail();
  at_ = end;
  const std::size_t made = node(Kind::number, {});
  if (!failed_)
    made_.nodes_[made].e4 = read->e4();
  return made;
}

std::size_t ExpressionReader::name() {
  const std::string_view first = word();
  if (first.empty() || first == "and" || first == "or" || first == "not")
    return fail();
  if (take("("))
    return function(first);
  std::string_view space;
  std::string_view code = first;
  if (at_ < text_.size() && text_[at_] == '.') {
    ++at_;
    space = first;
    code = word();
    if (code.empty())
      return fail();
  }
  const std::size_t made = node(Kind::name, {});
  if (failed_)
    return made;
  made_.nodes_[made].space = space;
  made_.nodes_[made].code = code;
  std::string written =
      space.empty() ? std::string(code) : std::string(space) + "." + std::string(code);
  if (std::ranges::find(made_.names_, written) == made_.names_.end())
    made_.names_.push_back(std::move(written));
  return made;
}

std::size_t ExpressionReader::function(std::string_view called) {
  constexpr std::pair<std::string_view, Kind> functions[] = {{"known", Kind::known},
                                                             {"answered", Kind::answered},
                                                             {"abs", Kind::absolute},
                                                             {"sum", Kind::sum}};
  const auto* const found =
      std::ranges::find(functions, called, &std::pair<std::string_view, Kind>::first);
  if (found == std::end(functions))
    return fail();
  std::vector<std::size_t> parts = {either()};
  while (take(","))
    parts.push_back(either());
  if (!take(")") || (found->second != Kind::sum && parts.size() != 1))
    return fail();
  const bool asks_figure = found->second == Kind::answered;
  if (asks_figure && (failed_ || made_.nodes_[parts.front()].kind != Kind::name))
    return fail();
  return node(found->second, std::move(parts));
}

Result<Expression> Expression::parse(std::string_view text) {
  return ExpressionReader(text).read();
}

}  // namespace metodica::coordination
