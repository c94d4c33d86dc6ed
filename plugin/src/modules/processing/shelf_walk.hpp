/// Walking along the shelf: existing copies in the order of their call numbers.
#pragma once

#include <string>
#include <vector>

#include "modules/processing/shelving.hpp"

namespace metodica::processing {

struct ShelfFilter {
  std::string section;  ///< "" = all, "-" = copies without a section letter
  std::string custody;  ///< "" = all
  std::string from;     ///< call number to begin at; inside a section its letter may be left off
};

struct ShelfLine {
  ShelfMark mark;
  CopyLine copy;
};

/// Reads in pieces, so that memory stays flat. The unit of work must outlive it. Not for use inside
/// a callback of the unit of work.
class ShelfWalk {
 public:
  ShelfWalk(UnitOfWork& work, ShelfFilter filter);
  /// Goes on after a place instead of at the start of the filter.
  ShelfWalk(UnitOfWork& work, ShelfFilter filter, ShelfPlace after);

  /// The next copy that is on the shelf and matches; false after the last one.
  bool next(ShelfLine& line);

 private:
  bool read();

  UnitOfWork& work_;
  ShelfFilter filter_;
  ShelfPlace after_;
  std::vector<ShelfMark> marks_;
  std::size_t at_ = 0;
  bool ended_ = false;
};

}  // namespace metodica::processing
