#include "standalone/core/catalogue_import.hpp"

#include <exception>
#include <thread>

#include "exchange/marc_reader.hpp"
#include "standalone/core/bulk_writer.hpp"
#include "standalone/core/catalogue.hpp"
#include "standalone/core/record_batch.hpp"

namespace metodica::standalone {
namespace {

constexpr std::size_t records_per_batch = 1024;
constexpr int batches = 4;

/// The reading side: records of the file into batches.
class BatchReader {
 public:
  BatchReader(std::unique_ptr<RecordReader> reader, RecordMaker::Options options)
      : reader_(std::move(reader)), maker_(std::move(options)) {}

  /// False when nothing was left to read.
  bool fill(RecordBatch& batch) {
    batch.used = 0;
    while (batch.used < records_per_batch && reader_->next(outcome_)) {
      prepare(batch.next());
    }
    batch.bytes_read = reader_->totals().bytes();
    return batch.used > 0;
  }

 private:
  void prepare(PreparedRecord& into) {
    into.is_record = outcome_.is_record;
    into.number = outcome_.number;
    into.offset = outcome_.offset;
    into.copies.clear();
    const bool as_it_is =
        outcome_.problems.empty() && outcome_.raw.data() == outcome_.record.raw().data();
    into.problems = std::move(outcome_.problems);
    if (!into.is_record) {
      return;
    }
    maker_.make(outcome_.record, as_it_is, into.record, into.problems);
    for (const MarcItem& item : into.record.items) {
      into.copies.push_back(copy_from_item(item, into.problems));
    }
  }

  std::unique_ptr<RecordReader> reader_;
  RecordMaker maker_;
  MarcOutcome outcome_;
};

/// The writing side: batches into the catalogue, with counts and notes.
class BatchSink {
 public:
  BatchSink(BulkWriter& writer, const ImportEvents& events) : writer_(writer), events_(events) {}

  /// False when the caller wants no more.
  bool write(RecordBatch& batch) {
    for (std::size_t at = 0; at < batch.used; ++at) {
      write(batch.records[at]);
    }
    writer_.breathe();
    counts_.bytes = batch.bytes_read;
    take_copies();
    return !events_.progress || events_.progress(counts_);
  }

  const ImportCounts& finish() {
    writer_.finish();
    take_copies();
    return counts_;
  }

 private:
  void take_copies() {
    counts_.copies_added = writer_.copies().added;
    counts_.copies_changed = writer_.copies().changed;
    counts_.copies_refused = writer_.copies().refused;
  }

  void write(PreparedRecord& one) {
    bool fault = !one.is_record;
    if (one.is_record) {
      ++counts_.records;
      switch (writer_.add(one.record, one.copies, one.problems)) {
        case Written::added:
          ++counts_.added;
          break;
        case Written::replaced:
          ++counts_.replaced;
          break;
        case Written::unchanged:
          ++counts_.unchanged;
          break;
        case Written::repeated:
          fault = true;
          one.problems.assign(1, {METODICA_CONFLICT,
                                  "standalone.control_number_twice",
                                  {{"text", one.record.control_number}}});
          break;
      }
    }
    if (fault) {
      ++counts_.faults;
    }
    for (Problem& problem : one.problems) {
      tell(one, fault, std::move(problem));
    }
  }

  void tell(const PreparedRecord& one, bool fault, Problem problem) {
    counts_.remarks += fault ? 0U : 1U;
    if (!events_.note) {
      return;
    }
    const auto has = [&](std::string_view name) {
      for (const MessageArgument& argument : problem.arguments) {
        if (argument.name == name) {
          return true;
        }
      }
      return false;
    };
    if (!has("number")) {
      problem.arguments.push_back({"number", static_cast<std::int64_t>(one.number)});
    }
    if (!has("offset")) {
      problem.arguments.push_back({"offset", static_cast<std::int64_t>(one.offset)});
    }
    events_.note({fault, std::move(problem), one.is_record ? one.record.control_number : ""});
  }

  BulkWriter& writer_;
  const ImportEvents& events_;
  ImportCounts counts_;
};

void run_here(BatchReader& reader, BatchSink& sink) {
  RecordBatch batch;
  while (reader.fill(batch) && sink.write(batch)) {
  }
}

/// Ends the reading thread whatever happens on the writing side.
class ReadingThread {
 public:
  explicit ReadingThread(BatchReader& reader) : thread_([this, &reader] { read(reader); }) {
    for (int made = 0; made < batches; ++made) {
      free_.put(std::make_unique<RecordBatch>());
    }
  }
  ~ReadingThread() {
    free_.close();
    while (full_.take()) {
    }
    thread_.join();
  }
  ReadingThread(const ReadingThread&) = delete;
  ReadingThread& operator=(const ReadingThread&) = delete;

  BatchPointer take() { return full_.take(); }
  void give_back(BatchPointer batch) { free_.put(std::move(batch)); }
  void rethrow() const {
    if (failure_) {
      std::rethrow_exception(failure_);
    }
  }

 private:
  void read(BatchReader& reader) {
    try {
      for (BatchPointer batch = free_.take(); batch && reader.fill(*batch); batch = free_.take()) {
        full_.put(std::move(batch));
      }
    } catch (...) {
      failure_ = std::current_exception();
    }
    full_.close();
  }

  BatchPipe free_;
  BatchPipe full_;
  std::exception_ptr failure_;
  std::thread thread_;  // last: it uses the others
};

void run_beside(BatchReader& reader, BatchSink& sink) {
  ReadingThread reading(reader);
  while (BatchPointer batch = reading.take()) {
    if (!sink.write(*batch)) {
      return;
    }
    reading.give_back(std::move(batch));
  }
  reading.rethrow();
}

}  // namespace

Result<ImportCounts> CatalogueImport::run(ByteSource source, const ImportEvents& events) {
  METODICA_TRY(std::unique_ptr<RecordReader> opened, open_marc(std::move(source)));
  METODICA_TRY(const auto tables, open_catalogue(options_.catalogue));
  try {
    BatchReader reader(std::move(opened), options_.records);
    BulkWriter writer(options_.catalogue, options_.library, now_utc());
    BatchSink sink(writer, events);
    if (options_.parallel) {
      run_beside(reader, sink);
    } else {
      run_here(reader, sink);
    }
    return sink.finish();
  } catch (const StorageError& error) {
    return Unexpected({error.status(), "standalone.catalogue", {{"reason", error.what()}}});
  }
}

}  // namespace metodica::standalone
