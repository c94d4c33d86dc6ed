/// Comparison keys of titles and authors for the question "do we have this already?" (domain note
/// on acquisition, 9.2). Equal keys mean "look closer", never "the same".
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// The title folded (lower case, no marks, single spaces), without its initial article, with the
/// two Romanian spellings made equal: "Cîmpul" and "Câmpul", "sînt" and "sunt". `lang` is any code
/// of languages.hpp; "" counts as Romanian.
[[nodiscard]] std::string title_key(std::string_view title, std::string_view lang);

/// The words of a personal name, folded and sorted, so that "Rebreanu, Liviu", "Liviu Rebreanu" and
/// the Hungarian order "Rebreanu Liviu" meet.
[[nodiscard]] std::string author_key(std::string_view name);

/// The folded surname: what stands before the comma, or the last word when there is none.
[[nodiscard]] std::string surname_key(std::string_view name);

/// True when the names have the same words, an initial standing for any word that begins with it:
/// "Rebreanu, L." and "Liviu Rebreanu". False when either is empty.
[[nodiscard]] bool same_author(std::string_view one, std::string_view other);

}  // namespace metodica
