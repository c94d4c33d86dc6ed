#include "ui/form_input.hpp"

#include <algorithm>
#include <charconv>
#include <map>

#include "ui/form_item.hpp"

namespace metodica {
namespace {

constexpr std::size_t most_index_digits = 6;
const std::string none;

// "12/copies" to 12 and "copies"; nothing when it is not of this shape.
std::optional<std::pair<std::uint32_t, std::string_view>> split_index(std::string_view rest) {
  const std::size_t slash = rest.find('/');
  if (slash == std::string_view::npos || slash > most_index_digits) {
    return std::nullopt;
  }
  std::uint32_t index = 0;
  const auto done = std::from_chars(rest.data(), rest.data() + slash, index);
  if (done.ec != std::errc() || done.ptr != rest.data() + slash) {
    return std::nullopt;
  }
  return std::pair(index, rest.substr(slash + 1));
}

}  // namespace

// What came under flat names for one child form.
struct FormInput::Flat {
  std::map<std::uint32_t, Json::Object> rows;
  Json::Object members;
};

const Form* FormInput::child_named(const Form& form, std::string_view name) {
  const auto found =
      std::find_if(form.items_.begin(), form.items_.end(),
                   [&](const Form::Item& item) { return item.child && item.child->id_ == name; });
  return found == form.items_.end() ? nullptr : &*found->child;
}

Json FormInput::nested(const Form& form, const Json& args, bool keep_empty_rows) {
  std::map<const Form*, Flat> flats;
  std::map<const Form*, const Json*> given;
  Json::Object out;
  for (const auto& [name, value] : args.members()) {
    const std::string_view whole = name;
    const std::size_t slash = whole.find('/');
    const Form* child = child_named(form, whole.substr(0, slash));
    if (child != nullptr && slash == std::string_view::npos) {
      given[child] = &value;
      continue;
    }
    if (child != nullptr && !child->is_rows_) {
      flats[child].members.emplace_back(whole.substr(slash + 1), value);
      continue;
    }
    const auto place = child == nullptr ? std::nullopt : split_index(whole.substr(slash + 1));
    if (place) {
      flats[child].rows[place->first].emplace_back(place->second, value);
    } else {
      out.emplace_back(name, value);
    }
  }
  for (const Form::Item& item : form.items_) {
    if (!item.child || (flats.count(&*item.child) == 0 && given.count(&*item.child) == 0)) {
      continue;
    }
    const Form& child = *item.child;
    const Json* value = given.count(&child) == 0 ? nullptr : given[&child];
    out.emplace_back(child.id_, child.is_rows_
                                    ? rows(child, value, flats[&child], keep_empty_rows)
                                    : part(child, value, flats[&child], keep_empty_rows));
  }
  return Json::object(std::move(out));
}

Json FormInput::rows(const Form& child, const Json* given, const Flat& flat, bool keep_empty_rows) {
  if (given != nullptr && !given->is_array() && !is_blank(*given)) {
    return *given;  // of the wrong type, which the check says
  }
  Json::Array rows;
  const auto keep = [&](Json row) {
    if (keep_empty_rows || !is_blank_part(child, row)) {
      rows.push_back(std::move(row));
    }
  };
  if (given != nullptr) {
    for (const Json& row : given->items()) {
      keep(row.is_object() ? nested(child, row, keep_empty_rows) : row);
    }
  }
  for (const auto& [index, members] : flat.rows) {
    keep(nested(child, Json::object(members), keep_empty_rows));
  }
  return Json::array(std::move(rows));
}

Json FormInput::part(const Form& child, const Json* given, const Flat& flat, bool keep_empty_rows) {
  if (given != nullptr && !given->is_object() && !is_blank(*given)) {
    return *given;
  }
  Json::Object members = given == nullptr ? Json::Object{} : given->members();
  members.insert(members.end(), flat.members.begin(), flat.members.end());
  return nested(child, Json::object(std::move(members)), keep_empty_rows);
}

bool FormInput::is_blank(const Json& value) {
  return value.is_null() ||
         (value.is_text() && value.text().find_first_not_of(" \t\r\n") == std::string::npos);
}

bool FormInput::is_blank_part(const Form& form, const Json& part) {
  if (!part.is_object() || part.members().empty()) {
    return false;
  }
  return std::all_of(part.members().begin(), part.members().end(), [&](const auto& member) {
    const auto& [name, value] = member;
    if (is_blank(value)) {
      return true;
    }
    const auto item = std::find_if(form.items_.begin(), form.items_.end(),
                                   [&n = name](const Form::Item& one) { return one.name() == n; });
    return item != form.items_.end() && item->field && value.is_text() &&
           is_initial(*item->field, value.text());
  });
}

// A field shows its initial value in the reader's notation, so notations are compared by value.
bool FormInput::is_initial(const Field& field, const std::string& text) {
  const Json& initial = field.initial_;
  if (initial.is_null()) {
    return false;
  }
  if (initial.is_integer()) {
    return text == std::to_string(initial.integer());
  }
  if (initial.is_bool()) {
    return initial.boolean() && (text == "1" || text == "on" || text == "true");
  }
  if (field.kind_ == FieldKind::money) {
    const Result<Money> shown = Money::parse(text);
    const Result<Money> exact = Money::parse_exact(initial.text());
    return shown && exact && *shown == *exact;
  }
  if (field.kind_ == FieldKind::date) {
    const Result<Date> shown = Date::parse(text);
    const Result<Date> exact = Date::parse(initial.text());
    return shown && exact && *shown == *exact;
  }
  return text == initial.text();
}

const std::string& FormInput::more(const Form& form, const Json& args) {
  const std::string& name = args["more"].text();
  const Form* child = child_named(form, name);
  return child != nullptr && child->is_rows_ && !child->fixed_rows_ ? name : none;
}

}  // namespace metodica
