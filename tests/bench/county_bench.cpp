// What a methodologist waits for: 81 libraries with ten years of returns.
// Run: build/release/bench/bench_county (p95 of 40 calls each).

#include <benchmark/benchmark.h>

#include <algorithm>
#include <string>
#include <vector>

#include "support/county_data.hpp"

namespace metodica::test {
namespace {

Door& county_door() {
  static Door& door = *new Door(TestEngine::sqlite_file);
  static const bool made = (make_county(door, {81, 2016, 2025}), true);
  static_cast<void>(made);
  return door;
}

double p95(const std::vector<double>& times) {
  std::vector<double> sorted = times;
  std::ranges::sort(sorted);
  return sorted[sorted.size() * 95 / 100];
}

void call_repeatedly(benchmark::State& state, const char* action, const Json& args) {
  Door& door = county_door();
  for (auto _ : state)
    benchmark::DoNotOptimize(door.call(action, args));
}

void county_dashboard(benchmark::State& state) {
  call_repeatedly(state, "coordination.analysis",
                  Json::object({{"year", 2025}, {"indicator", "loans_per_capita"}}));
}
void county_table_screen(benchmark::State& state) {
  call_repeatedly(state, "coordination.county_table", Json::object({{"year", 2025}}));
}
void county_day(benchmark::State& state) {
  call_repeatedly(state, "coordination.today", Json::object());
}
void county_compliance(benchmark::State& state) {
  call_repeatedly(state, "coordination.duties", Json::object({{"year", 2025}}));
}
void all_library_reports(benchmark::State& state) {
  call_repeatedly(state, "coordination.unit_reports", Json::object({{"year", 2025}}));
}

constexpr int calls = 40;
#define METODICA_COUNTY_BENCH(name)   \
  BENCHMARK(name)                     \
      ->Unit(benchmark::kMillisecond) \
      ->Iterations(1)                 \
      ->Repetitions(calls)            \
      ->ComputeStatistics("p95", p95) \
      ->ReportAggregatesOnly(true)
METODICA_COUNTY_BENCH(county_dashboard);
METODICA_COUNTY_BENCH(county_table_screen);
METODICA_COUNTY_BENCH(county_day);
METODICA_COUNTY_BENCH(county_compliance);
BENCHMARK(all_library_reports)->Unit(benchmark::kSecond)->Iterations(1);

}  // namespace
}  // namespace metodica::test

BENCHMARK_MAIN();
