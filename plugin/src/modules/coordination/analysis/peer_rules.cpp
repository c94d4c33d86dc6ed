#include "modules/coordination/analysis/peer_rules.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

constexpr std::int64_t whole = 10'000;

// |a - b| / max(a, b) in 1/10 000.
std::int64_t difference(std::int64_t a, std::int64_t b) {
  const std::int64_t larger = std::max(a, b);
  return larger <= 0 ? 0 : (larger - std::min(a, b)) * whole / larger;
}

// The mean over what both have. Population always counts, twice: it is known of every unit.
std::int64_t distance(const PeerFacts& a, const PeerFacts& b) {
  std::int64_t sum = 2 * difference(a.population, b.population);
  std::int64_t counted = 2;
  for (const auto& [mine, other] : {std::pair(a.staff, b.staff), std::pair(a.hours, b.hours)}) {
    if (mine.known() && other.known()) {
      sum += difference(mine.e4, other.e4);
      ++counted;
    }
  }
  return sum / counted;
}

}  // namespace

const std::string& PeerBand::name(std::string_view lang) const {
  if (lang == "en")
    return name_en;
  return lang == "hu" ? name_hu : name_ro;
}

const PeerBand* band_of(const Unit& unit, const std::vector<PeerBand>& bands) {
  const auto found = std::ranges::find_if(bands, [&](const PeerBand& band) {
    const bool type = std::ranges::find(band.types, unit.type) != band.types.end();
    const bool size = unit.population >= band.from && (band.to == 0 || unit.population <= band.to);
    return type && size;
  });
  return found == bands.end() ? nullptr : &*found;
}

std::vector<PeerFacts> nearest(const PeerFacts& of, const std::vector<PeerFacts>& all,
                               std::size_t count) {
  std::vector<std::pair<std::int64_t, PeerFacts>> others;
  for (const PeerFacts& one : all) {
    if (one.siruta != of.siruta && one.type != "county_seat")
      others.emplace_back(distance(of, one), one);
  }
  std::ranges::sort(others, [](const auto& left, const auto& right) {
    return std::pair(left.first, left.second.siruta) < std::pair(right.first, right.second.siruta);
  });
  std::vector<PeerFacts> found;
  for (std::size_t i = 0; i < std::min(count, others.size()); ++i)
    found.push_back(others[i].second);
  return found;
}

}  // namespace metodica::coordination
