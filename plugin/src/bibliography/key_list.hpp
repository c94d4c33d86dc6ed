/// KeyList: many keys in one piece of memory, and their order.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace metodica {

/// Keys are appended to bytes() and then closed by end_key(); one allocation serves many keys.
/// At most 2^32 - 1 keys.
class KeyList {
 public:
  void reserve(std::size_t keys, std::size_t bytes);

  /// Where the next key is to be appended.
  [[nodiscard]] std::string& bytes() { return bytes_; }
  void end_key() { ends_.push_back(bytes_.size()); }

  [[nodiscard]] std::size_t size() const { return ends_.size(); }
  [[nodiscard]] std::string_view key(std::size_t index) const;

  /// Indices of the keys in rising memcmp order; equal keys keep the order in which they came.
  [[nodiscard]] std::vector<std::uint32_t> order() const;

 private:
  std::string bytes_;
  std::vector<std::size_t> ends_;
};

}  // namespace metodica
