/// The character sets of old catalogues, and conversion from them to UTF-8.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace metodica {

enum class Charset { utf8 = 1, marc8, iso5426, latin1, latin2, windows1250 };

/// "utf-8", "marc-8", "iso-5426", "iso-8859-1", "iso-8859-2", "windows-1250".
[[nodiscard]] std::string_view charset_name(Charset charset);
/// By that name; nothing when it is none of them.
[[nodiscard]] std::optional<Charset> charset_named(std::string_view name);

/// Converts one character set. For Charset::utf8 it only helps with values that are not UTF-8: it
/// keeps their ASCII. [one thread at a time]
class CharsetConverter {
 public:
  explicit CharsetConverter(Charset charset);
  ~CharsetConverter();
  CharsetConverter(const CharsetConverter&) = delete;
  CharsetConverter& operator=(const CharsetConverter&) = delete;

  /// Appends `bytes` as UTF-8, not normalised. Bytes without a meaning become U+FFFD; returns their
  /// number. MARC-8 begins each call with its basic sets, as the standard asks for every subfield.
  std::size_t append(std::string_view bytes, std::string& out) const;

  /// False when the bytes can hardly be in this set: some have no meaning in it, or most of its
  /// accents would stand on letters that no language writes with them.
  [[nodiscard]] bool plausible(std::string_view bytes) const;

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace metodica
