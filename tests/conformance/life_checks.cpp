// How an adapter is made, started, stopped, inherited and ended.
#include <sys/wait.h>
#include <unistd.h>

#include <algorithm>
#include <string>
#include <string_view>

#include "conformance/adapter_checks.hpp"
#include "conformance/bench.hpp"
#include "json/json.hpp"
#include "json/utf8.hpp"
#include "metodica/problem.hpp"

namespace metodica::conformance {
namespace {

Result<Finding> loads(Bench& bench) {
  METODICA_CHECK(bench.library());
  return Finding::pass();
}

/// "org.example.koha": words of small letters, digits and hyphens, joined by dots, at least two.
bool is_id(std::string_view id) {
  return id.find('.') != std::string_view::npos && id.front() != '.' && id.back() != '.' &&
         std::all_of(id.begin(), id.end(), [](char c) {
           return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '.' || c == '-';
         });
}

Result<Finding> texts(Bench& bench) {
  METODICA_TRY(const AdapterLibrary* library, bench.library());
  const metodica_adapter_entry& entry = library->entry();
  for (const char* text : {entry.id, entry.name, entry.version, entry.hosts}) {
    if (*text == '\0' || !is_well_formed_utf8(text)) {
      return Finding::fail(kit("entry_text"));
    }
  }
  if (!is_id(entry.id)) {
    return Finding::warn(kit("entry_id", {{"text", entry.id}}));
  }
  return Finding::pass();
}

Result<Finding> made(Bench& bench) {
  METODICA_CHECK(bench.made());
  return Finding::pass();
}

struct Made {
  metodica_status status;
  const metodica_adapter* adapter;
};

Made make_with(const metodica_adapter_entry& entry, const metodica_core& core,
               std::string_view settings, const ProbeSink& problem) {
  const metodica_adapter* adapter = nullptr;
  const metodica_status status =
      entry.create(&core, settings.data(), settings.size(), &problem, &adapter);
  return {status, adapter};
}

/// A create that fails: negative status, nothing made, one problem object.
std::optional<Problem> failure_fault(const Made& made, const std::string& said) {
  if (made.status >= 0) {
    return kit("accepted", {{"operation", "create"}});
  }
  if (made.adapter != nullptr) {
    return kit("made_on_failure");
  }
  const auto problem = Json::parse(said);
  if (!problem || (*problem)["kind"].text() != "problem") {
    return kit("no_problem", {{"operation", "create"}});
  }
  return {};
}

Result<Finding> bad_settings(Bench& bench) {
  METODICA_TRY(const AdapterLibrary* library, bench.library());
  for (const char* settings : {"{", "[]", "{\"library\":}", "\xff"}) {
    const ProbeSink problem;
    const Made made = make_with(library->entry(), bench.core().table(), settings, problem);
    if (auto fault = failure_fault(made, problem.text())) {
      return Finding::fail(*std::move(fault));
    }
  }
  return Finding::pass();
}

Result<Finding> unknown_setting(Bench& bench) {
  METODICA_TRY(const AdapterLibrary* library, bench.library());
  const ProbeSink problem;
  const Made made =
      make_with(library->entry(), bench.core().table(), R"({"kit_unknown_setting":"1"})", problem);
  if (made.status == METODICA_OK && made.adapter != nullptr) {
    made.adapter->destroy(made.adapter);
    return Finding::warn(kit("unknown_setting"));
  }
  if (auto fault = failure_fault(made, problem.text())) {
    return Finding::fail(*std::move(fault));
  }
  return Finding::pass();
}

Result<Finding> refused_problem(Bench& bench) {
  METODICA_TRY(const AdapterLibrary* library, bench.library());
  const ProbeSink deaf(0);
  const Made made = make_with(library->entry(), bench.core().table(), "{", deaf);
  if (made.status >= 0 || made.adapter != nullptr) {
    return Finding::fail(kit("accepted", {{"operation", "create"}}));
  }
  if (deaf.after_refusal() > 0) {
    return Finding::fail(kit("after_refusal", {{"operation", "create"}}));
  }
  return Finding::pass();
}

Result<Finding> twice(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* first, bench.made());
  METODICA_TRY(const AdapterLibrary* library, bench.library());
  METODICA_TRY(const auto second,
               library->create(bench.core().table(), bench.options().settings_json));
  if (&second->table() == &first->table()) {
    return Finding::warn(kit("shared_adapter"));
  }
  return Finding::pass();
}

/// A core of the first minor version has `extension` and `log`; a poorer one has nothing to offer.
Result<Finding> poor_core(Bench& bench) {
  METODICA_TRY(const AdapterLibrary* library, bench.library());
  metodica_core mute = bench.core().table();
  mute.log = nullptr;
  mute.extension = [](const metodica_core*, const char*) -> const void* { return nullptr; };
  const ProbeSink problem;
  const Made made = make_with(library->entry(), mute, bench.options().settings_json, problem);
  if (made.status != METODICA_OK || made.adapter == nullptr) {
    return Finding::fail(kit("needs_core", {{"text", problem.text()}}));
  }
  made.adapter->destroy(made.adapter);
  return Finding::pass();
}

Result<Finding> start_stop(Bench& bench) {
  METODICA_TRY(LoadedAdapter * adapter, bench.started());
  for (int round = 0; round < 3; ++round) {
    adapter->stop();
    const CoreTable::Inside inside(bench.core());
    METODICA_CHECK(adapter->start());
  }
  METODICA_CHECK(bench.described());
  return Finding::pass();
}

Result<Finding> stop_unstarted(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.made());
  const metodica_adapter& table = adapter->table();
  if (table.stop != nullptr) {
    table.stop(&table);
  }
  return Finding::pass();
}

/// Started in the parent, started again in the child, answers there; the parent's still works.
Result<Finding> inherited(Bench& bench) {
  METODICA_TRY(LoadedAdapter * adapter, bench.started());
  const pid_t child = fork();
  if (child == 0) {
    const CoreTable::Inside inside(bench.core());
    const bool good = adapter->start() && adapter->host().info->describe(bench.context());
    _exit(good ? 0 : 1);
  }
  int status = -1;
  if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
    return Finding::fail(kit("inherited"));
  }
  METODICA_CHECK(bench.described());
  return Finding::pass();
}

}  // namespace

std::vector<Check> life_checks(const Options& options) {
  const auto on_bench = [&options](const char* name, Result<Finding> (*body)(Bench&)) {
    return Check{name, [&options, body] { return run_on_bench(options, body); }};
  };
  return {on_bench("entry.loads", loads),
          on_bench("entry.texts", texts),
          on_bench("create.works", made),
          on_bench("create.bad_settings", bad_settings),
          on_bench("create.unknown_setting", unknown_setting),
          on_bench("create.refused_problem", refused_problem),
          on_bench("create.twice", twice),
          on_bench("create.poor_core", poor_core),
          on_bench("life.start_stop", start_stop),
          on_bench("life.stop_unstarted", stop_unstarted),
          on_bench("life.inherited", inherited)};
}

}  // namespace metodica::conformance
