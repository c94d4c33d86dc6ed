// metodica demo: the whole way of a book without a browser, on a fresh library of its own.

#include <stdlib.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "commands/demo_walk.hpp"
#include "commands/import_files.hpp"

namespace metodica::desk {
namespace {

namespace fs = std::filesystem;

constexpr const char* library_folder = "biblioteca";

Problem folder_problem(const fs::path& folder, const std::string& reason) {
  return {METODICA_UNREACHABLE, "desk.folder", {{"folder", folder.string()}, {"reason", reason}}};
}

/// The folder of --folder, or a new one among the temporary files.
Result<fs::path> papers_folder(const Invocation& call) {
  std::error_code error;
  if (call.has("folder")) {
    const fs::path folder = fs::absolute(call.option("folder")).lexically_normal();
    fs::create_directories(folder, error);
    if (error)
      return Unexpected(folder_problem(folder, error.message()));
    return folder;
  }
  std::string name = (fs::temp_directory_path(error) / "metodica-demo-XXXXXX").string();
  if (error || ::mkdtemp(name.data()) == nullptr)
    return Unexpected(folder_problem(name, std::generic_category().message(errno)));
  return fs::path(name);
}

/// A library as `metodica setup` makes it, with the titles of the sample in its catalogue. What the
/// two commands say is of no interest here unless they fail.
Result<std::string> new_library(const fs::path& folder, const SampleData& data,
                                const Invocation& call, Console& console) {
  std::ostringstream ignored;
  Console quiet{console.in, ignored, console.err};
  const Invocation setup{{(folder / library_folder).string()}, {}, call.say};
  if (run_setup(setup, quiet) != exit_fine)
    return invalid("desk.demo.no_library");
  const std::string config = (folder / library_folder / "metodica.ini").string();
  METODICA_TRY(const Settings settings, Settings::read(config));
  std::ifstream in(data.records(), std::ios::binary);
  std::ostringstream progress;
  Console silent{console.in, ignored, progress};
  ImportFile file{setup, silent, settings, in};
  METODICA_TRY(const bool whole, import_marc(file));
  if (!whole)
    return invalid("desk.sample_records");
  return config;
}

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const fs::path folder, papers_folder(call));
  METODICA_TRY(const SampleData data, SampleData::read());
  METODICA_TRY(const std::string config, new_library(folder, data, call, console));
  METODICA_TRY(const Settings settings, Settings::read(config));
  METODICA_TRY(Door opened, Door::open(config));
  DoorCaller door(std::move(opened), call.say.lang());
  METODICA_TRY(const std::string day, door.today());
  METODICA_TRY(const Date today, Date::parse(day));
  METODICA_TRY(const auto session, AdapterSession::open(settings));
  METODICA_CHECK(session->start());
  console.out << call.say("desk.demo.begin", {{"folder", folder.string()}}) << "\n";
  return DemoWalk(door, *session, data, today, folder, call.say, console.out).run();
}

}  // namespace

int run_demo(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
