#include "bibliography/udc_reading.hpp"

#include <gtest/gtest.h>

#include <string>

#include "bibliography/udc.hpp"
#include "bibliography/udc_key.hpp"
#include "bibliography/udc_repair.hpp"
#include "text/messages.hpp"
#include "udc_samples.hpp"

namespace metodica {
namespace {

std::int64_t position(const UdcFinding& finding) {
  for (const MessageArgument& argument : finding.problem.arguments) {
    if (argument.name == "position") {
      return std::get<std::int64_t>(argument.value);
    }
  }
  return 0;
}

// "udc.comma@4,udc.empty_member@9"
std::string said(const std::vector<UdcFinding>& findings) {
  std::string text;
  for (const UdcFinding& finding : findings) {
    text += (text.empty() ? "" : ",") + finding.problem.message.substr(4) + "@" +
            std::to_string(position(finding));
  }
  return text;
}

std::string faults(std::string_view text) {
  return said(read_udc(text).faults);
}

std::string repaired(std::string_view text) {
  return read_udc(text).repaired;
}

TEST(UdcReading, NamesEveryFaultWithItsPlace) {
  EXPECT_EQ(faults("821,135:4:5++6"), "comma@4,vacant_class@9,empty_member@13");
  EXPECT_EQ(faults("94((498):82.135"), "unbalanced@4,misplaced_dot@12");
  EXPECT_EQ(faults("5/3+415"), "reversed_range@3,vacant_class@5");
  EXPECT_EQ(faults(":"), "empty_member@1");
  EXPECT_EQ(faults("5:"), "empty_member@2");
  EXPECT_EQ(faults("821.135.1-31"), "");
}

TEST(UdcReading, SaysWhatWasFoundAndWhatWouldPutItRight) {
  const UdcReading reading = read_udc("592/591+37;");
  ASSERT_EQ(reading.faults.size(), 2U);
  EXPECT_EQ(reading.faults[0].found, "5");
  EXPECT_EQ(reading.faults[0].repair, "591/592+37;");
  EXPECT_EQ(reading.faults[1].found, ";");
  EXPECT_EQ(reading.faults[1].repair, "592/591+37");
  EXPECT_EQ(reading.repaired, "591/592+37");
}

TEST(UdcReading, SuggestsARepairForEveryFaultThatHasOne) {
  EXPECT_EQ(repaired("821,135"), "821.135");
  EXPECT_EQ(repaired("821.1351"), "821.135.1");
  EXPECT_EQ(repaired("82.135"), "821.35");
  EXPECT_EQ(repaired("8211"), "821.1");
  EXPECT_EQ(repaired("821 135 1-31"), "821.135.1-31");
  EXPECT_EQ(repaired("821."), "821");
  EXPECT_EQ(repaired("5++6"), "5+6");
  EXPECT_EQ(repaired("5//6"), "5/6");
  EXPECT_EQ(repaired("5:"), "5");
  EXPECT_EQ(repaired("5()"), "5");
  EXPECT_EQ(repaired("37("), "37");
  EXPECT_EQ(repaired("(1075"), "(1075)");
  EXPECT_EQ(repaired("94(498"), "94(498)");
  EXPECT_EQ(repaired("94(498=135.1"), "94(498)=135.1");
  EXPECT_EQ(repaired("94((498)"), "94(498)");
  EXPECT_EQ(repaired("94(498))"), "94(498)");
  EXPECT_EQ(repaired("94\"19"), "94\"19\"");
  EXPECT_EQ(repaired("[622+669"), "[622+669]");
  EXPECT_EQ(repaired("622+669]"), "622+669");
  EXPECT_EQ(repaired("592/591"), "591/592");
  EXPECT_EQ(repaired("523.41/.40"), "523.41");
  EXPECT_EQ(repaired("O04.42"), "004.42");
  EXPECT_EQ(repaired("210.9 s-\u2006'"), "210.9 s") << "found by fuzzing";
  EXPECT_EQ(repaired("821.135.1-31"), "") << "nothing to repair";
  EXPECT_EQ(repaired("415"), "") << "class 4 has no certain successor";
  EXPECT_EQ(repaired("Eminescu"), "");
}

TEST(UdcReading, WarnsWithARepair) {
  const auto only = [](std::string_view text) {
    const UdcReading reading = read_udc(text);
    EXPECT_TRUE(reading.faults.empty()) << text;
    return reading.warnings.size() == 1 ? said(reading.warnings) + " " + reading.warnings[0].repair
                                        : said(reading.warnings);
  };
  EXPECT_EQ(only("821.111(73)-31=135.1"), "citation_order@12 821.111-31(73)=135.1");
  EXPECT_EQ(only("82O"), "letter_for_digit@3 820");
  EXPECT_EQ(only("51(1075)"), "form_as_place@3 51(075)");
  EXPECT_EQ(only("94\"sec. XIX\""), "time_letters@4 ");
  EXPECT_EQ(only("94 (498)"), "spaces@3 94(498)");
  EXPECT_EQ(only("929 Eminescu, M."), "");
  EXPECT_EQ(only("94\u201E19\u201D(498)"), "");
}

TEST(UdcReading, ARepairOfAnythingIsCorrect) {
  test::UdcSamples samples(31);
  int put_right = 0;
  for (int i = 0; i < 30'000; ++i) {
    std::string text = samples.notation();
    for (std::size_t flaws = 1 + samples.pick(3); flaws > 0; --flaws) {
      text.insert(samples.pick(text.size() + 1), samples.noise().substr(0, 1));
    }
    const std::string right = repaired(text);
    if (!right.empty()) {
      ++put_right;
      ASSERT_TRUE(Udc::parse(right)) << text << " -> " << right;
      ASSERT_EQ(Udc::parse(right)->notation(), right) << text;
    }
  }
  EXPECT_GT(put_right, 5'000);
}

TEST(UdcReading, SurvivesHostileText) {
  std::string kilobytes;
  while (kilobytes.size() < 10'240) {
    kilobytes += "821.135.1-31(498 Cluj)\"1918/1940\"=135.1:";
  }
  EXPECT_EQ(faults(kilobytes).substr(0, 12), "empty_member");
  kilobytes.pop_back();
  EXPECT_TRUE(Udc::parse(kilobytes));
  const std::string deep = std::string(1000, '[') + "5" + std::string(1000, ']');
  EXPECT_TRUE(Udc::parse(deep));
  EXPECT_EQ(faults(std::string(1000, '[') + "5"), "unbalanced@1000");
  EXPECT_EQ(faults(std::string(1000, '(') + "5"), "unbalanced@2");
  EXPECT_EQ(Udc::parse(std::string("821\0.1", 6))->notation(), "821.1") << "NUL is dropped";
  EXPECT_EQ(Udc::parse("82\x01\x02"
                       "1")
                ->notation(),
            "821")
      << "control characters are dropped";
  EXPECT_EQ(faults("82\xC3"), "encoding@0");
  EXPECT_EQ(Udc::parse("599t\f\x07\u0327")->notation(), "599\u021B") << "found by fuzzing";
  EXPECT_TRUE(Udc::parse("281.95 St\u00C4\u0083niloae")) << "encoded twice is still a name";
  std::string key;
  append_udc_key(key, std::string("821\0.1", 6));
  EXPECT_EQ(key, Udc::parse("821.1")->key());
}

TEST(UdcReading, EveryFindingHasASentenceAdviceAndAnExpectation) {
  for (const char* lang : {"ro", "en", "hu"}) {
    const Messages say(lang);
    for (const char* id :
         {"udc.unknown_sign", "udc.comma", "udc.unbalanced", "udc.misplaced_dot",
          "udc.vacant_class", "udc.reversed_range", "udc.empty_member", "udc.name_first"}) {
      EXPECT_TRUE(say.has(std::string(id) + ".expected")) << lang << " " << id;
    }
    for (const char* id : {"udc.time_letters", "udc.spaces"}) {
      EXPECT_TRUE(say.has(id)) << lang << " " << id;
      EXPECT_TRUE(say.has(std::string(id) + ".hint")) << lang << " " << id;
    }
  }
}

}  // namespace
}  // namespace metodica
