// Classes through door 1, on SQLite and PostgreSQL: checks, words, captions, proposals.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;

Json copy_line(std::int64_t number, const std::string& author, const std::string& title,
               const std::string& udc) {
  Json line = Json::object({{"register", "carti"},
                            {"number", number},
                            {"title", title},
                            {"author", author},
                            {"value", "10.0000"},
                            {"language", "ro"},
                            {"content", "82"},
                            {"custody", "adulti"},
                            {"acquired_on", "2015-01-15"}});
  if (!udc.empty())
    line.set("udc", udc);
  return line;
}

Json opening() {
  Json::Array copies = {copy_line(1, "Rebreanu, Liviu", "Ion", "821.135.1-31"),
                        copy_line(2, "Rebreanu, Liviu", "Răscoala", "821.135.1-31"),
                        copy_line(3, "Rebreanu, Liviu", "Ciuleandra", ""),
                        copy_line(4, "Pop, Ana", "Creșterea albinelor", "638.1"),
                        copy_line(5, "Dan, Ion", "Albinele din grădină", "")};
  Json::Array registers = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 5}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", registers}, {"copies", copies}});
}

Json copy(std::int64_t number) {
  return Json::object({{"register", "carti"}, {"number", number}});
}

Json pack(const std::string& base64, const std::string& notice) {
  Json args = Json::object({{"file", Json::object({{"name", "clase.csv"}, {"base64", base64}})}});
  if (!notice.empty())
    args.set("notice", notice);
  return args;
}

class Classes : public DoorTest {
 protected:
  Json check(const std::string& notation) {
    return door().good("processing.udc.check", Json::object({{"notation", notation}}));
  }
  std::string sentence(const std::string& notation) {
    return door()
        .good("processing.udc.explain", Json::object({{"notation", notation}}))["sentence"]
        .text();
  }
};

TEST_P(Classes, ACheckNamesEveryFaultWithItsRepair) {
  const Json checked = check("821,135:5++6");
  EXPECT_FALSE(checked["ok"].boolean(true));
  ASSERT_EQ(checked["problems"].items().size(), 2U);
  const Json& comma = checked["problems"].items()[0];
  EXPECT_EQ(comma["position"].integer(), 4);
  EXPECT_EQ(comma["found"].text(), ",");
  EXPECT_EQ(comma["expected"].text(), "punct");
  EXPECT_EQ(comma["repair"].text(), "821.135:5++6");
  EXPECT_EQ(checked["repaired"].text(), "821.135:5+6");
}

TEST_P(Classes, ACheckRemarksOldClassesAndTextEncodedTwice) {
  EXPECT_THAT(check("859.0-31")["warnings"].dump(), HasSubstr("821.135.1"));
  const Json twice = check("929 St\u00C4\u0192niloae");
  EXPECT_THAT(twice["warnings"].dump(), HasSubstr("processing.udc_encoded_twice"));
  EXPECT_THAT(twice["warnings"].dump(), HasSubstr("St\u0103niloae"));
  EXPECT_EQ(check("821.135.1-31")["warnings"].items().size(), 0U);
}

TEST_P(Classes, WordsComeFromThePackOfTheProgramAndFromALoadedOne) {
  EXPECT_EQ(sentence("821.135.1-31=511.141"), "Literatură română – roman – în limba maghiară");
  // "notation,caption_ro\n821.135.1,Scriitori de la noi\n"
  const std::string own = "bm90YXRpb24sY2FwdGlvbl9ybwo4MjEuMTM1LjEsU2NyaWl0b3JpIGRlIGxhIG5vaQo=";
  EXPECT_EQ(door().call("processing.udc.captions_load", pack(own, ""))["field"].text(), "notice")
      << "captions without an owner are refused";
  door().good("processing.udc.captions_load", pack(own, "Clasele bibliotecii"));
  const Json said =
      door().good("processing.udc.explain", Json::object({{"notation", "821.135.1-31"}}));
  EXPECT_EQ(said["sentence"].text(), "Scriitori de la noi – roman");
  EXPECT_EQ(said["notice"].text(), "Clasele bibliotecii");
  EXPECT_THAT(door().good("processing.udc.captions").dump(), HasSubstr("Clasele bibliotecii"));
  EXPECT_EQ(door().call("processing.udc.captions_load", pack("eA==", "x"))["message"].text(),
            "udc_captions.header");
}

TEST_P(Classes, ProposalsAreLearnedTakenAndCounted) {
  door().good("registers.open", opening());
  door().good("processing.udc.suggest_learn");
  const Json proposed = door().good("processing.copy", copy(3));
  EXPECT_THAT(proposed.dump(), HasSubstr("821.135.1-31"));
  EXPECT_THAT(proposed.dump(), HasSubstr("ale autorului"));
  door().good("processing.give_mark", copy(3).set("udc", "821.135.1-31"));
  door().good("processing.give_mark", copy(5).set("udc", "638.12"));
  const Json report = door().good("processing.udc.suggest_report");
  EXPECT_EQ(report["works"].integer(), 5);
  EXPECT_EQ(report["accepted"]["first"].integer(), 1);
  EXPECT_EQ(report["accepted"]["none"].integer(), 1);
  const Json again =
      door().good("processing.udc.suggest",
                  Json::object({{"title", "Crăișorul"}, {"author", "Liviu Rebreanu"}}));
  EXPECT_EQ(again["suggestions"].items().at(0)["udc"].text(), "821.135.1-31");
  EXPECT_THAT(again["suggestions"].items().at(0)["reason"].text(), HasSubstr("3"));
}

TEST_P(Classes, RulesOfShorteningAreShownBeforeTheyAreKept) {
  door().good("registers.open", opening());
  door().good("processing.give_mark", copy(1));
  const Json rules = Json::object(
      {{"rules", Json::array({Json::object({{"prefix", "821.135.1"}, {"replacement", "821RO"}})})},
       {"drop_special", true}});
  const std::string shown = door().good("processing.rules_preview", rules).dump();
  EXPECT_THAT(shown, HasSubstr("\"821.135.1-31\",\"821RO\",\"1\""));
  EXPECT_THAT(door().good("processing.copy", copy(2)).dump(), HasSubstr("821.135.1-31 R43r"))
      << "a preview keeps nothing";
  door().good("processing.rules_save", rules);
  EXPECT_THAT(door().good("processing.copy", copy(2)).dump(), HasSubstr("821RO R43r"));
  EXPECT_EQ(door().good("processing.rules_preview", rules)["kind"].text(), "screen");
  const Json wrong = door().call(
      "processing.rules_preview",
      Json::object({{"rules", Json::array({Json::object({{"prefix", "x"}, {"depth", 2}})})}}));
  EXPECT_THAT(wrong.dump(), HasSubstr("rules"));
}

METODICA_ON_SHARED_ENGINES(Classes);

}  // namespace
}  // namespace metodica::test
