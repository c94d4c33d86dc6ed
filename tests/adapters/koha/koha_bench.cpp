// Figures of the Koha adapter, printed: reading 100,000 copies and writing back 1,000, over REST
// from the double in a process of its own and through answered questions. Own CPU is that of this
// process without what the double uses. Usage: koha_bench [COPIES [WRITES]]
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <string>

#include "answering_koha.hpp"
#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"

namespace {

using namespace metodica;
using Clock = std::chrono::steady_clock;

double cpu_seconds() {
  rusage used{};
  ::getrusage(RUSAGE_SELF, &used);
  const auto seconds = [](const timeval& time) {
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) / 1e6;
  };
  return seconds(used.ru_utime) + seconds(used.ru_stime);
}

/// The double as a child process; its address is the first line that it prints.
class Double {
 public:
  Double(const std::string& copies, const std::string& client) {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (::pipe(in.data()) != 0 || ::pipe(out.data()) != 0) {
      std::abort();
    }
    child_ = ::fork();
    if (child_ == 0) {
      ::dup2(in[0], 0);
      ::dup2(out[1], 1);
      ::close(in[1]);
      ::execl(METODICA_KOHA_DOUBLE, METODICA_KOHA_DOUBLE, copies.c_str(), client.c_str(), nullptr);
      ::_exit(127);
    }
    ::close(in[0]);
    ::close(out[1]);
    end_ = in[1];
    for (char c = 0; ::read(out[0], &c, 1) == 1 && c != '\n';) {
      url += c;
    }
  }
  Double(const Double&) = delete;
  Double& operator=(const Double&) = delete;
  ~Double() {
    ::close(end_);
    ::waitpid(child_, nullptr, 0);
  }

  std::string url;

 private:
  pid_t child_ = 0;
  int end_ = -1;
};

/// One adapter made, with a way to ask it.
struct Subject {
  CoreTable& core;
  std::unique_ptr<LoadedAdapter> adapter;
  double host_cpu = 0;  ///< of the double, when it runs in this process
};

std::unique_ptr<LoadedAdapter> made(CoreTable& core, const Json& settings) {
  const auto library = AdapterLibrary::load(METODICA_KOHA);
  auto adapter = library ? library->create(core.table(), settings.dump())
                         : Result<std::unique_ptr<LoadedAdapter>>(Unexpected(library.error()));
  if (!adapter || !(*adapter)->start()) {
    std::fprintf(stderr, "no adapter: %s\n", adapter ? "start" : adapter.error().message.c_str());
    std::exit(1);
  }
  return *std::move(adapter);
}

CallContext context(const std::string& key) {
  return {"57706", "", "bench", "ro", key, "bench"};
}

void report(const char* what, std::size_t done, Clock::time_point from, double cpu) {
  const double took = std::chrono::duration<double>(Clock::now() - from).count();
  std::printf("%-34s %7zu in %7.2f s, own CPU %6.2f s (%.1f us each)\n", what, done, took, cpu,
              cpu / static_cast<double>(done == 0 ? 1 : done) * 1e6);
}

std::vector<Json> read_all(Subject& subject, const char* name) {
  const CoreTable::Inside inside(subject.core);
  std::vector<Json> first;
  std::size_t count = 0;
  const auto from = Clock::now();
  const double cpu = cpu_seconds();
  subject.host_cpu = 0;
  const auto walked = subject.adapter->host().holdings->walk(
      context(""), Json::object(), "", [&](const Json& line) {
        if (++count <= 100'000 && first.size() < 10'000) {
          first.push_back(line);
        }
        return true;
      });
  report(name, count, from, cpu_seconds() - cpu - subject.host_cpu);
  if (!walked) {
    std::printf("  %s\n", walked.error().message.c_str());
  }
  return first;
}

void write_back(Subject& subject, const std::vector<Json>& copies, std::size_t count,
                const char* name) {
  const CoreTable::Inside inside(subject.core);
  Json::Array items;
  for (std::size_t at = 0; at < count && at < copies.size(); ++at) {
    items.push_back(
        Json::object({{"id", copies[at]["id"]},
                      {"version", copies[at]["version"]},
                      {"set", Json::object({{"call_number", "821 N" + std::to_string(at)}})}}));
  }
  const auto from = Clock::now();
  const double cpu = cpu_seconds();
  subject.host_cpu = 0;
  const auto outcomes = subject.adapter->host().holdings_write->change(context("bench"), items);
  std::size_t done = 0;
  for (const WriteOutcome& outcome : outcomes ? *outcomes : std::vector<WriteOutcome>()) {
    done += outcome.outcome == Outcome::done_confirmed ? 1U : 0U;
  }
  report(name, done, from, cpu_seconds() - cpu - subject.host_cpu);
}

void over_rest(const std::string& copies, std::size_t writes) {
  const std::string client =
      (std::filesystem::temp_directory_path() / ("koha-bench-" + std::to_string(::getpid())))
          .string();
  const Double koha(copies, client);
  CoreTable core{{}};
  Subject subject{core, made(core, Json::object({{"way", "rest"},
                                                 {"url", koha.url},
                                                 {"client_file", client},
                                                 {"subfields", "none"},
                                                 {"time_limit", "60"},
                                                 {"libraries", "CENTRU=57706; F3=57706/F3"}}))};
  const auto first = read_all(subject, "REST: copies read");
  write_back(subject, first, writes, "REST: copies written back");
  std::filesystem::remove(client);
}

void from_inside(const std::string& copies, std::size_t writes) {
  koha::test::KohaData data;
  data.fill(std::strtoll(copies.c_str(), nullptr, 10),
            data.add_title(koha::test::record_of("UNIMARC", "Luceafărul"), "Luceafărul"));
  koha::test::AnsweringKoha answering(data);
  double* host_cpu = nullptr;
  CoreTable core{{[](std::int32_t, std::string_view) {},
                  [&](const CallContext&, std::string_view question) {
                    const double before = cpu_seconds();
                    auto answer = answering.answer(question);
                    *host_cpu += cpu_seconds() - before;
                    return answer;
                  },
                  {}}};
  Subject subject{core, made(core, Json::object({{"libraries", "CENTRU=57706; F3=57706/F3"}}))};
  host_cpu = &subject.host_cpu;
  const auto first = read_all(subject, "inside: copies read");
  write_back(subject, first, writes, "inside: copies written back");
}

}  // namespace

int main(int count, char** words) {
  const std::string copies = count > 1 ? words[1] : "100000";
  const std::size_t writes =
      count > 2 ? static_cast<std::size_t>(std::strtoll(words[2], nullptr, 10)) : 1000;
  over_rest(copies, writes);
  from_inside(copies, writes);
  return 0;
}
