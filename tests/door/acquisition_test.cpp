// Acquisition through door 1, on SQLite and PostgreSQL: the data action and the librarian's five
// steps.

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "support/door_test.hpp"

namespace metodica::test {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;

Json opening() {
  Json::Array registers = {Json::object({{"code", "carti"},
                                         {"name", "Cărți"},
                                         {"category", "book"},
                                         {"last_number", 4321},
                                         {"withdrawn", "1-4321"}}),
                           Json::object({{"code", "cd"},
                                         {"name", "Discuri"},
                                         {"category", "audiovisual"},
                                         {"last_number", 20},
                                         {"withdrawn", "1-20"}})};
  return Json::object({{"opened_on", "2026-01-01"}, {"registers", registers}});
}

Json title(const std::string& name, const std::string& language, const std::string& udc, int copies,
           const std::string& net) {
  return Json::object({{"title", name},
                       {"language", language},
                       {"udc", udc},
                       {"copies", copies},
                       {"unit_net", net}});
}

/// A line as the screen of the document sends it: the class comes later.
Json typed(const std::string& name, const std::string& language, int copies,
           const std::string& net) {
  return Json::object(
      {{"title", name}, {"language", language}, {"copies", copies}, {"unit_net", net}});
}

Json typed_lines() {
  return Json::array(
      {typed("A", "ro", 5, "28,83"), typed("B", "hu", 3, "18,38"), typed("C", "en", 2, "43,17")});
}

Json invoice(const std::string& number = "FX 1001") {
  return Json::object(
      {{"registered_on", "2026-01-15"},
       {"source", "purchase"},
       {"partner", "Editura Exemplu SRL"},
       {"act", Json::object({{"kind", "invoice"}, {"number", number}, {"date", "2026-01-12"}})},
       {"total", "317.0500"},
       {"vat_percent", 11},
       {"lines", Json::array({title("A", "română", "821.135.1", 5, "28.8300"),
                              title("B", "hu", "94(439)", 3, "18.3800"),
                              title("C", "en", "004", 2, "43.1700")})}});
}

std::vector<std::string> texts(const Json& rows, std::string_view member) {
  std::vector<std::string> all;
  for (const Json& row : rows.items())
    all.push_back(row[member].text());
  return all;
}

class Acquisition : public DoorTest {
 protected:
  void prepare() override { door().good("registers.open", opening()); }

  /// Starts the invoice on the screens; returns the id of the draft.
  std::string start() {
    const Json invoice_args = invoice();
    Json args = Json::object();
    for (const auto* name : {"source", "partner", "act", "total"})
      args.set(name, invoice_args[name]);
    return door().good("acquisition.start", args)["at"]["args"]["id"].text();
  }

  Json step(const std::string& action, const std::string& id, Json args) {
    args.set("id", id);
    return door().good("acquisition." + action, args);
  }

  /// The invoice up to the signature.
  std::string priced() {
    const std::string id = start();
    step("save_lines", id, Json::object({{"lines", typed_lines()}}));
    Json::Array counted, classed;
    const char* const classes[] = {"821.135.1", "94(439)", "004"};
    const int copies[] = {5, 3, 2};
    for (int line = 1; line <= 3; ++line) {
      counted.push_back(
          Json::object({{"line", std::to_string(line)}, {"accepted", copies[line - 1]}}));
      classed.push_back(Json::object(
          {{"line", std::to_string(line)}, {"udc", classes[line - 1]}, {"register", "carti"}}));
    }
    step("count", id, Json::object({{"lines", counted}}));
    step("classify", id, Json::object({{"lines", classed}}));
    step("prices", id, Json::object({{"total", "317.0500"}}));
    return id;
  }
};

Json signature() {
  return Json::object({{"registered_on", "2026-01-15"},
                       {"committee", Json::array({"Ana Pop", "Ion Rus", "Eva Nagy"})}});
}

TEST_P(Acquisition, ReceivesTheWorkedExample) {
  const Json reply = door().good("acquisition.receive", invoice());
  EXPECT_EQ(reply["rmf"]["year"].integer(), 2026);
  EXPECT_EQ(reply["rmf"]["number"].integer(), 1);
  EXPECT_EQ(reply["value"].text(), "317.0500");
  EXPECT_EQ(reply["net"].text(), "285.6300");
  EXPECT_EQ(reply["vat"].text(), "31.4200");
  EXPECT_THAT(texts(reply["copies"], "value"),
              ElementsAre("32.0000", "32.0000", "32.0000", "32.0000", "32.0000", "20.4100",
                          "20.4000", "20.4000", "47.9200", "47.9200"));
  EXPECT_EQ(reply["ranges"].items()[0]["first"].integer(), 4322);
  EXPECT_EQ(reply["ranges"].items()[0]["last"].integer(), 4331);
  EXPECT_EQ(reply["copies"].items()[0]["barcode"].text(),
            "CA0004322");  // "cd" begins with C as well
  const Json rows = door().good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}));
  EXPECT_EQ(rows["rows"].items().size(), 1U);
  EXPECT_TRUE(door().good("registers.verify")["ok"].boolean());
}

