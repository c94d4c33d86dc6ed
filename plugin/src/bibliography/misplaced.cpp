#include "bibliography/misplaced.hpp"

#include <algorithm>

namespace metodica {
namespace {

constexpr std::size_t kNone = static_cast<std::size_t>(-1);

// Patience method: `tails[k]` ends the run of length k+1 with the smallest last key so far.
std::vector<std::size_t> longest_run(std::span<const std::string> keys) {
  std::vector<std::size_t> tails;
  std::vector<std::size_t> before(keys.size(), kNone);
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) {
      continue;
    }
    // Most books stand right: they lengthen the longest run.
    const bool longest = tails.empty() || keys[tails.back()] <= keys[i];
    const auto pile = longest ? tails.end()
                              : std::upper_bound(tails.begin(), tails.end(), i,
                                                 [&](std::size_t item, std::size_t tail) {
                                                   return keys[item] < keys[tail];
                                                 });
    if (pile != tails.begin()) {
      before[i] = *std::prev(pile);
    }
    if (pile == tails.end()) {
      tails.push_back(i);
    } else {
      *pile = i;
    }
  }
  std::vector<std::size_t> run(tails.size());
  std::size_t item = tails.empty() ? kNone : tails.back();
  for (auto place = run.rbegin(); place != run.rend(); ++place) {
    *place = item;
    item = before[item];
  }
  return run;
}

Stray placed(std::span<const std::string> keys, const std::vector<std::size_t>& run,
             std::size_t index) {
  const auto next =
      std::upper_bound(run.begin(), run.end(), index,
                       [&](std::size_t item, std::size_t kept) { return keys[item] < keys[kept]; });
  Stray stray;
  stray.index = index;
  if (next != run.begin()) {
    stray.after = *std::prev(next);
  }
  if (next != run.end()) {
    stray.before = *next;
  }
  return stray;
}

}  // namespace

ShelfReading read_shelf(std::span<const std::string> keys) {
  ShelfReading reading;
  reading.in_order = longest_run(keys);
  auto kept = reading.in_order.begin();
  bool goes_on = false;  // the item before, unknown ones aside, was a stray
  for (std::size_t i = 0; i < keys.size(); ++i) {
    if (keys[i].empty()) {
      reading.unknown.push_back(i);
      continue;
    }
    if (kept != reading.in_order.end() && *kept == i) {
      ++kept;
      goes_on = false;
      continue;
    }
    Stray stray = placed(keys, reading.in_order, i);
    const Stray* last = goes_on ? &reading.strays.back() : nullptr;
    const bool same_block = last != nullptr && last->after == stray.after &&
                            last->before == stray.before && keys[last->index] <= keys[i];
    reading.blocks += same_block ? 0 : 1;
    stray.block = reading.blocks - 1;
    reading.strays.push_back(stray);
    goes_on = true;
  }
  return reading;
}

}  // namespace metodica
