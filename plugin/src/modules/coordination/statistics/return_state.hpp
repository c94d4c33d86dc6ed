/// The states of a statistical return (domain note on coordination, section 5). Pure.
#pragma once

#include <cstdint>
#include <string_view>

namespace metodica::coordination {

/// In the order of its way. The library leads it to `submitted`; from there only the county does.
enum class ReturnState : std::uint8_t {
  empty = 1,  ///< nothing entered
  in_work,    ///< the library enters figures
  submitted,  ///< the library has given it out of hand
  returned,   ///< the county asks for changes, or has reopened it: the library enters again
  accepted,   ///< the county found it good
  locked,     ///< part of the county table, cannot change
  published,
};

/// "empty", "in_work" ...: as stored and as in JSON; the message is "return.state.<name>".
[[nodiscard]] std::string_view name_of(ReturnState state);
/// The state of this name; empty for any other text.
[[nodiscard]] ReturnState return_state_of(std::string_view name);

/// The library may enter figures: empty, in work, returned.
[[nodiscard]] bool may_enter(ReturnState state);
/// The county has found it good: accepted, locked, published.
[[nodiscard]] bool is_accepted(ReturnState state);

}  // namespace metodica::coordination
