/// A node and its hub through door 1, the hub on each engine.
#pragma once

#include <gtest/gtest.h>

#include <memory>
#include <string>

#include "json/base64.hpp"
#include "support/door.hpp"
#include "support/needed.hpp"

namespace metodica::test {

inline constexpr const char* village = "57707";
inline const std::string token(64, 'a');
inline const std::string other_token(64, 'b');

inline Json opening() {
  Json::Array copies;
  for (std::int64_t number = 1; number <= 3; ++number) {
    copies.push_back(Json::object({{"register", "carti"},
                                   {"number", number},
                                   {"title", "Volum " + std::to_string(number)},
                                   {"value", "2.5000"},
                                   {"language", "ro"},
                                   {"udc", "821.135.1-31"},
                                   {"acquired_on", "2015-01-15"}}));
  }
  Json::Array registers = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 3}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", registers}, {"copies", copies}});
}

inline Json donation(const std::string& number, int copies = 2) {
  Json line = Json::object({{"title", "Carte " + number},
                            {"language", "ro"},
                            {"udc", "821.135.1"},
                            {"register", "carti"},
                            {"copies", copies},
                            {"unit_value", "10.00"}});
  return Json::object(
      {{"source", "donation"},
       {"partner", "Donator"},
       {"act", Json::object({{"kind", "minutes"}, {"number", number}, {"date", "2026-01-02"}})},
       {"lines", Json::array({line})}});
}

class CountyTest : public testing::TestWithParam<TestEngine> {
 protected:
  void SetUp() override {
    if (const std::string why = missing(GetParam()); !why.empty()) {
      METODICA_MISSING(why);
    }
    hub_ = std::make_unique<Door>(GetParam());
    node_ = std::make_unique<Door>(TestEngine::sqlite_file);
    node_->set_library(village);
    node_->good("registers.open", opening());
    hub_->good("hub.init");
  }

  Door& hub() { return *hub_; }
  Door& node() { return *node_; }

  std::string code() {
    return hub()
        .good("hub.code",
              Json::object({{"name", "Comuna"}, {"libraries", Json::array({village})}}))["code"]
        .text();
  }

  Json enrol(const std::string& with = token) {
    Json reply = hub().good("hub.enrol", Json::object({{"code", code()}, {"token", with}}));
    node().good("sync.start", Json::object({{"node", reply["node"]}, {"hub", "https://hub"}}));
    return reply;
  }

  Json batch() { return node().good("sync.batch"); }

  Json apply(const Json& batch, const std::string& with = token) {
    return hub().call(
        "hub.apply",
        Json::object(
            {{"token", with},
             {"batch",
              Json::object({{"name", "b"}, {"base64", base64_encoded(batch["text"].text())}})}}));
  }

  /// Sends everything; the last answer of the hub.
  Json exchange() {
    Json reply;
    for (bool more = true; more;) {
      const Json next = batch();
      more = next["more"].boolean();
      reply = apply(next);
      EXPECT_EQ(reply["stopped"].text(), "") << reply.dump();
      const Json agreed = node().good(
          "sync.sent", Json::object({{"sequence", reply["applied"]}, {"hash", reply["hash"]}}));
      EXPECT_TRUE(agreed["agreed"].boolean()) << agreed.dump();
    }
    return reply;
  }

  /// The rows of part I of the village, as seen by `door`.
  static Json movement(Door& door) {
    door.set_library(village);
    Json rows = door.good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}))["rows"];
    return rows;
  }

  void at_home() { hub().set_library("57706"); }

 private:
  std::unique_ptr<Door> hub_, node_;
};

}  // namespace metodica::test
