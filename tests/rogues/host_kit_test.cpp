// The host half of the kit, on hosts of one shell line that do one thing wrong.
#include <gtest/gtest.h>

#include <sstream>
#include <string>

#include "conformance/conformance.hpp"
#include "json/json.hpp"

namespace metodica::conformance {
namespace {

/// The verdict of one check on a host that is a shell command.
std::string verdict(const std::string& command, const std::string& check) {
  Options options;
  options.target = command;
  options.only = {check};
  options.lang = "en";
  options.json = true;
  options.limit = std::chrono::seconds(2);
  std::ostringstream out;
  run_host_checks(options, out);
  return Json::parse(out.str()).value()["results"].items().at(0)["verdict"].text();
}

TEST(HostKit, AHostThatAnswersPasses) {
  EXPECT_EQ(verdict(R"(echo '{"kind":"data"}')", "host.about"), "passed");
}

TEST(HostKit, AnotherKindOfReplyFails) {
  EXPECT_EQ(verdict(R"(echo '{"kind":"screen"}')", "host.about"), "failed");
}

TEST(HostKit, AWrongExitStatusFails) {
  EXPECT_EQ(verdict(R"(echo '{"kind":"data"}'; exit 1)", "host.about"), "failed");
}

TEST(HostKit, AProblemThenAnAnswerPasses) {
  EXPECT_EQ(verdict(R"(echo '{"kind":"problem","code":"invalid","text":"no"}'
                       echo '{"kind":"data"}'; exit 1)",
                    "host.not_json"),
            "passed");
}

TEST(HostKit, AProblemWithoutTextFails) {
  EXPECT_EQ(verdict(R"(echo '{"kind":"problem","code":"invalid"}'
                       echo '{"kind":"data"}'; exit 1)",
                    "host.not_json"),
            "failed");
}

TEST(HostKit, AProblemMustNameTheField) {
  EXPECT_EQ(verdict(R"(echo '{"kind":"problem","code":"invalid","text":"no","field":"x"}'
                       echo '{"kind":"data"}'; exit 1)",
                    "host.args_type"),
            "failed");
}

TEST(HostKit, AHostThatDiesAtTheLongRequestFails) {
  EXPECT_EQ(verdict("head -c 1000 >/dev/null; kill -9 $$", "host.too_long"), "failed");
}

TEST(HostKit, AHostThatHangsTimesOut) {
  EXPECT_EQ(verdict("sleep 5", "host.about"), "timed_out");
}

TEST(HostKit, ALongRequestReachesAHostThatReadsSlowly) {
  // Counts what arrives: nine mebibytes, the rest of the two lines, two line feeds.
  EXPECT_EQ(verdict(R"(n=$(wc -c)
                       [ "$n" -gt 9437184 ] && echo '{"kind":"problem","code":"invalid","text":"long"}'
                       echo '{"kind":"data"}'; exit 1)",
                    "host.too_long"),
            "passed");
}

}  // namespace
}  // namespace metodica::conformance
