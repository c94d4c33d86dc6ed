#include "exchange/remote_catalogue.hpp"

#include <arpa/inet.h>
#include <gtest/gtest.h>
#include <netinet/in.h>
#include <signal.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <string>
#include <thread>

#include "support/needed.hpp"

namespace metodica {
namespace {

using Clock = std::chrono::steady_clock;

/// A socket of the loopback with a port of its own; listening or not.
class Port {
 public:
  explicit Port(bool listens) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const plain = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(::bind(socket_, plain, size), 0);
    EXPECT_EQ(::getsockname(socket_, plain, &size), 0);
    number_ = ntohs(address.sin_port);
    if (listens) {
      EXPECT_EQ(::listen(socket_, 4), 0);
    }
  }
  ~Port() { close(); }
  Port(const Port&) = delete;
  Port& operator=(const Port&) = delete;
  void close() {
    if (socket_ >= 0)
      ::close(socket_);
    socket_ = -1;
  }
  [[nodiscard]] int socket() const { return socket_; }
  [[nodiscard]] std::string text() const { return std::to_string(number_); }

 private:
  int socket_ = -1;
  int number_ = 0;
};

constexpr const char* answer =
    R"(<?xml version="1.0"?><zs:searchRetrieveResponse xmlns:zs="http://www.loc.gov/zing/srw/">
<zs:version>1.1</zs:version><zs:numberOfRecords>1</zs:numberOfRecords><zs:records><zs:record>
<zs:recordSchema>info:srw/schema/1/marcxml-v1.1</zs:recordSchema>
<zs:recordPacking>xml</zs:recordPacking><zs:recordData>
<record xmlns="http://www.loc.gov/MARC21/slim"><leader>00000nam0 2200000   450 </leader>
<controlfield tag="001">ro1</controlfield>
<datafield tag="200" ind1="1" ind2=" "><subfield code="a">Pădurea spânzuraților</subfield></datafield>
<datafield tag="675" ind1=" " ind2=" "><subfield code="a">821.135.1-31</subfield></datafield>
</record></zs:recordData><zs:recordPosition>1</zs:recordPosition></zs:record></zs:records>
</zs:searchRetrieveResponse>)";

/// A catalogue that answers every question with the same record, once; keeps what was asked.
class OneAnswer {
 public:
  OneAnswer() : port_(true), thread_([this] { serve(); }) {}
  ~OneAnswer() { thread_.join(); }
  [[nodiscard]] std::string address() const { return "http://127.0.0.1:" + port_.text() + "/db"; }
  std::string asked;

 private:
  void serve() {
    const int client = ::accept(port_.socket(), nullptr, nullptr);
    char piece[4096];
    while (asked.find("\r\n\r\n") == std::string::npos) {
      const ssize_t got = ::read(client, piece, sizeof piece);
      if (got <= 0)
        break;
      asked.append(piece, static_cast<std::size_t>(got));
    }
    const std::string body(answer);
    const std::string reply = "HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nContent-Length: " +
                              std::to_string(body.size()) + "\r\nConnection: close\r\n\r\n" + body;
    EXPECT_EQ(::write(client, reply.data(), reply.size()), static_cast<ssize_t>(reply.size()));
    ::close(client);
  }

  Port port_;
  std::thread thread_;
};

/// The test server that comes with YAZ: it has a hundred records for whatever is asked.
class ZTest {
 public:
  ZTest() {
    {
      const Port port(false);
      number_ = port.text();
    }
    child_ = ::fork();
    if (child_ == 0) {
      const std::string at = "tcp:127.0.0.1:" + number_;
      ::execl("/usr/bin/yaz-ztest", "yaz-ztest", "-v", "none", at.c_str(), nullptr);
      ::_exit(127);
    }
  }
  ~ZTest() {
    ::kill(child_, SIGTERM);
    ::waitpid(child_, nullptr, 0);
  }
  ZTest(const ZTest&) = delete;
  ZTest& operator=(const ZTest&) = delete;
  [[nodiscard]] std::string address() const { return "127.0.0.1:" + number_ + "/Default"; }

 private:
  std::string number_;
  pid_t child_ = -1;
};

CatalogueTarget target(CatalogueProtocol protocol, std::string address, MarcFormat format) {
  return {"Probă", protocol, std::move(address), format, "marc8"};
}

TEST(RemoteCatalogue, WordsItsQuestions) {
  EXPECT_EQ(prefix_query({"978-973-46-1234-5", "Ion", "Rebreanu, Liviu"}),
            "@attr 1=7 \"9789734612345\"");
  EXPECT_EQ(prefix_query({"", "Ion \"și\" alții", "Rebreanu, Liviu"}),
            "@and @attr 1=4 \"Ion  și  alții\" @attr 1=1003 \"Rebreanu\"");
  EXPECT_EQ(cql_query({"", "Ion", ""}), "dc.title=\"Ion\"");
  EXPECT_EQ(cql_query({"97397801X", "", ""}), "bath.isbn=\"97397801X\"");
}

TEST(RemoteCatalogue, ReadsTheClassFromAnSruAnswer) {
  OneAnswer server;
  const auto found =
      ask_catalogue(target(CatalogueProtocol::sru, server.address(), MarcFormat::unimarc),
                    {"9789734612345"}, 5, 5);
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_EQ(found->size(), 1U);
  EXPECT_EQ(found->front().udc, std::vector<std::string>{"821.135.1-31"});
  EXPECT_EQ(found->front().title, "Pădurea spânzuraților");
  EXPECT_NE(server.asked.find("query=bath.isbn"), std::string::npos) << server.asked;
}

TEST(RemoteCatalogue, ReadsRecordsOverZ3950) {
  if (::access("/usr/bin/yaz-ztest", X_OK) != 0)
    METODICA_MISSING("yaz-ztest is not installed");
  const ZTest server;
  const auto asked = target(CatalogueProtocol::z3950, server.address(), MarcFormat::marc21);
  const auto until = Clock::now() + std::chrono::seconds(20);
  auto found = ask_catalogue(asked, {"0-13-949876-1"}, 3, 5);
  while (!found && Clock::now() < until) {
    std::this_thread::sleep_for(std::chrono::milliseconds(50));
    found = ask_catalogue(asked, {"0-13-949876-1"}, 3, 5);
  }
  ASSERT_TRUE(found) << found.error().message;
  ASSERT_FALSE(found->empty());
  EXPECT_FALSE(found->front().title.empty());
}

TEST(RemoteCatalogue, ATargetThatDoesNotAnswerCostsItsLimit) {
  const Port silent(true);
  const auto begin = Clock::now();
  const auto found = ask_catalogue(
      target(CatalogueProtocol::z3950, "127.0.0.1:" + silent.text(), MarcFormat::marc21), {"1"}, 3,
      1);
  ASSERT_FALSE(found);
  EXPECT_EQ(found.error().message, "exchange.catalogue");
  EXPECT_EQ(found.error().status, METODICA_UNREACHABLE);
  EXPECT_LT(Clock::now() - begin, std::chrono::seconds(10));
}

TEST(RemoteCatalogue, NobodyThereIsSaidAndAnEmptyQuestionIsNotAsked) {
  std::string port;
  {
    const Port closed(false);
    port = closed.text();
  }
  const auto asked = target(CatalogueProtocol::sru, "http://127.0.0.1:" + port, MarcFormat::marc21);
  EXPECT_FALSE(ask_catalogue(asked, {"1"}, 3, 2));
  EXPECT_TRUE(ask_catalogue(asked, {}, 3, 2)->empty());
}

}  // namespace
}  // namespace metodica
