#include "bibliography/udc_key.hpp"

#include <array>
#include <cstdint>

#include "bibliography/latin_letters.hpp"
#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

// The filing series of the UDC tables as bytes below the digits.
enum Rank : char {
  kAddition = 0x1F,
  kRange,
  kEnd,
  kRelation,
  kOrderedRelation,
  kGroup,
  kLanguage,
  kForm,
  kPlace,
  kAncestry,
  kTime,
  kForeign,
  kName,
  kGeneral,
  kSpecial,
  kPoint,
  kApostrophe,
};
static_assert(kApostrophe == 0x2F);

enum class Kind : std::uint8_t {
  ignored,
  digit,
  letter,
  separator,
  dot,
  hyphen,
  apostrophe,
  equals,
  open,
  close,
  group_open,
  group_close,
  quote,
  colon,
  plus,
  slash,
  asterisk
};

constexpr std::array<Kind, 128> kKinds = [] {
  std::array<Kind, 128> kinds{};
  for (std::size_t c = '0'; c <= '9'; ++c) {
    kinds[c] = Kind::digit;
  }
  for (std::size_t c = 'A'; c <= 'Z'; ++c) {
    kinds[c] = Kind::letter;
    kinds[c - 'A' + 'a'] = Kind::letter;
  }
  kinds[' '] = kinds[','] = kinds['\t'] = Kind::separator;
  kinds['.'] = Kind::dot;
  kinds['-'] = Kind::hyphen;
  kinds['\''] = kinds['`'] = Kind::apostrophe;
  kinds['='] = Kind::equals;
  kinds['('] = Kind::open;
  kinds[')'] = Kind::close;
  kinds['['] = Kind::group_open;
  kinds[']'] = Kind::group_close;
  kinds['"'] = Kind::quote;
  kinds[':'] = Kind::colon;
  kinds['+'] = Kind::plus;
  kinds['/'] = Kind::slash;
  kinds['*'] = Kind::asterisk;
  return kinds;
}();

// One pass over a notation. `element_` is where the number or auxiliary begins whose range end may
// be shortened; `words_` is true inside a name, where gaps between words count. The room behind
// `out` is udc_key_bound(): a digit gives at most itself, a word gap and a copy for a shortened
// range end; a letter of two bytes at most a sign and two letters.
class KeyWriter {
 public:
  KeyWriter(char* out, std::string_view in) : begin_(out), out_(out), in_(in) {}

  std::size_t run() {
    while (pos_ < in_.size()) {
      const char c = in_[pos_];
      if (static_cast<unsigned char>(c) < 0x80) {
        ++pos_;
        ascii(c);
      } else {
        foreign();
      }
    }
    put(kEnd);
    return static_cast<std::size_t>(out_ - begin_);
  }

 private:
  void put(char byte) { *out_++ = byte; }

  void ascii(char c) {
    const Kind kind = kKinds[static_cast<unsigned char>(c)];
    switch (kind) {
      case Kind::digit:
        digit(c);
        break;
      case Kind::letter:
        letter(static_cast<char>(c & ~0x20));
        break;
      case Kind::separator:
        gap_ = words_;
        break;
      case Kind::dot:
        dot();
        break;
      case Kind::hyphen:
        hyphen();
        break;
      case Kind::apostrophe:
        if (is_digit(next())) {
          sign(kApostrophe);
        }
        break;
      default:
        table_sign(kind);
    }
  }

  void table_sign(Kind kind) {
    switch (kind) {
      case Kind::equals:
        sign(kLanguage);
        break;
      case Kind::open:
        open();
        break;
      case Kind::close:
        close(brackets_);
        break;
      case Kind::group_open:
        group_open();
        break;
      case Kind::group_close:
        close(groups_);
        break;
      case Kind::quote:
        sign(quoted_ ? kEnd : kTime);
        quoted_ = !quoted_;
        break;
      case Kind::colon:
        colon();
        break;
      case Kind::plus:
        sign(kAddition);
        break;
      case Kind::slash:
        range();
        break;
      case Kind::asterisk:
        sign(kForeign);
        words_ = true;
        break;
      default:
        break;
    }
  }

  void foreign() {
    const Utf8Character character = first_character(in_.substr(pos_));
    pos_ += character.size;
    if (const char meant = ascii_sign(character.code)) {
      ascii(meant);
      return;
    }
    for (const char folded : folded_letter(character.code)) {
      if (folded != 0) {
        letter(folded);
      }
    }
  }

  // The next sign after spaces, no-break ones (two bytes) too.
  [[nodiscard]] char next() {
    while (pos_ < in_.size()) {
      if (in_[pos_] == ' ' || in_[pos_] == '\t') {
        ++pos_;
      } else if (in_.substr(pos_, 2) == "\xC2\xA0") {
        pos_ += 2;
      } else {
        break;
      }
    }
    return pos_ < in_.size() ? in_[pos_] : '\0';
  }

  void sign(char rank) {
    put(rank);
    words_ = gap_ = complement_ = false;
    element_ = pos_;
  }

  void digit(char c) {
    if (gap_) {
      put(kName);
      gap_ = false;
    }
    put(complement_ ? static_cast<char>('0' + '9' - c) : c);
  }

