#include "conformance/conformance.hpp"

#include <filesystem>
#include <iterator>
#include <ostream>
#include <utility>

#include "conformance/adapter_checks.hpp"
#include "conformance/host_checks.hpp"
#include "conformance/runner.hpp"
#include "text/messages.hpp"

namespace metodica::conformance {
namespace {

std::vector<Check> all_adapter_checks(const Options& options) {
  std::vector<Check> all;
  for (auto* part : {life_checks, table_checks, input_checks, answer_checks}) {
    std::vector<Check> checks = part(options);
    std::move(checks.begin(), checks.end(), std::back_inserter(all));
  }
  return all;
}

/// Reads the arguments behind "check"; false when they make no sense.
class Arguments {
 public:
  explicit Arguments(std::span<const std::string> words) : words_(words) {}

  bool read(Options& options, std::string& kind) {
    while (at_ < words_.size()) {
      const std::string& word = words_[at_++];
      if (!word.starts_with("--")) {
        if (!positional(word, options, kind)) {
          return false;
        }
      } else if (!flag(word, options) && !value(word, options)) {
        return false;
      }
    }
    return (kind == "adapter" || kind == "host") && (options.list || !options.target.empty());
  }

 private:
  static bool positional(const std::string& word, Options& options, std::string& kind) {
    if (kind.empty()) {
      kind = word;
    } else if (options.target.empty()) {
      options.target = word;
    } else {
      return false;
    }
    return true;
  }

  static bool flag(const std::string& word, Options& options) {
    for (const auto& [name, member] :
         {std::pair<const char*, bool Options::*>{"--list", &Options::list},
          {"--in-process", &Options::in_process},
          {"--json", &Options::json},
          {"--writes", &Options::writes}}) {
      if (word == name) {
        options.*member = true;
        return true;
      }
    }
    return false;
  }

  bool value(const std::string& word, Options& options) {
    if (at_ == words_.size()) {
      return false;
    }
    const std::string& given = words_[at_++];
    if (word == "--only") {
      options.only.push_back(given);
    } else if (word == "--settings") {
      options.settings_json = given;
    } else if (word == "--library") {
      options.library = given;
    } else if (word == "--lang") {
      options.lang = given;
    } else if (word == "--seed" || word == "--limit") {
      return number(word, given, options);
    } else {
      return false;
    }
    return true;
  }

  static bool number(const std::string& word, const std::string& given, Options& options) {
    if (given.empty() || given.size() > 6 ||
        given.find_first_not_of("0123456789") != std::string::npos) {
      return false;
    }
    if (word == "--seed") {
      options.seed = static_cast<std::uint32_t>(std::stoul(given));
    } else {
      options.limit = std::chrono::seconds(std::stol(given));
    }
    return true;
  }

  std::span<const std::string> words_;
  std::size_t at_ = 0;
};

}  // namespace

int run_adapter_checks(const Options& options, std::ostream& out) {
  return run_checks(all_adapter_checks(options), options, out);
}

int run_host_checks(const Options& options, std::ostream& out) {
  return run_checks(host_checks(options), options, out);
}

int check_command(std::span<const std::string> arguments, std::ostream& out) {
  Options options;
  std::string kind;
  if (!Arguments(arguments).read(options, kind)) {
    out << Messages(options.lang)("kit.usage") << '\n';
    return 2;
  }
  if (kind == "host") {
    return run_host_checks(options, out);
  }
  if (!options.target.empty()) {
    options.target = std::filesystem::absolute(options.target).string();
  }
  return run_adapter_checks(options, out);
}

}  // namespace metodica::conformance
