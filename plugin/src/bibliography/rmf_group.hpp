/// From a UDC notation to the content column of the movement register (registru de mișcare a
/// fondurilor, form 19-1-1; domain note on classification, 2.2). The table is data of the caller,
/// because libraries split the columns from class 6 on in different ways.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodica {

/// A content column and the UDC prefixes that it counts: {"3/32", {"3", "30", "31", "32"}}.
/// Dots in prefixes do not matter.
struct ContentColumn {
  std::string code;
  std::vector<std::string> prefixes;

  bool operator==(const ContentColumn&) const = default;
};

/// The code of the column whose prefix matches the longest part of the first main number of
/// `notation`, which need not be a correct UDC number. Of a range the start counts; a number that
/// begins with an auxiliary counts by the first main number after it. A newspaper counts at 050
/// whatever its subject, as the notes of the form say.
/// "" when there is no class or no column matches: the caller must ask, never assume a column.
[[nodiscard]] std::string rmf_column(const std::vector<ContentColumn>& columns,
                                     std::string_view notation, bool newspaper = false);

}  // namespace metodica
