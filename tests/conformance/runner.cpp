#include "conformance/runner.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <cstdio>
#include <cstring>
#include <exception>
#include <optional>
#include <utility>

#include "conformance/report.hpp"
#include "json/json.hpp"
#include "metodica/problem.hpp"

namespace metodica::conformance {
namespace {

using Clock = std::chrono::steady_clock;

/// A pipe whose ends are closed with it.
class Pipe {
 public:
  Pipe() {
    if (pipe2(ends_.data(), O_CLOEXEC) != 0) {
      ends_ = {-1, -1};
    }
  }
  Pipe(const Pipe&) = delete;
  Pipe& operator=(const Pipe&) = delete;
  ~Pipe() {
    close_end(0);
    close_end(1);
  }

  [[nodiscard]] int reading() const { return ends_[0]; }
  [[nodiscard]] int writing() const { return ends_[1]; }
  void close_writing() { close_end(1); }
  void close_reading() { close_end(0); }

 private:
  void close_end(std::size_t which) {
    if (ends_.at(which) >= 0) {
      close(ends_.at(which));
      ends_.at(which) = -1;
    }
  }

  std::array<int, 2> ends_{-1, -1};
};

std::string to_text(const Finding& finding) {
  const Json problem = Json::parse(problem_json(finding.why)).value();
  return Json::object({{"verdict", name_of(finding.verdict)}, {"why", problem}}).dump();
}

Finding from_text(const std::string& text) {
  const auto parsed = Json::parse(text);
  if (!parsed) {
    return Finding::fail(kit("no_result"));
  }
  const Json& why = (*parsed)["why"];
  Problem problem(METODICA_DEFECT, why["message"].text());
  problem.text = why["text"].text();
  for (const auto& [name, value] : why["arguments"].members()) {
    if (value.is_integer()) {
      problem.arguments.push_back({name, value.integer()});
    } else {
      problem.arguments.push_back({name, value.text()});
    }
  }
  return {verdict_of((*parsed)["verdict"].text()), std::move(problem)};
}

Finding run_here(const Check& check) {
  try {
    return check.run();
  } catch (const std::exception& error) {
    return Finding::fail(kit("exception", {{"what", error.what()}}));
  }
}

[[noreturn]] void be_child(const Check& check, Pipe& result, Pipe& printed) {
  dup2(printed.writing(), STDOUT_FILENO);
  printed.close_reading();
  printed.close_writing();
  result.close_reading();
  const std::string text = to_text(run_here(check));
  const ssize_t written = write(result.writing(), text.data(), text.size());
  _exit(written == static_cast<ssize_t>(text.size()) ? 0 : 3);
}

/// Reads both pipes until the child closes them; false when time is over.
bool read_until(Pipe& result, Pipe& printed, Clock::time_point end, std::string& text,
                std::string& output) {
  std::array<pollfd, 2> waiting = {{{result.reading(), POLLIN, 0}, {printed.reading(), POLLIN, 0}}};
  const std::array<std::string*, 2> into = {&text, &output};
  while (waiting[0].fd >= 0 || waiting[1].fd >= 0) {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
    if (left.count() <= 0 || poll(waiting.data(), 2, static_cast<int>(left.count())) == 0) {
      return false;
    }
    for (std::size_t i = 0; i < 2; ++i) {
      std::array<char, 4096> piece{};
      if (waiting.at(i).fd < 0 || waiting.at(i).revents == 0) {
        continue;
      }
      const ssize_t got = read(waiting.at(i).fd, piece.data(), piece.size());
      if (got <= 0) {
        waiting.at(i).fd = -1;
      } else {
        into.at(i)->append(piece.data(), static_cast<std::size_t>(got));
      }
    }
  }
  return true;
}

/// Waits for the child to end; kills it when time is over.
std::optional<int> end_of(pid_t child, Clock::time_point end) {
  int status = 0;
  while (Clock::now() < end) {
    if (waitpid(child, &status, WNOHANG) == child) {
      return status;
    }
    usleep(1000);
  }
  kill(child, SIGKILL);
  waitpid(child, &status, 0);
  return {};
}

}  // namespace

Finding run_in_child(const Check& check, std::chrono::milliseconds limit) {
  Pipe result;
  Pipe printed;
  const auto end = Clock::now() + limit;
  std::fflush(nullptr);  // or the child would print again what waits in this process
  const pid_t child = fork();
  if (child < 0) {
    return Finding::fail(kit("no_child"));
  }
  if (child == 0) {
    be_child(check, result, printed);
  }
  result.close_writing();
  printed.close_writing();
  std::string text;
  std::string output;
  const bool in_time = read_until(result, printed, end, text, output);
  const auto status = end_of(child, in_time ? end : Clock::now());
  if (!in_time || !status) {
    return {Verdict::timed_out, kit("over_time", {{"count", limit.count() / 1000}})};
  }
  if (WIFSIGNALED(*status)) {
    return {Verdict::crashed, kit("died", {{"what", strsignal(WTERMSIG(*status))}})};
  }
  if (WEXITSTATUS(*status) != 0) {
    return {Verdict::crashed, kit("exited", {{"count", std::int64_t{WEXITSTATUS(*status)}}})};
  }
  const Finding finding = from_text(text);
  if (finding.verdict == Verdict::passed && !output.empty()) {
    return Finding::fail(kit("printed", {{"text", output.substr(0, output.find('\n'))}}));
  }
  return finding;
}

int run_checks(const std::vector<Check>& checks, const Options& options, std::ostream& out) {
  std::vector<Check> chosen;
  std::copy_if(checks.begin(), checks.end(), std::back_inserter(chosen), [&](const Check& check) {
    return options.only.empty() ||
           std::any_of(options.only.begin(), options.only.end(),
                       [&](const std::string& name) { return check.name.starts_with(name); });
  });
  Report report(options, out);
  if (chosen.empty()) {
    report.nothing_chosen();
    return 2;
  }
  if (options.list) {
    report.list(chosen);
    return 0;
  }
  for (const Check& check : chosen) {
    const auto begin = Clock::now();
    const Finding finding =
        options.in_process ? run_here(check) : run_in_child(check, options.limit);
    report.add(check, finding,
               std::chrono::duration_cast<std::chrono::milliseconds>(Clock::now() - begin));
  }
  return report.finish();
}

}  // namespace metodica::conformance
