/// Addresses and hidden fields: how an action and its arguments travel through HTML.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "html/html.hpp"

namespace metodica::html {

/// Arguments as flat names and texts: "act/kind", "lines/0/copies"; a list of texts becomes one
/// text with a line each. At most 500 of them, eight levels deep.
[[nodiscard]] std::vector<std::pair<std::string, std::string>> flat_arguments(const Json& args);

/// What a value shows: texts as they are, numbers as digits, true as "1", anything else "".
[[nodiscard]] std::string plain(const Json& value);

/// RFC 3986 percent-encoding of everything but unreserved characters.
[[nodiscard]] std::string percent_encoded(std::string_view text);

/// Where a form that calls `action` is posted.
[[nodiscard]] std::string post_url(const HtmlOptions& options, std::string_view action);

/// The address of a reading action with its arguments in the query.
[[nodiscard]] std::string link_url(const HtmlOptions& options, std::string_view action,
                                   const Json& args = {});

/// An address without its query, and the query as fields. A form that reads sends its own fields as
/// the query, so what stood in the query of its address travels as hidden fields instead.
struct SplitAddress {
  std::string path;
  std::vector<std::pair<std::string, std::string>> fields;  ///< percent-decoded
};
[[nodiscard]] SplitAddress split_address(const std::string& url);

/// An HTML id from a path: "f1-lines-0-copies".
[[nodiscard]] std::string id_of(std::string_view path);

}  // namespace metodica::html
