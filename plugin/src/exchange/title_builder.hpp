/// What the readers of both formats share while they fill a Title.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/bibliographic.hpp"

namespace metodica {

/// Takes raw subfields, gives tidy text without ISBD punctuation at the ends. Views returned are
/// valid until the next call.
class TitleBuilder {
 public:
  TitleBuilder(RecordText& text, Title& target) : title(target), text_(text) {}

  /// Text of a raw value, cut free of " / : ; , =" and spaces at both ends.
  std::string_view value(std::string_view raw);
  /// Sets `target` when it is still empty.
  void set(std::string& target, std::string_view raw);
  /// Appends to `target`, after `separator` when it is not empty.
  void join(std::string& target, std::string_view raw, std::string_view separator);
  /// Adds to `list`, unless empty or already there.
  void add(std::vector<std::string>& list, std::string_view raw);
  /// Adds language codes: three letters each, also several in one subfield ("rumeng").
  void add_languages(std::vector<std::string>& list, std::string_view raw);
  /// Adds the number of an ISBN without its qualifier.
  void add_isbn(std::string_view raw);
  /// Adds a heading with its subdivisions joined by " - ".
  void add_subject(const MarcField& field, std::string_view head_codes,
                   std::string_view subdivision_codes);
  /// Adds a person; a comma divides surname and forename when `forename_raw` is empty.
  void add_author(std::string_view name_raw, std::string_view forename_raw,
                  std::string_view role_raw, bool main);

  Title& title;

 private:
  RecordText& text_;
  std::string scratch_;
};

/// Empties every member and keeps the room of the strings.
void clear_title(Title& title);
/// Removes a full stop that ends a statement: behind a number, a bracket or a word of at least
/// `shortest_word` bytes. Shorter words are taken for abbreviations.
void strip_full_stop(std::string& text, std::size_t shortest_word = 4);
/// Number of characters (code points).
[[nodiscard]] std::size_t count_characters(std::string_view utf8);

/// Eight digits with a month and a day that exist. Not all records have such a date ("19199511").
[[nodiscard]] bool is_calendar_date(std::string_view yyyymmdd);
/// A tag of three digits as a number; 1000 for any other.
[[nodiscard]] int tag_number(std::string_view tag);

void read_unimarc(const MarcView& record, TitleBuilder& builder, RecordText& text);
void read_marc21(const MarcView& record, TitleBuilder& builder);
[[nodiscard]] MarcRecord to_unimarc(const Title& title);
[[nodiscard]] MarcRecord to_marc21(const Title& title);

}  // namespace metodica
