/// Site: the desk's pages. Answers one request of the web with the help of the plugin.
#pragma once

#include <atomic>
#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <string>

#include "html/html.hpp"
#include "settings.hpp"
#include "store/sessions.hpp"
#include "store/users.hpp"
#include "sync/hub_door.hpp"
#include "text/messages.hpp"
#include "web/door_pool.hpp"
#include "web/exchange.hpp"
#include "web/first_steps.hpp"
#include "web/login_limit.hpp"

namespace metodica::desk {

class Site {
 public:
  /// Borrows all three. Asks the plugin once for its actions.
  Site(const Settings& settings, DoorPool& doors, DeskDatabase& database);

  /// Never throws for anything expected. [any thread]
  WebAnswer answer(const WebRequest& request);

  /// Answers a node of the county (hub_exchange.cpp). [any thread]
  WebAnswer answer_node(const HubRequest& request);

 private:
  /// One request on its way: who asks, in which language.
  struct Visit {
    const WebRequest& request;
    std::optional<Session> session;
    std::string lang;
    Messages say;
    Fields set_headers;  ///< cookies to be set

    [[nodiscard]] Json caller() const;
  };

  // site.cpp
  WebAnswer route(Visit& visit);
  WebAnswer routed_with_session(Visit& visit);
  Visit begin(const WebRequest& request);
  WebAnswer asset(const WebRequest& request) const;
  std::string choose_language(Visit& visit);

  // login.cpp
  WebAnswer login_page(Visit& visit, const Problem* problem = nullptr, int status = 200);
  WebAnswer log_in(Visit& visit);
  WebAnswer log_out(Visit& visit);
  bool has_form_token(const Visit& visit, std::string_view cookie) const;

  // actions.cpp
  WebAnswer read_action(Visit& visit, const std::string& action);
  WebAnswer write_action(Visit& visit, const std::string& action);
  struct Answered {
    Json reply;
    std::string bytes;  ///< of a document
  };
  Answered ask(const Json& request);
  WebAnswer shown(Visit& visit, const Answered& answered);
  bool leads_home(const Visit& visit, const std::string& action);
  WebAnswer after_write(Visit& visit, const std::string& action, const Json& reply);

  // own_password.cpp
  WebAnswer own_password_page(Visit& visit, const Problem* problem = nullptr, int status = 200);
  WebAnswer change_own_password(Visit& visit);
  Result<void> check_own_password(const Visit& visit);

  // users_pages.cpp
  /// What is said above a page that answers at once.
  struct Said {
    std::string text;
    const char* level = "info";
    int status = 200;
  };
  WebAnswer users_pages(Visit& visit);
  WebAnswer users_list(Visit& visit, const Said& said);
  WebAnswer user_page(Visit& visit, const std::string& name, const Said& said);
  WebAnswer add_user(Visit& visit, const std::string& name);
  WebAnswer reset_password(Visit& visit, const std::string& name);
  WebAnswer change_roles(Visit& visit, const std::string& name);
  WebAnswer remove_user(Visit& visit, const std::string& name);

  // pages.cpp
  WebAnswer home(Visit& visit);
  /// Leads to a page that shows the notice once.
  WebAnswer noticed(const Visit& visit, const std::string& notice, const std::string& url);
  static void take_notice(const Visit& visit, Json& screen);
  SetUp set_up_of(const Visit& visit);
  std::vector<FirstStep> steps_of(const Visit& visit);
  WebAnswer page(const Visit& visit, const std::string& title, const std::string& body,
                 int status = 200);
  WebAnswer problem_page(const Visit& visit, const Json& problem, int status);
  WebAnswer problem_page(const Visit& visit, const Problem& problem, int status);
  html::HtmlOptions html_options(const Visit& visit) const;
  Json menu(const Visit& visit);
  std::string institution(const Visit& visit);

  const Settings& settings_;
  DoorPool& doors_;
  Sessions sessions_;
  Users users_;
  DeskDatabase& database_;
  LoginLimit limit_;
  std::map<std::string, std::string> kinds_;  // of actions: "read", "write", "paper"
  std::atomic<bool> set_up_{false};           // nothing of the first steps is left
  std::mutex cache_mutex_;
  std::map<std::string, Json> menus_;  // by roles and language
  std::string institution_;
  std::string version_;
};

/// The names of the cookies.
inline constexpr std::string_view session_cookie = "metodica_session";
inline constexpr std::string_view login_cookie = "metodica_login";
inline constexpr std::string_view language_cookie = "metodica_lang";

/// A Set-Cookie line: HttpOnly, SameSite=Strict, Secure when `secure`. `seconds`: how long it
/// stays, 0 until the browser closes, below 0 to remove it.
[[nodiscard]] std::string cookie_line(std::string_view name, std::string_view value, bool secure,
                                      std::int64_t seconds);

/// The status of HTTP that goes with the code of a problem ("denied" is 403).
[[nodiscard]] int http_status(std::string_view code);

}  // namespace metodica::desk
