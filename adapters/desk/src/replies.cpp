#include "replies.hpp"

namespace metodica::desk {

bool is_problem(const Json& reply) {
  return reply["kind"].text() == "problem";
}

Result<void> check_reply(const Json& reply) {
  if (!is_problem(reply))
    return {};
  Problem problem(METODICA_INVALID, "");
  problem.text = reply.dump();
  return Unexpected(std::move(problem));
}

}  // namespace metodica::desk
