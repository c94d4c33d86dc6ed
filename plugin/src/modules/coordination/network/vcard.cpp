#include "modules/coordination/network/vcard.hpp"

namespace metodica::coordination {
namespace {

constexpr std::size_t longest_line = 75;

// RFC 6350, 3.4: text values.
std::string escaped(std::string_view text) {
  std::string out;
  for (const char c : text) {
    if (c == '\n') {
      out += "\\n";
      continue;
    }
    if (c == '\\' || c == ',' || c == ';')
      out += '\\';
    out += c;
  }
  return out;
}

bool begins_character(char c) {
  return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
}

// RFC 6350, 3.2: a continuation begins with a space, which counts.
void add_line(std::string& card, const std::string& line) {
  std::size_t width = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    std::size_t next = at + 1;
    while (next < line.size() && !begins_character(line[next]))
      ++next;
    const bool is_start = begins_character(line[at]);
    if (is_start && width + (next - at) > longest_line) {
      card += "\r\n ";
      width = 1;
    }
    card += line[at];
    ++width;
  }
  card += "\r\n";
}

void add_property(std::string& card, std::string_view name, const std::string& value) {
  if (!value.empty())
    add_line(card, std::string(name) + ":" + value);
}

// A URI must not end the line.
std::string one_line(std::string_view text) {
  std::string out;
  for (const char c : text)
    out += c == '\n' || c == '\r' ? ' ' : c;
  return out;
}

}  // namespace

std::string vcard_of(const LibraryCard& of) {
  std::string card;
  add_property(card, "BEGIN", "VCARD");
  add_property(card, "VERSION", "4.0");
  add_property(card, "KIND", "org");
  add_property(card, "UID;VALUE=text", escaped(of.uid));
  add_property(card, "FN", escaped(of.name));
  add_property(card, "ORG", escaped(of.name));
  const bool has_place = !of.address.empty() || !of.place.empty();
  if (has_place)
    add_line(card, "ADR:;;" + escaped(of.address) + ";" + escaped(of.place) + ";;;");
  add_property(card, "TEL;VALUE=text", escaped(of.phone));
  add_property(card, "EMAIL", escaped(of.email));
  add_property(card, "URL", one_line(of.site));
  add_property(card, "NOTE", escaped(of.note));
  for (const std::string& member : of.members)
    add_property(card, "RELATED;TYPE=contact;VALUE=text", escaped(member));
  add_property(card, "END", "VCARD");
  return card;
}

}  // namespace metodica::coordination
