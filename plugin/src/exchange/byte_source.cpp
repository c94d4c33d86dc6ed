#include "exchange/byte_source.hpp"

#include <algorithm>
#include <cstring>
#include <istream>
#include <memory>

namespace metodica {
namespace {

constexpr std::size_t block_size = std::size_t{1} << 20;

}  // namespace

ByteSource from_stream(std::istream& in) {
  return [&in](char* to, std::size_t room) -> std::int64_t {
    in.read(to, static_cast<std::streamsize>(room));
    return in.bad() ? -1 : static_cast<std::int64_t>(in.gcount());
  };
}

ByteSource from_memory(std::string_view bytes) {
  return [bytes](char* to, std::size_t room) mutable -> std::int64_t {
    const std::size_t count = std::min(room, bytes.size());
    std::copy_n(bytes.data(), count, to);
    bytes.remove_prefix(count);
    return static_cast<std::int64_t>(count);
  };
}

bool ByteWindow::more() {
  if (finished_) {
    return false;
  }
  if (begin_ > 0) {
    std::memmove(buffer_.data(), buffer_.data() + begin_, end_ - begin_);
    end_ -= begin_;
    begin_ = 0;
  }
  if (buffer_.size() - end_ < block_size) {
    buffer_.resize(end_ + block_size);
  }
  const std::int64_t count = source_(buffer_.data() + end_, block_size);
  failed_ = count < 0;
  finished_ = count <= 0;
  end_ += static_cast<std::size_t>(std::max<std::int64_t>(count, 0));
  return !finished_;
}

}  // namespace metodica
