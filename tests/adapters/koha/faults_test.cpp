// What goes wrong with a Koha over the network: a clear sentence each time, and nothing is lost.
#include <gmock/gmock.h>

#include <chrono>
#include <cstdlib>
#include <map>
#include <string>

#include "rest_fixture.hpp"
#include "support/needed.hpp"

namespace metodica::koha::test {
namespace {

using testing::HasSubstr;

class Faults : public RestTest {
 protected:
  void SetUp() override {
    RestTest::SetUp();
    id_ = add_item("RO1", Json::object({{"extended_subfields", Json()}}));
  }

  /// The fault is over: the same change is sent again and is there once.
  void expect_nothing_lost(int writes = 1) {
    rest_.clear_faults();
    EXPECT_EQ(change("RO1", wanted_).outcome, Outcome::done_confirmed);
    EXPECT_EQ((*data_.item(id_))["callnumber"].text(), "821 NOU");
    EXPECT_EQ(data_.writes, writes);
  }

  /// A change while items cannot be written; its outcome.
  WriteOutcome change_with(Fault fault) {
    const Json now = copy("RO1");
    rest_.add(std::move(fault));
    return one(host().holdings_write->change(
        context("k1"),
        {Json::object({{"id", now["id"]}, {"version", now["version"]}, {"set", wanted_}})}));
  }

