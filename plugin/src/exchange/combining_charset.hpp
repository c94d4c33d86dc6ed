/// MARC-8 and ISO 5426: character sets whose accents stand before their letter.
#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

namespace metodica {

/// Values of one byte a character are converted by tables that YAZ filled; what needs more (escapes
/// to other sets, marks over two letters) is left to YAZ itself. [one thread at a time]
class CombiningCharset {
 public:
  enum class Name { marc8 = 1, iso5426 };

  explicit CombiningCharset(Name name);
  ~CombiningCharset();
  CombiningCharset(const CombiningCharset&) = delete;
  CombiningCharset& operator=(const CombiningCharset&) = delete;

  /// As CharsetConverter::append. Letters and accents come composed where Unicode has the letter.
  std::size_t append(std::string_view bytes, std::string& out) const;
  /// As CharsetConverter::plausible.
  [[nodiscard]] bool plausible(std::string_view bytes) const;

 private:
  enum class Role : unsigned char { unknown = 1, letter, mark, silent, wide };
  struct Meaning {
    Role role = Role::unknown;
    char32_t letter = 0;
  };
  struct Iconv;  // hides YAZ

  [[nodiscard]] Meaning probe(unsigned char byte) const;
  [[nodiscard]] Meaning meaning(char byte) const;
  [[nodiscard]] bool needs_yaz(std::string_view bytes) const;

  std::unique_ptr<Iconv> yaz_;
  std::array<Meaning, 128> meanings_{};
};

}  // namespace metodica
