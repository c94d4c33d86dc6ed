/// Reads the arguments of an action by its form. Total: any JSON gives values or problems, never an
/// exception; time is linear in the length of the input; at most 100 problems are kept.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "ui/form.hpp"
#include "ui/linear_pattern.hpp"

namespace metodica {

class FormCheck {
 public:
  /// Problems are appended to `problems`, which must outlive this.
  explicit FormCheck(std::vector<Problem>& problems) : problems_(problems) {}

  /// The normalised values of those fields that have no problem.
  Json whole(const Form& form, const Json& args);

 private:
  // Where the check stands: "lines/2/" and "Linii 3 · ", both "" at the top.
  struct Place {
    std::string path;
    std::string label;
  };

  Json object(const Form& form, const Json::Object& args, const Place& place);
  std::optional<Json> rows(const Form& child, const Json& given, const Place& place);
  std::optional<Json> part(const Form& child, const Json& given, const Place& place);
  std::optional<Json> field(const Field& field, const Json& given, const Place& place);
  static bool applies(const std::string& other, const std::string& value, const Json& known);
  void report(Problem problem, std::string path);
  [[nodiscard]] bool full() const;

  // One value: null when it is empty; a problem without label and field when it is wrong.
  Result<Json> read(const Field& field, const Json& given);
  Result<Json> read_text(const Field& field, const Json& given);
  Result<Json> read_texts(const Field& field, const Json& given);
  Result<Json> one_text(const Field& field, const std::string& given, bool single_line);
  Result<Json> checked_by_kind(const Field& field, std::string text);
  static Result<Json> read_integer(const Field& field, const Json& given);
  static Result<Json> read_money(const Field& field, const Json& given);
  static Result<Json> read_date(const Field& field, const Json& given);
  static Result<Json> read_choice(const Field& field, const Json& given);
  static Result<Json> read_yes_no(const Json& given);
  static Result<Json> read_file(const Field& field, const Json& given);
  bool matches(const Field& field, const std::string& text);

  std::vector<Problem>& problems_;
  std::unordered_map<const Field*, LinearPattern> patterns_;
};

}  // namespace metodica
