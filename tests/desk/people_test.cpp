// Users and the first steps of a new library, in the browser's pages.

#include <gtest/gtest.h>

#include "desk_process.hpp"

namespace metodica::desk::test {
namespace {

/// The password that a page shows: four groups of four with hyphens.
std::string password_in(const std::string& page, const std::string& name) {
  const std::string before = "The password of the user " + name + " is ";
  const std::size_t at = page.find(before);
  return at == std::string::npos
             ? ""
             : page.substr(at + before.size(),
                           page.find(' ', at + before.size()) - at - before.size());
}

std::string with_token(Serving& web, const std::string& page, const std::string& form) {
  return "csrf=" + Serving::token_in(web.get(page).body) + form;
}

TEST(People, TheAdministratorAddsAUserWhoLogsIn) {
  const Installation desk;
  Serving web(desk);
  web.log_in("admin", desk.password());
  const Answer added =
      web.post("/users/add", with_token(web, "/users", "&name=ana&roles%2Frole_reader=1"));
  EXPECT_EQ(added.status, 200);
  const std::string password = password_in(added.body, "ana");
  ASSERT_FALSE(password.empty()) << added.body;
  EXPECT_EQ(web.get("/users").body.find(password), std::string::npos) << "shown once";
  web.cookies.clear();
  EXPECT_EQ(web.log_in("ana", password).status, 303);
  EXPECT_EQ(web.get("/users").status, 403) << "a reader changes no users";
}

TEST(People, WhatIsWrongIsSaidAndNothingIsWritten) {
  const Installation desk;
  Serving web(desk);
  web.log_in("admin", desk.password());
  EXPECT_EQ(web.post("/users/add", "name=ana&roles%2Frole_reader=1").status, 403) << "no token";
  EXPECT_EQ(web.post("/users/add", with_token(web, "/users", "&name=ana")).status, 422);
  const Answer bad =
      web.post("/users/add", with_token(web, "/users", "&name=Ana+P&roles%2Frole_reader=1"));
  EXPECT_EQ(bad.status, 422);
  EXPECT_NE(bad.body.find("value=\"Ana P\""), std::string::npos) << "what was typed stays";
  const Answer last =
      web.post("/users/roles", with_token(web, "/users", "&name=admin&roles%2Frole_reader=1"));
  EXPECT_EQ(last.status, 422) << "nobody would be left who adds users";
  EXPECT_EQ(desk.command({"user", "list"}).lines().size(), 1U);
}

TEST(People, RolesChangePasswordsAreMadeAnewUsersGo) {
  const Installation desk;
  ASSERT_EQ(desk.command({"user", "add", "ion", "--roles", "reader"}, "parola buna 1\n").status, 0);
  Serving web(desk);
  web.log_in("admin", desk.password());
  const std::string keeper = "&name=ion&roles%2Frole_keeper=1&roles%2Frole_manager=1";
  EXPECT_EQ(web.post("/users/roles", with_token(web, "/users", keeper)).status, 303);
  EXPECT_NE(web.get("/users").body.find("Keeper of the collection, Manager"), std::string::npos);
  const Answer reset = web.post("/users/password", with_token(web, "/users", "&name=ion"));
  const std::string password = password_in(reset.body, "ion");
  Serving other(desk);
  EXPECT_EQ(other.log_in("ion", "parola+buna+1").status, 401);
  EXPECT_EQ(other.log_in("ion", password).status, 303);
  EXPECT_EQ(web.post("/users/remove", with_token(web, "/users", "&name=ion")).status, 303);
  EXPECT_EQ(other.get("/do/registers.movement").status, 401) << "the session ended";
}

TEST(People, EverybodyChangesTheirOwnPassword) {
  const Installation desk;
  Serving web(desk);
  web.log_in("admin", desk.password());
  const auto change = [&](const std::string& now, const std::string& next,
                          const std::string& again) {
    return web
        .post("/password",
              with_token(web, "/password", "&current=" + now + "&new=" + next + "&again=" + again))
        .status;
  };
  EXPECT_EQ(change("wrong", "parola+noua+22", "parola+noua+22"), 422);
  EXPECT_EQ(change(desk.password(), "parola+noua+22", "parola+noua+23"), 422);
  EXPECT_EQ(change(desk.password(), "scurta", "scurta"), 422);
  EXPECT_EQ(change(desk.password(), "parola+noua+22", "parola+noua+22"), 303);
  EXPECT_NE(web.get("/").body.find("The password has been changed"), std::string::npos)
      << "the person stays logged in";
  web.cookies.clear();
  EXPECT_EQ(web.log_in("admin", "parola+noua+22").status, 303);
}

TEST(FirstSteps, LeadFromTheInstitutionToTheRegistersToThePeople) {
  const Installation desk;
  Serving web(desk);
  web.log_in("admin", desk.password());
  EXPECT_NE(web.get("/").body.find("First steps"), std::string::npos);
  const std::string form =
      "&key=k1&institution_name=Biblioteca&institution_seat=Exemplu&institution_manager=Maria"
      "&institution_keeper=Elena";
  const Answer saved =
      web.post("/do/institution.save", with_token(web, "/do/institution.settings", form));
  EXPECT_EQ(saved.header("Location"), "/") << "the first page says what comes next";
  EXPECT_NE(web.get("/").body.find("href=\"/do/registers.opening\""), std::string::npos);
  const std::string opening =
      "&key=k2&opened_on=01.01.2026&registers%2F0%2Fcode=carti&registers%2F0%2Fname=C%C4%83r%C8%9Bi"
      "&registers%2F0%2Fcategory=book&registers%2F0%2Flast_number=0";
  EXPECT_EQ(web.post("/do/registers.start", with_token(web, "/do/registers.opening", opening))
                .header("Location"),
            "/");
  EXPECT_NE(web.get("/").body.find("class=\"button primary\" href=\"/users\""), std::string::npos);
  web.post("/users/add", with_token(web, "/users", "&name=ana&roles%2Frole_commission=1"));
  EXPECT_EQ(web.get("/").body.find("First steps"), std::string::npos) << "all is done";
}

}  // namespace
}  // namespace metodica::desk::test
