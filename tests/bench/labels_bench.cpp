// Label sheets: bench_labels --benchmark_format=console
#include <benchmark/benchmark.h>

#include <string>

#include "bibliography/shelf_mark.hpp"
#include "bibliography/spine_label.hpp"
#include "documents/documents.hpp"

namespace metodica {
namespace {

LabelPaper spine_labels(const Documents& documents, int count) {
  LabelPaper paper;
  paper.sheet = documents.label_sheets().at(0);
  for (int i = 0; i < count; ++i) {
    CallNumber mark;
    mark.udc = "821." + std::to_string(111 + i % 700) + (i % 2 == 0 ? "-31" : "(498)");
    mark.author_mark =
        std::string(1, static_cast<char>('A' + i % 26)) + std::to_string(100 + i % 900);
    mark.work_mark = std::string(1, static_cast<char>('a' + i % 24));
    Label label;
    label.lines = label_lines(mark);
    paper.labels.push_back(std::move(label));
  }
  return paper;
}

// The lines too: from the call number to the bytes of the PDF.
void spine_labels_to_pdf(benchmark::State& state) {
  const Messages words("ro");
  for (auto _ : state) {
    const auto documents = make_documents();
    const LabelPaper paper = spine_labels(*documents, static_cast<int>(state.range(0)));
    const auto pdf = documents->labels_pdf(paper, words);
    state.counters["bytes"] = pdf ? static_cast<double>(pdf->size()) : -1;
  }
}
BENCHMARK(spine_labels_to_pdf)->Arg(10'000)->Unit(benchmark::kMillisecond);

void barcode_labels_to_pdf(benchmark::State& state) {
  const Messages words("ro");
  for (auto _ : state) {
    const auto documents = make_documents();
    LabelPaper paper = spine_labels(*documents, static_cast<int>(state.range(0)));
    for (std::size_t i = 0; i < paper.labels.size(); ++i)
      paper.labels[i].barcode = "C" + std::to_string(1'000'000 + i);
    const auto pdf = documents->labels_pdf(paper, words);
    state.counters["bytes"] = pdf ? static_cast<double>(pdf->size()) : -1;
  }
}
BENCHMARK(barcode_labels_to_pdf)->Arg(10'000)->Unit(benchmark::kMillisecond);

}  // namespace
}  // namespace metodica

BENCHMARK_MAIN();
