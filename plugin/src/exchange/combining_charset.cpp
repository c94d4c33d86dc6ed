#include "exchange/combining_charset.hpp"

#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>
#include <yaz/yaz-iconv.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace metodica {
namespace {

constexpr char escape = '\x1b';
constexpr char32_t replacement = 0xFFFD;
constexpr auto failed = static_cast<std::size_t>(-1);

const icu::Normalizer2& nfc() {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* instance = icu::Normalizer2::getNFCInstance(status);
  if (U_FAILURE(status)) {
    throw std::runtime_error("ICU lacks the data of NFC");
  }
  return *instance;
}

void append_letter(char32_t letter, std::string& out) {
  if (letter < 0x80) {
    out += static_cast<char>(letter);
    return;
  }
  std::array<std::uint8_t, 4> bytes{};
  std::size_t size = 0;
  U8_APPEND_UNSAFE(bytes.data(), size, letter);
  out.append(bytes.begin(), bytes.begin() + size);
}

// Accents seen before their letter; no language has more than a few on one.
struct Pending {
  std::array<char32_t, 4> marks{};
  std::size_t count = 0;

  void add(char32_t mark) {
    if (count < marks.size()) {
      marks[count++] = mark;
    }
  }
};

// The letter with the marks that compose with it; the others stay in `pending`.
char32_t composed(char32_t letter, Pending& pending) {
  Pending left;
  for (std::size_t index = 0; index < pending.count; ++index) {
    const UChar32 pair =
        nfc().composePair(static_cast<UChar32>(letter), static_cast<UChar32>(pending.marks[index]));
    if (pair < 0) {
      left.add(pending.marks[index]);
    } else {
      letter = static_cast<char32_t>(pair);
    }
  }
  pending = left;
  return letter;
}

void flush(Pending& pending, std::string& out) {
  for (std::size_t index = 0; index < pending.count; ++index) {
    append_letter(pending.marks[index], out);
  }
  pending.count = 0;
}

}  // namespace

struct CombiningCharset::Iconv {
  yaz_iconv_t handle;

  explicit Iconv(Name name)
      : handle(yaz_iconv_open("UTF-8", name == Name::marc8 ? "MARC-8" : "ISO5426")) {
    if (handle == nullptr) {
      throw std::runtime_error("YAZ lacks a character set of MARC");
    }
  }
  ~Iconv() { yaz_iconv_close(handle); }
  Iconv(const Iconv&) = delete;
  Iconv& operator=(const Iconv&) = delete;

  std::size_t run(std::string_view bytes, std::string& out) const {
    std::string input(bytes);
    char* from = input.data();
    std::size_t left = input.size();
    std::size_t lost = 0;
    std::array<char, 512> room{};
    yaz_iconv(handle, nullptr, nullptr, nullptr, nullptr);  // back to the basic sets
    for (bool flushing = false;;) {
      char* to = room.data();
      std::size_t free = room.size();
      const std::size_t done = flushing ? yaz_iconv(handle, nullptr, nullptr, &to, &free)
                                        : yaz_iconv(handle, &from, &left, &to, &free);
      out.append(room.data(), static_cast<std::size_t>(to - room.data()));
      if (done == failed && yaz_iconv_error(handle) == YAZ_ICONV_E2BIG) {
        continue;
      }
      if (flushing) {
        return lost;
      }
      if (done == failed && left > 0) {
        append_letter(replacement, out);
        ++lost;
        ++from;
        --left;
        continue;
      }
      flushing = true;
    }
  }
};

CombiningCharset::CombiningCharset(Name name) : yaz_(std::make_unique<Iconv>(name)) {
  for (std::size_t index = 0; index < meanings_.size(); ++index) {
    meanings_[index] = probe(static_cast<unsigned char>(0x80 + index));
  }
  if (name == Name::marc8) {
    for (std::size_t half : {0xEBU, 0xECU, 0xFAU, 0xFBU}) {  // ligature and double tilde
      meanings_[half - 0x80U] = {Role::wide, 0};
    }
  }
}

CombiningCharset::~CombiningCharset() = default;

// What YAZ makes of the byte before an "a": a letter with an accent, or something beside the "a".
// YAZ drops bytes that it does not know without a word; those have Role::unknown.
CombiningCharset::Meaning CombiningCharset::probe(unsigned char byte) const {
  if (byte == 0x88 || byte == 0x89) {  // around the part of a title that is not filed
    return {Role::silent, 0};
  }
  std::string converted;
  const std::array<char, 2> bytes{static_cast<char>(byte), 'a'};
  yaz_->run({bytes.data(), bytes.size()}, converted);
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* nfd = icu::Normalizer2::getNFDInstance(status);
  const icu::UnicodeString text = icu::UnicodeString::fromUTF8(converted);
  const icu::UnicodeString parts = nfd->normalize(text, status);
  if (U_FAILURE(status) || parts.countChar32() < 2) {
    return {};
  }
  const auto second = static_cast<char32_t>(parts.char32At(1));
  if (parts.charAt(0) == u'a' && u_getCombiningClass(static_cast<UChar32>(second)) != 0) {
    return {Role::mark, second};
  }
  const bool beside = text.countChar32() == 2 && text.endsWith(u"a", 1);
  return beside ? Meaning{Role::letter, static_cast<char32_t>(text.char32At(0))} : Meaning{};
}

CombiningCharset::Meaning CombiningCharset::meaning(char byte) const {
  const auto value = static_cast<unsigned char>(byte);
  return value < 0x80 ? Meaning{Role::letter, value} : meanings_[value - 0x80U];
}

bool CombiningCharset::needs_yaz(std::string_view bytes) const {
  return std::any_of(bytes.begin(), bytes.end(),
                     [this](char c) { return c == escape || meaning(c).role == Role::wide; });
}

std::size_t CombiningCharset::append(std::string_view bytes, std::string& out) const {
  if (needs_yaz(bytes)) {
    return yaz_->run(bytes, out);
  }
  std::size_t lost = 0;
  Pending pending;
  for (char byte : bytes) {
    const Meaning what = meaning(byte);
    switch (what.role) {
      case Role::mark:
        pending.add(what.letter);
        break;
      case Role::letter:
        append_letter(pending.count == 0 ? what.letter : composed(what.letter, pending), out);
        flush(pending, out);
        break;
      case Role::unknown:
        append_letter(replacement, out);
        ++lost;
        break;
      case Role::silent:
      case Role::wide:
        break;
    }
  }
  flush(pending, out);
  return lost;
}

bool CombiningCharset::plausible(std::string_view bytes) const {
  if (bytes.find(escape) != std::string_view::npos) {
    return true;  // nobody writes escapes by accident
  }
  std::size_t good = 0;
  std::size_t bad = 0;
  Pending pending;
  for (char byte : bytes) {
    if (pending.count == 0 && static_cast<unsigned char>(byte) < 0x80) {
      continue;
    }
    const Meaning what = meaning(byte);
    if (what.role == Role::unknown) {
      return false;
    }
    if (what.role == Role::mark) {
      pending.add(what.letter);
    } else if (what.role == Role::letter) {
      const std::size_t marks = pending.count;
      if (marks > 0) {
        composed(what.letter, pending);
      }
      bad += pending.count;
      good += marks - pending.count + (what.letter >= 0x80 ? 1 : 0);
      pending.count = 0;
    }
  }
  return bad + pending.count <= good;
}

}  // namespace metodica
