#include "exchange/quick_tidy.hpp"

#include <algorithm>

#include "text/unicode.hpp"

namespace metodica {
namespace {

// Characters below U+0300 are NFC by themselves; so are the dashes and quotes that titles have.
// Returns the bytes used from `text` after appending them tidied; 0 when it needs the slow lane.
std::size_t take_sequence(std::string_view text, std::string& out) {
  const auto lead = static_cast<unsigned char>(text[0]);
  const auto second = static_cast<unsigned char>(text.size() > 1 ? text[1] : '\0');
  if (lead == 0xC2) {
    if (second == 0xA0) {
      out += ' ';
    } else if (second > 0xA0) {
      out.append(text, 0, 2);
    }
    return 2;
  }
  if (lead == 0xC5 && (second == 0x9E || second == 0x9F || second == 0xA2 || second == 0xA3)) {
    // S, s, T, t with cedilla become those with comma below.
    const unsigned char comma = static_cast<unsigned char>(second < 0xA0 ? second - 6 : second - 8);
    out += '\xC8';
    out += static_cast<char>(comma);
    return 2;
  }
  if (lead >= 0xC3 && lead <= 0xCB) {
    out.append(text, 0, 2);
    return 2;
  }
  if (lead == 0xE2 && second == 0x80 && text.size() > 2) {
    const auto third = static_cast<unsigned char>(text[2]);
    if ((third >= 0x90 && third <= 0xA7) || (third >= 0xB0 && third <= 0xBE)) {
      out.append(text, 0, 3);
      return 3;
    }
  }
  if (text.starts_with("\xEF\xBF\xBD")) {  // where a byte had no meaning: to be seen by people
    out.append(text, 0, 3);
    return 3;
  }
  return 0;
}

bool fast_lane(std::string_view utf8, std::string& out) {
  for (std::size_t at = 0; at < utf8.size();) {
    const auto byte = static_cast<unsigned char>(utf8[at]);
    if (byte < 0x80) {
      if (byte >= 0x20 && byte != 0x7F) {
        out += utf8[at];
      } else if (byte == '\n' || byte == '\t') {
        out += ' ';
      }
      ++at;
      continue;
    }
    const std::size_t used = take_sequence(utf8.substr(at), out);
    if (used == 0) {
      return false;
    }
    at += used;
  }
  return true;
}

void trim(std::string& text) {
  text.erase(text.find_last_not_of(' ') + 1);
  text.erase(0, std::min(text.find_first_not_of(' '), text.size()));
}

}  // namespace

void quick_tidy(std::string_view utf8, std::string& out) {
  out.clear();
  if (!fast_lane(utf8, out)) {
    out = tidy(utf8);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  }
  trim(out);
}

}  // namespace metodica