TEST_P(Acquisition, SplitsAnActOverRegisters) {
  Json disc = title("Disc", "ro", "78", 1, "12.0000");
  disc.set("category", "audiovisual").set("vat_percent", 21);
  Json args = invoice();
  args.set("total", Json()).set("lines", Json::array({title("A", "ro", "82", 2, "10.0000"), disc}));
  const Json reply = door().good("acquisition.receive", args);
  EXPECT_THAT(texts(reply["copies"], "register"), ElementsAre("carti", "carti", "cd"));
  EXPECT_THAT(texts(reply["copies"], "value"), ElementsAre("11.1000", "11.1000", "14.5200"));
  EXPECT_EQ(reply["copies"].items()[2]["barcode"].text(), "CD0000021");
}

TEST_P(Acquisition, NamesTheLineWithoutAClass) {
  Json args = invoice();
  args.set("lines",
           Json::array(
               {title("A", "ro", "82", 5, "28.8300"),
                Json::object(
                    {{"title", "B"}, {"language", "ro"}, {"copies", 3}, {"unit_net", "1.00"}})}));
  args.set("total", Json());
  const Json problem = door().call("acquisition.receive", args);
  EXPECT_EQ(problem["message"].text(), "registers.no_class");
  EXPECT_EQ(problem["field"].text(), "lines/1/udc");
  EXPECT_EQ(door()
                .good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}))["rows"]
                .items()
                .size(),
            0U);
}

TEST_P(Acquisition, RefusesAnUnexplainedTotal) {
  Json args = invoice();
  args.set("total", "320.0000");
  EXPECT_EQ(door().call("acquisition.receive", args)["message"].text(),
            "acquisition.total_differs");
  args.set("difference_note", "transport inclus, fără linie pe factură");
  EXPECT_EQ(door().good("acquisition.receive", args)["value"].text(), "320.0000");
}

TEST_P(Acquisition, RefusesABarcodeThatAnotherCopyHas) {
  door().good("acquisition.receive", invoice());
  Json args = invoice("FX 1002");
  Json line = title("D", "ro", "82", 2, "10.0000");
  line.set("barcodes", Json::array({"X1", "CA0004322"}));
  args.set("total", Json()).set("lines", Json::array({line}));
  const Json problem = door().call("acquisition.receive", args);
  EXPECT_EQ(problem["message"].text(), "acquisition.barcode_taken");
  EXPECT_EQ(problem["field"].text(), "lines/0/barcodes");
}

TEST_P(Acquisition, RefusesASmallCommission) {
  Json args = invoice();
  args.set("committee", Json::array({"Ana Pop", "Ion Rus"}));
  EXPECT_EQ(door().call("acquisition.receive", args)["message"].text(),
            "acquisition.committee_size");
}

