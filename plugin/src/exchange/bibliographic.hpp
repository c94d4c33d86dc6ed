/// Title: what a library needs to know of a record, the same from UNIMARC and from MARC 21.
#pragma once

#include <string>
#include <vector>

#include "exchange/document_kind.hpp"
#include "exchange/marc_charset.hpp"
#include "exchange/marc_format.hpp"
#include "exchange/marc_record.hpp"
#include "exchange/marc_view.hpp"

namespace metodica {

struct Author {
  std::string surname;   ///< the entry element, also when a person has only one name
  std::string forename;  ///< "" when there is none
  std::string role;      ///< as the record has it: "070", "aut", "trad."; "" when not said
  bool main = false;     ///< the author under whose name the title is filed

  bool operator==(const Author&) const = default;
};

struct Series {
  std::string name;
  std::string number;

  bool operator==(const Series&) const = default;
};

/// All text is UTF-8, NFC, comma-below, without the punctuation that ISBD puts between elements.
/// A member is empty when the record does not say it.
struct Title {
  std::string control_number;     ///< 001
  std::string entered;            ///< date of the record, yyyymmdd
  std::vector<std::string> isbn;  ///< as printed, without qualifiers
  std::string issn;
  std::string price;            ///< as printed: "[50000] lei", "45,00 lei"
  std::string title;            ///< title proper
  std::size_t filing_skip = 0;  ///< characters of an opening article that is not filed
  std::string subtitle;
  std::string parallel;  ///< parallel title
  std::string responsibility;
  std::string volume_number;
  std::string volume_name;
  std::string set_title;  ///< of the work in several volumes that this one belongs to
  std::string edition;
  std::string place;
  std::string publisher;
  std::string year;   ///< as printed: "1993-", "[1961]", "cop. 2004"
  std::string pages;  ///< extent
  std::string illustrations;
  std::string size;
  std::vector<Series> series;
  std::vector<std::string> languages;           ///< MARC codes of three letters: "rum", "hun"
  std::vector<std::string> original_languages;  ///< of a translation
  std::vector<Author> authors;
  std::vector<std::string> corporate;
  std::vector<std::string> udc;       ///< 675 or 080, number with its auxiliaries
  std::vector<std::string> subjects;  ///< subdivisions joined by " - "
  DocumentKind kind = DocumentKind::book;

  bool operator==(const Title&) const = default;
};

/// Reads a title from a record whose text `text` has taken up (RecordText::begin). `title` is
/// overwritten and keeps its room: the way for imports. Never fails: a poor record makes a poor
/// title. [as `text`]
void read_title(const MarcView& record, MarcFormat format, RecordText& text, Title& title);

/// The same for one record alone.
[[nodiscard]] Title read_title(const MarcView& record, MarcFormat format);

/// A record of ours, UTF-8, without control characters; reading it gives the same title again.
[[nodiscard]] MarcRecord to_marc(const Title& title, MarcFormat format);

/// First year in the text of `year` ("1993-", "[1961]", "DL 1974"); 0 when there is none.
[[nodiscard]] int first_year(std::string_view year);

/// One line as ISBD puts it:
/// "Eminescu, Mihai. Poezii : antologie / resp. – Ed. a 2-a. – București : Minerva, 1989".
[[nodiscard]] std::string isbd_line(const Title& title);

}  // namespace metodica
