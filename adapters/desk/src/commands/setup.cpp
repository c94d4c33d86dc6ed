// metodica setup: an installation of its own in an empty folder - the ini file, the folders, one
// user.

#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <sstream>

#include "command.hpp"
#include "secrets.hpp"
#include "settings.hpp"
#include "store/users.hpp"

namespace metodica::desk {
namespace {

namespace fs = std::filesystem;

/// The adapter that lies beside this program in a build folder or an installation.
std::string standalone_adapter() {
  std::error_code error;
  const fs::path program = fs::read_symlink("/proc/self/exe", error);
  const fs::path root = program.parent_path().parent_path();
  for (const char* folder :
       {"lib/metodica", "lib/x86_64-linux-gnu/metodica", "lib/aarch64-linux-gnu/metodica"}) {
    const fs::path file = root / folder / "libmetodica-standalone.so";
    if (fs::exists(file, error))
      return file.string();
  }
  return (root / "lib/metodica/libmetodica-standalone.so").string();
}

// The adapter takes absolute paths only, so that it does not depend on where a host was started.
std::string ini_text(const Invocation& call, const fs::path& folder) {
  const std::string library = call.option("library", "biblioteca");
  std::ostringstream ini;
  ini << "; " << call.say("desk.ini.head")
      << "\n[node]\nengine = sqlite\npath = node.db\nlang = " << call.say.lang()
      << "\nzone = Europe/Bucharest\nlibrary = " << library
      << "\n\n[adapter]\nlibrary = " << call.option("adapter", standalone_adapter())
      << "\n\n[adapter.settings]\ncatalogue = " << (folder / "catalogue.db").string()
      << "\nhandover = " << (folder / "handover").string() << "\nlibrary = " << library
      << "\n\n[libraries]\n"
      << library << " = " << library
      << "\n\n[desk]\nlisten = 127.0.0.1\nport = " << call.option("port", "8075")
      << "\nworkers = 2\n";
  return ini.str();
}

Result<void> make_folders(const fs::path& folder) {
  for (const char* name : {"", "attachments", "handover"}) {
    std::error_code error;
    fs::create_directories(folder / name, error);
    if (!error)
      fs::permissions(folder / name, fs::perms::owner_all, error);
    if (error) {
      return Unexpected({METODICA_UNREACHABLE,
                         "desk.folder",
                         {{"folder", (folder / name).string()}, {"reason", error.message()}}});
    }
  }
  return {};
}

Result<void> write_ini(const fs::path& file, const std::string& text) {
  std::ofstream out(file);
  out << text;
  out.close();
  if (!out || ::chmod(file.c_str(), S_IRUSR | S_IWUSR) != 0) {
    return Unexpected({METODICA_UNREACHABLE, "desk.file_not_written", {{"file", file.string()}}});
  }
  return {};
}

Result<void> run(const Invocation& call, Console& console) {
  const fs::path folder = fs::absolute(call.words[0]).lexically_normal();
  const fs::path ini = folder / "metodica.ini";
  std::error_code error;
  if (fs::exists(ini, error)) {
    return Unexpected({METODICA_CONFLICT, "desk.setup_before", {{"file", ini.string()}}});
  }
  METODICA_CHECK(make_folders(folder));
  METODICA_CHECK(write_ini(ini, ini_text(call, folder)));
  METODICA_TRY(const auto database, DeskDatabase::open((folder / "desk.db").string()));
  Users users(*database);
  const std::string name = call.option("user", "admin");
  const std::string password = random_password();
  // The first person does everything until others are added; one-person libraries stay so.
  METODICA_TRY(const auto roles, parse_roles("librarian,keeper,manager,accountant,administrator"));
  METODICA_CHECK(users.add({name, roles, call.say.lang()}, password, "setup"));
  console.out << call.say("desk.setup_done", {{"file", ini.string()}}) << "\n"
              << call.say("desk.password_once", {{"name", name}, {"password", password}}) << "\n";
  return {};
}

}  // namespace

int run_setup(const Invocation& call, Console& console) {
  const auto done = run(call, console);
  return done ? exit_fine : report(done.error(), call, console);
}

}  // namespace metodica::desk
