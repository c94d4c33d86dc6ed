/// How call numbers are made in one part of the collection: pure rules, in the terms of the domain
/// note on classification, 3.1 and 3.2.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/author_mark.hpp"
#include "metodica/result.hpp"
#include "modules/processing/processing_rules.hpp"

namespace metodica::processing {

/// The kinds of call numbers.
enum class MarkFamily : std::uint8_t {
  systematic = 1,  ///< cotă sistematic-alfabetică: class / author mark + work mark
  format,          ///< cotă de format: height class and number
  running          ///< numerus currens: a number
};

/// Where author marks come from.
enum class AuthorRule : std::uint8_t {
  table = 1,  ///< the library's table, or without one the rule of the Library of Congress
  loc,
  letters,  ///< the first three letters
  none
};

/// What must not have the same call number.
enum class Uniqueness : std::uint8_t {
  free = 1,  ///< only a remark is made
  work,      ///< two works
  copy       ///< two copies
};

/// For the copies of a register, a custody and a section ("" = any of them).
struct MarkScheme {
  std::string register_code;
  std::string custody;
  std::string section;
  MarkFamily first = MarkFamily::systematic;
  std::optional<MarkFamily> second;  ///< cota 2: format or running, never the family of the first
  std::string prefix;                ///< before a format mark: "P" periodicals, "RV" rare books
  AuthorRule author = AuthorRule::table;
  Particles particles = Particles::separate;
  bool each_copy = false;       ///< a number for each copy; else one for all copies of a title
  bool from_inventory = false;  ///< the running number is the inventory number
  Uniqueness unique = Uniqueness::free;

  [[nodiscard]] bool uses(MarkFamily family) const { return first == family || second == family; }
  bool operator==(const MarkScheme&) const = default;
};

std::string_view name_of(MarkFamily family);
std::optional<MarkFamily> family_named(std::string_view name);
std::string_view name_of(AuthorRule rule);
AuthorRule author_rule_named(std::string_view name);
std::string_view name_of(Uniqueness uniqueness);
Uniqueness uniqueness_named(std::string_view name);

/// The first scheme that fits; the usual one (systematic, by the table) when none does.
MarkScheme scheme_for(const std::vector<MarkScheme>& schemes, std::string_view register_code,
                      std::string_view custody, std::string_view section);

/// Errors, METODICA_INVALID: call_numbers.same_family at "second", call_numbers.second_systematic
/// at "second", call_numbers.prefix {text} at "prefix" (one to six Latin capitals, and no Roman
/// numeral, which would be read as the height class).
Result<void> check_scheme(const MarkScheme& scheme);

/// Centimetres up to which each height class goes, rising (domain note, 3.1 [R10]); a height on the
/// limit belongs to the lower class.
std::vector<std::int64_t> usual_height_limits();
/// Errors: METODICA_INVALID call_numbers.limits_rise at "limits/<row>/upto".
Result<void> check_limits(const std::vector<std::int64_t>& limits);
/// 1 for the lowest class; one more than there are limits for what is higher than all.
std::int64_t height_class_of(const std::vector<std::int64_t>& limits, std::int64_t centimetres);
/// "20–25", "≤ 20", "> 38": what a class holds, in centimetres.
std::string height_class_range(const std::vector<std::int64_t>& limits, std::int64_t height_class);

/// The height in centimetres from a description: "24 cm", "23,5 cm" (counted up, as cataloguers
/// do), "20 x 27 cm" (ISBD: height first), "240 mm"; 0 when there is none.
std::int64_t centimetres_in(std::string_view size);

/// "II 428863", "P I 27618"; a running number (height class 0) has at least four figures, so that
/// nobody takes it for a class: "0012".
std::string number_text(std::string_view prefix, std::int64_t height_class, std::int64_t serial);

/// An author mark by a rule. `table` null: none is loaded.
std::string author_mark_by(AuthorRule rule, Particles particles, const AuthorTable* table,
                           const Heading& heading);

}  // namespace metodica::processing
