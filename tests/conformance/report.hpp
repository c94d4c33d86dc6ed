/// How the kit tells what it found: lines of text, or one JSON object.
#pragma once

#include <chrono>
#include <iosfwd>
#include <map>
#include <vector>

#include "conformance/finding.hpp"
#include "conformance/runner.hpp"
#include "json/json.hpp"
#include "text/messages.hpp"

namespace metodica::conformance {

class Report {
 public:
  Report(const Options& options, std::ostream& out);

  void nothing_chosen();
  void list(const std::vector<Check>& checks);
  void add(const Check& check, const Finding& finding, std::chrono::milliseconds took);
  /// The sums. Returns 0 when nothing was bad, else 1.
  int finish();

 private:
  const Options& options_;
  std::ostream& out_;
  Messages say_;
  std::map<Verdict, std::int64_t> counts_;
  Json::Array results_;
};

}  // namespace metodica::conformance
