#include "conformance/host_process.hpp"

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <sstream>
#include <utility>

#include "json/utf8.hpp"

namespace metodica::conformance {
namespace {

/// Writes all input and reads all output at the same time, so that neither side waits for the
/// other.
std::string exchange(int to, int from, std::string_view input) {
  std::string output;
  std::array<char, 65536> piece{};
  fcntl(to, F_SETFL, O_NONBLOCK);
  if (input.empty()) {
    close(std::exchange(to, -1));
  }
  for (;;) {
    std::array<pollfd, 2> waiting = {{{from, POLLIN, 0}, {to, POLLOUT, 0}}};
    poll(waiting.data(), waiting.size(), -1);
    if (waiting[1].revents != 0) {
      const ssize_t written = write(to, input.data(), input.size());
      input.remove_prefix(written > 0 ? static_cast<std::size_t>(written) : 0);
      if (input.empty() || (waiting[1].revents & POLLERR) != 0) {
        close(std::exchange(to, -1));
      }
    }
    if (waiting[0].revents != 0) {
      const ssize_t got = read(from, piece.data(), piece.size());
      if (got <= 0) {
        break;
      }
      output.append(piece.data(), static_cast<std::size_t>(got));
    }
  }
  if (to >= 0) {
    close(to);
  }
  close(from);
  return output;
}

[[noreturn]] void become(const std::string& command, int in, int out) {
  dup2(in, STDIN_FILENO);
  dup2(out, STDOUT_FILENO);
  execl("/bin/sh", "sh", "-c", command.c_str(), nullptr);
  _exit(127);
}

}  // namespace

Json HostAnswer::reply(std::size_t number) const {
  if (number >= lines.size() || !is_well_formed_utf8(lines[number])) {
    return {};
  }
  auto parsed = Json::parse(lines[number]);
  return parsed ? *std::move(parsed) : Json();
}

HostAnswer run_host(const std::string& command, std::string_view input) {
  std::array<int, 2> to{};
  std::array<int, 2> from{};
  if (pipe2(to.data(), O_CLOEXEC) != 0 || pipe2(from.data(), O_CLOEXEC) != 0) {
    return {};
  }
  signal(SIGPIPE, SIG_IGN);  // a host that closes its input early is an answer, not our end
  const pid_t child = fork();
  if (child == 0) {
    signal(SIGPIPE, SIG_DFL);
    become(command, to[0], from[1]);
  }
  close(to[0]);
  close(from[1]);
  std::istringstream output(exchange(to[1], from[0], input));
  HostAnswer answer;
  for (std::string line; std::getline(output, line);) {
    answer.lines.push_back(line);
  }
  int status = 0;
  if (child > 0 && waitpid(child, &status, 0) == child && WIFEXITED(status)) {
    answer.exit_status = WEXITSTATUS(status);
  }
  return answer;
}

}  // namespace metodica::conformance
