// What plugin/src/ui writes is what host-api/schema/screen.json promises to other hosts.
#include <gtest/gtest.h>

#include <fstream>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include "unit/html/gallery.hpp"

namespace metodica {
namespace {

using Adapter = valijson::adapters::NlohmannJsonAdapter;

/// Why `given` does not match, "" when it does.
std::string faults(const nlohmann::json& text, const nlohmann::json& given) {
  valijson::Schema schema;
  valijson::SchemaParser(valijson::SchemaParser::kDraft7).populateSchema(Adapter(text), schema);
  valijson::ValidationResults results;
  if (valijson::Validator().validate(schema, Adapter(given), &results)) {
    return "";
  }
  std::string why;
  for (valijson::ValidationResults::Error error; results.popError(error);) {
    for (const std::string& step : error.context) {
      why += step;
    }
    why += " " + error.description + "\n";
  }
  return why;
}

TEST(Shape, ScreensMatchTheirSchema) {
  std::ifstream in(METODICA_SOURCE_DIR "/host-api/schema/screen.json");
  ASSERT_TRUE(in);
  const nlohmann::json schema = nlohmann::json::parse(in);
  for (const gallery::Page& page : gallery::pages()) {
    EXPECT_EQ(faults(schema, nlohmann::json::parse(page.screen.json().dump())), "") << page.name;
  }
}

// The schema of the arguments and the reading of them must agree.
TEST(Shape, ArgumentsThatMatchTheSchemaAreRead) {
  const Form form = gallery::every_field();
  const nlohmann::json schema = nlohmann::json::parse(form.schema().dump());
  const std::string good =
      R"({"text":"a","answer":true,"integer":3,"money":"45.5000","date":"2026-01-15","choice":"a",)"
      R"("isbn":"9789734600012","names":["x"],"lot":41,"number":4322,"code":"ron"})";
  EXPECT_EQ(faults(schema, nlohmann::json::parse(good)), "");
  EXPECT_TRUE(form.read(*Json::parse(good)));
  for (const char* wrong :
       {R"({"answer":true})", R"({"text":"a","answer":true,"integer":100})",
        R"({"text":"a","answer":true,"money":true})", R"({"text":"a","answer":true,"choice":"z"})",
        R"({"text":"a","answer":true,"names":[1]})", R"({"text":"a","answer":true,"other":1})",
        R"({"text":"a","answer":true,"code":"RON"})"}) {
    EXPECT_NE(faults(schema, nlohmann::json::parse(wrong)), "") << wrong;
    EXPECT_FALSE(form.read(*Json::parse(wrong))) << wrong;
  }
}

}  // namespace
}  // namespace metodica
