/// Files of a copy of safety: hashes, copies, and the list of what belongs to it.
#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "json/json.hpp"
#include "metodica/result.hpp"

namespace metodica::desk {

/// SHA-256 of a file, 64 digits. Errors: METODICA_NOT_FOUND "desk.file_not_read" {file}.
Result<std::string> file_hash(const std::filesystem::path& file);

/// Copies a file and flushes it to the disk. Errors: METODICA_UNREACHABLE "desk.file_not_written"
/// {file}.
Result<void> copy_file_safely(const std::filesystem::path& from, const std::filesystem::path& to);

/// Errors: METODICA_UNREACHABLE "desk.file_not_written" {file}.
Result<void> write_file(const std::filesystem::path& file, const std::string& text);

/// The list of a copy: name below `folder`, length and hash of every file in it but the list
/// itself. Errors: those of file_hash.
Result<Json> list_files(const std::filesystem::path& folder);

/// Compares a folder with its list. Returns the names of the files that differ, are missing or are
/// not on the list.
std::vector<std::string> differing_files(const std::filesystem::path& folder, const Json& list);

inline constexpr const char* manifest_name = "manifest.json";

}  // namespace metodica::desk
