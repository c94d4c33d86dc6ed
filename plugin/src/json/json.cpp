#include "json/json.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace metodica {
namespace {

const Json null_value;
const std::string no_text;
const Json::Array no_items;
const Json::Object no_members;

// For each byte: 0 = stands as it is, 'u' = \u00XX, else the letter after the backslash.
constexpr std::array<char, 256> make_escapes() {
  std::array<char, 256> table{};
  for (std::size_t i = 0; i < 0x20; ++i) {
    table[i] = 'u';
  }
  table['\b'] = 'b';
  table['\f'] = 'f';
  table['\n'] = 'n';
  table['\r'] = 'r';
  table['\t'] = 't';
  table['"'] = '"';
  table['\\'] = '\\';
  return table;
}

constexpr std::array<char, 256> escapes = make_escapes();

// Whether one of eight bytes needs an escape: below 0x20, a quote or a backslash. A bit may also be
// set above the first such byte, which only sends the block to the slow loop.
bool block_has_escape(std::uint64_t block) {
  constexpr std::uint64_t ones = 0x0101010101010101U;
  constexpr std::uint64_t high = 0x8080808080808080U;
  const std::uint64_t quotes = block ^ (ones * '"');
  const std::uint64_t slashes = block ^ (ones * '\\');
  const std::uint64_t hits = ((block - ones * 0x20) & ~block) | ((quotes - ones) & ~quotes) |
                             ((slashes - ones) & ~slashes);
  return (hits & high) != 0;
}

// The place of the next byte to escape, or the size.
std::size_t find_escape(std::string_view text, std::size_t at) {
  std::uint64_t block = 0;
  for (; text.size() - at >= sizeof block; at += sizeof block) {
    std::memcpy(&block, text.data() + at, sizeof block);
    if (block_has_escape(block)) {
      break;
    }
  }
  while (at < text.size() && escapes[static_cast<unsigned char>(text[at])] == 0) {
    ++at;
  }
  return at;
}

void append_escape(std::string& out, unsigned char byte) {
  constexpr std::string_view digits = "0123456789abcdef";
  out += '\\';
  out += escapes[byte];
  if (escapes[byte] == 'u') {
    out += "00";
    out += digits[byte >> 4];
    out += digits[byte & 0xF];
  }
}

void append_integer(std::string& out, std::int64_t value) {
  std::array<char, 24> buffer;
  const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  out.append(buffer.data(), done.ptr);
}

// The shortest digits that read back as the same number; ".0" keeps a whole number a decimal.
void append_number(std::string& out, double value) {
  if (!std::isfinite(value)) {
    out += "null";  // JSON has no word for it
    return;
  }
  std::array<char, 32> buffer;
  const auto done = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value);
  const std::string_view digits(buffer.data(), static_cast<std::size_t>(done.ptr - buffer.data()));
  out += digits;
  if (digits.find_first_of(".e") == std::string_view::npos) {
    out += ".0";
  }
}

}  // namespace

Json::~Json() = default;
Json::Json(const Json& other) = default;
Json::Json(Json&& other) noexcept = default;
Json& Json::operator=(const Json& other) = default;
Json& Json::operator=(Json&& other) noexcept = default;

bool Json::boolean(bool fallback) const {
  const bool* value = std::get_if<bool>(&value_);
  return value != nullptr ? *value : fallback;
}

std::int64_t Json::integer(std::int64_t fallback) const {
  const std::int64_t* value = std::get_if<std::int64_t>(&value_);
  return value != nullptr ? *value : fallback;
}

double Json::number(double fallback) const {
  if (const std::int64_t* whole = std::get_if<std::int64_t>(&value_)) {
    return static_cast<double>(*whole);
  }
  const double* value = std::get_if<double>(&value_);
  return value != nullptr ? *value : fallback;
}

const std::string& Json::text() const {
  const std::string* value = std::get_if<std::string>(&value_);
  return value != nullptr ? *value : no_text;
}

const Json::Array& Json::items() const {
  const Array* value = std::get_if<Array>(&value_);
  return value != nullptr ? *value : no_items;
}

const Json::Object& Json::members() const {
  const Object* value = std::get_if<Object>(&value_);
  return value != nullptr ? *value : no_members;
}

const Json& Json::operator[](std::string_view name) const {
  for (const Member& member : members()) {
    if (member.first == name) {
      return member.second;
    }
  }
  return null_value;
}

bool Json::has(std::string_view name) const {
  const Object& all = members();
  return std::any_of(all.begin(), all.end(),
                     [&](const Member& member) { return member.first == name; });
}

Json& Json::set(std::string_view name, Json value) {
  if (is_null()) {
    value_ = Object();
  }
  Object& all = std::get<Object>(value_);
  const auto found = std::find_if(all.begin(), all.end(),
                                  [&](const Member& member) { return member.first == name; });
  if (found != all.end()) {
    found->second = std::move(value);
  } else {
    all.emplace_back(std::string(name), std::move(value));
  }
  return *this;
}

Json& Json::add(Json value) {
  if (is_null()) {
    value_ = Array();
  }
  std::get<Array>(value_).push_back(std::move(value));
  return *this;
}

std::string Json::dump() const {
  std::string out;
  dump(out);
  return out;
}

void Json::dump(std::string& out) const {
  switch (value_.index()) {
    case 0:
      out += "null";
      break;
    case 1:
      out += boolean() ? "true" : "false";
      break;
    case 2:
      append_integer(out, integer());
      break;
    case 3:
      append_number(out, number());
      break;
    case 4:
      append_quoted(out, text());
      break;
    case 5: {
      char before = '[';
      for (const Json& item : items()) {
        out += before;
        item.dump(out);
        before = ',';
      }
      out += items().empty() ? "[]" : "]";
      break;
    }
    default: {
      char before = '{';
      for (const auto& [name, value] : members()) {
        out += before;
        append_quoted(out, name);
        out += ':';
        value.dump(out);
        before = ',';
      }
      out += members().empty() ? "{}" : "}";
      break;
    }
  }
}

void append_quoted(std::string& out, std::string_view text) {
  out += '"';
  for (std::size_t from = 0;;) {
    const std::size_t at = find_escape(text, from);
    out.append(text, from, at - from);
    if (at == text.size()) {
      break;
    }
    append_escape(out, static_cast<unsigned char>(text[at]));
    from = at + 1;
  }
  out += '"';
}

}  // namespace metodica
