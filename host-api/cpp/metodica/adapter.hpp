/// For adapter authors: derive from Adapter, offer extensions (extensions.hpp), export one symbol.
///
///   class KohaAdapter : public metodica::Adapter {
///    public:
///     static Result<std::unique_ptr<KohaAdapter>> make(Core core, std::string_view settings_json);
///     Extension* extension(std::string_view id) override { return offered(id, {&info_}); }
///     ...
///   };
///   extern "C" const metodica_adapter_entry metodica_adapter_v1 = {
///       sizeof(metodica_adapter_entry), METODICA_ABI_MAJOR, METODICA_ABI_MINOR,
///       "org.example.koha", "Koha", "1.0", "Koha 22.11 to 24.05",
///       metodica::Export<KohaAdapter>::create};
///
/// No exception leaves an adapter made this way: each becomes METODICA_DEFECT with a problem.
#pragma once

#include <exception>
#include <initializer_list>
#include <memory>
#include <new>
#include <string>
#include <string_view>
#include <utility>

#include "metodica/adapter.h"
#include "metodica/context.hpp"
#include "metodica/ext/core_ask.h"
#include "metodica/ext/core_changed.h"
#include "metodica/problem.hpp"
#include "metodica/result.hpp"

namespace metodica {

/// Where an answer goes. After a refusal nothing more is passed on, and the operation should return
/// the problem it got: the door then hands back the asker's own status.
class Sink {
 public:
  explicit Sink(const metodica_sink* out) : out_(out) {}

  /// Writes a piece of UTF-8 text. Errors: the asker's status when it wants no more.
  Result<void> write(std::string_view text);
  /// Writes one JSON document and a line feed.
  Result<void> line(std::string_view json);
  /// What the asker returned when it refused, METODICA_OK when it never did.
  [[nodiscard]] metodica_status refusal() const { return refusal_; }

 private:
  const metodica_sink* out_;
  metodica_status refusal_ = METODICA_OK;
};

/// What the plugin offers to the adapter. Copyable; valid until the adapter is destroyed.
class Core {
 public:
  explicit Core(const metodica_core* core) : core_(core) {}

  /// One line of log. `event_json`: a JSON object with at least "event". [any]
  void log(std::int32_t level, const std::string& event_json) const;
  /// Asks the host's own code. Errors: see ext/core_ask.h. [call]
  [[nodiscard]] Result<std::string> ask(const CallContext& context,
                                        std::string_view question) const;
  /// Tells that something of the host changed. Errors: see ext/core_changed.h. [call]
  [[nodiscard]] Result<void> changed(const CallContext& context, std::string_view change) const;

 private:
  [[nodiscard]] const void* extension(const char* id) const;

  const metodica_core* core_;
};

/// One ability of an adapter; the classes to derive from are in extensions.hpp.
class Extension {
 public:
  Extension() = default;
  Extension(const Extension&) = delete;
  Extension& operator=(const Extension&) = delete;
  virtual ~Extension() = default;

  [[nodiscard]] virtual std::string_view id() const = 0;  ///< METODICA_HOST_...
  [[nodiscard]] virtual const void* table() const = 0;    ///< its C table, static
  /// Flags and limits per operation, as the JSON of adapter.h. [any]
  [[nodiscard]] virtual std::string abilities() const = 0;
};

/// The adapter's life. Made by Export<T>::create, which calls T::make.
class Adapter {
 public:
  Adapter() = default;
  Adapter(const Adapter&) = delete;
  Adapter& operator=(const Adapter&) = delete;
  virtual ~Adapter() = default;

  /// Connects, in the process that serves; again after a fork, without stop(). [owner]
  virtual Result<void> start() { return {}; }
  /// Disconnects. [owner]
  virtual void stop() {}
  /// The extension of that name, owned by the adapter, nullptr when it is not offered. [any]
  virtual Extension* extension(std::string_view id) = 0;

 protected:
  /// Picks the extension of that id from the adapter's list.
  static Extension* offered(std::string_view id, std::initializer_list<Extension*> list) {
    for (Extension* extension : list) {
      if (extension->id() == id) {
        return extension;
      }
    }
    return nullptr;
  }
};

inline Result<void> Sink::write(std::string_view text) {
  if (refusal_ == METODICA_OK) {
    refusal_ = out_->write(out_, text.data(), text.size());
  }
  if (refusal_ != METODICA_OK) {
    return Unexpected(Problem(refusal_, "loader.sink_refused"));
  }
  return {};
}

inline Result<void> Sink::line(std::string_view json) {
  METODICA_CHECK(write(json));
  return write("\n");
}

inline const void* Core::extension(const char* id) const {
  return METODICA_HAS(metodica_core, core_, extension) ? core_->extension(core_, id) : nullptr;
}

inline void Core::log(std::int32_t level, const std::string& event_json) const {
  if (METODICA_HAS(metodica_core, core_, log)) {
    core_->log(core_, level, event_json.c_str());
  }
}

namespace detail {

/// A sink that collects into a text.
struct TextSink : metodica_sink {
  TextSink() : metodica_sink{sizeof(metodica_sink), &text, &append} {}
  TextSink(const TextSink&) = delete;
  TextSink& operator=(const TextSink&) = delete;

