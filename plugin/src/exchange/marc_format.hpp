/// Which of the two MARC formats of Romanian libraries a record is in.
#pragma once

#include <optional>
#include <string_view>

#include "exchange/marc_view.hpp"

namespace metodica {

/// The enumerator that the settings and reports name "unimarc" and "marc21".
enum class MarcFormat { unimarc = 1, marc21 };

[[nodiscard]] std::string_view format_name(MarcFormat format);
[[nodiscard]] std::optional<MarcFormat> format_named(std::string_view name);

/// Told from fields that only one of them has (200, 210, 675, 801 against 245, 260, 264, 080, 008)
/// and, between equals, from the last four characters of the leader ("450 " against "4500").
/// Nothing when the record gives no sign at all.
[[nodiscard]] std::optional<MarcFormat> detect_format(const MarcView& record);

}  // namespace metodica
