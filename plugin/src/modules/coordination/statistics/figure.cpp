#include "modules/coordination/statistics/figure.hpp"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "modules/coordination/statistics/return_state.hpp"

namespace metodica::coordination {
namespace {

template <class Enum, std::size_t Size>
using Names = std::array<std::pair<Enum, std::string_view>, Size>;

constexpr Names<FigureKind, 4> kinds = {{{FigureKind::number, "number"},
                                         {FigureKind::not_applicable, "not_applicable"},
                                         {FigureKind::not_counted, "not_counted"},
                                         {FigureKind::not_reported, "not_reported"}}};

constexpr Names<ReturnState, 7> states = {{{ReturnState::empty, "empty"},
                                           {ReturnState::in_work, "in_work"},
                                           {ReturnState::submitted, "submitted"},
                                           {ReturnState::returned, "returned"},
                                           {ReturnState::accepted, "accepted"},
                                           {ReturnState::locked, "locked"},
                                           {ReturnState::published, "published"}}};

template <class Enum, std::size_t Size>
std::string_view name_in(const Names<Enum, Size>& names, Enum value) {
  return std::ranges::find(names, value, &std::pair<Enum, std::string_view>::first)->second;
}

template <class Enum, std::size_t Size>
Enum value_in(const Names<Enum, Size>& names, std::string_view name, Enum otherwise) {
  const auto* const found =
      std::ranges::find(names, name, &std::pair<Enum, std::string_view>::second);
  return found == std::end(names) ? otherwise : found->first;
}

}  // namespace

std::string_view name_of(FigureKind kind) {
  return name_in(kinds, kind);
}

FigureKind figure_kind_of(std::string_view name) {
  return value_in(kinds, name, FigureKind::not_reported);
}

YearFigure figure_of(const Figures& figures, std::string_view code) {
  const auto found = figures.find(code);
  return found == figures.end() ? YearFigure{} : found->second;
}

std::string_view name_of(ReturnState state) {
  return name_in(states, state);
}

ReturnState return_state_of(std::string_view name) {
  return value_in(states, name, ReturnState::empty);
}

bool may_enter(ReturnState state) {
  return state == ReturnState::empty || state == ReturnState::in_work ||
         state == ReturnState::returned;
}

bool is_accepted(ReturnState state) {
  return state >= ReturnState::accepted;
}

}  // namespace metodica::coordination
