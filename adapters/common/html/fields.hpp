/// Drawing of the fields of a form.
#pragma once

#include "html/drawing.hpp"

namespace metodica::html {

/// Where fields stand: names "act/kind" and ids "f1-act-kind" begin with these.
struct FieldPlace {
  std::string path;
  std::string id;
};

/// One input, wherever it stands.
struct Control {
  std::string id;
  std::string name;
  Json value;
  std::string described_by;  ///< ids of help and error
  std::string spoken;        ///< its name where no <label> stands: in rows
  bool wrong = false;
};

void draw_fields(Drawing& d, const Json::Array& fields, const FieldPlace& place);
void draw_lines(Drawing& d, const Json& field, const FieldPlace& place);
void draw_control(Drawing& d, const Json& field, const Control& control);
/// Text of a value that is not to be edited.
std::string shown_value(const Drawing& d, const Json& field, const Json& value);
/// The kind to draw: `is` when it is known, else `like`, else "text".
std::string_view kind_of(const Json& field);
/// A message under a field; remembered for the summary.
void draw_error(Drawing& d, const Control& control, const std::string& label,
                const std::string& text);

}  // namespace metodica::html
