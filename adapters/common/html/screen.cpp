#include "html/drawing.hpp"

namespace metodica::html {
namespace {

constexpr int deepest = 24;

// True when a member with one of the names is anywhere below.
bool has_member(const Json& value, std::string_view one, std::string_view other, int depth = 0) {
  if (depth > deepest) {
    return false;
  }
  for (const Json& item : value.items()) {
    if (has_member(item, one, other, depth + 1)) {
      return true;
    }
  }
  for (const auto& [name, member] : value.members()) {
    const bool empty = member.is_null() || (member.is_text() && member.text().empty());
    if (((name == one || name == other) && !empty) || has_member(member, one, other, depth + 1)) {
      return true;
    }
  }
  return false;
}

bool has_scanner(const Json& blocks, int depth = 0) {
  for (const Json& block : blocks.items()) {
    if (block["block"].text() == "scanner" ||
        (depth < deepest && has_scanner(block["blocks"], depth + 1))) {
      return true;
    }
  }
  return false;
}

void draw_summary(HtmlWriter& out, const Words& words, const std::vector<ErrorLink>& errors) {
  if (errors.empty()) {
    return;
  }
  out.open("div", {{"class", "summary"}, {"role", "alert"}});
  out.element("strong", {}, words("errors.title")).open("ul");
  for (const ErrorLink& error : errors) {
    // Not every message names its field, as "31.02.2026 is no date".
    const bool named = error.label.empty() || error.text.find(error.label) != std::string::npos;
    out.open("li");
    out.element("a", {{"href", "#" + error.id}},
                named ? error.text : error.label + ": " + error.text)
        .close();
  }
  out.close().close().line();
}

}  // namespace

std::string render_screen(const Json& screen, const HtmlOptions& options) {
  Drawing d(options);
  d.has_errors = has_member(screen["blocks"], "error", "errors");
  d.has_scanner = has_scanner(screen["blocks"]);
  draw_blocks(d, screen["blocks"], {});

  HtmlWriter out;
  out.open("article", {{"class", "screen"}, {"id", "screen-" + id_of(screen["id"].text())}}).line();
  out.element("h1", {}, plain(screen["title"])).line();
  if (const std::string sub = plain(screen["sub"]); !sub.empty()) {
    out.element("p", {{"class", "sub"}}, sub).line();
  }
  if (const std::string notice = plain(screen["notice"]); !notice.empty()) {
    out.element("p", {{"class", "notice"}, {"role", "status"}}, notice).line();
  }
  draw_summary(out, d.words, d.errors);
  out.add(std::move(d.out).take()).close().line();
  return std::move(out).take().text();
}

std::string render_problem(const Json& problem, const HtmlOptions& options) {
  const Words words(options.lang);
  HtmlWriter out;
  out.open("article", {{"class", "screen problem"}}).line();
  out.element("h1", {}, words("problem.title")).line();
  out.open("div", {{"class", "say bad"}, {"role", "alert"}});
  out.element("p", {}, plain(problem["text"]));
  if (const std::string hint = plain(problem["hint"]); !hint.empty()) {
    out.element("p", {}, hint);
  }
  out.close().line();
  if (const std::string trace = plain(problem["trace"]); !trace.empty()) {
    out.element("p", {{"class", "hint"}}, words("problem.trace", {{"trace", trace}})).line();
  }
  out.close().line();
  return std::move(out).take().text();
}

}  // namespace metodica::html
