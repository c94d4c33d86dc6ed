#include "exchange/marc_charset.hpp"

#include <gtest/gtest.h>

#include "support/needed.hpp"
#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

// A UNIMARC record that declares `set` in 100 $a 26-29 and holds `title` as raw bytes.
std::string unimarc_raw(std::string_view set, std::string_view title) {
  MarcRecord record;
  record.add_control("001", "1");
  record.add("100").add('a', "20240105d2003    m  y0rumy" + std::string(set) + "    ba");
  record.add("200", "1 ").add('a', title);
  return *write_iso2709(record);
}

std::string marc21_raw(char declared, std::string_view title) {
  MarcRecord record;
  record.leader = std::string("     nam ") + declared + "22        4500";
  record.add_control("008", "240105s2003    xx            000 0 rum d");
  record.add("245", "10").add('a', title);
  return *write_iso2709(record);
}

struct Read {
  std::string title;
  TextReport report;
};

Read read(const std::string& raw, MarcFormat format, const RecordText::Options& options = {}) {
  const MarcView view = *MarcView::parse(raw);
  RecordText text(options);
  text.begin(view, format);
  const std::string_view tag = format == MarcFormat::unimarc ? "200" : "245";
  std::string title = text.read(view.subfield(tag, 'a'));
  return {title, text.report()};
}

TEST(MarcCharsetTest, Utf8AsDeclared) {
  const Read got = read(unimarc_raw("50  ", "Țara \u015Fi c\u0103r\u0163ile"), MarcFormat::unimarc);
  EXPECT_EQ(got.title, "Țara și cărțile");
  EXPECT_EQ(got.report.reason, CharsetReason::declared);
  EXPECT_TRUE(text_remarks(got.report).empty());
}

TEST(MarcCharsetTest, Utf8WhateverIsDeclared) {
  for (const auto& [raw, format] : {std::pair{unimarc_raw("0103", "Țara"), MarcFormat::unimarc},
                                    std::pair{marc21_raw(' ', "Țara"), MarcFormat::marc21}}) {
    const Read got = read(raw, format);
    EXPECT_EQ(got.title, "Țara");
    EXPECT_EQ(got.report.charset, Charset::utf8);
    EXPECT_EQ(got.report.reason, CharsetReason::found);
  }
}

TEST(MarcCharsetTest, Iso5426AsDeclared) {
  for (std::string_view set : {"0103", "03  "}) {
    const Read got = read(unimarc_raw(set,
                                      "\xD2Tara \xD0si c\xC6"
                                      "ar\xD2tile"),
                          MarcFormat::unimarc);
    EXPECT_EQ(got.title, "Țara și cărțile");
    EXPECT_EQ(got.report.charset, Charset::iso5426);
    EXPECT_EQ(got.report.reason, CharsetReason::declared);
  }
}

TEST(MarcCharsetTest, Marc8AsDeclared) {
  const Read got = read(marc21_raw(' ',
                                   "\xF7Tara c\xE6"
                                   "ar\xF7tilor"),
                        MarcFormat::marc21);
  EXPECT_EQ(got.title, "Țara cărților");
  EXPECT_EQ(got.report.charset, Charset::marc8);
}

TEST(MarcCharsetTest, DeclarationThatTheBytesRefuse) {
  const std::string windows =
      "\xDE"
      "ara c\xE3r\xFEilor \xBAi a h\xE3r\xFEilor";
  for (const auto& [raw, format] : {std::pair{unimarc_raw("0103", windows), MarcFormat::unimarc},
                                    std::pair{unimarc_raw("50  ", windows), MarcFormat::unimarc},
                                    std::pair{unimarc_raw("    ", windows), MarcFormat::unimarc},
                                    std::pair{marc21_raw('a', windows), MarcFormat::marc21},
                                    std::pair{marc21_raw(' ', windows), MarcFormat::marc21}}) {
    const Read got = read(raw, format);
    EXPECT_EQ(got.title, "Țara cărților și a hărților");
    EXPECT_EQ(got.report.charset, Charset::windows1250);
    EXPECT_EQ(got.report.reason, CharsetReason::assumed);
    ASSERT_EQ(text_remarks(got.report).size(), 1U);
    EXPECT_EQ(text_remarks(got.report)[0].message, "exchange.charset_assumed");
  }
}

