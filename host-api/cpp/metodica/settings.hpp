/// The settings of an adapter: the JSON object of texts that `create` receives, as a map.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

using Settings = std::map<std::string, std::string, std::less<>>;

/// Reads {"staff_url":"https://..","secret_file":".."}: one object whose values are texts. An empty
/// text is an empty object. Errors: METODICA_INVALID "loader.settings" when it is anything else.
Result<Settings> read_settings(std::string_view json);

/// Errors: METODICA_INVALID "loader.unknown_setting" with {name} when a key is not in `known`.
template <class Names>
Result<void> check_settings(const Settings& settings, const Names& known) {
  for (const auto& [name, value] : settings) {
    bool found = false;
    for (const std::string_view allowed : known) {
      found = found || allowed == name;
    }
    if (!found) {
      return invalid("loader.unknown_setting", {{"name", name}}, name);
    }
  }
  return {};
}

namespace detail {

/// A reader of the one shape above; every step returns false when the text is something else.
class SettingsReader {
 public:
  explicit SettingsReader(std::string_view text) : text_(text) {}

  bool read(Settings& into) {
    skip_space();
    if (at_end()) {
      return true;
    }
    if (!take('{')) {
      return false;
    }
    if (!take('}')) {
      do {
        std::string name;
        std::string value;
        if (!read_text(name) || !take(':') || !read_text(value)) {
          return false;
        }
        into[name] = value;
      } while (take(','));
      if (!take('}')) {
        return false;
      }
    }
    return at_end();
  }

 private:
  [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

  void skip_space() {
    while (!at_end() && std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
      ++at_;
    }
  }

  bool take(char expected) {
    skip_space();
    if (at_end() || text_[at_] != expected) {
      return false;
    }
    ++at_;
    skip_space();
    return true;
  }

  bool read_text(std::string& into) {
    skip_space();
    if (at_end() || text_[at_] != '"') {
      return false;
    }
    for (++at_; !at_end() && text_[at_] != '"'; ++at_) {
      if (static_cast<unsigned char>(text_[at_]) < 0x20) {
        return false;
      }
      if (text_[at_] != '\\') {
        into += text_[at_];
      } else if (++at_; at_end() || !read_escape(into)) {
        return false;
      }
    }
    if (at_end()) {
      return false;
    }
    ++at_;
    return true;
  }

  /// At the character behind the backslash; stays on the last character of the escape.
  bool read_escape(std::string& into) {
    constexpr std::string_view names = "\"\\/bfnrt";
    constexpr std::string_view values = "\"\\/\b\f\n\r\t";
    if (text_[at_] == 'u') {
      return read_code_point(into);
    }
    const std::size_t which = names.find(text_[at_]);
    if (which == std::string_view::npos) {
      return false;
    }
    into += values[which];
    return true;
  }

  bool read_hex(std::uint32_t& unit) {
    unit = 0;
    for (int digit = 0; digit < 4; ++digit) {
      ++at_;
      constexpr std::string_view digits = "0123456789abcdef";
      const std::size_t value =
          at_end()
              ? std::string_view::npos
              : digits.find(static_cast<char>(
                    text_[at_] >= 'A' && text_[at_] <= 'F' ? text_[at_] - 'A' + 'a' : text_[at_]));
      if (value == std::string_view::npos) {
        return false;
      }
      unit = unit * 16 + static_cast<std::uint32_t>(value);
    }
    return true;
  }

  bool read_code_point(std::string& into) {
    std::uint32_t code = 0;
    if (!read_hex(code) || (code >= 0xdc00 && code < 0xe000)) {
      return false;
    }
    if (code >= 0xd800 && code < 0xdc00) {
      std::uint32_t low = 0;
      if (text_.substr(at_ + 1, 2) != "\\u" || (at_ += 2, !read_hex(low)) || low < 0xdc00 ||
          low > 0xdfff) {
        return false;
      }
      code = 0x10000 + ((code - 0xd800) << 10U) + (low - 0xdc00);
    }
    append_utf8(into, code);
    return true;
  }

  static void append_utf8(std::string& into, std::uint32_t code) {
    const auto tail = [&](unsigned shift) {
      into += static_cast<char>(0x80U | ((code >> shift) & 0x3fU));
    };
    if (code < 0x80) {
      into += static_cast<char>(code);
    } else if (code < 0x800) {
      into += static_cast<char>(0xc0U | (code >> 6U));
      tail(0);
    } else if (code < 0x10000) {
      into += static_cast<char>(0xe0U | (code >> 12U));
      tail(6);
      tail(0);
    } else {
      into += static_cast<char>(0xf0U | (code >> 18U));
      tail(12);
      tail(6);
      tail(0);
    }
  }

  std::string_view text_;
  std::size_t at_ = 0;
};

}  // namespace detail

inline Result<Settings> read_settings(std::string_view json) {
  Settings settings;
  if (!detail::SettingsReader(json).read(settings)) {
    return invalid("loader.settings");
  }
  return settings;
}

}  // namespace metodica
