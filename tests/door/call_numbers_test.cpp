// Call numbers by scheme, and in batches, through door 1 on SQLite and PostgreSQL.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"
#include "support/small_stock.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Json copy_of(std::int64_t number, const char* author, const char* title, const char* custody) {
  return old_copy(number, Json::object({{"title", title},
                                        {"author", author},
                                        {"content", "82"},
                                        {"custody", custody},
                                        {"udc", "821.135.1-31"}}));
}

class CallNumbers : public DoorTest {
 protected:
  void prepare() override {
    const Json::Array copies = {copy_of(1, "Rebreanu, Liviu", "Ion", "Depozit"),
                                copy_of(2, "Rebreanu, Liviu", "Ion", "Depozit"),
                                copy_of(3, "Rebreanu, Liviu", "Jar", "Depozit"),
                                copy_of(4, "Preda, Marin", "Moromeții", "Adulți"),
                                copy_of(5, "Preda, Marin", "Delirul", "Adulți"),
                                copy_of(6, "Preda, Marin", "Desfășurarea", "Adulți")};
    door().good("registers.open", opening_with(copies));
  }

  static Json copy(std::int64_t number) {
    return Json::object({{"register", "carti"}, {"number", number}});
  }
  std::string give(const Json& args) {
    return door().good("processing.give_mark", args)["call_number"].text();
  }
  std::string message(const std::string& action, const Json& args) {
    return door().call(action, args)["message"].text();
  }
  std::string call_number(std::int64_t number) {
    const Json lines = door().good(
        "registers.ri", Json::object({{"register", "carti"}, {"from", number}, {"to", number}}));
    return lines["lines"].items().at(0)["call_number"].text();
  }
  void scheme(Json values) { door().good("processing.scheme_save", values); }

  /// Plans to the end; the id of the batch.
  std::string plan(const Json& args) {
    const std::string id = "batch-" + std::to_string(++batches_);
    Json next = args;
    for (bool first = true;; first = false) {
      if (first)
        door().set_key(id);
      const Json reply = door().good("processing.batch_plan", next);
      if (reply["kind"].text() != "progress")
        return id;
      next = reply["next"];
    }
  }
  void run(const char* action, const std::string& id) {
    Json next = Json::object({{"batch", id}});
    for (;;) {
      const Json reply = door().good(action, next);
      if (reply["kind"].text() != "progress")
        return;
      next = reply["next"];
    }
  }
  std::vector<std::string> lines(const std::string& id) {
    std::vector<std::string> all;
    const Json reply = door().good("processing.batch_lines", Json::object({{"batch", id}}));
    for (const Json& line : reply["lines"].items()) {
      all.push_back(std::to_string(line["number"].integer()) + " " + line["before"].text() + " > " +
                    line["planned"].text() + " " + line["state"].text());
    }
    return all;
  }

 private:
  int batches_ = 0;
};

TEST_P(CallNumbers, FormatMarksCountInTheirHeightClass) {
  scheme(Json::object({{"custody", "Depozit"}, {"first", "format"}}));
  EXPECT_EQ(message("processing.give_mark", copy(1)), "call_numbers.no_height");
  EXPECT_EQ(give(copy(1).set("height", 20)), "I 1");
  EXPECT_EQ(give(copy(2).set("height", 20)), "I 1") << "one number for the title";
  EXPECT_EQ(give(copy(3).set("height", 21)), "II 1");
  EXPECT_EQ(give(copy(3).set("height", 21)), "II 1") << "a copy keeps its number";
  EXPECT_EQ(give(copy(4)), "821.135.1-31 P74m") << "another custody";
  EXPECT_THAT(door().good("processing.copy", copy(3)).dump(), HasSubstr("II 1"));
}

TEST_P(CallNumbers, ANumberOnAnOldLabelIsKeptAndCountedOn) {
  scheme(Json::object({{"custody", "Depozit"}, {"first", "format"}, {"prefix", "RV"}}));
  EXPECT_EQ(give(copy(1).set("mark", "RV I-94")), "RV I-94");
  EXPECT_EQ(message("processing.give_mark", copy(3).set("mark", "RV I 94")),
            "call_numbers.number_taken");
  EXPECT_EQ(message("processing.give_mark", copy(3).set("mark", "94")), "format_mark.form");
  EXPECT_EQ(give(copy(3).set("height", 15)), "RV I 95");
  EXPECT_EQ(message("processing.number_start",
                    Json::object({{"prefix", "RV"}, {"class", 1}, {"next", 90}})),
            "call_numbers.number_back");
  door().good("processing.number_start",
              Json::object({{"prefix", "RV"}, {"class", 2}, {"next", 500}}));
  EXPECT_EQ(give(copy(2).set("height", 22)), "RV II 500");
}

TEST_P(CallNumbers, BothMarksOnOneCopy) {
  scheme(Json::object({{"second", "running"}, {"each_copy", true}, {"from_inventory", true}}));
  const Json given = door().good("processing.give_mark", copy(4));
  EXPECT_EQ(given["call_number"].text(), "821.135.1-31 P74m");
  EXPECT_THAT(door().good("processing.copy", copy(4)).dump(), HasSubstr("0004"));
}

TEST_P(CallNumbers, WhereTheyMustBeUniqueASecondOneIsRefused) {
  scheme(Json::object({{"unique", "copy"}}));
  EXPECT_EQ(give(copy(1)), "821.135.1-31 R43i");
  const Json refused = door().call("processing.give_mark", copy(2));
  EXPECT_EQ(refused["message"].text(), "call_numbers.copy_taken");
  EXPECT_EQ(refused["field"].text(), "copy");
  EXPECT_EQ(give(copy(2).set("copy", 2)), "821.135.1-31 R43i ex.2");
  door().good("processing.scheme_remove", Json::object({{"position", 1}}));
  scheme(Json::object({{"unique", "work"}}));
  EXPECT_EQ(message("processing.give_mark", copy(3).set("work_mark", "i")),
            "call_numbers.work_taken");
}

