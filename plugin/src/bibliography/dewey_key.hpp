/// Keys for hosts that shelve by the Dewey Decimal Classification (domain note on classification,
/// 5.3).
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// Appends the shelf key of a Dewey call number ("J 641.5945/Foo v.2"): letters in front, class
/// number by value, its decimals, then book marks with their figures as decimals, and volumes,
/// copies and years as numbers. memcmp order is shelf order. Never fails.
void append_dewey_key(std::string& out, std::string_view call_number);

/// The key that Koha keeps in items.cn_sort for its Dewey source, so that lists of such a host can
/// be read and compared: "971_010000000000000_P23W_V_12_PT_7".
[[nodiscard]] std::string koha_dewey_key(std::string_view call_class, std::string_view item);

}  // namespace metodica
