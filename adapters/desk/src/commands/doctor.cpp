// metodica doctor: a dry run in sentences, the first thing that support asks for. Touches nothing:
// the plugin is started on a copy.

#include <sys/stat.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>
#include <ostream>

#include "adapter_session.hpp"
#include "command.hpp"
#include "door.hpp"
#include "files.hpp"
#include "secrets.hpp"
#include "web/server.hpp"

namespace metodica::desk {
namespace fs = std::filesystem;
namespace {

constexpr std::uintmax_t least_free_mib = 500;

/// A folder that is gone when this object is.
class ScratchFolder {
 public:
  ScratchFolder() : path_(fs::temp_directory_path() / ("metodica-doctor-" + random_hex(8))) {
    fs::create_directory(path_);
    fs::permissions(path_, fs::perms::owner_all);
  }
  ~ScratchFolder() {
    std::error_code error;
    fs::remove_all(path_, error);
  }
  ScratchFolder(const ScratchFolder&) = delete;
  ScratchFolder& operator=(const ScratchFolder&) = delete;
  [[nodiscard]] const fs::path& path() const { return path_; }

 private:
  fs::path path_;
};

class Doctor {
 public:
  Doctor(const Invocation& call, Console& console) : call_(call), console_(console) {}

  bool examine() {
    const auto config = config_file(call_);
    if (!config)
      return bad(config.error());
    const auto settings = Settings::read(*config);
    if (!settings)
      return bad(settings.error());
    good("desk.doctor.config", {{"file", *config}});
    good("desk.doctor.library", {{"library", settings->library}, {"zone", settings->zone}});
    files(*settings);
    clock(*settings);
    parts();
    if (const auto listening = check_listening(*settings); !listening)
      bad(listening.error());
    adapter(*settings);
    database(*settings);
    say("", fine_ ? "desk.doctor.usable" : "desk.doctor.not_usable", {});
    return fine_;
  }

 private:
  void say(const std::string& mark, const std::string& id,
           const std::vector<MessageArgument>& arguments) {
    console_.out << mark << call_.say(id, arguments) << "\n";
  }
  void good(const std::string& id, const std::vector<MessageArgument>& arguments) {
    say("[+] ", id, arguments);
  }
  void note(const std::string& id, const std::vector<MessageArgument>& arguments) {
    say("[i] ", id, arguments);
  }
  bool bad(const Problem& problem) {
    fine_ = false;
    const auto worded = Json::parse(problem.text);
    const bool object = worded && worded->is_object();
    console_.out << "[-] " << (object ? (*worded)["text"].text() : call_.say.of(problem)) << "\n";
    const std::string hint = object ? (*worded)["hint"].text() : call_.say.hint(problem);
    if (!hint.empty())
      console_.out << "    " << hint << "\n";
    return false;
  }

  void files(const Settings& settings) {
    struct stat about = {};
    if (::stat(settings.file.c_str(), &about) == 0 && (about.st_mode & S_IWOTH) != 0) {
      bad({METODICA_DENIED, "desk.doctor.open_to_all", {{"file", settings.file}}});
    }
    if (::access(settings.data.c_str(), W_OK | X_OK) != 0) {
      bad({METODICA_DENIED, "desk.doctor.folder_closed", {{"folder", settings.data}}});
    } else {
      good("desk.doctor.folder", {{"folder", settings.data}});
    }
    std::error_code error;
    const fs::space_info space = fs::space(settings.data, error);
    if (error)
      return;
    const std::uintmax_t free_mib = space.available / (1024 * 1024);
    const std::vector<MessageArgument> amount = {{"mib", static_cast<std::int64_t>(free_mib)}};
    if (free_mib < least_free_mib) {
      bad({METODICA_UNREACHABLE, "desk.doctor.disk_low", amount});
    } else {
      good("desk.doctor.disk", amount);
    }
  }

  void clock(const Settings& settings) {
    std::error_code error;
    if (!fs::exists("/usr/share/zoneinfo/" + settings.zone, error)) {
      bad({METODICA_INVALID, "desk.doctor.no_zone", {{"zone", settings.zone}}});
    }
    constexpr std::int64_t built_after = 1'767'225'600;  // 1 January 2026: an older clock is wrong
    if (now_seconds() < built_after)
      bad({METODICA_INVALID, "desk.doctor.clock", {{"now", now_utc()}}});
  }

  // Where the plugin looks for its private libraries: beside itself.
  void parts() {
    std::error_code error;
    const fs::path root = fs::read_symlink("/proc/self/exe", error).parent_path().parent_path();
    for (const char* name : {"documents.so", "postgresql.so"}) {
      bool found = false;
      for (const char* folder : {"lib/metodica/parts", "lib/x86_64-linux-gnu/metodica/parts",
                                 "lib/aarch64-linux-gnu/metodica/parts"}) {
        found = found || fs::exists(root / folder / name, error);
      }
      if (!found)
        note("desk.doctor.no_part", {{"name", name}});
    }
  }

