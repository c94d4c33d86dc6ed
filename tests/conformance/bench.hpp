/// An adapter under test: loaded, made and started step by step, called directly through its
/// tables.
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "conformance/conformance.hpp"
#include "conformance/finding.hpp"
#include "conformance/operations.hpp"
#include "conformance/probe.hpp"
#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"

namespace metodica::conformance {

class Bench {
 public:
  explicit Bench(const Options& options);

  [[nodiscard]] const Options& options() const { return options_; }
  [[nodiscard]] CoreTable& core() { return core_; }
  /// Broken rules that the adapter's calls of the core brought to light, "" when there are none.
  [[nodiscard]] const std::string& fault() const { return fault_; }
  /// The host did not answer when the adapter was started: checks that need it are skipped.
  [[nodiscard]] bool host_silent() const { return host_silent_; }

  Result<const AdapterLibrary*> library();  ///< loads once
  Result<LoadedAdapter*> made();            ///< makes once
  Result<LoadedAdapter*> started();         ///< starts once

  [[nodiscard]] CallContext context() const;
  Result<Json> described();  ///< info.describe of the started adapter
  /// A call as the plugin makes it. `bytes` need not end with a zero byte.
  metodica_status call(const Operation& operation, std::string_view in, const ProbeSink& out);
  metodica_status call(const Operation& operation, std::string_view in, const ProbeSink& out,
                       const metodica_context& context);
  /// The offered operations of the started adapter; for each, `judge` gives a problem or nothing.
  Result<Finding> each(const std::function<std::optional<Problem>(const Operation&)>& judge);

 private:
  const Options& options_;
  std::string fault_;
  bool host_silent_ = false;
  CoreTable core_;
  std::optional<AdapterLibrary> library_;
  std::unique_ptr<LoadedAdapter> adapter_;
  bool started_ = false;
};

/// A check's body over a bench.
using Body = std::function<Result<Finding>(Bench&)>;

/// Runs the body and looks for what the adapter left behind, while it lives and after its end.
[[nodiscard]] Finding run_on_bench(const Options& options, const Body& body);

}  // namespace metodica::conformance
