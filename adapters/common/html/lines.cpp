// Rows of form fields with their sums. Without a script: a few empty rows, and a button for more.
#include <algorithm>

#include "html/fields.hpp"
#include "html/rows_plan.hpp"

namespace metodica::html {
namespace {

constexpr std::int64_t most_extra_rows = 50;

struct Editor {
  const Json& field;
  std::string path;  // "lines"
  std::string id;    // "f1-lines"
  std::vector<RowLine> lines;

  // A row of several lines counts in units, so that the lines may be divided differently.
  [[nodiscard]] bool tall() const { return lines.size() > 1; }
  [[nodiscard]] Attribute span(const PlacedColumn& placed) const {
    return tall() ? Attribute("colspan", std::int64_t{placed.span}) : Attribute("colspan", false);
  }
  [[nodiscard]] Attribute rows() const {
    return tall() ? Attribute("rowspan", static_cast<std::int64_t>(lines.size()))
                  : Attribute("rowspan", false);
  }
};

bool is_hidden(const Json& column) {
  return kind_of(column) == "hidden";
}
bool is_number(const Json& column) {
  return kind_of(column) == "integer" || kind_of(column) == "money";
}

void draw_head_cell(Drawing& d, const Editor& editor, const PlacedColumn& placed) {
  const Json& column = *placed.column;
  d.out.open("th",
             {{"scope", "col"}, {"class", is_number(column) ? "number" : ""}, editor.span(placed)});
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

void draw_head(Drawing& d, const Editor& editor) {
  d.out.open("thead");
  for (const RowLine& line : editor.lines) {
    d.out.open("tr");
    if (&line == &editor.lines.front()) {
      d.out.element("th", {{"scope", "col"}, {"class", "row-number"}, editor.rows()},
                    d.words("rows.number"));
    }
    for (const PlacedColumn& placed : line) {
      draw_head_cell(d, editor, placed);
    }
    d.out.close();
  }
  d.out.close().line();
}

Control control_of(Drawing& d, const Editor& editor, const Json& column, const Json& row,
                   std::size_t index) {
  const std::string name = plain(column["name"]);
  const std::string number = std::to_string(index);
  Control control;
  control.id = editor.id + "-" + number + "-" + id_of(name);
  control.name = editor.path + "/" + number + "/" + name;
  control.value = row.is_null() ? column["initial"] : row["values"][name];
  control.spoken = d.words("rows.label",
                           {{"label", plain(column["label"])}, {"row", std::to_string(index + 1)}});
  control.wrong = !plain(row["errors"][name]).empty();
  control.described_by = control.wrong ? control.id + "-error" : "";
  return control;
}

void draw_carried(Drawing& d, const Control& control) {
  d.out.single("input",
               {{"type", "hidden"}, {"name", control.name}, {"value", plain(control.value)}});
}

void draw_cell(Drawing& d, const Editor& editor, const PlacedColumn& placed, const Json& row,
               std::size_t index) {
  const Json& column = *placed.column;
  const Control control = control_of(d, editor, column, row, index);
  std::string classes = std::string(kind_of(column)) + (is_number(column) ? " number" : "");
  classes += control.wrong ? " wrong" : "";
  d.out.open("td", {{"class", classes}, editor.span(placed)});
  if (column["fixed"].boolean()) {
    d.out.text(shown_value(d, column, control.value));
    draw_carried(d, control);
  } else {
    draw_control(d, column, control);
  }
  const std::string error = plain(row["errors"][plain(column["name"])]);
  const bool named = error.find(plain(column["label"])) != std::string::npos;
  draw_error(d, control, named ? "" : control.spoken, error);
  d.out.close();
}

void draw_row_number(Drawing& d, const Editor& editor, const Json& row, std::size_t index) {
  d.out.open("th", {{"scope", "row"}, {"class", "row-number"}, editor.rows()});
  d.out.text(std::to_string(index + 1));
  for (const Json& column : editor.field["columns"].items()) {
    if (is_hidden(column)) {
      draw_carried(d, control_of(d, editor, column, row, index));
    }
  }
  if (const std::string error = plain(row["error"]); !error.empty()) {
    const Control control{editor.id + "-" + std::to_string(index), "", {}, "", "", true};
    draw_error(d, control, plain(editor.field["label"]), error);
  }
  d.out.close();
}

// A null row is an empty one, with the initial values of the columns.
void draw_row(Drawing& d, const Editor& editor, const Json& row, std::size_t index) {
  for (const RowLine& line : editor.lines) {
    const bool first = &line == &editor.lines.front();
    d.out.open("tr", {Attribute::unless_empty("class", editor.tall() && !first ? "more" : "")});
    if (first) {
      draw_row_number(d, editor, row, index);
    }
    for (const PlacedColumn& placed : line) {
      draw_cell(d, editor, placed, row, index);
    }
    d.out.close().line();
  }
}

bool has_sum(const Json& totals, const RowLine& line) {
  return std::any_of(line.begin(), line.end(), [&](const PlacedColumn& placed) {
    return totals.has(plain((*placed.column)["name"]));
  });
}

// Of a row of several lines only those with a sum are repeated below.
void draw_totals(Drawing& d, const Editor& editor) {
  const Json& totals = editor.field["totals"];
  if (totals.members().empty()) {
    return;
  }
  d.out.open("tfoot");
  for (const RowLine& line : editor.lines) {
    if (!has_sum(totals, line)) {
      continue;
    }
    d.out.open("tr");
    d.out.element("th", {{"scope", "row"}, {"class", "row-number"}}, d.words("rows.total"));
    for (const PlacedColumn& placed : line) {
      const std::string name = plain((*placed.column)["name"]);
      d.out.element("td",
                    {{"class", is_number(*placed.column) ? "number" : ""},
                     Attribute::unless_empty("data-total", totals.has(name) ? name : ""),
                     editor.span(placed)},
                    plain(totals[name]));
    }
    d.out.close();
  }
  d.out.close().line();
}

}  // namespace

void draw_lines(Drawing& d, const Json& field, const FieldPlace& place) {
  const std::string name = plain(field["name"]);
  const Editor editor{field, place.path + name, place.id + id_of(name), plan_rows(field)};
  const std::string label = plain(field["label"]);
  d.out.open("fieldset", {{"class", "wide lines"}}).element("legend", {}, label);
  if (const std::string help = plain(field["help"]); !help.empty()) {
    d.out.element("p", {{"class", "hint"}}, help);
  }
  const Control whole{editor.id, "", {}, "", "", true};
  draw_error(d, whole, label, plain(field["error"]));
  d.out.open("div", {{"class", "scroll"}})
      .open("table", {{"class", editor.tall() ? "editor tall" : "editor"}})
      .line();
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