  static metodica_status append(const metodica_sink* sink, const char* utf8,
                                std::size_t bytes) noexcept {
    try {
      static_cast<std::string*>(sink->self)->append(utf8, bytes);
      return METODICA_OK;
    } catch (...) {
      return METODICA_DEFECT;
    }
  }

  std::string text;
};

}  // namespace detail

inline Result<std::string> Core::ask(const CallContext& context, std::string_view question) const {
  const auto* table = static_cast<const metodica_core_ask*>(extension(METODICA_CORE_ASK));
  if (table == nullptr || !METODICA_HAS(metodica_core_ask, table, ask)) {
    return Unexpected(Problem(METODICA_UNSUPPORTED, "loader.no_answers"));
  }
  const metodica_context view = context.view();
  detail::TextSink answer;
  const metodica_status status =
      table->ask(core_, &view, question.data(), question.size(), &answer);
  if (status != METODICA_OK) {
    return Unexpected(Problem(status, "loader.question_failed"));
  }
  return std::move(answer.text);
}

inline Result<void> Core::changed(const CallContext& context, std::string_view change) const {
  const auto* table = static_cast<const metodica_core_changed*>(extension(METODICA_CORE_CHANGED));
  if (table == nullptr || !METODICA_HAS(metodica_core_changed, table, changed)) {
    return Unexpected(Problem(METODICA_UNSUPPORTED, "loader.no_changes"));
  }
  const metodica_context view = context.view();
  const metodica_status status = table->changed(core_, &view, change.data(), change.size());
  if (status != METODICA_OK) {
    return Unexpected(Problem(status, "loader.change_refused"));
  }
  return {};
}

namespace detail {

/// Runs the body of a C function: writes its problem into the sink, keeps exceptions inside.
template <class Body>
metodica_status guarded(const metodica_sink* out, Body&& body) noexcept {
  Sink sink(out);
  try {
    Problem problem;
    try {
      const Result<void> done = std::forward<Body>(body)(sink);
      if (done) {
        return METODICA_OK;
      }
      problem = done.error();
    } catch (const std::exception& error) {
      problem = Problem(METODICA_DEFECT, "loader.adapter_exception", {{"what", error.what()}});
    }
    if (sink.refusal() != METODICA_OK) {
      return sink.refusal();
    }
    if (!sink.line(problem_json(problem))) {
      return sink.refusal();
    }
    return problem.status < 0 ? problem.status : METODICA_DEFECT;
  } catch (...) {
    return METODICA_DEFECT;
  }
}

/// The C++ object behind a C table.
inline Adapter& adapter_of(const metodica_adapter* table) {
  return *static_cast<Adapter*>(table->self);
}

}  // namespace detail

/// Makes the C side of an adapter class T. T::make(Core, std::string_view settings_json) returns
/// Result<std::unique_ptr<T>>.
template <class T>
class Export {
 public:
  static metodica_status create(const metodica_core* core, const char* settings_json,
                                std::size_t bytes, const metodica_sink* problem,
                                const metodica_adapter** made) noexcept {
    if (made == nullptr) {
      return METODICA_INVALID;
    }
    *made = nullptr;
    return detail::guarded(problem, [&](Sink&) -> Result<void> {
      auto adapter = T::make(Core(core), std::string_view(settings_json, bytes));
      if (!adapter) {
        return Unexpected(std::move(adapter).error());
      }
      auto holder = std::make_unique<Holder>(*std::move(adapter));
      *made = holder.release();
      return {};
    });
  }

 private:
  /// The C table with the C++ object behind it: one allocation, given back by destroy.
  struct Holder : metodica_adapter {
    explicit Holder(std::unique_ptr<T> made)
        : metodica_adapter{sizeof(metodica_adapter),
                           static_cast<Adapter*>(made.get()),
                           &Export::extension,
                           &Export::start,
                           &Export::stop,
                           &Export::destroy},
          adapter(std::move(made)) {}

    std::unique_ptr<T> adapter;
  };

  static const void* extension(const metodica_adapter* table, const char* id) noexcept {
    try {
      Extension* found = id == nullptr ? nullptr : detail::adapter_of(table).extension(id);
      return found == nullptr ? nullptr : found->table();
    } catch (...) {
      return nullptr;
    }
  }

  static metodica_status start(const metodica_adapter* table,
                               const metodica_sink* problem) noexcept {
    return detail::guarded(problem, [&](Sink&) { return detail::adapter_of(table).start(); });
  }

  static void stop(const metodica_adapter* table) noexcept {
    try {
      detail::adapter_of(table).stop();
    } catch (...) {  // the object is of no use either way, and nobody could be told
      return;
    }
  }

  static void destroy(const metodica_adapter* table) noexcept {
    const std::unique_ptr<const Holder> last(static_cast<const Holder*>(table));
  }
};

}  // namespace metodica
