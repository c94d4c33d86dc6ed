// The whole way of a book with a Koha behind it: reception, call number, stocktaking, withdrawal
// through door 1, and what arrives in Koha. Then the same with a Koha that fails in between.
#include <fcntl.h>
#include <gmock/gmock.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <csignal>
#include <fstream>
#include <thread>

#include "rest_koha.hpp"
#include "support/door.hpp"

namespace metodica::koha::test {
namespace {

using metodica::test::Door;
using metodica::test::TestEngine;
using testing::HasSubstr;

Json old_copy(std::int64_t number) {
  return Json::object({{"register", "carti"},
                       {"number", number},
                       {"title", "Ion"},
                       {"author", "Rebreanu, Liviu"},
                       {"value", "2.5000"},
                       {"language", "ro"},
                       {"udc", "821.135.1-31"},
                       {"custody", "adulți"},
                       {"barcode", "RO" + std::to_string(1000 + number)},
                       {"acquired_on", "2007-05-02"}});
}

Json opening() {
  Json::Array copies = {old_copy(1), old_copy(2)};
  Json::Array books = {Json::object(
      {{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}, {"last_number", 2}})};
  return Json::object({{"opened_on", "2025-01-01"}, {"registers", books}, {"copies", copies}});
}

Json donation() {
  const Json line = Json::object({{"title", "Carte nouă"},
                                  {"author", "Pop, Ana"},
                                  {"language", "ro"},
                                  {"udc", "821.135.1"},
                                  {"register", "carti"},
                                  {"copies", 2},
                                  {"unit_value", "10.50"}});
  return Json::object(
      {{"source", "donation"},
       {"partner", "Asociația Cartea"},
       {"act", Json::object({{"kind", "minutes"}, {"number", "1"}, {"date", "2025-02-01"}})},
       {"lines", Json::array({line})}});
}

class Walk : public testing::Test {
 protected:
  void SetUp() override {
    const std::int64_t ion = data_.add_title(record_of("UNIMARC", "Ion"), "Ion");
    for (const char* const number : {"1", "2"}) {
      data_.add_item(Json::object({{"biblio_id", ion},
                                   {"external_id", std::string("RO100") + number},
                                   {"inventory_number", std::string("carti-") + number},
                                   {"home_library_id", "CENTRU"},
                                   {"extended_subfields", Json()}}));
    }
    const std::string client = (scratch_.folder() / "koha-client").string();
    std::ofstream(client) << "metodica\ngeheim\n";
    ::chmod(client.c_str(), 0600);
    door_ =
        std::make_unique<Door>(TestEngine::sqlite_file, "koha",
                               "way = rest\nurl = " + koha_.url() + "\nclient_file = " + client +
                                   "\nlibraries = CENTRU=57706; F3=57706/F3\ntime_limit = 30\n");
    door_->good("registers.open", opening());
  }

  Door& door() { return *door_; }

  /// Koha's item with this inventory number, null when there is none.
  Json item(const std::string& number) {
    const auto found = data_.items_by("inventory_number", {Json(number)});
    EXPECT_LE(found.size(), 1U) << number;
    return found.empty() ? Json() : found.front();
  }

  void withdraw(const std::string& barcode, const std::string& copy) {
    const Json reply = door().good(
        "withdrawal.propose",
        Json::object({{"cause", "worn"},
                      {"copies", Json::array({Json::object(
                                     {{"code", barcode}, {"state", "cotor rupt"}})})}}));
    const Json proposal = reply["at"]["args"]["proposal"];
    door().good(
        "withdrawal.examine",
        Json::object(
            {{"proposal", proposal},
             {"decision_number", "19"},
             {"decision_date", "2025-02-02"},
             {"chair", "Ioana Pop"},
             {"members", Json::array({"Dan Rus"})},
             {"minutes_number", "7"},
             {"minutes_date", "2025-02-05"},
             {"destination", "waste_paper"},
             {"copies", Json::array({Json::object(
                            {{"copy", copy}, {"verdict", "accept"}, {"finding", "uzat"}})})}}));
    door().good("withdrawal.approve", Json::object({{"proposal", proposal},
                                                    {"decision_number", "21"},
                                                    {"decision_date", "2025-02-12"}}));
  }

