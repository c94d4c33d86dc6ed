#include "koha/src/site.hpp"

#include <algorithm>
#include <charconv>

namespace metodica::koha {
namespace {

bool starts(std::string_view text, std::string_view prefix) {
  return text.substr(0, prefix.size()) == prefix;
}

std::optional<std::int64_t> positive(std::string_view digits) {
  std::int64_t number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  const bool whole = error == std::errc() && end == digits.data() + digits.size();
  return whole && number > 0 && digits.front() != '0' ? std::optional(number) : std::nullopt;
}

}  // namespace

LibraryName Site::ours(const std::string& koha) const {
  for (const LibraryName& one : libraries) {
    if (one.koha == koha) {
      return one;
    }
  }
  return libraries.empty() ? LibraryName{koha, library, koha} : LibraryName{koha, "", ""};
}

std::optional<std::vector<std::string>> Site::theirs(const std::string& wanted,
                                                     const std::string& branch) const {
  std::vector<std::string> codes;
  if (libraries.empty()) {
    if (wanted != library) {
      return std::nullopt;
    }
    if (!branch.empty()) {
      codes.push_back(branch);
    }
    return codes;
  }
  for (const LibraryName& one : libraries) {
    if (one.library == wanted && (branch.empty() || branch == one.branch)) {
      codes.push_back(one.koha);
    }
  }
  return codes.empty() ? std::nullopt : std::optional(codes);
}

std::optional<std::string> Site::home_of(const std::string& wanted,
                                         const std::string& branch) const {
  const auto codes = theirs(wanted, branch);
  if (!codes || codes->empty()) {
    return std::nullopt;
  }
  for (const std::string& code : *codes) {
    if (libraries.empty() || ours(code).branch == branch) {
      return code;
    }
  }
  return codes->size() == 1 ? std::optional(codes->front()) : std::nullopt;
}

std::string Site::our_place(const std::string& location) const {
  const auto found = places.find(location);
  return found == places.end() ? location : found->second;
}

std::string Site::their_location(const std::string& place) const {
  const auto found = std::find_if(places.begin(), places.end(),
                                  [&](const auto& known) { return known.second == place; });
  return found == places.end() ? place : found->first;
}

std::optional<std::string> Site::stock_number(const std::string& register_code,
                                              std::int64_t number) const {
  if (registers.empty() && !register_code.empty() && number > 0) {
    return register_code + "-" + std::to_string(number);
  }
  for (const auto& [code, prefix] : registers) {
    if (code == register_code && number > 0) {
      return prefix + std::to_string(number);
    }
  }
  return std::nullopt;
}

std::optional<Site::Number> Site::number_of(std::string_view stock_number) const {
  const std::size_t hyphen = stock_number.rfind('-');
  if (registers.empty() && hyphen != std::string_view::npos && hyphen > 0) {
    const auto number = positive(stock_number.substr(hyphen + 1));
    return number ? std::optional(Number{std::string(stock_number.substr(0, hyphen)), *number})
                  : std::nullopt;
  }
  std::optional<Number> found;
  std::size_t longest = 0;
  for (const auto& [code, prefix] : registers) {
    if (!starts(stock_number, prefix) || stock_number.size() == prefix.size() ||
        (found && prefix.size() < longest)) {
      continue;
    }
    if (const auto number = positive(stock_number.substr(prefix.size()))) {
      found = Number{code, *number};
      longest = prefix.size();
    }
  }
  return found;
}

}  // namespace metodica::koha
