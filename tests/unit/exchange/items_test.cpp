#include "exchange/items.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

MarcItem copy(std::string barcode, std::string number) {
  MarcItem item;
  item.barcode = std::move(barcode);
  item.inventory_number = std::move(number);
  item.call_number = "821.135.1-31/G85";
  item.location = "Sala de împrumut";
  item.price = "45,00";
  item.register_code = "RI1";
  item.status = "0";
  item.entry_date = "2024-01-05";
  item.note = "donație";
  return item;
}

TEST(ItemsTest, OurOwnExportReadsBack) {
  for (MarcFormat format : {MarcFormat::unimarc, MarcFormat::marc21}) {
    MarcRecord record = test::small_record("1", "Unu");
    const std::vector<MarcItem> items = {copy("2000001", "1234"), copy("2000002", "1235")};
    add_items(record, items, own_items(format));
    const std::string raw = *write_iso2709(record);
    const MarcView view = *MarcView::parse(raw);
    RecordText text;
    text.begin(view, format);
    EXPECT_EQ(read_items(view, own_items(format), text), items) << format_name(format);
  }
}

TEST(ItemsTest, KohaDefaults) {
  MarcRecord record = test::small_record("1", "Unu");
  record.add("952")
      .add('p', "3000")
      .add('i', "77")
      .add('o', "82/E")
      .add('g', "12.50")
      .add('d', "2020-02-03");
  record.add("952").add('9', "5");  // an item number alone is no copy that we can use
  const std::string raw = *write_iso2709(record);
  const MarcView view = *MarcView::parse(raw);
  RecordText text;
  text.begin(view, MarcFormat::marc21);
  const std::vector<MarcItem> items = read_items(view, koha_items(MarcFormat::marc21), text);
  ASSERT_EQ(items.size(), 1U);
  EXPECT_EQ(items[0].barcode, "3000");
  EXPECT_EQ(items[0].inventory_number, "77");
  EXPECT_EQ(items[0].call_number, "82/E");
  EXPECT_EQ(items[0].price, "12.50");
  EXPECT_EQ(items[0].entry_date, "2020-02-03");
  EXPECT_EQ(koha_items(MarcFormat::unimarc).field, "995");
}

TEST(ItemsTest, MappingTextGoesBothWays) {
  for (MarcFormat format : {MarcFormat::unimarc, MarcFormat::marc21}) {
    const ItemMapping mapping = own_items(format);
    const Result<ItemMapping> back = parse_item_mapping(item_mapping_text(mapping));
    ASSERT_TRUE(back);
    EXPECT_EQ(*back, mapping);
  }
  const Result<ItemMapping> loose = parse_item_mapping(" 852:  p=barcode,h=call_number ");
  ASSERT_TRUE(loose);
  EXPECT_EQ(loose->field, "852");
  ASSERT_EQ(loose->subfields.size(), 2U);
  EXPECT_EQ(loose->subfields[1].column, ItemColumn::call_number);
}

TEST(ItemsTest, MappingTextIsChecked) {
  const auto refused = [](std::string_view text) {
    const Result<ItemMapping> mapping = parse_item_mapping(text);
    return mapping ? std::string("accepted") : mapping.error().message;
  };
  EXPECT_EQ(refused(""), "exchange.item_mapping_form");
  EXPECT_EQ(refused("995"), "exchange.item_mapping_form");
  EXPECT_EQ(refused("995:"), "exchange.item_mapping_form");
  EXPECT_EQ(refused("001: a=barcode"), "exchange.item_mapping_form");
  EXPECT_EQ(refused("995: fbarcode"), "exchange.item_mapping_form");
  EXPECT_EQ(refused("995: f=shelf"), "exchange.item_mapping_column");
  EXPECT_EQ(refused("995: f=barcode f=price"), "exchange.item_mapping_twice");
  EXPECT_EQ(refused("995: f=barcode g=barcode"), "exchange.item_mapping_twice");
}

}  // namespace
}  // namespace metodica