TEST_P(CallNumbers, SchemesAreKeptInTheOrderInWhichTheyAreTried) {
  scheme(Json::object({{"first", "running"}}));
  scheme(Json::object({{"custody", "Depozit"}, {"author", "letters"}}));
  EXPECT_EQ(give(copy(1)), "821.135.1-31 REBi") << "the narrower one is tried first";
  EXPECT_EQ(give(copy(4)), "0001");
  EXPECT_EQ(
      message("processing.scheme_save", Json::object({{"first", "format"}, {"second", "format"}})),
      "call_numbers.same_family");
  EXPECT_EQ(message("processing.limits_save",
                    Json::object({{"limits", Json::array({Json::object({{"upto", 25}}),
                                                          Json::object({{"upto", 20}})})}})),
            "call_numbers.limits_rise");
}

TEST_P(CallNumbers, ABatchIsSeenThenGivenThenTakenBack) {
  give(copy(1).set("work_mark", "x"));
  const Json args =
      Json::object({{"work", "remake"}, {"which", "custody"}, {"custody", "Depozit"}});
  const std::string id = plan(args);
  // A work keeps its work mark; the copies without one join in.
  EXPECT_THAT(lines(id),
              ElementsAre("1 821.135.1-31 R43x > 821.135.1-31 R43x same",
                          "2  > 821.135.1-31 R43x planned", "3  > 821.135.1-31 R43j planned"));
  EXPECT_EQ(call_number(2), "") << "nothing is given yet";
  door().set_key(id);
  door().good("processing.batch_plan", args);  // the same key again: the same batch
  run("processing.batch_apply", id);
  EXPECT_EQ(call_number(2), "821.135.1-31 R43x");
  EXPECT_EQ(message("processing.batch_apply", Json::object({{"batch", id}})), "batches.not_ready");
  give(copy(3).set("section", "L"));  // changed by hand since
  run("processing.batch_undo", id);
  EXPECT_EQ(call_number(1), "821.135.1-31 R43x");
  EXPECT_EQ(call_number(2), "");
  EXPECT_EQ(call_number(3), "L 821.135.1-31 R43j");
  EXPECT_THAT(lines(id), testing::Contains("3  > 821.135.1-31 R43j changed"));
  EXPECT_THAT(door().good("processing.batch", Json::object({{"batch", id}})).dump(),
              HasSubstr("a primit între timp cota L 821.135.1-31 R43j"));
  EXPECT_EQ(door().good("processing.marks")["lines"].items().size(), 2U)
      << "what had no call number has no place on the shelf again";
}

TEST_P(CallNumbers, ABatchAfterNewRulesMovesTheShelfAndBack) {
  for (const std::int64_t number : {1, 2, 3, 4, 5, 6})
    give(copy(number));
  door().good("processing.rules_save",
              Json::object({{"rules", Json::array({Json::object({{"prefix", "821.135.1"},
                                                                 {"replacement", "821RO"}})})}}));
  const std::string id =
      plan(Json::object({{"work", "remake"}, {"which", "custody"}, {"custody", "Adulți"}}));
  run("processing.batch_apply", id);
  EXPECT_EQ(call_number(4), "821RO-31 P74m");
  EXPECT_EQ(call_number(5), "821RO-31 P74d");
  EXPECT_EQ(call_number(6), "821RO-31 P74de") << "two works of the batch do not meet";
  run("processing.batch_undo", id);
  EXPECT_EQ(call_number(4), "821.135.1-31 P74m");
  EXPECT_EQ(call_number(6), "821.135.1-31 P74de");
}

TEST_P(CallNumbers, ABatchOfNumbersPlansThemOneAfterTheOther) {
  scheme(Json::object({{"first", "running"}}));
  const std::string id = plan(Json::object({{"work", "assign"}, {"which", "waiting"}}));
  EXPECT_THAT(lines(id),
              ElementsAre("1  > 0001 planned", "2  > 0001 planned", "3  > 0002 planned",
                          "4  > 0003 planned", "5  > 0004 planned", "6  > 0005 planned"));
  give(copy(6));  // takes 0001 in between
  run("processing.batch_apply", id);
  EXPECT_EQ(call_number(6), "0001");
  EXPECT_EQ(call_number(1), "0002");
  EXPECT_EQ(call_number(2), "0002");
  EXPECT_EQ(call_number(5), "0005");
  run("processing.batch_undo", id);
  EXPECT_EQ(call_number(1), "");
  EXPECT_EQ(call_number(6), "0001");
}

TEST_P(CallNumbers, WhatCannotBeGivenIsSaidByCopy) {
  scheme(Json::object({{"custody", "Depozit"}, {"first", "format"}}));
  const std::string id = plan(Json::object({{"work", "assign"}, {"which", "waiting"}}));
  const Json shown =
      door().good("processing.batch_lines", Json::object({{"batch", id}, {"only", "conflict"}}));
  ASSERT_EQ(shown["lines"].items().size(), 3U);
  EXPECT_THAT(shown["lines"].items()[0]["reason"].text(), HasSubstr("înălțimea cărții"));
  EXPECT_EQ(message("processing.batch_plan",
                    Json::object({{"work", "assign"}, {"which", "lot"}, {"lot", "9/2020"}})),
            "batches.none");
  EXPECT_EQ(message("processing.batch_apply", Json::object({{"batch", "none"}})),
            "batches.unknown");
}

METODICA_ON_SHARED_ENGINES(CallNumbers);

}  // namespace
}  // namespace metodica::test
