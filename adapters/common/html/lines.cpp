// Rows of form fields with their sums. Without a script: a few empty rows, and a button for more.
#include <algorithm>

#include "html/fields.hpp"

namespace metodica::html {
namespace {

constexpr std::int64_t most_extra_rows = 50;

struct Editor {
  const Json& field;
  std::string path;  // "lines"
  std::string id;    // "f1-lines"
};

bool is_hidden(const Json& column) {
  return kind_of(column) == "hidden";
}
bool is_number(const Json& column) {
  return kind_of(column) == "integer" || kind_of(column) == "money";
}

void draw_head(Drawing& d, const Editor& editor) {
  d.out.open("thead").open("tr");
  d.out.element("th", {{"scope", "col"}, {"class", "row-number"}}, d.words("rows.number"));
  for (const Json& column : editor.field["columns"].items()) {
    if (is_hidden(column)) {
      continue;
    }
    d.out.open("th", {{"scope", "col"}, {"class", is_number(column) ? "number" : ""}});
    d.out.text(plain(column["label"]));
    if (column["required"].boolean() && !column["fixed"].boolean()) {
      d.out.text(" ").element("abbr", {{"title", d.words("required")}}, "*");
    }
    for (const char* note : {"unit", "help", "meaning"}) {
      if (const std::string text = plain(column[note]); !text.empty()) {
        d.out.element("small", {}, text);
      }
    }
    d.out.close();
  }
  d.out.close().close().line();
}

void draw_cell(Drawing& d, const Editor& editor, const Json& column, const Json& row,
               std::size_t index) {
  const std::string name = plain(column["name"]);
  const std::string number = std::to_string(index);
  const std::string people_number = std::to_string(index + 1);
  const std::string label = plain(column["label"]);
  const std::string error = plain(row["errors"][name]);
  Control control;
  control.id = editor.id + "-" + number + "-" + id_of(name);
  control.name = editor.path + "/" + number + "/" + name;
  control.value = row.is_null() ? column["initial"] : row["values"][name];
  control.spoken = d.words("rows.label", {{"label", label}, {"row", people_number}});
  control.wrong = !error.empty();
  control.described_by = control.wrong ? control.id + "-error" : "";
  if (is_hidden(column)) {
    d.out.single("input",
                 {{"type", "hidden"}, {"name", control.name}, {"value", plain(control.value)}});
    return;
  }
  std::string classes = std::string(kind_of(column)) + (is_number(column) ? " number" : "");
  classes += control.wrong ? " wrong" : "";
  d.out.open("td", {{"class", classes}});
  if (column["fixed"].boolean()) {
    d.out.text(shown_value(d, column, control.value));
    d.out.single("input",
                 {{"type", "hidden"}, {"name", control.name}, {"value", plain(control.value)}});
  } else {
    draw_control(d, column, control);
  }
  const bool named = error.find(label) != std::string::npos;
  draw_error(d, control, named ? "" : control.spoken, error);
  d.out.close();
}

// A null row is an empty one, with the initial values of the columns.
void draw_row(Drawing& d, const Editor& editor, const Json& row, std::size_t index) {
  const Json::Array& columns = editor.field["columns"].items();
  d.out.open("tr").open("th", {{"scope", "row"}, {"class", "row-number"}});
  d.out.text(std::to_string(index + 1));
  for (const Json& column : columns) {
    if (is_hidden(column)) {
      draw_cell(d, editor, column, row, index);
    }
  }
  if (const std::string error = plain(row["error"]); !error.empty()) {
    const Control control{editor.id + "-" + std::to_string(index), "", {}, "", "", true};
    draw_error(d, control, plain(editor.field["label"]), error);
  }
  d.out.close();
  for (const Json& column : columns) {
    if (!is_hidden(column)) {
      draw_cell(d, editor, column, row, index);
    }
  }
  d.out.close().line();
}

void draw_totals(Drawing& d, const Editor& editor) {
  const Json& totals = editor.field["totals"];
  if (totals.members().empty()) {
    return;
  }
  d.out.open("tfoot").open("tr");
  d.out.element("th", {{"scope", "row"}}, d.words("rows.total"));
  for (const Json& column : editor.field["columns"].items()) {
    if (!is_hidden(column)) {
      d.out.element("td", {{"class", is_number(column) ? "number" : ""}},
                    plain(totals[plain(column["name"])]));
    }
  }
  d.out.close().close().line();
}

}  // namespace

void draw_lines(Drawing& d, const Json& field, const FieldPlace& place) {
  const std::string name = plain(field["name"]);
  const Editor editor{field, place.path + name, place.id + id_of(name)};
  const std::string label = plain(field["label"]);
  d.out.open("fieldset", {{"class", "wide lines"}}).element("legend", {}, label);
  if (const std::string help = plain(field["help"]); !help.empty()) {
    d.out.element("p", {{"class", "hint"}}, help);
  }
  const Control whole{editor.id, "", {}, "", "", true};
  draw_error(d, whole, label, plain(field["error"]));
  d.out.open("div", {{"class", "scroll"}}).open("table", {{"class", "editor"}}).line();
  draw_head(d, editor);
  d.out.open("tbody").line();
  const Json::Array& rows = field["rows"].items();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    draw_row(d, editor, rows[i], i);
  }
  const std::int64_t extra = std::clamp(field["extra"].integer(), std::int64_t{0}, most_extra_rows);
  for (std::int64_t i = 0; i < extra; ++i) {
    draw_row(d, editor, {}, rows.size() + static_cast<std::size_t>(i));
  }
  d.out.close().line();
  draw_totals(d, editor);
  d.out.close().close().line();
  if (extra > 0) {
    d.out.element(
        "button",
        {{"type", "submit"}, {"name", "more"}, {"value", editor.path}, {"class", "small"}},
        d.words("rows.add"));
  }
  d.out.close().line();
}

}  // namespace metodica::html
