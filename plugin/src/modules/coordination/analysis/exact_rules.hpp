/// Exact decimals for printed results: quotients are rounded once, half up, at a stated number of
/// places. No binary floating point.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace metodica::coordination {

/// value / 10^places: {230, 2} is 2.30.
struct Decimal {
  std::int64_t value = 0;
  int places = 0;  ///< 0 to 4

  bool operator==(const Decimal&) const = default;
};

/// above × factor / below with `places` decimals, half away from zero; nothing when `below` is 0 or
/// the result leaves the range. `above` and `below` have the same unit.
[[nodiscard]] std::optional<Decimal> quotient(std::int64_t above, std::int64_t below,
                                              std::int64_t factor, int places);

/// A count of 1/10 000 as a decimal with fewer places, half away from zero.
[[nodiscard]] Decimal from_e4(std::int64_t e4, int places);
/// As a count of 1/10 000.
[[nodiscard]] std::int64_t to_e4(const Decimal& decimal);

/// The smallest whole number that is not below rate × population / 1000, where the rate is a count
/// of 1/10 000: ceil(50 × 540 / 1000) is 27.
[[nodiscard]] std::int64_t required_of(std::int64_t rate_e4, std::int64_t population);

/// The middle value, or half way between the two middle ones, rounded half away from zero; nothing
/// of nothing. All have the same places.
[[nodiscard]] std::optional<Decimal> median(std::vector<Decimal> values);

/// "1.234,50" (ro), "1,234.50" (en), "1 234,50" (hu): all its places.
[[nodiscard]] std::string shown_decimal(const Decimal& decimal, std::string_view lang);
/// "1234.50": for files and JSON.
[[nodiscard]] std::string plain_decimal(const Decimal& decimal);

}  // namespace metodica::coordination
