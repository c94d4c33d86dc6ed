// metodica serve as a browser meets it.

#include <gtest/gtest.h>
#include <signal.h>
#include <sys/stat.h>

#include "desk_process.hpp"

namespace metodica::desk::test {
namespace {

TEST(Serve, LogsInShowsTheMenuAndStopsCleanly) {
  const Installation desk;
  Serving web(desk);
  EXPECT_EQ(web.get("/do/institution.settings").status, 401) << "nobody is logged in";
  const Answer entered = web.log_in("admin", desk.password());
  EXPECT_EQ(entered.status, 303) << entered.body;
  const std::string cookie = entered.header("Set-Cookie");
  EXPECT_NE(cookie.find("HttpOnly"), std::string::npos);
  EXPECT_NE(cookie.find("SameSite=Strict"), std::string::npos);
  const Answer home = web.get("/");
  EXPECT_EQ(home.status, 200);
  EXPECT_NE(home.body.find("/do/registers.movement"), std::string::npos);
  EXPECT_EQ(home.body.find("style="), std::string::npos) << "no inline style";
  EXPECT_EQ(web.stop(SIGTERM), 0);
}

TEST(Serve, EveryAnswerHasTheHeadersOfSafety) {
  const Installation desk;
  Serving web(desk);
  for (const char* path : {"/", "/login", "/nowhere", "/metodica.css", "/do/x.y"}) {
    const Answer answer = web.get(path);
    EXPECT_EQ(answer.header("Content-Security-Policy").rfind("default-src 'self';", 0), 0U) << path;
    EXPECT_NE(answer.header("Content-Security-Policy").find("frame-ancestors 'none'"),
              std::string::npos);
    EXPECT_EQ(answer.header("Content-Security-Policy").find("unsafe"), std::string::npos);
    EXPECT_EQ(answer.header("X-Content-Type-Options"), "nosniff") << path;
    EXPECT_EQ(answer.header("Referrer-Policy"), "same-origin") << path;
  }
}

TEST(Serve, AFormNeedsTheTokenOfItsSession) {
  const Installation desk;
  Serving web(desk);
  web.log_in("admin", desk.password());
  const std::string page = web.get("/do/institution.settings").body;
  const std::string form = "&key=k1&institution_name=Biblioteca+Prob%C4%83";
  EXPECT_EQ(web.post("/do/institution.save", "csrf=" + std::string(64, '0') + form).status, 403);
  EXPECT_EQ(web.post("/do/institution.save", form.substr(1)).status, 403);
  const Answer saved = web.post("/do/institution.save", "csrf=" + Serving::token_in(page) + form);
  EXPECT_EQ(saved.status, 303);
  EXPECT_EQ(saved.header("Location"), "/") << "a new library is led through its first steps";
  const std::string after = web.get("/").body;
  EXPECT_NE(after.find("class=\"notice\""), std::string::npos) << "what was done is said once";
  EXPECT_NE(after.find("Biblioteca Probă"), std::string::npos);
  EXPECT_EQ(web.get("/do/institution.settings").body.find("class=\"notice\""), std::string::npos);
}

TEST(Serve, WritesComeFromFormsOnlyAndUnknownPagesAreNotFound) {
  const Installation desk;
  Serving web(desk);
  web.log_in("admin", desk.password());
  EXPECT_EQ(web.get("/do/institution.save").status, 405);
  EXPECT_EQ(web.get("/do/no.action").status, 404);
  EXPECT_EQ(web.get("/elsewhere").status, 404);
  EXPECT_EQ(web.get("/logout").status, 405);
}

TEST(Serve, AReaderIsDeniedWhatItsRoleDoesNotOpen) {
  const Installation desk;
  ASSERT_EQ(desk.command({"user", "add", "ion", "--roles", "reader"}, "parola buna 1\n").status, 0);
  Serving web(desk);
  web.log_in("ion", "parola+buna+1");
  EXPECT_EQ(web.get("/").status, 200);
  EXPECT_EQ(web.get("/do/institution.settings").status, 403);
}

TEST(Serve, GuessingPasswordsIsSlowedDown) {
  const Installation desk;
  Serving web(desk);
  for (int i = 0; i < 5; ++i)
    EXPECT_EQ(web.log_in("admin", "wrong").status, 401) << i;
  const Answer limited = web.log_in("admin", desk.password());
  EXPECT_EQ(limited.status, 429);
  EXPECT_FALSE(limited.header("Retry-After").empty());
}

TEST(Serve, ARestartLogsNobodyOutAndLoggingOutDoes) {
  const Installation desk;
  std::map<std::string, std::string> cookies;
  {
    Serving web(desk);
    web.log_in("admin", desk.password());
    cookies = web.cookies;
    web.stop(SIGTERM);
  }
  Serving web(desk);
  web.cookies = cookies;
  const Answer home = web.get("/");
  EXPECT_NE(home.body.find("<b>admin</b>"), std::string::npos);
  web.post("/logout", "csrf=" + Serving::token_in(home.body));
  web.cookies = cookies;
  EXPECT_EQ(web.get("/").body.find("<b>admin</b>"), std::string::npos);
}

TEST(Serve, BodiesBeyondTheLimitAreRefused) {
  const Installation desk;
  Serving web(desk);
  EXPECT_EQ(web.post("/login", "user=" + std::string(8U * 1024 * 1024, 'a')).status, 413);
}

TEST(Serve, BeyondThisMachineOnlyWithTls) {
  const Installation desk;
  std::string ini = read_file(desk.ini());
  const std::string loopback = "listen = 127.0.0.1";
  ini.replace(ini.find(loopback), loopback.size(), "listen = 0.0.0.0");
  write_file(desk.ini(), ini);
  const Ended refused = desk.command({"serve"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("0.0.0.0"), std::string::npos) << refused.err;
  EXPECT_NE(refused.err.find("behind_proxy"), std::string::npos) << refused.err;
}

TEST(Serve, AKeyThatOthersCanReadIsRefused) {
  const Installation desk;
  const auto key = desk.folder() / "tls.key";
  write_file(key, "key");
  ASSERT_EQ(::chmod(key.c_str(), 0644), 0);
  desk.set("tls_certificate = tls.crt\ntls_key = tls.key");
  const Ended refused = desk.command({"serve"});
  EXPECT_EQ(refused.status, 1);
  EXPECT_NE(refused.err.find("tls.key"), std::string::npos) << refused.err;
}

}  // namespace
}  // namespace metodica::desk::test
