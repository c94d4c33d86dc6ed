#include "exchange/items.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace metodica {
namespace {

constexpr std::array<std::pair<ItemColumn, std::string_view>, 9> column_names{{
    {ItemColumn::barcode, "barcode"},
    {ItemColumn::inventory_number, "inventory_number"},
    {ItemColumn::call_number, "call_number"},
    {ItemColumn::location, "location"},
    {ItemColumn::price, "price"},
    {ItemColumn::register_code, "register"},
    {ItemColumn::status, "status"},
    {ItemColumn::entry_date, "entry_date"},
    {ItemColumn::note, "note"},
}};

std::string_view name_of(ItemColumn column) {
  return std::find_if(column_names.begin(), column_names.end(),
                      [column](const auto& entry) { return entry.first == column; })
      ->second;
}

std::optional<ItemColumn> column_named(std::string_view name) {
  for (const auto& [column, known] : column_names) {
    if (known == name) {
      return column;
    }
  }
  return std::nullopt;
}

std::string MarcItem::*member_of(ItemColumn column) {
  switch (column) {
    case ItemColumn::barcode:
      return &MarcItem::barcode;
    case ItemColumn::inventory_number:
      return &MarcItem::inventory_number;
    case ItemColumn::call_number:
      return &MarcItem::call_number;
    case ItemColumn::location:
      return &MarcItem::location;
    case ItemColumn::price:
      return &MarcItem::price;
    case ItemColumn::register_code:
      return &MarcItem::register_code;
    case ItemColumn::status:
      return &MarcItem::status;
    case ItemColumn::entry_date:
      return &MarcItem::entry_date;
    case ItemColumn::note:
      break;
  }
  return &MarcItem::note;
}

bool letter_or_digit(char c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

// Takes the next word of `rest`; words are divided by spaces or commas.
std::string_view next_word(std::string_view& rest) {
  const std::size_t begin = std::min(rest.find_first_not_of(" ,\t\r\n"), rest.size());
  const std::size_t end = std::min(rest.find_first_of(" ,\t\r\n", begin), rest.size());
  const std::string_view word = rest.substr(begin, end - begin);
  rest.remove_prefix(end);
  return word;
}

Unexpected bad_mapping(std::string message, std::string_view text) {
  return invalid(std::move(message), {{"text", std::string(text)}});
}

}  // namespace

std::string& MarcItem::at(ItemColumn column) {
  return this->*member_of(column);
}

const std::string& MarcItem::at(ItemColumn column) const {
  return this->*member_of(column);
}

bool MarcItem::empty() const {
  return *this == MarcItem();
}

ItemMapping koha_items(MarcFormat format) {
  if (format == MarcFormat::unimarc) {
    return {"995",
            {{'f', ItemColumn::barcode},
             {'j', ItemColumn::inventory_number},
             {'k', ItemColumn::call_number},
             {'e', ItemColumn::location},
             {'o', ItemColumn::status},
             {'u', ItemColumn::note}}};
  }
  return {"952",
          {{'p', ItemColumn::barcode},
           {'i', ItemColumn::inventory_number},
           {'o', ItemColumn::call_number},
           {'c', ItemColumn::location},
           {'g', ItemColumn::price},
           {'7', ItemColumn::status},
           {'d', ItemColumn::entry_date},
           {'z', ItemColumn::note}}};
}

ItemMapping own_items(MarcFormat format) {
  ItemMapping mapping = koha_items(format);
  if (format == MarcFormat::unimarc) {
    mapping.subfields.push_back({'x', ItemColumn::register_code});
    mapping.subfields.push_back({'y', ItemColumn::price});
    mapping.subfields.push_back({'z', ItemColumn::entry_date});
  } else {
    mapping.subfields.push_back({'k', ItemColumn::register_code});
  }
  return mapping;
}

Result<ItemMapping> parse_item_mapping(std::string_view text) {
  std::string_view rest = text;
  const std::string_view field = next_word(rest);
  const bool named = field.size() == 4 && field[3] == ':' &&
                     std::all_of(field.begin(), field.begin() + 3, letter_or_digit) &&
                     !field.starts_with("00");
  if (!named) {
    return bad_mapping("exchange.item_mapping_form", text);
  }
  ItemMapping mapping{std::string(field.substr(0, 3)), {}};
  for (std::string_view word = next_word(rest); !word.empty(); word = next_word(rest)) {
    if (word.size() < 3 || word[1] != '=' || !letter_or_digit(word[0])) {
      return bad_mapping("exchange.item_mapping_form", word);
    }
    const std::optional<ItemColumn> column = column_named(word.substr(2));
    if (!column) {
      return bad_mapping("exchange.item_mapping_column", word.substr(2));
    }
    const bool twice = std::any_of(mapping.subfields.begin(), mapping.subfields.end(),
                                   [&](const ItemSubfield& known) {
                                     return known.code == word[0] || known.column == *column;
                                   });
    if (twice) {
      return bad_mapping("exchange.item_mapping_twice", word);
    }
    mapping.subfields.push_back({word[0], *column});
  }
  if (mapping.subfields.empty()) {
    return bad_mapping("exchange.item_mapping_form", text);
  }
  return mapping;
}

std::string item_mapping_text(const ItemMapping& mapping) {
  std::string text = mapping.field + ":";
  for (const ItemSubfield& subfield : mapping.subfields) {
    text += ' ';
    text += subfield.code;
    text += '=';
    text += name_of(subfield.column);
  }
  return text;
}

std::vector<MarcItem> read_items(const MarcView& record, const ItemMapping& mapping,
                                 RecordText& text) {
  std::vector<MarcItem> items;
  for (const MarcField& field : record) {
    if (field.tag != mapping.field) {
      continue;
    }
    MarcItem item;
    for (MarcSubfield part : field.subfields()) {
      for (const ItemSubfield& known : mapping.subfields) {
        // The first of repeated subfields counts, as in the systems that write them.
        if (known.code == part.code && item.at(known.column).empty()) {
          text.read(part.value, item.at(known.column));
        }
      }
    }
    if (!item.empty()) {
      items.push_back(std::move(item));
    }
  }
  return items;
}

void add_items(MarcRecord& record, const std::vector<MarcItem>& items, const ItemMapping& mapping) {
  for (const MarcItem& item : items) {
    MarcRecord::Field& field = record.add(mapping.field);
    for (const ItemSubfield& subfield : mapping.subfields) {
      field.add(subfield.code, item.at(subfield.column));
    }
  }
  record.finish();
}

}  // namespace metodica
