#include "modules/acquisition/codes.hpp"

#include <array>
#include <stdexcept>
#include <string>

namespace metodica::acquisition {
namespace {

constexpr std::array price_codes = {"unit_net", "line_net", "unit_value"};
constexpr std::array charge_codes = {"none", "by_value", "by_copy", "kept_out"};
constexpr std::array state_codes = {"draft", "signed", "cancelled"};

/// The enumerations begin at 1, in the order of their codes.
template <class Enum, std::size_t N>
std::string_view code(const std::array<const char*, N>& codes, Enum value) {
  return codes.at(static_cast<std::size_t>(value) - 1);
}

template <class Enum, std::size_t N>
Enum meaning(const std::array<const char*, N>& codes, std::string_view text) {
  for (std::size_t at = 0; at < N; ++at) {
    if (text == codes[at])
      return static_cast<Enum>(at + 1);
  }
  throw std::logic_error("no such code: " + std::string(text));
}

}  // namespace

std::string_view code_of(PriceKind kind) {
  return code(price_codes, kind);
}
std::string_view code_of(Charge charge) {
  return code(charge_codes, charge);
}
std::string_view code_of(ActState state) {
  return code(state_codes, state);
}
PriceKind price_kind_of(std::string_view text) {
  return meaning<PriceKind>(price_codes, text);
}
Charge charge_of(std::string_view text) {
  return meaning<Charge>(charge_codes, text);
}
ActState act_state_of(std::string_view text) {
  return meaning<ActState>(state_codes, text);
}

}  // namespace metodica::acquisition
