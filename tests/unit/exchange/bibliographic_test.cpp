#include "exchange/bibliographic.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/needed.hpp"
#include "unit/exchange/samples.hpp"

namespace metodica {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

Title full_title() {
  Title title;
  title.control_number = "rm-17";
  title.entered = "20240105";
  title.isbn = {"978-973-46-1234-5", "973-46-1234-0"};
  title.price = "45,00 lei";
  title.title = "Un om din Est";
  title.subtitle = "roman";
  title.parallel = "A Man from the East";
  title.responsibility = "Ioan Groșan ; pref. de Nicolae Manolescu";
  title.volume_number = "Vol. 2";
  title.volume_name = "Întoarcerea";
  title.set_title = "Opere";
  title.edition = "Ed. a 2-a, rev.";
  title.place = "Iași";
  title.publisher = "Polirom";
  title.year = "2010";
  title.pages = "312 p.";
  title.illustrations = "il.";
  title.size = "20 cm";
  title.series = {{"Fiction LTD", "14"}};
  title.languages = {"rum", "eng"};
  title.original_languages = {"hun"};
  title.authors = {{"Groșan", "Ioan", "070", true}, {"Manolescu", "Nicolae", "080", false}};
  title.corporate = {"Biblioteca Județeană Cluj"};
  title.udc = {"821.135.1-31", "929 Groșan, I."};
  title.subjects = {"Roman românesc", "Satiră"};
  return title;
}

TEST(BibliographicTest, WhatIsWrittenReadsBackInBothFormats) {
  for (MarcFormat format : {MarcFormat::unimarc, MarcFormat::marc21}) {
    const Title title = full_title();
    const Result<std::string> raw = write_iso2709(to_marc(title, format));
    ASSERT_TRUE(raw);
    const Result<MarcView> view = MarcView::parse(*raw);
    ASSERT_TRUE(view);
    EXPECT_EQ(detect_format(*view), format);
    const Title back = read_title(*view, format);
    EXPECT_EQ(back.title, title.title);
    EXPECT_EQ(back.parallel, title.parallel);
    EXPECT_EQ(back.authors, title.authors);
    EXPECT_EQ(back, title) << format_name(format);
  }
}

TEST(BibliographicTest, PoorTitlesReadBackToo) {
  for (MarcFormat format : {MarcFormat::unimarc, MarcFormat::marc21}) {
    Title bare;
    bare.title = "Fără autor";
    Title parallel = bare;
    parallel.parallel = "Without Author";
    parallel.languages = {"rum"};
    Title volume = bare;
    volume.volume_name = "Poezii";
    volume.responsibility = "ed. de X";
    Title article = bare;
    article.title = "The sweetest fig";
    article.filing_skip = 4;
    article.publisher = "Houghton Mifflin";
    for (const Title& title : {bare, parallel, volume, article}) {
      const std::string raw = *write_iso2709(to_marc(title, format));
      EXPECT_EQ(read_title(*MarcView::parse(raw), format), title) << format_name(format);
    }
  }
}

TEST(BibliographicTest, EveryKindReadsBack) {
  for (MarcFormat format : {MarcFormat::unimarc, MarcFormat::marc21}) {
    for (DocumentKind kind :
         {DocumentKind::book, DocumentKind::serial, DocumentKind::manuscript,
          DocumentKind::microform, DocumentKind::cartographic, DocumentKind::music,
          DocumentKind::audio, DocumentKind::video, DocumentKind::graphic, DocumentKind::electronic,
          DocumentKind::other}) {
      Title title;
      title.title = "x";
      title.kind = kind;
      const std::string raw = *write_iso2709(to_marc(title, format));
      EXPECT_EQ(read_title(*MarcView::parse(raw), format).kind, kind) << kind_name(kind);
      EXPECT_EQ(kind_named(kind_name(kind)), kind);
    }
  }
}

TEST(BibliographicTest, Marc21PunctuationIsNotPartOfTheValues) {
  MarcRecord record;
  record.leader = "     cam a22      a 4500";
  record.add_control("008", "740819s1899    ohu           000 0 eng  ");
  record.add("020").add('a', "9789734612345 (broșat) :").add('c', "45 lei");
  record.add("080").add('a', "94(498)").add('x', "\"1859\"");
  record.add("100", "1 ")
      .add('a', "Chadman, Charles E.")
      .add('q', "(Charles Erehart),")
      .add('e', "author.");
  record.add("245", "14")
      .add('a', "The law :")
      .add('b', "a treatise = Das Recht /")
      .add('c', "by C. E. Chadman.");
  record.add("260").add('a', "Conneaut, OH :").add('b', "Home Study Pub. Co.,").add('c', "[1899].");
  record.add("300").add('a', "xi, 186 p. ;").add('c', "18 cm.");
  record.add("440", " 0").add('a', "Home law school ;").add('v', "3");
  record.add("650", " 0").add('a', "Persons (Law)").add('z', "United States.");
  record.add("700", "1 ").add('a', "Other, Person.").add('t', "Another work");
  const std::string raw = *write_iso2709(record);
  const Title title = read_title(*MarcView::parse(raw), MarcFormat::marc21);
  EXPECT_THAT(title.isbn, ElementsAre("9789734612345"));
  EXPECT_EQ(title.price, "45 lei");
  EXPECT_THAT(title.udc, ElementsAre("94(498)\"1859\""));
  EXPECT_EQ(title.title, "The law");
  EXPECT_EQ(title.filing_skip, 4U);
  EXPECT_EQ(title.subtitle, "a treatise");
  EXPECT_EQ(title.parallel, "Das Recht");
  EXPECT_EQ(title.responsibility, "by C. E. Chadman");
  EXPECT_EQ(title.place, "Conneaut, OH");
  EXPECT_EQ(title.publisher, "Home Study Pub. Co.");
  EXPECT_EQ(title.year, "[1899]");
  EXPECT_EQ(title.pages, "xi, 186 p.");
  EXPECT_EQ(title.entered, "19740819");
  EXPECT_THAT(title.series, ElementsAre(Series{"Home law school", "3"}));
  EXPECT_THAT(title.languages, ElementsAre("eng"));
  EXPECT_THAT(title.subjects, ElementsAre("Persons (Law) - United States"));
  EXPECT_THAT(title.authors, ElementsAre(Author{"Chadman", "Charles E.", "author.", true}));
}

TEST(BibliographicTest, UnimarcNonsortingMarksAndOldCodes) {
  MarcRecord record;
  record.add("100").add('a', "19710101d1970    m  y0rumy50      ba");
  record.add("101", "1 ").add('a', "rumeng").add('c', "FRE").add('a', "x");
  record.add("200", "1 ").add('a', "\u0088Les \u0089misérables").add('a', "Hernani").add('h', "2");
  record.add("700", " 1").add('a', "Hugo,").add('b', ", Victor");
  record.add("710", "02").add('a', "<<The >>Institute").add('b', "Paris");
  const std::string raw = *write_iso2709(record);
  const Title title = read_title(*MarcView::parse(raw), MarcFormat::unimarc);
  EXPECT_EQ(title.title, "Les misérables ; Hernani");
  EXPECT_EQ(title.filing_skip, 4U);
  EXPECT_EQ(title.volume_number, "2");
  EXPECT_EQ(title.year, "1970");
  EXPECT_THAT(title.languages, ElementsAre("rum", "eng"));
  EXPECT_THAT(title.original_languages, ElementsAre("fre"));
  EXPECT_THAT(title.authors, ElementsAre(Author{"Hugo", "Victor", "", true}));
  EXPECT_THAT(title.corporate, ElementsAre("The Institute. Paris"));
}

TEST(BibliographicTest, ATitleIsOverwrittenWhole) {
  const std::string raw = test::small_raw("1", "Unu");
  const MarcView view = *MarcView::parse(raw);
  RecordText text;
  text.begin(view, MarcFormat::unimarc);
  Title used = full_title();
  used.filing_skip = 3;
  used.issn = "1221-8472";
  used.kind = DocumentKind::audio;
  read_title(view, MarcFormat::unimarc, text, used);
  EXPECT_EQ(used, read_title(view, MarcFormat::unimarc));
  EXPECT_THAT(used.authors, IsEmpty());
}

TEST(BibliographicTest, FormatsAreToldApart) {
  MarcRecord neither;
  neither.leader = "     nam  22        4500";
  neither.add("500").add('a', "note");
  const std::string raw = *write_iso2709(neither);
  EXPECT_EQ(detect_format(*MarcView::parse(raw)), MarcFormat::marc21);
  EXPECT_EQ(detect_format(MarcView()), std::nullopt);
  EXPECT_EQ(format_named("unimarc"), MarcFormat::unimarc);
  EXPECT_FALSE(format_named("usmarc"));
}

TEST(BibliographicTest, FirstYear) {
  EXPECT_EQ(first_year("1993-"), 1993);
  EXPECT_EQ(first_year("[1961?]"), 1961);
  EXPECT_EQ(first_year("DL 1974"), 1974);
  EXPECT_EQ(first_year("746 [1985 or 1986]"), 1985);
  EXPECT_EQ(first_year("19895"), 0);
  EXPECT_EQ(first_year("[s.a.]"), 0);
}

TEST(BibliographicTest, IsbdLine) {
  Title title;
  title.title = "Poezii";
  title.subtitle = "antologie";
  title.responsibility = "Mihai Eminescu";
  title.authors = {{"Eminescu", "Mihai", "", true}};
  title.edition = "Ed. a 2-a";
  title.place = "București";
  title.publisher = "Minerva";
  title.year = "1989";
  EXPECT_EQ(isbd_line(title),
            "Eminescu, Mihai. Poezii : antologie / Mihai Eminescu. – Ed. a 2-a. – București : "
            "Minerva, 1989");
  title.authors = {{"Chapman", "W.", "", true}};
  title.edition = "2. éd.";
  title.volume_number = "Vol. 1";
  EXPECT_EQ(isbd_line(title),
            "Chapman, W. Poezii. Vol. 1 : antologie / Mihai Eminescu. – 2. éd. – București : "
            "Minerva, 1989");
  Title bare;
  bare.title = "Poezii";
  EXPECT_EQ(isbd_line(bare), "Poezii");
}

TEST(BibliographicTest, NationalLibraryRecords) {
  const auto path = test::shared_file("marc/gpl/bnr-unimarc-books.mrc");
  if (!path)
    METODICA_MISSING("the shared test data is not on this machine");
  const std::string bytes = test::file_bytes(*path);
  Iso2709Reader reader(from_memory(bytes));
  MarcOutcome outcome;
  std::vector<Title> titles;
  while (reader.next(outcome)) {
    ASSERT_EQ(detect_format(outcome.record), MarcFormat::unimarc);
    titles.push_back(read_title(outcome.record, MarcFormat::unimarc));
  }
  ASSERT_EQ(titles.size(), 10U);
  EXPECT_EQ(titles[0].price, "[50000] lei");
  EXPECT_THAT(titles[0].udc, ElementsAre("003.332.55", "930.25(560):94(496)(093.2)"));
  EXPECT_THAT(titles[0].languages, ElementsAre("tur"));
  EXPECT_EQ(titles[1].title, "The sweetest fig");
  EXPECT_EQ(titles[1].filing_skip, 4U);
  EXPECT_EQ(isbd_line(titles[5]),
            "JOHNSON, MARGARET. 18...și nu e timp de pierdut / Margaret Johnson ; trad. Olimpiu S. "
            "Cosma. – Făgăraș : Agape, 1993");
}

TEST(BibliographicTest, LibraryOfCongressRecords) {
  const auto path = test::shared_file("marc/open/loc-books-100.mrc");
  if (!path)
    METODICA_MISSING("the shared test data is not on this machine");
  const std::string bytes = test::file_bytes(*path);
  Iso2709Reader reader(from_memory(bytes));
  MarcOutcome outcome;
  std::size_t with_author = 0;
  std::size_t count = 0;
  while (reader.next(outcome)) {
    ASSERT_EQ(detect_format(outcome.record), MarcFormat::marc21);
    const Title title = read_title(outcome.record, MarcFormat::marc21);
    EXPECT_FALSE(title.title.empty());
    EXPECT_NE(first_year(title.year), 0);
    EXPECT_TRUE(title.kind == DocumentKind::book || title.kind == DocumentKind::microform);
    with_author += title.authors.empty() ? 0U : 1U;
    ++count;
  }
  EXPECT_EQ(count, 100U);
  EXPECT_GT(with_author, 80U);
}

}  // namespace
}  // namespace metodica
