#include "ui/linear_pattern.hpp"

#include <algorithm>
#include <stdexcept>

namespace metodica {
namespace {

using Steps = std::vector<LinearPattern::Step>;
using Kind = LinearPattern::Step::Kind;

constexpr std::size_t most_steps = 20'000;
constexpr int most_repeats = 1000;
constexpr int most_nesting = 50;

std::int32_t offset(std::size_t steps) {
  return static_cast<std::int32_t>(steps);
}

// The next code point; a stray byte stands for itself, so that any bytes are read to their end.
char32_t next_code_point(std::string_view text, std::size_t& at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char lead = byte(at);
  const std::size_t size = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  if (size == 1 || at + size > text.size()) {
    ++at;
    return lead;
  }
  char32_t c = lead & (0xFFU >> (size + 1));
  for (std::size_t i = 1; i < size; ++i) {
    c = (c << 6U) | (byte(at + i) & 0x3FU);
  }
  at += size;
  return c;
}

// Recursive descent: alternatives, sequences, repeated atoms; each rule returns a piece of program.
class Compiler {
 public:
  Compiler(std::string_view expression, std::vector<LinearPattern::Set>& sets)
      : text_(expression), sets_(sets) {
    if (text_.substr(0, 1) == "^") {
      text_.remove_prefix(1);
    }
    if (text_.size() >= 1 && text_.back() == '$' &&
        (text_.size() < 2 || text_[text_.size() - 2] != '\\')) {
      text_.remove_suffix(1);
    }
  }

  Steps whole() {
    Steps steps = alternatives();
    if (at_ != text_.size()) {
      fail("unexpected )");
    }
    return steps;
  }

 private:
  [[noreturn]] void fail(const char* why) const {
    throw std::invalid_argument("pattern " + std::string(text_) + ": " + why);
  }

  [[nodiscard]] bool at_end() const { return at_ >= text_.size(); }
  [[nodiscard]] bool next_is(char c) const { return !at_end() && text_[at_] == c; }

  char take() {
    if (at_end()) {
      fail("ends too early");
    }
    return text_[at_++];
  }

  void append(Steps& steps, const Steps& more) const {
    if (steps.size() + more.size() > most_steps) {
      fail("too large");
    }
    steps.insert(steps.end(), more.begin(), more.end());
  }

  Steps alternatives() {
    if (++depth_ > most_nesting) {
      fail("nested too deeply");
    }
    Steps steps = sequence();
    while (next_is('|')) {
      ++at_;
      const Steps other = sequence();
      Steps both{{Kind::split, 1, offset(steps.size() + 2)}};
      append(both, steps);
      both.push_back({Kind::jump, offset(other.size() + 1), 0});
      append(both, other);
      steps = std::move(both);
    }
    --depth_;
    return steps;
  }

  Steps sequence() {
    Steps steps;
    while (!at_end() && !next_is('|') && !next_is(')')) {
      append(steps, repeated());
    }
    return steps;
  }

  Steps repeated() {
    const Steps once = atom();
    if (at_end()) {
      return once;
    }
    switch (text_[at_]) {
      case '*': ++at_; return times(once, 0, -1);
      case '+': ++at_; return times(once, 1, -1);
      case '?': ++at_; return times(once, 0, 1);
      case '{': return counted(once);
      default: return once;
    }
  }

  Steps counted(const Steps& once) {
    ++at_;
    const int least = number();
    int most = least;
    if (next_is(',')) {
      ++at_;
      most = next_is('}') ? -1 : number();
    }
    if (take() != '}' || (most >= 0 && most < least)) {
      fail("wrong count");
    }
    return times(once, least, most);
  }

  int number() {
    int value = 0;
    const std::size_t start = at_;
    while (!at_end() && text_[at_] >= '0' && text_[at_] <= '9') {
      value = value * 10 + (text_[at_++] - '0');
      if (value > most_repeats) {
        fail("count too large");
      }
    }
    if (at_ == start) {
      fail("count without a number");
    }
    return value;
  }

  // most < 0: any number of times.
  Steps times(const Steps& once, int least, int most) const {
    Steps steps;
    for (int i = 0; i < least; ++i) {
      append(steps, once);
    }
    const Steps maybe{{Kind::split, 1, offset(once.size() + 1)}};
    for (int i = least; i < most; ++i) {
      append(steps, maybe);
      append(steps, once);
    }
    if (most < 0) {
      append(steps, {{Kind::split, 1, offset(once.size() + 2)}});
      append(steps, once);
      append(steps, {{Kind::jump, -offset(once.size() + 1), 0}});
    }
    return steps;
  }

  Steps atom() {
    switch (const char c = text_[at_]; c) {
      case '(': return group();
      case '[': ++at_; return one(set());
      case '.': ++at_; return one({{{U'\n', U'\n'}}, true});
      case '\\': ++at_; return one(escaped());
      case '*':
      case '+':
      case '?':
      case '{':
      case '}':
      case ']':
      case '^':
      case '$': fail("a sign that needs \\ before it");
      default: {
        const char32_t point = next_code_point(text_, at_);
        return one({{{point, point}}, false});
      }
    }
  }

