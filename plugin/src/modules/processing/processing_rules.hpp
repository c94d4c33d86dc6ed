/// How an open-shelf call number (cotă sistematic-alfabetică) is put together: pure functions, in
/// the terms of the domain note on classification, 1.4, 3.1, 3.2 and 3.4.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "bibliography/author_mark.hpp"
#include "bibliography/shelf_mark.hpp"
#include "bibliography/shelf_udc.hpp"
#include "metodica/result.hpp"

namespace metodica::processing {

/// One line of the library's table "full class to class on the shelf".
struct ShelfRule {
  std::string prefix;       ///< main number and everything under it, "" = all classes
  std::int64_t depth = 0;   ///< digits that stay, 0 = all
  std::string replacement;  ///< stands for the prefix ("821RO"), wins over depth; "" = none

  bool operator==(const ShelfRule&) const = default;
};

/// Errors: METODICA_INVALID processing.rule_prefix {text} (a prefix that is no main number),
/// processing.rule_empty (neither depth nor replacement), processing.rule_all (a replacement for
/// all classes), each at "rules/<row>/...".
Result<void> check_rules(const std::vector<ShelfRule>& rules);

/// For shorten_udc(): the auxiliaries in `kept` stay, all others are left off the label.
ShelfUdcRules shelf_udc_rules(const std::vector<ShelfRule>& rules,
                              std::vector<UdcPart> kept = {UdcPart::special});

/// Under which name a work stands.
struct Heading {
  std::string surname;  ///< or the title without its initial article
  std::string forename;
  bool by_title = false;  ///< no author: the title is the heading
  bool operator==(const Heading&) const = default;
};

/// "Rebreanu, Liviu, 1885-1944 (autor); Alt, Nume" gives Rebreanu and Liviu. A name without comma
/// is taken as it stands (one-word names, corporate bodies). `lang` is a code of languages.hpp.
Heading heading_of(std::string_view author, std::string_view title, std::string_view lang);

/// By the table; without one (null) by the rule of the Library of Congress. "" when the heading
/// begins with no letter.
std::string proposed_author_mark(const AuthorTable* table, const Heading& heading);

/// "Pădurea spânzuraților. Vol. II" apart: the volume as Arabic digits "2", "" when there is none.
struct TitleParts {
  std::string title;
  std::string volume;
  bool operator==(const TitleParts&) const = default;
};
TitleParts split_volume(std::string_view title);

/// A work mark that another copy with the same class and author mark has.
struct TakenMark {
  std::string work_mark;
  std::string title_key;
};

/// First letter of the title, up to three letters where another work has them already, then a
/// number behind them ("pov2"); a work that has a mark keeps it. With the title as heading there is
/// none unless another work needs it.
std::string proposed_work_mark(const Heading& heading, std::string_view title,
                               std::string_view lang, std::string_view title_key,
                               const std::vector<TakenMark>& taken);

/// What was typed, or what is proposed when nothing was; "-" is nothing on purpose.
std::string chosen(std::string_view typed, std::string_view proposed);

/// The key that orders the shelf, as hexadecimal digits: their order as text is the order of the
/// bytes under every collation.
std::string shelf_key_text(const CallNumber& mark);
/// The same of a mark as written on a label.
std::string shelf_key_text(std::string_view call_number);

/// Bytes as upper-case hexadecimal digits.
std::string hex_text(std::string_view bytes);

/// 087.5, -93 in literature, (02.053.2) or -053.2: material for children (3.4).
bool is_for_children(std::string_view udc);

/// Which copies are one title: the host's title when it names one, else author, title and
/// publication together.
std::string title_identity(std::string_view title_ref, std::string_view author,
                           std::string_view title, std::string_view publication);

}  // namespace metodica::processing
