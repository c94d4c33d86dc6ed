/// Screen: a page as data, drawn by any host (HTML, Qt). Texts are already worded. No looks here:
/// no colour, size or position; order, grouping and importance only.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "ui/form.hpp"

namespace metodica {

/// How serious something is. A host shows it by colour and never by colour alone.
enum class Level { info = 1, good, warn, bad };

/// Something to press or follow: it calls an action (app/action.hpp) by name.
struct Button {
  std::string label;
  std::string action;        ///< name of the action, "registers.rmf_screen"
  Json args = {};            ///< object of texts and numbers
  bool primary = false;      ///< the one most people want here
  bool danger = false;       ///< cannot be undone
  std::string confirm = {};  ///< question to ask first, "" for none
  bool writes = false;       ///< changes something: is sent with a key, never as a plain link
  std::string key = {};      ///< function key, "F2", "" for none

  [[nodiscard]] Json json() const;
};

/// A cell of a table: a text; a link; a tag (a word with a level); with an optional second line.
class Cell {
 public:
  Cell(std::string text) : text_(std::move(text)) {}  // NOLINT(google-explicit-constructor)
  Cell(std::string_view text) : text_(text) {}        // NOLINT(google-explicit-constructor)
  Cell(const char* text) : text_(text) {}             // NOLINT(google-explicit-constructor)
  /// Opens a screen or a document: a reading action.
  static Cell link(std::string text, std::string action, Json args = {});
  static Cell tag(std::string text, Level level);
  Cell note(std::string second_line) &&;  ///< smaller, under the text: an author under a title

  [[nodiscard]] Json json() const;

 private:
  std::string text_;
  std::string action_;
  Json args_;
  std::string note_;
  Level level_ = Level::info;
  bool is_tag_ = false;
};

/// How a column is aligned and read out; the texts of the cells are ready.
enum class CellKind { text = 1, integer, money, date, tag };

class Table {
 public:
  explicit Table(std::string id);

  Table& caption(std::string text);
  Table& column(std::string name, std::string label, CellKind kind = CellKind::text);
  /// As many cells as columns, fewer are filled with empty ones; actions are buttons at the end of
  /// the row.
  Table& row(std::vector<Cell> cells, std::vector<Button> actions = {});
  Table& footer(std::vector<Cell> cells);  ///< sums; may be called more than once
  Table& empty(std::string text);          ///< said instead of rows when there are none
  /// "Next page": `action` with `args`, which hold the key of the last row shown ("after"), never
  /// an offset.
  Table& next(std::string action, Json args);
  Table& first(std::string action, Json args);  ///< back to the first page

  [[nodiscard]] std::size_t rows() const { return rows_.size(); }
  [[nodiscard]] Json json() const;

 private:
  std::string id_;
  std::string caption_;
  std::string empty_;
  Json::Array columns_;
  Json::Array rows_;
  Json::Array footer_;
  Json next_;
  Json first_;
};

/// A number to look at: "412 găsite", "din 910".
struct Figure {
  std::string label;
  std::string value;
  std::string note = {};
  std::int64_t done = 0;  ///< with `of` > 0 a bar of progress is drawn
  std::int64_t of = 0;
};

/// The answer to a scan, readable from two metres: what it is, and what to do with the book.
struct Verdict {
  Level level = Level::info;
  std::string title;
  std::string text = {};
};

/// The input of a barcode reader: each Enter sends `field` to `action` together with `args`.
struct Scanner {
  std::string action;
  std::string field = "code";
  std::string label;
  std::string hint = {};
  Json args = {};
  Verdict verdict = {};           ///< no verdict when its title is empty
  std::vector<Button> keys = {};  ///< with function keys: new shelf, no label, undo
};

/// A page among sisters: each opens by a reading action.
struct Tab {
  std::string label;
  std::string action;
  Json args = {};
};

class Screen {
 public:
  /// `id`: module dot name; `title`: which thing this is.
  Screen(std::string id, std::string title);

  Screen& sub(std::string text);     ///< the line under the title: where it came from
  Screen& notice(std::string text);  ///< what has just been done
  Screen& heading(std::string text);
  Screen& text(std::string text);                            ///< line feeds make paragraphs
  Screen& say(std::string text, Level level = Level::info);  ///< a remark that must be seen
  Screen& form(const Form& form, const Messages& say, const Json& values = {},
               const std::vector<Problem>& problems = {});
  Screen& table(const Table& table);
  Screen& actions(const std::vector<Button>& actions);
  /// Blocks that belong together: `fill` gets a screen whose blocks become those of the group.
  Screen& group(std::string title, const std::function<void(Screen&)>& fill);
  Screen& steps(
      std::size_t at,
      const std::vector<std::string>& names);  ///< at: from 1; names.size() + 1 = all done
  Screen& figures(const std::vector<Figure>& figures);
  Screen& scanner(const Scanner& scanner);
  Screen& tabs(std::size_t at, const std::vector<Tab>& tabs);  ///< at: from 0
  /// `svg` is shown by hosts that can; `alt` says what it shows; the table has the same figures.
  Screen& picture(std::string svg, std::string alt, const Table& table);

  [[nodiscard]] Json json() const;  ///< {"kind":"screen", ...}: the reply

 private:
  Screen& add(Json block);

  std::string id_;
  std::string title_;
  std::string sub_;
  std::string notice_;
  Json::Array blocks_;
};

}  // namespace metodica
