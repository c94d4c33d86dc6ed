#include <gtest/gtest.h>

#include "ui/form.hpp"

namespace metodica {
namespace {

const Messages say("ro");

Form invoice() {
  Form form("act", "acquisition.receive", "Înregistrează");
  form.confirm("Sigur?").danger();
  form.date("date", "Data").required();
  form.money("total", "Valoare").unit("lei").min(Money::zero());
  form.udc("class", "CZU").find("processing.udc.find");
  form.yes_no("gift", "Donație").initial(true);
  Form& lines = form.lines("lines", "Linii");
  lines.text("title", "Titlu");
  lines.integer("copies", "Exemplare").initial(1).total();
  lines.money("price", "Preț").total();
  return form;
}

const Json& field_named(const Json& block, std::string_view name) {
  static const Json none;
  for (const Json& field : block["fields"].items()) {
    if (field["name"].text() == name) {
      return field;
    }
  }
  return none;
}

TEST(FormJson, BlockHasTheFactsOfTheFields) {
  const Json block = invoice().block(say);
  EXPECT_EQ(block["block"].text(), "form");
  EXPECT_EQ(block["action"].text(), "acquisition.receive");
  EXPECT_EQ(block["send"].text(), "Înregistrează");
  EXPECT_EQ(block["confirm"].text(), "Sigur?");
  EXPECT_TRUE(block["danger"].boolean());
  EXPECT_EQ(
      field_named(block, "total").dump(),
      R"({"name":"total","is":"money","like":"text","label":"Valoare","min":"0.0000","unit":"lei"})");
  EXPECT_EQ(field_named(block, "date").dump(),
            R"({"name":"date","is":"date","label":"Data","required":true})");
  EXPECT_EQ(field_named(block, "class")["find"].text(), "processing.udc.find");
  EXPECT_TRUE(field_named(block, "gift")["value"].boolean());
}

TEST(FormJson, ValuesAreShownAsPeopleWriteThem) {
  const Json block =
      invoice().block(say, Json::object({{"total", "1234.5000"}, {"date", "15.01.2026"}}));
  EXPECT_EQ(field_named(block, "total")["value"].text(), "1.234,50");
  EXPECT_EQ(field_named(block, "date")["value"].text(), "2026-01-15");
  EXPECT_FALSE(field_named(block, "gift").has("value"));  // unticked stays unticked
}

TEST(FormJson, WhatCouldNotBeReadIsShownAsTyped) {
  const Json typed =
      Json::object({{"total", "1.234"}, {"date", "31.02.2026"}, {"class", "x"}, {"z", 1}});
  const Json block = invoice().block(say, typed, invoice().problems(typed));
  EXPECT_EQ(field_named(block, "total")["value"].text(), "1.234");
  EXPECT_EQ(field_named(block, "date")["value"].text(), "31.02.2026");
  EXPECT_NE(field_named(block, "date")["error"].text().find("31.02.2026"), std::string::npos);
  EXPECT_NE(field_named(block, "class")["error"].text().find("CZU"), std::string::npos);
  ASSERT_EQ(block["errors"].items().size(), 1U);  // no field z: above the form
  EXPECT_NE(block["errors"].items()[0].text().find("„z”"), std::string::npos);
}

TEST(FormJson, RowsHaveValuesErrorsAndTotals) {
  const Json typed = Json::object({{"lines/0/title", "Ion"},
                                   {"lines/0/copies", "2"},
                                   {"lines/0/price", "10,50"},
                                   {"lines/1/title", ""},
                                   {"lines/1/copies", "1"},
                                   {"lines/1/price", ""},
                                   {"lines/2/title", "Enigma"},
                                   {"lines/2/copies", "x"},
                                   {"lines/2/price", "1,25"}});
  const Json block = invoice().block(say, typed, invoice().problems(typed));
  const Json& lines = field_named(block, "lines");
  ASSERT_EQ(lines["rows"].items().size(), 2U);
  EXPECT_EQ(lines["rows"].items()[1]["values"]["title"].text(), "Enigma");
  EXPECT_TRUE(lines["rows"].items()[1]["errors"].has("copies"));
  EXPECT_EQ(lines["totals"]["copies"].text(), "2");
  EXPECT_EQ(lines["totals"]["price"].text(), "11,75");
  EXPECT_EQ(lines["extra"].integer(), 3);
  EXPECT_EQ(lines["columns"].items()[1]["initial"].integer(), 1);
}

TEST(FormJson, TotalsTooLargeToCountAreLeftOut) {
  Json::Array rows(2, Json::object({{"price", "900000000000000,00"}}));
  const Json block = invoice().block(say, Json::object({{"lines", Json::array(rows)}}));
  EXPECT_EQ(field_named(block, "lines")["totals"]["price"].text(), "");
}

TEST(FormJson, MoreKeepsTheEmptyRows) {
  const Json typed = Json::object(
      {{"more", "lines"}, {"lines/0/title", "Ion"}, {"lines/1/title", ""}, {"lines/2/title", ""}});
  const Json block = invoice().block(say, typed, invoice().problems(typed));
  EXPECT_EQ(field_named(block, "lines")["rows"].items().size(), 3U);
  EXPECT_EQ(field_named(block, "lines")["extra"].integer(), 3);
  EXPECT_FALSE(block.has("errors"));  // a wish is not a fault
}

TEST(FormJson, FixedRowsGetNoOthers) {
  Form form("f", "a.b", "");
  form.lines("lines", "Linii").fixed_rows().max_rows(2).text("t", "T").fixed();
  const Json block =
      form.block(say, Json::object({{"lines", Json::array({Json::object({{"t", "a"}})})}}));
  EXPECT_EQ(field_named(block, "lines")["extra"].integer(), 0);
  EXPECT_TRUE(field_named(block, "lines")["columns"].items()[0]["fixed"].boolean());
}

TEST(FormSchema, SaysWhatAProgramMayGive) {
  Form form("act", "a.b", "");
  form.text("number", "Numărul").required().longest(40).pattern("[A-Z]+", "litere");
  form.choice("kind", "Felul").option("a", "A").option("b", "B");
  form.integer("year", "Anul").min(1990).max(2100);
  form.money("total", "Valoare").required().help("Cu TVA").min(Money::zero());
  form.lines("lines", "Linii").lines_required(1).max_rows(10).text("t", "T").required();
  const std::string expected =
      R"({"$schema":"http://json-schema.org/draft-07/schema#","type":"object","properties":{)"
      R"("number":{"type":"string","minLength":1,"maxLength":40,"pattern":"^(?:[A-Z]+)$","description":"Numărul"},)"
      R"("kind":{"type":"string","enum":["a","b"],"description":"Felul"},)"
      R"("year":{"type":"integer","minimum":1990,"maximum":2100,"description":"Anul"},)"
      R"x("total":{"type":"string","pattern":"^-?[0-9]{1,15}(\\.[0-9]{1,4})?$","description":"Valoare. Cu TVA (>= 0.0000)"},)x"
      R"("lines":{"type":"array","items":{"type":"object","properties":{"t":{"type":"string","minLength":1,"maxLength":1000,"description":"T"}},)"
      R"("required":["t"],"additionalProperties":false},"minItems":1,"maxItems":10,"description":"Linii"}},)"
      R"("required":["number","total","lines"],"additionalProperties":false})";
  EXPECT_EQ(form.schema().dump(), expected);
}

TEST(FormSchema, ConditionalFieldsAreNotRequired) {
  Form form("f", "a.b", "");
  form.yes_no("tax", "TVA");
  form.money("rate", "Cota").required().show_if("tax", "true");
  form.part("act", "Act").optional().text("n", "N").required();
  EXPECT_FALSE(form.schema().has("required"));
}

}  // namespace
}  // namespace metodica
