/// The standalone adapter as the plugin loads it, on a catalogue in a folder of its own.
#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <memory>
#include <string>
#include <vector>

#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"
#include "metodica/result.hpp"

namespace metodica::standalone {

class StandaloneTest : public testing::Test {
 protected:
  void SetUp() override {
    std::string name = (std::filesystem::temp_directory_path() / "standalone-XXXXXX").string();
    ASSERT_NE(::mkdtemp(name.data()), nullptr);
    folder_ = name;
    open();
  }

  void TearDown() override {
    adapter_.reset();
    std::filesystem::remove_all(folder_);
  }

  void open() {
    adapter_.reset();
    const auto library = AdapterLibrary::load(METODICA_STANDALONE);
    ASSERT_TRUE(library) << library.error().message;
    auto made = library->create(core_.table(), settings().dump());
    ASSERT_TRUE(made) << made.error().message;
    adapter_ = *std::move(made);
    const auto started = adapter_->start();
    ASSERT_TRUE(started) << started.error().message << started.error().text;
  }

  [[nodiscard]] virtual Json settings() const {
    return Json::object({{"catalogue", catalogue()},
                         {"handover", (folder_ / "handover").string()},
                         {"library", "54975"},
                         {"name", "Biblioteca comunală"},
                         {"branches", "F3=Filiala 3; F4=Filiala 4"},
                         {"places", "SL=Sala de lectură"}});
  }

  [[nodiscard]] std::string catalogue() const { return (folder_ / "catalogue.sqlite").string(); }
  Host& host() { return adapter_->host(); }

  static CallContext context(const std::string& key = {}) {
    CallContext made;
    made.lang = "ro";
    made.library = "54975";
    made.key = key;
    return made;
  }

  static Json parse(std::string_view text) {
    auto json = Json::parse(text);
    EXPECT_TRUE(json) << text;
    return json ? *std::move(json) : Json();
  }

  std::vector<WriteOutcome> create_titles(const std::string& key, std::string_view items) {
    return outcomes(host().titles_write->create(context(key), parse(items).items()));
  }
  std::vector<WriteOutcome> create_copies(const std::string& key, std::string_view items) {
    return outcomes(host().holdings_write->create(context(key), parse(items).items()));
  }

  static std::vector<WriteOutcome> outcomes(Result<std::vector<WriteOutcome>> answer) {
    EXPECT_TRUE(answer) << (answer ? "" : answer.error().message + answer.error().text);
    return answer ? *std::move(answer) : std::vector<WriteOutcome>();
  }

  std::filesystem::path folder_;
  CoreTable core_{{}};
  std::unique_ptr<LoadedAdapter> adapter_;
};

}  // namespace metodica::standalone
