#include "bibliography/key_list.hpp"

#include <algorithm>
#include <array>
#include <bit>
#include <cstring>
#include <span>

namespace metodica {
namespace {

constexpr std::size_t kChunk = 8;
constexpr std::size_t kFewEntries = 24;

// A key by eight of its bytes as a number, so that most comparisons touch no memory but the entry.
struct Entry {
  std::uint64_t chunk;
  std::uint32_t index;
};
using Entries = std::span<Entry>;

// Multikey quicksort (Bentley and Sedgewick) with eight bytes as one character: keys of one shelf
// are alike for long, so equal ones are taken out of the comparison at once.
class Sorter {
 public:
  explicit Sorter(const KeyList& keys) : keys_(keys), entries_(keys.size()) {}

  std::vector<std::uint32_t> run() {
    for (std::size_t i = 0; i < entries_.size(); ++i) {
      entries_[i].index = static_cast<std::uint32_t>(i);
    }
    load(entries_, 0);
    std::vector<std::uint32_t> order(entries_.size());
    std::transform(entries_.begin(), entries_.end(), order.begin(),
                   [](const Entry& entry) { return entry.index; });
    return order;
  }

 private:
  static std::uint64_t chunk_of(std::string_view bytes) {
    std::array<unsigned char, kChunk> first{};
    std::memcpy(first.data(), bytes.data(), std::min(kChunk, bytes.size()));
    std::uint64_t chunk = 0;
    for (const unsigned char byte : first) {
      chunk = chunk << 8U | byte;
    }
    return chunk;
  }

  // Entries alike up to `depth`.
  void load(Entries entries, std::size_t depth) {
    for (Entry& entry : entries) {
      const std::string_view key = keys_.key(entry.index);
      entry.chunk = chunk_of(key.substr(std::min(depth, key.size())));
    }
    partition(entries, depth, 2 * std::bit_width(entries.size()));
  }

  // `bad_luck`: how often pivots may fail before comparing takes over.
  void partition(Entries entries, std::size_t depth, std::size_t bad_luck) {
    for (; entries.size() > kFewEntries && bad_luck > 0; --bad_luck) {
      const std::uint64_t pivot = middle(entries);
      std::size_t low = 0;
      std::size_t at = 0;
      std::size_t high = entries.size();
      while (at < high) {
        if (entries[at].chunk < pivot) {
          std::swap(entries[low++], entries[at++]);
        } else if (entries[at].chunk > pivot) {
          std::swap(entries[at], entries[--high]);
        } else {
          ++at;
        }
      }
      alike(entries.subspan(low, high - low), depth);
      partition(entries.first(low), depth, bad_luck);
      entries = entries.subspan(high);
    }
    compare(entries);
  }

  static std::uint64_t middle(Entries entries) {
    const std::uint64_t a = entries.front().chunk;
    const std::uint64_t b = entries[entries.size() / 2].chunk;
    const std::uint64_t c = entries.back().chunk;
    return std::max(std::min(a, b), std::min(std::max(a, b), c));
  }

  // A key that ends inside this chunk could be taken for one that goes on with zeros.
  void alike(Entries entries, std::size_t depth) {
    const bool all_go_on = std::all_of(entries.begin(), entries.end(), [&](const Entry& entry) {
      return keys_.key(entry.index).size() > depth + kChunk;
    });
    if (all_go_on && entries.size() > kFewEntries) {
      load(entries, depth + kChunk);
    } else {
      compare(entries);
    }
  }

  void compare(Entries entries) {
    std::sort(entries.begin(), entries.end(), [&](const Entry& a, const Entry& b) {
      if (a.chunk != b.chunk) {
        return a.chunk < b.chunk;
      }
      const int order = keys_.key(a.index).compare(keys_.key(b.index));
      return order != 0 ? order < 0 : a.index < b.index;
    });
  }

  const KeyList& keys_;
  std::vector<Entry> entries_;
};

}  // namespace

void KeyList::reserve(std::size_t keys, std::size_t bytes) {
  ends_.reserve(keys);
  bytes_.reserve(bytes);
}

std::string_view KeyList::key(std::size_t index) const {
  const std::size_t begin = index == 0 ? 0 : ends_[index - 1];
  return std::string_view(bytes_).substr(begin, ends_[index] - begin);
}

std::vector<std::uint32_t> KeyList::order() const {
  return Sorter(*this).run();
}

}  // namespace metodica
