/// Made records and the shared files for the tests of this folder.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "exchange/iso2709_reader.hpp"
#include "exchange/marc_reader.hpp"
#include "exchange/marc_record.hpp"

namespace metodica::test {

/// A small UNIMARC record in UTF-8: control number, 100, 200 $a and one 675.
[[nodiscard]] MarcRecord small_record(std::string_view control_number, std::string_view title);
/// The same in ISO 2709.
[[nodiscard]] std::string small_raw(std::string_view control_number, std::string_view title);

/// An outcome that outlives its reader.
struct Seen {
  bool is_record = false;
  std::uint64_t number = 0;
  std::uint64_t offset = 0;
  std::uint64_t size = 0;
  std::string control_number;
  std::vector<std::string> problems;  ///< message ids
};

struct SeenFile {
  std::vector<Seen> outcomes;
  MarcTotals totals;
};

/// Reads everything, the source giving at most `block` bytes at a time.
[[nodiscard]] SeenFile read_iso2709(std::string_view bytes, std::size_t block = 1 << 20);
[[nodiscard]] SeenFile read_marcxml(std::string_view bytes, std::size_t block = 1 << 20);

/// A file or folder of the shared test data; nothing when it is not on this machine.
[[nodiscard]] std::optional<std::filesystem::path> shared_file(std::string_view path);
[[nodiscard]] std::string file_bytes(const std::filesystem::path& path);

}  // namespace metodica::test
