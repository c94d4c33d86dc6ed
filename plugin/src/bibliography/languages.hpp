/// Languages of documents: the codes of records, the columns of registers, UDC numbers and names.
#pragma once

#include <span>
#include <string>
#include <string_view>

namespace metodica {

/// A language. `udc` is the number shared by 811 (language), 821 (literature) and = (auxiliary):
/// "135.1" for Romanian; "" when a language has none of its own here.
struct Language {
  std::string_view
      code;  ///< ISO 639-1, or ISO 639-2 where there is no two-letter code: "ro", "rom"
  std::string_view marc;         ///< ISO 639-2 bibliographic, as in MARC: "rum"
  std::string_view terminology;  ///< ISO 639-2 terminological: "ron"
  std::string_view udc;
  std::string_view name_ro;
  std::string_view name_en;
  std::string_view name_hu;

  /// The name in "ro", "en" or "hu"; Romanian for any other `lang`.
  [[nodiscard]] std::string_view name(std::string_view lang) const;
};

/// Known languages, those of the registers first, then by Romanian name. Source: ISO 639-2;
/// UDC numbers of the UDC Summary (domain note on classification, 2.1).
[[nodiscard]] std::span<const Language> languages();

/// By any of the three codes, in any case; old MARC codes scr and scc too. Null when not known.
[[nodiscard]] const Language* find_language(std::string_view code);

/// The code used in registers and statistics: "rum", "ron", "RO" give "ro". An unknown code comes
/// back in lower case.
[[nodiscard]] std::string language_code(std::string_view code);

/// UDC class of the literature written in a language: "821.135.1"; "" when not known. Literature in
/// English needs the country as well, which the language cannot tell.
[[nodiscard]] std::string udc_literature(std::string_view code);

/// UDC language auxiliary: "=135.1", "=00" for several languages ("mul"); "" when not known.
[[nodiscard]] std::string udc_language_auxiliary(std::string_view code);

}  // namespace metodica