  std::int64_t id_ = 0;
  const Json wanted_ = Json::object({{"call_number", "821 NOU"}});
};

TEST_F(Faults, ASlowKohaIsGivenUpInTime) {
  limit_ = "1";
  open();
  rest_.add({"GET", "/items", 0, "", "", 4000});
  const auto before = std::chrono::steady_clock::now();
  const Problem problem = failed_reading();
  EXPECT_LT(std::chrono::steady_clock::now() - before, std::chrono::seconds(4));
  EXPECT_EQ(problem.message, "http.slow");
  EXPECT_EQ(problem.status, METODICA_UNREACHABLE);
  EXPECT_EQ(sentence(problem), "Serverul 127.0.0.1 nu a răspuns în 1 secundă.");
}

TEST_F(Faults, AWriteThatWasDoneButNotAnsweredIsNotDoneTwice) {
  Fault lost{"PUT", ""};
  lost.cut = true;
  const auto outcome = change_with(lost);
  EXPECT_EQ(outcome.outcome, Outcome::failed);
  EXPECT_TRUE(outcome.retry);
  expect_nothing_lost(1);
}

TEST_F(Faults, AWriteThatWasNotDoneIsDoneLater) {
  for (const int status : {500, 502, 503}) {
    rest_.clear_faults();
    const auto outcome = change_with({"PUT", "", status, R"({"error":"Something went wrong"})"});
    EXPECT_EQ(outcome.outcome, Outcome::failed) << status;
    EXPECT_TRUE(outcome.retry) << status;
    EXPECT_EQ(data_.writes, 0) << status;
  }
  expect_nothing_lost();
}

TEST_F(Faults, TheRestOfABatchIsNotTriedOnASilentKoha) {
  add_item("RO2", Json::object({{"extended_subfields", Json()}}));
  const Json first = copy("RO1");
  const Json second = copy("RO2");
  Fault lost{"PUT", "", 500, R"({"error":"away"})"};
  lost.cut = true;
  rest_.add(lost);
  Json::Array items;
  for (const Json& now : {first, second}) {
    items.push_back(
        Json::object({{"id", now["id"]}, {"version", now["version"]}, {"set", wanted_}}));
  }
  const auto outcomes = host().holdings_write->change(context("k"), items);
  ASSERT_TRUE(outcomes);
  EXPECT_EQ((*outcomes)[0].code, "unreachable");
  EXPECT_EQ((*outcomes)[1].code, "unreachable");
  EXPECT_TRUE((*outcomes)[1].retry);
  EXPECT_EQ(rest_.count("PUT", ""), 1U);
}

TEST_F(Faults, EveryShapeOfRefusalIsRead) {
  ASSERT_FALSE(copy("RO1").has("missing"));
  struct Shape {
    int status;
    const char* body;
    const char* message;
    const char* sentence;
  };
  for (const Shape& shape :
       {Shape{403, R"({"error":"Authorization failure.","required_permissions":{"catalogue":"1"}})",
              "http.forbidden", "Authorization failure. {\"catalogue\":\"1\"}"},
        Shape{400, R"({"errors":[{"message":"Missing property.","path":"/body/x"}],"status":400})",
              "http.refused", "Missing property. (/body/x)"},
        Shape{400, R"([{"message":"Malformed query string","path":"/query/x"}])", "http.refused",
              "Malformed query string (/query/x)"},
        Shape{409, R"({"error":"Cannot be done","error_code":"book_on_loan"})", "http.conflict",
              "Cannot be done"},
        Shape{404, R"({"error":"Item not found"})", "http.not_found", "Item not found"},
        Shape{502, "Bad gateway", "http.gateway", "502"}}) {
    rest_.clear_faults();
    rest_.add({"GET", "/items", shape.status, shape.body});
    const Problem problem = failed_reading();
    EXPECT_EQ(problem.message, shape.message);
    EXPECT_THAT(sentence(problem), HasSubstr(shape.sentence));
  }
}

TEST_F(Faults, AnExpiredTokenIsRenewedOnce) {
  ASSERT_FALSE(copy("RO1").has("missing"));
  rest_.wipe_tokens = true;
  EXPECT_EQ(copy("RO1")["barcode"].text(), "RO1");
  EXPECT_EQ(rest_.tokens_given, 2);
  rest_.add({"GET", "/items", 401, R"({"error":"Authentication failure."})"});
  EXPECT_EQ(failed_reading().message, "http.login");
  EXPECT_EQ(rest_.tokens_given, 3);
}

// Wrong keys are no refusal of this change: it waits until somebody has mended them.
TEST_F(Faults, AWriteWaitsWhileTheLoginIsRefused) {
  const auto outcome = change_with({"PUT", "", 401, R"({"error":"Authentication failure."})"});
  EXPECT_TRUE(outcome.retry);
  expect_nothing_lost();
}

TEST_F(Faults, WrongCredentialsAreTold) {
  write_client("metodica\nfalsch\n");
  open();
  const Problem problem = failed_reading();
  EXPECT_EQ(problem.message, "http.login");
  EXPECT_EQ(problem.status, METODICA_DENIED);
}

TEST_F(Faults, ASecretThatOthersCanReadIsRefused) {
  write_client("metodica\ngeheim\n", 0644);
  open();
  EXPECT_EQ(failed_reading().message, "http.secret_open");
  std::filesystem::remove(client_file());
  EXPECT_EQ(failed_reading().message, "http.secret_unreadable");
}

TEST_F(Faults, APageForPeopleIsNoAnswer) {
  rest_.add({"GET", "/items", 200, "<!DOCTYPE html><html><body>Log in</body></html>", "text/html"});
  EXPECT_EQ(failed_reading().message, "http.page");
  rest_.clear_faults();
  rest_.add({"GET", "/items", 500, "<html><body>Software error</body></html>", "text/html"});
  const Problem problem = failed_reading();
  EXPECT_EQ(problem.message, "http.fault");
  EXPECT_EQ(sentence(problem).find('<'), std::string::npos);
}

TEST_F(Faults, AnAnswerCutInTheMiddleIsNotTakenForWhole) {
  ASSERT_FALSE(copy("RO1").has("missing"));
  Fault cut{"GET", "/items"};
  cut.cut = true;
  rest_.add(cut);
  EXPECT_EQ(failed_reading().message, "http.cut_off");
  rest_.clear_faults();
  rest_.add({"GET", "/items", 200, R"([{"item_id":1201,"external_id":"RO1")"});
  EXPECT_EQ(failed_reading().message, "http.cut_off") << "a body without length that ends early";
  rest_.clear_faults();
  EXPECT_EQ(copy("RO1")["barcode"].text(), "RO1");
}

TEST_F(Faults, AKohaThatIsAwayStopsNothingElse) {
  Json away = settings();
  away.set("url", "http://127.0.0.1:1");
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  auto made = library->create(core_.table(), away.dump());
  ASSERT_TRUE(made);
  EXPECT_TRUE((*made)->start()) << "Metodica's own screens must open without Koha";
  const std::vector<std::string> barcodes{"RO1"};
  const auto read = (*made)->host().holdings->copies(context(), barcodes);
  ASSERT_FALSE(read);
  EXPECT_EQ(read.error().status, METODICA_UNREACHABLE);
  EXPECT_EQ(read.error().message, "http.unreachable");
}

// A certificate of the library's own: trusted only when the settings name it.
TEST_F(Faults, AnUnknownCertificateIsNotTrusted) {
  const std::string certificate = (folder_ / "localhost.pem").string();
  const std::string made =
      "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2"
      " -subj /CN=localhost -addext subjectAltName=DNS:localhost -keyout '" +
      certificate + "' -out '" + certificate + ".crt' 2>/dev/null && cat '" + certificate +
      ".crt' >>'" + certificate + "'";
  if (std::system(made.c_str()) != 0)  // NOLINT(concurrency-mt-unsafe)
    METODICA_MISSING("no openssl to make a certificate with");
  const RestKoha secure(data_, certificate);
  Json given = settings();
  given.set("url", secure.url());
  const auto barcode_read = [&](const Json& with) {
    const auto library = AdapterLibrary::load(METODICA_KOHA);
    adapter_ = *library->create(core_.table(), with.dump());
    EXPECT_TRUE(adapter_->start());
    const std::vector<std::string> barcodes{"RO1"};
    return host().holdings->copies(context(), barcodes);
  };
  const auto distrusted = barcode_read(given);
  ASSERT_FALSE(distrusted);
  EXPECT_EQ(distrusted.error().message, "http.tls") << distrusted.error().text;
  const auto trusted = barcode_read(given.set("ca_file", certificate + ".crt"));
  ASSERT_TRUE(trusted) << trusted.error().message << trusted.error().text;
  EXPECT_EQ(trusted->front()["barcode"].text(), "RO1");
}

TEST_F(Faults, AFieldThatAnUpgradeTookAwayIsTold) {
  rest_.missing_fields = {"inventory_number"};
  const auto outcome =
      change("RO1", Json::object({{"number", Json::object({{"register", "RI"}, {"number", 7}})}}));
  EXPECT_EQ(outcome.code, "field_missing");
  EXPECT_EQ(data_.writes, 0);
  const auto checks = host().info->self_test(context());
  ASSERT_TRUE(checks);
  EXPECT_THAT(*checks,
              testing::Contains(testing::ResultOf(
                  [](const Json& line) { return line["detail"].text(); }, "inventory_number")));
}

TEST_F(Faults, AConflictOverRestIsSeen) {
  const Json now = copy("RO1");
  data_.change_elsewhere(id_, "callnumber", "82 X");
  const auto outcome = one(host().holdings_write->change(
      context("k1"),
      {Json::object({{"id", now["id"]}, {"version", now["version"]}, {"set", wanted_}})}));
  EXPECT_EQ(outcome.code, "newer_version");
  EXPECT_EQ((*data_.item(id_))["callnumber"].text(), "82 X");
}

TEST_F(Faults, TheSelfTestOfAGoodKohaPasses) {
  const auto checks = host().info->self_test(context());
  ASSERT_TRUE(checks);
  for (const Json& line : *checks) {
    EXPECT_EQ(line["result"].text(), "passed") << line.dump();
  }
  EXPECT_GE(checks->size(), 4U);
}

// Seen on a real Koha of 2019: nine sentences about fields said nothing of what was the matter.
TEST_F(Faults, AKohaWithoutItemsIsToldOnceAndItsLoginIsTried) {
  rest_.missing_paths = {"get /items", "get /items/{item_id}"};
  const auto checks = host().info->self_test(context());
  ASSERT_TRUE(checks);
  std::map<std::string, std::string> results;
  for (const Json& line : *checks) {
    results[line["check"].text()] = line["result"].text();
  }
  EXPECT_FALSE(results.contains("item_fields"));
  EXPECT_EQ(results["items.walk"], "warned");
  EXPECT_EQ(results["login"], "passed");
}

TEST_F(Faults, EveryMessageHasASentence) {
  for (const char* const lang : {"ro", "en", "hu"}) {
    const Messages say(lang);
    for (const char* const id :
         {"http.slow", "http.cut_off", "http.tls", "http.page", "http.login", "http.forbidden",
          "koha.open_to_all", "koha.no_definition", "koha.not_inside", "koha.died",
          "koha.answer_damaged", "koha.setting_wrong", "koha.setting_missing"}) {
      EXPECT_TRUE(say.has(id)) << lang << " " << id;
      EXPECT_FALSE(say.hint(Problem(METODICA_DEFECT, id)).empty()) << lang << " " << id;
    }
  }
}

}  // namespace
}  // namespace metodica::koha::test
