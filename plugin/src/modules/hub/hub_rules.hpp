/// What of the exchange between nodes and hub can be said without a database.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica::hub {

/// The format of the rows on the wire. A hub accepts its own and the two before.
inline constexpr std::int64_t row_format = 1;
inline constexpr std::int64_t oldest_format = 1;

/// How long a one-time code may be used, and an old token beside its successor.
inline constexpr std::int64_t code_ms = 24LL * 3600 * 1000;
inline constexpr std::int64_t token_ms = 30LL * 24 * 3600 * 1000;  ///< then it is changed
inline constexpr std::int64_t overlap_ms = 72LL * 3600 * 1000;

/// A register whose rows are chained by hashes: the column that tells its chains apart, "" for one.
struct ChainedTable {
  std::string_view table;
  std::string_view column;
};
inline constexpr std::array<ChainedTable, 3> chained_tables = {
    {{"movement_lot", "part"}, {"inventory_entry", "register"}, {"year_close", ""}}};

/// nullptr when the rows of the table are not chained.
[[nodiscard]] const ChainedTable* chained(std::string_view table);

/// A code of 80 bits as a person types it, "K7QM-2XRT-9FDH-W4LC": no 0, 1, I, O.
[[nodiscard]] std::string shown_code(std::uint64_t high, std::uint64_t low);
/// The same however it was typed: capitals, without spaces and dashes. Errors: METODICA_INVALID
/// "hub.code_form" at "code".
Result<std::string> plain_code(std::string_view typed);

/// A token is 64 hexadecimal digits made by the node. Errors: METODICA_INVALID "hub.token_form".
Result<void> check_token(std::string_view token);

}  // namespace metodica::hub
