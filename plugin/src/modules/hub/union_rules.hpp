/// "Do we have this already?": the comparison of two descriptions of titles, and the keys by which
/// a county's titles are found. Source: domain note on acquisition, 9.2 (score and blocking).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metodica::hub {

/// A title as some catalogue or register describes it; what is not known is empty or 0.
struct Description {
  std::string title, author, publisher, isbn, language, edition;
  std::int64_t year = 0, pages = 0;
  std::string carrier;  ///< "print", "audio", "ebook", "braille"; "" counts as print
};

/// A description made comparable. All texts are folded.
struct TitleFacts {
  std::string title;        ///< without article and volume, old spelling made new
  std::int64_t volume = 0;  ///< 0: none named
  std::string author;       ///< as given, for same_author
  std::string surname;
  std::string publisher;  ///< first word that tells, without "Editura"
  std::string isbn;       ///< 13 digits, "" when there is none or it is wrong
  std::string language, edition, carrier;
  std::int64_t year = 0, pages = 0;
};

TitleFacts facts_of(const Description& description);

/// What two descriptions are to each other.
enum class Likeness {
  other = 1,
  same_work,     ///< perhaps another edition of it
  ask,           ///< perhaps the same edition: a person decides
  same_edition,  ///< the same edition
};

struct Comparison {
  std::int64_t points = 0;
  Likeness likeness = Likeness::other;
  bool sure = false;  ///< a copy may be attached without asking
};

Comparison compare(const TitleFacts& one, const TitleFacts& other);

/// Equal texts are 1, texts without anything in common 0: edit distance over the longer length.
double similarity(std::string_view one, std::string_view other);

/// Keys under which a title is found, each with its kind as first letter: ISBN, its nine digits,
/// the first three words of the title, the same with the surname, surname and year, publisher with
/// year and first word.
std::vector<std::string> blocking_keys(const TitleFacts& facts);

/// Keys to look for a title by: one that is like it has at least one of them, nearly always.
std::vector<std::string> asking_keys(const TitleFacts& facts);

}  // namespace metodica::hub
