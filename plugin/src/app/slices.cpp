#include "app/slices.hpp"

#include <algorithm>
#include <string_view>

#include "json/base64.hpp"

namespace metodica {
namespace {

constexpr std::size_t slice_bytes = 6 * 1024 * 1024;

}  // namespace

Json Slices::slice(const Json& about, const std::string& bytes, std::int64_t offset) const {
  const auto from = static_cast<std::size_t>(offset);
  const std::size_t count = std::min(slice_bytes, bytes.size() - from);
  Json reply = about;
  if (offset > 0)
    reply.set("offset", offset);
  reply.set("base64", base64_encoded(std::string_view(bytes).substr(from, count)));
  if (from + count < bytes.size()) {
    reply.set("next",
              Json::object({{"id", id_}, {"offset", static_cast<std::int64_t>(from + count)}}));
  }
  return reply;
}

Json Slices::first(Reply document, const std::string& id) {
  about_ = document.content();
  if (document.bytes().size() <= slice_bytes)
    return slice(about_, document.bytes(), 0);
  id_ = id;
  bytes_ = document.bytes();
  return slice(about_, bytes_, 0);
}

Result<Json> Slices::at(const std::string& id, std::int64_t offset) {
  if (id.empty() || id != id_)
    return Unexpected({METODICA_NOT_FOUND, "app.slice_gone"});
  if (offset < 0 || offset >= static_cast<std::int64_t>(bytes_.size())) {
    return invalid("app.slice_offset", {}, "offset");
  }
  return slice(about_, bytes_, offset);
}

}  // namespace metodica
