/// MarcRecord: a record being built, and its writers.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/marc_view.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// Owns its text: one string a field, already in the form of ISO 2709 (indicators, then subfields
/// with their delimiters). All text is UTF-8.
class MarcRecord {
 public:
  class Field {
   public:
    /// `indicators` has two characters; "" for a control field.
    Field(std::string_view tag, std::string_view indicators);
    /// Appends a subfield; nothing when `value` is empty. Control characters are left out, so no
    /// value can break the structure.
    Field& add(char code, std::string_view value);
    /// Sets the content of a control field.
    Field& set(std::string_view value);

    [[nodiscard]] MarcField view() const { return {tag_, data_}; }
    [[nodiscard]] const std::string& data() const { return data_; }
    [[nodiscard]] bool has_content() const;

   private:
    std::string tag_;
    std::string data_;
  };

  /// Leader without lengths, 24 characters; the writers fill in the numbers.
  std::string leader = "     nam  22        450 ";
  std::vector<Field> fields;

  /// The new field; valid until the next call.
  Field& add(std::string_view tag, std::string_view indicators = "  ");
  void add_control(std::string_view tag, std::string_view value);
  /// Removes the fields that got no subfield, and sorts by tag (stable).
  void finish();
};

/// An owning copy of what a view shows; the text is taken as it is.
[[nodiscard]] MarcRecord copy_record(const MarcView& view);

/// The record with terminators, UTF-8. Errors, METODICA_INVALID: "exchange.too_long_to_write"
/// {bytes} above 99,999 bytes, "exchange.field_too_long" {tag, bytes} above 9,999 bytes a field:
/// such a record can only be written as MARCXML.
[[nodiscard]] Result<std::string> write_iso2709(const MarcRecord& record);

/// One <record> element of MARCXML (namespace http://www.loc.gov/MARC21/slim, inherited from the
/// collection), with a line feed at the end.
[[nodiscard]] std::string write_marcxml(const MarcRecord& record);
[[nodiscard]] std::string_view marcxml_head();  ///< declaration and <collection>
[[nodiscard]] std::string_view marcxml_tail();  ///< </collection>

/// Bytes that MarcView reads whatever their number, for records that came from MARCXML. Not for
/// files: the directory says only the tags. `out` is overwritten and keeps its room.
void pack_record(const MarcRecord& record, std::string& out);

}  // namespace metodica
