// metodica sort: lines of standard input in the order of the shelf.

#include <array>
#include <istream>
#include <ostream>
#include <utility>
#include <vector>

#include "bibliography/dewey_key.hpp"
#include "bibliography/key_list.hpp"
#include "bibliography/lcc_key.hpp"
#include "bibliography/shelf_mark.hpp"
#include "bibliography/udc_key.hpp"
#include "command.hpp"

namespace metodica::desk {
namespace {

using AppendKey = void (*)(std::string&, std::string_view);

constexpr std::array<std::pair<std::string_view, AppendKey>, 4> orders = {{
    {"udc", append_udc_key},
    {"lcc", append_lcc_key},
    {"ddc", append_dewey_key},
    {"ro", [](std::string& out, std::string_view line) { append_shelf_mark_key(out, line); }},
}};

AppendKey order_named(std::string_view name) {
  for (const auto& [known, append] : orders) {
    if (known == name)
      return append;
  }
  return nullptr;
}

}  // namespace

int run_sort(const Invocation& call, Console& console) {
  const AppendKey append = order_named(call.option("by"));
  if (append == nullptr) {
    console.err << call.say("desk.help.sort") << "\n";
    return exit_usage;
  }
  std::vector<std::string> lines;
  KeyList keys;
  for (std::string line; std::getline(console.in, line);) {
    append(keys.bytes(), line);
    keys.end_key();
    lines.push_back(std::move(line));
  }
  for (const std::uint32_t at : keys.order())
    console.out << lines[at] << "\n";
  console.out.flush();
  return exit_fine;
}

}  // namespace metodica::desk
