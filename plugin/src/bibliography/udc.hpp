/// Udc: a checked number of the Universal Decimal Classification (Clasificarea Zecimală
/// Universală).
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "bibliography/udc_elements.hpp"
#include "bibliography/udc_tree.hpp"
#include "metodica/result.hpp"

namespace metodica {

class Udc {
 public:
  /// Reads a notation by the grammar of the domain note on classification, 1.2. Tolerant: any order
  /// of auxiliaries, typographic variants of signs, spaces around signs, names after a number.
  /// Errors, all METODICA_INVALID with {text} as given (at most 200 characters) and {position}, the
  /// 1-based character:
  ///   udc.empty               nothing to read (no position)
  ///   udc.encoding            not UTF-8 (no arguments)
  ///   udc.unknown_sign        {sign} has no place here
  ///   udc.comma               a comma where the notation has a dot
  ///   udc.unbalanced          {sign} of a pair without its partner
  ///   udc.misplaced_dot       a dot not after the third digit and not before 0
  ///   udc.vacant_class        class 4
  ///   udc.reversed_range      a range end that is not above its start
  ///   udc.empty_member        a sign with nothing before or after it, an empty bracket
  ///   udc.name_first          letters before any number
  [[nodiscard]] static Result<Udc> parse(std::string_view text);

  /// As it was given to parse.
  [[nodiscard]] const std::string& original() const { return original_; }
  /// With ASCII signs and no needless spaces.
  [[nodiscard]] const std::string& notation() const { return notation_; }
  /// Shelf key, see udc_key.hpp.
  [[nodiscard]] std::string key() const;
  /// The notation taken apart; the views live as long as this value is neither changed nor moved.
  [[nodiscard]] std::vector<UdcElement> elements() const { return udc_elements(notation_); }

  /// The same as a tree of members; views as for elements().
  [[nodiscard]] std::vector<UdcNode> tree() const { return udc_tree(notation_); }

  /// What looks unusual but is accepted, worded like errors:
  ///   udc.citation_order     {text} {position}: auxiliaries not in the standard order (1.1)
  ///   udc.letter_for_digit   {text} {position}: O or l next to a digit
  ///   udc.form_as_place      {text} {position}: (1075) where (075) seems meant
  ///   udc.time_letters       {text} {position}: letters in a period
  [[nodiscard]] const std::vector<Problem>& warnings() const { return warnings_; }

  /// Equal when the normalised notations are.
  friend bool operator==(const Udc& a, const Udc& b) { return a.notation_ == b.notation_; }

 private:
  Udc() = default;

  std::string original_;
  std::string notation_;
  std::vector<Problem> warnings_;
};

}  // namespace metodica
