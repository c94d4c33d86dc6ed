/// Categories of documents, as the breakdown of the movement register needs them.
#pragma once

#include <optional>
#include <string_view>

#include "exchange/marc_format.hpp"
#include "exchange/marc_view.hpp"

namespace metodica {

/// The kinds that a MARC record can tell apart (Law 334/2002 art. 39(1) has more; the library
/// refines them with its own groups).
enum class DocumentKind {
  book = 1,
  serial,
  manuscript,
  microform,
  cartographic,
  music,  ///< printed or manuscript notation
  audio,
  video,
  graphic,
  electronic,
  other
};

/// "book", "serial", "manuscript", ... as the enumerators are called.
[[nodiscard]] std::string_view kind_name(DocumentKind kind);
[[nodiscard]] std::optional<DocumentKind> kind_named(std::string_view name);

/// From leader/6-7 and the coded fields (UNIMARC 106 $a and 130; MARC 21 007/0 and 008/23).
[[nodiscard]] DocumentKind read_kind(const MarcView& record, MarcFormat format);

/// Leader positions 6 and 7 for a kind.
struct KindCodes {
  char type = 'a';
  char level = 'm';
};
[[nodiscard]] KindCodes kind_codes(DocumentKind kind, MarcFormat format);

}  // namespace metodica
