#include <unicode/normalizer2.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <array>
#include <stdexcept>

#include "text/letters.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

// Latin letters up to U+024F are looked up; ICU is asked about each of them once per process.
constexpr std::size_t table_end = 0x250;

// Letters with a stroke and the like have no decomposition in Unicode; catalogues file them under
// the plain letter.
std::string_view plain_letter(UChar32 letter) {
  switch (letter) {
    case 0x0111:
    case 0x00F0:
      return "d";
    case 0x0127:
      return "h";
    case 0x0131:
      return "i";
    case 0x0142:
      return "l";
    case 0x014B:
      return "n";
    case 0x00F8:
      return "o";
    case 0x0167:
      return "t";
    case 0x00E6:
      return "ae";
    case 0x0153:
      return "oe";
    case 0x00FE:
      return "th";
    default:
      return {};
  }
}

// Appends words with a single space between them.
class Words {
 public:
  explicit Words(std::string& out) : out_(out) {}

  void letters(std::string_view bytes) {
    if (gap_ && !out_.empty()) {
      out_ += ' ';
    }
    gap_ = false;
    out_ += bytes;
  }
  void gap() { gap_ = true; }

 private:
  std::string& out_;
  bool gap_ = false;
};

const icu::Normalizer2& instance(const icu::Normalizer2* (*get)(UErrorCode&)) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::Normalizer2* found = get(status);
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error("ICU: no normalizer");
  }
  return *found;
}

icu::UnicodeString normalized(const icu::Normalizer2& form, const icu::UnicodeString& text) {
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString out = form.normalize(text, status);
  if (U_FAILURE(status) != 0) {
    throw std::runtime_error("ICU: normalize");
  }
  return out;
}

void fold_one(UChar32 letter, Words& words) {
  const std::uint32_t mask = U_GET_GC_MASK(letter);
  if ((mask & U_GC_M_MASK) != 0) {
    return;  // marks go
  }
  const std::string_view plain = plain_letter(letter);
  if (!plain.empty()) {
    words.letters(plain);
  } else if ((mask & (U_GC_L_MASK | U_GC_N_MASK)) != 0) {
    std::string bytes;
    append_letter(bytes, static_cast<char32_t>(letter));
    words.letters(bytes);
  } else if ((mask & U_GC_CF_MASK) == 0) {
    words.gap();
  }
}

// Any script: case and width folded, taken apart, marks dropped.
void fold_run(const icu::UnicodeString& run, Words& words) {
  static const icu::Normalizer2& case_fold = instance(icu::Normalizer2::getNFKCCasefoldInstance);
  static const icu::Normalizer2& decompose = instance(icu::Normalizer2::getNFKDInstance);
  const icu::UnicodeString apart = normalized(decompose, normalized(case_fold, run));
  for (std::int32_t at = 0; at < apart.length(); at = apart.moveIndex32(at, 1)) {
    fold_one(apart.char32At(at), words);
  }
}

// What a letter of the table becomes: "" nothing, " " a gap.
std::array<std::string, table_end> make_table() {
  std::array<std::string, table_end> table;
  for (std::size_t letter = 0; letter < table_end; ++letter) {
    std::string padded;
    Words words(padded);
    words.letters("x");
    fold_run(icu::UnicodeString(static_cast<UChar32>(letter)), words);
    words.letters("x");
    table[letter] = padded.substr(1, padded.size() - 2);
  }
  return table;
}

void append_folded(const std::string& from_table, Words& words) {
  for (const char c : from_table) {
    if (c == ' ') {
      words.gap();
    } else {
      words.letters({&c, 1});
    }
  }
}

}  // namespace

std::string folded(std::string_view utf8) {
  static const std::array<std::string, table_end> table = make_table();
  std::string out;
  out.reserve(utf8.size());
  Words words(out);
  icu::UnicodeString run;
  const auto end_run = [&] {
    if (!run.isEmpty()) {
      fold_run(run, words);
      run.remove();
    }
  };
  for (std::size_t at = 0; at < utf8.size();) {
    const char32_t letter = next_letter(utf8, at);
    if (letter < table_end) {
      end_run();
      append_folded(table[letter], words);
    } else if (letter != bad_letter) {
      run.append(static_cast<UChar32>(letter));
    }
  }
  end_run();
  return out;
}

}  // namespace metodica
