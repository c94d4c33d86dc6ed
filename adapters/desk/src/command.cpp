#include "command.hpp"

#include <array>
#include <cstdlib>
#include <filesystem>
#include <ostream>

#include "json/json.hpp"

namespace metodica::desk {
namespace {

constexpr std::array all_commands = {
    Command{"serve", "", "", 0, run_serve},
    Command{"call", "", "", 0, run_call},
    Command{"user", "roles", "", 1, run_user},
    Command{"doctor", "", "", 0, run_doctor},
    Command{"verify", "", "", 0, run_verify},
    Command{"import", "format charset notice name", "", 2, run_import},
    Command{"backup", "", "", 1, run_backup},
    Command{"restore", "", "force", 1, run_restore},
    Command{"export", "", "no-papers", 1, run_export},
    Command{"check", "", "*", 0, run_check},
    Command{"setup", "library adapter user port", "", 1, run_setup},
    Command{"sample", "", "", 0, run_sample},
    Command{"sort", "by", "", 0, run_sort},
    Command{"demo", "folder", "", 0, run_demo},
    Command{"sync", "enrol", "recover", 0, run_sync},
    Command{"hub", "", "", 1, run_hub},
};

bool contains_word(std::string_view list, std::string_view word) {
  std::size_t begin = 0;
  while (begin < list.size()) {
    const std::size_t end = std::min(list.find(' ', begin), list.size());
    if (list.substr(begin, end - begin) == word)
      return true;
    begin = end + 1;
  }
  return false;
}

const Command* command_named(std::string_view name) {
  for (const Command& command : all_commands) {
    if (command.name == name)
      return &command;
  }
  return nullptr;
}

// The language is looked for first, so that every other sentence is in it.
std::string language_in(std::span<const std::string> arguments) {
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    if (arguments[i] == "--lang" && i + 1 < arguments.size())
      return arguments[i + 1];
    if (arguments[i].rfind("--lang=", 0) == 0)
      return arguments[i].substr(7);
  }
  return "ro";
}

int show_commands(const Messages& say, std::ostream& to) {
  to << say("desk.help") << "\n\n";
  for (const Command& command : all_commands) {
    const std::string name(command.name);
    to << "  " << name << std::string(name.size() < 10 ? 10 - name.size() : 1, ' ')
       << say("desk.about." + name) << "\n";
  }
  to << "\n" << say("desk.help.more") << "\n";
  return exit_usage;
}

}  // namespace

void Console::show_progress(std::int64_t done, std::int64_t of) const {
  if (!terminal)
    return;
  err << '\r' << done;
  if (of > 0)
    err << " / " << of;
  err << std::flush;
}

void Console::wipe_progress() const {
  if (terminal)
    err << "\r\x1b[K";
}

std::span<const Command> commands() {
  return all_commands;
}

Result<Invocation> read_invocation(const Command& command, std::span<const std::string> arguments) {
  Invocation call{{}, {}, Messages(language_in(arguments))};
  if (command.flags == "*") {  // a command that reads its options itself
    call.words.assign(arguments.begin(), arguments.end());
    if (!arguments.empty() && arguments[0] == "--help")
      call.options["help"] = "";
    return call;
  }
  for (std::size_t i = 0; i < arguments.size(); ++i) {
    const std::string& argument = arguments[i];
    if (argument.rfind("--", 0) != 0) {
      call.words.push_back(argument);
      continue;
    }
    const std::size_t equals = argument.find('=');
    const std::string name = argument.substr(2, equals == std::string::npos ? equals : equals - 2);
    const bool flag = name == "help" || contains_word(command.flags, name);
    const bool valued = name == "config" || name == "lang" || contains_word(command.valued, name);
    if (!flag && !valued)
      return invalid("desk.option_unknown", {{"option", argument}});
    if (flag) {
      call.options[name] = "";
    } else if (equals != std::string::npos) {
      call.options[name] = argument.substr(equals + 1);
    } else if (i + 1 < arguments.size()) {
      call.options[name] = arguments[++i];
    } else {
      return invalid("desk.option_value", {{"option", argument}});
    }
  }
  return call;
}

int run_program(std::span<const std::string> arguments, Console& console) {
  const Messages say(language_in(arguments));
  if (arguments.empty())
    return show_commands(say, console.err);
  if (arguments[0] == "--version") {
    console.out << "Metodica " METODICA_VERSION "\n";
    return exit_fine;
  }
  if (arguments[0] == "--help" || arguments[0] == "help") {
    show_commands(say, console.out);
    return exit_fine;
  }
  const Command* command = command_named(arguments[0]);
  if (command == nullptr) {
    console.err << say("desk.command_unknown", {{"command", arguments[0]}}) << "\n\n";
    return show_commands(say, console.err);
  }
  const auto call = read_invocation(*command, arguments.subspan(1));
  const std::string help = say("desk.help." + std::string(command->name));
  if (!call) {
    console.err << say.of(call.error()) << "\n\n" << help << "\n";
    return exit_usage;
  }
  if (call->has("help")) {
    console.out << help << "\n";
    return exit_fine;
  }
  if (call->words.size() < command->least_words) {
    console.err << help << "\n";
    return exit_usage;
  }
  return command->run(*call, console);
}

Result<std::string> config_file(const Invocation& call) {
  std::string file = call.option("config");
  if (const char* named = std::getenv("METODICA_CONFIG"); file.empty() && named != nullptr) {
    file = named;
  }
  if (file.empty())
    return invalid("desk.no_config");
  return std::filesystem::absolute(file).lexically_normal().string();
}

int report(const Problem& problem, const Invocation& call, Console& console) {
  // Problems of the door arrive as a whole JSON object, already worded.
  if (const auto worded = Json::parse(problem.text); worded && worded->is_object()) {
    console.err << (*worded)["text"].text() << "\n";
    if (const std::string& hint = (*worded)["hint"].text(); !hint.empty())
      console.err << hint << "\n";
    return exit_problem;
  }
  console.err << call.say.of(problem) << "\n";
  if (const std::string hint = call.say.hint(problem); !hint.empty())
    console.err << hint << "\n";
  return exit_problem;
}

}  // namespace metodica::desk
