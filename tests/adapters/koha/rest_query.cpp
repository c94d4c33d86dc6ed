#include "rest_query.hpp"

#include <algorithm>
#include <string>

#include "koha_data.hpp"

namespace metodica::koha::test {
namespace {

bool same(const Json& value, const Json& wanted) {
  return wanted.is_text() ? collated(value.text()) == collated(wanted.text()) : value == wanted;
}

bool less(const Json& one, const Json& other) {
  return other.is_text() ? one.text() < other.text() : one.integer() < other.integer();
}

bool like(const std::string& text, const std::string& pattern) {
  std::string word;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    if (pattern[at] == '\\' && at + 1 < pattern.size()) {
      word += pattern[++at];
    } else if (pattern[at] != '%') {
      word += pattern[at];
    }
  }
  return collated(text).find(collated(word)) != std::string::npos;
}

bool value_matches(const Json& value, const Json& wanted) {
  if (wanted.is_array()) {
    return std::any_of(wanted.items().begin(), wanted.items().end(),
                       [&](const Json& one) { return value_matches(value, one); });
  }
  if (!wanted.is_object()) {
    return same(value, wanted);
  }
  for (const auto& [name, operand] : wanted.members()) {
    const bool good = name == ">"       ? less(operand, value)
                      : name == ">="    ? !less(value, operand)
                      : name == "-like" ? like(value.text(), operand.text())
                                        : same(value, operand);
    if (!good) {
      return false;
    }
  }
  return true;
}

}  // namespace

bool row_matches(const Json& row, const Json& query) {
  if (query.is_array()) {
    return std::any_of(query.items().begin(), query.items().end(),
                       [&](const Json& one) { return row_matches(row, one); });
  }
  for (const auto& [name, wanted] : query.members()) {
    const bool good = name == "-and"
                          ? std::all_of(wanted.items().begin(), wanted.items().end(),
                                        [&](const Json& one) { return row_matches(row, one); })
                          : value_matches(row[name], wanted);
    if (!good) {
      return false;
    }
  }
  return true;
}

}  // namespace metodica::koha::test
