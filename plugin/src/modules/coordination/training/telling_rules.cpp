#include "modules/coordination/training/telling_rules.hpp"

#include <charconv>

namespace metodica::coordination {

bool is_moved(const Gathering& before, const Gathering& after) {
  return before.day != after.day || before.starts != after.starts || before.ends != after.ends ||
         before.mode != after.mode || before.place != after.place || before.link != after.link ||
         before.passcode != after.passcode;
}

bool is_reminder_due(const Gathering& of, Date today) {
  const std::int64_t days = of.day.days_since_epoch() - today.days_since_epoch();
  return of.state == "announced" && days >= 0 && days <= reminder_days;
}

bool must_hear_of_change(const Told& guest) {
  return guest.changed > guest.told;
}

std::string door_code(std::int64_t gathering, std::int64_t person) {
  return "G" + std::to_string(gathering) + "-" + std::to_string(person);
}

std::optional<DoorCode> read_door_code(std::string_view text) {
  DoorCode code;
  const char* const end = text.data() + text.size();
  if (text.empty() || (text.front() != 'G' && text.front() != 'g'))
    return {};
  const auto first = std::from_chars(text.data() + 1, end, code.gathering);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != '-')
    return {};
  const auto second = std::from_chars(first.ptr + 1, end, code.person);
  if (second.ec != std::errc() || second.ptr != end || code.gathering <= 0 || code.person <= 0)
    return {};
  return code;
}

}  // namespace metodica::coordination
