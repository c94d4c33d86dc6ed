#include "ui/values.hpp"

#include <charconv>

#include "json/base64.hpp"

namespace metodica {

bool Values::has(std::string_view name) const {
  const Json& value = json_[name];
  if (value.is_text()) {
    return !value.text().empty();
  }
  if (value.is_array()) {
    return !value.items().empty();
  }
  return !value.is_null();
}

const std::string& Values::text(std::string_view name) const {
  return json_[name].text();
}

std::int64_t Values::integer(std::string_view name, std::int64_t fallback) const {
  const Json& value = json_[name];
  if (!value.is_text()) {
    return value.integer(fallback);
  }
  // Hidden values and inventory numbers are texts, because they may hold more than digits.
  const std::string& digits = value.text();
  std::int64_t number = 0;
  const auto done = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = done.ec == std::errc() && done.ptr == digits.data() + digits.size();
  return whole ? number : fallback;
}

Money Values::money(std::string_view name) const {
  const Result<Money> amount = Money::parse_exact(json_[name].text());
  return amount ? *amount : Money::zero();
}

Date Values::date(std::string_view name) const {
  const Result<Date> day = Date::parse(json_[name].text());
  return day ? *day : Date();
}

bool Values::yes(std::string_view name) const {
  return json_[name].boolean();
}

std::vector<Values> Values::rows(std::string_view name) const {
  std::vector<Values> rows;
  for (const Json& row : json_[name].items()) {
    rows.emplace_back(row);
  }
  return rows;
}

Values Values::part(std::string_view name) const {
  return Values(json_[name]);
}

std::vector<std::string> Values::texts(std::string_view name) const {
  std::vector<std::string> texts;
  for (const Json& text : json_[name].items()) {
    texts.push_back(text.text());
  }
  return texts;
}

UploadedFile Values::file(std::string_view name) const {
  const Json& value = json_[name];
  return {value["name"].text(), base64_decoded(value["base64"].text()).value_or("")};
}

}  // namespace metodica
