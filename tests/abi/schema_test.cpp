// Each example matches its schema, and what breaks it is refused.
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <string>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

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
