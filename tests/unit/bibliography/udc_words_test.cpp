#include "bibliography/udc_words.hpp"

#include <gtest/gtest.h>

#include <array>
#include <fstream>
#include <sstream>

#include "bibliography/udc.hpp"
#include "bibliography/udc_remarks.hpp"
#include "test_data.hpp"
#include "udc_samples.hpp"

namespace metodica {
namespace {

std::string file_text(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  std::ostringstream text;
  text << file.rdbuf();
  return text.str();
}

// The packs that ship with the program.
const UdcCaptions& shipped() {
  static const UdcCaptions captions = [] {
    const std::string folder = METODICA_SOURCE_DIR "/plugin/src/modules/processing/data/";
    UdcCaptions all = *UdcCaptions::from_csv(file_text(folder + "captions-main.csv"));
    all.add(*UdcCaptions::from_csv(file_text(folder + "captions-auxiliary.csv")));
    all.add(*UdcCaptions::from_csv(file_text(folder + "successors.csv")));
    return all;
  }();
  return captions;
}

std::string said(std::string_view notation, std::string_view lang = "ro") {
  return explain_udc(Udc::parse(notation)->notation(), shipped(), Messages(lang)).sentence;
}

TEST(UdcCaptions, ThePackHasFourHundredClassesInThreeLanguages) {
  std::size_t classes = 0;
  std::size_t auxiliaries = 0;
  for (const UdcCaption* caption : shipped().all()) {
    if (!caption->replaced_by.empty()) {
      EXPECT_TRUE(Udc::parse(caption->replaced_by)) << caption->notation;
      EXPECT_EQ(shipped().outdated(caption->replaced_by), nullptr) << caption->notation;
      continue;
    }
    EXPECT_FALSE(caption->ro.empty()) << caption->notation;
    EXPECT_FALSE(caption->en.empty()) << caption->notation;
    EXPECT_FALSE(caption->hu.empty()) << caption->notation;
    const auto udc = Udc::parse(caption->notation);
    ASSERT_TRUE(udc) << caption->notation;
    EXPECT_EQ(udc->notation(), caption->notation);
    ++(caption->notation.front() >= '0' && caption->notation.front() <= '9' ? classes
                                                                            : auxiliaries);
  }
  EXPECT_GE(classes, 600U);
  EXPECT_GE(auxiliaries, 300U);
}

TEST(UdcCaptions, FindsTheClassOrTheNarrowestAboveIt) {
  EXPECT_EQ(shipped().find("821.135.1")->ro, "Literatur\u0103 rom\u00E2n\u0103");
  EXPECT_EQ(shipped().find("821.135.12"), nullptr);
  EXPECT_EQ(shipped().nearest("821.135.12")->notation, "821.135.1");
  EXPECT_EQ(shipped().nearest("(498.4)")->notation, "(498)");
  EXPECT_EQ(shipped().nearest("(049)")->notation, "(049)");
  EXPECT_EQ(shipped().nearest("4"), nullptr);
  EXPECT_EQ(shipped().nearest_special("821.135.1", "-31")->notation, "82-31");
  EXPECT_EQ(shipped().nearest_special("821.135.1", "-319")->notation, "82-31");
  EXPECT_EQ(shipped().nearest_special("616.12", "-08")->notation, "616-08");
  EXPECT_EQ(shipped().nearest_special("53", "-31"), nullptr);
}

TEST(UdcCaptions, GivesTheWayDown) {
  std::vector<std::string> main;
  for (const UdcCaption* caption : shipped().below("")) {
    main.push_back(caption->notation);
  }
  EXPECT_EQ(main, (std::vector<std::string>{"0", "1", "2", "3", "5", "6", "7", "8", "9"}));
  EXPECT_EQ(shipped().below("79").front()->notation, "791");
}

TEST(UdcCaptions, AnotherPackGoesOverTheFirst) {
  UdcCaptions captions = *UdcCaptions::from_csv("notation,caption_ro\n51,Matematic\u0103\n");
  captions.add(*UdcCaptions::from_csv("# note\nnotation,caption_en\n51,Maths\n=...,Languages\n"));
  EXPECT_EQ(captions.size(), 1U);
  EXPECT_EQ(*captions.find("51"), (UdcCaption{"51", "Matematic\u0103", "Maths", "", ""}));
  EXPECT_EQ(captions.find("51")->in("hu"), "Maths");
}

TEST(UdcCaptions, RefusesFilesThatAreNone) {
  EXPECT_EQ(UdcCaptions::from_csv("").error().message, "udc_captions.header");
  EXPECT_EQ(UdcCaptions::from_csv("a,b\n5,x\n").error().message, "udc_captions.header");
  EXPECT_EQ(UdcCaptions::from_csv("notation,caption_ro\n").error().message, "udc_captions.empty");
  EXPECT_EQ(UdcCaptions::from_csv("notation,caption_ro\n5(,x\n").error().message,
            "udc_captions.line");
  EXPECT_EQ(UdcCaptions::from_csv("notation,caption_ro\n5,\n").error().message,
            "udc_captions.line");
}

TEST(UdcCaptions, ReadsTheSummary) {
  const std::string text = test::data_text("udc-summary.csv");
  if (text.empty())
    METODICA_MISSING("no " + test::shared_data("udc-summary.csv").string());
  const auto captions = UdcCaptions::from_csv(text);
  ASSERT_TRUE(captions) << Messages("en").of(captions.error());
  EXPECT_GE(captions->size(), 1900U);
  EXPECT_NE(captions->find("616.89"), nullptr);
}

TEST(UdcWords, ExplainsInThreeLanguages) {
  EXPECT_EQ(said("821.135.1-31"), "Literatur\u0103 rom\u00E2n\u0103 \u2013 roman");
  EXPECT_EQ(said("821.135.1-31", "en"), "Romanian literature \u2013 novel");
  EXPECT_EQ(said("821.135.1-31", "hu"), "Rom\u00E1n irodalom \u2013 reg\u00E9ny");
  EXPECT_EQ(said("94(498)\"1918/1940\"=511.141", "en"),
            "General history \u2013 Romania \u2013 1918 \u2013 1940 \u2013 in Hungarian");
  EXPECT_EQ(said("821.111(73)-31=135.1"),
            "Literatur\u0103 englez\u0103 \u2013 Statele Unite ale Americii \u2013 roman \u2013 "
            "\u00EEn limba rom\u00E2n\u0103");
}

TEST(UdcWords, ExplainsSignsBetweenNumbers) {
  EXPECT_EQ(said("37:004"),
            "Educa\u021Bie; \u00EEnv\u0103\u021B\u0103m\u00E2nt \u00EEn rela\u021Bie cu "
            "Informatic\u0103");
  EXPECT_EQ(said("[622+669](485)", "en"), "(Mining and Metallurgy) \u2013 Sweden");
  EXPECT_EQ(said("37:[622+669]", "en"),
            "Education; teaching in relation to (Mining and Metallurgy)");
  EXPECT_EQ(said("592/599", "en"), "Animal systematics");
  EXPECT_EQ(said("51/53", "en"), "from Mathematics to Physics");
  EXPECT_EQ(said("94(44+460)", "en"), "General history \u2013 France and Spain");
  EXPECT_EQ(said("378(498 Sibiu)", "en"), "Higher education \u2013 Romania, Sibiu");
  EXPECT_EQ(said("929 Eminescu, M."), "Biografii \u2013 Eminescu, M.");
}

TEST(UdcWords, SaysWhereItKnowsOnlyTheBroaderClass) {
  const UdcExplanation said = explain_udc("621.311.21", shipped(), Messages("en"));
  ASSERT_EQ(said.meanings.size(), 1U);
  EXPECT_EQ(said.meanings[0].within, "621.31");
  EXPECT_EQ(said.sentence, "Generation and supply of electricity (more exactly 621.311.21)");
  EXPECT_EQ(explain_udc("4", shipped(), Messages("en")).sentence, "4");
}

TEST(UdcWords, NamesPeriods) {
  const Messages ro("ro");
  EXPECT_EQ(udc_period("\"19\"", ro), "secolul al XX-lea");
  EXPECT_EQ(udc_period("\"00\"", ro), "secolul I");
  EXPECT_EQ(udc_period("\"18/19\"", ro), "secolul al XIX-lea \u2013 secolul al XX-lea");
  EXPECT_EQ(udc_period("\"193\"", ro), "anii 1930\u20131939");
  EXPECT_EQ(udc_period("\"1903/...\"", ro), "din 1903");
  EXPECT_EQ(udc_period("\"-0044/0014\"", ro), "44 \u00EE.Hr. \u2013 14");
  EXPECT_EQ(udc_period("\"20\"", Messages("en")), "21st century");
  EXPECT_EQ(udc_period("\"712\"", Messages("hu")), "712");
}

TEST(UdcWords, ExplainsAnythingWithoutHarm) {
  test::UdcSamples samples(41);
  for (int i = 0; i < 20'000; ++i) {
    const std::string text = udc_normalised(i % 2 == 0 ? samples.notation() : samples.noise());
    const UdcExplanation said = explain_udc(text, shipped(), Messages("hu"));
    ASSERT_EQ(said.sentence.empty(), said.meanings.empty() && text.find('[') == std::string::npos)
        << text;
  }
  const std::string deep = std::string(10'000, '[') + "5" + std::string(10'000, ']');
  EXPECT_EQ(explain_udc(deep, shipped(), Messages("ro")).meanings.size(), 1U);
}

// "udc.deeper(94)" for each remark.
std::string remarks(std::string_view notation) {
  std::string text;
  for (const UdcRemark& remark : udc_remarks(notation, shipped())) {
    text += (text.empty() ? "" : " ") + remark.problem.message.substr(4);
    const MessageArgument& last = remark.problem.arguments.back();
    if (std::holds_alternative<std::string>(last.value)) {
      text += "(" + std::get<std::string>(last.value) + ")";
    }
    text += remark.repair.empty() ? "" : ">" + remark.repair;
  }
  return text;
}

TEST(UdcRemarks, KnowsLanguagesPlacesAndOldClasses) {
  EXPECT_EQ(remarks("821.135.1-31(498)=511.141"), "");
  EXPECT_EQ(remarks("51=00"), "");
  EXPECT_EQ(remarks("51=37"), "unknown_language");
  EXPECT_EQ(remarks("51(46)"), "");
  EXPECT_EQ(remarks("51(4)"), "");
  EXPECT_EQ(remarks("51(70)"), "unknown_place");
  EXPECT_EQ(remarks("859.0-31"), "outdated(821.135.1)");
  EXPECT_EQ(remarks("840-31"), "outdated(821.133.1)>821.133.1-31");
  EXPECT_EQ(remarks("281.95"), "outdated(271)");
  EXPECT_EQ(remarks("9(498)"), "outdated(94)>94(498)");
  EXPECT_EQ(remarks("681.32"), "outdated(004)");
  EXPECT_EQ(remarks("621.311.21"), "deeper(621.31)");
}

TEST(UdcRemarks, SayTheirPlaceInCharacters) {
  const auto found = udc_remarks("929 \u0218tef\u0103nescu:840", shipped());
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(std::get<std::int64_t>(found[0].problem.arguments[1].value), 16);
  EXPECT_FALSE(found[0].information);
}

}  // namespace
}  // namespace metodica