TEST_P(Acquisition, WalksTheFiveSteps) {
  const std::string id = priced();
  const Json before = door().good("acquisition.act", Json::object({{"id", id}}));
  EXPECT_THAT(before.dump(), HasSubstr("1/2026"));
  EXPECT_THAT(before.dump(), HasSubstr("4322–4331"));
  const Json prices = door().good("acquisition.act", Json::object({{"id", id}, {"step", 4}}));
  EXPECT_THAT(prices.dump(), HasSubstr("2 × 20,40 · 1 × 20,41"));
  EXPECT_THAT(prices.dump(), HasSubstr("31,43"));
  const Json done = step("sign", id, signature());
  EXPECT_THAT(done["notice"].text(), HasSubstr("1/2026"));
  EXPECT_THAT(done.dump(), HasSubstr("carti 4327–4329"));
  EXPECT_EQ(
      door()
          .good("registers.rmf", Json::object({{"year", 2026}, {"part", 1}}))["totals"]["value"]
          .text(),
      "317.0500");
  EXPECT_EQ(door().call("acquisition.sign", signature().set("id", id))["message"].text(),
            "acquisition.act_settled");
}

TEST_P(Acquisition, BlocksADifferenceUntilMinutesExist) {
  const std::string id = start();
  step("save_lines", id, Json::object({{"lines", Json::array({typed("C", "en", 3, "43,17")})}}));
  Json count = Json::object(
      {{"id", id}, {"lines", Json::array({Json::object({{"line", "1"}, {"accepted", 2}})})}});
  EXPECT_EQ(door().call("acquisition.count", count)["message"].text(), "acquisition.no_minutes");
  count.set("minutes_number", "5").set("minutes_date", "2026-01-14");
  EXPECT_TRUE(door().good("acquisition.count", count).is_object());
  count.set("lines", Json::array({Json::object({{"line", "1"}, {"accepted", 3}, {"refused", 1}})}));
  EXPECT_EQ(door().call("acquisition.count", count)["message"].text(),
            "acquisition.count_too_many");
}

TEST_P(Acquisition, ProposesTheClassGivenBefore) {
  door().good("acquisition.receive", invoice());
  const Json other =
      Json::object({{"kind", "invoice"}, {"number", "FX 1002"}, {"date", "2026-01-13"}});
  const Json begun =
      door().good("acquisition.start", Json::object({{"source", "purchase"}, {"act", other}}));
  const std::string id = begun["at"]["args"]["id"].text();
  step("save_lines", id, Json::object({{"lines", Json::array({typed("B", "hu", 1, "18,38")})}}));
  step("count", id,
       Json::object({{"lines", Json::array({Json::object({{"line", "1"}, {"accepted", 1}})})}}));
  const Json screen = door().good("acquisition.act", Json::object({{"id", id}, {"step", 3}}));
  EXPECT_THAT(screen.dump(), HasSubstr("94(439)"));
  EXPECT_THAT(screen.dump(), HasSubstr("FX 1001"));
}

TEST_P(Acquisition, KeepsACancelledDraftWithItsReason) {
  const std::string id = start();
  step("cancel", id, Json::object({{"reason", "factura a fost stornată"}}));
  EXPECT_THAT(door().good("acquisition.act", Json::object({{"id", id}})).dump(),
              HasSubstr("factura a fost stornată"));
  EXPECT_EQ(door()
                .call("acquisition.save_lines",
                      Json::object({{"id", id}, {"lines", typed_lines()}}))["message"]
                .text(),
            "acquisition.act_settled");
  EXPECT_FALSE(start().empty());  // the same paper may be registered again
}

TEST_P(Acquisition, PrintsMinutesAndList) {
  const std::string id = priced();
  EXPECT_EQ(door().call("acquisition.list_paper", Json::object({{"id", id}}))["message"].text(),
            "acquisition.not_signed");
  step("sign", id, signature());
  for (const auto* paper : {"acquisition.minutes_paper", "acquisition.list_paper"}) {
    const std::string pdf = Door::bytes_of(door().good(paper, Json::object({{"id", id}})));
    EXPECT_EQ(pdf.substr(0, 5), "%PDF-") << paper;
  }
}

METODICA_ON_SHARED_ENGINES(Acquisition);

}  // namespace
}  // namespace metodica::test
