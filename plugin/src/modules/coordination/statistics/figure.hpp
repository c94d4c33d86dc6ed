/// One figure of a library's year, as a statistical return gives it. A missing number is never 0:
/// the four answers "0", "not applicable", "not counted", "not reported" stay apart (domain note
/// on coordination, 2.3). Pure.
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>

namespace metodica::coordination {

enum class FigureKind : std::uint8_t {
  number = 1,      ///< counted; may be 0: the thing exists and there was none
  not_applicable,  ///< the library does not offer it
  not_counted,     ///< offered, and not counted
  not_reported,    ///< nobody has said
};

/// "number", "not_applicable", "not_counted", "not_reported": as stored and as in JSON.
[[nodiscard]] std::string_view name_of(FigureKind kind);
/// The kind of this name; not_reported for any other text.
[[nodiscard]] FigureKind figure_kind_of(std::string_view name);

/// An exact decimal: a count of 1/10 000, so that 1250.5 m2 is 12'505'000.
struct YearFigure {
  FigureKind kind = FigureKind::not_reported;
  std::int64_t e4 = 0;  ///< 0 unless kind is number

  static constexpr std::int64_t one = 10'000;
  static constexpr YearFigure whole(std::int64_t count) {
    return {FigureKind::number, count * one};
  }
  static constexpr YearFigure decimal(std::int64_t e4) { return {FigureKind::number, e4}; }
  static constexpr YearFigure none(FigureKind why) { return {why, 0}; }

  [[nodiscard]] constexpr bool known() const { return kind == FigureKind::number; }
  bool operator==(const YearFigure&) const = default;
};

/// The figures of one library and one year by code: "stock_end", "loans". The codes and what each
/// counts stand in coordination/data/statistics_forms.json. An absent code is not reported.
using Figures = std::map<std::string, YearFigure, std::less<>>;

/// The figure of a code; not reported when absent.
[[nodiscard]] YearFigure figure_of(const Figures& figures, std::string_view code);

}  // namespace metodica::coordination
