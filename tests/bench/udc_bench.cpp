// Figures of classification: keys, parses and sorting, one core.

#include <benchmark/benchmark.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>
#include <vector>

#include "bibliography/key_list.hpp"
#include "bibliography/misplaced.hpp"
#include "bibliography/shelf_mark.hpp"
#include "bibliography/udc.hpp"
#include "bibliography/udc_key.hpp"
#include "bibliography/udc_suggestion.hpp"

namespace metodica {
namespace {

// The mix of a national library: numbers with place, time, language, form, names and relations.
constexpr std::array<std::string_view, 24> kMix{"821.135.1-31",
                                                "821.111(73)-32=135.1",
                                                "94(498)\"1918/1940\"",
                                                "930.25(560):94(496)(093.2)",
                                                "003.332.55",
                                                "281.95 St\u0103niloae,D.(047.53)",
                                                "378(498 Sibiu) Lucian Blaga",
                                                "37.016:51(075.2)",
                                                "004.42",
                                                "616.12-008.331.1",
                                                "592/599",
                                                "523.41/.43",
                                                "347.78(410)1",
                                                "81'373.45=135.1",
                                                "908(498-35 Mure\u0219)",
                                                "633.1/635.9",
                                                "159.922.7-053.2",
                                                "821.511.141-1",
                                                "929 Eminescu, M.",
                                                "72.033(498)",
                                                "398.21(=135.1)",
                                                "621.311.21(498 Por\u021Bile de Fier I)",
                                                "657.6(075.8)",
                                                "339.5(4)\"20\"(063)"};

void binary_keys(benchmark::State& state) {
  std::array<char, 512> room{};
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(write_udc_key(room.data(), kMix[at]));
    benchmark::ClobberMemory();
    at = at + 1 == kMix.size() ? 0 : at + 1;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(binary_keys);

void host_safe_keys(benchmark::State& state) {
  std::array<char, 512> room{};
  std::array<char, kHostKeyLimit> safe{};
  std::size_t at = 0;
  for (auto _ : state) {
    const std::size_t size = write_udc_key(room.data(), kMix[at]);
    benchmark::DoNotOptimize(write_host_safe_key(safe, {room.data(), size}));
    benchmark::ClobberMemory();
    at = at + 1 == kMix.size() ? 0 : at + 1;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(host_safe_keys);

void full_parses(benchmark::State& state) {
  std::size_t at = 0;
  for (auto _ : state) {
    benchmark::DoNotOptimize(Udc::parse(kMix[at]));
    at = at + 1 == kMix.size() ? 0 : at + 1;
  }
  state.SetItemsProcessed(state.iterations());
}
BENCHMARK(full_parses);

constexpr std::size_t kUsualKey = 48;

std::vector<std::string> shelf_marks(std::size_t count) {
  std::mt19937 random(7);
  std::vector<std::string> marks;
  marks.reserve(count);
  for (std::size_t i = 0; i < count; ++i) {
    std::string mark(kMix[random() % kMix.size()]);
    mark += ' ';
    mark += static_cast<char>('A' + random() % 26);
    mark += std::to_string(111 + random() % 889);
    mark += static_cast<char>('a' + random() % 26);
    if (random() % 4 == 0) {
      mark += " v." + std::to_string(1 + random() % 20);
    }
    marks.push_back(std::move(mark));
  }
  return marks;
}

void sorted_shelf_marks(benchmark::State& state) {
  const std::vector<std::string> marks = shelf_marks(static_cast<std::size_t>(state.range(0)));
  for (auto _ : state) {
    KeyList keys;
    keys.reserve(marks.size(), marks.size() * kUsualKey);
    for (const std::string& mark : marks) {
      append_shelf_mark_key(keys.bytes(), mark);
      keys.end_key();
    }
    benchmark::DoNotOptimize(keys.order());
  }
  state.SetItemsProcessed(state.iterations() * state.range(0));
}
BENCHMARK(sorted_shelf_marks)->Arg(1'000'000)->Unit(benchmark::kMillisecond);

// A run as it was scanned: in order but for `strays` of a thousand books that stand anywhere.
std::vector<std::string> scanned_run(std::size_t count, std::uint32_t strays) {
  std::vector<std::string> marks = shelf_marks(count);
  std::vector<std::pair<std::string, std::string>> sorted;
  sorted.reserve(count);
  for (std::string& mark : marks)
    sorted.emplace_back(shelf_mark_key(mark), std::move(mark));
  std::sort(sorted.begin(), sorted.end());
  std::mt19937 random(5);
  for (auto& book : sorted) {
    if (random() % 1000 < strays)
      std::swap(book, sorted[random() % count]);
  }
  std::vector<std::string> run;
  run.reserve(count);
  for (auto& [key, mark] : sorted)
    run.push_back(std::move(mark));
  return run;
}

// From marks as text to the moves, keys included.
void shelf_readings(benchmark::State& state) {
  const std::vector<std::string> marks = scanned_run(static_cast<std::size_t>(state.range(0)),
                                                     static_cast<std::uint32_t>(state.range(1)));
  std::size_t strays = 0;
  for (auto _ : state) {
    std::vector<std::string> keys;
    keys.reserve(marks.size());
    for (const std::string& mark : marks)
      keys.push_back(shelf_mark_key(mark));
    strays = read_shelf(keys).strays.size();
  }
  state.counters["strays"] = static_cast<double>(strays);
}
BENCHMARK(shelf_readings)
    ->Args({100'000, 20})
    ->Args({100'000, 1000})
    ->Unit(benchmark::kMillisecond);

// Titles of two to seven words from a vocabulary in which few words are common, as in catalogues.
std::string made_title(std::mt19937& random) {
  std::string title;
  for (std::size_t words = 2 + random() % 6; words > 0; --words) {
    const double at = std::pow(static_cast<double>(random() % 1'000'000) / 1e6, 3.0);
    title += "w" + std::to_string(static_cast<int>(at * 60'000)) + "x ";
  }
  return title;
}

void suggestions(benchmark::State& state) {
  std::mt19937 random(11);
  WorksInMemory works;
  for (std::int64_t i = 0; i < state.range(0); ++i) {
    works.add(made_title(random), "author" + std::to_string(random() % 60'000),
              std::string(kMix[random() % kMix.size()]));
  }
  const UdcCaptions captions = *UdcCaptions::from_csv("notation,caption_ro\n51,Matematica\n");
  const CaptionWords words(captions);
  const std::vector<TitleCue> cues{{"roman", "-31"}};
  std::vector<double> seconds;
  for (auto _ : state) {
    UnclassedWork asked;
    asked.title = made_title(random);
    asked.author = "author" + std::to_string(random() % 60'000);
    asked.language = "ro";
    const auto begin = std::chrono::steady_clock::now();
    benchmark::DoNotOptimize(suggest_udc(asked, works, {words, cues}));
    seconds.push_back(
        std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
  }
  std::sort(seconds.begin(), seconds.end());
  state.counters["p95_ms"] = 1000 * seconds[seconds.size() * 95 / 100];
}
BENCHMARK(suggestions)->Arg(200'000)->Unit(benchmark::kMicrosecond);

}  // namespace
}  // namespace metodica

BENCHMARK_MAIN();
