#include "bibliography/udc_suggestion.hpp"

#include <gtest/gtest.h>

#include "bibliography/udc_terms.hpp"
#include "text/messages.hpp"

namespace metodica {
namespace {

const CaptionWords& captions() {
  static const UdcCaptions pack = *UdcCaptions::from_csv(
      "notation,caption_ro\n638,Apicultur\u0103; cre\u0219terea insectelor "
      "utile\n634.8,Viticultur\u0103\n821,Literaturi\n");
  static const CaptionWords words(pack);
  return words;
}

const std::vector<TitleCue>& cues() {
  static const std::vector<TitleCue> list = *title_cues("cue,part\nroman,-31\npoezii,-1\n");
  return list;
}

WorksInMemory library() {
  WorksInMemory works;
  works.add("Ion", "Rebreanu, Liviu", "821.135.1-31");
  works.add("P\u0103durea sp\u00E2nzura\u021Bilor", "Rebreanu, Liviu", "821.135.1-31");
  works.add("Cre\u0219terea albinelor", "Pop, Ana", "638.1");
  works.add("Albinele \u0219i mierea", "Dan, Ion", "638.1");
  works.add("Geometrie plan\u0103", "Matei, M.", "514");
  return works;
}

std::vector<UdcSuggestion> suggestions(const UnclassedWork& work) {
  WorksInMemory works = library();
  return suggest_udc(work, works, {captions(), cues()});
}

UnclassedWork work(std::string title, std::string author, std::string language = "ro") {
  UnclassedWork made;
  made.title = std::move(title);
  made.author = std::move(author);
  made.language = std::move(language);
  return made;
}

TEST(UdcTerms, FoldsCutsAndDropsSmallWords) {
  EXPECT_EQ(udc_terms("P\u0103durea sp\u00E2nzura\u021Bilor, de la A la Z pentru to\u021Bi"),
            (std::vector<std::string>{"padure", "spanzu", "toti"}));
  EXPECT_TRUE(udc_terms("").empty());
}

TEST(UdcSuggestion, TheSameWorkComesFirst) {
  const auto found = suggestions(work("Ion", "Liviu Rebreanu"));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].udc, "821.135.1-31");
  EXPECT_EQ(found[0].reason, "udc_suggestion.same_work");
}

TEST(UdcSuggestion, TheRecordOfTheHostWins) {
  UnclassedWork asked = work("Ion", "Rebreanu, Liviu");
  asked.record_classes = {"821.135.1 - 31", "398"};
  const auto found = suggestions(asked);
  ASSERT_EQ(found.size(), 2U);
  EXPECT_EQ(found[0].udc, "821.135.1-31");
  EXPECT_EQ(found[0].reason, "udc_suggestion.record");
  EXPECT_EQ(found[1].udc, "398");
}

TEST(UdcSuggestion, AnAuthorStaysWithHisClass) {
  const auto found = suggestions(work("R\u0103scoala", "Rebreanu, Liviu"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].reason, "udc_suggestion.author");
  EXPECT_EQ(Messages("en").operator()(found[0].reason, found[0].arguments),
            "2 titles have this class, of 2 by the author.");
}

TEST(UdcSuggestion, LanguageAndFormGiveLiterature) {
  auto asked = work("Toate p\u00E2nzele sus! Roman", "Necunoscut, X");
  EXPECT_EQ(suggestions(asked)[0].udc, "821.135.1-31");
  asked.original_language = "fre";
  EXPECT_EQ(suggestions(asked)[0].udc, "821.133.1-31=135.1");
  asked.original_language = "eng";
  const int unsure = suggestions(asked)[0].score;
  asked.original_language = "ger";
  EXPECT_LT(unsure, suggestions(asked)[0].score) << "the country is not known";
}

TEST(UdcSuggestion, LikeTitlesVote) {
  const auto found = suggestions(work("Cre\u0219terea albinelor pe \u00EEn\u021Beles", ""));
  ASSERT_FALSE(found.empty());
  EXPECT_EQ(found[0].udc, "638.1");
  EXPECT_EQ(found[0].reason, "udc_suggestion.neighbours");
}

TEST(UdcSuggestion, CaptionsHelpWhereNothingElseDoes) {
  EXPECT_EQ(suggestions(work("Manual de apicultur\u0103 practic\u0103", "")).at(0).udc, "638");
  const auto found = suggestions(work("Viticultura", "Alt, Nume"));
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].udc, "634.8");
  EXPECT_EQ(found[0].reason, "udc_suggestion.caption");
}

TEST(UdcSuggestion, AbstainsRatherThanGuess) {
  EXPECT_TRUE(suggestions(work("Zile senine", "Alt, Nume")).empty());
  EXPECT_TRUE(suggestions(work("", "")).empty());
}

TEST(UdcSuggestion, ClassesOfOtherCataloguesCountBelowThoseOfHere) {
  UnclassedWork asked = work("Zile senine", "Alt, Nume");
  asked.elsewhere = {{"821.135.1-32", "Cluj"}, {"821.135.1-32", "Iași"}, {"82-32", "Iași"}};
  const auto found = suggestions(asked);
  ASSERT_EQ(found.size(), 2U) << "a class is said once";
  EXPECT_EQ(found[0].udc, "821.135.1-32");
  EXPECT_EQ(found[0].reason, "udc_suggestion.elsewhere");
  EXPECT_EQ(std::get<std::string>(found[0].arguments.at(0).value), "Cluj");
  asked.record_classes = {"821.135.1-34"};
  EXPECT_EQ(suggestions(asked)[0].udc, "821.135.1-34");
}

TEST(UdcSuggestion, ItsOwnClassIsNotAsked) {
  WorksInMemory works = library();
  UnclassedWork asked = work("Geometrie plan\u0103", "Matei, M.");
  asked.id = 5;
  EXPECT_TRUE(suggest_udc(asked, works, {captions(), cues()}).empty());
}

TEST(UdcSuggestion, RefusesAListOfCuesThatIsNone) {
  EXPECT_EQ(title_cues("cue,part\nroman\n").error().message, "udc_cues.line");
}

}  // namespace
}  // namespace metodica
