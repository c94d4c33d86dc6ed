// metodica call: door 1 for programs. A request on a line, a reply on a line.

#include <istream>
#include <ostream>

#include "command.hpp"
#include "door.hpp"

namespace metodica::desk {
namespace {

// One byte more than the door takes, so that the door itself says that it is too much.
constexpr std::size_t longest_line = METODICA_REQUEST_LIMIT + 1;

/// Reads a line; what is beyond the limit is skipped. False at the end.
bool next_line(std::istream& in, std::string& line) {
  using Traits = std::streambuf::traits_type;
  line.clear();
  std::streambuf* buffer = in.rdbuf();
  int c = buffer->sbumpc();
  if (Traits::eq_int_type(c, Traits::eof()))
    return false;
  for (; !Traits::eq_int_type(c, Traits::eof()) && c != '\n'; c = buffer->sbumpc()) {
    if (line.size() < longest_line)
      line += Traits::to_char_type(c);
  }
  if (!line.empty() && line.back() == '\r')
    line.pop_back();
  return true;
}

/// Does one request; returns true when it was a success.
bool answer(Door& door, const std::string& line, std::ostream& out) {
  Json reply;
  auto request = line.size() < longest_line ? Json::parse(line) : invalid("json.syntax");
  if (request && request->is_object()) {
    if (!request->has("as"))
      request->set("as", operator_caller());
    if (!request->has("key"))
      request->set("key", new_key());
    reply = door.finish(*std::move(request));
  } else {
    reply = door.call_text(line);  // the door words what is wrong with it
  }
  out << reply.dump() << "\n" << std::flush;
  return !is_problem(reply);
}

}  // namespace

int run_call(const Invocation& call, Console& console) {
  const auto config = config_file(call);
  if (!config)
    return report(config.error(), call, console);
  auto door = Door::open(*config);
  if (!door)
    return report(door.error(), call, console);
  bool fine = true;
  if (!call.words.empty()) {
    for (const std::string& request : call.words)
      fine = answer(*door, request, console.out) && fine;
    return fine ? exit_fine : exit_problem;
  }
  std::string line;
  while (next_line(console.in, line)) {
    if (!line.empty())
      fine = answer(*door, line, console.out) && fine;
  }
  return fine ? exit_fine : exit_problem;
}

}  // namespace metodica::desk
