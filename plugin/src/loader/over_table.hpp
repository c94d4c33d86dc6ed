/// What every interface over a C table shares: abilities, calls with one document in, batches.
#pragma once

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "loader/host.hpp"
#include "loader/operation.hpp"
#include "metodica/adapter.h"

namespace metodica {

/// One extension's table, with whom to name when it misbehaves.
template <class Table>
struct Offered {
  const metodica_adapter* adapter = nullptr;
  const Table* table = nullptr;
  std::string adapter_name;
  std::string subject;  ///< "holdings"

  [[nodiscard]] Callee callee(std::string_view operation) const {
    return {adapter, adapter_name, subject + "." + std::string(operation)};
  }

  /// METODICA_HAS for a member that is known by pointer.
  template <class Function>
  [[nodiscard]] bool has(Function Table::*member) const {
    const auto* start = reinterpret_cast<const char*>(table);
    const auto* at = reinterpret_cast<const char*>(&(table->*member));
    return table->size >= static_cast<std::size_t>(at - start) + sizeof(Function) &&
           table->*member != nullptr;
  }
};

/// What every interface over a table shares: the abilities, and calls with one document in.
template <class Interface, class Table>
class Over : public Interface {
 public:
  explicit Over(Offered<Table> offered) : offered_(std::move(offered)) {}

  Result<Abilities> abilities() override {
    if (!abilities_) {
      if (!offered_.has(&Table::abilities)) {
        return missing("abilities");
      }
      METODICA_TRY(const Json document,
                   ask_document(offered_.callee("abilities"), [this](const metodica_sink* out) {
                     return offered_.table->abilities(offered_.adapter, out);
                   }));
      METODICA_TRY(abilities_, Abilities::from(document));
    }
    return *abilities_;
  }

 protected:
  using Member = metodica_operation Table::*;

  Result<Json> document(Member member, const char* name, const CallContext& context,
                        const Json& in) const {
    METODICA_TRY(const Ask ask, bound(member, name, context, in));
    return ask_document(offered_.callee(name), ask);
  }

  Result<std::vector<Json>> listed(Member member, const char* name, const CallContext& context,
                                   const Json& in, std::optional<std::size_t> expected = {}) const {
    METODICA_TRY(const Ask ask, bound(member, name, context, in));
    return ask_list(offered_.callee(name), ask, expected);
  }

  Result<void> lines(Member member, const char* name, const CallContext& context, const Json& in,
                     const EachJson& each) const {
    METODICA_TRY(const Ask ask, bound(member, name, context, in));
    return ask_lines(offered_.callee(name), ask, each);
  }

  /// One answer per item of a list, cut into the adapter's batches. `more` is sent with each part.
  Result<std::vector<Json>> batches(Member member, const char* name, const CallContext& context,
                                    const char* list_name, const Json::Array& items,
                                    const Json& more = {}) {
    METODICA_TRY(const std::size_t batch, batch_of(name, items.size()));
    std::vector<Json> all;
    for (std::size_t from = 0; from < items.size(); from += batch) {
      const Json::Array part = slice(items, from, batch);
      METODICA_TRY(std::vector<Json> answers,
                   listed(member, name, context, request(list_name, part, more), part.size()));
      std::move(answers.begin(), answers.end(), std::back_inserter(all));
    }
    return all;
  }

  /// A write in batches. Once a part is done its outcomes are never lost: the items of a part that
  /// fails later are reported as failed, one by one.
  Result<std::vector<WriteOutcome>> writes(Member member, const char* name,
                                           const CallContext& context, const Json::Array& items) {
    if (context.key.empty()) {
      return invalid("loader.no_key", {{"operation", offered_.callee(name).operation}});
    }
    METODICA_TRY(const std::size_t batch, batch_of(name, items.size()));
    std::vector<WriteOutcome> all;
    for (std::size_t from = 0; from < items.size(); from += batch) {
      const Json::Array part = slice(items, from, batch);
      CallContext with_key = context;
      if (from > 0) {
        with_key.key += "/" + std::to_string(from);
      }
      auto outcomes = written(member, name, with_key, part);
      if (!outcomes && from == 0) {
        return outcomes;
      }
      if (!outcomes) {
        all.resize(items.size(), lost(outcomes.error()));
        return all;
      }
      std::move(outcomes->begin(), outcomes->end(), std::back_inserter(all));
    }
    return all;
  }

  /// A call with other arguments than one document (draw).
  [[nodiscard]] const Offered<Table>& offered() const { return offered_; }

  [[nodiscard]] Unexpected missing(const char* name) const {
    const Callee callee = offered_.callee(name);
    return Unexpected(Problem(METODICA_UNSUPPORTED, "loader.operation_missing",
                              {{"name", callee.name}, {"operation", callee.operation}}));
  }

 private:
  Result<Ask> bound(Member member, const char* name, const CallContext& context,
                    const Json& in) const {
    if (!offered_.has(member)) {
      return missing(name);
    }
    return Ask([adapter = offered_.adapter, function = offered_.table->*member, context,
                text = in.dump()](const metodica_sink* out) {
      const metodica_context view = context.view();
      return function(adapter, &view, text.data(), text.size(), out);
    });
  }

  Result<std::size_t> batch_of(const char* name, std::size_t count) {
    METODICA_TRY(const Abilities known, abilities());
    const Ability* ability = known.find(name);
    if (ability == nullptr || ability->batch == 0) {
      return std::max<std::size_t>(count, 1);
    }
    return static_cast<std::size_t>(ability->batch);
  }

  static Json::Array slice(const Json::Array& items, std::size_t from, std::size_t count) {
    const auto begin = items.begin() + static_cast<std::ptrdiff_t>(from);
    return {begin, begin + static_cast<std::ptrdiff_t>(std::min(count, items.size() - from))};
  }

  static Json request(const char* list_name, const Json::Array& part, const Json& more) {
    Json in = more;
    in.set(list_name, part);
    return in;
  }

  Result<std::vector<WriteOutcome>> written(Member member, const char* name,
                                            const CallContext& context,
                                            const Json::Array& part) const {
    METODICA_TRY(const std::vector<Json> answers,
                 listed(member, name, context, request("items", part, {}), part.size()));
    std::vector<WriteOutcome> outcomes;
    for (const Json& answer : answers) {
      METODICA_TRY(WriteOutcome outcome, WriteOutcome::from(answer));
      outcomes.push_back(std::move(outcome));
    }
    return outcomes;
  }

  static WriteOutcome lost(const Problem& why) {
    WriteOutcome outcome;
    outcome.retry = why.status == METODICA_BUSY || why.status == METODICA_UNREACHABLE;
    outcome.code = why.message;
    return outcome;
  }

  Offered<Table> offered_;
  std::optional<Abilities> abilities_;
};

}  // namespace metodica
