/// Schemes of call numbers, numbers given, second call numbers: their SQL.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "modules/processing/mark_scheme.hpp"
#include "storage/unit_of_work.hpp"
#include "text/date.hpp"
#include "text/keys.hpp"

namespace metodica::processing {

/// In the order in which they are tried.
std::vector<MarkScheme> mark_schemes(UnitOfWork& work);
void replace_schemes(UnitOfWork& work, const std::vector<MarkScheme>& schemes);

/// Those of the library, or the usual ones.
std::vector<std::int64_t> height_limits(UnitOfWork& work);
void replace_limits(UnitOfWork& work, const std::vector<std::int64_t>& limits);

/// A run of numbers: one for each prefix and height class; height class 0 is the running number.
struct NumberRun {
  std::string prefix;
  std::int64_t height_class = 0;

  [[nodiscard]] std::string counter() const;
};

/// A number that a copy has. `identity`: which title (title_identity).
struct GivenNumber {
  InventoryNumber copy;
  NumberRun run;
  std::int64_t serial = 0;
  std::string identity;
};

/// The serial of a copy, or of any copy of the title, in a run; 0 when there is none.
std::int64_t serial_of(UnitOfWork& work, const InventoryNumber& copy, const NumberRun& run);
std::int64_t serial_of_title(UnitOfWork& work, const std::string& identity, const NumberRun& run);
/// A copy of another title that has the number.
std::optional<InventoryNumber> other_title_with(UnitOfWork& work, const GivenNumber& given);
void keep_number(UnitOfWork& work, const GivenNumber& given);
void drop_number(UnitOfWork& work, const InventoryNumber& copy, const NumberRun& run);

/// The second call number of a copy, "" when it has none; an empty text removes it.
std::string second_mark_of(UnitOfWork& work, const InventoryNumber& copy);
void keep_second_mark(UnitOfWork& work, const InventoryNumber& copy, const std::string& text,
                      Date on, std::string_view by);

/// Another copy with this call number, as its first one.
std::optional<InventoryNumber> other_copy_with(UnitOfWork& work, const std::string& call_number,
                                               const InventoryNumber& but);

}  // namespace metodica::processing
