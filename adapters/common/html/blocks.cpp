// The basic blocks, and the way from the name of a block to its function.
#include <algorithm>
#include <array>

#include "html/drawing.hpp"
#include "html/fields.hpp"

namespace metodica::html {
namespace {

constexpr int deepest = 12;
constexpr int deepest_heading = 6;

void draw_group(Drawing& d, const Json& block, const Depth& depth) {
  const std::string title = plain(block["title"]);
  d.out.open("section", {{"class", depth.in_card ? "group" : "card"}}).line();
  if (!title.empty()) {
    draw_heading(d, title, depth.heading);
  }
  draw_blocks(d, block["blocks"], {depth.heading + 1, true, depth.nesting + 1});
  d.out.close().line();
}

// Rows that stand alone are a form with this one field.
void draw_lines_block(Drawing& d, const Json& block, const Depth& depth) {
  Json field = block;
  field.set("is", "lines");
  Json form = Json::object({{"action", block["action"]}, {"send", block["send"]}});
  form.set("fields", Json::array({std::move(field)}));
  draw_form(d, form, depth);
}

using Draw = void (*)(Drawing&, const Json&, const Depth&);

struct Known {
  std::string_view name;
  Draw draw;
};

constexpr std::array<Known, 12> known = {{
    {"heading", [](Drawing& d, const Json& b,
                   const Depth& at) { draw_heading(d, plain(b["text"]), at.heading); }},
    {"text", [](Drawing& d, const Json& b, const Depth& /*at*/) { draw_text(d, b); }},
    {"form", draw_form},
    {"table", draw_table},
    {"actions",
     [](Drawing& d, const Json& b, const Depth& /*at*/) { draw_actions(d, b["actions"]); }},
    {"group", draw_group},
    {"lines", draw_lines_block},
    {"tabs", [](Drawing& d, const Json& b, const Depth& /*at*/) { draw_tabs(d, b); }},
    {"steps", [](Drawing& d, const Json& b, const Depth& /*at*/) { draw_steps(d, b); }},
    {"figures", draw_figures},
    {"picture", draw_picture},
    {"scanner", [](Drawing& d, const Json& b, const Depth& /*at*/) { draw_scanner(d, b); }},
}};

void draw_paragraphs(Drawing& d, const std::string& text) {
  for (std::size_t at = 0; at <= text.size();) {
    const std::size_t end = std::min(text.find('\n', at), text.size());
    if (end > at) {
      d.out.element("p", {}, std::string_view(text).substr(at, end - at));
    }
    at = end + 1;
  }
}

}  // namespace

bool Drawing::take_focus(bool wrong) {
  if (focused || has_scanner || (has_errors ? !wrong : has_table)) {
    return false;
  }
  focused = true;
  return true;
}

std::string_view level_of(const Json& level) {
  for (const std::string_view name : {"good", "warn", "bad"}) {
    if (level.text() == name) {
      return name;
    }
  }
  return "info";
}

void draw_blocks(Drawing& d, const Json& blocks, const Depth& depth) {
  if (depth.nesting > deepest) {
    return;
  }
  for (const Json& block : blocks.items()) {
    const std::string& name = block["block"].text();
    bool drawn = false;
    for (const Known& one : known) {
      if (one.name == name) {
        one.draw(d, block, depth);
        drawn = true;
      }
    }
    if (!drawn) {
      draw_blocks(d, block["else"], {depth.heading, depth.in_card, depth.nesting + 1});
    }
  }
}

void draw_heading(Drawing& d, std::string_view text, int level) {
  switch (level < deepest_heading ? level : deepest_heading) {
    case 2:
      d.out.element("h2", {}, text);
      break;
    case 3:
      d.out.element("h3", {}, text);
      break;
    case 4:
      d.out.element("h4", {}, text);
      break;
    case 5:
      d.out.element("h5", {}, text);
      break;
    default:
      d.out.element("h6", {}, text);
      break;
  }
  d.out.line();
}

void draw_text(Drawing& d, const Json& block) {
  if (!block.has("level")) {
    d.out.open("div", {{"class", "prose"}});
  } else {
    const std::string level(level_of(block["level"]));
    d.out.open("div", {{"class", "say " + level}});
    d.out.element("strong", {{"class", "word"}}, d.words("level." + level));
  }
  draw_paragraphs(d, plain(block["text"]));
  d.out.close().line();
}

void draw_button(Drawing& d, const Json& button) {
  const std::string action = plain(button["action"]);
  const std::string label = plain(button["label"]);
  const std::string key = plain(button["key"]);
  const std::string_view look = button["danger"].boolean()    ? "danger"
                                : button["primary"].boolean() ? "primary"
                                                              : "plain";
  const bool posts =
      button["writes"].boolean() || button["danger"].boolean() || !plain(button["confirm"]).empty();
  if (!posts) {
    d.out.open("a", {{"class", "button " + std::string(look)},
                     {"href", link_url(d.options, action, button["args"])},
                     Attribute::unless_empty("data-key", key),
                     Attribute::unless_empty("aria-keyshortcuts", key)});
    if (!key.empty()) {
      d.out.element("kbd", {}, key).text(" ");
    }
    d.out.text(label).close();
    return;
  }
  ++d.forms;
  d.out.open("form", {{"method", "post"},
                      {"class", "inline"},
                      {"action", post_url(d.options, action)},
                      {"accept-charset", "utf-8"},
                      Attribute::unless_empty("data-key", key)});
  draw_hidden(d, button["args"]);
  draw_send(d, label, button);
  d.out.close();
}

void draw_actions(Drawing& d, const Json& actions) {
  d.out.open("div", {{"class", "actions"}});
  for (const Json& action : actions.items()) {
    draw_button(d, action);
  }
  d.out.close().line();
}

}  // namespace metodica::html
