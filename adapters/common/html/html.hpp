/// Screens as HTML5: what a host on the web prints. Needs no JavaScript, holds no inline style or
/// script, so that it works under the strictest content-security policy. WCAG 2.2 AA.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "json/json.hpp"

namespace metodica::html {

struct HtmlOptions {
  std::string lang = "ro";  ///< of the renderer's own few words: "ro", "en", "hu"
  /// Where forms that write are posted, and where links lead that read; "{action}" is replaced.
  /// Arguments of links follow as a query, or behind the query that the pattern has already.
  std::string action_url = "/do/{action}";
  std::string link_url = "/do/{action}";
  /// Hidden fields of every posted form: the host's form token; and "key", the idempotency key,
  /// fresh for each page: each form of the page gets it with "-" and its number behind, because two
  /// forms of one page may call the same action with other arguments. None of them go into links.
  std::vector<std::pair<std::string, std::string>> hidden;
};

/// The screen (`kind` "screen", shape in host-api/schema/screen.json) as one <article> with its
/// <h1>. `screen` may be hostile: texts are escaped, unknown blocks are drawn by their `else`,
/// pictures are shown only when they pass a strict check. Names of form fields: "name",
/// "part/name", "lines/0/name"; the button that adds rows sends `more`. [any thread]
[[nodiscard]] std::string render_screen(const Json& screen, const HtmlOptions& options = {});

/// A problem reply (`kind` "problem") as an <article>: what happened, what to do, the trace.
[[nodiscard]] std::string render_problem(const Json& problem, const HtmlOptions& options = {});

struct MenuLink {
  std::string title;
  std::string url;
  bool current = false;
  std::int64_t waiting = 0;  ///< things that wait there; shown behind the title when above 0
};

struct MenuGroup {
  std::string title;
  std::vector<MenuLink> links;
};

/// The page around a screen, for hosts without a frame of their own (the desk).
struct PageFrame {
  std::string lang = "ro";
  std::string title;  ///< of the screen; the browser's tab shows it with the product's name
  std::string institution;
  std::string user;       ///< who is logged in, "" for nobody: then there is no menu and no log-out
  std::string user_note;  ///< "bibliotecar"
  std::vector<MenuGroup> menu;
  std::vector<MenuLink> tools;  ///< beside the user: languages, help
  std::string home_url = "/";
  std::string logout_url;  ///< posted, with `hidden`
  std::vector<std::pair<std::string, std::string>> hidden;
  std::string css_url = "/metodica.css";
  std::string icon_url;    ///< "" for none; asset("metodica.svg")
  std::string script_url;  ///< "" for none; asset("metodica.js") makes the keys of scanners work
  std::string footer;      ///< program and version
  std::string body;        ///< HTML made by render_screen or render_problem; not escaped again
};

[[nodiscard]] std::string render_page(const PageFrame& frame);

/// A file that a host serves: "metodica.css", "metodica.js", "metodica.svg". "" when unknown.
[[nodiscard]] std::string_view asset(std::string_view name);

}  // namespace metodica::html
