#include "conformance/trace.hpp"

#include <unistd.h>

#include <clocale>
#include <csignal>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <system_error>

#include "conformance/finding.hpp"

namespace metodica::conformance {
namespace {

namespace fs = std::filesystem;

std::size_t count_threads() {
  const fs::directory_iterator tasks("/proc/self/task");
  return static_cast<std::size_t>(std::distance(begin(tasks), end(tasks)));
}

std::map<int, std::string> open_files() {
  std::map<int, std::string> files;
  for (const auto& entry : fs::directory_iterator("/proc/self/fd")) {
    std::error_code why;
    const fs::path target = fs::read_symlink(entry.path(), why);
    // The descriptor that lists the folder is there only while we look.
    if (!why && target != "/proc/" + std::to_string(getpid()) + "/fd") {
      files[std::stoi(entry.path().filename())] = target.string();
    }
  }
  return files;
}

std::array<const void*, 65> signal_handlers() {
  std::array<const void*, 65> handlers{};
  for (int number = 1; number < 65; ++number) {
    struct sigaction action {};
    if (sigaction(number, nullptr, &action) == 0) {
      handlers.at(static_cast<std::size_t>(number)) =
          reinterpret_cast<const void*>(action.sa_handler);
    }
  }
  return handlers;
}

std::string read_umask() {
  std::ifstream status("/proc/self/status");
  for (std::string line; std::getline(status, line);) {
    if (line.starts_with("Umask:")) {
      return line.substr(line.find_last_of("\t ") + 1);
    }
  }
  return {};
}

std::vector<std::string> environment() {
  std::vector<std::string> all;
  for (char** entry = environ; *entry != nullptr; ++entry) {
    all.emplace_back(*entry);
  }
  return all;
}

}  // namespace

Trace Trace::now() {
  Trace trace;
  trace.threads_ = count_threads();
  trace.files_ = open_files();
  trace.handlers_ = signal_handlers();
  trace.locale_ = std::setlocale(LC_ALL, nullptr);
  trace.folder_ = fs::current_path().string();
  trace.umask_ = read_umask();
  trace.environment_ = environment();
  return trace;
}

std::optional<Problem> Trace::difference(bool with_files) const {
  Trace later = now();
  for (int tries = 0; later.threads_ > threads_ && tries < 20; ++tries) {
    usleep(10'000);
    later = now();
  }
  if (later.threads_ != threads_) {
    return kit("trace_threads", {{"count", static_cast<std::int64_t>(later.threads_ - threads_)}});
  }
  for (const auto& [descriptor, target] : later.files_) {
    if (with_files && !files_.contains(descriptor)) {
      return kit("trace_files", {{"text", target}});
    }
  }
  for (std::size_t number = 1; number < handlers_.size(); ++number) {
    if (handlers_.at(number) != later.handlers_.at(number)) {
      return kit("trace_signals", {{"count", static_cast<std::int64_t>(number)}});
    }
  }
  if (later.locale_ != locale_) {
    return kit("trace_locale", {{"found", later.locale_}, {"expected", locale_}});
  }
  if (later.folder_ != folder_) {
    return kit("trace_folder", {{"found", later.folder_}, {"expected", folder_}});
  }
  if (later.umask_ != umask_) {
    return kit("trace_umask", {{"found", later.umask_}, {"expected", umask_}});
  }
  if (later.environment_ != environment_) {
    return kit("trace_environment");
  }
  return {};
}

}  // namespace metodica::conformance
