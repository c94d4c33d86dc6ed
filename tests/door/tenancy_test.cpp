// Trying to reach the neighbour: every action, with every role, must neither show nor change
// anything of a library that is not the caller's. Actions are found from app.actions with their
// examples, so that a new one is tried without a word here.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "json/base64.hpp"
#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::HasSubstr;
using testing::Not;

constexpr const char* own = "57706";
constexpr const char* neighbour = "57707";
/// In every text that the neighbour typed.
constexpr const char* mark = "Vecinătate";

const std::vector<std::string>& roles() {
  static const std::vector<std::string> all = {"reader",        "librarian",    "keeper",
                                               "commission",    "manager",      "accountant",
                                               "methodologist", "administrator"};
  return all;
}

Json opening(const std::string& title) {
  Json::Array copies;
  for (std::int64_t number = 1; number <= 3; ++number) {
    copies.push_back(Json::object({{"register", "carti"},
                                   {"number", number},
                                   {"title", title + " " + std::to_string(number)},
                                   {"value", "2.5000"},
                                   {"language", "ro"},
                                   {"udc", "821.135.1-31"},
                                   {"barcode", title.substr(0, 3) + std::to_string(number)},
                                   {"acquired_on", "2015-01-15"}}));
  }
  const Json books = Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 3}});
  return Json::object(
      {{"opened_on", "2025-01-01"}, {"registers", Json::array({books})}, {"copies", copies}});
}

Json donation(const std::string& partner, const std::string& number) {
  const Json line = Json::object({{"title", "Carte " + partner},
                                  {"language", "ro"},
                                  {"udc", "821.135.1"},
                                  {"register", "carti"},
                                  {"copies", 2},
                                  {"unit_value", "10.00"}});
  return Json::object(
      {{"source", "donation"},
       {"partner", partner},
       {"act", Json::object({{"kind", "minutes"}, {"number", number}, {"date", "2026-01-02"}})},
       {"lines", Json::array({line})}});
}

/// The arguments, and the same with each text in them made a name of the neighbour's things.
std::vector<Json> variants(const Json& example, const std::vector<std::string>& names) {
  std::vector<Json> all = {example};
  for (const auto& [member, value] : example.members()) {
    if (!value.is_text())
      continue;
    for (const std::string& name : names) {
      Json changed = example;
      changed.set(member, name);
      all.push_back(std::move(changed));
    }
  }
  return all;
}

class Neighbours : public DoorTest {
 protected:
  void prepare() override {
    settle_in(neighbour, mark);
    settle_in(own, "Acasă");
  }

  void settle_in(const char* library, const std::string& word) {
    door().set_library(library);
    door().good("registers.open", opening(word));
    door().good("acquisition.receive", donation(word, "1"));
    door().good("institution.save", Json::object({{"institution_name", "Biblioteca " + word}}));
    door().call("withdrawal.propose",
                Json::object({{"cause", "worn"},
                              {"copies", Json::array({word.substr(0, 3) + "1"})},
                              {"remarks", word}}));
  }

  std::string everything_of(const char* library) {
    door().set_library(library);
    door().set_roles(roles());
    std::string all;
    all += door().good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}})).dump();
    all += door().good("registers.ri", Json::object({{"register", "carti"}})).dump();
    for (const char* action : {"institution.settings", "withdrawal.list", "registers.inventory"})
      all += door().good(action).dump();
    return all;
  }
};

TEST_P(Neighbours, SeeAndChangeNothingOfEachOther) {
  const std::string before = everything_of(neighbour);
  ASSERT_THAT(before, HasSubstr(mark));
  door().set_library(own);
  const Json actions = door().good("app.actions")["actions"];
  ASSERT_GT(actions.items().size(), 80U);
  std::size_t calls = 0;
  for (const Json& action : actions.items()) {
    for (const std::string& role : roles()) {
      for (const Json& args : variants(action["example"], {"Vec1", neighbour})) {
        door().set_library(own);
        door().set_roles({role});
        const Json reply = door().call(action["name"].text(), args);
        EXPECT_THAT(reply.dump(), Not(HasSubstr(mark))) << action["name"].text() << " as " << role;
        EXPECT_THAT(Door::bytes_of(reply), Not(HasSubstr(mark))) << action["name"].text();
        ++calls;
      }
    }
  }
  EXPECT_GT(calls, 1000U);
  EXPECT_EQ(everything_of(neighbour), before);
}

TEST_P(Neighbours, OfAHubAreSeenByTheCountyAndWrittenByNobody) {
  constexpr const char* village = "99001";
  door().set_library(own);
  door().good("hub.init");
  const Json code = door().good(
      "hub.code", Json::object({{"name", mark}, {"libraries", Json::array({village})}}));
  door().good("hub.enrol", Json::object({{"code", code["code"]}, {"token", std::string(64, 'a')}}));
  const Json actions = door().good("app.actions")["actions"];
  for (const Json& action : actions.items()) {
    for (const std::string& role : roles()) {
      door().set_library(village);
      door().set_roles({role});
      const std::string& name = action["name"].text();
      const std::string said = door().call(name, action["example"])["message"].text();
      if (role != "methodologist") {
        EXPECT_EQ(said, "app.library_not_served") << name << " as " << role;
      } else if (action["kind"].text() != "read" && said != "app.denied" &&
                 name.rfind("hub.", 0) != 0 && name.rfind("sync.", 0) != 0) {
        EXPECT_THAT(said,
                    testing::AnyOf("hub.foreign_home", HasSubstr("field."), HasSubstr("form.")))
            << name;
      }
    }
  }
}

METODICA_ON_SHARED_ENGINES(Neighbours);

}  // namespace
}  // namespace metodica::test
