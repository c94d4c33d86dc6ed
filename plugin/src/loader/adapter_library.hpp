/// Loads an adapter: five checks, each failure a sentence of its own that names the file, what was
/// found and what was expected. The only user of Boost.DLL. A library is never unloaded: dlclose
/// with C++ inside is a source of crashes and gains nothing.
#pragma once

#include <sys/types.h>

#include <filesystem>
#include <memory>
#include <string>
#include <string_view>

#include "loader/host.hpp"
#include "metodica/adapter.h"
#include "metodica/result.hpp"

namespace metodica {

/// A living adapter with its host interfaces. Remembers its process: in a child that inherited it,
/// nothing is stopped, closed or destroyed, because that would harm the parent. [owner]
class LoadedAdapter {
 public:
  LoadedAdapter(const LoadedAdapter&) = delete;
  LoadedAdapter& operator=(const LoadedAdapter&) = delete;
  ~LoadedAdapter();  ///< stops when started, then destroys

  /// Connects to the host. In a new process also after an earlier start. Repeating it in the same
  /// process is harmless. Errors: the adapter's own problem.
  Result<void> start();
  void stop();

  [[nodiscard]] Host& host() { return host_; }
  [[nodiscard]] const metodica_adapter& table() const { return *adapter_; }
  [[nodiscard]] const std::string& name() const { return name_; }

 private:
  friend class AdapterLibrary;
  LoadedAdapter(const metodica_adapter* adapter, std::string name);

  const metodica_adapter* adapter_;
  std::string name_;
  Host host_;
  pid_t started_in_ = 0;  ///< 0: not started
};

/// An adapter file that passed checks 1 to 4; its entry is data, none of its functions ran yet (but
/// for the constructors that loading any library runs).
class AdapterLibrary {
 public:
  /// Errors, all with {file}:
  ///   METODICA_INVALID    loader.relative_path; loader.not_a_file
  ///   METODICA_NOT_FOUND  loader.missing_file
  ///   METODICA_DENIED     loader.file_open_to_all, loader.folder_open_to_all
  ///   METODICA_INVALID    loader.cannot_load {what}; loader.no_symbol; loader.short_entry,
  ///                       loader.other_major {found, expected}; loader.no_create; loader.empty_id;
  ///                       loader.empty_name; loader.no_version
  static Result<AdapterLibrary> load(const std::filesystem::path& file);

  [[nodiscard]] const metodica_adapter_entry& entry() const { return *entry_; }
  [[nodiscard]] const std::filesystem::path& file() const { return file_; }

  /// Check 5: makes the adapter and asks for its extensions. `core` must outlive it.
  /// Errors: the adapter's own problem; METODICA_DEFECT loader.silent_failure {found},
  /// loader.null_adapter, loader.bare_adapter, loader.short_adapter {found, expected},
  /// loader.adapter_threw; those of bind_host.
  [[nodiscard]] Result<std::unique_ptr<LoadedAdapter>> create(const metodica_core& core,
                                                              std::string_view settings_json) const;

 private:
  AdapterLibrary(std::filesystem::path file, const metodica_adapter_entry* entry)
      : file_(std::move(file)), entry_(entry) {}

  std::filesystem::path file_;
  const metodica_adapter_entry* entry_;  ///< inside the loaded library, lives with the process
};

}  // namespace metodica
