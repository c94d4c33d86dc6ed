#include "exchange/marcxml_reader.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

using test::read_marcxml;
using test::SeenFile;
using test::small_record;
using testing::ElementsAre;
using testing::IsEmpty;

std::string collection(const std::string& records) {
  return std::string(marcxml_head()) + records + std::string(marcxml_tail());
}

TEST(MarcXmlReaderTest, GivesTheRecordsThatWereWritten) {
  MarcRecord record = small_record("41", "Basme & \"povești\" <vol. 1>");
  record.add("700", " 1").add('a', "Ispirescu").add('b', "Petre");
  const std::string bytes =
      collection(write_marcxml(record) + write_marcxml(small_record("42", "Doi")));
  MarcXmlReader reader(from_memory(bytes));
  MarcOutcome outcome;
  ASSERT_TRUE(reader.next(outcome));
  ASSERT_TRUE(outcome.is_record);
  EXPECT_THAT(outcome.problems, IsEmpty());
  EXPECT_EQ(outcome.offset, marcxml_head().size());
  EXPECT_EQ(outcome.record.leader().substr(5, 5), "nam0 ");
  EXPECT_EQ(outcome.record.subfield("200", 'a'), "Basme & \"povești\" <vol. 1>");
  EXPECT_EQ(outcome.record.find("700").indicator(2), '1');
  EXPECT_EQ(outcome.record.subfield("700", 'b'), "Petre");
  ASSERT_TRUE(reader.next(outcome));
  EXPECT_EQ(outcome.record.find("001").data, "42");
  EXPECT_FALSE(reader.next(outcome));
  EXPECT_EQ(reader.totals().bytes(), bytes.size());
}

TEST(MarcXmlReaderTest, ABadElementCostsOneRecord) {
  std::string bad = write_marcxml(small_record("2", "Doi"));
  bad.replace(bad.find("</subfield>"), 11, "</subfeld>");
  const std::string bytes = collection(write_marcxml(small_record("1", "Unu")) + bad +
                                       write_marcxml(small_record("3", "Trei")));
  const SeenFile file = read_marcxml(bytes);
  ASSERT_EQ(file.outcomes.size(), 3U);
  EXPECT_THAT(file.outcomes[1].problems, ElementsAre("exchange.xml_bad"));
  EXPECT_EQ(file.outcomes[1].offset, bytes.find("<record>", bytes.find("<record>") + 1));
  EXPECT_EQ(file.outcomes[2].control_number, "3");
  EXPECT_EQ(file.totals.bytes(), bytes.size());
}

TEST(MarcXmlReaderTest, ForbiddenControlCharactersAreTakenOut) {
  std::string dirty = write_marcxml(small_record("1", "Unu doi"));
  dirty[dirty.find("Unu doi") + 3] = '\x0b';
  const SeenFile file = read_marcxml(collection(dirty));
  ASSERT_EQ(file.outcomes.size(), 1U);
  EXPECT_TRUE(file.outcomes[0].is_record);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.control_characters"));
}

TEST(MarcXmlReaderTest, PrefixesAndOaiWrappersAreSeenThrough) {
  const std::string bytes =
      "<?xml version=\"1.0\"?><OAI-PMH xmlns=\"x\"><ListRecords><record><header>"
      "<identifier>oai:1</identifier></header><metadata>"
      "<marc:record xmlns:marc=\"http://www.loc.gov/MARC21/slim\">"
      "<marc:leader>00000nam a2200000   4500</marc:leader>"
      "<marc:controlfield tag=\"001\">11</marc:controlfield>"
      "<marc:datafield tag=\"245\" ind1=\"1\" ind2=\"0\"><marc:subfield code=\"a\">Titlu"
      "</marc:subfield></marc:datafield></marc:record></metadata></record>"
      "<record><header status=\"deleted\"/></record></ListRecords></OAI-PMH>";
  MarcXmlReader reader(from_memory(bytes));
  MarcOutcome outcome;
  ASSERT_TRUE(reader.next(outcome));
  ASSERT_TRUE(outcome.is_record);
  EXPECT_EQ(outcome.record.find("001").data, "11");
  EXPECT_EQ(outcome.record.subfield("245", 'a'), "Titlu");
  ASSERT_TRUE(reader.next(outcome));
  EXPECT_FALSE(outcome.is_record);
  EXPECT_EQ(outcome.problems[0].message, "exchange.xml_empty");
  EXPECT_FALSE(reader.next(outcome));
  EXPECT_EQ(reader.totals().bytes(), bytes.size());
}

