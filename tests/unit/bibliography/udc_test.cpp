#include "bibliography/udc.hpp"

#include <gtest/gtest.h>

#include "bibliography/udc_key.hpp"
#include "test_data.hpp"
#include "text/messages.hpp"
#include "udc_samples.hpp"

namespace metodica {
namespace {

std::string fault(std::string_view text) {
  const Result<Udc> udc = Udc::parse(text);
  return udc ? "" : udc.error().message;
}

std::int64_t fault_position(std::string_view text) {
  const Result<Udc> udc = Udc::parse(text);
  if (!udc) {
    for (const MessageArgument& argument : udc.error().arguments) {
      if (argument.name == "position") {
        return std::get<std::int64_t>(argument.value);
      }
    }
  }
  return 0;
}

std::vector<std::string> warnings(std::string_view text) {
  std::vector<std::string> ids;
  const Result<Udc> udc = Udc::parse(text);
  if (udc) {
    for (const Problem& warning : udc->warnings()) {
      ids.push_back(warning.message);
    }
  }
  return ids;
}

TEST(Udc, AcceptsTheWholeSummary) {
  METODICA_DATA_ROWS(rows, "udc-summary.csv");
  for (const auto& row : rows) {
    const bool explains = row[4] == "sign" || row[0].find("...") != std::string::npos;
    if (!explains) {
      EXPECT_EQ(fault(row[0]), "") << row[0];
    }
  }
}

TEST(Udc, AcceptsTheFilingList) {
  METODICA_DATA_ROWS(rows, "udc-filing-order.csv");
  for (const auto& row : rows) {
    EXPECT_EQ(fault(row[1]), "") << row[1];
  }
}

TEST(Udc, AcceptsWhatCataloguesHold) {
  METODICA_DATA_ROWS(rows, "udc-real-world.csv");
  EXPECT_EQ(rows.size(), 46U);
  for (const auto& row : rows) {
    EXPECT_EQ(fault(row[5]), "") << row[5];
  }
}

TEST(Udc, AcceptsHardExamples) {
  for (const char* text : {"539.4.019:[535-15+537.8.029.6]", "[622+669](485)", "622(410).333",
                           "347.78(410)1", "=111(02.053.2)53", "(038)=111=112.2", "821RO",
                           "821RO-31", "94\"-0044/0014\"", "630*1", "008 O'Neill", "59::61"}) {
    EXPECT_EQ(fault(text), "") << text;
  }
}

TEST(Udc, RefusesWithAReason) {
  EXPECT_EQ(fault("37("), "udc.unbalanced");
  EXPECT_EQ(fault("94((498)"), "udc.unbalanced");
  EXPECT_EQ(fault("94(498))"), "udc.unbalanced");
  EXPECT_EQ(fault("[622+669"), "udc.unbalanced");
  EXPECT_EQ(fault("622+669]"), "udc.unbalanced");
  EXPECT_EQ(fault("94\"19"), "udc.unbalanced");
  EXPECT_EQ(fault("(1075"), "udc.unbalanced");
  EXPECT_EQ(fault("5++6"), "udc.empty_member");
  EXPECT_EQ(fault("5//6"), "udc.empty_member");
  EXPECT_EQ(fault("5:"), "udc.empty_member");
  EXPECT_EQ(fault(":5"), "udc.empty_member");
  EXPECT_EQ(fault("5()"), "udc.empty_member");
  EXPECT_EQ(fault("5-"), "udc.empty_member");
  EXPECT_EQ(fault("5=+6"), "udc.empty_member");
  EXPECT_EQ(fault("[]"), "udc.empty_member");
  EXPECT_EQ(fault("821,135"), "udc.comma");
  EXPECT_EQ(fault("821.1351"), "udc.misplaced_dot");
  EXPECT_EQ(fault("82.135"), "udc.misplaced_dot");
  EXPECT_EQ(fault("8211"), "udc.misplaced_dot");
  EXPECT_EQ(fault("821."), "udc.misplaced_dot");
  EXPECT_EQ(fault("821..1"), "udc.misplaced_dot");
  EXPECT_EQ(fault("4++5"), "udc.vacant_class");
  EXPECT_EQ(fault("415"), "udc.vacant_class");
  EXPECT_EQ(fault("592/591"), "udc.reversed_range");
  EXPECT_EQ(fault("523.41/.40"), "udc.reversed_range");
  EXPECT_EQ(fault("94(5/4)"), "udc.reversed_range");
  EXPECT_EQ(fault("94\"1918/1914\""), "udc.reversed_range");
  EXPECT_EQ(fault("5;6"), "udc.unknown_sign");
  EXPECT_EQ(fault("821 135"), "udc.unknown_sign");
  EXPECT_EQ(fault("Eminescu"), "udc.name_first");
  EXPECT_EQ(fault(""), "udc.empty");
  EXPECT_EQ(fault("  "), "udc.empty");
  EXPECT_EQ(fault("82\xFF"), "udc.encoding");
}

TEST(Udc, SaysWhere) {
  EXPECT_EQ(fault_position("821,135"), 4);
  EXPECT_EQ(fault_position("94((498)"), 4);
  EXPECT_EQ(fault_position("592/591"), 5);
  EXPECT_EQ(fault_position("929 \u0218tef\u0103nescu;"), 15) << "characters count, not bytes";
}

TEST(Udc, LevelsTypographyAndKeepsTheOriginal) {
  const Result<Udc> udc = Udc::parse(" 94 (498)\u201E1914\u20131918\u201D ");
  ASSERT_TRUE(udc);
  EXPECT_EQ(udc->notation(), "94(498)\"1914-1918\"");
  EXPECT_EQ(udc->original(), " 94 (498)\u201E1914\u20131918\u201D ");
  EXPECT_EQ(Udc::parse("81`22")->notation(), "81'22");
  EXPECT_EQ(Udc::parse("821.135.1 \u2013 31")->notation(), "821.135.1-31");
  EXPECT_EQ(Udc::parse("908(498 Cluj - Napoca)")->notation(), "908(498 Cluj-Napoca)");
}

TEST(Udc, TakesNotationsApart) {
  const Result<Udc> udc = Udc::parse("=111(02.053.2)53-01/-09:622(410).333 Abel, A.");
  ASSERT_TRUE(udc);
  std::vector<std::pair<UdcPart, std::string>> parts;
  for (const UdcElement& element : udc->elements()) {
    parts.emplace_back(element.part, element.text);
  }
  const std::vector<std::pair<UdcPart, std::string>> expected{
      {UdcPart::language, "=111"},   {UdcPart::form, "(02.053.2)"}, {UdcPart::main, "53"},
      {UdcPart::special, "-01/-09"}, {UdcPart::relation, ":"},      {UdcPart::main, "622"},
      {UdcPart::place, "(410)"},     {UdcPart::tail, ".333"},       {UdcPart::name, "Abel, A."}};
  EXPECT_EQ(parts, expected);
}

TEST(Udc, WarnsButAccepts) {
  EXPECT_TRUE(warnings("622\"18\"(430)=112.2").empty());
  EXPECT_EQ(warnings("821.111(73)-31=135.1"), std::vector<std::string>{"udc.citation_order"});
  EXPECT_EQ(warnings("82O"), std::vector<std::string>{"udc.letter_for_digit"});
  EXPECT_EQ(warnings("51(1075)"), std::vector<std::string>{"udc.form_as_place"});
  EXPECT_TRUE(warnings("51(100)").empty());
  EXPECT_TRUE(warnings("929 Ion").empty());
}

TEST(Udc, KeyIsTheShelfKey) {
  std::string key;
  append_udc_key(key, "94(498)\"19\"");
  EXPECT_EQ(Udc::parse("94 (498) \u201E19\u201D")->key(), key);
}

TEST(Udc, AcceptsEveryGeneratedNotationAndNormalisesOnce) {
  test::UdcSamples samples(4);
  for (int i = 0; i < 5'000; ++i) {
    const std::string text = samples.notation();
    const Result<Udc> udc = Udc::parse(text);
    ASSERT_TRUE(udc) << text << " " << udc.error().message;
    ASSERT_EQ(udc->notation(), text);
    std::string joined;
    for (const UdcElement& element : udc->elements()) {
      joined += element.text;
    }
    ASSERT_EQ(joined, text);
  }
}

TEST(Udc, ReadsAnyBytesWithoutHarm) {
  test::UdcSamples samples(5);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = samples.noise();
    const Result<Udc> udc = Udc::parse(text);
    if (udc) {
      ASSERT_TRUE(Udc::parse(udc->notation())) << text;
      ASSERT_EQ(Udc::parse(udc->notation())->notation(), udc->notation()) << text;
    }
  }
}

TEST(Udc, EveryProblemHasASentenceAndAdviceInThreeLanguages) {
  for (const char* lang : {"ro", "en", "hu"}) {
    const Messages say(lang);
    for (const char* id :
         {"udc.empty", "udc.encoding", "udc.unknown_sign", "udc.comma", "udc.unbalanced",
          "udc.misplaced_dot", "udc.vacant_class", "udc.reversed_range", "udc.empty_member",
          "udc.name_first", "udc.citation_order", "udc.letter_for_digit", "udc.form_as_place"}) {
      EXPECT_TRUE(say.has(id)) << lang << " " << id;
      EXPECT_TRUE(say.has(std::string(id) + ".hint")) << lang << " " << id;
    }
  }
  EXPECT_EQ(Messages("ro").of(Udc::parse("37(").error()),
            "În indicele „37(”, semnul „(” de la poziția 3 nu are pereche.");
}

}  // namespace
}  // namespace metodica
