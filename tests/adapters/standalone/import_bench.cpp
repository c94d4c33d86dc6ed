// Figures of the import: standalone_import_bench <records> <folder> [here]
// Makes <folder>/records.mrc and <folder>/catalogue.sqlite; run yaz-marcdump beside it to compare.
#include <sys/resource.h>

#include <chrono>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <string>

#include "marc_maker.hpp"
#include "standalone/core/catalogue_import.hpp"

namespace {

using Clock = std::chrono::steady_clock;

double seconds_since(Clock::time_point start) {
  return std::chrono::duration<double>(Clock::now() - start).count();
}

void make_file(const std::string& path, std::int64_t records) {
  std::ofstream out(path, std::ios::binary);
  metodica::standalone::MarcMaker maker;
  for (std::int64_t number = 1; number <= records; ++number) {
    out << maker.record(number);
  }
}

int run(const std::string& file, const std::string& catalogue, std::int64_t records,
        bool parallel) {
  metodica::standalone::CatalogueImport::Options options;
  options.catalogue = catalogue;
  options.library = "54975";
  options.parallel = parallel;
  std::ifstream in(file, std::ios::binary);
  const Clock::time_point start = Clock::now();
  std::uint64_t next_mark = 100'000;
  metodica::standalone::ImportEvents events;
  events.progress = [&](const metodica::standalone::ImportCounts& counts) {
    if (counts.records >= next_mark) {
      std::cout << counts.records << " records, " << seconds_since(start) << " s\n";
      next_mark += 100'000;
    }
    return true;
  };
  events.note = [](const metodica::standalone::ImportNote& note) {
    std::cout << note.problem.message << '\n';
  };
  const auto counts =
      metodica::standalone::CatalogueImport(options).run(metodica::from_stream(in), events);
  if (!counts) {
    std::cout << counts.error().message << '\n';
    return 1;
  }
  const double took = seconds_since(start);
  rusage used{};
  getrusage(RUSAGE_SELF, &used);
  std::cout << "added " << counts->added << ", unchanged " << counts->unchanged << ", copies "
            << counts->copies_added << ", " << took << " s, " << static_cast<double>(records) / took
            << " records/s, " << used.ru_maxrss / 1024 << " MiB at most, catalogue "
            << std::filesystem::file_size(catalogue) / 1'000'000 << " MB\n";
  return 0;
}

}  // namespace

int main(int count, char** words) {
  if (count < 3) {
    std::cout << "standalone_import_bench <records> <folder> [here]\n";
    return 2;
  }
  const std::int64_t records = std::stoll(words[1]);
  const std::string folder = words[2];
  const std::string file = folder + "/records-" + words[1] + ".mrc";
  if (!std::filesystem::exists(file)) {
    make_file(file, records);
  }
  return run(file, folder + "/catalogue.sqlite", records, count < 4);
}
