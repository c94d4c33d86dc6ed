#include "html/fields.hpp"

#include <algorithm>
#include <array>

namespace metodica::html {
namespace {

constexpr std::array<std::string_view, 19> kinds = {
    "text", "long_text", "integer", "date",      "choice",  "yes_no",
    "file", "money",     "udc",     "shelfmark", "barcode", "inventory_number",
    "isbn", "person",    "title",   "hidden",    "texts",   "part",
    "lines"};

bool known(std::string_view kind) {
  return std::find(kinds.begin(), kinds.end(), kind) != kinds.end();
}

// Codes are typed as they stand on the book: no help from the spelling checker.
bool is_code(std::string_view kind) {
  return kind == "udc" || kind == "shelfmark" || kind == "barcode" || kind == "inventory_number" ||
         kind == "isbn";
}

// "2026-01-15" as "15.01.2026"; anything else as it is.
std::string shown_date(const std::string& text) {
  const bool iso = text.size() == 10 && text[4] == '-' && text[7] == '-';
  return iso ? text.substr(8, 2) + "." + text.substr(5, 2) + "." + text.substr(0, 4) : text;
}

std::string lines_of(const Json& value) {
  if (!value.is_array()) {
    return plain(value);
  }
  std::string out;
  for (const Json& item : value.items()) {
    out += (out.empty() ? "" : "\n") + plain(item);
  }
  return out;
}

std::string label_of_option(const Json& field, const std::string& value) {
  for (const Json& option : field["options"].items()) {
    if (plain(option["value"]) == value) {
      return plain(option["label"]);
    }
  }
  return value;
}

Attributes common_attributes(Drawing& d, const Json& field, const Control& control) {
  Attributes attributes = {{"id", control.id}, {"name", control.name}};
  if (!control.spoken.empty()) {
    attributes.push_back({"aria-label", control.spoken});
  }
  if (field["required"].boolean()) {
    attributes.push_back({"aria-required", "true"});
  }
  if (control.wrong) {
    attributes.push_back({"aria-invalid", "true"});
  }
  if (!control.described_by.empty()) {
    attributes.push_back({"aria-describedby", control.described_by});
  }
  if (d.take_focus(control.wrong)) {
    attributes.push_back({"autofocus", true});
  }
  return attributes;
}

void draw_input(Drawing& d, const Json& field, const Control& control, std::string_view kind) {
  Attributes attributes = common_attributes(d, field, control);
  const std::string text = plain(control.value);
  attributes.push_back({"type", "text"});
  attributes.push_back({"value", kind == "date" ? shown_date(text) : text});
  if (kind == "integer") {
    attributes.push_back({"inputmode", "numeric"});
  } else if (kind == "money") {
    attributes.push_back({"inputmode", "decimal"});
  } else if (kind == "date") {
    attributes.push_back({"inputmode", "numeric"});
    attributes.push_back({"placeholder", d.words("date.form")});
  }
  if (is_code(kind)) {
    attributes.push_back({"spellcheck", "false"});
    attributes.push_back({"autocapitalize", "off"});
  }
  if (const std::int64_t longest = field["longest"].integer(); longest > 0) {
    attributes.push_back({"maxlength", longest});
  }
  d.out.single("input", attributes);
}

void draw_long(Drawing& d, const Json& field, const Control& control, bool list) {
  Attributes attributes = common_attributes(d, field, control);
  // A text that is there already is seen whole, as far as that is sensible.
  const std::string text = lines_of(control.value);
  const auto lines = static_cast<std::int64_t>(std::count(text.begin(), text.end(), '\n')) + 2;
  const std::int64_t least = list ? 4 : 3;
  attributes.push_back({"rows", std::clamp(lines, least, std::int64_t{16})});
  // A line feed after the tag is dropped by browsers, so that a text may begin with one.
  d.out.open("textarea", attributes).line().text(text).close();
}

void draw_choice(Drawing& d, const Json& field, const Control& control) {
  const Json::Array& options = field["options"].items();
  if (options.empty()) {
    draw_input(d, field, control, "text");
    return;
  }
  const std::string chosen = plain(control.value);
  const bool offered = std::any_of(options.begin(), options.end(), [&](const Json& option) {
    return plain(option["value"]) == chosen;
  });
  d.out.open("select", common_attributes(d, field, control));
  if (!field["required"].boolean() || !offered) {
    d.out.element("option", {{"value", ""}}, field["required"].boolean() ? d.words("choose") : "");
  }
  for (const Json& option : options) {
    const std::string value = plain(option["value"]);
    d.out.element("option", {{"value", value}, {"selected", value == chosen}},
                  plain(option["label"]));
  }
  d.out.close();
}

void draw_yes_no(Drawing& d, const Json& field, const Control& control) {
  const bool yes = control.value.boolean() || control.value.text() == "1";
  Attributes attributes = common_attributes(d, field, control);
  if (!field["required"].boolean()) {
    attributes.push_back({"type", "checkbox"});
    attributes.push_back({"value", "1"});
    attributes.push_back({"checked", yes});
    d.out.single("input", attributes);
    return;
  }
  // Must be answered, so neither answer stands there before.
  const bool no = !yes && !control.value.is_null() && !plain(control.value).empty();
  attributes.push_back({"type", "radio"});
  attributes.push_back({"value", "1"});
  attributes.push_back({"checked", yes});
  d.out.open("span", {{"class", "answers"}});
  d.out.open("label").single("input", attributes).text(" " + d.words("yes")).close();
  d.out.open("label");
  d.out.single("input", {{"id", control.id + "-no"},
                         {"name", control.name},
                         {"type", "radio"},
                         {"value", "0"},
                         {"checked", no}});
  d.out.text(" " + d.words("no")).close();
  d.out.close();
}

bool is_wide(std::string_view kind) {
  return kind == "title" || kind == "file";
}

// The condition in words, because without a script the field stands there in any case.
std::string condition_text(const Drawing& d, const Json& field, const Json::Array& siblings) {
  const Json& condition = field["show_if"];
  for (const Json& other : siblings) {
    if (condition.is_object() && plain(other["name"]) == plain(condition["name"])) {
      std::string value = label_of_option(other, plain(condition["value"]));
      if (kind_of(other) == "yes_no") {
        value = d.words(value == "true" || value == "1" ? "yes" : "no");
      }
      const std::string label = plain(other["label"]);
      return d.words("only_if", {{"label", label}, {"value", value}});
    }
  }
  return "";
}

std::string hint_text(const Drawing& d, const Json& field, const Json::Array& siblings,
                      std::string_view kind) {
  std::string hint = plain(field["help"]);
  for (const std::string& more :
       {plain(field["meaning"]), kind == "texts" ? d.words("texts.hint") : "",
        condition_text(d, field, siblings)}) {
    if (!more.empty() && more != hint) {
      hint += (hint.empty() ? "" : " ") + more;
    }
  }
  return hint;
}

void draw_label(Drawing& d, const Json& field, const Control& control, std::string_view kind) {
  const std::string label = plain(field["label"]);
  const bool group = kind == "yes_no" && field["required"].boolean();
  if (field["fixed"].boolean() || group) {
    d.out.open("span", {{"class", "label"}, {"id", control.id + "-label"}});
  } else {
    d.out.open("label", {{"for", control.id}});
  }
  d.out.text(label);
  if (field["required"].boolean() && !field["fixed"].boolean()) {
    d.out.text(" ").element("abbr", {{"title", d.words("required")}}, "*");
  }
  d.out.close();
}

void draw_find(Drawing& d, const Json& field, const Control& control) {
  const std::string action = plain(field["find"]);
  if (action.empty()) {
    return;
  }
  const std::string label = plain(field["label"]);
  const std::string url = link_url(d.options, action, Json::object({{"field", control.name}}));
  d.out.element("a",
                {{"class", "find"},
                 {"href", url},
                 {"target", "_blank"},
                 {"rel", "noopener"},
                 {"aria-label", d.words("find.for", {{"label", label}})}},
                d.words("find"));
}

void draw_fixed(Drawing& d, const Json& field, const Control& control, std::string_view kind) {
  d.out.element("p", {{"class", "fixed"}, {"aria-labelledby", control.id + "-label"}},
                shown_value(d, field, control.value));
  const std::string value = kind == "texts" ? lines_of(control.value) : plain(control.value);
  d.out.single("input", {{"type", "hidden"}, {"name", control.name}, {"value", value}});
}

void draw_simple(Drawing& d, const Json& field, const FieldPlace& place,
                 const Json::Array& siblings) {
  const std::string_view kind = kind_of(field);
  const std::string error = plain(field["error"]);
  const std::string hint = hint_text(d, field, siblings, kind);
  const std::string name = plain(field["name"]);
  Control control{place.id + id_of(name), place.path + name, field["value"], "", "",
                  !error.empty()};
  control.described_by = (hint.empty() ? "" : control.id + "-help") +
                         (hint.empty() || error.empty() ? "" : " ") +
                         (error.empty() ? "" : control.id + "-error");
  std::string classes = "field " + std::string(kind);
  classes += is_wide(kind) ? " wide" : "";
  classes += control.wrong ? " wrong" : "";
  const bool group = kind == "yes_no" && field["required"].boolean();
  Attributes attributes = {{"class", classes}};
  if (group) {
    attributes.push_back({"role", "group"});
    attributes.push_back({"aria-labelledby", control.id + "-label"});
  }
  if (field["show_if"].is_object()) {
    attributes.push_back({"data-if", place.path + plain(field["show_if"]["name"])});
    attributes.push_back({"data-is", plain(field["show_if"]["value"])});
  }
  d.out.open("div", attributes);
  const bool box = kind == "yes_no" && !field["required"].boolean() && !field["fixed"].boolean();
  if (!box) {
    draw_label(d, field, control, kind);
  }
  if (field["fixed"].boolean()) {
    draw_fixed(d, field, control, kind);
  } else {
    d.out.open("div", {{"class", "control"}});
    draw_control(d, field, control);
    if (box) {
      draw_label(d, field, control, kind);
    }
    if (const std::string unit = plain(field["unit"]); !unit.empty()) {
      d.out.element("span", {{"class", "unit"}}, unit);
    }
    draw_find(d, field, control);
    d.out.close();
  }
  if (!hint.empty()) {  // under the input, so that inputs of a line stand in line
    d.out.element("p", {{"class", "hint"}, {"id", control.id + "-help"}}, hint);
  }
  draw_error(d, control, plain(field["label"]), error);
  d.out.close().line();
}

void draw_part(Drawing& d, const Json& field, const FieldPlace& place) {
  const std::string name = plain(field["name"]);
  const FieldPlace inner{place.path + name + "/", place.id + id_of(name) + "-"};
  Attributes attributes = {{"class", "wide part"}};
  if (field["show_if"].is_object()) {
    attributes.push_back({"data-if", place.path + plain(field["show_if"]["name"])});
    attributes.push_back({"data-is", plain(field["show_if"]["value"])});
  }
  d.out.open("fieldset", attributes);
  d.out.element("legend", {}, plain(field["label"]));
  if (const std::string help = plain(field["help"]); !help.empty()) {
    d.out.element("p", {{"class", "hint"}}, help);
  }
  const Control control{place.id + id_of(name), "", {}, "", "", true};
  draw_error(d, control, plain(field["label"]), plain(field["error"]));
  draw_fields(d, field["fields"].items(), inner);
  d.out.close().line();
}

}  // namespace

std::string_view kind_of(const Json& field) {
  if (known(field["is"].text())) {
    return field["is"].text();
  }
  return known(field["like"].text()) ? std::string_view(field["like"].text()) : "text";
}

std::string shown_value(const Drawing& d, const Json& field, const Json& value) {
  const std::string_view kind = kind_of(field);
  if (kind == "yes_no") {
    return d.words(value.boolean() || value.text() == "1" ? "yes" : "no");
  }
  if (kind == "choice") {
    return label_of_option(field, plain(value));
  }
  return kind == "date" ? shown_date(plain(value)) : lines_of(value);
}

void draw_error(Drawing& d, const Control& control, const std::string& label,
                const std::string& text) {
  if (text.empty()) {
    return;
  }
  d.out.open("p", {{"class", "error"}, {"id", control.id + "-error"}});
  d.out.element("span", {{"class", "spoken"}}, d.words("error") + " ").text(text).close();
  const bool field = !control.name.empty();
  d.errors.push_back({field ? control.id : control.id + "-error", label, text});
}

void draw_control(Drawing& d, const Json& field, const Control& control) {
  const std::string_view kind = kind_of(field);
  if (kind == "long_text" || kind == "texts") {
    draw_long(d, field, control, kind == "texts");
  } else if (kind == "choice") {
    draw_choice(d, field, control);
  } else if (kind == "yes_no") {
    draw_yes_no(d, field, control);
  } else if (kind == "file") {
    Attributes attributes = common_attributes(d, field, control);
    attributes.push_back({"type", "file"});
    d.out.single("input", attributes);
  } else {
    draw_input(d, field, control, kind);
  }
}

void draw_fields(Drawing& d, const Json::Array& fields, const FieldPlace& place) {
  d.out.open("div", {{"class", "grid"}}).line();
  for (const Json& field : fields) {
    const std::string_view kind = kind_of(field);
    if (kind == "hidden") {
      d.out.single("input", {{"type", "hidden"},
                             {"name", place.path + plain(field["name"])},
                             {"value", plain(field["value"])}});
    } else if (kind == "part") {
      draw_part(d, field, place);
    } else if (kind == "lines") {
      draw_lines(d, field, place);
    } else {
      draw_simple(d, field, place, fields);
    }
  }
  d.out.close().line();
}

}  // namespace metodica::html
