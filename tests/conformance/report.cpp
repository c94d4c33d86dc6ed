#include "conformance/report.hpp"

#include <algorithm>
#include <ostream>

#include "text/unicode.hpp"

namespace metodica::conformance {
namespace {

/// Filled with spaces to a width counted in characters.
std::string padded(std::string text, std::size_t width) {
  const std::size_t now = length(text);
  text.append(now < width ? width - now : 1, ' ');
  return text;
}

constexpr std::size_t verdict_width = 12;
constexpr std::size_t name_width = 28;

}  // namespace

Report::Report(const Options& options, std::ostream& out)
    : options_(options), out_(out), say_(options.lang) {}

void Report::nothing_chosen() {
  out_ << say_("kit.nothing_chosen") << '\n';
}

void Report::list(const std::vector<Check>& checks) {
  if (options_.json) {
    Json::Array names;
    for (const Check& check : checks) {
      names.push_back(
          Json::object({{"check", check.name}, {"about", say_("kit.check." + check.name)}}));
    }
    out_ << Json::object({{"checks", names}}).dump() << '\n';
    return;
  }
  for (const Check& check : checks) {
    out_ << padded(check.name, name_width) << say_("kit.check." + check.name) << '\n';
  }
}

void Report::add(const Check& check, const Finding& finding, std::chrono::milliseconds took) {
  ++counts_[finding.verdict];
  const std::string why = finding.verdict == Verdict::passed ? std::string() : say_.of(finding.why);
  if (options_.json) {
    Json result = Json::object({{"check", check.name},
                                {"verdict", name_of(finding.verdict)},
                                {"ms", static_cast<std::int64_t>(took.count())}});
    if (!why.empty()) {
      result.set("why", why);
    }
    results_.push_back(std::move(result));
    return;
  }
  const std::string verdict = say_("kit." + std::string(name_of(finding.verdict)));
  out_ << padded(verdict, verdict_width) << padded(check.name, name_width)
       << (why.empty() ? say_("kit.check." + check.name) : why) << std::endl;
}

int Report::finish() {
  const bool bad = std::any_of(counts_.begin(), counts_.end(), [](const auto& count) {
    return is_bad(count.first) && count.second > 0;
  });
  const auto count = [&](Verdict verdict) { return counts_[verdict]; };
  if (options_.json) {
    Json sums = Json::object();
    for (const Verdict verdict : {Verdict::passed, Verdict::warned, Verdict::skipped,
                                  Verdict::failed, Verdict::crashed, Verdict::timed_out}) {
      sums.set(name_of(verdict), count(verdict));
    }
    out_ << Json::object({{"target", options_.target},
                          {"good", !bad},
                          {"counts", sums},
                          {"results", results_}})
                .dump()
         << '\n';
  } else {
    out_ << say_("kit.sums", {{"passed", count(Verdict::passed)},
                              {"warned", count(Verdict::warned)},
                              {"skipped", count(Verdict::skipped)},
                              {"bad", count(Verdict::failed) + count(Verdict::crashed) +
                                          count(Verdict::timed_out)}})
         << '\n';
  }
  return bad ? 1 : 0;
}

}  // namespace metodica::conformance
