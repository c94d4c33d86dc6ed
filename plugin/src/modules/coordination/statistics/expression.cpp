#include "modules/coordination/statistics/expression.hpp"

#include <limits>

namespace metodica::coordination {
namespace {

using Value = std::optional<std::int64_t>;
__extension__ using Wide = __int128;

constexpr std::int64_t one = YearFigure::one;

Value narrowed(Wide value) {
  constexpr auto largest = std::numeric_limits<std::int64_t>::max();
  if (value > largest || value < -largest)
    return {};
  return static_cast<std::int64_t>(value);
}

// Half away from zero, so that a ratio and its negative mirror each other.
Value divided(std::int64_t left, std::int64_t right) {
  if (right == 0)
    return {};
  const Wide above = Wide{left} * one * 2;
  const Wide below = Wide{right};
  const Wide half = (above < 0) == (below < 0) ? Wide{1} : Wide{-1};
  return narrowed((above / below + half) / 2);
}

Value truth_of(bool yes) {
  return yes ? one : 0;
}

}  // namespace

Value Expression::value(const Lookup& lookup) const {
  return nodes_.empty() ? Value() : at(nodes_.size() - 1, lookup);
}

bool Expression::holds(const Lookup& lookup) const {
  return value(lookup).value_or(0) != 0;
}

Value Expression::at(std::size_t index, const Lookup& lookup) const {
  const Node& node = nodes_[index];
  switch (node.kind) {
    case Kind::number:
      return node.e4;
    case Kind::name: {
      const YearFigure figure = lookup(node.space, node.code);
      return figure.known() ? Value(figure.e4) : Value();
    }
    case Kind::known:
      return truth_of(at(node.parts.front(), lookup).has_value());
    case Kind::answered: {
      const Node& asked = nodes_[node.parts.front()];
      return truth_of(lookup(asked.space, asked.code).kind != FigureKind::not_reported);
    }
    case Kind::absolute:
    case Kind::minus: {
      const Value inner = at(node.parts.front(), lookup);
      const bool turn = node.kind == Kind::minus || (inner && *inner < 0);
      return inner && turn ? narrowed(-Wide{*inner}) : inner;
    }
    case Kind::sum: {
      Value whole;
      for (const std::size_t part : node.parts) {
        if (const Value inner = at(part, lookup))
          whole = narrowed(Wide{whole.value_or(0)} + *inner);
      }
      return whole;
    }
    case Kind::both:
    case Kind::either:
    case Kind::negation:
      return truth(node, lookup);
    default:
      return pair(node, lookup);
  }
}

Value Expression::truth(const Node& node, const Lookup& lookup) const {
  const Value left = at(node.parts.front(), lookup);
  if (node.kind == Kind::negation)
    return left ? truth_of(*left == 0) : Value();
  const bool decides = node.kind == Kind::either;  // what settles it, whatever the other side is
  if (left && (*left != 0) == decides)
    return truth_of(decides);
  const Value right = at(node.parts.back(), lookup);
  if (right && (*right != 0) == decides)
    return truth_of(decides);
  return left && right ? truth_of(!decides) : Value();
}

Value Expression::pair(const Node& node, const Lookup& lookup) const {
  const Value first = at(node.parts.front(), lookup);
  const Value second = at(node.parts.back(), lookup);
  if (!first || !second)
    return {};
  const std::int64_t left = *first;
  const std::int64_t right = *second;
  switch (node.kind) {
    case Kind::add:
      return narrowed(Wide{left} + right);
    case Kind::subtract:
      return narrowed(Wide{left} - right);
    case Kind::multiply:
      return narrowed(Wide{left} * right / one);
    case Kind::divide:
      return divided(left, right);
    case Kind::equal:
      return truth_of(left == right);
    case Kind::unequal:
      return truth_of(left != right);
    case Kind::less:
      return truth_of(left < right);
    case Kind::less_equal:
      return truth_of(left <= right);
    case Kind::more:
      return truth_of(left > right);
    default:
      return truth_of(left >= right);
  }
}

}  // namespace metodica::coordination
