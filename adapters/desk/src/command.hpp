/// Command: one word of the program `metodica`, and one call of it.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "text/messages.hpp"

namespace metodica::desk {

/// Where a command reads and writes: replies and results go to `out`, progress and sentences to
/// `err`.
struct Console {
  std::istream& in;
  std::ostream& out;
  std::ostream& err;
  bool terminal = false;  ///< someone is watching `err`: progress is shown there

  /// Shows how far something long has come, over what was shown before; `of` 0: not known.
  void show_progress(std::int64_t done, std::int64_t of = 0) const;
  /// Wipes it, so that the next sentence begins on a clean line.
  void wipe_progress() const;
};

/// What was typed, taken apart.
struct Invocation {
  std::vector<std::string> words;              ///< behind the command, options left out
  std::map<std::string, std::string> options;  ///< "config" -> "/etc/metodica.ini"; flags have ""
  Messages say;                                ///< in the language of --lang, ro by default

  [[nodiscard]] bool has(const std::string& option) const { return options.count(option) != 0; }
  [[nodiscard]] std::string option(const std::string& name,
                                   const std::string& otherwise = {}) const {
    const auto found = options.find(name);
    return found == options.end() ? otherwise : found->second;
  }
  /// Word number `i` from 0, "" when there are fewer.
  [[nodiscard]] std::string word(std::size_t i) const { return i < words.size() ? words[i] : ""; }
};

/// Exit status of the program.
enum ExitStatus : int {
  exit_fine = 0,
  exit_problem = 1,  ///< tried, and something was not as it should be
  exit_usage = 2,    ///< the call itself was wrong
};

struct Command {
  std::string_view name;
  std::string_view valued;  ///< options that take a value, with spaces between: "format charset"
  std::string_view flags;   ///< options without one; "*": the command reads its options itself
  std::size_t least_words;  ///< fewer words are a wrong call
  int (*run)(const Invocation&, Console&);
};

/// All commands in the order of the help. The text of `--help` is the message "desk.help.<name>".
[[nodiscard]] std::span<const Command> commands();

/// Takes a call apart. --config, --lang and --help belong to every command. Errors:
/// METODICA_INVALID "desk.option_unknown" {option}, "desk.option_value" {option}.
[[nodiscard]] Result<Invocation> read_invocation(const Command& command,
                                                 std::span<const std::string> arguments);

/// Runs the program. `arguments`: without the name of the program.
int run_program(std::span<const std::string> arguments, Console& console);

/// The file of --config or METODICA_CONFIG. Errors: METODICA_INVALID "desk.no_config".
[[nodiscard]] Result<std::string> config_file(const Invocation& call);

/// Writes the sentence of a problem and what to do about it, returns exit_problem.
int report(const Problem& problem, const Invocation& call, Console& console);

// One function per command, each in commands/<name>.cpp.
int run_call(const Invocation& call, Console& console);
int run_serve(const Invocation& call, Console& console);
int run_user(const Invocation& call, Console& console);
int run_doctor(const Invocation& call, Console& console);
int run_verify(const Invocation& call, Console& console);
int run_import(const Invocation& call, Console& console);
int run_sort(const Invocation& call, Console& console);
int run_backup(const Invocation& call, Console& console);
int run_restore(const Invocation& call, Console& console);
int run_export(const Invocation& call, Console& console);
int run_check(const Invocation& call, Console& console);
int run_setup(const Invocation& call, Console& console);
int run_sample(const Invocation& call, Console& console);
int run_demo(const Invocation& call, Console& console);
int run_sync(const Invocation& call, Console& console);
int run_hub(const Invocation& call, Console& console);

}  // namespace metodica::desk
