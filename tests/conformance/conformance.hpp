/// The conformance kit: tries any adapter and any host against the contract of the doors.
/// Each check runs in a child process with a time limit, so that a crash or a hang is a result.
#pragma once

#include <chrono>
#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <vector>

namespace metodica::conformance {

struct Options {
  std::string target;                       ///< adapter file, or the command of a host for /bin/sh
  std::string settings_json = "{}";         ///< of the adapter
  std::string library = "57706";            ///< our code of a library that the host knows
  std::vector<std::string> only;            ///< names, or beginnings of names; empty: all
  bool list = false;                        ///< name the checks, run none
  bool in_process = false;                  ///< for a debugger: no child, no time limit
  bool json = false;                        ///< one JSON object instead of text
  bool writes = false;                      ///< also the checks that change the host's data
  std::string lang = "ro";                  ///< of the sentences
  std::uint32_t seed = 1;                   ///< of the checks that choose at random
  std::chrono::milliseconds limit{10'000};  ///< for one check
};

/// Runs the checks of an adapter file and reports to `out`. Returns 0 when nothing failed, crashed
/// or timed out; 1 otherwise; 2 when no check has such a name.
int run_adapter_checks(const Options& options, std::ostream& out);

/// The same for a host: a command that reads one request per line and writes one reply per line,
/// like `metodica call`.
int run_host_checks(const Options& options, std::ostream& out);

/// The arguments of `metodica check`: adapter FILE | host COMMAND, --list, --only NAME,
/// --in-process, --json, --writes, --lang CODE, --seed N, --limit SECONDS, --settings JSON,
/// --library CODE. Returns as above, 2 also for wrong arguments.
int check_command(std::span<const std::string> arguments, std::ostream& out);

}  // namespace metodica::conformance