  void letter(char c) {
    if (!words_ || gap_) {
      sign(kName);
      words_ = true;
    }
    put(c);
  }

  void dot() {
    if (pos_ < in_.size() && in_[pos_] == '0') {
      sign(kPoint);
      element_ = pos_ - 1;
    } else {
      gap_ = words_;
    }
  }

  void hyphen() {
    const bool first_of_time = quoted_ && pos_ >= 2 && out_[-1] == kTime;
    const char following = next();
    if (!is_digit(following)) {
      gap_ = words_;
      return;
    }
    sign(following == '0' ? kGeneral : kSpecial);
    complement_ = first_of_time;  // years before our era: the larger is the earlier
  }

  void open() {
    const char following = next();
    if (following == '=') {
      ++pos_;
    }
    sign(following == '0' ? kForm : following == '=' ? kAncestry : kPlace);
    ++brackets_;
  }

  void close(std::size_t& depth) {
    if (depth > 0) {
      --depth;
      sign(kEnd);
    } else {
      words_ = gap_ = complement_ = false;
    }
  }

  void group_open() {
    if (out_ != begin_) {  // a group that opens the notation is skipped for filing
      sign(kGroup);
      ++groups_;
    }
  }

  void colon() {
    const bool fixed = next() == ':';
    if (fixed) {
      ++pos_;
    }
    sign(fixed ? kOrderedRelation : kRelation);
  }

  // After '/': the digits of the end are complemented, a shortened end first gets the digits that
  // it shares with the start.
  void range() {
    const std::size_t start = element_;
    const std::size_t stop = pos_ - 1;
    sign(kRange);
    complement_ = true;
    const char following = next();
    const bool digits_follow = pos_ + 1 < in_.size() && is_digit(in_[pos_ + 1]);
    if (!digits_follow) {
      return;
    }
    if (following == '.') {
      shared_digits(start, stop);
      element_ = ++pos_;
    } else if (following == '-' || following == '\'' || following == '=') {
      element_ = ++pos_;
    }
  }

  void shared_digits(std::size_t start, std::size_t stop) {
    std::size_t groups = 0;
    for (std::size_t i = pos_; i < in_.size() && (is_digit(in_[i]) || in_[i] == '.'); ++i) {
      groups += in_[i] == '.' ? 1U : 0U;
    }
    std::size_t cut = stop;
    while (cut > start && groups > 0) {
      --cut;
      groups -= in_[cut] == '.' ? 1U : 0U;
    }
    for (std::size_t i = start; i < cut && groups == 0; ++i) {
      if (is_digit(in_[i])) {
        digit(in_[i]);
      }
    }
  }

  char* begin_;
  char* out_;
  std::string_view in_;
  std::size_t pos_ = 0;
  std::size_t element_ = 0;
  std::size_t brackets_ = 0;
  std::size_t groups_ = 0;
  bool quoted_ = false;
  bool words_ = false;
  bool gap_ = false;
  bool complement_ = false;
};

constexpr std::size_t kShortNotation = 84;
constexpr int kLettersPerSign = 9;  // R to Z

// Ranks to 0-9A-G, digits to H-Q, letters to pairs of R-Z: rising like the bytes themselves.
constexpr std::array<char, 2> host_safe(char byte) {
  if (byte <= kApostrophe) {
    const int rank = byte - kAddition;
    return {static_cast<char>(rank < 10 ? '0' + rank : 'A' + rank - 10), 0};
  }
  if (byte <= '9') {
    return {static_cast<char>('H' + byte - '0'), 0};
  }
  const int letter = byte - 'A';
  return {static_cast<char>('R' + letter / kLettersPerSign),
          static_cast<char>('R' + letter % kLettersPerSign)};
}

constexpr auto kHostSafe = [] {
  std::array<std::array<char, 2>, 256> table{};
  for (char byte = kAddition; byte <= 'Z'; ++byte) {
    table[static_cast<unsigned char>(byte)] = host_safe(byte);
  }
  return table;
}();

}  // namespace

std::size_t write_udc_key(char* out, std::string_view notation) {
  return KeyWriter(out, notation).run();
}

void append_udc_key(std::string& out, std::string_view notation) {
  std::array<char, udc_key_bound(kShortNotation)>
      room;  // filled by the writer as far as it is read
  if (notation.size() <= kShortNotation) {
    out.append(room.data(), write_udc_key(room.data(), notation));
    return;
  }
  const std::size_t before = out.size();
  out.resize(before + udc_key_bound(notation.size()));
  out.resize(before + write_udc_key(out.data() + before, notation));
}

std::size_t write_host_safe_key(std::span<char, kHostKeyLimit> out, std::string_view key) {
  std::size_t size = 0;
  for (const char byte : key) {
    const std::array<char, 2> signs = kHostSafe[static_cast<unsigned char>(byte)];
    const std::size_t more = signs[1] == 0 ? 1 : 2;
    if (size + more > out.size()) {
      break;
    }
    out[size] = signs[0];
    out[size + more - 1] = signs[more - 1];
    size += more;
  }
  return size;
}

std::string host_safe_udc_key(std::string_view notation) {
  std::string key;
  append_udc_key(key, notation);
  std::array<char, kHostKeyLimit> room;
  return {room.data(), write_host_safe_key(room, key)};
}

}  // namespace metodica
