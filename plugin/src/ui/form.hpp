/// Form: what a person or a program may give to an action. One description draws the screen, checks
/// the input of every action, and writes the JSON Schema of its arguments; there is no second list
/// of rules. All labels and help texts given here are already worded in the reader's language.
#pragma once

#include <cstdint>
#include <functional>
#include <list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metodica/result.hpp"
#include "text/messages.hpp"
#include "ui/values.hpp"

namespace metodica {

/// The seven basic kinds, then the eight domain kinds (each drawn as its basic one by a host that
/// does not know it), then what only we need: a hidden value and a list of texts.
enum class FieldKind {
  text = 1,
  long_text,
  integer,
  date,
  choice,
  yes_no,
  file,
  money,
  udc,
  shelfmark,
  barcode,
  inventory_number,
  isbn,
  person,
  title,
  hidden,
  texts,
};

/// "money" as in the JSON of a screen; and the basic kind that it is like ("text"), "" for a basic
/// one.
[[nodiscard]] std::string_view name_of(FieldKind kind);
[[nodiscard]] std::string_view like_of(FieldKind kind);

/// One value of a form. Setters return the field, so that a field is one sentence.
class Field {
 public:
  Field(FieldKind kind, std::string name, std::string label);

  /// Must be given and not be empty. A required yes_no is drawn as two buttons, Yes and No, and
  /// must be answered; one that is not required is a box to tick, and absent means no.
  Field& required(bool yes = true);
  Field& help(std::string text);

  /// Smallest and largest value, both allowed: integers as digits, money as "45.5000", dates as
  /// ISO.
  Field& min(std::string value);
  Field& max(std::string value);
  Field& min(std::int64_t value);
  Field& max(std::int64_t value);
  Field& min(Money value);
  Field& max(Money value);
  Field& min(Date value);
  Field& max(Date value);

  /// The whole text must match. `expression` is the part of ECMA regular expressions that matches
  /// in linear time (see linear_pattern.hpp); `meaning` says it in words ("trei litere mici").
  Field& pattern(std::string expression, std::string meaning);
  Field& unit(std::string text);    ///< shown behind the value: "lei", "exemplare"
  Field& find(std::string action);  ///< an action that offers values for this field
  /// For choice. A choice without options takes any text: its values depend on data, and the action
  /// checks them.
  Field& option(std::string value, std::string label);
  Field& initial(Json value);  ///< shown when no value is known yet; never used by read
  /// Asked only when the sibling `other`, which stands before it, has this value ("true" for a
  /// yes_no); otherwise the field counts as absent, whatever was given.
  Field& show_if(std::string other, std::string value);
  /// Longest text in characters (each line of texts); for file, bytes.
  /// Default 1000; long_text 20 000; domain kinds 200; file 6 MiB.
  Field& longest(std::size_t n);
  /// Shown as text and sent back unchanged; a person cannot edit it. (Check it like any other
  /// input.)
  Field& fixed(bool yes = true);
  /// In `lines`: the sum of this column is shown under the rows (integer and money only).
  Field& total(bool yes = true);

  [[nodiscard]] FieldKind kind() const { return kind_; }
  [[nodiscard]] const std::string& name() const { return name_; }
  [[nodiscard]] const std::string& label() const { return label_; }

 private:
  friend class FormInput;
  friend class FormCheck;
  friend class FormJson;

  FieldKind kind_;
  std::string name_;
  std::string label_;
  bool required_ = false;
  bool fixed_ = false;
  bool total_ = false;
  std::string help_;
  std::string min_;
  std::string max_;
  std::string pattern_;
  std::string meaning_;
  std::string unit_;
  std::string find_;
  std::vector<std::pair<std::string, std::string>> options_;
  Json initial_;
  std::string show_if_;
  std::string show_value_;
  std::size_t longest_ = 0;
};

/// Field names: small letters, digits and underscore; "more" is taken (see read).
class Form {
 public:
  /// `id` names the form on its screen, `action` receives it, `send_label` says what will happen
  /// ("Semnează recepția și înscrie în RMF și RI").
  Form(std::string id, std::string action, std::string send_label);
  ~Form();
  Form(const Form&);
  Form(Form&&) noexcept;
  Form& operator=(const Form&);
  Form& operator=(Form&&) noexcept;

