/// Titles without the article that does not count in filing (domain note on classification, 5.2).
#pragma once

#include <string_view>

namespace metodica {

/// The part of `title` that counts for filing. Understands the marks that records put around an
/// article: "<<The >>sweetest fig" and the control characters of UNIMARC (NSB/NSE: U+0088/U+0089,
/// U+0098/U+009C). Otherwise the articles of `lang` (any code of languages.hpp) are tried: Romanian
/// un, o, niște; also English, French, German, Hungarian, Italian, Spanish. Romanian titles that
/// begin with a numeral ("O sută ...", "Un an ...") keep it. Leading quotes and brackets are
/// skipped. The whole title when nothing else would be left. A view into `title`.
[[nodiscard]] std::string_view without_initial_article(std::string_view title,
                                                       std::string_view lang);

}  // namespace metodica
