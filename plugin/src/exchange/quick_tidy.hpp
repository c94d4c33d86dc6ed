/// tidy() of text/unicode.hpp for the values of records, with a fast lane for what is already NFC.
#pragma once

#include <string>
#include <string_view>

namespace metodica {

/// Sets `out` to tidy(utf8), moreover with line feeds and tabs as spaces and without the C1 control
/// characters (the non-sorting marks U+0088, U+0089, U+0098, U+009C of UNIMARC among them).
/// `utf8` must be UTF-8. `out` keeps its room.
void quick_tidy(std::string_view utf8, std::string& out);

}  // namespace metodica
