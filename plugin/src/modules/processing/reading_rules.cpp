#include "modules/processing/reading_rules.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace metodica::processing {
namespace {

constexpr std::array<std::pair<ScanState, std::string_view>, 7> state_names = {
    {{ScanState::here, "here"},
     {ScanState::elsewhere, "elsewhere"},
     {ScanState::on_loan, "on_loan"},
     {ScanState::unmarked, "unmarked"},
     {ScanState::gone, "gone"},
     {ScanState::unknown, "unknown"},
     {ScanState::twice, "twice"}}};

// A book that is lifted and the gap it goes to are both worth seeing.
std::vector<std::size_t> places_of_moves(const ReadRun& run) {
  std::vector<std::size_t> places;
  for (const Stray& stray : run.order.strays) {
    places.push_back(stray.index);
    if (stray.after)
      places.push_back(*stray.after);
    if (stray.before)
      places.push_back(*stray.before);
  }
  std::sort(places.begin(), places.end());
  places.erase(std::unique(places.begin(), places.end()), places.end());
  return places;
}

}  // namespace

std::string_view name_of(ScanState state) {
  for (const auto& [known, name] : state_names) {
    if (known == state)
      return name;
  }
  return {};
}

std::optional<ScanState> scan_state_named(std::string_view name) {
  for (const auto& [state, known] : state_names) {
    if (known == name)
      return state;
  }
  return {};
}

ReadRun read_run(const std::vector<Scan>& scans) {
  std::vector<std::string> keys;
  keys.reserve(scans.size());
  for (const Scan& scan : scans)
    keys.push_back(scan.state == ScanState::here ? scan.shelf_key : std::string());
  ReadRun run;
  run.order = read_shelf(keys);
  run.move.assign(scans.size(), 0);
  for (const Stray& stray : run.order.strays)
    run.move[stray.index] = stray.block + 1;
  if (!run.order.in_order.empty()) {
    run.first_key = keys[run.order.in_order.front()];
    run.last_key = keys[run.order.in_order.back()];
  }
  return run;
}

ScanVerdict last_verdict(const std::vector<Scan>& scans, const ReadRun& run) {
  const std::size_t last = scans.size() - 1;
  if (scans[last].state != ScanState::here)
    return ScanVerdict::apart;
  if (run.move[last] != 0)
    return ScanVerdict::misplaced;
  for (std::size_t i = last; i-- > 0;) {
    if (scans[i].state == ScanState::here)
      return run.move[i] != 0 ? ScanVerdict::moved_other : ScanVerdict::in_place;
  }
  return ScanVerdict::in_place;
}

std::vector<ShelfWindow> worth_drawing(const ReadRun& run, std::size_t scans, std::size_t around,
                                       std::size_t most) {
  if (scans == 0)
    return {};
  if (scans <= most)
    return {{0, scans - 1}};
  std::vector<ShelfWindow> windows;
  std::size_t covered = 0;
  for (const std::size_t place : places_of_moves(run)) {
    const std::size_t first = place < around ? 0 : place - around;
    const std::size_t last = std::min(scans - 1, place + around);
    if (!windows.empty() && first <= windows.back().last + 1) {
      covered += last - windows.back().last;
      windows.back().last = last;
    } else {
      covered += last - first + 1;
      windows.push_back({first, last});
    }
    if (covered >= most)
      break;
  }
  return windows;
}

}  // namespace metodica::processing