TEST(MarcXmlReaderTest, UnclosedRecordDoesNotSwallowTheNext) {
  std::string open = write_marcxml(small_record("1", "Unu"));
  open.erase(open.find("</record>"));
  const std::string bytes = collection(open + write_marcxml(small_record("2", "Doi")));
  const SeenFile file = read_marcxml(bytes);
  ASSERT_EQ(file.outcomes.size(), 2U);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.cut_off"));
  EXPECT_EQ(file.outcomes[1].control_number, "2");
}

TEST(MarcXmlReaderTest, FileCutOff) {
  const std::string whole =
      collection(write_marcxml(small_record("1", "Unu")) + write_marcxml(small_record("2", "Doi")));
  const std::string bytes = whole.substr(0, whole.size() - 80);
  const SeenFile file = read_marcxml(bytes);
  ASSERT_EQ(file.outcomes.size(), 2U);
  EXPECT_TRUE(file.outcomes[0].is_record);
  EXPECT_THAT(file.outcomes[1].problems, ElementsAre("exchange.cut_off"));
  EXPECT_EQ(file.totals.bytes(), bytes.size());
}

TEST(MarcXmlReaderTest, ReadsTheDeclaredEncoding) {
  std::string xml = write_marcxml(small_record("1", "Z"));
  xml.replace(xml.find(">Z<"), 3,
              ">\xDE\x61r\xE3<");  // windows-1250: T with cedilla, a, r, a breve
  const std::string bytes =
      "<?xml version=\"1.0\" encoding=\"windows-1250\"?><collection>" + xml + "</collection>";
  MarcXmlReader reader(from_memory(bytes));
  MarcOutcome outcome;
  ASSERT_TRUE(reader.next(outcome));
  ASSERT_TRUE(outcome.is_record);
  EXPECT_EQ(outcome.record.subfield("200", 'a'), "\u0162ar\u0103");
}

TEST(MarcXmlReaderTest, SmallBlocksGiveTheSame) {
  const std::string bytes =
      collection(write_marcxml(small_record("1", "Unu")) + write_marcxml(small_record("2", "Doi")));
  for (std::size_t block : {1U, 13U, 100U}) {
    const SeenFile file = read_marcxml(bytes, block);
    ASSERT_EQ(file.outcomes.size(), 2U);
    EXPECT_EQ(file.outcomes[1].control_number, "2");
    EXPECT_EQ(file.totals.bytes(), bytes.size());
  }
}

TEST(MarcXmlReaderTest, RecordsLongerThanIso2709Allows) {
  MarcRecord serial = small_record("77", "Buletin");
  for (int copy = 0; copy < 4'000; ++copy) {
    serial.add("995").add('f', "20000000000" + std::to_string(copy));
  }
  ASSERT_FALSE(write_iso2709(serial));
  const SeenFile file = read_marcxml(collection(write_marcxml(serial)));
  ASSERT_EQ(file.outcomes.size(), 1U);
  EXPECT_TRUE(file.outcomes[0].is_record);
}

TEST(MarcXmlReaderTest, ATagThatIsNoTagIsAFault) {
  const SeenFile file = read_marcxml(
      "<collection><record><leader/><datafield tag=\"20\" ind1=\" \" ind2=\" \">"
      "<subfield code=\"a\">x</subfield></datafield></record></collection>");
  ASSERT_EQ(file.outcomes.size(), 1U);
  EXPECT_THAT(file.outcomes[0].problems, ElementsAre("exchange.xml_field_bad"));
}

}  // namespace
}  // namespace metodica
