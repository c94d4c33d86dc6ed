#include "modules/processing/shelf_walk.hpp"

#include <utility>

namespace metodica::processing {
namespace {

constexpr std::int64_t piece = 200;

ShelfPlace start_of(const ShelfFilter& filter) {
  if (filter.from.empty())
    return {};
  const bool named = filter.section.empty() || filter.section == "-" ||
                     filter.from.starts_with(filter.section + " ");
  return {shelf_key_text(named ? filter.from : filter.section + " " + filter.from), {}};
}

}  // namespace

ShelfWalk::ShelfWalk(UnitOfWork& work, ShelfFilter filter)
    : work_(work), filter_(std::move(filter)), after_(start_of(filter_)) {}

ShelfWalk::ShelfWalk(UnitOfWork& work, ShelfFilter filter, ShelfPlace after)
    : work_(work), filter_(std::move(filter)), after_(std::move(after)) {}

bool ShelfWalk::next(ShelfLine& line) {
  while (at_ < marks_.size() || read()) {
    ShelfMark& mark = marks_[at_++];
    auto copy = registers::copy(work_, mark.number);
    if (!copy || copy->gone || (!filter_.custody.empty() && copy->custody != filter_.custody))
      continue;
    line.mark = std::move(mark);
    line.copy = *std::move(copy);
    return true;
  }
  return false;
}

bool ShelfWalk::read() {
  if (ended_)
    return false;
  marks_ = marks_in_order(work_, filter_.section, after_, piece);
  at_ = 0;
  ended_ = static_cast<std::int64_t>(marks_.size()) < piece;
  if (marks_.empty())
    return false;
  after_ = {marks_.back().shelf_key, marks_.back().number};
  return true;
}

}  // namespace metodica::processing
