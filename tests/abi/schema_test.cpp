// Each example matches its schema, and what breaks it is refused.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "ui/screen.hpp"

namespace metodica {
namespace {

namespace fs = std::filesystem;
using Adapter = valijson::adapters::NlohmannJsonAdapter;

const fs::path folder = fs::path(METODICA_SOURCE_DIR) / "host-api/schema";

nlohmann::json document(const fs::path& file) {
  std::ifstream in(file);
  return nlohmann::json::parse(in);
}

/// Why a document does not match, "" when it does.
std::string fault(const std::string& schema_name, const nlohmann::json& given) {
  const nlohmann::json text = document(folder / (schema_name + ".json"));
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(text), schema);
  valijson::ValidationResults results;
  if (valijson::Validator().validate(schema, Adapter(given), &results)) {
    return "";
  }
  std::string why = "?";
  valijson::ValidationResults::Error error;
  while (results.popError(error)) {
    why += " " + error.description;
  }
  return why;
}

TEST(Schema, EveryExampleMatchesItsSchema) {
  std::set<std::string> with_example;
  for (const auto& entry : fs::directory_iterator(folder / "examples")) {
    const std::string name = entry.path().filename().string();
    const std::string schema = name.substr(0, name.find('.'));
    with_example.insert(schema);
    EXPECT_EQ(fault(schema, document(entry.path())), "") << name;
  }
  for (const auto& entry : fs::directory_iterator(folder)) {
    if (entry.is_regular_file()) {
      EXPECT_TRUE(with_example.contains(entry.path().stem().string())) << entry.path();
    }
  }
}

TEST(Schema, TheScreenExampleHasAllBlocksAndFields) {
  const std::string text = document(folder / "examples/screen.all.json").dump();
  for (const char* block : {"heading", "text", "form", "table", "actions", "group", "lines", "tabs",
                            "steps", "figures", "picture", "scanner"}) {
    EXPECT_NE(text.find(std::string(R"("block":")") + block + '"'), std::string::npos) << block;
  }
  for (const char* field :
       {"text", "long_text", "integer", "date", "choice", "yes_no", "file", "money", "udc",
        "shelfmark", "barcode", "inventory_number", "isbn", "person", "title"}) {
    EXPECT_NE(text.find(std::string(R"("is":")") + field + '"'), std::string::npos) << field;
  }
}

/// Everything that the plugin's own screens are made of, as the schema promises it to hosts.
TEST(Schema, TheScreensOfThePluginMatch) {
  const Messages say("ro");
  Form form("act", "acquisition.receive", "Înregistrează");
  form.text("a", "A").required().help("x").pattern("[a-z]+", "litere").longest(10);
  form.long_text("b", "B");
  form.integer("c", "C").min(std::int64_t{1}).max(std::int64_t{9});
  form.date("d", "D");
  form.choice("e", "E").option("x", "X");
  form.yes_no("f", "F").initial(true);
  form.file("g", "G");
  form.money("h", "H").unit("lei").show_if("e", "x");
  form.udc("i", "I").find("processing.udc_find");
  form.shelfmark("j", "J");
  form.barcode("k", "K");
  form.inventory_number("l", "L");
  form.isbn("m", "M");
  form.person("n", "N");
  form.title("o", "O");
  form.texts("p", "P");
  form.hidden("q");
  form.part("r", "R").text("s", "S");
  form.lines("t", "T").integer("u", "U").total();
  Table table("lots");
  table.caption("Loturi")
      .column("no", "Nr.", CellKind::integer)
      .column("state", "Stare", CellKind::tag);
  table.row({Cell::link("41", "acquisition.lot", Json::object({{"lot", "41"}})),
             Cell::tag("bun", Level::good)},
            {{"Deschide", "acquisition.lot"}});
  table.row({Cell("42").note("autor"), ""}).footer({"2"}).empty("Nimic");
  table.next("acquisition.lots", Json::object({{"after", "42"}}));
  Screen screen("kit.all", "Tot");
  screen.sub("x").notice("y").heading("H").text("T").say("S", Level::warn);
  screen.form(form, say, Json::object({{"t", Json::array({Json::object({{"u", 3}})})}}),
              {Problem(METODICA_INVALID, "field.required").at("a")});
  screen.table(table).actions({{"Șterge", "kit.drop", {}, true, true, "Sigur?", true, "F2"}});
  screen.group("G", [](Screen& inner) { inner.text("x"); });
  screen.steps(2, {"a", "b", "c"}).figures({{"Găsite", "412", "din 910", 412, 910}});
  screen.tabs(0, {{"Una", "kit.one"}, {"Două", "kit.two"}});
  screen.picture("<svg/>", "nimic", table);
  Scanner scanner;
  scanner.action = "stocktaking.scan";
  scanner.label = "Cod";
  scanner.verdict = {Level::bad, "Nu este", ""};
  scanner.keys = {{"Raft", "stocktaking.shelf"}};
  screen.scanner(scanner);
  EXPECT_EQ(fault("screen", nlohmann::json::parse(screen.json().dump())), "");
  EXPECT_EQ(fault("reply", nlohmann::json::parse(screen.json().dump())), "");
}

struct Broken {
  const char* schema;
  const char* json;
};

class SchemaRefuses : public testing::TestWithParam<Broken> {};

TEST_P(SchemaRefuses, WhatBreaksIt) {
  EXPECT_NE(fault(GetParam().schema, nlohmann::json::parse(GetParam().json)), "")
      << GetParam().json;
}

INSTANTIATE_TEST_SUITE_P(
    Cases, SchemaRefuses,
    testing::Values(
        Broken{"request", R"({"args":{}})"}, Broken{"request", R"({"do":"Registers"})"},
        Broken{"request", R"({"do":"a.b","key":"with space"})"},
        Broken{"request", R"({"do":"a.b","as":{"roles":["king"]}})"},
        Broken{"reply", R"({"kind":"answer"})"}, Broken{"reply", R"({"kind":"progress","done":1})"},
        Broken{"problem", R"({"kind":"problem","code":"oops"})"},
        Broken{"copy", R"({"barcode":"RO1"})"}, Broken{"copy", R"({"id":"1","price":"45.5"})"},
        Broken{"copy", R"({"id":"1","loan":{"since":"yesterday"}})"},
        Broken{"title", R"({"id":"17"})"}, Broken{"outcome", R"({"outcome":"done"})"},
        Broken{"outcome", R"({"outcome":"maybe","id":"1"})"},
        Broken{"outcome", R"({"outcome":"failed"})"},
        Broken{"abilities", R"({"operations":{"walk":{"reads":true}}})"},
        Broken{"screen", R"({"kind":"screen","id":"a.b","title":"x","blocks":[{"block":"map"}]})"},
        // a rich block without `else`, and one whose `else` is rich
        Broken{"screen", R"({"kind":"screen","id":"a.b","title":"x","blocks":[
            {"block":"steps","at":1,"names":["a"]}]})"},
        Broken{"screen", R"({"kind":"screen","id":"a.b","title":"x","blocks":[
            {"block":"steps","at":1,"names":["a"],"else":[
              {"block":"tabs","at":0,"tabs":[],"else":[{"block":"text","text":""}]}]}]})"},
        // a domain field that names no basic kind
        Broken{"screen",
               R"({"kind":"screen","id":"a.b","title":"x","blocks":[{"block":"form","id":"f",
            "action":"a.b","send":"x","fields":[{"name":"p","is":"money","label":"P"}]}]})"}));

}  // namespace
}  // namespace metodica
