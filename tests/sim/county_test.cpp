// Many counties, each from a seed: whatever the network, crashes and clocks do, no register is ever
// wrong and in the end the hub has exactly what the nodes have.

#include <gtest/gtest.h>

#include <cstdlib>

#include "sim/county.hpp"

namespace metodica::sim {
namespace {

constexpr int nodes = 12;
constexpr int steps = 48;

std::int64_t from_environment(const char* name, std::int64_t otherwise) {
  const char* const text = std::getenv(name);
  return text == nullptr ? otherwise : std::atoll(text);
}

void change_weather(County& county) {
  Fate& fate = county.fate();
  Weather& weather = county.weather(static_cast<std::size_t>(fate.pick(nodes)));
  weather.drop = static_cast<int>(fate.pick(40));
  weather.lose = static_cast<int>(fate.pick(30));
  weather.repeat = static_cast<int>(fate.pick(30));
  weather.node_dies = static_cast<int>(fate.pick(8));
  weather.hub_dies = static_cast<int>(fate.pick(4));
  weather.split = fate.happens(15);
}

// The last word on how a run went; what was done comes with it, for the person who looks.
std::string run(std::uint64_t seed, std::string& log) {
  County county(seed, nodes);
  Fate& fate = county.fate();
  for (int step = 0; step < steps; ++step) {
    const auto i = static_cast<std::size_t>(fate.pick(nodes));
    log += std::to_string(step) + " node " + std::to_string(i) + " ";
    if (fate.happens(10)) {
      change_weather(county);
      log += "weather\n";
    } else if (fate.happens(5)) {
      county.node(i).crash();
      log += "crash\n";
    } else if (fate.happens(40)) {
      log += "sync " + county.sync(i) + "\n";
    } else {
      log += county.work_at(i) + "\n";
      if (const std::string fault = county.node(i).faults_of(county.node(i).library());
          !fault.empty())
        return fault;
    }
  }
  if (const std::string why = county.settle(); !why.empty())
    return why;
  for (std::size_t i = 0; i < county.size(); ++i) {
    if (const std::string why = county.difference(i); !why.empty())
      return why;
  }
  return {};
}

TEST(County, AgreesInTheEnd) {
  const std::int64_t first = from_environment("METODICA_SIM_FIRST", 1);
  const std::int64_t count = from_environment("METODICA_SIM_SEEDS", 200);
  for (std::int64_t seed = first; seed < first + count; ++seed) {
    std::string log;
    const std::string wrong = run(static_cast<std::uint64_t>(seed), log);
    ASSERT_EQ(wrong, "") << "seed " << seed << " (METODICA_SIM_FIRST=" << seed
                         << " METODICA_SIM_SEEDS=1)\n"
                         << log;
  }
}

TEST(County, IsTheSameFromTheSameSeed) {
  std::string first;
  std::string second;
  EXPECT_EQ(run(7, first), run(7, second));
  EXPECT_EQ(first, second);
}

}  // namespace
}  // namespace metodica::sim
