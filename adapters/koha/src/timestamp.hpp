/// Koha's timestamps as instants in UTC.
#pragma once

#include <string>
#include <string_view>

namespace metodica::koha {

/// "2026-06-01T08:00:00Z" of "2026-06-01T11:00:00+03:00"; "" when the text names no zone, because
/// nobody knows then which instant it is.
[[nodiscard]] std::string utc_of(std::string_view timestamp);

}  // namespace metodica::koha
