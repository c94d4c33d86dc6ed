#include "exchange/file_kind.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "exchange/marc_view.hpp"

namespace metodica {
namespace {

using std::string_view_literals::operator""sv;

constexpr std::size_t npos = std::string_view::npos;

bool digits(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::string_view without_blanks(std::string_view text) {
  const std::size_t first = text.find_first_not_of(" \t\r\n\0\x1a"sv);
  return first == npos ? std::string_view{} : text.substr(first);
}

// A leader has digits in length and base address, or at least the directory of a record that lost
// its numbers: tags of three digits every twelve bytes, then a field terminator.
bool looks_like_iso2709(std::string_view text) {
  if (text.size() < marc_leader_size + 1) {
    return false;
  }
  if (digits(text.substr(0, 5)) && digits(text.substr(12, 5))) {
    return true;
  }
  return text.find(marc_field_end) != npos && text.find(marc_subfield_mark) != npos;
}

FileKind xml_kind(std::string_view text) {
  for (std::string_view root : {"<html"sv, "<HTML"sv, "<!DOCTYPE html"sv, "<!doctype html"sv}) {
    if (text.find(root) != npos) {
      return FileKind::html;
    }
  }
  for (std::string_view sign : {"MARC21/slim"sv, "marcxchange"sv, "<collection"sv, ":collection"sv,
                                "<record"sv, ":record"sv, "OAI-PMH"sv}) {
    if (text.find(sign) != npos) {
      return FileKind::marcxml;
    }
  }
  return FileKind::xml;
}

bool looks_like_lines(std::string_view text) {
  if (text.starts_with("=LDR") || text.starts_with("LDR ") || text.starts_with("LEADER ")) {
    return true;
  }
  return text.size() > 6 && text[0] == '=' && digits(text.substr(1, 3)) && text[4] == ' ';
}

bool looks_like_table(std::string_view text) {
  const std::string_view line = text.substr(0, text.find_first_of("\r\n"));
  const bool printable = std::all_of(text.begin(), text.end(), [](char c) {
    return static_cast<unsigned char>(c) >= 0x20 || c == '\t' || c == '\r' || c == '\n';
  });
  return printable && line.find_first_of(";,\t") != npos;
}

}  // namespace

FileKind file_kind(std::string_view head) {
  static constexpr std::array<std::pair<std::string_view, FileKind>, 6> signatures{{
      {"\x1f\x8b"sv, FileKind::gzip},
      {"PK\x03\x04"sv, FileKind::zip},
      {"PK\x05\x06"sv, FileKind::zip},
      {"%PDF-"sv, FileKind::pdf},
      {"\xff\xfe"sv, FileKind::utf16},
      {"\xfe\xff"sv, FileKind::utf16},
  }};
  for (const auto& [signature, kind] : signatures) {
    if (head.starts_with(signature)) {
      return kind;
    }
  }
  if (head.starts_with("\xef\xbb\xbf"sv)) {
    head.remove_prefix(3);
  }
  const std::string_view text = without_blanks(head);
  if (text.empty()) {
    return FileKind::empty;
  }
  if (looks_like_lines(text)) {
    return FileKind::line_marc;
  }
  if (text[0] == '<') {
    return xml_kind(text);
  }
  if (looks_like_iso2709(text)) {
    return FileKind::iso2709;
  }
  if (text[0] == '{' || text[0] == '[') {
    return FileKind::json;
  }
  return looks_like_table(text) ? FileKind::table : FileKind::unknown;
}

Result<FileKind> require_marc(std::string_view head) {
  const FileKind kind = file_kind(head);
  switch (kind) {
    case FileKind::iso2709:
    case FileKind::marcxml:
      return kind;
    case FileKind::empty:
      return invalid("exchange.not_marc.empty");
    case FileKind::gzip:
      return invalid("exchange.not_marc.gzip");
    case FileKind::zip:
      return invalid("exchange.not_marc.zip");
    case FileKind::pdf:
      return invalid("exchange.not_marc.pdf");
    case FileKind::utf16:
      return invalid("exchange.not_marc.utf16");
    case FileKind::xml:
      return invalid("exchange.not_marc.xml");
    case FileKind::html:
      return invalid("exchange.not_marc.html");
    case FileKind::json:
      return invalid("exchange.not_marc.json");
    case FileKind::line_marc:
      return invalid("exchange.not_marc.lines");
    case FileKind::table:
      return invalid("exchange.not_marc.table");
    case FileKind::unknown:
      break;
  }
  return invalid("exchange.not_marc.unknown");
}

}  // namespace metodica
