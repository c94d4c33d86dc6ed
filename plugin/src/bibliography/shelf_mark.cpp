#include "bibliography/shelf_mark.hpp"

#include <algorithm>
#include <iterator>
#include <vector>

#include "bibliography/format_mark.hpp"
#include "bibliography/key_parts.hpp"
#include "bibliography/latin_letters.hpp"
#include "bibliography/notation_signs.hpp"
#include "bibliography/udc_key.hpp"
#include "text/unicode.hpp"

namespace metodica {
namespace {

// First byte of a key of text: the families of marks one after the other.
constexpr char kSystematic = 0x10;
constexpr char kFormat = 0x11;
constexpr char kRunning = 0x12;

constexpr std::size_t kShortestRunningNumber = 4;
constexpr std::size_t kLongestSection = 4;
constexpr std::size_t kLettersOfWordMark = 3;
constexpr std::size_t kUsualTokens = 8;
constexpr char kUnlistedSection = '\x7F';

constexpr std::string_view kVolumeLabels[] = {"v.", "vol.", "t.", "V.", "Vol.", "T."};
constexpr std::string_view kCopyLabels[] = {"ex.", "c.", "Ex."};

bool is_label(std::string_view token) {
  const auto among = [&](const auto& labels) {
    return std::find(std::begin(labels), std::end(labels), token) != std::end(labels);
  };
  return among(kVolumeLabels) || among(kCopyLabels);
}

bool letter_at(std::string_view text, std::size_t at) {
  return at < text.size() && folded_letter(first_character(text.substr(at)).code)[0] != 0;
}

using Tokens = std::vector<std::string_view>;

// Words between spaces; a slash before a letter divides too, but not inside brackets, and "v. 2" is
// one word.
Tokens tokens_of(std::string_view text) {
  Tokens tokens;
  tokens.reserve(kUsualTokens);
  bool open = false;
  int brackets = 0;
  std::size_t begin = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    brackets += text[i] == '(' ? 1 : (text[i] == ')' ? -1 : 0);
    const bool slash = text[i] == '/' && i > 0 && brackets <= 0 && letter_at(text, i + 1);
    if (text[i] == ' ' || slash) {
      open = open && !slash && is_label(tokens.back());
      continue;
    }
    if (!open) {
      tokens.emplace_back();
      open = true;
      begin = i;
    }
    tokens.back() = text.substr(begin, i - begin + 1);
  }
  return tokens;
}

// Takes the last token when it begins with one of the labels.
template <std::size_t size>
std::string_view take_labelled(Tokens& tokens, const std::string_view (&labels)[size]) {
  for (const std::string_view label : labels) {
    if (tokens.size() > 1 && tokens.back().size() > label.size() &&
        tokens.back().starts_with(label)) {
      std::string_view value = tokens.back().substr(label.size());
      value.remove_prefix(std::min(value.find_first_not_of(' '), value.size()));
      tokens.pop_back();
      return value;
    }
  }
  return {};
}

// Where the figures of "R292p" begin and end; begin 0 when this is no such mark.
struct Figures {
  std::size_t begin = 0;
  std::size_t end = 0;
};

Figures figures_of(std::string_view token) {
  std::size_t begin = 0;
  while (letter_at(token, begin)) {
    begin += first_character(token.substr(begin)).size;
  }
  std::size_t end = begin;
  while (end < token.size() && is_digit(token[end])) {
    ++end;
  }
  const bool letters_after =
      std::all_of(token.begin() + static_cast<std::ptrdiff_t>(end), token.end(), is_latin);
  const bool mark = begin > 0 && begin <= 2 && end > begin && letters_after;
  return mark ? Figures{begin, end} : Figures{};
}

bool is_word_mark(std::string_view token) {
  return length(token) == kLettersOfWordMark &&
         std::none_of(token.begin(), token.end(), is_digit) && letter_at(token, 0) &&
         token.find_first_of(".,()=:'\"") == std::string_view::npos;
}

// The parts of a mark as they stand in its text.
struct MarkParts {
  Tokens udc;
  std::string_view section, author_mark, author_figures, work_mark, volume, copy;
};

void take_author_mark(Tokens& tokens, MarkParts& mark) {
  if (tokens.size() < 2) {
    return;
  }
  const std::string_view last = tokens.back();
  if (const Figures figures = figures_of(last); figures.begin > 0) {
    mark.author_mark = last.substr(0, figures.end);
    mark.work_mark = last.substr(figures.end);
    tokens.pop_back();
  } else if (is_word_mark(last)) {
    mark.author_mark = last;
    tokens.pop_back();
  } else if (tokens.size() > 2 && all_digits(last) && tokens[tokens.size() - 2].size() == 1 &&
             is_latin(tokens[tokens.size() - 2].front())) {
    mark.author_mark = tokens[tokens.size() - 2];  // "A 25"
    mark.author_figures = last;
    tokens.resize(tokens.size() - 2);
  }
}

void take_section(Tokens& tokens, MarkParts& mark) {
  if (tokens.size() < 2 || tokens[0].size() > kLongestSection ||
      !std::all_of(tokens[0].begin(), tokens[0].end(), is_latin)) {
    return;
  }
  if (is_digit(tokens[1].front()) ||
      std::string_view("(=[\"").find(tokens[1].front()) != std::string_view::npos) {
    mark.section = tokens[0];
    tokens.erase(tokens.begin());
  }
}

MarkParts parts_of(std::string_view text) {
  MarkParts mark;
  mark.udc = tokens_of(text);
  mark.copy = take_labelled(mark.udc, kCopyLabels);
  mark.volume = take_labelled(mark.udc, kVolumeLabels);
  take_section(mark.udc, mark);
  take_author_mark(mark.udc, mark);
  return mark;
}

void append_part(std::string& text, std::string_view label, std::string_view value) {
  if (value.empty()) {
    return;
  }
  if (!text.empty()) {
    text += ' ';
  }
  text += label;
  text += value;
}

void append_section_key(std::string& key, std::string_view section,
                        std::span<const std::string> sections) {
  if (section.empty()) {
    append_number_key(key, {});
    return;
  }
  const auto found = std::find(sections.begin(), sections.end(), section);
  if (found != sections.end()) {
    append_number_key(key, std::to_string(found - sections.begin() + 1));
    return;
  }
  key += kUnlistedSection;
  append_word_key(key, section);
}

std::string joined(const Tokens& tokens) {
  std::string text;
  for (const std::string_view token : tokens) {
    append_part(text, {}, token);
  }
  return text;
}

void append_parts_key(std::string& key, const MarkParts& mark,
                      std::span<const std::string> sections) {
  key += kSystematic;
  append_section_key(key, mark.section, sections);
  if (mark.udc.size() == 1) {
    append_udc_key(key, mark.udc.front());
  } else {
    append_udc_key(key, joined(mark.udc));
  }
  append_words_key(key, mark.author_mark, mark.author_figures);
  append_word_key(key, mark.work_mark);
  append_numbered_key(key, mark.volume);
  append_numbered_key(key, mark.copy);
}

}  // namespace