  // References returned by these stay good as long as this form lives (also when it is moved).
  Field& text(std::string name, std::string label);
  Field& long_text(std::string name, std::string label);
  Field& integer(std::string name, std::string label);
  Field& date(std::string name, std::string label);
  Field& choice(std::string name, std::string label);
  Field& yes_no(std::string name, std::string label);
  Field& file(std::string name, std::string label);
  Field& money(std::string name, std::string label);
  Field& udc(std::string name, std::string label);
  Field& shelfmark(std::string name, std::string label);
  Field& barcode(std::string name, std::string label);
  Field& inventory_number(std::string name, std::string label);
  Field& isbn(std::string name, std::string label);
  Field& person(std::string name, std::string label);
  Field& title(std::string name, std::string label);
  Field& texts(std::string name, std::string label);  ///< list of texts; in HTML one per line
  Field& hidden(std::string name);                    ///< a text that the person does not see

  /// Rows: the fields of the returned child are the columns. Read back as an array of objects.
  Form& lines(std::string name, std::string label);
  /// A nested object: "act": {"kind", "number", "date"}.
  Form& part(std::string name, std::string label);

  // On a child made by lines():
  Form& lines_required(std::size_t rows = 1);  ///< at least so many rows
  Form& max_rows(std::size_t rows);            ///< default 2000
  Form& fixed_rows();                          ///< the rows given are all there are: none is added

  // On a child made by lines() or part():
  Form& help(std::string text);
  Form& show_if(std::string other, std::string value);  ///< as Field::show_if
  Form& optional();  ///< of a part: all of it may be absent; if any of it is given, it is checked

  Form& danger();                       ///< what it does cannot be undone
  Form& confirm(std::string question);  ///< the host asks before it sends
  Form& reads();          ///< the action only reads: a host may send it as a link (GET)
  Form& allow_unknown();  ///< unknown arguments are kept as they are, not refused

  /// Reads and checks everything. Accepts JSON types and what an HTML form sends: texts for numbers
  /// ("3"), money ("1.234,56"), dates ("15.01.2026"), yes_no ("on", "1"), flat names
  /// ("lines/0/copies", "act/kind"). Texts are tidied (NFC, comma below, no outer space), empty
  /// ones count as absent; a row with nothing but empty texts (or initial values) is dropped. The
  /// values are normalised: money "45.5000", dates ISO, integers, true/false. Errors: the first of
  /// problems().
  [[nodiscard]] Result<Values> read(const Json& args) const;

  /// All faults, in the order of the fields; empty when read() succeeds. Each is METODICA_INVALID
  /// with `field` the path ("lines/2/copies", rows from 0) and one of: field.required, field.type,
  /// field.min, field.max, field.pattern, field.choice, field.too_long, field.unknown,
  /// field.rows_min, field.rows_max, field.isbn, field.udc, field.barcode, field.inventory_number,
  /// money.*, date.*; inside rows the label ends with the row number from 1. form.more: somebody
  /// pressed "add rows" (argument `more`), so nothing may be done but to draw the form again with
  /// the same arguments.
  [[nodiscard]] std::vector<Problem> problems(const Json& args) const;

  /// The `form` block of a screen. `values`: what to show, as arguments (raw input is welcome, it
  /// is shown again as typed) or as Values::json(). `problems` are put at their fields, worded by
  /// `say`; those without a known field stand above the form.
  [[nodiscard]] Json block(const Messages& say, const Json& values = {},
                           const std::vector<Problem>& problems = {}) const;

  /// JSON Schema (draft-07) of the arguments as a program gives them.
  [[nodiscard]] Json schema() const;

  [[nodiscard]] const std::string& id() const { return id_; }
  [[nodiscard]] const std::string& action() const { return action_; }

 private:
  friend class FormInput;
  friend class FormCheck;
  friend class FormJson;
  struct Item;  // a field, or a child form

  Field& add(FieldKind kind, std::string name, std::string label);
  Form& add_child(bool rows, std::string name, std::string label);

  std::string id_;  // of a child: its name
  std::string action_;
  std::string label_;  // the send label; of a child: its heading
  std::list<Item> items_;
  bool is_rows_ = false;
  bool fixed_rows_ = false;
  bool optional_ = false;
  bool danger_ = false;
  bool reads_ = false;
  bool allow_unknown_ = false;
  std::size_t min_rows_ = 0;
  std::size_t max_rows_ = 2000;
  std::string help_;
  std::string confirm_;
  std::string show_if_;
  std::string show_value_;
};

}  // namespace metodica
