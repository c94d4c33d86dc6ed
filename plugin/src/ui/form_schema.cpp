// The JSON Schema (draft-07) of the arguments of an action.
#include <algorithm>
#include <charconv>

#include "ui/form_item.hpp"
#include "ui/form_json.hpp"

namespace metodica {
namespace {

constexpr const char* money_pattern = "^-?[0-9]{1,15}(\\.[0-9]{1,4})?$";
constexpr const char* date_pattern = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

void add_bound(Json& schema, const char* name, const std::string& digits) {
  std::int64_t value = 0;
  const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (!digits.empty() && done.ec == std::errc()) {
    schema.set(name, value);
  }
}

Json text_schema(const std::string& pattern, bool required, std::size_t longest) {
  Json schema = Json::object({{"type", "string"}});
  if (required) {
    schema.set("minLength", 1);
  }
  schema.set("maxLength", static_cast<std::int64_t>(longest));
  if (!pattern.empty()) {
    schema.set("pattern", "^(?:" + pattern + ")$");
  }
  return schema;
}

Json file_schema() {
  Json properties = Json::object({{"name", Json::object({{"type", "string"}})},
                                  {"base64", Json::object({{"type", "string"}})}});
  return Json::object({{"type", "object"},
                       {"properties", std::move(properties)},
                       {"required", Json::array({"base64"})},
                       {"additionalProperties", false}});
}

Json choice_schema(const std::vector<std::pair<std::string, std::string>>& options) {
  Json schema = Json::object({{"type", "string"}});
  if (options.empty()) {
    return schema;
  }
  Json::Array values;
  for (const auto& option : options) {
    values.emplace_back(option.first);
  }
  return schema.set("enum", Json::array(std::move(values)));
}

// What a program must know and a type cannot say: the label, the help, the bounds of an amount.
std::string description(const std::string& label, const std::string& help) {
  return help.empty() ? label : label + ". " + help;
}

}  // namespace

Json FormJson::field_schema(const Field& field) {
  Json schema;
  switch (field.kind_) {
    case FieldKind::integer:
      schema = Json::object({{"type", "integer"}});
      add_bound(schema, "minimum", field.min_);
      add_bound(schema, "maximum", field.max_);
      break;
    case FieldKind::money:
      schema = Json::object({{"type", "string"}, {"pattern", money_pattern}});
      break;
    case FieldKind::date:
      schema = Json::object({{"type", "string"}, {"format", "date"}, {"pattern", date_pattern}});
      break;
    case FieldKind::choice: schema = choice_schema(field.options_); break;
    case FieldKind::yes_no: schema = Json::object({{"type", "boolean"}}); break;
    case FieldKind::file: schema = file_schema(); break;
    case FieldKind::texts:
      schema = Json::object(
          {{"type", "array"}, {"items", text_schema(field.pattern_, false, field.longest_)}});
      break;
    case FieldKind::hidden:
    case FieldKind::barcode:
    case FieldKind::inventory_number:
      schema = Json::object({{"type", Json::array({"string", "integer"})}});
      break;
    default: schema = text_schema(field.pattern_, field.required_, field.longest_); break;
  }
  const bool amount = field.kind_ == FieldKind::money || field.kind_ == FieldKind::date;
  std::string about = description(field.label_, field.help_);
  if (amount && !field.min_.empty()) {
    about += " (>= " + field.min_ + ")";
  }
  if (amount && !field.max_.empty()) {
    about += " (<= " + field.max_ + ")";
  }
  return schema.set("description", about);
}

Json FormJson::object_schema(const Form& form) {
  Json properties = Json::object();
  Json::Array required;
  for (const Form::Item& item : form.items_) {
    if (item.field) {
      properties.set(item.name(), field_schema(*item.field));
      if (item.field->required_ && item.field->show_if_.empty()) {
        required.emplace_back(item.name());
      }
      continue;
    }
    const Form& child = *item.child;
    Json schema = object_schema(child);
    const bool needed =
        child.is_rows_ ? child.min_rows_ > 0 : schema.has("required") && !child.optional_;
    if (child.is_rows_) {
      schema = Json::object({{"type", "array"},
                             {"items", std::move(schema)},
                             {"minItems", static_cast<std::int64_t>(child.min_rows_)},
                             {"maxItems", static_cast<std::int64_t>(child.max_rows_)}});
    }
    schema.set("description", description(child.label_, child.help_));
    properties.set(item.name(), std::move(schema));
    if (needed && child.show_if_.empty()) {
      required.emplace_back(item.name());
    }
  }
  Json schema = Json::object({{"type", "object"}, {"properties", std::move(properties)}});
  if (!required.empty()) {
    schema.set("required", Json::array(std::move(required)));
  }
  return schema.set("additionalProperties", form.allow_unknown_);
}

Json FormJson::schema(const Form& form) {
  Json schema = Json::object({{"$schema", "http://json-schema.org/draft-07/schema#"}});
  const Json object = object_schema(form);
  for (const auto& [name, value] : object.members()) {
    schema.set(name, value);
  }
  return schema;
}

}  // namespace metodica
