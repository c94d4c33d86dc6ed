#include "ui/form_json.hpp"

#include <algorithm>

#include "ui/form_input.hpp"
#include "ui/form_item.hpp"

namespace metodica {
namespace {

constexpr int extra_rows = 3;

void set_text(Json& target, std::string_view name, const std::string& text) {
  if (!text.empty()) {
    target.set(name, text);
  }
}

void set_condition(Json& target, const std::string& other, const std::string& value) {
  if (!other.empty()) {
    target.set("show_if", Json::object({{"name", other}, {"value", value}}));
  }
}

}  // namespace

FormJson::FormJson(const Messages& say, const std::vector<Problem>& problems) : say_(say) {
  for (const Problem& problem : problems) {
    if (problem.message != "form.more") {  // a wish, not a fault
      told_.emplace(problem.field, Told{&problem, false});
    }
  }
}

Json FormJson::block(const Form& form, const Json& values) {
  const std::string& more = FormInput::more(form, values);
  const Json nested = FormInput::nested(form, values, !more.empty());
  Json out = Json::object({{"block", "form"}, {"id", form.id_}, {"action", form.action_}});
  out.set("send", form.label_);
  set_text(out, "help", form.help_);
  set_text(out, "confirm", form.confirm_);
  set_text(out, "more", more);
  if (form.danger_) {
    out.set("danger", true);
  }
  if (form.reads_) {
    out.set("reads", true);
  }
  out.set("fields", Json::array(fields(form, nested, "", values.members().empty())));
  Json::Array rest;
  for (const auto& [path, told] : told_) {
    if (!told.used) {
      rest.emplace_back(worded(*told.problem));
    }
  }
  if (!rest.empty()) {
    out.set("errors", Json::array(std::move(rest)));
  }
  return out;
}

Json::Array FormJson::fields(const Form& form, const Json& values, const std::string& path,
                             bool fresh) {
  Json::Array out;
  for (const Form::Item& item : form.items_) {
    if (item.field) {
      out.push_back(field(*item.field, values, path, fresh));
    } else if (item.child->is_rows_) {
      out.push_back(rows(*item.child, values[item.child->id_], path + item.child->id_));
    } else {
      out.push_back(part(*item.child, values[item.child->id_], path + item.child->id_, fresh));
    }
  }
  return out;
}

Json FormJson::field(const Field& field, const Json& values, const std::string& path, bool fresh) {
  Json out = facts(field);
  const Json& given = values[field.name_];
  // Somebody who has unticked a box sees it unticked again, not at its initial value.
  const bool use_initial = given.is_null() && (fresh || field.kind_ != FieldKind::yes_no);
  if (const Json value = shown(field, use_initial ? field.initial_ : given); !value.is_null()) {
    out.set("value", value);
  }
  add_error(out, path + field.name_);
  return out;
}

Json FormJson::facts(const Field& field) const {
  Json out = Json::object({{"name", field.name_}, {"is", name_of(field.kind_)}});
  if (const std::string_view like = like_of(field.kind_); !like.empty()) {
    out.set("like", like);
  }
  out.set("label", field.label_);
  for (const auto& [name, set] : {std::pair<const char*, bool>{"required", field.required_},
                                  {"fixed", field.fixed_},
                                  {"total", field.total_}}) {
    if (set) {
      out.set(name, true);
    }
  }
  set_text(out, "help", field.help_);
  set_text(out, "min", field.min_);
  set_text(out, "max", field.max_);
  set_text(out, "pattern", field.pattern_);
  set_text(out, "meaning", field.meaning_);
  set_text(out, "unit", field.unit_);
  set_text(out, "find", field.find_);
  set_condition(out, field.show_if_, field.show_value_);
  if (field.kind_ == FieldKind::text || field.kind_ == FieldKind::long_text) {
    out.set("longest", static_cast<std::int64_t>(field.longest_));
  }
  if (field.kind_ == FieldKind::choice) {
    Json::Array options;
    for (const auto& [value, label] : field.options_) {
      options.push_back(Json::object({{"value", value}, {"label", label}}));
    }
    out.set("options", Json::array(std::move(options)));
  }
  return out;
}

// As the reader writes it: money in the notation of the language; dates stay ISO, which a host
// shows by its own means. What was typed and could not be read stays as typed.
Json FormJson::shown(const Field& field, const Json& value) const {
  switch (field.kind_) {
    case FieldKind::file: return {};
    case FieldKind::money: {
      const std::string& text = value.text();
      const std::size_t dot = text.find('.');
      const bool exact = dot != std::string::npos && text.size() - dot == 5;
      const Result<Money> amount = exact ? Money::parse_exact(text) : Result<Money>(invalid(""));
      return amount ? Json(amount->typed(say_.lang())) : value;
    }
    case FieldKind::date: {
      const Result<Date> day = Date::parse(value.text());
      return day ? Json(day->iso()) : value;
    }
    case FieldKind::yes_no: {
      const std::string& text = value.text();
      return text.empty() ? value : Json(text == "1" || text == "on" || text == "true");
    }
    default: return value.is_object() ? Json() : value;
  }
}

Json FormJson::part(const Form& child, const Json& values, const std::string& path, bool fresh) {
  Json out = Json::object({{"name", child.id_}, {"is", "part"}, {"label", child.label_}});
  set_text(out, "help", child.help_);
  set_condition(out, child.show_if_, child.show_value_);
  if (child.optional_) {
    out.set("optional", true);
  }
  out.set("fields", Json::array(fields(child, values, path + "/", fresh)));
  add_error(out, path);
  return out;
}

Json FormJson::rows(const Form& child, const Json& values, const std::string& path) {
  Json out = Json::object({{"name", child.id_}, {"is", "lines"}, {"label", child.label_}});
  set_text(out, "help", child.help_);
  set_condition(out, child.show_if_, child.show_value_);
  Json::Array columns;
  for (const Form::Item& item : child.items_) {
    if (item.field) {
      Json column = facts(*item.field);
      if (const Json initial = shown(*item.field, item.field->initial_); !initial.is_null()) {
        column.set("initial", initial);
      }
      columns.push_back(std::move(column));
    }
  }
  out.set("columns", Json::array(std::move(columns)));
  Json::Array out_rows;
  for (std::size_t i = 0; i < values.items().size(); ++i) {
    out_rows.push_back(row(child, values.items()[i], path + "/" + std::to_string(i)));
  }
  out.set("rows", Json::array(std::move(out_rows)));
  const std::size_t room = child.max_rows_ - std::min(child.max_rows_, values.items().size());
  const std::size_t extra = child.fixed_rows_ ? 0 : std::min<std::size_t>(extra_rows, room);
  out.set("extra", static_cast<std::int64_t>(extra));
  Json totals = Json::object();
  for (const Form::Item& item : child.items_) {
    if (item.field && item.field->total_) {
      totals.set(item.field->name_, total(*item.field, values.items()));
    }
  }
  if (!totals.members().empty()) {
    out.set("totals", std::move(totals));
  }
  add_error(out, path);
  return out;
}

Json FormJson::row(const Form& child, const Json& values, const std::string& path) {
  Json shown_values = Json::object();
  Json errors = Json::object();
  for (const Form::Item& item : child.items_) {
    if (!item.field) {
      continue;
    }
    if (Json value = shown(*item.field, values[item.field->name_]); !value.is_null()) {
      shown_values.set(item.field->name_, std::move(value));
    }
    if (std::string error = error_at(path + "/" + item.field->name_); !error.empty()) {
      errors.set(item.field->name_, std::move(error));
    }
  }
  Json out = Json::object({{"values", std::move(shown_values)}});
  if (!errors.members().empty()) {
    out.set("errors", std::move(errors));
  }
  add_error(out, path);
  return out;
}

std::string FormJson::total(const Field& field, const Json::Array& rows) const {
  const bool money = field.kind_ == FieldKind::money;
  Form one("", "", "");
  if (money) {
    one.money(field.name_, "");
  } else {
    one.integer(field.name_, "");
  }
  std::int64_t sum = 0;  // of copies, or of 1/10 000 leu
  for (const Json& row : rows) {
    const Result<Values> read = one.read(Json::object({{field.name_, row[field.name_]}}));
    if (!read) {
      continue;  // its own error stands at the field
    }
    const std::int64_t value = money ? read->money(field.name_).e4() : read->integer(field.name_);
    if (__builtin_add_overflow(sum, value, &sum)) {
      return "";
    }
  }
  return money ? Money::from_e4(sum).shown(say_.lang()) : std::to_string(sum);
}

void FormJson::add_error(Json& target, const std::string& path) {
  if (std::string error = error_at(path); !error.empty()) {
    target.set("error", std::move(error));
  }
}

std::string FormJson::error_at(const std::string& path) {
  std::string text;
  const auto [begin, end] = told_.equal_range(path);
  for (auto at = begin; at != end && !path.empty(); ++at) {
    at->second.used = true;
    text += (text.empty() ? "" : " ") + worded(*at->second.problem);
  }
  return text;
}

std::string FormJson::worded(const Problem& problem) const {
  const std::string hint = say_.hint(problem);
  return say_.of(problem) + (hint.empty() ? "" : " ") + hint;
}

}  // namespace metodica
