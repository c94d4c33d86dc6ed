/// Words of titles as search terms for the suggestion of classes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace metodica {

/// The distinct words of `text` that say something: folded, at least three letters, without the
/// common small words of Romanian, Hungarian and English, cut to their first six letters so that
/// inflected forms meet ("spânzuraților", "spânzurat"). Sorted.
[[nodiscard]] std::vector<std::string> udc_terms(std::string_view text);

}  // namespace metodica
