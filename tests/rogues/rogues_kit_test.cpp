// The kit on good and bad adapters: the good ones pass, each rogue is named by its own check, and
// the kit itself lives on.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "conformance/conformance.hpp"
#include "json/json.hpp"

namespace metodica::conformance {
namespace {

Options options_for(const std::string& file) {
  Options options;
  options.target = file;
  options.lang = "en";
  options.json = true;
  options.limit = std::chrono::seconds(2);
  return options;
}

std::string rogue(const std::string& name) {
  return std::string(METODICA_BUILD_DIR) + "/tests/rogues/" + name + ".so";
}

struct Outcome {
  std::string verdict;
  std::string why;
};

/// Runs one check and gives what the kit says of it.
Outcome outcome(const std::string& name, const std::string& check) {
  Options options = options_for(rogue(name));
  options.only = {check};
  std::ostringstream out;
  run_adapter_checks(options, out);
  const Json report = Json::parse(out.str()).value();
  const Json& result = report["results"].items().at(0);
  return {result["verdict"].text(), result["why"].text()};
}

TEST(Kit, TheTemplatePasses) {
  Options options = options_for(METODICA_BUILD_DIR "/lib/metodica/libmetodica-template.so");
  options.settings_json = R"({"library":"57706","name":"Biblioteca Municipal\u0103"})";
  std::ostringstream out;
  EXPECT_EQ(run_adapter_checks(options, out), 0) << out.str();
  const Json report = Json::parse(out.str()).value();
  EXPECT_TRUE(report["good"].boolean());
  EXPECT_GE(report["results"].items().size(), 25U);
  EXPECT_GE(report["counts"]["passed"].integer(), 25);
  EXPECT_EQ(report["counts"]["warned"].integer(), 0) << out.str();
}

TEST(Kit, HidingHoldsForManySeeds) {
  Options options = options_for(rogue("next_minor"));
  options.only = {"extension.hidden"};
  for (options.seed = 1; options.seed <= 5; ++options.seed) {
    std::ostringstream out;
    EXPECT_EQ(run_adapter_checks(options, out), 0) << out.str();
  }
}

struct Case {
  const char* rogue;
  const char* check;
  const char* verdict;
  const char* why;
};

class KitOnRogues : public testing::TestWithParam<Case> {};

TEST_P(KitOnRogues, IsNamed) {
  const Case& given = GetParam();
  const Outcome found = outcome(given.rogue, given.check);
  EXPECT_EQ(found.verdict, given.verdict);
  EXPECT_THAT(found.why, testing::StartsWith(given.why));
}

INSTANTIATE_TEST_SUITE_P(
    Rogues, KitOnRogues,
    testing::Values(
        Case{"good", "answer.describe", "passed", ""},
        Case{"good", "answer.walk_order", "failed",
             "The walk resumed in the middle does not give the rest of the copies."},
        Case{"good", "context.unknown_library", "failed",
             "holdings.walk gave copies for a library that nobody knows."},
        Case{"good", "create.twice", "warned",
             "Two adapters made one after the other are the same object."},
        Case{"changes_locale", "answer.describe", "failed",
             "It changed the locale of the process: C.UTF-8 instead of C."},
        Case{"leaks_descriptors", "answer.describe", "failed", "It left open: /dev/null"},
        Case{"changes_folder", "answer.form", "failed",
             "It changed the working directory: / instead of "},
        Case{"takes_signal", "answer.describe", "failed", "It changed the handler of signal 10."},
        Case{"leftover_thread", "answer.describe", "failed", "It left 1 thread behind."},
        Case{"prints", "answer.describe", "failed",
             "It wrote to standard output, which belongs to the host: hello from the adapter"},
        Case{"never_returns", "answer.describe", "timed_out", "It did not end within 2 seconds."},
        Case{"crashes_in_call", "answer.describe", "crashed",
             "The process crashed: Segmentation fault."},
        Case{"crashes_in_destroy", "create.works", "crashed", "The process crashed: Aborted."},
        Case{"after_refusal", "answer.refused_first", "failed",
             "holdings.walk went on writing after it was told to stop."},
        Case{"bad_utf8", "answer.form", "failed",
             "The answer to info.describe is not JSON: {\"product\":\"Bibliotec?\"}"},
        Case{"throws", "answer.describe", "failed",
             "The adapter Rogue let an exception out of info.describe."},
        Case{"missing_info", "create.works", "failed",
             "The adapter Rogue does not offer the required extension metodica.host.info/1."}));

TEST(KitCommand, ListsEveryCheckWithASentence) {
  for (const char* lang : {"ro", "en", "hu"}) {
    for (const char* kind : {"adapter", "host"}) {
      std::ostringstream out;
      EXPECT_EQ(check_command(std::vector<std::string>{kind, "--list", "--lang", lang}, out), 0);
      const std::string text = out.str();
      EXPECT_THAT(text, testing::Not(testing::HasSubstr("kit."))) << lang;
      EXPECT_GE(std::count(text.begin(), text.end(), '\n'),
                std::string(kind) == "adapter" ? 25 : 10);
    }
  }
}

TEST(KitCommand, RefusesArgumentsWithoutSense) {
  for (const std::vector<std::string>& words :
       std::vector<std::vector<std::string>>{{},
                                             {"adapter"},
                                             {"thing", "x"},
                                             {"adapter", "a", "b"},
                                             {"adapter", "a", "--limit"},
                                             {"adapter", "a", "--limit", "soon"},
                                             {"adapter", "a", "--colour", "red"}}) {
    std::ostringstream out;
    EXPECT_EQ(check_command(words, out), 2);
    EXPECT_FALSE(out.str().empty());
  }
}

TEST(KitCommand, UnknownCheckIsAnError) {
  std::ostringstream out;
  EXPECT_EQ(
      check_command(std::vector<std::string>{"adapter", rogue("good"), "--only", "none"}, out), 2);
}

TEST(KitCommand, RunsInThisProcessForADebugger) {
  std::ostringstream out;
  EXPECT_EQ(check_command(std::vector<std::string>{"adapter", rogue("good"), "--in-process",
                                                   "--only", "entry", "--lang", "en"},
                          out),
            0);
  EXPECT_THAT(out.str(), testing::HasSubstr("2 passed, 0 warned, 0 skipped, 0 bad"));
}

}  // namespace
}  // namespace metodica::conformance
