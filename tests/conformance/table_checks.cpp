// The tables an adapter offers and what it says about them.
#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>
#include <random>
#include <set>
#include <string>
#include <string_view>

#include "conformance/adapter_checks.hpp"
#include "conformance/bench.hpp"
#include "loader/host_tables.hpp"
#include "metodica/ext/draw.h"

namespace metodica::conformance {
namespace {

Result<Finding> unknown_extension(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.made());
  const metodica_adapter& table = adapter->table();
  for (const char* id :
       {"", "metodica.host.none/1", "metodica.host.info/99", "metodica.host.info"}) {
    if (table.extension(&table, id) != nullptr) {
      return Finding::fail(kit("unknown_extension", {{"text", id}}));
    }
  }
  return Finding::pass();
}

Result<Finding> same_pointer(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.made());
  const metodica_adapter& table = adapter->table();
  for (const char* id : extensions()) {
    const std::string copied = id;  // the same words at another place
    if (table.extension(&table, id) != table.extension(&table, copied.c_str())) {
      return Finding::fail(kit("other_pointer", {{"text", id}}));
    }
  }
  return Finding::pass();
}

std::string subject_of(std::string_view id) {
  const std::size_t dot = id.rfind('.') + 1;
  return std::string(id.substr(dot, id.find('/') - dot));
}

/// The abilities of one extension, by a direct call.
Result<Json> abilities_of(const metodica_adapter& adapter, const char* id) {
  struct Head {
    std::uint32_t size;
    metodica_abilities abilities;
  };
  const auto* table = static_cast<const Head*>(adapter.extension(&adapter, id));
  if (table == nullptr) {
    return Json();
  }
  const ProbeSink out;
  if (table->abilities == nullptr || table->abilities(&adapter, &out) != METODICA_OK) {
    return Unexpected(kit("abilities", {{"text", id}}));
  }
  auto document = Json::parse(out.text());
  if (!document || !(*document)["operations"].is_object()) {
    return Unexpected(kit("abilities", {{"text", id}}));
  }
  return document;
}

bool is_flag(std::string_view name) {
  constexpr std::array<std::string_view, 7> flags = {
      "read", "write", "atomic", "version-checked", "read-back", "hand-over", "person-needed"};
  return std::find(flags.begin(), flags.end(), name) != flags.end();
}

std::optional<Problem> ability_fault(const char* id, const Json& operations) {
  for (const auto& [operation, flags] : operations.members()) {
    for (const auto& [name, value] : flags.members()) {
      const bool number = name == "batch" || name == "rate";
      const bool good = number ? value.integer() > 0 : is_flag(name) && value.is_bool();
      if (!good) {
        return kit("ability_flag",
                   {{"operation", subject_of(id) + "." + operation}, {"text", name}});
      }
    }
  }
  return {};
}

Result<Finding> abilities_shape(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.made());
  for (const char* id : extensions()) {
    METODICA_TRY(const Json document, abilities_of(adapter->table(), id));
    if (auto fault = ability_fault(id, document["operations"])) {
      return Finding::fail(*std::move(fault));
    }
  }
  return Finding::pass();
}

/// What is said must be there, and what is there must be said.
Result<Finding> abilities_true(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.made());
  for (const Operation& operation : operations()) {
    METODICA_TRY(const Json document, abilities_of(adapter->table(), operation.extension));
    const Json& said = document["operations"][operation.name];
    if (said.is_object() && function_of(adapter->table(), operation) == nullptr) {
      return Finding::fail(kit("ability_missing", {{"operation", operation.full_name()}}));
    }
    if (said.is_object() && operation.writes && said["read"].boolean() &&
        !said["write"].boolean() && !said["hand-over"].boolean()) {
      return Finding::fail(kit("ability_kind", {{"operation", operation.full_name()}}));
    }
  }
  return Finding::pass();
}

Result<Finding> abilities_known(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.made());
  std::set<std::string> known = {"draw.draw", "handover.give", "loans-list.replace"};
  for (const Operation& operation : operations()) {
    known.insert(operation.full_name());
  }
  for (const char* id : extensions()) {
    METODICA_TRY(const Json document, abilities_of(adapter->table(), id));
    for (const auto& [name, flags] : document["operations"].members()) {
      const std::string full = subject_of(id) + "." + name;
      if (!known.contains(full)) {
        return Finding::warn(kit("ability_unknown", {{"operation", full}}));
      }
    }
  }
  return Finding::pass();
}

/// The adapter seen through a screen that hides some of its extensions.
struct Hiding : metodica_adapter {
  Hiding(const metodica_adapter& whole, std::set<std::string> hidden)
      : metodica_adapter(whole), whole_table(&whole), hidden_ids(std::move(hidden)) {
    extension = [](const metodica_adapter* table, const char* id) -> const void* {
      const auto* me = static_cast<const Hiding*>(table);
      return me->hidden_ids.contains(id) ? nullptr
                                         : me->whole_table->extension(me->whole_table, id);
    };
  }

  const metodica_adapter* whole_table;
  std::set<std::string> hidden_ids;
};

/// Optional really is optional: with any choice of extensions gone, the rest still binds and the
/// required one still answers.
Result<Finding> hidden(Bench& bench) {
  METODICA_TRY(const LoadedAdapter* adapter, bench.started());
  std::mt19937 random(bench.options().seed);
  for (int round = 0; round < 30; ++round) {
    std::set<std::string> gone;
    for (const char* id : extensions().subspan(1)) {
      if (random() % 2 == 0) {
        gone.insert(id);
      }
    }
    const Hiding view(adapter->table(), gone);
    METODICA_TRY(const Host host, bind_host(view, adapter->name()));
    if ((gone.contains("metodica.host.holdings/1") && host.holdings) ||
        (gone.contains("metodica.host.titles/1") && host.titles)) {
      return Finding::fail(kit("not_hidden"));
    }
  }
  METODICA_CHECK(bench.described());
  return Finding::pass();
}

}  // namespace

std::vector<Check> table_checks(const Options& options) {
  const auto on_bench = [&options](const char* name, Result<Finding> (*body)(Bench&)) {
    return Check{name, [&options, body] { return run_on_bench(options, body); }};
  };
  return {on_bench("extension.unknown", unknown_extension),
          on_bench("extension.same_pointer", same_pointer),
          on_bench("extension.hidden", hidden),
          on_bench("abilities.shape", abilities_shape),
          on_bench("abilities.true", abilities_true),
          on_bench("abilities.known", abilities_known)};
}

}  // namespace metodica::conformance
