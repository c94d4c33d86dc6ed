/// Author marks (semn de autor) and work marks (domain note on classification, 3.2).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"

namespace metodica {

/// How "De la Cruz" is compared with the table.
enum class Particles : std::uint8_t {
  separate = 1,  ///< as three words, as printed tables do
  joined         ///< as "Delacruz", as some programs do
};

/// An author table of two or three figures: name stems and their numbers.
class AuthorTable {
 public:
  /// Reads CSV with the columns prefix, number, note (the first line is the header); any order of
  /// lines. "Wm." and "Jos." stand for William and Joseph. Errors: METODICA_INVALID
  /// "author_table.line" {line} for a line without a stem or with a number that is not 1 to 4
  /// digits; "author_table.empty".
  [[nodiscard]] static Result<AuthorTable> from_csv(std::string_view text);

  /// Number of the last stem of the same initial that does not come after the heading, word by
  /// word; the first stem of that initial when all come after; "" when the initial is not in the
  /// table. `heading_key` comes from heading_key().
  [[nodiscard]] std::string number_for(std::string_view heading_key) const;

  [[nodiscard]] std::size_t size() const { return entries_.size(); }

 private:
  struct Entry {
    std::string key;
    std::string number;
  };
  std::vector<Entry> entries_;  // sorted by key
};

/// The words that are compared: folded to a-z, apostrophes dropped, hyphens separate words.
[[nodiscard]] std::string heading_key(std::string_view surname, std::string_view forename,
                                      Particles particles = Particles::separate);

/// Initial and number: "R292" for Rebreanu, Liviu. For a title as heading pass it as `surname`,
/// without its article. "" when the heading begins with no letter of the table.
[[nodiscard]] std::string author_mark(const AuthorTable& table, std::string_view surname,
                                      std::string_view forename,
                                      Particles particles = Particles::separate);

/// Without a table of its own: the Cutter table of the Library of Congress, initial and two digits
/// ("R43" for Rebreanu). "" when the heading begins with no Latin letter.
[[nodiscard]] std::string loc_author_mark(std::string_view heading);

/// Without any table: the first letters of the heading in capitals ("REB").
[[nodiscard]] std::string letters_mark(std::string_view heading, std::size_t letters = 3);

/// The first `letters` letters of the title without its initial article, lower case, without marks:
/// "p" for "Pădurea spânzuraților", "s" for "O scrisoare pierdută". More letters tell works of one
/// author apart that begin alike. "" when the title has neither letters nor digits.
[[nodiscard]] std::string work_mark(std::string_view title, std::string_view lang,
                                    std::size_t letters = 1);

}  // namespace metodica
