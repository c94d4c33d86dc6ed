/// One MARC record as the catalogue keeps it: its bytes in UTF-8, what it is found by, its copies.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "exchange/bibliographic.hpp"
#include "exchange/items.hpp"
#include "exchange/marc_charset.hpp"
#include "exchange/marc_format.hpp"
#include "exchange/marc_view.hpp"
#include "metodica/result.hpp"
#include "storage/sha256.hpp"

namespace metodica::standalone {

/// The indexed fields, besides the control number. Values are stored.
enum class KeyKind : std::uint8_t { isbn = 1, author, title, udc };

struct TitleKey {
  KeyKind kind = KeyKind::isbn;
  std::string key;

  auto operator<=>(const TitleKey&) const = default;
};

/// Keys as they are stored and searched: ISBN as 13 digits, names and titles folded, UDC without
/// spaces; at most 48 bytes.
[[nodiscard]] std::string isbn_key(std::string_view text);
[[nodiscard]] std::string udc_key(std::string_view text);

struct CatalogueRecord {
  MarcFormat format = MarcFormat::unimarc;
  std::string record;  ///< ISO 2709 in UTF-8, items fields included; see `RecordMaker::make`
  std::string control_number;  ///< field 001, "" when there is none
  std::string hash;            ///< of `record`, 16 hexadecimal digits
  std::vector<TitleKey> keys;
  std::string words;  ///< folded text for the full text index
  std::vector<MarcItem> items;

  /// What names the record in the catalogue: the control number, or "#" and the hash without one.
  [[nodiscard]] std::string control() const {
    return control_number.empty() ? "#" + hash : control_number;
  }
};

/// Makes catalogue records out of MARC records, one after the other. [one thread at a time]
class RecordMaker {
 public:
  struct Options {
    RecordText::Options text;
    std::optional<MarcFormat> format;  ///< of all records; told from each record when absent
    std::optional<ItemMapping> items;  ///< own_items() of the format when absent
  };

  explicit RecordMaker(Options options);

  /// Fills `into`, which keeps its room. `raw` is taken over as it is when it is a faultless UTF-8
  /// record of ISO 2709; anything else is written anew in UTF-8. Above 99,999 bytes only MarcView
  /// reads what is kept. Remarks: those of text_remarks(), and "standalone.no_title".
  void make(const MarcView& record, bool faultless, CatalogueRecord& into,
            std::vector<Problem>& remarks);

  /// The title of the record made last.
  [[nodiscard]] const Title& title() const { return title_; }

 private:
  void take_bytes(const MarcView& record, bool faultless, CatalogueRecord& into);
  void collect_keys(CatalogueRecord& into);
  void collect_words(CatalogueRecord& into);

  Options options_;
  RecordText text_;
  ItemMapping unimarc_items_;
  ItemMapping marc21_items_;
  MarcFormat last_format_ = MarcFormat::unimarc;
  Title title_;
  Sha256 hash_;
  std::string scratch_;
};

/// A title of ours as the record that the catalogue keeps.
[[nodiscard]] CatalogueRecord record_of(const Title& title, MarcFormat format);

/// What was made of a record that the catalogue keeps, made again: its keys, words and items.
[[nodiscard]] CatalogueRecord kept_record(const std::string& kept, MarcFormat format);

/// The title of a record that the catalogue keeps.
[[nodiscard]] Title kept_title(const std::string& kept, MarcFormat format);

/// The kept record as MARC for others: without the items fields, whose copies have lived on here.
[[nodiscard]] Result<MarcRecord> record_for_others(const std::string& kept, MarcFormat format);

}  // namespace metodica::standalone
