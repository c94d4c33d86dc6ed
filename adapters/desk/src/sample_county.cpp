#include "sample_county.hpp"

#include <charconv>
#include <optional>
#include <sstream>

#include "json/base64.hpp"
#include "sample_data.hpp"

namespace metodica::desk {
namespace {

/// "+12" of "day+12"; nothing when the name does not begin with `unit` or goes on with words.
std::optional<int> offset_from(std::string_view name, std::string_view unit) {
  if (!name.starts_with(unit))
    return std::nullopt;
  name.remove_prefix(unit.size());
  if (name.empty())
    return 0;
  const int sign = name.front() == '-' ? -1 : 1;
  name.remove_prefix(1);
  int value = 0;
  const auto read = std::from_chars(name.data(), name.data() + name.size(), value);
  if (read.ec != std::errc() || read.ptr != name.data() + name.size())
    return std::nullopt;
  return sign * value;
}

/// What stands for the words between braces; the braces themselves when they are no time.
std::string time_for(std::string_view name, Date today) {
  if (const auto days = offset_from(name, "day"))
    return today.plus_days(*days).iso();
  if (const auto years = offset_from(name, "year"))
    return std::to_string(today.year() + *years);
  return "{" + std::string(name) + "}";
}

std::string text_with_times(std::string_view text, Date today) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t open = text.find('{', at);
    const std::size_t close = text.find('}', open == std::string_view::npos ? at : open);
    if (open == std::string_view::npos || close == std::string_view::npos)
      return out.append(text.substr(at));
    out.append(text.substr(at, open - at));
    out += time_for(text.substr(open + 1, close - open - 1), today);
    at = close + 1;
  }
  return out;
}

bool is_whole_year(const std::string& text) {
  return text.size() > 2 && text.back() == '}' && text.find('}') == text.size() - 1 &&
         text.starts_with("{year");
}

Json file_of(const Json& value, Date today) {
  std::string content;
  for (const Json& line : value["lines"].items())
    content += text_with_times(line.text(), today) + "\n";
  return Json::object({{"name", value["name"]}, {"base64", base64_encoded(content)}});
}

}  // namespace

Json with_times(const Json& value, Date today) {
  if (value.is_text()) {
    const std::string text = text_with_times(value.text(), today);
    return is_whole_year(value.text()) ? Json(std::int64_t{std::stoll(text)}) : Json(text);
  }
  if (value.is_array()) {
    Json::Array items;
    for (const Json& item : value.items())
      items.push_back(with_times(item, today));
    return items;
  }
  if (!value.is_object())
    return value;
  if (value["lines"].is_array() && value["name"].is_text())
    return file_of(value, today);
  Json object = Json::object();
  for (const auto& [name, member] : value.members())
    object.set(name, with_times(member, today));
  return object;
}

Result<std::int64_t> make_sample_county(DoorCaller& door, Date today) {
  const auto file = sample_folder() / "county.jsonl";
  METODICA_TRY(const std::string text, file_text(file));
  std::istringstream lines(text);
  std::int64_t row = 0;
  for (std::string line; std::getline(lines, line);) {
    ++row;
    const auto request = Json::parse(line);
    if (!request)
      return invalid("desk.sample_row", {{"file", file.filename().string()}, {"row", row}});
    METODICA_TRY(const Json reply,
                 door.ask((*request)["action"].text(), with_times((*request)["args"], today)));
  }
  return row;
}

}  // namespace metodica::desk
