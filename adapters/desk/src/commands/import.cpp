// metodica import: files of other systems.

#include <array>
#include <fstream>
#include <ostream>
#include <utility>

#include "commands/import_files.hpp"

namespace metodica::desk {
namespace {

using ImportFunction = Result<bool> (*)(ImportFile&);

constexpr std::array<std::pair<std::string_view, ImportFunction>, 7> kinds = {
    {{"marc", import_marc},
     {"copies", import_copies},
     {"loans", import_loans},
     {"opening", import_opening},
     {"units", import_units},
     {"udc", import_udc},
     {"authors", import_authors}}};

Result<bool> run(ImportFunction import, const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  std::ifstream in(call.word(1), std::ios::binary);
  if (!in)
    return Unexpected({METODICA_NOT_FOUND, "desk.file_not_read", {{"file", call.word(1)}}});
  ImportFile file{call, console, settings, in};
  return import(file);
}

}  // namespace

int run_import(const Invocation& call, Console& console) {
  for (const auto& [name, import] : kinds) {
    if (name != call.word(0))
      continue;
    const auto all = run(import, call, console);
    if (!all)
      return report(all.error(), call, console);
    return *all ? exit_fine : exit_problem;
  }
  console.err << call.say("desk.help.import") << "\n";
  return exit_usage;
}

}  // namespace metodica::desk
