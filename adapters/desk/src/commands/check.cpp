// metodica check: the conformance kit.

#include <ostream>

#include "command.hpp"
#include "conformance/conformance.hpp"

namespace metodica::desk {

int run_check(const Invocation& call, Console& console) {
  return conformance::check_command(call.words, console.out);
}

}  // namespace metodica::desk