std::string CallNumber::text() const {
  std::string out;
  append_part(out, {}, section);
  append_part(out, {}, udc);
  append_part(out, {}, author_mark + work_mark);
  append_part(out, "v.", volume);
  append_part(out, "ex.", copy);
  return out;
}

CallNumber parse_call_number(std::string_view text) {
  const MarkParts parts = parts_of(text);
  CallNumber mark;
  mark.section = parts.section;
  mark.udc = joined(parts.udc);
  mark.author_mark = parts.author_mark;
  append_part(mark.author_mark, {}, parts.author_figures);
  mark.work_mark = parts.work_mark;
  mark.volume = parts.volume;
  mark.copy = parts.copy;
  return mark;
}

std::string shelf_mark_key(const CallNumber& mark, std::span<const std::string> sections) {
  std::string key;
  append_parts_key(
      key, {{mark.udc}, mark.section, mark.author_mark, {}, mark.work_mark, mark.volume, mark.copy},
      sections);
  return key;
}

void append_shelf_mark_key(std::string& out, std::string_view text,
                           std::span<const std::string> sections) {
  text.remove_prefix(std::min(text.find_first_not_of(' '), text.size()));
  text = text.substr(0, text.find_last_not_of(' ') + 1);
  if (all_digits(text) && text.size() >= kShortestRunningNumber) {
    out += kRunning;
    append_number_key(out, text);
    return;
  }
  if (letter_at(text, 0)) {
    if (const Result<FormatMark> format = FormatMark::parse(text)) {
      out += kFormat;
      out += format_mark_key(*format);
      return;
    }
  }
  append_parts_key(out, parts_of(text), sections);
}

std::string shelf_mark_key(std::string_view text, std::span<const std::string> sections) {
  std::string key;
  append_shelf_mark_key(key, text, sections);
  return key;
}

}  // namespace metodica
