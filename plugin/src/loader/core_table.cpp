#include "loader/core_table.hpp"

#include <atomic>
#include <cstring>
#include <exception>
#include <utility>

#include "json/utf8.hpp"
#include "metodica/problem.hpp"

namespace metodica {

/// The C tables, and what stands behind them; `self` of the core points here.
struct CoreTable::Tables {
  explicit Tables(Offers given) : offers(std::move(given)) {
    core = {sizeof(metodica_core), this, &extension, &log};
  }

  static Tables& of(const metodica_core* core) { return *static_cast<Tables*>(core->self); }

  static const void* extension(const metodica_core* core, const char* id) noexcept {
    if (id != nullptr && std::strcmp(id, METODICA_CORE_ASK) == 0) {
      return &of(core).ask_table;
    }
    if (id != nullptr && std::strcmp(id, METODICA_CORE_CHANGED) == 0) {
      return &of(core).changed_table;
    }
    return nullptr;
  }

  static void log(const metodica_core* core, std::int32_t level, const char* event_json) noexcept {
    const std::string_view event = event_json == nullptr ? "" : event_json;
    const bool known = level >= METODICA_LOG_DEBUG && level <= METODICA_LOG_ADAPTER_FAULT;
    if (event.empty() || event.front() != '{' || !is_well_formed_utf8(event)) {
      of(core).fault(R"({"event":"loader.bad_log_line"})");
    } else {
      of(core).write(known ? level : METODICA_LOG_INFO, event);
    }
  }

  static metodica_status ask(const metodica_core* core, const metodica_context* context,
                             const char* question, std::size_t bytes,
                             const metodica_sink* answer) noexcept {
    Tables& tables = of(core);
    if (!tables.inside("ask") || !is_text(question, bytes) || answer == nullptr) {
      return METODICA_INVALID;
    }
    if (!tables.offers.ask) {
      return METODICA_UNSUPPORTED;
    }
    try {
      const auto text = tables.offers.ask(CallContext::from(context), {question, bytes});
      return text ? answer->write(answer, text->data(), text->size()) : text.error().status;
    } catch (const std::exception& error) {
      return tables.defect(error);
    }
  }

  static metodica_status changed(const metodica_core* core, const metodica_context* context,
                                 const char* change, std::size_t bytes) noexcept {
    Tables& tables = of(core);
    if (!tables.inside("changed") || !is_text(change, bytes)) {
      return METODICA_INVALID;
    }
    try {
      const auto document = Json::parse({change, bytes});
      if (!document || !document->is_object()) {
        return METODICA_INVALID;
      }
      if (!tables.offers.changed) {
        return METODICA_OK;
      }
      const auto done = tables.offers.changed(CallContext::from(context), *document);
      return done ? METODICA_OK : done.error().status;
    } catch (const std::exception& error) {
      return tables.defect(error);
    }
  }

  static bool is_text(const char* text, std::size_t bytes) {
    return text != nullptr && is_well_formed_utf8({text, bytes});
  }

  /// Whether this thread is inside a call; told to the log when it is not.
  bool inside(std::string_view function) noexcept {
    if (caller.load() == std::this_thread::get_id()) {
      return true;
    }
    fault(function == "ask" ? R"({"event":"loader.outside_call","function":"ask"})"
                            : R"({"event":"loader.outside_call","function":"changed"})");
    return false;
  }

  void fault(std::string_view event) noexcept { write(METODICA_LOG_ADAPTER_FAULT, event); }

  void write(std::int32_t level, std::string_view event) noexcept {
    try {
      if (offers.log) {
        offers.log(level, event);
      }
    } catch (const std::exception&) {  // a log that fails must not stop the work
      return;
    }
  }

  metodica_status defect(const std::exception& error) noexcept {
    try {
      std::string event = R"({"event":"loader.core_exception","what":)";
      append_json_text(event, error.what());
      event += '}';
      write(METODICA_LOG_ERROR, event);
    } catch (const std::exception&) {  // no memory for the line
      return METODICA_DEFECT;
    }
    return METODICA_DEFECT;
  }

  Offers offers;
  std::atomic<std::thread::id> caller;
  metodica_core core{};
  metodica_core_ask ask_table{sizeof(metodica_core_ask), &ask};
  metodica_core_changed changed_table{sizeof(metodica_core_changed), &changed};
};

CoreTable::CoreTable(Offers offers) : tables_(std::make_unique<Tables>(std::move(offers))) {}
CoreTable::~CoreTable() = default;

const metodica_core& CoreTable::table() const {
  return tables_->core;
}

CoreTable::Inside::Inside(CoreTable& core)
    : core_(core), before_(core.tables_->caller.exchange(std::this_thread::get_id())) {}

CoreTable::Inside::~Inside() {
  core_.tables_->caller.store(before_);
}

}  // namespace metodica
