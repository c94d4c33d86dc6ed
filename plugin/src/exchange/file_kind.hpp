/// What a file is, told from its first bytes.
#pragma once

#include <string_view>

#include "metodica/result.hpp"

namespace metodica {

enum class FileKind {
  empty = 1,
  iso2709,
  marcxml,
  gzip,
  zip,  ///< also XLSX, ODS and DOCX
  pdf,
  utf16,
  xml,  ///< XML without MARC records
  html,
  json,
  line_marc,  ///< MARC as lines of text ("LDR 00919nam", "=245  10$a")
  table,      ///< lines with separators: CSV
  unknown
};

/// Looks at the beginning of a file; 4 KiB are enough.
[[nodiscard]] FileKind file_kind(std::string_view head);

/// The kind, when it is ISO 2709 or MARCXML; otherwise a problem that names what the file is:
/// METODICA_INVALID "exchange.not_marc.<kind>" ("exchange.not_marc.gzip", ...). Each has a hint.
[[nodiscard]] Result<FileKind> require_marc(std::string_view head);

}  // namespace metodica
