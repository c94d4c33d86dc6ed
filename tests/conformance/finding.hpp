/// What one check found.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "metodica/result.hpp"

namespace metodica::conformance {

enum class Verdict { passed = 1, warned, skipped, failed, crashed, timed_out };

/// "passed", "timed_out" ...: for JSON, and with "kit." before it as message id.
[[nodiscard]] std::string_view name_of(Verdict verdict);
[[nodiscard]] Verdict verdict_of(std::string_view name);
[[nodiscard]] bool is_bad(Verdict verdict);

struct Finding {
  Verdict verdict = Verdict::passed;
  Problem why;  ///< of all but passed

  static Finding pass() { return {}; }
  static Finding warn(Problem why) { return {Verdict::warned, std::move(why)}; }
  static Finding skip(Problem why) { return {Verdict::skipped, std::move(why)}; }
  static Finding fail(Problem why) { return {Verdict::failed, std::move(why)}; }
};

/// A problem of the kit: message "kit.<id>". Texts among the arguments may be anything that a guest
/// has said; bytes that are no UTF-8 are shown as "?".
[[nodiscard]] Problem kit(const std::string& id, std::vector<MessageArgument> arguments = {});

}  // namespace metodica::conformance
