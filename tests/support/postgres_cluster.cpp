#include "support/postgres_cluster.hpp"

#include <fcntl.h>
#include <pwd.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <stdexcept>

namespace metodica::test {
namespace {

namespace fs = std::filesystem;

// The server refuses to run as root.
const passwd* server_user() {
  if (::geteuid() != 0) {
    return nullptr;
  }
  const passwd* user = ::getpwnam("postgres");
  return user != nullptr ? user : ::getpwnam("nobody");
}

std::string as_server_user(const std::string& command) {
  const passwd* user = server_user();
  if (user == nullptr) {
    return command;
  }
  return "setpriv --reuid=" + std::to_string(user->pw_uid) +
         " --regid=" + std::to_string(user->pw_gid) + " --clear-groups " + command;
}

bool run(const std::string& command, const fs::path& folder) {
  const std::string line = "cd " + folder.string() + " && " + as_server_user(command) + " >>" +
                           (folder / "log").string() + " 2>&1 </dev/null";
  return std::system(line.c_str()) == 0;
}

std::string content_of(const fs::path& file) {
  std::ifstream in(file);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

fs::path PostgresCluster::programs() {
  if (const char* told = std::getenv("METODICA_TEST_POSTGRESQL")) {
    return told;
  }
  fs::path newest;
  std::error_code failed;
  for (const auto& entry : fs::directory_iterator("/usr/lib/postgresql", failed)) {
    const fs::path bin = entry.path() / "bin";
    if (fs::exists(bin / "initdb") && bin > newest) {
      newest = bin;
    }
  }
  return newest;
}

PostgresCluster& PostgresCluster::instance() {
  static PostgresCluster cluster;
  return cluster;
}

std::string PostgresCluster::connection() const {
  return "host=" + folder_.string() + " user=library dbname=library";
}

PostgresCluster::PostgresCluster() : process_(::getpid()) {
  std::string pattern = (fs::temp_directory_path() / "metodica-pg-XXXXXX").string();
  if (::mkdtemp(pattern.data()) == nullptr) {
    throw std::runtime_error("no temporary folder: " + pattern);
  }
  folder_ = pattern;
  if (const passwd* user = server_user()) {
    if (::chown(folder_.c_str(), user->pw_uid, user->pw_gid) != 0) {
      throw std::runtime_error("chown: " + folder_.string());
    }
  }
  start_guard();
  start_server();
}

// Stops the server and removes its folder even when the test program is killed: the pipe closes
// then.
void PostgresCluster::start_guard() {
  std::array<int, 2> ends{};
  if (::pipe2(ends.data(), O_CLOEXEC) != 0) {
    throw std::runtime_error("pipe");
  }
  guard_ = ::fork();
  if (guard_ == 0) {
    ::close(ends[1]);
    const int nothing = ::open("/dev/null", O_RDWR | O_CLOEXEC);
    ::dup2(nothing, STDOUT_FILENO);
    ::dup2(nothing, STDERR_FILENO);
    char byte = 0;
    while (::read(ends[0], &byte, 1) > 0) {
    }
    run((programs() / "pg_ctl").string() + " -D " + (folder_ / "data").string() +
            " -m immediate -w stop",
        folder_);
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
    ::_exit(0);
  }
  ::close(ends[0]);
  guard_pipe_ = ends[1];
}

void PostgresCluster::start_server() {
  const std::string bin = programs().string();
  const std::string data = (folder_ / "data").string();
  const std::string options =
      "-c listen_addresses= -c unix_socket_directories=" + folder_.string() +
      " -c fsync=off -c restart_after_crash=off -c max_connections=30";
  const std::string psql =
      "psql -X -q -v ON_ERROR_STOP=1 -h " + folder_.string() + " -U owner -d postgres";
  const bool started =
      run(bin + "/initdb -D " + data + " -U owner -A trust --no-sync -E UTF8 --locale=C",
          folder_) &&
      run(bin + "/pg_ctl -D " + data + " -w -l " + (folder_ / "server.log").string() + " -o '" +
              options + "' start",
          folder_) &&
      run(bin + "/" + psql +
              " -c 'CREATE ROLE library LOGIN' -c 'CREATE DATABASE library OWNER library'",
          folder_);
  if (!started) {
    throw std::runtime_error("PostgreSQL did not start: " + content_of(folder_ / "log") +
                             content_of(folder_ / "server.log"));
  }
}

PostgresCluster::~PostgresCluster() {
  if (process_ == ::getpid()) {
    ::close(guard_pipe_);
    ::waitpid(guard_, nullptr, 0);
  }
}

}  // namespace metodica::test
