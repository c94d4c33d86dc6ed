#include "conformance/finding.hpp"

#include <algorithm>
#include <array>

#include "json/utf8.hpp"

namespace metodica::conformance {
namespace {

constexpr std::array<std::pair<Verdict, std::string_view>, 6> names = {{
    {Verdict::passed, "passed"},
    {Verdict::warned, "warned"},
    {Verdict::skipped, "skipped"},
    {Verdict::failed, "failed"},
    {Verdict::crashed, "crashed"},
    {Verdict::timed_out, "timed_out"},
}};

}  // namespace

std::string_view name_of(Verdict verdict) {
  for (const auto& [known, name] : names) {
    if (known == verdict) {
      return name;
    }
  }
  return "failed";
}

Verdict verdict_of(std::string_view name) {
  for (const auto& [verdict, known] : names) {
    if (known == name) {
      return verdict;
    }
  }
  return Verdict::failed;
}

Problem kit(const std::string& id, std::vector<MessageArgument> arguments) {
  for (MessageArgument& argument : arguments) {
    auto* text = std::get_if<std::string>(&argument.value);
    if (text != nullptr && !is_well_formed_utf8(*text)) {
      std::replace_if(
          text->begin(), text->end(), [](char c) { return static_cast<unsigned char>(c) > 127; },
          '?');
    }
  }
  return {METODICA_DEFECT, "kit." + id, std::move(arguments)};
}

bool is_bad(Verdict verdict) {
  return verdict == Verdict::failed || verdict == Verdict::crashed || verdict == Verdict::timed_out;
}

}  // namespace metodica::conformance
