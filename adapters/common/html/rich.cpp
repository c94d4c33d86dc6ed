// The richer blocks: steps, figures, scanner, tabs, picture.
#include "html/drawing.hpp"
#include "html/svg_check.hpp"

namespace metodica::html {

void draw_steps(Drawing& d, const Json& block) {
  const std::int64_t at = block["at"].integer();
  const Json::Array& names = block["names"].items();
  d.out.open("ol", {{"class", "steps"}, {"aria-label", d.words("steps")}});
  for (std::size_t i = 0; i < names.size(); ++i) {
    const auto number = static_cast<std::int64_t>(i) + 1;
    const bool now = number == at;
    const bool done = number < at;
    d.out.open("li", {Attribute::unless_empty("class", done  ? "done"
                                                       : now ? "now"
                                                             : ""),
                      Attribute::unless_empty("aria-current", now ? "step" : "")});
    d.out.text(plain(names[i]));
    if (done) {
      d.out.element("span", {{"class", "spoken"}}, " (" + d.words("step.done") + ")");
    }
    d.out.close();
  }
  d.out.close().line();
}

void draw_figures(Drawing& d, const Json& block, const Depth& depth) {
  d.out.open("dl", {{"class", depth.in_card ? "figures" : "card figures"}}).line();
  for (const Json& item : block["items"].items()) {
    const std::string label = plain(item["label"]);
    const std::int64_t of = item["of"].integer();
    d.out.open("div").element("dt", {}, label).open("dd").element("b", {}, plain(item["value"]));
    if (of > 0) {
      const std::string done_text = plain(item["done"]);
      const std::string of_text = plain(item["of"]);
      d.out.element("progress",
                    {{"max", of}, {"value", item["done"].integer()}, {"aria-label", label}},
                    d.words("figures.of", {{"done", done_text}, {"of", of_text}}));
    }
    if (const std::string note = plain(item["note"]); !note.empty()) {
      d.out.element("small", {}, note);
    }
    d.out.close().close().line();
  }
  d.out.close().line();
}

void draw_scanner(Drawing& d, const Json& block) {
  const std::string id = "f" + std::to_string(++d.forms);
  const std::string hint = plain(block["hint"]);
  d.focused = true;
  d.out.open("div", {{"class", "scan"}}).line();
  d.out.open("div", {{"class", "card"}}).line();
  d.out.open("form", {{"id", id},
                      {"method", "post"},
                      {"action", post_url(d.options, plain(block["action"]))},
                      {"accept-charset", "utf-8"},
                      {"autocomplete", "off"}});
  draw_hidden(d, block["args"]);
  d.out.element("label", {{"for", id + "-code"}}, plain(block["label"]))
      .open("div", {{"class", "control"}});
  d.out.single("input",
               {{"id", id + "-code"},
                {"name", plain(block["field"])},
                {"type", "text"},
                {"spellcheck", "false"},
                {"autocapitalize", "off"},
                {"autofocus", true},
                Attribute::unless_empty("aria-describedby", hint.empty() ? "" : id + "-help")});
  d.out.element("button", {{"type", "submit"}, {"class", "primary"}}, d.words("scan.send")).close();
  if (!hint.empty()) {
    d.out.element("p", {{"class", "hint"}, {"id", id + "-help"}}, hint);
  }
  d.out.close().line();
  if (!block["keys"].items().empty()) {
    d.out.open("div", {{"class", "keys"}, {"role", "group"}, {"aria-label", d.words("scan.keys")}});
    for (const Json& key : block["keys"].items()) {
      draw_button(d, key);
    }
    d.out.close().line();
  }
  d.out.close().line();
  // Always there, so that a screen reader says what changes inside.
  const Json& verdict = block["verdict"];
  const std::string level(verdict.is_object() ? level_of(verdict["level"]) : "none");
  d.out.open("div", {{"class", "verdict " + level}, {"role", "status"}});
  if (verdict.is_object()) {
    d.out.element("b", {}, plain(verdict["title"])).element("p", {}, plain(verdict["text"]));
  } else {
    d.out.element("p", {}, d.words("scan.waiting"));
  }
  d.out.close().line().close().line();
}

void draw_tabs(Drawing& d, const Json& block) {
  const std::int64_t at = block["at"].integer(-1);
  const Json::Array& tabs = block["tabs"].items();
  d.out.open("nav", {{"class", "tabs"}, {"aria-label", d.words("tabs")}}).open("ul");
  for (std::size_t i = 0; i < tabs.size(); ++i) {
    const bool current = static_cast<std::int64_t>(i) == at;
    d.out.open("li").element(
        "a",
        {{"href", link_url(d.options, plain(tabs[i]["action"]), tabs[i]["args"])},
         Attribute::unless_empty("aria-current", current ? "page" : "")},
        plain(tabs[i]["label"]));
    d.out.close();
  }
  d.out.close().close().line();
}

void draw_picture(Drawing& d, const Json& block, const Depth& depth) {
  const Markup svg = SvgCheck::checked(block["svg"].text());
  if (svg.empty()) {
    draw_blocks(d, block["else"], {depth.heading, depth.in_card, depth.nesting + 1});
    return;
  }
  const std::string alt = plain(block["alt"]);
  d.out.open("figure", {{"class", depth.in_card ? "picture" : "card picture"}});
  d.out.open("div", {{"role", "img"}, {"aria-label", alt}}).add(svg).close();
  d.out.element("figcaption", {}, alt);
  d.out.open("details").element("summary", {}, d.words("picture.figures"));
  draw_blocks(d, block["else"], {depth.heading, true, depth.nesting + 1});
  d.out.close().close().line();
}

}  // namespace metodica::html
