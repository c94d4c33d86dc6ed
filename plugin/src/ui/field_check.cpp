// The reading of single values; form_check.cpp walks through parts and rows.
#include <algorithm>
#include <charconv>
#include <cstdint>

#include "json/base64.hpp"
#include "text/unicode.hpp"
#include "ui/form_check.hpp"
#include "ui/form_input.hpp"

namespace metodica {
namespace {

constexpr std::int64_t largest_integer = std::int64_t{1} << 53;  // what JSON readers keep exact
constexpr std::size_t most_texts = 2000;
constexpr std::size_t longest_file_name = 200;

Unexpected wrong(const char* message, std::vector<MessageArgument> arguments = {}) {
  return invalid(message, std::move(arguments));
}

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

std::optional<std::int64_t> whole_number(std::string_view digits) {
  std::int64_t value = 0;
  const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  if (digits.empty() || done.ec != std::errc() || done.ptr != digits.data() + digits.size() ||
      value > largest_integer || value < -largest_integer) {
    return std::nullopt;
  }
  return value;
}

// "1.234" and "1 234" without the marks of thousands; other uses of the marks stay, and are
// refused.
std::string without_grouping(const std::string& text) {
  const std::size_t first = text.find_first_of(". ");
  if (first == std::string::npos || first == 0 || first > 4) {
    return text;
  }
  const char mark = text[first];
  std::string digits = text.substr(0, first);
  for (std::size_t at = first; at < text.size(); at += 4) {
    const std::string group = text.substr(at, 4);
    if (group.size() != 4 || group[0] != mark ||
        !std::all_of(group.begin() + 1, group.end(), is_digit)) {
      return text;
    }
    digits += group.substr(1);
  }
  return digits;
}

// ISBN-10 or ISBN-13 by its shape, hyphens and spaces aside. Wrong check digits are printed in real
// books, so they are a matter of the action.
bool looks_like_isbn(std::string_view text) {
  std::string plain;
  std::copy_if(text.begin(), text.end(), std::back_inserter(plain),
               [](char c) { return c != '-' && c != ' '; });
  const bool ten = plain.size() == 10 &&
                   (is_digit(plain[9]) || plain[9] == 'X' || plain[9] == 'x') &&
                   std::all_of(plain.begin(), plain.begin() + 9, is_digit);
  return ten || (plain.size() == 13 && std::all_of(plain.begin(), plain.end(), is_digit));
}

bool is_printable_ascii(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

bool has_digit(std::string_view text) {
  return std::any_of(text.begin(), text.end(), is_digit);
}

bool takes_numbers(FieldKind kind) {
  return kind == FieldKind::hidden || kind == FieldKind::barcode ||
         kind == FieldKind::inventory_number;
}

// Tidied text of a date, a number or an amount, "" when absent; nothing when it is no short text.
std::optional<std::string> short_text(const Json& given) {
  constexpr std::size_t longest = 200;
  if (!given.is_text() || given.text().size() > longest || !is_utf8(given.text())) {
    return std::nullopt;
  }
  return tidy(given.text());
}

}  // namespace

Result<Json> FormCheck::read(const Field& field, const Json& given) {
  if (FormInput::is_blank(given)) {
    return Json();
  }
  switch (field.kind_) {
    case FieldKind::integer:
      return read_integer(field, given);
    case FieldKind::money:
      return read_money(field, given);
    case FieldKind::date:
      return read_date(field, given);
    case FieldKind::choice:
      return read_choice(field, given);
    case FieldKind::yes_no:
      return read_yes_no(given);
    case FieldKind::file:
      return read_file(field, given);
    case FieldKind::texts:
      return read_texts(field, given);
    default:
      return read_text(field, given);
  }
}

Result<Json> FormCheck::read_text(const Field& field, const Json& given) {
  if (given.is_integer() && takes_numbers(field.kind_)) {
    return one_text(field, std::to_string(given.integer()), true);
  }
  if (!given.is_text()) {
    return wrong("field.type");
  }
  return one_text(field, given.text(), field.kind_ != FieldKind::long_text);
}

Result<Json> FormCheck::one_text(const Field& field, const std::string& given, bool single_line) {
  // Far too long is said before any work on the text; no character has more than 64 bytes in sense.
  const auto too_long = [&] {
    return wrong("field.too_long", {{"max", static_cast<std::int64_t>(field.longest_)}});
  };
  if (given.size() / 64 > field.longest_) {
    return too_long();
  }
  if (!is_utf8(given)) {
    return wrong("field.type");
  }
  std::string text = tidy(given);
  if (single_line) {
    std::replace_if(
        text.begin(), text.end(), [](char c) { return c == '\n' || c == '\t'; }, ' ');
  }
  if (text.size() > field.longest_ && length(text) > field.longest_) {
    return too_long();
  }
  if (text.empty()) {
    return Json();
  }
  METODICA_TRY(Json value, checked_by_kind(field, std::move(text)));
  if (!field.pattern_.empty() && !matches(field, value.text())) {
    return wrong("field.pattern", {{"meaning", field.meaning_}});
  }
  return value;
}

Result<Json> FormCheck::checked_by_kind(const Field& field, std::string text) {
  switch (field.kind_) {
    case FieldKind::isbn:
      if (!looks_like_isbn(text)) {
        return wrong("field.isbn", {{"text", text}});
      }
      break;
    case FieldKind::udc:
      if (!has_digit(text)) {
        return wrong("field.udc", {{"text", text}});
      }
      break;
    case FieldKind::barcode:
      if (!is_printable_ascii(text)) {
        return wrong("field.barcode", {{"text", text}});
      }
      break;
    case FieldKind::inventory_number:
      if (!has_digit(text)) {
        return wrong("field.inventory_number", {{"text", text}});
      }
      return Json(without_grouping(text));
    default:
      break;
  }
  return Json(std::move(text));
}

bool FormCheck::matches(const Field& field, const std::string& text) {
  auto found = patterns_.find(&field);
  if (found == patterns_.end()) {
    found = patterns_.emplace(&field, LinearPattern(field.pattern_)).first;
  }
  return found->second.matches(text);
}

Result<Json> FormCheck::read_texts(const Field& field, const Json& given) {
  std::vector<std::string> parts;
  if (given.is_text()) {
    const std::string& whole = given.text();
    for (std::size_t at = 0; at <= whole.size() && parts.size() <= most_texts;) {
      const std::size_t end = std::min(whole.find('\n', at), whole.size());
      parts.push_back(whole.substr(at, end - at));
      at = end + 1;
    }
  } else if (given.is_array()) {
    for (const Json& item : given.items()) {
      if (!item.is_text() && !item.is_null()) {
        return wrong("field.type");
      }
      parts.push_back(item.text());
    }
  } else {
    return wrong("field.type");
  }
  if (parts.size() > most_texts) {
    return wrong("field.rows_max", {{"max", static_cast<std::int64_t>(most_texts)}});
  }
  Json::Array out;
  for (const std::string& part : parts) {
    METODICA_TRY(Json text, one_text(field, part, true));
    if (!text.is_null()) {
      out.push_back(std::move(text));
    }
  }
  return out.empty() ? Json() : Json::array(std::move(out));
}

Result<Json> FormCheck::read_integer(const Field& field, const Json& given) {
  std::optional<std::int64_t> value;
  if (given.is_integer()) {
    value = given.integer();
  } else if (const std::optional<std::string> text = short_text(given)) {
    value = whole_number(without_grouping(*text));
  }
  if (!value || *value > largest_integer || *value < -largest_integer) {
    return wrong("field.type");
  }
  if (const auto min = whole_number(field.min_); min && *value < *min) {
    return wrong("field.min", {{"min", std::to_string(*min)}});
  }
  if (const auto max = whole_number(field.max_); max && *value > *max) {
    return wrong("field.max", {{"max", std::to_string(*max)}});
  }
  return Json(*value);
}

Result<Json> FormCheck::read_money(const Field& field, const Json& given) {
  const std::optional<std::string> text =
      given.is_integer() ? std::to_string(given.integer()) : short_text(given);
  if (!text) {
    return wrong("field.type");
  }
  // Four decimals are the exact form of programs; anything else is what people write, so that
  // "1.234" is refused as ambiguous and not taken for one leu and a bit.
  const std::size_t dot = text->find('.');
  const bool exact = dot != std::string::npos && text->size() - dot == 5;
  METODICA_TRY(const Money value, exact ? Money::parse_exact(*text) : Money::parse(*text));
  if (const auto min = Money::parse_exact(field.min_); min && value < *min) {
    return wrong("field.min", {{"min", min->shown()}});
  }
  if (const auto max = Money::parse_exact(field.max_); max && value > *max) {
    return wrong("field.max", {{"max", max->shown()}});
  }
  return Json(value.exact());
}

Result<Json> FormCheck::read_date(const Field& field, const Json& given) {
  const std::optional<std::string> text = short_text(given);
  if (!text) {
    return wrong("field.type");
  }
  METODICA_TRY(const Date value, Date::parse(*text));
  if (const auto min = Date::parse(field.min_); min && value < *min) {
    return wrong("field.min", {{"min", min->shown()}});
  }
  if (const auto max = Date::parse(field.max_); max && value > *max) {
    return wrong("field.max", {{"max", max->shown()}});
  }
  return Json(value.iso());
}

Result<Json> FormCheck::read_choice(const Field& field, const Json& given) {
  const std::optional<std::string> text =
      given.is_integer() ? std::to_string(given.integer()) : short_text(given);
  if (!text) {
    return wrong("field.type");
  }
  const auto& options = field.options_;
  const bool offered =
      options.empty() || std::any_of(options.begin(), options.end(),
                                     [&](const auto& option) { return option.first == *text; });
  if (!offered) {
    return wrong("field.choice", {{"text", *text}});
  }
  return Json(*text);
}

Result<Json> FormCheck::read_yes_no(const Json& given) {
  if (given.is_bool()) {
    return given;
  }
  const std::string text = given.is_integer() ? std::to_string(given.integer()) : given.text();
  if (text == "1" || text == "on" || text == "true") {
    return Json(true);
  }
  if (text == "0" || text == "off" || text == "false") {
    return Json(false);
  }
  return wrong("field.type");
}

Result<Json> FormCheck::read_file(const Field& field, const Json& given) {
  const Json& content = given.is_object() ? given["base64"] : given;
  if (!content.is_text() || (given.is_object() && content.text().empty())) {
    // A browser sends an empty part when no file was chosen.
    return given.is_object() && given["name"].text().empty() ? Result<Json>(Json())
                                                             : wrong("field.type");
  }
  const std::string& base64 = content.text();
  if (base64.size() / 4 * 3 > field.longest_ + 2) {
    return wrong("field.too_long", {{"max", static_cast<std::int64_t>(field.longest_)}});
  }
  const bool clean = base64_decoded(base64).has_value();
  if (!clean) {
    return wrong("field.type");
  }
  std::string name = given["name"].text();
  name = is_utf8(name) && name.size() <= longest_file_name ? tidy(name) : "";
  name.erase(0, name.find_last_of("/\\") + 1);  // some browsers send the whole path
  return Json::object({{"name", std::move(name)}, {"base64", base64}});
}

}  // namespace metodica
