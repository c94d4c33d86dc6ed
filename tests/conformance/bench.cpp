#include "conformance/bench.hpp"

#include <unistd.h>

#include <chrono>
#include <utility>

#include "conformance/trace.hpp"
#include "metodica/problem.hpp"

namespace metodica::conformance {
namespace {

CoreTable::Offers offers(std::string& fault) {
  return {[&fault](std::int32_t level, std::string_view event) {
            if (level == METODICA_LOG_ADAPTER_FAULT) {
              fault = event;
            }
          },
          {},
          [](const CallContext& /*context*/, const Json& /*change*/) { return Result<void>(); }};
}

bool may_be_the_host(metodica_status status) {
  return status == METODICA_UNREACHABLE || status == METODICA_BUSY || status == METODICA_DENIED;
}

/// Tells this run from earlier ones on the same host.
std::string new_run() {
  return std::to_string(std::chrono::system_clock::now().time_since_epoch().count());
}

Finding judged(Bench& bench, const Body& body) {
  const auto found = body(bench);
  if (!found && bench.host_silent()) {
    return Finding::skip(found.error());
  }
  return found ? *found : Finding::fail(found.error());
}

}  // namespace

Bench::Bench(const Options& options) : options_(options), core_(offers(fault_)) {}

Result<const AdapterLibrary*> Bench::library() {
  if (!library_) {
    METODICA_TRY(library_, AdapterLibrary::load(options_.target));
  }
  return &*library_;
}

Result<LoadedAdapter*> Bench::made() {
  if (!adapter_) {
    METODICA_TRY(const AdapterLibrary* from, library());
    METODICA_TRY(adapter_, from->create(core_.table(), options_.settings_json));
  }
  return adapter_.get();
}

Result<LoadedAdapter*> Bench::started() {
  METODICA_TRY(LoadedAdapter * adapter, made());
  if (!started_) {
    const CoreTable::Inside inside(core_);
    auto done = adapter->start();
    if (!done) {
      host_silent_ = may_be_the_host(done.error().status);
      return Unexpected(std::move(done).error());
    }
    started_ = true;
  }
  return adapter;
}

CallContext Bench::context() const {
  // A key of its own for each call: the same key with another request would be a conflict.
  static const std::string run = new_run();
  static int calls = 0;
  const std::string key =
      "kit-" + run + "-" + std::to_string(getpid()) + "-" + std::to_string(++calls);
  return {options_.library, "", "kit", options_.lang, key, "kit"};
}

Result<Json> Bench::described() {
  METODICA_TRY(LoadedAdapter * adapter, started());
  const CoreTable::Inside inside(core_);
  return adapter->host().info->describe(context());
}

metodica_status Bench::call(const Operation& operation, std::string_view in, const ProbeSink& out) {
  const CallContext given = context();
  return call(operation, in, out, given.view());
}

metodica_status Bench::call(const Operation& operation, std::string_view in, const ProbeSink& out,
                            const metodica_context& context) {
  const CoreTable::Inside inside(core_);
  const metodica_adapter& table = adapter_->table();
  return function_of(table, operation)(&table, &context, in.data(), in.size(), &out);
}

Result<Finding> Bench::each(const std::function<std::optional<Problem>(const Operation&)>& judge) {
  METODICA_TRY(const LoadedAdapter* adapter, started());
  for (const Operation& operation : operations()) {
    if (function_of(adapter->table(), operation) == nullptr) {
      continue;
    }
    if (auto problem = judge(operation)) {
      problem->arguments.push_back({"operation", operation.full_name()});
      return Finding::fail(*std::move(problem));
    }
  }
  return Finding::pass();
}

Finding run_on_bench(const Options& options, const Body& body) {
  const Trace before = Trace::now();
  Finding finding;
  {
    Bench bench(options);
    finding = judged(bench, body);
    if (finding.verdict != Verdict::passed) {
      return finding;
    }
    if (!bench.fault().empty()) {
      return Finding::fail(kit("core_fault", {{"text", bench.fault()}}));
    }
    if (const auto left = before.difference(false)) {
      return Finding::fail(*left);
    }
  }
  if (const auto left = before.difference(true)) {
    return Finding::fail(*left);
  }
  return finding;
}

}  // namespace metodica::conformance
