/// AdapterSession: the host's adapter without the plugin around it, for the commands that bring
/// data to the host (import) or ask what it can do (doctor).
#pragma once

#include <memory>
#include <string>

#include "loader/adapter_library.hpp"
#include "loader/core_table.hpp"
#include "settings.hpp"

namespace metodica::desk {

class AdapterSession {
 public:
  /// Loads and makes the adapter that the settings name; connects to nothing. Errors: those of
  /// AdapterLibrary::load and create.
  static Result<std::unique_ptr<AdapterSession>> open(const Settings& settings);

  /// Connects. Errors: the adapter's own.
  Result<void> start() { return adapter_->start(); }
  [[nodiscard]] Host& host() { return adapter_->host(); }
  [[nodiscard]] const metodica_adapter_entry& entry() const { return *entry_; }
  /// For whom calls are made: the library of the settings, with a key for writes.
  [[nodiscard]] CallContext context(std::string key = {}) const;

 private:
  explicit AdapterSession(const Settings& settings);

  std::string library_;
  std::string lang_;
  CoreTable core_;
  CoreTable::Inside inside_;
  const metodica_adapter_entry* entry_ = nullptr;
  std::unique_ptr<LoadedAdapter> adapter_;
};

}  // namespace metodica::desk