  Steps group() {
    ++at_;
    if (next_is('?')) {
      ++at_;
      if (take() != ':') {
        fail("only ( ) and (?: ) are groups here");
      }
    }
    Steps steps = alternatives();
    if (at_end() || take() != ')') {
      fail("( without )");
    }
    return steps;
  }

  Steps one(LinearPattern::Set set) {
    sets_.push_back(std::move(set));
    return {{Kind::take, offset(sets_.size() - 1), 0}};
  }

  LinearPattern::Set escaped() {
    const char c = take();
    switch (c) {
      case 'd': return {{{U'0', U'9'}}, false};
      case 'D': return {{{U'0', U'9'}}, true};
      case 'w': return {{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}}, false};
      case 'W': return {{{U'0', U'9'}, {U'A', U'Z'}, {U'_', U'_'}, {U'a', U'z'}}, true};
      case 's': return {{{U'\t', U'\r'}, {U' ', U' '}, {0xA0, 0xA0}}, false};
      case 'S': return {{{U'\t', U'\r'}, {U' ', U' '}, {0xA0, 0xA0}}, true};
      case 'n': return {{{U'\n', U'\n'}}, false};
      case 't': return {{{U'\t', U'\t'}}, false};
      default: break;
    }
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) {
      fail("unknown \\ letter");
    }
    const auto point = static_cast<char32_t>(static_cast<unsigned char>(c));
    return {{{point, point}}, false};
  }

  LinearPattern::Set set() {
    LinearPattern::Set result;
    if (next_is('^')) {
      ++at_;
      result.negated = true;
    }
    while (!next_is(']')) {
      if (at_end()) {
        fail("[ without ]");
      }
      if (next_is('\\')) {
        ++at_;
        const LinearPattern::Set inner = escaped();
        if (inner.negated) {
          fail("\\D, \\W, \\S cannot stand in [ ]");
        }
        result.ranges.insert(result.ranges.end(), inner.ranges.begin(), inner.ranges.end());
        continue;
      }
      range(result);
    }
    ++at_;
    return result;
  }

  void range(LinearPattern::Set& result) {
    const char32_t first = next_code_point(text_, at_);
    char32_t last = first;
    if (next_is('-') && at_ + 1 < text_.size() && text_[at_ + 1] != ']') {
      ++at_;
      last = next_code_point(text_, at_);
      if (last == U'\\' || last < first) {
        fail("wrong range");
      }
    }
    result.ranges.emplace_back(first, last);
  }

  std::string_view text_;
  std::vector<LinearPattern::Set>& sets_;
  std::size_t at_ = 0;
  int depth_ = 0;
};

// The states that the program can be in at once; each at most once, which bounds the time.
class States {
 public:
  explicit States(const Steps& steps) : steps_(&steps), seen_(steps.size() + 1, 0) {}

  void clear() {
    ++round_;
    list_.clear();
  }

  // Follows splits and jumps; what stays are places that take a character, and the end.
  void add(std::size_t place) {
    open_.push_back(place);
    while (!open_.empty()) {
      const std::size_t at = open_.back();
      open_.pop_back();
      if (seen_[at] == round_) {
        continue;
      }
      seen_[at] = round_;
      if (at == steps_->size() || (*steps_)[at].kind == Kind::take) {
        list_.push_back(at);
        continue;
      }
      open_.push_back(at + static_cast<std::size_t>((*steps_)[at].first));
      if ((*steps_)[at].kind == Kind::split) {
        open_.push_back(at + static_cast<std::size_t>((*steps_)[at].second));
      }
    }
  }

  [[nodiscard]] const std::vector<std::size_t>& list() const { return list_; }
  [[nodiscard]] bool at_end() const { return seen_[steps_->size()] == round_; }

 private:
  const Steps* steps_;
  std::vector<std::size_t> seen_;
  std::vector<std::size_t> list_;
  std::vector<std::size_t> open_;
  std::size_t round_ = 1;
};

}  // namespace

bool LinearPattern::Set::has(char32_t c) const {
  const bool inside = std::any_of(ranges.begin(), ranges.end(), [c](const auto& range) {
    return c >= range.first && c <= range.second;
  });
  return inside != negated;
}

LinearPattern::LinearPattern(std::string_view expression) {
  steps_ = Compiler(expression, sets_).whole();
}

bool LinearPattern::matches(std::string_view utf8) const {
  States now(steps_);
  States then(steps_);
  now.clear();
  now.add(0);
  for (std::size_t at = 0; at < utf8.size() && !now.list().empty();) {
    const char32_t c = next_code_point(utf8, at);
    then.clear();
    for (const std::size_t place : now.list()) {
      if (place < steps_.size() && sets_[static_cast<std::size_t>(steps_[place].first)].has(c)) {
        then.add(place + 1);
      }
    }
    std::swap(now, then);
  }
  return now.at_end();
}

}  // namespace metodica
