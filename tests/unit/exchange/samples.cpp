#include "unit/exchange/samples.hpp"

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <iterator>

#include "exchange/marcxml_reader.hpp"
#include "support/shared_data.hpp"

namespace metodica::test {
namespace {

ByteSource in_pieces(std::string_view bytes, std::size_t block) {
  return [rest = bytes, block](char* to, std::size_t room) mutable -> std::int64_t {
    const std::size_t count = std::min({room, block, rest.size()});
    std::copy_n(rest.data(), count, to);
    rest.remove_prefix(count);
    return static_cast<std::int64_t>(count);
  };
}

SeenFile read_all(RecordReader& reader) {
  SeenFile file;
  MarcOutcome outcome;
  while (reader.next(outcome)) {
    Seen seen;
    seen.is_record = outcome.is_record;
    seen.number = outcome.number;
    seen.offset = outcome.offset;
    seen.size = outcome.size;
    seen.control_number = outcome.record.find("001").data;
    for (const Problem& problem : outcome.problems) {
      seen.problems.push_back(problem.message);
    }
    file.outcomes.push_back(std::move(seen));
  }
  file.totals = reader.totals();
  return file;
}

}  // namespace

MarcRecord small_record(std::string_view control_number, std::string_view title) {
  MarcRecord record;
  record.leader = "     nam0 22        450 ";
  record.add_control("001", control_number);
  record.add("100").add('a', "20240105d2003    m  y0rumy50      ba");
  record.add("200", "1 ").add('a', title);
  record.add("675").add('a', "821.135.1-31");
  return record;
}

std::string small_raw(std::string_view control_number, std::string_view title) {
  return *write_iso2709(small_record(control_number, title));
}

SeenFile read_iso2709(std::string_view bytes, std::size_t block) {
  Iso2709Reader reader(in_pieces(bytes, block));
  return read_all(reader);
}

SeenFile read_marcxml(std::string_view bytes, std::size_t block) {
  MarcXmlReader reader(in_pieces(bytes, block));
  return read_all(reader);
}

std::optional<std::filesystem::path> shared_file(std::string_view name) {
  const std::filesystem::path full = shared_data(name);
  return std::filesystem::exists(full) ? std::optional(full) : std::nullopt;
}

std::string file_bytes(const std::filesystem::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace metodica::test