TEST(MarcCharsetTest, FallbackAndForceAreTheCallers) {
  RecordText::Options options;
  options.fallback = Charset::latin1;
  EXPECT_EQ(read(marc21_raw('a',
                            "Qu\xE9"
                            "bec et Gen\xE8ve"),
                 MarcFormat::marc21, options)
                .title,
            "Québec et Genève");
  options.forced = Charset::latin2;
  const Read got = read(marc21_raw(' ', "\xF5"), MarcFormat::marc21, options);
  EXPECT_EQ(got.title, "ő");
  EXPECT_EQ(got.report.reason, CharsetReason::forced);
}

TEST(MarcCharsetTest, ARecordThatMixesSetsKeepsItsUtf8Values) {
  MarcRecord record;
  record.leader = "     nam a22        4500";
  record.add("245", "10")
      .add('a', "Țara")
      .add('c',
           "\xBA"
           "tefan");
  const std::string raw = *write_iso2709(record);
  const MarcView view = *MarcView::parse(raw);
  RecordText text;
  text.begin(view, MarcFormat::marc21);
  EXPECT_EQ(text.read(view.subfield("245", 'a')), "Țara");
  EXPECT_EQ(text.read(view.subfield("245", 'c')), "ștefan");
}

TEST(MarcCharsetTest, DoubleUtf8IsRepairedAndCounted) {
  // "București" and "în": each through ISO 8859-1 once too often.
  const Read got = read(unimarc_raw("0103", "BucureÅ\u009Fti"), MarcFormat::unimarc);
  EXPECT_EQ(got.title, "București");
  EXPECT_EQ(got.report.repaired_values, 1U);
  EXPECT_EQ(text_remarks(got.report)[0].message, "exchange.double_utf8");
}

TEST(MarcCharsetTest, TheRecordDecidesDoubtfulValues) {
  const auto shown = [](std::string_view other) {
    MarcRecord record;
    record.add("200", "1 ").add('a', "È\u0098tiri").add('e', other);
    const std::string raw = *write_iso2709(record);
    const MarcView view = *MarcView::parse(raw);
    RecordText text;
    text.begin(view, MarcFormat::unimarc);
    return text.read(view.subfield("200", 'a'));
  };
  EXPECT_EQ(shown("BucureÅ\u009Fti"), "Știri");  // proof elsewhere in the record
  EXPECT_EQ(shown("București"), "Ètiri");        // good text elsewhere: a non-sorting mark
}

TEST(MarcCharsetTest, NationalLibraryFilesComeOutInRomanian) {
  const auto path = test::shared_file("marc/gpl/bnr-unimarc-books.mrc");
  if (!path)
    METODICA_MISSING("the shared test data is not on this machine");
  const std::string bytes = test::file_bytes(*path);
  Iso2709Reader reader(from_memory(bytes));
  MarcOutcome outcome;
  RecordText text;
  std::size_t repaired = 0;
  std::string all;
  while (reader.next(outcome)) {
    text.begin(outcome.record, MarcFormat::unimarc);
    for (const MarcField& field : outcome.record) {
      for (MarcSubfield part : field.subfields()) {
        all += text.read(part.value) + "\n";
      }
    }
    repaired += text.report().repaired_values;
  }
  EXPECT_GT(repaired, 30U);
  for (std::string_view expected :
       {"cu părintele Stăniloae", "București", "Ed. îngrijită de Răzvan Bucuroiu", "Făgăraș"}) {
    EXPECT_NE(all.find(expected), std::string::npos) << expected;
  }
  for (std::string_view trace : {"Ã", "Å", "Ä", "\u015F", "\u0163"}) {
    EXPECT_EQ(all.find(trace), std::string::npos) << trace;
  }
}

}  // namespace
}  // namespace metodica
