#include "desk_process.hpp"

#include <Poco/Net/HTTPClientSession.h>
#include <Poco/Net/HTTPRequest.h>
#include <Poco/Net/HTTPResponse.h>
#include <Poco/Net/ServerSocket.h>
#include <fcntl.h>
#include <gtest/gtest.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <fstream>
#include <iterator>
#include <sstream>
#include <thread>

namespace metodica::desk::test {
namespace fs = std::filesystem;
namespace {

pid_t start(const std::vector<std::string>& arguments, const fs::path& in, const fs::path& out,
            const fs::path& err) {
  std::vector<std::string> words = {METODICA_PROGRAM};
  words.insert(words.end(), arguments.begin(), arguments.end());
  std::vector<char*> argv;
  for (auto& word : words)
    argv.push_back(word.data());
  argv.push_back(nullptr);
  const pid_t process = ::fork();
  if (process != 0)
    return process;
  ::dup2(::open(in.c_str(), O_RDONLY), 0);
  ::dup2(::open(out.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 1);
  ::dup2(::open(err.c_str(), O_WRONLY | O_CREAT | O_TRUNC, 0600), 2);
  ::unsetenv("METODICA_CONFIG");
  ::execv(METODICA_PROGRAM, argv.data());
  ::_exit(127);
}

int wait_for(pid_t process) {
  int status = 0;
  ::waitpid(process, &status, 0);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

}  // namespace

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "metodica-desk-XXXXXX").string();
  path_ = ::mkdtemp(name.data());
}

Folder::~Folder() {
  std::error_code error;
  fs::remove_all(path_, error);
}

std::vector<std::string> Ended::lines() const {
  std::vector<std::string> list;
  std::istringstream in(out);
  for (std::string line; std::getline(in, line);)
    list.push_back(line);
  return list;
}

Ended run(const std::vector<std::string>& arguments, const std::string& input) {
  const Folder folder;
  write_file(folder.path() / "in", input);
  Ended ended;
  ended.status = wait_for(
      start(arguments, folder.path() / "in", folder.path() / "out", folder.path() / "err"));
  ended.out = read_file(folder.path() / "out");
  ended.err = read_file(folder.path() / "err");
  return ended;
}

std::uint16_t free_port() {
  const Poco::Net::ServerSocket socket(Poco::Net::SocketAddress("127.0.0.1", 0));
  return socket.address().port();
}

std::string read_file(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
}

void write_file(const fs::path& file, const std::string& text) {
  std::ofstream(file, std::ios::binary) << text;
}

Installation::Installation() : port_(free_port()) {
  const Ended made = run({"setup", folder().string(), "--library", "CJ001", "--lang", "en",
                          "--port", std::to_string(port_)});
  EXPECT_EQ(made.status, 0) << made.err;
  const std::string mark = "admin is ";
  password_ = made.out.substr(made.out.find(mark) + mark.size(), 19);
}

Ended Installation::command(std::vector<std::string> arguments, const std::string& input) const {
  arguments.insert(arguments.end(), {"--config", ini(), "--lang", "en"});
  return run(arguments, input);
}

void Installation::set(const std::string& line) const {
  write_file(ini(), read_file(ini()) + line + "\n");
}

std::string Answer::header(const std::string& name) const {
  const auto found = headers.find(name);
  return found == headers.end() ? "" : found->second;
}

Serving::Serving(const Installation& installation) : port_(installation.port()) {
  const fs::path log = installation.folder() / "serve.log";
  write_file(log, "");
  process_ = start({"serve", "--config", installation.ini()}, "/dev/null", log,
                   installation.folder() / "serve.err");
  for (int i = 0; i < 600 && read_file(log).find("http") == std::string::npos; ++i) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
  }
  EXPECT_NE(read_file(log).find("http"), std::string::npos)
      << read_file(installation.folder() / "serve.err");
}

Serving::~Serving() {
  if (process_ > 0)
    stop(SIGKILL);
}

int Serving::stop(int signal) {
  ::kill(process_, signal);
  const int status = wait_for(process_);
  process_ = 0;
  return status;
}

Answer Serving::get(const std::string& path) {
  return send("GET", path, "");
}
Answer Serving::post(const std::string& path, const std::string& form) {
  return send("POST", path, form);
}

Answer Serving::send(const std::string& method, const std::string& path, const std::string& form) {
  Poco::Net::HTTPClientSession session("127.0.0.1", port_);
  Poco::Net::HTTPRequest request(method, path, Poco::Net::HTTPRequest::HTTP_1_1);
  Poco::Net::NameValueCollection sent;
  for (const auto& [name, value] : cookies)
    sent.add(name, value);
  request.setCookies(sent);
  if (method == "POST") {
    request.setContentType("application/x-www-form-urlencoded");
    request.setContentLength(static_cast<std::streamsize>(form.size()));
  }
  session.sendRequest(request) << form << std::flush;
  Poco::Net::HTTPResponse response;
  std::istream& in = session.receiveResponse(response);
  Answer answer;
  answer.body = {std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
  answer.status = response.getStatus();
  for (const auto& [name, value] : response)
    answer.headers.emplace(name, value);
  for (const auto& [name, value] : answer.headers) {
    const std::size_t equals = value.find('=');
    if (name == "Set-Cookie")
      cookies[value.substr(0, equals)] = value.substr(equals + 1, value.find(';') - equals - 1);
  }
  return answer;
}

std::string Serving::token_in(const std::string& page) {
  const std::string mark = "name=\"csrf\" value=\"";
  const std::size_t at = page.find(mark);
  return at == std::string::npos ? "" : page.substr(at + mark.size(), 64);
}

Answer Serving::log_in(const std::string& user, const std::string& password) {
  const std::string token = token_in(get("/login").body);
  return post("/login", "csrf=" + token + "&user=" + user + "&password=" + password);
}

}  // namespace metodica::desk::test
