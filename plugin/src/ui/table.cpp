#include <array>
#include <cstddef>

#include "ui/screen.hpp"
#include "ui/screen_words.hpp"

namespace metodica {
namespace {

std::string_view name_of_cells(CellKind kind) {
  constexpr std::array<std::string_view, 5> names = {"text", "integer", "money", "date", "tag"};
  return names.at(static_cast<std::size_t>(kind) - 1);
}

Json cells_json(const std::vector<Cell>& cells, std::size_t columns) {
  Json::Array out;
  for (std::size_t i = 0; i < columns; ++i) {
    out.push_back(i < cells.size() ? cells[i].json() : Json(""));
  }
  return Json::array(std::move(out));
}

}  // namespace

Cell Cell::link(std::string text, std::string action, Json args) {
  Cell cell(std::move(text));
  cell.action_ = std::move(action);
  cell.args_ = std::move(args);
  return cell;
}

Cell Cell::tag(std::string text, Level level) {
  Cell cell(std::move(text));
  cell.level_ = level;
  cell.is_tag_ = true;
  return cell;
}

Cell Cell::note(std::string second_line) && {
  note_ = std::move(second_line);
  return std::move(*this);
}

Json Cell::json() const {
  if (!is_tag_ && action_.empty() && note_.empty()) {
    return text_;
  }
  Json out = Json::object({{is_tag_ ? "tag" : "text", text_}});
  if (is_tag_) {
    out.set("level", name_of(level_));
  }
  if (!action_.empty()) {
    out.set("action", action_);
    out.set("args", args_.is_null() ? Json::object() : args_);
  }
  if (!note_.empty()) {
    out.set("note", note_);
  }
  return out;
}

Table::Table(std::string id) : id_(std::move(id)) {}

Table& Table::caption(std::string text) {
  caption_ = std::move(text);
  return *this;
}

Table& Table::column(std::string name, std::string label, CellKind kind) {
  columns_.push_back(Json::object(
      {{"name", std::move(name)}, {"label", std::move(label)}, {"kind", name_of_cells(kind)}}));
  return *this;
}

Table& Table::row(std::vector<Cell> cells, std::vector<Button> actions) {
  Json row = Json::object({{"cells", cells_json(cells, columns_.size())}});
  for (const Button& action : actions) {
    Json list = row["actions"];
    row.set("actions", list.add(action.json()));
  }
  rows_.push_back(std::move(row));
  return *this;
}

Table& Table::footer(std::vector<Cell> cells) {
  footer_.push_back(cells_json(cells, columns_.size()));
  return *this;
}

Table& Table::empty(std::string text) {
  empty_ = std::move(text);
  return *this;
}

Table& Table::next(std::string action, Json args) {
  next_ = Json::object({{"action", std::move(action)}, {"args", std::move(args)}});
  return *this;
}

Table& Table::first(std::string action, Json args) {
  first_ = Json::object({{"action", std::move(action)}, {"args", std::move(args)}});
  return *this;
}

Json Table::json() const {
  Json out = Json::object({{"block", "table"}, {"id", id_}});
  if (!caption_.empty()) {
    out.set("caption", caption_);
  }
  out.set("columns", Json::array(columns_));
  out.set("rows", Json::array(rows_));
  if (!footer_.empty()) {
    out.set("footer", Json::array(footer_));
  }
  if (!empty_.empty()) {
    out.set("empty", empty_);
  }
  if (!next_.is_null()) {
    out.set("next", next_);
  }
  if (!first_.is_null()) {
    out.set("first", first_);
  }
  return out;
}

}  // namespace metodica
