// metodica restore: a copy made by backup, put where the configuration says.

#include <filesystem>
#include <fstream>
#include <iterator>
#include <ostream>

#include "command.hpp"
#include "files.hpp"
#include "postgresql_tools.hpp"
#include "settings.hpp"

namespace metodica::desk {
namespace fs = std::filesystem;
namespace {

/// One database of the copy and the file that it becomes.
struct Target {
  fs::path copy;
  fs::path file;
};

Result<Json> checked_manifest(const fs::path& folder) {
  std::ifstream in(folder / manifest_name);
  if (!in) {
    return Unexpected(
        {METODICA_NOT_FOUND, "desk.file_not_read", {{"file", (folder / manifest_name).string()}}});
  }
  METODICA_TRY(Json manifest, Json::parse(std::string{std::istreambuf_iterator<char>(in), {}}));
  const auto differing = differing_files(folder, manifest["files"]);
  if (!differing.empty()) {
    return Unexpected({METODICA_DAMAGED, "desk.copy_differs", {{"file", differing.front()}}});
  }
  return manifest;
}

std::vector<Target> targets(const Settings& settings, const fs::path& folder) {
  std::vector<Target> list;
  std::error_code error;
  const auto add = [&](const char* name, const std::string& file) {
    if (!file.empty() && fs::exists(folder / name, error))
      list.push_back({folder / name, file});
  };
  if (settings.sqlite())
    add("node.db", settings.database);
  add("catalogue.db", settings.catalogue);
  add("desk.db", settings.desk_database());
  return list;
}

void remove_side_files(const fs::path& file) {
  std::error_code error;
  for (const char* end : {"-wal", "-shm", "-journal"})
    fs::remove(file.string() + end, error);
}

// Opened only beside its place: opening changes a file, and a damaged one must not take the place
// of anything.
Result<void> put(const Target& target) {
  const fs::path beside = target.file.string() + ".restoring";
  METODICA_CHECK(copy_file_safely(target.copy, beside));
  METODICA_TRY(const std::string was, file_hash(target.copy));
  METODICA_TRY(const std::string is, file_hash(beside));
  std::vector<std::string> problems;
  {
    METODICA_TRY(const auto database, Database::open({Engine::sqlite, beside.string(), {}, {}}));
    problems = database->integrity();
  }
  remove_side_files(beside);
  std::error_code error;
  if (was != is || !problems.empty()) {
    fs::remove(beside, error);
    return Unexpected({METODICA_DAMAGED, "desk.copy_differs", {{"file", target.copy.string()}}});
  }
  fs::permissions(beside, fs::perms::owner_read | fs::perms::owner_write, error);
  remove_side_files(target.file);
  fs::rename(beside, target.file, error);
  if (error) {
    return Unexpected(
        {METODICA_UNREACHABLE, "desk.file_not_written", {{"file", target.file.string()}}});
  }
  return {};
}

Result<void> put_folder(const fs::path& from, const std::string& to) {
  std::error_code error;
  if (to.empty() || !fs::is_directory(from, error))
    return {};
  for (const auto& entry : fs::recursive_directory_iterator(from, error)) {
    if (!entry.is_regular_file(error))
      continue;
    METODICA_CHECK(
        copy_file_safely(entry.path(), fs::path(to) / entry.path().lexically_relative(from)));
  }
  return {};
}

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  const fs::path folder = fs::absolute(call.words[0]).lexically_normal();
  METODICA_TRY(const Json manifest, checked_manifest(folder));
  if (manifest["engine"].text() != settings.engine ||
      manifest["library"].text() != settings.library) {
    return Unexpected(
        {METODICA_CONFLICT,
         "desk.restore_other",
         {{"library", manifest["library"].text()}, {"engine", manifest["engine"].text()}}});
  }
  const auto list = targets(settings, folder);
  std::error_code error;
  for (const Target& target : list) {
    if (!call.has("force") && fs::exists(target.file, error)) {
      return Unexpected(
          {METODICA_CONFLICT, "desk.restore_exists", {{"file", target.file.string()}}});
    }
  }
  if (!settings.sqlite()) {
    if (!call.has("force"))
      return Unexpected({METODICA_CONFLICT, "desk.restore_postgresql"});
    METODICA_TRY(const DatabasePlace place, settings.place());
    METODICA_CHECK(load_postgresql(place, (folder / "node.sql").string()));
  }
  for (const Target& target : list)
    METODICA_CHECK(put(target));
  METODICA_CHECK(put_folder(folder / "attachments", settings.attachments()));
  METODICA_CHECK(put_folder(folder / "handover", settings.handover));
  console.out << call.say("desk.restore_done", {{"made_at", manifest["made_at"].text()}}) << "\n";
  return {};
}

}  // namespace

int run_restore(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
