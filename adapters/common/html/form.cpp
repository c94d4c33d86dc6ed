#include <algorithm>

#include "html/fields.hpp"

namespace metodica::html {
namespace {

// True when a field with the fact stands anywhere in these, parts and rows included.
template <class Test>
bool any_field(const Json::Array& fields, const Test& test, int depth = 0) {
  return depth < 8 && std::any_of(fields.begin(), fields.end(), [&](const Json& field) {
           return test(field) || any_field(field["fields"].items(), test, depth + 1) ||
                  any_field(field["columns"].items(), test, depth + 1);
         });
}

bool is_required(const Json& field) {
  return field["required"].boolean() && !field["fixed"].boolean() && kind_of(field) != "hidden";
}
bool is_file(const Json& field) {
  return kind_of(field) == "file";
}
bool is_lines(const Json& field) {
  return kind_of(field) == "lines";
}

void draw_form_errors(Drawing& d, const Json& block, const std::string& id) {
  const Json::Array& errors = block["errors"].items();
  for (std::size_t i = 0; i < errors.size(); ++i) {
    const Control control{id + "-" + std::to_string(i), "", {}, "", "", true};
    draw_error(d, control, "", plain(errors[i]));
  }
}

void open_form(Drawing& d, const Json& block, const std::string& id, bool reads, bool in_card) {
  const bool files = any_field(block["fields"].items(), is_file);
  const std::string action = plain(block["action"]);
  d.out.open("form",
             {{"id", id},
              {"class", in_card ? "form" : "card form"},
              {"method", reads ? "get" : "post"},
              {"action", reads ? split_address(link_url(d.options, action)).path
                               : post_url(d.options, action)},
              {"accept-charset", "utf-8"},
              {"autocomplete", "off"},
              {"novalidate", true},
              Attribute::unless_empty("enctype", files && !reads ? "multipart/form-data" : "")});
  d.out.line();
}

// The browser replaces the query of a reading form's address by its fields.
void draw_query(Drawing& d, const std::string& action) {
  for (const auto& [name, value] : split_address(link_url(d.options, action)).fields) {
    d.out.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
}

}  // namespace

void draw_hidden(Drawing& d, const Json& args) {
  for (const auto& [name, value] : d.options.hidden) {
    const std::string own = name == "key" ? value + "-" + std::to_string(d.forms) : value;
    d.out.single("input", {{"type", "hidden"}, {"name", name}, {"value", own}});
  }
  for (const auto& [name, value] : flat_arguments(args)) {
    d.out.single("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
}

void draw_send(Drawing& d, std::string_view label, const Json& hints) {
  const bool danger = hints["danger"].boolean();
  const std::string_view look = danger                       ? "danger"
                                : hints["primary"].boolean() ? "primary"
                                                             : "plain";
  const std::string question = plain(hints["confirm"]);
  const std::string key = plain(hints["key"]);
  const auto say_label = [&] {
    if (!key.empty()) {
      d.out.element("kbd", {}, key).text(" ");
    }
    d.out.text(label).close();
  };
  if (question.empty()) {
    d.out.open(
        "button",
        {{"type", "submit"}, {"class", look}, Attribute::unless_empty("aria-keyshortcuts", key)});
    say_label();
    if (danger) {
      d.out.element("span", {{"class", "note"}}, d.words("danger"));
    }
    return;
  }
  // The question needs no script: the label opens it, and the button inside sends.
  d.out.open("details", {{"class", "confirm"}});
  d.out.open("summary", {{"class", look}, Attribute::unless_empty("aria-keyshortcuts", key)});
  say_label();
  d.out.open("div", {{"class", "question"}}).element("p", {}, question);
  if (danger) {
    d.out.element("p", {{"class", "note"}}, d.words("danger"));
  }
  d.out.element("button", {{"type", "submit"}, {"class", look}},
                d.words("confirm.yes", {{"label", label}}));
  d.out.close().close();
}

void draw_form(Drawing& d, const Json& block, const Depth& depth) {
  const std::string id = "f" + std::to_string(++d.forms);
  const Json::Array& fields = block["fields"].items();
  const bool reads = block["reads"].boolean();
  open_form(d, block, id, reads, depth.in_card);
  // Enter inside a field presses the first button. Where that could sign, delete or send half of
  // the rows, the first button is one that does nothing.
  const bool guarded =
      block["danger"].boolean() || !plain(block["confirm"]).empty() || any_field(fields, is_lines);
  if (guarded) {
    d.out.element(
        "button",
        {{"type", "submit"}, {"disabled", true}, {"hidden", true}, {"aria-hidden", "true"}}, "");
  }
  if (reads) {
    draw_query(d, plain(block["action"]));
  } else {
    draw_hidden(d, {});
  }
  draw_form_errors(d, block, id);
  if (const std::string help = plain(block["help"]); !help.empty()) {
    d.out.element("p", {{"class", "hint"}}, help);
  }
  draw_fields(d, fields, {"", id + "-"});
  d.out.open("div", {{"class", "actions"}});
  Json hints =
      Json::object({{"primary", true}, {"danger", block["danger"]}, {"confirm", block["confirm"]}});
  draw_send(d, plain(block["send"]), hints);
  if (any_field(fields, is_required)) {
    d.out.element("span", {{"class", "legend"}}, d.words("required.legend"));
  }
  d.out.close().line().close().line();
}

}  // namespace metodica::html
