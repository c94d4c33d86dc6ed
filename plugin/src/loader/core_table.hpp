/// What the plugin offers to an adapter: the log, the host's answers, news of changes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <thread>

#include "json/json.hpp"
#include "metodica/adapter.h"
#include "metodica/context.hpp"
#include "metodica/ext/core_ask.h"
#include "metodica/ext/core_changed.h"
#include "metodica/result.hpp"

namespace metodica {

/// Owns the metodica_core of one instance. Adapters keep pointers into it: make it before the
/// adapter, end it after.
class CoreTable {
 public:
  struct Offers {
    /// One line of log: a JSON object. Called from any thread.
    std::function<void(std::int32_t level, std::string_view event_json)> log;
    /// The host's answer to a question; empty when the host answers none.
    std::function<Result<std::string>(const CallContext& context, std::string_view question)> ask;
    /// Something of the host changed (ext/core_changed.h says the shape).
    std::function<Result<void>(const CallContext& context, const Json& change)> changed;
  };

  explicit CoreTable(Offers offers);
  CoreTable(const CoreTable&) = delete;
  CoreTable& operator=(const CoreTable&) = delete;
  ~CoreTable();

  [[nodiscard]] const metodica_core& table() const;

  /// While it lives, the present thread may use the [call] functions: put one around every
  /// metodica_start and metodica_call. Others are refused and logged as an adapter's fault.
  class Inside {
   public:
    explicit Inside(CoreTable& core);
    Inside(const Inside&) = delete;
    Inside& operator=(const Inside&) = delete;
    ~Inside();

   private:
    CoreTable& core_;
    std::thread::id before_;
  };

 private:
  struct Tables;
  std::unique_ptr<Tables> tables_;
};

}  // namespace metodica
