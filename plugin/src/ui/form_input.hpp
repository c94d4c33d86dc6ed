/// The two shapes of input made one: names of an HTML form ("lines/0/copies") become nested JSON.
#pragma once

#include "ui/form.hpp"

namespace metodica {

class FormInput {
 public:
  /// `args` with flat names put into their parts and rows, in the order of the row numbers, which
  /// need not be dense. Names that belong to no part or row stay as they are. Rows in which every
  /// value is an empty text (or the column's initial one) are dropped, unless `keep_empty_rows`.
  /// Time: length of the input.
  static Json nested(const Form& form, const Json& args, bool keep_empty_rows = false);

  /// True for null and for text that is empty or white space.
  static bool is_blank(const Json& value);

  /// True for an object of texts that all are blank or the initial value of their field.
  static bool is_blank_part(const Form& form, const Json& part);

  /// The name of the rows to which `args` ask to add some (argument `more`), "" for none.
  static const std::string& more(const Form& form, const Json& args);

 private:
  struct Flat;
  static const Form* child_named(const Form& form, std::string_view name);
  static Json rows(const Form& child, const Json* given, const Flat& flat, bool keep_empty_rows);
  static Json part(const Form& child, const Json* given, const Flat& flat, bool keep_empty_rows);
  static bool is_initial(const Field& field, const std::string& text);
};

}  // namespace metodica