  void adapter(const Settings& settings) {
    auto session = AdapterSession::open(settings);
    if (!session) {
      bad(session.error());
      return;
    }
    const auto& entry = (*session)->entry();
    good("desk.doctor.adapter", {{"name", entry.name}, {"version", entry.version}});
    Host& host = (*session)->host();
    ability("titles", host.titles.get());
    ability("titles_write", host.titles_write.get());
    ability("holdings", host.holdings.get());
    ability("holdings_write", host.holdings_write.get());
    ability("loans_list", host.loans_list.get());
    ability("usage", host.usage.get());
    ability("acquisitions", host.acquisitions.get());
    ability("handover", host.handover.get());
    ability("places", host.places.get());
  }

  void ability(const std::string& extension, HostExtension* table) {
    const std::string subject = call_.say("desk.doctor.ext." + extension);
    if (table == nullptr) {
      note("desk.doctor.own_data", {{"subject", subject}});
      return;
    }
    const auto abilities = table->abilities();
    if (!abilities) {
      bad(abilities.error());
      return;
    }
    std::string list;
    for (const auto& operation : abilities->operations()) {
      const Ability& can = *abilities->find(operation);
      list += (list.empty() ? "" : ", ") + operation;
      if (can.hand_over)
        list += " (" + call_.say("desk.doctor.by_hand_over") + ")";
      if (can.person_needed)
        list += " (" + call_.say("desk.doctor.person_needed") + ")";
    }
    good("desk.doctor.ability", {{"subject", subject}, {"list", list}});
  }

  void database(const Settings& settings) {
    if (!settings.sqlite()) {
      const auto place = settings.place();
      if (!place) {
        bad(place.error());
        return;
      }
      const auto open = Database::open(*place);
      if (!open) {
        bad(open.error());
      } else {
        good("desk.doctor.postgresql", {});
      }
      return;
    }
    std::error_code error;
    if (!fs::exists(settings.database, error)) {
      note("desk.doctor.no_database", {{"file", settings.database}});
    }
    const ScratchFolder scratch;
    if (const auto tried = try_on_copy(settings, scratch.path()); !tried) {
      bad(tried.error());
    } else if (fs::exists(settings.database, error)) {
      good("desk.doctor.database", {{"file", settings.database}});
    }
  }

  /// Starts the plugin on copies: says whether the data open, are sound, and not newer than the
  /// program.
  Result<void> try_on_copy(const Settings& settings, const fs::path& folder) {
    std::error_code error;
    if (fs::exists(settings.database, error)) {
      METODICA_TRY(const auto original,
                   Database::open({Engine::sqlite, settings.database, {}, {}}));
      METODICA_CHECK(original->copy_to((folder / "node.db").string()));
    }
    METODICA_CHECK(write_file(folder / "metodica.ini", ini_for_copy(settings.file, folder)));
    METODICA_TRY(Door door, Door::open((folder / "metodica.ini").string()));
    METODICA_CHECK(
        check_reply(door.call(operator_request("app.about", Json::object(), call_.say.lang()))));
    host_checks(door);
    return {};
  }

  /// What the host's own self-test says, in the plugin's words.
  void host_checks(Door& door) {
    const Json reply = door.call(operator_request("app.doctor", Json::object(), call_.say.lang()));
    for (const Json& check : reply["checks"].items()) {
      const std::string& result = check["result"].text();
      const bool failed = result == "failed";
      fine_ = fine_ && !failed;
      console_.out << (failed               ? "[-] "
                       : result == "passed" ? "[+] "
                                            : "[i] ")
                   << check["text"].text() << "\n";
      if (result != "passed" && !check["hint"].text().empty())
        console_.out << "    " << check["hint"].text() << "\n";
    }
  }

  static std::string ini_for_copy(const std::string& file, const fs::path& folder) {
    std::ifstream in(file);
    std::string text;
    std::string section;
    for (std::string line; std::getline(in, line);) {
      if (!line.empty() && line.front() == '[')
        section = line;
      const std::string key = line.substr(0, line.find_first_of(" \t="));
      if (section == "[node]" && key == "path")
        line = "path = " + (folder / "node.db").string();
      if (section == "[adapter.settings]" && key == "catalogue") {
        line = "catalogue = " + (folder / "catalogue.db").string();
      }
      text += line + "\n";
    }
    return text;
  }

  const Invocation& call_;
  Console& console_;
  bool fine_ = true;
};

}  // namespace

int run_doctor(const Invocation& call, Console& console) {
  return Doctor(call, console).examine() ? exit_fine : exit_problem;
}

}  // namespace metodica::desk
