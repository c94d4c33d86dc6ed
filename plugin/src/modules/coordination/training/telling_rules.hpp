/// Who should be told what of a meeting, and the code by which somebody is known at the door.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "modules/coordination/training/gathering_rules.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// Days before a meeting from which its guests are reminded.
inline constexpr std::int64_t reminder_days = 7;

/// Whether guests must hear of a change: day, time, place, room or manner are others.
[[nodiscard]] bool is_moved(const Gathering& before, const Gathering& after);
/// An announced meeting that is at most reminder_days away and not over.
[[nodiscard]] bool is_reminder_due(const Gathering& of, Date today);

/// What is known of one guest's messages.
struct Told {
  std::int64_t person = 0;
  std::string name, place, email;
  std::int64_t changed = 0;  ///< revision of the last change after they registered, 0 = none
  std::int64_t told = 0;     ///< revision of the last change that they were told of
  bool reminded = false;
};
[[nodiscard]] bool must_hear_of_change(const Told& guest);

/// The code of a guest's badge, "G3-12", and back; nothing when the text is no such code.
[[nodiscard]] std::string door_code(std::int64_t gathering, std::int64_t person);
struct DoorCode {
  std::int64_t gathering = 0, person = 0;
};
[[nodiscard]] std::optional<DoorCode> read_door_code(std::string_view text);

}  // namespace metodica::coordination
