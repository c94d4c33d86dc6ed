#include "documents/register_plan.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace metodica::documents {
namespace {

/// Takes the first `count` lines off `text`.
std::string take_lines(std::string& text, std::size_t count) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < count && end != std::string::npos; ++i) {
    end = text.find('\n', end + (i > 0 ? 1 : 0));
  }
  if (end == std::string::npos) return std::exchange(text, {});
  std::string head = text.substr(0, end);
  text.erase(0, end + 1);
  return head;
}

std::size_t line_count(const WrappedRow& row) {
  std::size_t most = 1;
  for (const std::string& cell : row.cells) {
    most = std::max(most, 1 + static_cast<std::size_t>(std::count(cell.begin(), cell.end(), '\n')));
  }
  return most;
}

}  // namespace

void RowStore::add(const WrappedRow& row) {
  rows_.push_back({row.kind, static_cast<float>(row.height), sizes_.size(), text_.size()});
  cells_ = row.cells.size();
  for (const std::string& cell : row.cells) {
    sizes_.push_back(static_cast<std::uint32_t>(cell.size()));
    text_ += cell;
  }
}

void RowStore::view(std::size_t row, RowView& into) const {
  const Entry& entry = rows_[row];
  into.kind = entry.kind;
  into.height = double{entry.height};
  into.cells.clear();
  std::size_t byte = entry.first_byte;
  for (std::size_t i = 0; i < cells_; ++i) {
    const std::size_t size = sizes_[entry.first_cell + i];
    into.cells.push_back(std::string_view(text_).substr(byte, size));
    byte += size;
  }
}

RegisterPlan::RegisterPlan(PageRoom room, Sums brought_in, bool brought_line_first)
    : room_(room), brought_line_first_(brought_line_first), sums_(std::move(brought_in)) {
  pages_.push_back({0, 0, sums_});
}

double RegisterPlan::room() const {
  if (pages_.size() > 1) return room_.next - room_.brought;
  return room_.first - (brought_line_first_ ? room_.brought : 0);
}

void RegisterPlan::add(const WrappedRow& row, const Sums& adds) {
  const double most = std::min(room_.first, room_.next) - room_.brought - room_.carried;
  if (row.height <= most) {
    add_part(row, adds);
    return;
  }
  const std::size_t lines = line_count(row);
  const std::size_t fits = std::max<std::size_t>(
      1, static_cast<std::size_t>(most / row.height * static_cast<double>(lines)) - 1);
  WrappedRow rest = row;
  WrappedRow part{row.kind, 0, std::vector<std::string>(row.cells.size())};
  for (std::size_t done = 0; done < lines; done += fits) {
    const std::size_t count = std::min(fits, lines - done);
    part.height = row.height * static_cast<double>(count) / static_cast<double>(lines) + 1;
    for (std::size_t i = 0; i < rest.cells.size(); ++i)
      part.cells[i] = take_lines(rest.cells[i], count);
    add_part(part, done == 0 ? adds : Sums(adds.size()));
  }
}

void RegisterPlan::add_part(const WrappedRow& row, const Sums& adds) {
  if (used_ + row.height + room_.carried > room() && pages_.back().last > pages_.back().first) {
    break_page();
  }
  rows_.add(row);
  for (std::size_t i = 0; i < sums_.size(); ++i) sums_[i] += adds[i];
  recent_.push_back(adds);
  if (recent_.size() > tail_rows) recent_.pop_front();
  used_ += row.height;
  pages_.back().last = rows_.size();
  pages_.back().after = sums_;
}

void RegisterPlan::break_page() {
  PlannedPage& page = pages_.back();
  used_ = 0;
  // The heading of a section goes with its first row; it adds nothing to the sums.
  if (page.last - page.first > 1 && rows_.kind(page.last - 1) == RowKind::section) {
    --page.last;
    used_ = rows_.height(page.last);
  }
  pages_.push_back({page.last, rows_.size(), sums_});
}

void RegisterPlan::finish(double closing) {
  if (closing <= 0 || closing <= left_over()) return;
  move_tail();
}

void RegisterPlan::move_tail() {
  PlannedPage& page = pages_.back();
  const std::size_t count = page.last - page.first;
  if (count <= tail_rows) return;
  PlannedPage tail{page.last - tail_rows, page.last, sums_};
  page.last = tail.first;
  for (const Sums& adds : recent_) {
    for (std::size_t i = 0; i < adds.size(); ++i) page.after[i] -= adds[i];
  }
  pages_.push_back(std::move(tail));
  used_ = 0;
  for (std::size_t row = rows_.size() - tail_rows; row < rows_.size(); ++row)
    used_ += rows_.height(row);
}

}  // namespace metodica::documents
