#include "files.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <fstream>
#include <set>

#include "storage/sha256.hpp"

namespace metodica::desk {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t block_bytes = 256 * 1024;

bool flush_to_disk(const fs::path& file) {
  const int handle = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
  if (handle < 0)
    return false;
  const bool fine = ::fsync(handle) == 0;
  ::close(handle);
  return fine;
}

Unexpected not_written(const fs::path& file) {
  return Unexpected({METODICA_UNREACHABLE, "desk.file_not_written", {{"file", file.string()}}});
}

std::vector<fs::path> files_below(const fs::path& folder) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::recursive_directory_iterator(folder, error)) {
    if (entry.is_regular_file(error) && entry.path().filename() != manifest_name)
      files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

}  // namespace

Result<std::string> file_hash(const fs::path& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in)
    return Unexpected({METODICA_NOT_FOUND, "desk.file_not_read", {{"file", file.string()}}});
  Sha256 hash;
  std::string block(block_bytes, '\0');
  while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
    hash.add({block.data(), static_cast<std::size_t>(in.gcount())});
  }
  return hash.hex();
}

Result<void> copy_file_safely(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::create_directories(to.parent_path(), error);
  if (!fs::copy_file(from, to, fs::copy_options::overwrite_existing, error) || !flush_to_disk(to)) {
    return not_written(to);
  }
  return {};
}

Result<void> write_file(const fs::path& file, const std::string& text) {
  std::ofstream out(file, std::ios::binary);
  out << text;
  out.close();
  if (!out || !flush_to_disk(file))
    return not_written(file);
  return {};
}

Result<Json> list_files(const fs::path& folder) {
  Json::Array list;
  for (const fs::path& file : files_below(folder)) {
    METODICA_TRY(std::string hash, file_hash(file));
    std::error_code error;
    list.push_back(Json::object({{"name", file.lexically_relative(folder).string()},
                                 {"bytes", static_cast<std::int64_t>(fs::file_size(file, error))},
                                 {"sha256", std::move(hash)}}));
  }
  return Json::array(std::move(list));
}

std::vector<std::string> differing_files(const fs::path& folder, const Json& list) {
  std::vector<std::string> names;
  std::set<std::string> listed;
  for (const Json& entry : list.items()) {
    const std::string& name = entry["name"].text();
    listed.insert(name);
    const auto hash = file_hash(folder / name);
    if (!hash || *hash != entry["sha256"].text())
      names.push_back(name);
  }
  for (const fs::path& file : files_below(folder)) {
    std::string name = file.lexically_relative(folder).string();
    if (listed.count(name) == 0)
      names.push_back(std::move(name));
  }
  return names;
}

}  // namespace metodica::desk
