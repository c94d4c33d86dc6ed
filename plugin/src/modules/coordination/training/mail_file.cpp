#include "modules/coordination/training/mail_file.hpp"

#include <algorithm>

#include "json/base64.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t line_size = 76;
// A line with an encoded word has at most 76 characters, the name of the header with it (RFC 2047,
// section 2).
constexpr std::size_t word_bytes = 39;

std::string one_line(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != '\r' && c != '\n')
      out += c;
  }
  return out;
}

bool continues(char c) {
  return (static_cast<unsigned char>(c) & 0xc0U) == 0x80U;
}

// Never cut inside of a character.
std::string encoded_words(const std::string& text) {
  std::string out;
  for (std::size_t from = 0; from < text.size();) {
    std::size_t end = std::min(from + word_bytes, text.size());
    while (end < text.size() && continues(text[end]))
      --end;
    out += (out.empty() ? "" : "\r\n ");
    out += "=?UTF-8?B?" + base64_encoded(text.substr(from, end - from)) + "?=";
    from = end;
  }
  return out;
}

std::string body(const std::string& text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\r')
      continue;
    if (c == '\n')
      lines += '\r';
    lines += c;
  }
  const std::string coded = base64_encoded(lines + "\r\n");
  std::string out;
  for (std::size_t from = 0; from < coded.size(); from += line_size)
    out += coded.substr(from, line_size) + "\r\n";
  return out;
}

}  // namespace

std::string mail_file(const Mail& mail) {
  std::string out = "X-Unsent: 1\r\nMIME-Version: 1.0\r\n";
  std::string addresses;
  for (const std::string& address : mail.to)
    addresses += (addresses.empty() ? "" : ",\r\n ") + one_line(address);
  if (!addresses.empty())
    out += "Bcc: " + addresses + "\r\n";
  out += "Subject: " + encoded_words(one_line(mail.subject)) + "\r\n";
  out += "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n";
  return out + body(mail.text);
}

}  // namespace metodica::coordination
