/// Which rows stand on which page. Rows are pulled once and kept as wrapped text, so that the
/// number of pages is known before the first page is drawn.
#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "documents/table_layout.hpp"

namespace metodica::documents {

/// Wrapped rows in one block of text: about 0.3 KiB each.
class RowStore {
 public:
  void add(const WrappedRow& row);
  [[nodiscard]] std::size_t size() const { return rows_.size(); }
  [[nodiscard]] double height(std::size_t row) const { return double{rows_[row].height}; }
  [[nodiscard]] RowKind kind(std::size_t row) const { return rows_[row].kind; }
  /// Views into the store, good until the next add().
  void view(std::size_t row, RowView& into) const;

 private:
  struct Entry {
    RowKind kind;
    float height;
    std::size_t first_cell;
    std::size_t first_byte;
  };

  std::vector<Entry> rows_;
  std::vector<std::uint32_t> sizes_;  ///< of each cell, bytes
  std::string text_;
  std::size_t cells_ = 0;  ///< in a row
};

/// Rows [first, last) and the sums after them. Without rows the page only holds closing text.
struct PlannedPage {
  std::size_t first = 0;
  std::size_t last = 0;
  Sums after;
};

/// Room for rows, in points, below the heading of the table.
struct PageRoom {
  double first = 0;    ///< on the first page
  double next = 0;     ///< on the others
  double brought = 0;  ///< height of the "Report" line, 0 when there is none
  double carried = 0;  ///< height of the "De reportat" or "Total" line, 0 when there is none
};

class RegisterPlan {
 public:
  RegisterPlan(PageRoom room, Sums brought_in, bool brought_line_first);

  /// Takes the next row with what it adds to the sums. A row taller than a page becomes several.
  void add(const WrappedRow& row, const Sums& adds);
  /// Ends the table. When `closing` points do not fit below it, the last rows move to a page of
  /// their own together with the closing text, so that no signature stands without rows.
  void finish(double closing);

  [[nodiscard]] const RowStore& rows() const { return rows_; }
  [[nodiscard]] const std::vector<PlannedPage>& pages() const { return pages_; }
  [[nodiscard]] const Sums& total() const { return sums_; }
  /// Room that the last page has left below its total line.
  [[nodiscard]] double left_over() const { return room() - used_ - room_.carried; }

 private:
  [[nodiscard]] double room() const;
  void add_part(const WrappedRow& row, const Sums& adds);
  void break_page();
  void move_tail();

  static constexpr std::size_t tail_rows = 3;

  PageRoom room_;
  bool brought_line_first_;
  RowStore rows_;
  std::vector<PlannedPage> pages_;
  Sums sums_;
  double used_ = 0;
  std::deque<Sums> recent_;  ///< what each of the last rows added
};

}  // namespace metodica::documents
