#include "html/drawing.hpp"

namespace metodica::html {
namespace {

bool is_number(const Json& column) {
  const std::string& kind = column["kind"].text();
  return kind == "integer" || kind == "money";
}

// Numbers stand at the right, dates and tags are not broken.
std::string_view class_of(const Json& column) {
  const std::string& kind = column["kind"].text();
  return is_number(column) ? "number" : kind == "date" ? "date" : kind == "tag" ? "tags" : "";
}

void draw_cell_content(Drawing& d, const Json& cell) {
  if (!cell.is_object()) {
    d.out.text(plain(cell));
    return;
  }
  if (cell.has("tag")) {
    d.out.element("span", {{"class", "tag " + std::string(level_of(cell["level"]))}},
                  plain(cell["tag"]));
  } else if (const std::string action = plain(cell["action"]); !action.empty()) {
    d.out.element("a", {{"href", link_url(d.options, action, cell["args"])}}, plain(cell["text"]));
  } else {
    d.out.text(plain(cell["text"]));
  }
  if (const std::string note = plain(cell["note"]); !note.empty()) {
    d.out.element("small", {}, note);
  }
}

void draw_cells(Drawing& d, const Json::Array& cells, const Json::Array& columns) {
  for (std::size_t i = 0; i < columns.size(); ++i) {
    const std::string_view look = class_of(columns[i]);
    const Attribute classes = Attribute::unless_empty("class", look);
    // The first cell names its row.
    if (i == 0) {
      d.out.open("th", {{"scope", "row"}, classes});
    } else {
      d.out.open("td", {classes});
    }
    if (i < cells.size()) {
      draw_cell_content(d, cells[i]);
    }
    d.out.close();
  }
}

bool any_actions(const Json::Array& rows) {
  for (const Json& row : rows) {
    if (!row["actions"].items().empty()) {
      return true;
    }
  }
  return false;
}

void draw_head(Drawing& d, const Json::Array& columns, bool actions) {
  d.out.open("thead").open("tr");
  for (const Json& column : columns) {
    d.out.element("th", {{"scope", "col"}, Attribute::unless_empty("class", class_of(column))},
                  plain(column["label"]));
  }
  if (actions) {
    d.out.open("th", {{"scope", "col"}, {"class", "row-actions"}})
        .element("span", {{"class", "spoken"}}, d.words("table.actions"))
        .close();
  }
  d.out.close().close().line();
}

void draw_body(Drawing& d, const Json& block, bool actions) {
  const Json::Array& columns = block["columns"].items();
  const Json::Array& rows = block["rows"].items();
  d.out.open("tbody").line();
  if (rows.empty()) {
    const std::string empty = plain(block["empty"]);
    const auto span = static_cast<std::int64_t>(columns.size());
    d.out.open("tr").element("td", {{"colspan", span}, {"class", "empty"}},
                             empty.empty() ? d.words("table.empty") : empty);
    d.out.close().line();
  }
  for (const Json& row : rows) {
    d.out.open("tr");
    draw_cells(d, row.is_array() ? row.items() : row["cells"].items(), columns);
    if (actions) {
      d.out.open("td", {{"class", "row-actions"}});
      for (const Json& action : row["actions"].items()) {
        draw_button(d, action);
      }
      d.out.close();
    }
    d.out.close().line();
  }
  d.out.close().line();
}

void draw_foot(Drawing& d, const Json& block, bool actions) {
  if (block["footer"].items().empty()) {
    return;
  }
  d.out.open("tfoot").line();
  for (const Json& row : block["footer"].items()) {
    d.out.open("tr");
    draw_cells(d, row.items(), block["columns"].items());
    if (actions) {
      d.out.open("td", {{"class", "row-actions"}}).close();
    }
    d.out.close().line();
  }
  d.out.close().line();
}

void draw_pages(Drawing& d, const Json& block) {
  if (!block.has("next") && !block.has("first")) {
    return;
  }
  d.out.open("nav", {{"class", "pages"}, {"aria-label", d.words("table.pages")}});
  for (const char* name : {"first", "next"}) {
    if (const Json& page = block[name]; page.is_object()) {
      d.out.element("a",
                    {{"class", "button"},
                     {"rel", name},
                     {"href", link_url(d.options, plain(page["action"]), page["args"])}},
                    d.words(std::string("table.") + name));
    }
  }
  d.out.close().line();
}

}  // namespace

void draw_table(Drawing& d, const Json& block, const Depth& depth) {
  d.has_table = true;
  const bool actions = any_actions(block["rows"].items());
  const std::string caption = plain(block["caption"]);
  if (!depth.in_card) {
    d.out.open("section", {{"class", "card"}}).line();
  }
  // Wide tables scroll by the keyboard too, so the region takes the focus and has a name.
  d.out.open("div", {{"class", "scroll"},
                     {"tabindex", "0"},
                     {"role", "region"},
                     {"aria-label", caption.empty() ? d.words("table.rows") : caption}});
  d.out.open("table").line();
  if (!caption.empty()) {
    d.out.element("caption", {}, caption).line();
  }
  draw_head(d, block["columns"].items(), actions);
  draw_body(d, block, actions);
  draw_foot(d, block, actions);
  d.out.close().close().line();
  draw_pages(d, block);
  if (!depth.in_card) {
    d.out.close().line();
  }
}

}  // namespace metodica::html
