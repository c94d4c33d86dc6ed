/// Writes a form: as the `form` block of a screen, and as JSON Schema. The shape of the block is
/// host-api/schema/screen.json.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ui/form.hpp"

namespace metodica {

class FormJson {
 public:
  FormJson(const Messages& say, const std::vector<Problem>& problems);

  /// {"block":"form","id","action","send","fields":[...],"errors":[texts that belong to no field]}
  Json block(const Form& form, const Json& values);

  static Json schema(const Form& form);

 private:
  struct Told {
    const Problem* problem;
    bool used;
  };

  Json::Array fields(const Form& form, const Json& values, const std::string& path, bool fresh);
  Json field(const Field& field, const Json& values, const std::string& path, bool fresh);
  Json rows(const Form& child, const Json& values, const std::string& path);
  Json row(const Form& child, const Json& values, const std::string& path);
  Json part(const Form& child, const Json& values, const std::string& path, bool fresh);
  [[nodiscard]] Json facts(const Field& field) const;
  [[nodiscard]] Json shown(const Field& field, const Json& value) const;
  [[nodiscard]] std::string total(const Field& field, const Json::Array& rows) const;
  void add_error(Json& target, const std::string& path);
  std::string error_at(const std::string& path);
  [[nodiscard]] std::string worded(const Problem& problem) const;

  static Json field_schema(const Field& field);
  static Json object_schema(const Form& form);

  const Messages& say_;
  std::multimap<std::string, Told, std::less<>> told_;
};

}  // namespace metodica
