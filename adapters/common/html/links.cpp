#include "html/links.hpp"

#include <algorithm>

namespace metodica::html {
namespace {

constexpr std::size_t most_arguments = 500;
constexpr int deepest = 8;

using Flat = std::vector<std::pair<std::string, std::string>>;

bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

bool all_text(const Json::Array& items) {
  return std::all_of(items.begin(), items.end(), [](const Json& item) { return item.is_text(); });
}

std::string joined_lines(const Json::Array& items) {
  std::string out;
  for (const Json& item : items) {
    out += (out.empty() ? "" : "\n") + item.text();
  }
  return out;
}

void flatten(const std::string& name, const Json& value, int depth, Flat& out) {
  if (out.size() >= most_arguments || depth > deepest) {
    return;
  }
  const std::string prefix = name.empty() ? "" : name + "/";
  if (value.is_object()) {
    for (const auto& [key, member] : value.members()) {
      flatten(prefix + key, member, depth + 1, out);
    }
  } else if (value.is_array() && all_text(value.items())) {
    out.emplace_back(name, joined_lines(value.items()));
  } else if (value.is_array()) {
    for (std::size_t i = 0; i < value.items().size(); ++i) {
      flatten(prefix + std::to_string(i), value.items()[i], depth + 1, out);
    }
  } else if (!value.is_null()) {
    out.emplace_back(name, plain(value));
  }
}

std::string with_action(const std::string& pattern, std::string_view action) {
  constexpr std::string_view mark = "{action}";
  const std::size_t at = pattern.find(mark);
  return at == std::string::npos
             ? pattern
             : pattern.substr(0, at) + percent_encoded(action) + pattern.substr(at + mark.size());
}

int hex_digit(char c) {
  if (c >= '0' && c <= '9') {
    return c - '0';
  }
  const char lower = static_cast<char>(c | 0x20);
  return lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

std::string percent_decoded(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size(); ++i) {
    const bool pair = text[i] == '%' && i + 2 < text.size();
    const int high = pair ? hex_digit(text[i + 1]) : -1;
    const int low = pair ? hex_digit(text[i + 2]) : -1;
    if (high < 0 || low < 0) {
      out += text[i];
    } else {
      out += static_cast<char>(high * 16 + low);
      i += 2;
    }
  }
  return out;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> flat_arguments(const Json& args) {
  Flat out;
  if (args.is_object()) {
    flatten("", args, 0, out);
  }
  return out;
}

std::string plain(const Json& value) {
  if (value.is_text()) {
    return value.text();
  }
  if (value.is_bool()) {
    return value.boolean() ? "1" : "0";
  }
  return value.is_number() ? value.dump() : "";
}

std::string percent_encoded(std::string_view text) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    if (is_letter_or_digit(c) || c == '-' || c == '.' || c == '_' || c == '~') {
      out += c;
    } else {
      const auto byte = static_cast<unsigned char>(c);
      out += {'%', digits[byte >> 4U], digits[byte & 0xFU]};
    }
  }
  return out;
}

std::string post_url(const HtmlOptions& options, std::string_view action) {
  return with_action(options.action_url, action);
}

std::string link_url(const HtmlOptions& options, std::string_view action, const Json& args) {
  std::string url = with_action(options.link_url, action);
  char separator = url.find('?') == std::string::npos ? '?' : '&';
  for (const auto& [name, value] : flat_arguments(args)) {
    url += separator + percent_encoded(name) + "=" + percent_encoded(value);
    separator = '&';
  }
  return url;
}

SplitAddress split_address(const std::string& url) {
  const std::size_t query = url.find('?');
  SplitAddress split{url.substr(0, query), {}};
  for (std::size_t at = query; at != std::string::npos && at < url.size();) {
    const std::size_t end = std::min(url.find('&', at + 1), url.size());
    const std::string_view part = std::string_view(url).substr(at + 1, end - at - 1);
    const std::size_t equals = std::min(part.find('='), part.size());
    split.fields.emplace_back(percent_decoded(part.substr(0, equals)),
                              percent_decoded(part.substr(std::min(equals + 1, part.size()))));
    at = end;
  }
  return split;
}

std::string id_of(std::string_view path) {
  std::string id(path);
  std::replace_if(
      id.begin(), id.end(), [](char c) { return !is_letter_or_digit(c) && c != '_'; }, '-');
  return id;
}

}  // namespace metodica::html
