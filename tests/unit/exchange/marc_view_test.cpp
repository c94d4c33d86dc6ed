#include "exchange/marc_view.hpp"

#include <gtest/gtest.h>

#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

using test::small_raw;

TEST(MarcViewTest, FindsFieldsAndSubfields) {
  MarcRecord record = test::small_record("17", "Moara cu noroc");
  record.fields[2].add('e', "nuvelă").add('f', "Ioan Slavici");
  const std::string raw = *write_iso2709(record);
  const Result<MarcView> view = MarcView::parse(raw);
  ASSERT_TRUE(view);
  EXPECT_EQ(view->field_count(), 4U);
  EXPECT_EQ(view->find("001").data, "17");
  EXPECT_TRUE(view->find("001").is_control());
  EXPECT_EQ(view->subfield("200", 'a'), "Moara cu noroc");
  EXPECT_EQ(view->subfield("200", 'e'), "nuvelă");
  EXPECT_EQ(view->subfield("200", 'z'), "");
  EXPECT_EQ(view->find("200").indicator(1), '1');
  EXPECT_EQ(view->find("200").indicator(2), ' ');
  EXPECT_FALSE(view->find("999"));
  EXPECT_EQ(view->declared_length(), static_cast<std::int64_t>(raw.size()));
  EXPECT_EQ(view->used_bytes(), raw.size() - 1);
  EXPECT_FALSE(view->lengths_wrong());
}

TEST(MarcViewTest, WalksSubfieldsInOrder) {
  const MarcField field{"200",
                        "1 \x1f"
                        "aUnu\x1f"
                        "aDoi\x1f\x1f"
                        "fTrei\x1f"};
  std::string walked;
  for (MarcSubfield part : field.subfields()) {
    walked += part.code;
    walked += std::string(part.value) + "|";
  }
  EXPECT_EQ(walked, "aUnu|aDoi| |fTrei|");
}

TEST(MarcViewTest, FieldWithoutIndicatorsHasSpaces) {
  const MarcField field{"200",
                        "\x1f"
                        "aTitlu"};
  EXPECT_EQ(field.indicator(1), ' ');
  EXPECT_EQ(field.indicator(2), ' ');
  EXPECT_EQ(field.subfield('a'), "Titlu");
}

TEST(MarcViewTest, FollowsTerminatorsWhenLengthsLie) {
  std::string raw = small_raw("5", "Ciocoii vechi și noi");
  // An editor that re-encoded the file left every length as it was.
  raw.insert(raw.find("Ciocoii"), "XXX");
  const Result<MarcView> view = MarcView::parse(raw);
  ASSERT_TRUE(view);
  EXPECT_TRUE(view->lengths_wrong());
  EXPECT_EQ(view->find("001").data, "5");
  EXPECT_EQ(view->subfield("200", 'a'), "XXXCiocoii vechi și noi");
  EXPECT_EQ(view->subfield("675", 'a'), "821.135.1-31");
}

TEST(MarcViewTest, RefusesWhatCannotBeMatched) {
  std::string raw = small_raw("5", "Ciocoii vechi");
  raw.insert(raw.find("Ciocoii"), "\x1e");  // one terminator too many, and lengths wrong too
  const Result<MarcView> view = MarcView::parse(raw);
  ASSERT_FALSE(view);
  EXPECT_EQ(view.error().message, "exchange.directory_bad");

  const Result<MarcView> tiny = MarcView::parse("00012\x1d");
  ASSERT_FALSE(tiny);
  EXPECT_EQ(tiny.error().message, "exchange.record_too_short");

  std::string bad_tag = small_raw("5", "Ciocoii vechi");
  bad_tag[marc_leader_size] = '\x07';
  EXPECT_FALSE(MarcView::parse(bad_tag));
}

TEST(MarcViewTest, EmptyViewFindsNothing) {
  const MarcView view;
  EXPECT_FALSE(view.find("200"));
  EXPECT_EQ(view.subfield("200", 'a'), "");
  EXPECT_EQ(view.leader(6), ' ');
}

}  // namespace
}  // namespace metodica
