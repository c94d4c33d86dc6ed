/// The program `metodica` in a folder of its own, for tests: commands that end, and a desk that
/// serves.
#pragma once

#include <sys/types.h>

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

namespace metodica::desk::test {

/// A folder that exists as long as this object.
class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;
  [[nodiscard]] const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

struct Ended {
  int status = -1;  ///< exit status, 128 + signal when it did not exit
  std::string out;
  std::string err;

  [[nodiscard]] std::vector<std::string> lines() const;  ///< of `out`
};

/// Runs the program to its end.
Ended run(const std::vector<std::string>& arguments, const std::string& input = {});

[[nodiscard]] std::uint16_t free_port();
[[nodiscard]] std::string read_file(const std::filesystem::path& file);
void write_file(const std::filesystem::path& file, const std::string& text);

/// An installation made by `metodica setup`.
class Installation {
 public:
  Installation();

  [[nodiscard]] std::filesystem::path folder() const { return folder_.path() / "desk"; }
  [[nodiscard]] std::string ini() const { return (folder() / "metodica.ini").string(); }
  [[nodiscard]] const std::string& password() const { return password_; }
  [[nodiscard]] std::uint16_t port() const { return port_; }
  /// Runs a command with --config.
  [[nodiscard]] Ended command(std::vector<std::string> arguments,
                              const std::string& input = {}) const;
  /// Adds a line to the section [desk], which is the last of the file.
  void set(const std::string& line) const;

 private:
  Folder folder_;
  std::uint16_t port_;
  std::string password_;
};

struct Answer {
  int status = 0;
  std::string body;
  std::multimap<std::string, std::string> headers;

  [[nodiscard]] std::string header(const std::string& name) const;
};

/// A desk that serves until the end of this object, and a browser with its cookies.
class Serving {
 public:
  explicit Serving(const Installation& installation);
  ~Serving();
  Serving(const Serving&) = delete;
  Serving& operator=(const Serving&) = delete;

  /// Ends the program by a signal; its exit status.
  int stop(int signal);
  Answer get(const std::string& path);
  Answer post(const std::string& path, const std::string& form);
  /// Logs in; the answer of POST /login.
  Answer log_in(const std::string& user, const std::string& password);
  /// The first form token of a page.
  [[nodiscard]] static std::string token_in(const std::string& page);

  std::map<std::string, std::string> cookies;

 private:
  Answer send(const std::string& method, const std::string& path, const std::string& form);

  std::uint16_t port_;
  pid_t process_ = 0;
};

}  // namespace metodica::desk::test
