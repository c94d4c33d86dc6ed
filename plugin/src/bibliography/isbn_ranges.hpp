/// Publisher ranges of ISBN groups: where the hyphens stand. Dated data, because ranges grow.
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// The day on which the table was last compared with the published range table, "YYYY-MM".
[[nodiscard]] std::string_view isbn_ranges_date();

/// 13 digits as prefix, group, registrant, publication and check digit: "978-973-46-1234-5".
/// Groups of Romania (973, 606, 630) and Moldova (9975); "" for other groups, for numbers outside
/// the known ranges, and when `isbn13` has not 13 characters.
[[nodiscard]] std::string hyphenated_isbn(std::string_view isbn13);

}  // namespace metodica
