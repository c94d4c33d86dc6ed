#include "html/drawing.hpp"

namespace metodica::html {
namespace {

constexpr std::string_view product = "Metodica";

void draw_head(HtmlWriter& out, const PageFrame& frame) {
  out.open("head").line();
  out.single("meta", {{"charset", "utf-8"}}).line();
  out.single("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}})
      .line();
  const std::string separator = frame.title.empty() ? "" : " – ";
  out.element("title", {}, frame.title + separator + std::string(product)).line();
  out.single("link", {{"rel", "stylesheet"}, {"href", frame.css_url}}).line();
  if (!frame.icon_url.empty()) {
    out.single("link", {{"rel", "icon"}, {"type", "image/svg+xml"}, {"href", frame.icon_url}})
        .line();
  }
  if (!frame.script_url.empty()) {
    out.element("script", {{"src", frame.script_url}, {"defer", true}}, "").line();
  }
  out.close().line();
}

void draw_user(HtmlWriter& out, const PageFrame& frame, const Words& words) {
  out.open("div", {{"class", "who"}});
  for (const MenuLink& tool : frame.tools) {
    out.element(
        "a",
        {{"href", tool.url}, Attribute::unless_empty("aria-current", tool.current ? "true" : "")},
        tool.title);
  }
  if (!frame.user.empty()) {
    out.open("span").element("b", {}, frame.user);
    if (!frame.user_note.empty()) {
      out.text(" · " + frame.user_note);
    }
    out.close();
  }
  if (!frame.user.empty() && !frame.logout_url.empty()) {
    out.open("form", {{"method", "post"}, {"action", frame.logout_url}, {"class", "inline"}});
    for (const auto& [name, value] : frame.hidden) {
      out.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
    }
    out.element("button", {{"type", "submit"}}, words("logout")).close();
  }
  out.close();
}

void draw_bar(HtmlWriter& out, const PageFrame& frame, const Words& words) {
  out.open("header", {{"class", "bar"}});
  out.element("a", {{"class", "product"}, {"href", frame.home_url}}, product);
  out.element("span", {{"class", "institution"}}, frame.institution);
  draw_user(out, frame, words);
  out.close().line();
}

void draw_menu(HtmlWriter& out, const PageFrame& frame, const Words& words) {
  out.open("nav", {{"class", "menu"}, {"aria-label", words("menu")}}).line();
  for (const MenuGroup& group : frame.menu) {
    if (!group.title.empty()) {
      out.element("h2", {}, group.title);
    }
    out.open("ul").line();
    for (const MenuLink& link : group.links) {
      out.open("li").open("a",
                          {{"href", link.url},
                           Attribute::unless_empty("aria-current", link.current ? "page" : "")});
      out.element("span", {}, link.title);
      if (link.waiting > 0) {
        const std::string count = std::to_string(link.waiting);
        out.element("span",
                    {{"class", "count"}, {"title", words("menu.waiting", {{"count", count}})}},
                    count);
      }
      out.close().close().line();
    }
    out.close().line();
  }
  out.close().line();
}

}  // namespace

std::string render_page(const PageFrame& frame) {
  const Words words(frame.lang);
  HtmlWriter out;
  out.doctype().open("html", {{"lang", frame.lang}}).line();
  draw_head(out, frame);
  out.open("body").line();
  out.element("a", {{"class", "skip"}, {"href", "#content"}}, words("skip")).line();
  draw_bar(out, frame, words);
  const bool menu = !frame.menu.empty();
  out.open("div", {{"class", menu ? "frame" : "frame alone"}}).line();
  if (menu) {
    draw_menu(out, frame, words);
  }
  out.open("main", {{"id", "content"}, {"tabindex", "-1"}})
      .line()
      .add(Markup::made_before(frame.body))
      .close()
      .line();
  out.close().line();
  if (!frame.footer.empty()) {
    out.element("footer", {}, frame.footer).line();
  }
  out.close().close().line();
  return std::move(out).take().text();
}

}  // namespace metodica::html
