// What a host waits for at door 1. Run: build/release/bench/bench_door (medians:
// --benchmark_repetitions=9).

#include <benchmark/benchmark.h>

#include <string>

#include "support/door.hpp"

namespace metodica::test {
namespace {

Json opening() {
  const Json book = Json::object({{"code", "carti"}, {"name", "Cărți"}, {"category", "book"}});
  return Json::object({{"opened_on", "2026-01-01"}, {"registers", Json::array({book})}});
}

Json reception(const std::string& number, int copies) {
  const Json act =
      Json::object({{"kind", "donation_minutes"}, {"number", number}, {"date", "2026-01-02"}});
  const Json line = Json::object({{"title", "Pădurea spânzuraților"},
                                  {"author", "Rebreanu, Liviu"},
                                  {"language", "ro"},
                                  {"udc", "821.135.1-31"},
                                  {"register", "carti"},
                                  {"copies", copies},
                                  {"unit_value", "32.0000"}});
  return Json::object({{"source", "donation"},
                       {"partner", "Donator"},
                       {"act", act},
                       {"lines", Json::array({line})}});
}

// A host without items: the registers alone, as in the table of the issue.
Door& shared_door() {
  static Door& door = *new Door(TestEngine::sqlite_file, "template");
  static const bool opened = (door.good("registers.open", opening()), true);
  static_cast<void>(opened);
  return door;
}

void round_trip_no_sql(benchmark::State& state) {
  Door& door = shared_door();
  for (auto _ : state)
    benchmark::DoNotOptimize(door.call("app.slice", Json::object({{"id", "x"}, {"offset", 0}})));
}
BENCHMARK(round_trip_no_sql)->Unit(benchmark::kMicrosecond);

void round_trip_one_select(benchmark::State& state) {
  Door& door = shared_door();
  for (auto _ : state)
    benchmark::DoNotOptimize(door.call("app.about"));
}
BENCHMARK(round_trip_one_select)->Unit(benchmark::kMicrosecond);

void small_durable_write(benchmark::State& state) {
  Door& door = shared_door();
  for (auto _ : state) {
    benchmark::DoNotOptimize(
        door.call("institution.save", Json::object({{"institution_seat", "Cluj-Napoca"}})));
  }
}
BENCHMARK(small_durable_write)->Unit(benchmark::kMillisecond);

void reception_of_1000_copies(benchmark::State& state, TestEngine engine) {
  Door door(engine, "template");
  door.good("registers.open", opening());
  int number = 0;
  for (auto _ : state)
    door.good("acquisition.receive", reception(std::to_string(++number), 1000));
}
BENCHMARK_CAPTURE(reception_of_1000_copies, sqlite, TestEngine::sqlite_file)
    ->Unit(benchmark::kMillisecond);
BENCHMARK_CAPTURE(reception_of_1000_copies, postgresql, TestEngine::postgresql)
    ->Unit(benchmark::kMillisecond);

// 10 000 lines: printing them, and checking them.
Door& large_door() {
  static Door& door = *new Door(TestEngine::sqlite_file, "template");
  static const bool filled = [] {
    door.good("registers.open", opening());
    for (int act = 0; act < 10; ++act)
      door.good("acquisition.receive", reception(std::to_string(act), 1000));
    return true;
  }();
  static_cast<void>(filled);
  return door;
}

void inventory_register_pdf_10000(benchmark::State& state) {
  Door& door = large_door();
  for (auto _ : state) {
    const Json reply = door.good("registers.ri_paper", Json::object({{"register", "carti"}}));
    state.counters["bytes"] = static_cast<double>(reply["bytes"].integer());
  }
}
BENCHMARK(inventory_register_pdf_10000)->Unit(benchmark::kMillisecond);

void verify_10000(benchmark::State& state) {
  Door& door = large_door();
  for (auto _ : state)
    benchmark::DoNotOptimize(door.good("registers.verify"));
}
BENCHMARK(verify_10000)->Unit(benchmark::kMillisecond);

// Filling takes a minute: --benchmark_filter=verify_1000000.
void verify_1000000(benchmark::State& state) {
  Door door(TestEngine::sqlite_file, "template");
  door.good("registers.open", opening());
  for (int act = 0; act < 1000; ++act)
    door.good("acquisition.receive", reception(std::to_string(act), 1000));
  for (auto _ : state) {
    Json reply = door.good("registers.verify");
    while (reply["kind"].text() == "progress")
      reply = door.good("registers.verify", reply["next"]);
    if (!reply["ok"].boolean())
      state.SkipWithError("the registers do not verify");
  }
}
BENCHMARK(verify_1000000)->Unit(benchmark::kSecond)->Iterations(3);

}  // namespace
}  // namespace metodica::test

BENCHMARK_MAIN();
