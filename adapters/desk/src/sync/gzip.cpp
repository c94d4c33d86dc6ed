#include "sync/gzip.hpp"

#include <Poco/DeflatingStream.h>
#include <Poco/Exception.h>
#include <Poco/InflatingStream.h>

#include <sstream>

namespace metodica::desk {
namespace {

constexpr int best_compression = 9;
constexpr std::size_t block_bytes = 64 * 1024;

}  // namespace

std::string gzipped(std::string_view bytes) {
  std::ostringstream out;
  Poco::DeflatingOutputStream zip(out, Poco::DeflatingStreamBuf::STREAM_GZIP, best_compression);
  zip.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  zip.close();
  return std::move(out).str();
}

Result<std::string> gunzipped(const std::string& bytes, std::size_t most) {
  try {
    std::istringstream in(bytes);
    Poco::InflatingInputStream zip(in, Poco::InflatingStreamBuf::STREAM_GZIP);
    std::string text;
    std::string block(block_bytes, '\0');
    while (zip.read(block.data(), static_cast<std::streamsize>(block.size())) || zip.gcount() > 0) {
      text.append(block, 0, static_cast<std::size_t>(zip.gcount()));
      if (text.size() > most)
        return invalid("hub.batch_broken", {{"line", 0}});
    }
    return text;
  } catch (const Poco::Exception&) {
    return invalid("hub.batch_broken", {{"line", 0}});
  }
}

}  // namespace metodica::desk
