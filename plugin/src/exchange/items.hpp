/// Copies inside bibliographic records. Item fields are local to each product, so the mapping is a
/// table that the library sets, with defaults for the exports that are known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "exchange/marc_charset.hpp"
#include "exchange/marc_format.hpp"
#include "exchange/marc_record.hpp"
#include "exchange/marc_view.hpp"
#include "metodica/result.hpp"

namespace metodica {

enum class ItemColumn {
  barcode = 1,
  inventory_number,
  call_number,
  location,
  price,
  register_code,  ///< which inventory register the number belongs to
  status,
  entry_date,
  note
};

/// One copy, every column as text of the record, tidy. Its meaning (a price, a date) is checked by
/// whoever takes it over.
struct MarcItem {
  std::string barcode;
  std::string inventory_number;
  std::string call_number;
  std::string location;
  std::string price;
  std::string register_code;
  std::string status;
  std::string entry_date;
  std::string note;

  [[nodiscard]] std::string& at(ItemColumn column);
  [[nodiscard]] const std::string& at(ItemColumn column) const;
  [[nodiscard]] bool empty() const;
  bool operator==(const MarcItem&) const = default;
};

struct ItemSubfield {
  char code = 'a';
  ItemColumn column = ItemColumn::barcode;

  bool operator==(const ItemSubfield&) const = default;
};

/// Which subfields of which field hold a copy; one field is one copy.
struct ItemMapping {
  std::string field;
  std::vector<ItemSubfield> subfields;

  bool operator==(const ItemMapping&) const = default;
};

/// Koha's: 995 with UNIMARC (French recommendation 995), 952 with MARC 21.
[[nodiscard]] ItemMapping koha_items(MarcFormat format);
/// What our own export writes: Koha's mapping plus register, price and date where Koha's has none.
[[nodiscard]] ItemMapping own_items(MarcFormat format);

/// The form of the settings: "995: f=barcode j=inventory_number k=call_number". Errors,
/// METODICA_INVALID: "exchange.item_mapping_form" {text}, "exchange.item_mapping_column" {text},
/// "exchange.item_mapping_twice" {text}.
[[nodiscard]] Result<ItemMapping> parse_item_mapping(std::string_view text);
[[nodiscard]] std::string item_mapping_text(const ItemMapping& mapping);

/// The copies of a record, in its order; fields without any mapped subfield give none.
[[nodiscard]] std::vector<MarcItem> read_items(const MarcView& record, const ItemMapping& mapping,
                                               RecordText& text);
void add_items(MarcRecord& record, const std::vector<MarcItem>& items, const ItemMapping& mapping);

}  // namespace metodica
