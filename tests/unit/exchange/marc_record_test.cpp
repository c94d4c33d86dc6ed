#include "exchange/marc_record.hpp"

#include <gtest/gtest.h>

#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

TEST(MarcRecordTest, WritesWhatIso2709Says) {
  MarcRecord record;
  record.leader = "     nam  22        450 ";
  record.add_control("001", "A1");
  record.add("200", "1 ").add('a', "Ță");
  const Result<std::string> raw = write_iso2709(record);
  ASSERT_TRUE(raw);
  EXPECT_EQ(*raw,
            "00062nam  2200049   450 "
            "001000300000"
            "200000900003\x1e"
            "A1\x1e"
            "1 \x1f"
            "aȚă\x1e\x1d");
}

TEST(MarcRecordTest, ValuesCannotBreakTheStructure) {
  MarcRecord record;
  record.add("200", "1 ")
      .add('a',
           "unu\x1e\x1d\x1f"
           "doi\n");
  const std::string raw = *write_iso2709(record);
  const Result<MarcView> view = MarcView::parse(raw);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->field_count(), 1U);
  EXPECT_EQ(view->subfield("200", 'a'), "unudoi");
}

TEST(MarcRecordTest, RefusesTooLongRecordsAndFields) {
  MarcRecord wide;
  wide.add("330").add('a', std::string(10'000, 'x'));
  const Result<std::string> field = write_iso2709(wide);
  ASSERT_FALSE(field);
  EXPECT_EQ(field.error().message, "exchange.field_too_long");

  // Ten fields whose sizes make the record end exactly at the limit, then one byte above it.
  const std::size_t frame = marc_leader_size + 11 * 12 + 2;
  const auto record_of = [](std::size_t data) {
    MarcRecord record;
    for (; data > 9'999; data -= 9'000) {
      record.add("330").add('a', std::string(9'000 - 5, 'x'));
    }
    record.add("330").add('a', std::string(data - 5, 'x'));
    return record;
  };
  const Result<std::string> fits = write_iso2709(record_of(marc_longest_record - frame));
  ASSERT_TRUE(fits);
  EXPECT_EQ(fits->size(), marc_longest_record);
  const Result<std::string> over = write_iso2709(record_of(marc_longest_record - frame + 1));
  ASSERT_FALSE(over);
  EXPECT_EQ(over.error().message, "exchange.too_long_to_write");
}

TEST(MarcRecordTest, CopiesAView) {
  const std::string raw = test::small_raw("8", "Opt");
  const MarcRecord copy = copy_record(*MarcView::parse(raw));
  EXPECT_EQ(*write_iso2709(copy), raw);
}

TEST(MarcRecordTest, FinishDropsEmptyFieldsAndSorts) {
  MarcRecord record;
  record.add("700", " 1").add('a', "Z");
  record.add("205").add('a', "");
  record.add_control("001", "1");
  record.finish();
  ASSERT_EQ(record.fields.size(), 2U);
  EXPECT_EQ(record.fields[0].view().tag, "001");
}

}  // namespace
}  // namespace metodica
