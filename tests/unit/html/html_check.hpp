/// A strict reader of HTML for the tests: refuses whatever a careful writer would not have written.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace metodica::html_check {

struct Element {
  std::string name;
  std::map<std::string, std::string> attributes;  ///< values with references, as written
  std::string text;                               ///< directly and deeper inside, with references
  [[nodiscard]] std::string attribute(const std::string& key) const {
    const auto found = attributes.find(key);
    return found == attributes.end() ? "" : found->second;
  }
};

struct Page {
  std::string fault;  ///< "" when the page is well formed
  std::vector<Element> elements;
  [[nodiscard]] std::vector<Element> named(std::string_view name) const;
  [[nodiscard]] std::size_t with_id(const std::string& id) const;
};

/// Well formed: known elements, nested properly, attributes quoted, no < > " ' in text or values,
/// and & only in the five references that the writer makes. No style attribute, no handler, no
/// script without src, no javascript: address.
[[nodiscard]] Page read(std::string_view html);

}  // namespace metodica::html_check
