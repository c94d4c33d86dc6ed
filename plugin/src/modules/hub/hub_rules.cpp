#include "modules/hub/hub_rules.hpp"

#include <algorithm>

namespace metodica::hub {
namespace {

constexpr std::string_view code_letters = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
constexpr std::size_t code_length = 16;
constexpr std::size_t token_length = 64;
constexpr unsigned bits_a_letter = 5;
constexpr std::uint64_t letter_mask = 31;

}  // namespace

const ChainedTable* chained(std::string_view table) {
  const auto* const found = std::find_if(chained_tables.begin(), chained_tables.end(),
                                         [&](const auto& known) { return known.table == table; });
  return found == chained_tables.end() ? nullptr : found;
}

std::string shown_code(std::uint64_t high, std::uint64_t low) {
  std::string code;
  for (std::size_t i = 0; i < code_length; ++i) {
    std::uint64_t& bits = i < code_length / 2 ? high : low;
    if (i != 0 && i % 4 == 0) {
      code += '-';
    }
    code += code_letters[bits & letter_mask];
    bits >>= bits_a_letter;
  }
  return code;
}

Result<std::string> plain_code(std::string_view typed) {
  std::string code;
  for (const char c : typed) {
    if (c == ' ' || c == '-') {
      continue;
    }
    code += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  }
  if (code.size() != code_length || code.find_first_not_of(code_letters) != std::string::npos) {
    return invalid("hub.code_form", {}, "code");
  }
  return code;
}

Result<void> check_token(std::string_view token) {
  if (token.size() != token_length ||
      token.find_first_not_of("0123456789abcdef") != std::string_view::npos) {
    return invalid("hub.token_form");
  }
  return {};
}

}  // namespace metodica::hub
