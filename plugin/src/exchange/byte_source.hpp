/// Bytes that arrive in blocks, and the window over them that the readers share.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <iosfwd>
#include <string>
#include <string_view>

namespace metodica {

/// Copies up to `room` bytes to `to` and returns their number; 0 at the end, below 0 when the
/// medium failed.
using ByteSource = std::function<std::int64_t(char* to, std::size_t room)>;

/// Reads from a stream that outlives the source. Open files in binary mode.
[[nodiscard]] ByteSource from_stream(std::istream& in);
/// Reads from memory that outlives the source.
[[nodiscard]] ByteSource from_memory(std::string_view bytes);

/// A window over a source: bytes enter at the back in blocks of 1 MiB and leave at the front.
/// Memory stays at two blocks unless a caller keeps asking for more without dropping.
class ByteWindow {
 public:
  explicit ByteWindow(ByteSource source) : source_(std::move(source)) {}

  /// What is in the window; valid until the next call of more(), whatever it returns.
  [[nodiscard]] std::string_view view() const { return {buffer_.data() + begin_, end_ - begin_}; }
  /// Position of the window's first byte in the source.
  [[nodiscard]] std::uint64_t offset() const { return offset_; }
  /// Adds a block at the back. False at the end of the source or after a failure.
  bool more();
  void drop(std::size_t bytes) {
    begin_ += bytes;
    offset_ += bytes;
  }
  [[nodiscard]] bool failed() const { return failed_; }

 private:
  ByteSource source_;
  std::string buffer_;
  std::size_t begin_ = 0;
  std::size_t end_ = 0;
  std::uint64_t offset_ = 0;
  bool finished_ = false;
  bool failed_ = false;
};

}  // namespace metodica
