#include "ui/form_check.hpp"

#include <algorithm>

#include "text/unicode.hpp"
#include "ui/form_input.hpp"
#include "ui/form_item.hpp"

namespace metodica {
namespace {

constexpr std::size_t most_problems = 100;
constexpr std::size_t longest_echo = 80;

Problem labelled(Problem problem, const std::string& label) {
  problem.arguments.insert(problem.arguments.begin(), {"label", label});
  return problem;
}

// What somebody sent, short enough to be said back, cut between characters.
std::string echo(std::string_view text) {
  if (!is_utf8(text)) {
    return "?";
  }
  if (text.size() <= longest_echo) {
    return std::string(text);
  }
  std::size_t end = longest_echo;
  while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) {
    --end;
  }
  return std::string(text.substr(0, end)) + "…";
}

}  // namespace

bool FormCheck::full() const {
  return problems_.size() >= most_problems;
}

void FormCheck::report(Problem problem, std::string path) {
  if (!full()) {
    problem.field = std::move(path);
    problems_.push_back(std::move(problem));
  }
}

Json FormCheck::whole(const Form& form, const Json& args) {
  if (!args.is_object() && !args.is_null()) {
    report(labelled(Problem(METODICA_INVALID, "field.type"), "args"), "");
    return Json::object();
  }
  if (const std::string& rows = FormInput::more(form, args); !rows.empty()) {
    report(Problem(METODICA_INVALID, "form.more"), rows);
    return Json::object();
  }
  return object(form, FormInput::nested(form, args).members(), {});
}

Json FormCheck::object(const Form& form, const Json::Object& args, const Place& place) {
  // Of two equal names the last wins, as the parser of JSON has it.
  std::vector<const Json*> given(form.items_.size(), nullptr);
  Json::Object unknown;
  for (const auto& [name, value] : args) {
    const auto item = std::find_if(form.items_.begin(), form.items_.end(),
                                   [&n = name](const Form::Item& one) { return one.name() == n; });
    if (item != form.items_.end()) {
      given[static_cast<std::size_t>(std::distance(form.items_.begin(), item))] = &value;
    } else if (form.allow_unknown_) {
      unknown.emplace_back(name, value);
    } else if (const bool empty_more = name == "more" && FormInput::is_blank(value); !empty_more) {
      report(Problem(METODICA_INVALID, "field.unknown", {{"name", echo(name)}}),
             place.path + echo(name));
    }
  }
  const Json absent;
  Json out = Json::object();
  std::size_t i = 0;
  for (const Form::Item& item : form.items_) {
    const Json& value = given[i] == nullptr ? absent : *given[i];
    ++i;
    std::optional<Json> checked;
    if (item.field) {
      if (applies(item.field->show_if_, item.field->show_value_, out)) {
        checked = field(*item.field, value, place);
      }
    } else if (applies(item.child->show_if_, item.child->show_value_, out)) {
      checked =
          item.child->is_rows_ ? rows(*item.child, value, place) : part(*item.child, value, place);
    }
    if (checked) {
      out.set(item.name(), *std::move(checked));
    }
  }
  for (auto& [name, value] : unknown) {
    out.set(name, std::move(value));
  }
  return out;
}

bool FormCheck::applies(const std::string& other, const std::string& value, const Json& known) {
  if (other.empty()) {
    return true;
  }
  const Json& actual = known[other];
  if (actual.is_bool() || (actual.is_null() && value == "false")) {
    return actual.boolean() == (value == "true");
  }
  return actual.is_integer() ? std::to_string(actual.integer()) == value : actual.text() == value;
}

std::optional<Json> FormCheck::field(const Field& field, const Json& given, const Place& place) {
  Result<Json> value = read(field, given);
  if (!value) {
    report(labelled(std::move(value).error(), place.label + field.label_),
           place.path + field.name_);
    return std::nullopt;
  }
  if (value->is_null()) {
    if (field.required_) {
      report(labelled(Problem(METODICA_INVALID, "field.required"), place.label + field.label_),
             place.path + field.name_);
    }
    return std::nullopt;
  }
  return *std::move(value);
}

std::optional<Json> FormCheck::rows(const Form& child, const Json& given, const Place& place) {
  const std::string label = place.label + child.label_;
  if (!given.is_array() && !FormInput::is_blank(given)) {
    report(labelled(Problem(METODICA_INVALID, "field.type"), label), place.path + child.id_);
    return std::nullopt;
  }
  const Json::Array& items = given.items();
  const auto count = [](std::size_t n) { return static_cast<std::int64_t>(n); };
  if (items.size() < child.min_rows_) {
    report(Problem(METODICA_INVALID, "field.rows_min",
                   {{"label", label}, {"min", count(child.min_rows_)}}),
           place.path + child.id_);
    return std::nullopt;
  }
  if (items.size() > child.max_rows_) {
    report(Problem(METODICA_INVALID, "field.rows_max",
                   {{"label", label}, {"max", count(child.max_rows_)}}),
           place.path + child.id_);
    return std::nullopt;
  }
  Json::Array out;
  for (std::size_t i = 0; i < items.size() && !full(); ++i) {
    const std::string path = place.path + child.id_ + "/" + std::to_string(i);
    const std::string row_label = label + " " + std::to_string(i + 1);
    if (items[i].is_object()) {
      out.push_back(object(child, items[i].members(), {path + "/", row_label + " · "}));
    } else {
      report(labelled(Problem(METODICA_INVALID, "field.type"), row_label), path);
    }
  }
  return Json::array(std::move(out));
}

std::optional<Json> FormCheck::part(const Form& child, const Json& given, const Place& place) {
  if (!given.is_object() && !FormInput::is_blank(given)) {
    report(labelled(Problem(METODICA_INVALID, "field.type"), place.label + child.label_),
           place.path + child.id_);
    return std::nullopt;
  }
  const bool absent = given.members().empty() || FormInput::is_blank_part(child, given);
  if (absent && child.optional_) {
    return std::nullopt;
  }
  Json out = object(child, given.members(), {place.path + child.id_ + "/", place.label});
  if (out.members().empty()) {
    return std::nullopt;
  }
  return out;
}

}  // namespace metodica
