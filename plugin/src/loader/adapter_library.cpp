#include "loader/adapter_library.hpp"

#include <dlfcn.h>
#include <unistd.h>

#define BOOST_DLL_USE_STD_FS
#include <array>
#include <boost/dll/shared_library.hpp>
#include <cstddef>
#include <exception>
#include <optional>
#include <system_error>
#include <utility>
#include <vector>

#include "loader/host_tables.hpp"
#include "loader/operation.hpp"

namespace metodica {
namespace {

namespace dll = boost::dll;
namespace fs = std::filesystem;

constexpr const char* entry_symbol = "metodica_adapter_v1";
// Version 1.0 of the two tables; they only grow.
constexpr std::size_t first_entry_size =
    offsetof(metodica_adapter_entry, create) + sizeof(metodica_adapter_entry::create);
constexpr std::size_t first_adapter_size =
    offsetof(metodica_adapter, destroy) + sizeof(metodica_adapter::destroy);

/// A problem about a file: message, file, and what more there is to say.
Unexpected refused(metodica_status status, const char* message, const fs::path& file,
                   std::vector<MessageArgument> more = {}) {
  more.push_back({"file", file.string()});
  return Unexpected(Problem(status, message, std::move(more)));
}

MessageArgument number(const char* name, std::size_t value) {
  return {name, static_cast<std::int64_t>(value)};
}

bool open_to_all(const fs::path& path) {
  return (fs::status(path).permissions() & fs::perms::others_write) != fs::perms::none;
}

Result<void> check_path(const fs::path& file) {
  if (!file.is_absolute()) {
    return refused(METODICA_INVALID, "loader.relative_path", file);
  }
  std::error_code why;
  if (!fs::exists(file, why)) {
    return refused(METODICA_NOT_FOUND, "loader.missing_file", file);
  }
  if (!fs::is_regular_file(file, why)) {
    return refused(METODICA_INVALID, "loader.not_a_file", file);
  }
  return {};
}

/// Whoever may write the file, or exchange it in its folder, would run code inside the host.
Result<void> check_rights(const fs::path& file) {
  for (const fs::path& shown : {file, fs::canonical(file)}) {
    if (open_to_all(shown)) {
      return refused(METODICA_DENIED, "loader.file_open_to_all", shown);
    }
    if (open_to_all(shown.parent_path())) {
      return refused(METODICA_DENIED, "loader.folder_open_to_all", shown,
                     {{"folder", shown.parent_path().string()}});
    }
  }
  return {};
}

/// Only the throwing overload of Boost.DLL says which file or symbol was missing. RTLD_NODELETE:
/// the end of `library` here does not unload the code.
Result<const metodica_adapter_entry*> open_entry(const fs::path& file) {
  const auto mode = dll::load_mode::rtld_now | dll::load_mode::rtld_local |
                    static_cast<dll::load_mode::type>(RTLD_NODELETE);
  std::optional<dll::shared_library> library;
  try {
    library.emplace(file, mode);
  } catch (const std::exception& error) {
    return refused(METODICA_INVALID, "loader.cannot_load", file, {{"what", error.what()}});
  }
  if (!library->has(entry_symbol)) {
    return refused(METODICA_INVALID, "loader.no_symbol", file, {{"expected", entry_symbol}});
  }
  return &library->get<const metodica_adapter_entry>(entry_symbol);
}

bool empty(const char* text) {
  return text == nullptr || *text == '\0';
}

Result<void> check_entry(const metodica_adapter_entry& entry, const fs::path& file) {
  constexpr std::size_t versions_end = offsetof(metodica_adapter_entry, id);
  if (entry.size >= versions_end && entry.abi_major != METODICA_ABI_MAJOR) {
    return refused(METODICA_INVALID, "loader.other_major", file,
                   {number("found", entry.abi_major), number("expected", METODICA_ABI_MAJOR)});
  }
  if (entry.size < first_entry_size) {
    return refused(METODICA_INVALID, "loader.short_entry", file,
                   {number("found", entry.size), number("expected", first_entry_size)});
  }
  if (empty(entry.id)) {
    return refused(METODICA_INVALID, "loader.empty_id", file);
  }
  if (empty(entry.name)) {
    return refused(METODICA_INVALID, "loader.empty_name", file);
  }
  if (entry.version == nullptr || entry.hosts == nullptr) {
    return refused(METODICA_INVALID, "loader.no_version", file);
  }
  if (entry.create == nullptr) {
    return refused(METODICA_INVALID, "loader.no_create", file);
  }
  return {};
}

Result<void> check_made(const metodica_adapter* made, const fs::path& file) {
  if (made == nullptr) {
    return refused(METODICA_DEFECT, "loader.null_adapter", file);
  }
  if (made->size < first_adapter_size) {
    return refused(METODICA_DEFECT, "loader.short_adapter", file,
                   {number("found", made->size), number("expected", first_adapter_size)});
  }
  if (made->extension == nullptr || made->destroy == nullptr) {
    return refused(METODICA_DEFECT, "loader.bare_adapter", file);
  }
  return {};
}

}  // namespace

Result<AdapterLibrary> AdapterLibrary::load(const std::filesystem::path& file) {
  METODICA_CHECK(check_path(file));
  METODICA_CHECK(check_rights(file));
  METODICA_TRY(const metodica_adapter_entry* entry, open_entry(file));
  METODICA_CHECK(check_entry(*entry, file));
  return AdapterLibrary(file, entry);
}

Result<std::unique_ptr<LoadedAdapter>> AdapterLibrary::create(
    const metodica_core& core, std::string_view settings_json) const {
  const metodica_adapter* made = nullptr;
  const auto told = ask_text({nullptr, entry_->name, "create"}, [&](const metodica_sink* problem) {
    return entry_->create(&core, settings_json.data(), settings_json.size(), problem, &made);
  });
  if (!told) {
    return Unexpected(told.error());
  }
  METODICA_CHECK(check_made(made, file_));
  std::unique_ptr<LoadedAdapter> adapter(new LoadedAdapter(made, entry_->name));
  METODICA_TRY(adapter->host_, bind_host(*made, adapter->name_));
  return adapter;
}

LoadedAdapter::LoadedAdapter(const metodica_adapter* adapter, std::string name)
    : adapter_(adapter), name_(std::move(name)) {}

LoadedAdapter::~LoadedAdapter() {
  if (started_in_ != 0 && started_in_ != getpid()) {
    return;  // handles of the parent: abandoned, its memory is leaked once, on purpose
  }
  stop();
  try {
    adapter_->destroy(adapter_);
  } catch (...) {  // nobody is left to be told; the host lives on
    return;
  }
}

Result<void> LoadedAdapter::start() {
  if (started_in_ == getpid()) {
    return {};
  }
  if (adapter_->start != nullptr) {
    const auto told = ask_text({adapter_, name_, "start"}, [&](const metodica_sink* problem) {
      return adapter_->start(adapter_, problem);
    });
    if (!told) {
      return Unexpected(told.error());
    }
  }
  started_in_ = getpid();
  return {};
}

void LoadedAdapter::stop() {
  if (started_in_ != getpid()) {
    return;
  }
  started_in_ = 0;
  if (adapter_->stop == nullptr) {
    return;
  }
  try {
    adapter_->stop(adapter_);
  } catch (...) {  // it counts as stopped; destroy follows
    return;
  }
}

}  // namespace metodica
