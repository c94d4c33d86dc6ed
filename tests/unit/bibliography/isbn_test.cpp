#include "bibliography/isbn.hpp"

#include <gtest/gtest.h>

#include "bibliography/ean.hpp"
#include "bibliography/isbn_ranges.hpp"
#include "bibliography/issn.hpp"

namespace metodica {
namespace {

std::string fault(std::string_view text) {
  const Result<Isbn> isbn = Isbn::parse(text);
  return isbn ? "" : isbn.error().message;
}

TEST(Isbn, ReadsHyphenatesAndConverts) {
  struct Vector {
    const char* given;
    const char* shown;
    const char* ten;
  };
  const Vector vectors[] = {
      {"9789734612345", "978-973-46-1234-5", "9734612344"},
      {"9786063312342", "978-606-33-1234-2", "606331234X"},
      {"9786303123455", "978-630-312-345-5", "6303123457"},
      {"9789730123456", "978-973-0-12345-6", "9730123452"},
      {"973461004X", "978-973-46-1004-4", "973461004X"},
      {"ISBN 973-46-1004-x", "978-973-46-1004-4", "973461004X"},
      {"ISBN-13: 978\u2013973\u201346\u20131234\u20135", "978-973-46-1234-5", "9734612344"},
      {"'9789734612345", "978-973-46-1234-5", "9734612344"}};
  for (const Vector& vector : vectors) {
    const Result<Isbn> isbn = Isbn::parse(vector.given);
    ASSERT_TRUE(isbn) << vector.given << " " << isbn.error().message;
    EXPECT_EQ(isbn->text(), vector.shown);
    if (std::string_view(vector.given) != "9789730123456") {
      EXPECT_EQ(isbn->isbn10(), vector.ten);
    }
  }
  EXPECT_EQ(Isbn::parse("973461004X")->isbn13(), "9789734610044");
}

TEST(Isbn, HasNoTenForm979AndNoHyphensForUnknownGroups) {
  const Result<Isbn> isbn = Isbn::parse("9791234567896");
  ASSERT_TRUE(isbn);
  EXPECT_EQ(isbn->isbn10(), "");
  EXPECT_EQ(isbn->text(), "9791234567896");
}

TEST(Isbn, RefusesWithAReason) {
  EXPECT_EQ(fault("9789734612346"), "isbn.check_digit");
  EXPECT_EQ(fault("9734610041"), "isbn.check_digit");
  EXPECT_EQ(fault("97346123"), "isbn.length");
  EXPECT_EQ(fault(""), "isbn.length");
  EXPECT_EQ(fault("97X4612344"), "isbn.sign");
  EXPECT_EQ(fault("9.78607E+12"), "isbn.sign");
  EXPECT_EQ(fault("5941234567899"), "isbn.prefix");
  EXPECT_EQ(fault("9790260000438"), "isbn.music");
  const Result<Isbn> wrong = Isbn::parse("9789734612346");
  ASSERT_FALSE(wrong);
  EXPECT_EQ(wrong.error().arguments.back().name, "expected");
  EXPECT_EQ(std::get<std::string>(wrong.error().arguments.back().value), "5");
}

TEST(Isbn, KnowsTheRangesOfRomaniaAndMoldova) {
  EXPECT_EQ(hyphenated_isbn("9789731001234"), "978-973-100-123-4");
  EXPECT_EQ(hyphenated_isbn("9789738500123"), "978-973-85001-2-3");
  EXPECT_EQ(hyphenated_isbn("9786069201234"), "978-606-92012-3-4");
  EXPECT_EQ(hyphenated_isbn("9789975451234"), "978-9975-45-123-4");
  EXPECT_EQ(hyphenated_isbn("9789734"), "");
  EXPECT_EQ(isbn_ranges_date().size(), 7U);
}

TEST(Isbn, FindsNumbersInText) {
  const auto found = find_isbns(
      "10 buc. Ion, ISBN 978-973-46-1234-5 (broș.), 9786063312342; 973461004X, din nou "
      "9789734612345,"
      " preț 9789734612346, cod 12345678901234567");
  ASSERT_EQ(found.size(), 3U);
  EXPECT_EQ(found[0].isbn13(), "9789734612345");
  EXPECT_EQ(found[1].isbn13(), "9786063312342");
  EXPECT_EQ(found[2].isbn13(), "9789734610044");
  EXPECT_TRUE(find_isbns("").empty());
  EXPECT_TRUE(find_isbns("19789734612345").empty()) << "inside a longer number";
}

TEST(Issn, ReadsAndMakesBarCodes) {
  EXPECT_EQ(Issn::parse("2065-1236")->ean13(), "9772065123000");
  EXPECT_EQ(Issn::parse("ISSN 2212-344x")->ean13(), "9772212344005");
  EXPECT_EQ(Issn::parse("9772212344005")->text(), "2212-344X");
  EXPECT_EQ(Issn::parse("2065-1237").error().message, "issn.check_digit");
  EXPECT_EQ(Issn::parse("9772212344006").error().message, "issn.check_digit");
  EXPECT_EQ(Issn::parse("9789734612345").error().message, "issn.form");
  EXPECT_EQ(Issn::parse("2065-12").error().message, "issn.form");
  EXPECT_EQ(Issn::parse("").error().message, "issn.form");
}

TEST(Ean, ChecksAndSorts) {
  EXPECT_TRUE(is_ean("9789734612345"));
  EXPECT_FALSE(is_ean("9789734612346"));
  EXPECT_TRUE(is_ean("96385074"));
  EXPECT_FALSE(is_ean("9638507"));
  EXPECT_FALSE(is_ean("97897346123A5"));
  EXPECT_EQ(ean_check_digit("400638133393"), '1');
  EXPECT_EQ(ean_check_digit(""), '\0');
  EXPECT_EQ(ean_kind("9789734612345"), EanKind::book);
  EXPECT_EQ(ean_kind("9790260000438"), EanKind::music);
  EXPECT_EQ(ean_kind("9772065123000"), EanKind::serial);
  EXPECT_EQ(ean_kind("4006381333931"), EanKind::other);
}

}  // namespace
}  // namespace metodica
