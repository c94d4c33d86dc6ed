// metodica backup: a copy of everything that cannot be made again, read back after it was written.

#include <filesystem>
#include <fstream>
#include <ostream>

#include "command.hpp"
#include "files.hpp"
#include "postgresql_tools.hpp"
#include "settings.hpp"
#include "store/desk_database.hpp"

namespace metodica::desk {
namespace fs = std::filesystem;
namespace {

bool ends_with(std::string_view text, std::string_view end) {
  return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

// Secrets belong into files of their own; a line that holds one anyway is left out of the copy.
Result<void> copy_ini(const std::string& from, const fs::path& to) {
  std::ifstream in(from);
  std::string kept;
  for (std::string line; std::getline(in, line);) {
    std::string key = line.substr(0, line.find('='));
    key.erase(key.find_last_not_of(" \t") + 1);
    const bool secret =
        ends_with(key, "password") || ends_with(key, "secret") || ends_with(key, "token");
    if (!secret)
      kept += line + "\n";
  }
  return write_file(to, kept);
}

Result<void> copy_database(const std::string& path, const fs::path& to) {
  std::error_code error;
  if (path.empty() || !fs::exists(path, error))
    return {};
  METODICA_TRY(const auto database, Database::open({Engine::sqlite, path, {}, {}}));
  return database->copy_to(to.string());
}

Result<void> copy_folder(const std::string& from, const fs::path& to) {
  std::error_code error;
  if (from.empty() || !fs::is_directory(from, error))
    return {};
  for (const auto& entry : fs::recursive_directory_iterator(from, error)) {
    if (!entry.is_regular_file(error))
      continue;
    METODICA_CHECK(copy_file_safely(entry.path(), to / entry.path().lexically_relative(from)));
  }
  return {};
}

Result<void> make_empty_folder(const fs::path& folder) {
  std::error_code error;
  if (fs::exists(folder, error) && !fs::is_empty(folder, error)) {
    return Unexpected({METODICA_CONFLICT, "desk.folder_not_empty", {{"folder", folder.string()}}});
  }
  fs::create_directories(folder, error);
  if (!error)
    fs::permissions(folder, fs::perms::owner_all, error);
  if (error) {
    return Unexpected({METODICA_UNREACHABLE,
                       "desk.folder",
                       {{"folder", folder.string()}, {"reason", error.message()}}});
  }
  return {};
}

Result<void> copy_all(const Settings& settings, const fs::path& folder) {
  if (settings.sqlite()) {
    METODICA_CHECK(copy_database(settings.database, folder / "node.db"));
  } else {
    METODICA_TRY(const DatabasePlace place, settings.place());
    METODICA_CHECK(dump_postgresql(place, (folder / "node.sql").string()));
  }
  METODICA_CHECK(copy_database(settings.catalogue, folder / "catalogue.db"));
  METODICA_CHECK(copy_database(settings.desk_database(), folder / "desk.db"));
  METODICA_CHECK(copy_folder(settings.attachments(), folder / "attachments"));
  METODICA_CHECK(copy_folder(settings.handover, folder / "handover"));
  return copy_ini(settings.file, folder / "metodica.ini");
}

Result<void> run(const Invocation& call, Console& console) {
  METODICA_TRY(const std::string config, config_file(call));
  METODICA_TRY(const Settings settings, Settings::read(config));
  const fs::path folder = fs::absolute(call.words[0]).lexically_normal();
  METODICA_CHECK(make_empty_folder(folder));
  METODICA_CHECK(copy_all(settings, folder));
  METODICA_TRY(Json files, list_files(folder));
  const Json manifest = Json::object({{"program", "Metodica"},
                                      {"version", METODICA_VERSION},
                                      {"library", settings.library},
                                      {"engine", settings.engine},
                                      {"made_at", now_utc()},
                                      {"files", files}});
  METODICA_CHECK(write_file(folder / manifest_name, manifest.dump() + "\n"));
  const auto differing = differing_files(folder, files);
  if (!differing.empty()) {
    return Unexpected({METODICA_DAMAGED, "desk.copy_differs", {{"file", differing.front()}}});
  }
  for (const Json& file : files.items()) {
    console.out << file["sha256"].text() << "  " << file["name"].text() << "\n";
  }
  console.out << call.say("desk.backup_done",
                          {{"count", static_cast<std::int64_t>(files.items().size())},
                           {"folder", folder.string()}})
              << "\n";
  return {};
}

}  // namespace

int run_backup(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
