#include "text/pattern.hpp"

#include <unicode/fmtable.h>
#include <unicode/locid.h>
#include <unicode/msgfmt.h>
#include <unicode/strenum.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <cstddef>
#include <cstdint>

#include "text/numbers.hpp"

namespace metodica {
namespace {

icu::UnicodeString from_utf8(std::string_view text) {
  return icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
}

std::string to_utf8(const icu::UnicodeString& text) {
  std::string out;
  return text.toUTF8String(out);
}

const MessageArgument* find(const std::vector<MessageArgument>& arguments, std::string_view name) {
  const auto found = std::find_if(arguments.begin(), arguments.end(),
                                  [&](const MessageArgument& one) { return one.name == name; });
  return found != arguments.end() ? &*found : nullptr;
}

icu::Formattable formattable(const MessageArgument& argument) {
  if (const auto* number = std::get_if<std::int64_t>(&argument.value)) {
    return {*number};
  }
  return {from_utf8(std::get<std::string>(argument.value))};
}

}  // namespace

struct Pattern::Compiled {
  std::unique_ptr<icu::MessageFormat> format;  // null when the pattern is broken
  std::vector<std::string> names;

  Compiled(std::string_view text, const std::string& lang) {
    UErrorCode status = U_ZERO_ERROR;
    format =
        std::make_unique<icu::MessageFormat>(from_utf8(text), icu::Locale(lang.c_str()), status);
    read_names(status);
    if (U_FAILURE(status) != 0) {
      format.reset();
      names.clear();
    }
  }

  void read_names(UErrorCode& status) {
    if (U_FAILURE(status) != 0) {
      return;
    }
    const std::unique_ptr<icu::StringEnumeration> found(format->getFormatNames(status));
    if (U_FAILURE(status) != 0) {
      return;
    }
    while (const icu::UnicodeString* name = found->snext(status)) {
      names.push_back(to_utf8(*name));
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
  }
};

Pattern::Pattern(std::string text, std::string_view lang)
    : text_(std::move(text)), lang_(lang), is_simple_(cut()) {}
Pattern::~Pattern() = default;

// Cuts the pattern into texts and names. False when it holds more than "{name}" and apostrophes
// that stand for themselves ("''", or "'" before a letter).
bool Pattern::cut() {
  std::string plain;
  for (std::size_t at = 0; at < text_.size(); ++at) {
    const char c = text_[at];
    const char after = at + 1 < text_.size() ? text_[at + 1] : '\0';
    if (c == '}' || (c == '\'' && (after == '{' || after == '}'))) {
      return false;
    }
    if (c != '{') {
      plain += c;
      at += c == '\'' && after == '\'' ? 1 : 0;
      continue;
    }
    const std::size_t end =
        text_.find_first_not_of("abcdefghijklmnopqrstuvwxyz_0123456789", at + 1);
    if (end == std::string::npos || end == at + 1 || text_[end] != '}') {
      return false;
    }
    pieces_.push_back({false, std::move(plain)});
    pieces_.push_back({true, text_.substr(at + 1, end - at - 1)});
    plain.clear();
    at = end;
  }
  pieces_.push_back({false, std::move(plain)});
  return true;
}

std::string Pattern::join(const std::vector<MessageArgument>& arguments) const {
  std::string out;
  for (const Piece& piece : pieces_) {
    if (!piece.is_name) {
      out += piece.text;
      continue;
    }
    const MessageArgument* argument = find(arguments, piece.text);
    if (argument == nullptr) {
      return text_;
    }
    if (const auto* number = std::get_if<std::int64_t>(&argument->value)) {
      out += shown_integer(*number, lang_);
    } else {
      out += std::get<std::string>(argument->value);
    }
  }
  return out;
}

const Pattern::Compiled& Pattern::compiled() const {
  if (!compiled_) {
    compiled_ = std::make_unique<Compiled>(text_, lang_);
  }
  return *compiled_;
}

std::string Pattern::format(const std::vector<MessageArgument>& arguments) const {
  if (is_simple_) {
    return join(arguments);
  }
  // ICU's format makes its number formats and plural rules as it goes: one thread at a time.
  const std::lock_guard<std::mutex> lock(mutex_);
  const Compiled& icu_format = compiled();
  if (!icu_format.format) {
    return text_;
  }
  std::vector<icu::UnicodeString> names;
  std::vector<icu::Formattable> values;
  for (const std::string& name : icu_format.names) {
    const MessageArgument* argument = find(arguments, name);
    if (argument == nullptr) {
      return text_;
    }
    names.push_back(from_utf8(name));
    values.push_back(formattable(*argument));
  }
  UErrorCode status = U_ZERO_ERROR;
  icu::UnicodeString sentence;
  icu_format.format->format(names.data(), values.data(), static_cast<std::int32_t>(names.size()),
                            sentence, status);
  return U_FAILURE(status) != 0 ? text_ : to_utf8(sentence);
}

bool Pattern::is_sound() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return compiled().format != nullptr;
}

std::vector<std::string> Pattern::names() const {
  const std::lock_guard<std::mutex> lock(mutex_);
  return compiled().names;
}

}  // namespace metodica
