/// A request and an answer of the web, free of the server's own types, so that the site can be
/// tried without a network.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace metodica::desk {

using Fields = std::vector<std::pair<std::string, std::string>>;

struct UploadedPart {
  std::string field;
  std::string file_name;
  std::string bytes;
};

struct WebRequest {
  std::string method;  ///< "GET", "HEAD" or "POST"
  std::string path;    ///< decoded, without the query: "/do/registers.rmf"
  Fields query;
  Fields form;                      ///< of a POST
  std::vector<UploadedPart> files;  ///< of a POST
  Fields cookies;
  std::string address;  ///< of the browser
  bool secure = false;  ///< it came over TLS
  std::string if_none_match;
};

struct WebAnswer {
  int status = 200;
  std::string type = "text/html; charset=utf-8";
  std::string body;
  Fields headers;  ///< besides those that every answer has
};

/// The value of the last field of that name, "" when there is none.
[[nodiscard]] inline std::string field_of(const Fields& fields, std::string_view name) {
  std::string value;
  for (const auto& [key, text] : fields) {
    if (key == name)
      value = text;
  }
  return value;
}

[[nodiscard]] inline WebAnswer see_other(const std::string& url) {
  WebAnswer answer{303, "text/plain; charset=utf-8", "", {}};
  answer.headers.emplace_back("Location", url);
  return answer;
}

}  // namespace metodica::desk
