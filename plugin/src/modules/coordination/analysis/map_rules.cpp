#include "modules/coordination/analysis/map_rules.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

TileGroup& group_named(std::vector<TileGroup>& groups, const std::string& name) {
  const auto found = std::ranges::find(groups, name, &TileGroup::name);
  if (found != groups.end())
    return *found;
  return groups.emplace_back(TileGroup{name, {}});
}

bool by_centre(const std::vector<Ranked>& all) {
  const auto known = std::ranges::count_if(
      all, [](const Ranked& one) { return !one.of->unit.methodical_centre.empty(); });
  return !all.empty() && 2 * static_cast<std::size_t>(known) >= all.size();
}

}  // namespace

std::vector<MapClass> map_classes(const std::vector<Ranked>& all, std::size_t most) {
  std::vector<Decimal> values;
  for (const Ranked& one : all) {
    if (one.reckoned.value)
      values.push_back(*one.reckoned.value);
  }
  std::ranges::sort(values, {}, &Decimal::value);
  std::vector<MapClass> classes;
  std::size_t from = 0;
  for (std::size_t i = 1; i <= most && from < values.size(); ++i) {
    std::size_t end = std::max(values.size() * i / most, from + 1);
    while (end < values.size() && values[end].value == values[end - 1].value)
      ++end;
    classes.push_back({values[from], values[end - 1], static_cast<std::int64_t>(end - from)});
    from = end;
  }
  return classes;
}

std::size_t class_of(const std::vector<MapClass>& classes, const Decimal& value) {
  for (std::size_t i = 0; i + 1 < classes.size(); ++i) {
    if (value.value <= classes[i].to.value)
      return i;
  }
  return classes.empty() ? 0 : classes.size() - 1;
}

std::vector<TileGroup> tile_groups(const std::vector<Ranked>& all,
                                   const std::vector<PeerBand>& bands, const std::string& lang,
                                   const std::string& no_centre) {
  std::vector<TileGroup> groups;
  if (by_centre(all)) {
    std::vector<std::string> names;
    for (const Ranked& one : all) {
      const std::string& centre = one.of->unit.methodical_centre;
      if (!centre.empty() && std::ranges::find(names, centre) == names.end())
        names.push_back(centre);
    }
    for (const std::string& name : names)
      group_named(groups, name);
    for (std::size_t i = 0; i < all.size(); ++i) {
      const std::string& centre = all[i].of->unit.methodical_centre;
      group_named(groups, centre.empty() ? no_centre : centre).members.push_back(i);
    }
    return groups;
  }
  for (auto band = bands.rbegin(); band != bands.rend(); ++band)
    group_named(groups, band->name(lang));
  for (std::size_t i = 0; i < all.size(); ++i) {
    const PeerBand* band = band_of(all[i].of->unit, bands);
    group_named(groups, band == nullptr ? no_centre : band->name(lang)).members.push_back(i);
  }
  std::erase_if(groups, [](const TileGroup& group) { return group.members.empty(); });
  return groups;
}

}  // namespace metodica::coordination
