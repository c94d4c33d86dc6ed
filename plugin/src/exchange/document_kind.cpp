#include "exchange/document_kind.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace metodica {
namespace {

constexpr std::array<std::pair<DocumentKind, std::string_view>, 11> names{{
    {DocumentKind::book, "book"},
    {DocumentKind::serial, "serial"},
    {DocumentKind::manuscript, "manuscript"},
    {DocumentKind::microform, "microform"},
    {DocumentKind::cartographic, "cartographic"},
    {DocumentKind::music, "music"},
    {DocumentKind::audio, "audio"},
    {DocumentKind::video, "video"},
    {DocumentKind::graphic, "graphic"},
    {DocumentKind::electronic, "electronic"},
    {DocumentKind::other, "other"},
}};

char at(std::string_view text, std::size_t position) {
  return position < text.size() ? text[position] : ' ';
}

// The carrier of a text: it decides before the leader, which says what the text is.
std::optional<DocumentKind> unimarc_carrier(const MarcView& record) {
  switch (at(record.subfield("106", 'a'), 0)) {
    case 's':
      return DocumentKind::electronic;
    case 't':
      return DocumentKind::microform;
    case 'h':
      return DocumentKind::manuscript;
    default:
      break;
  }
  return record.find("130") ? std::optional(DocumentKind::microform) : std::nullopt;
}

std::optional<DocumentKind> marc21_carrier(const MarcView& record) {
  switch (at(record.find("008").data, 23)) {
    case 'a':
    case 'b':
    case 'c':
      return DocumentKind::microform;
    case 'o':
    case 'q':
    case 's':
      return DocumentKind::electronic;
    case '|':
      break;
    default:
      return std::nullopt;  // a 007 beside it describes another copy, often a scan
  }
  switch (at(record.find("007").data, 0)) {
    case 'h':
      return DocumentKind::microform;
    case 'c':
      return DocumentKind::electronic;
    default:
      return std::nullopt;
  }
}

DocumentKind text_kind(const MarcView& record, MarcFormat format) {
  const auto carrier =
      format == MarcFormat::unimarc ? unimarc_carrier(record) : marc21_carrier(record);
  if (carrier) {
    return *carrier;
  }
  const char level = record.leader(7);
  const bool serial =
      level == 's' || (format == MarcFormat::marc21 && (level == 'b' || level == 'i'));
  return serial ? DocumentKind::serial : DocumentKind::book;
}

}  // namespace

std::string_view kind_name(DocumentKind kind) {
  return std::find_if(names.begin(), names.end(),
                      [kind](const auto& entry) { return entry.first == kind; })
      ->second;
}

std::optional<DocumentKind> kind_named(std::string_view name) {
  for (const auto& [kind, known] : names) {
    if (known == name) {
      return kind;
    }
  }
  return std::nullopt;
}

DocumentKind read_kind(const MarcView& record, MarcFormat format) {
  const bool unimarc = format == MarcFormat::unimarc;
  switch (record.leader(6)) {
    case 'a':
    case ' ':
      return text_kind(record, format);
    case 'b':
      return unimarc ? DocumentKind::manuscript : DocumentKind::book;
    case 't':
      return unimarc ? DocumentKind::other : DocumentKind::manuscript;
    case 'c':
    case 'd':
      return DocumentKind::music;
    case 'e':
    case 'f':
      return DocumentKind::cartographic;
    case 'g':
      return DocumentKind::video;
    case 'i':
    case 'j':
      return DocumentKind::audio;
    case 'k':
      return DocumentKind::graphic;
    case 'l':
      return unimarc ? DocumentKind::electronic : DocumentKind::other;
    case 'm':
      return unimarc ? DocumentKind::other : DocumentKind::electronic;
    default:
      return DocumentKind::other;
  }
}

KindCodes kind_codes(DocumentKind kind, MarcFormat format) {
  const bool unimarc = format == MarcFormat::unimarc;
  switch (kind) {
    case DocumentKind::serial:
      return {'a', 's'};
    case DocumentKind::manuscript:
      return {unimarc ? 'b' : 't', 'm'};
    case DocumentKind::cartographic:
      return {'e', 'm'};
    case DocumentKind::music:
      return {'c', 'm'};
    case DocumentKind::audio:
      return {'i', 'm'};
    case DocumentKind::video:
      return {'g', 'm'};
    case DocumentKind::graphic:
      return {'k', 'm'};
    case DocumentKind::electronic:
      return {unimarc ? 'l' : 'm', 'm'};
    case DocumentKind::other:
      return {'r', 'm'};
    case DocumentKind::book:
    case DocumentKind::microform:
      break;
  }
  return {'a', 'm'};
}

}  // namespace metodica
