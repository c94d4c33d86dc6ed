#include "bibliography/lcc_key.hpp"

#include <algorithm>

#include "bibliography/key_parts.hpp"
#include "bibliography/latin_letters.hpp"
#include "bibliography/notation_signs.hpp"

namespace metodica {
namespace {

constexpr char kEnd = 0x01;
constexpr char kNumber = 0x02;

// Reads a call number from the left.
class Reader {
 public:
  Reader(std::string& out, std::string_view in) : out_(out), in_(in) {}

  void call_class() {
    skip_separators();
    letters();
    out_ += kEnd;
    skip_spaces();
    append_number_key(out_, digits());
    if (next() == '.' && pos_ + 1 < in_.size() && is_digit(in_[pos_ + 1])) {
      ++pos_;
      out_ += digits();
    }
    out_ += kEnd;
  }

  void parts() {
    for (skip_separators(); pos_ < in_.size(); skip_separators()) {
      const bool word = !is_digit(in_[pos_]);
      if (word) {
        letters();
        figures();
      } else {
        number();
      }
      letters_and_digits();
      out_ += kEnd;
    }
  }

 private:
  [[nodiscard]] char next() const { return pos_ < in_.size() ? in_[pos_] : '\0'; }

  void skip_spaces() {
    while (next() == ' ') {
      ++pos_;
    }
  }

  [[nodiscard]] bool letter_here() const {
    return folded_letter(first_character(in_.substr(pos_)).code)[0] != 0;
  }

  void skip_separators() {
    while (pos_ < in_.size() && !is_digit(in_[pos_]) && !letter_here()) {
      ++pos_;
    }
  }

  bool letter() {
    if (pos_ >= in_.size() || is_digit(in_[pos_])) {
      return false;
    }
    const Utf8Character character = first_character(in_.substr(pos_));
    const auto folded = folded_letter(character.code);
    if (folded[0] == 0) {
      return false;
    }
    for (const char c : folded) {
      if (c != 0) {
        out_ += c;
      }
    }
    pos_ += character.size;
    return true;
  }

  void letters() {
    while (letter()) {
    }
  }

  std::string_view digits() {
    const std::size_t begin = pos_;
    while (is_digit(next())) {
      ++pos_;
    }
    return in_.substr(begin, pos_ - begin);
  }

  void number() {
    out_ += kNumber;
    append_number_key(out_, digits());
  }

  // Behind letters: "K240" are decimals, "K.240" and "NO. 555" a number.
  void figures() {
    if (is_digit(next())) {
      out_ += digits();
      return;
    }
    std::size_t at = pos_;
    const bool dot = next() == '.';
    at += dot ? 1 : 0;
    while (dot && at < in_.size() && in_[at] == ' ') {
      ++at;
    }
    if (dot && at < in_.size() && is_digit(in_[at])) {
      pos_ = at;
      number();
    }
  }

  void letters_and_digits() {
    while (pos_ < in_.size() && (is_digit(in_[pos_]) || letter_here())) {
      if (is_digit(in_[pos_])) {
        number();
      } else {
        letters();
      }
    }
  }

  std::string& out_;
  std::string_view in_;
  std::size_t pos_ = 0;
};

}  // namespace

void append_lcc_key(std::string& out, std::string_view call_number) {
  Reader reader(out, call_number);
  reader.call_class();
  reader.parts();
}

void append_book_parts_key(std::string& out, std::string_view parts) {
  Reader(out, parts).parts();
}

}  // namespace metodica