  metodica::test::TestDatabase scratch_{TestEngine::sqlite_file};
  KohaData data_;
  RestKoha koha_{data_};
  std::unique_ptr<Door> door_;
};

TEST_F(Walk, WhatIsReceivedIsInKoha) {
  door().good("acquisition.receive", donation());
  const Json made = item("carti-3");
  ASSERT_FALSE(made.is_null()) << door().good("host.waiting").dump();
  EXPECT_FALSE(made["external_id"].text().empty());
  EXPECT_EQ(made["purchase_price"].text(), "10.50");
  EXPECT_EQ(made["replacement_price"].text(), "10.50");
  EXPECT_EQ(made["acquisition_source"].text(), "Asociația Cartea");
  EXPECT_EQ(made["acquisition_date"].text().size(), 10U);
  EXPECT_EQ(made["not_for_loan_status"].integer(), -1);
  EXPECT_EQ(made["home_library_id"].text(), "CENTRU");
  EXPECT_EQ(made["biblio_id"], item("carti-4")["biblio_id"]) << "two copies, one record";
  EXPECT_EQ(data_.titles().size(), 2U);
}

TEST_F(Walk, ACallNumberAndAWithdrawalReachKoha) {
  door().good("processing.give_mark", Json::object({{"register", "carti"}, {"number", 1}}));
  EXPECT_EQ(item("carti-1")["callnumber"].text(), "821.135.1-31 R43i")
      << door().good("host.waiting").dump();
  withdraw("RO1002", "carti 2");
  EXPECT_EQ(item("carti-2")["withdrawn"].integer(), 1) << door().good("host.waiting").dump();
  EXPECT_EQ(item("carti-1")["withdrawn"].integer(), 0);
}

TEST_F(Walk, StocktakingKnowsWhatKohaHasLent) {
  data_.change_elsewhere(item("carti-2")["item_id"].integer(), "checked_out_date", "2030-01-01");
  const Json opened =
      door().good("stocktaking.open", Json::object({{"custody", "adulți"},
                                                    {"reason", "periodic"},
                                                    {"method", "scanning"},
                                                    {"decision_number", "14"},
                                                    {"decision_date", "2025-02-01"},
                                                    {"chair", "Ioana Pop"},
                                                    {"members", Json::array({"Dan Rus"})},
                                                    {"starts_on", "2025-02-03"}}));
  const Json session = opened["at"]["args"]["session"];
  door().good("stocktaking.statement", Json::object({{"session", session},
                                                     {"keeper", "Ana Ilea"},
                                                     {"stated_on", "2025-02-03"},
                                                     {"last_entry", "preluarea"},
                                                     {"last_exit", "niciunul"}}));
  door().good("stocktaking.scan", Json::object({{"session", session}, {"code", "RO1001"}}));
  door().good("stocktaking.refresh", Json::object({{"session", session}}));
  const Json counts =
      door().good("stocktaking.state", Json::object({{"session", session}}))["counts"];
  EXPECT_EQ(counts["found"]["units"].integer(), 1) << counts.dump();
  EXPECT_EQ(counts["missing"]["units"].integer(), 0) << "the other is with a reader";
}

// Nothing accepted is lost: the registers are written, Koha is told when it is back.
TEST_F(Walk, AKohaThatFailsDelaysItself) {
  for (const int status : {500, 503, 401, 403}) {
    koha_.add({"", "/biblios", status, R"({"error":"away"})"});
    koha_.add({"", "/items", status, R"({"error":"away"})"});
  }
  door().good("acquisition.receive", donation());
  EXPECT_TRUE(item("carti-3").is_null());
  const std::string waiting = door().good("host.waiting").dump();
  EXPECT_THAT(waiting, HasSubstr("în așteptare"));
  EXPECT_THAT(waiting, HasSubstr("eroare în sistemul bibliotecii; se încearcă din nou"));
  door().good("host.retry");
  EXPECT_TRUE(item("carti-3").is_null());
  koha_.clear_faults();
  door().good("host.retry");
  EXPECT_FALSE(item("carti-3").is_null()) << door().good("host.waiting").dump();
  EXPECT_FALSE(item("carti-4").is_null());
  EXPECT_EQ(data_.titles().size(), 2U);
  EXPECT_EQ(data_.items().size(), 4U);
}

// The answer of a write that was done gets lost; sent again it is there once.
TEST_F(Walk, ALostAnswerMakesNothingTwice) {
  Fault lost{"POST", "/biblios"};
  lost.cut = true;
  koha_.add(lost);
  door().good("acquisition.receive", donation());
  koha_.clear_faults();
  for (int round = 0; round < 3; ++round) {
    door().good("host.retry");
  }
  EXPECT_EQ(data_.titles().size(), 2U);
  EXPECT_EQ(data_.items().size(), 4U);
  EXPECT_FALSE(item("carti-4").is_null());
}

// A worker is killed after Koha made the record and before the answer came.
TEST_F(Walk, AWorkerKilledInAWriteLosesNothing) {
  Fault slow{"POST", "/biblios"};
  slow.slow_milliseconds = 700;
  koha_.add(slow);
  const std::string request =
      Json::object({{"do", "acquisition.receive"}, {"key", "reception"}, {"args", donation()}})
          .dump();
  const std::string file = (scratch_.folder() / "request").string();
  std::ofstream(file) << request << '\n';
  const std::string config = door().configuration();
  const pid_t worker = ::fork();
  if (worker == 0) {
    ::dup2(::open(file.c_str(), O_RDONLY), 0);
    ::dup2(::open("/dev/null", O_WRONLY), 1);
    ::execl(METODICA_PROGRAM, METODICA_PROGRAM, "call", "--config", config.c_str(), nullptr);
    ::_exit(127);
  }
  for (int tries = 0; tries < 400 && koha_.count("POST", "/biblios") == 0; ++tries) {
    std::this_thread::sleep_for(std::chrono::milliseconds(10));
  }
  ::kill(worker, SIGKILL);
  int status = 0;
  ::waitpid(worker, &status, 0);
  ASSERT_TRUE(WIFSIGNALED(status)) << "it ended by itself: " << status;
  EXPECT_EQ(data_.titles().size(), 2U) << "Koha had made the record";
  EXPECT_TRUE(item("carti-3").is_null());
  koha_.clear_faults();
  door().good("host.retry");
  EXPECT_FALSE(item("carti-3").is_null()) << door().good("host.waiting").dump();
  EXPECT_EQ(data_.titles().size(), 2U);
  EXPECT_EQ(data_.items().size(), 4U);
}

TEST_F(Walk, WhyKohaRefusesStandsOnTheScreen) {
  data_.add_item(
      Json::object({{"biblio_id", 17}, {"external_id", "C0000003"}, {"home_library_id", "F3"}}));
  door().good("acquisition.receive", donation());
  const std::string screen = door().good("host.waiting").dump();
  EXPECT_THAT(screen, HasSubstr("codul de bare este folosit deja"));
  EXPECT_THAT(screen, HasSubstr("refuzat"));
}

TEST_F(Walk, TheDoctorSaysWhatIsWrongInSentences) {
  const Json fine = door().good("app.doctor")["checks"];
  ASSERT_GE(fine.items().size(), 4U);
  for (const Json& check : fine.items()) {
    EXPECT_EQ(check["result"].text(), "passed") << check.dump();
    EXPECT_THAT(check["text"].text(), testing::EndsWith(".")) << check.dump();
  }
  koha_.open_to_all = true;
  const Json open = door().good("app.doctor")["checks"].items().at(0);
  EXPECT_EQ(
      open["text"].text(),
      "Koha răspunde la /items și fără autentificare. Metodica nu lucrează cu un Koha deschis "
      "tuturor. (" +
          koha_.url() + ")");
  EXPECT_FALSE(open["hint"].text().empty());
  koha_.open_to_all = false;
  koha_.missing_fields = {"inventory_number"};
  EXPECT_THAT(door().good("app.doctor").dump(), HasSubstr("(inventory_number)"));
}

TEST_F(Walk, AKohaThatIsAwayDoesNotKeepTheRegistersFromOpening) {
  const std::string url = koha_.url();
  koha_.add({"", "", 0, "", "", 3000});
  door().restart();
  EXPECT_EQ(
      door().good("registers.ri", Json::object({{"register", "carti"}}))["lines"].items().size(),
      2U);
}

}  // namespace
}  // namespace metodica::koha::test
