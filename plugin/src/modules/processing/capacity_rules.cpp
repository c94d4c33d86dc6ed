#include "modules/processing/capacity_rules.hpp"

#include <algorithm>
#include <charconv>

#include "bibliography/csv_records.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t um_in_mm = 1000;
constexpr std::int64_t thinnest_um = 1000;
constexpr std::int64_t thickest_um = 1'000'000;
constexpr std::int64_t most_pages = 20'000;

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

// Dots are for reading only: the class 821 holds 821.135.1 and 82 holds both.
std::string digits_of(std::string_view udc) {
  std::string digits;
  for (const char c : udc) {
    if (is_digit(c)) {
      digits += c;
    } else if (c != '.') {
      break;
    }
  }
  return digits;
}

std::int64_t roman_value(std::string_view numeral) {
  std::int64_t value = 0;
  std::int64_t before = 0;
  for (std::size_t i = numeral.size(); i-- > 0;) {
    const std::string_view signs = "IVXLCDM";
    constexpr std::int64_t values[] = {1, 5, 10, 50, 100, 500, 1000};
    const std::size_t at = signs.find(static_cast<char>(numeral[i] & ~0x20));
    if (at == std::string_view::npos)
      return 0;
    value += values[at] < before ? -values[at] : values[at];
    before = std::max(before, values[at]);
  }
  return value;
}

// First shelf of each run: it has a mark, or it is the first of all.
std::vector<std::size_t> run_starts(const std::vector<Board>& boards) {
  std::vector<std::size_t> starts;
  for (std::size_t i = 0; i < boards.size(); ++i) {
    if (i == 0 || !boards[i].first_key.empty())
      starts.push_back(i);
  }
  return starts;
}

void put(const Standing& copy, BoardLoad& load) {
  if (load.copies == 0)
    load.first = copy.call_number;
  load.last = copy.call_number;
  ++load.copies;
  load.width_um += copy.width_um;
  load.away_um += copy.on_loan ? copy.width_um : 0;
}

// Copies [first, last) on shelves [from, to): each shelf gets the share of its length.
void spread(const std::vector<Board>& boards, std::size_t from, std::size_t to,
            const std::vector<Standing>& copies, std::size_t first, std::size_t last,
            RoomLoad& room) {
  std::int64_t length = 0;
  std::int64_t width = 0;
  for (std::size_t i = from; i < to; ++i)
    length += boards[i].length_mm;
  for (std::size_t i = first; i < last; ++i)
    width += copies[i].width_um;
  std::size_t board = from;
  std::int64_t passed = boards[from].length_mm;
  std::int64_t laid = 0;
  for (std::size_t i = first; i < last; ++i) {
    while (board + 1 < to && laid * length >= passed * width)
      passed += boards[++board].length_mm;
    put(copies[i], room.boards[board]);
    laid += copies[i].width_um;
  }
}

/// Fills one shelf after the other.
class Shift {
 public:
  Shift(const std::vector<Board>& boards, const ShiftWish& wish) : boards_(boards), wish_(wish) {
    plan_.boards.resize(boards.size());
  }

  void add(const Standing& copy) {
    Standing present = copy;
    present.on_loan = false;
    present.width_um = copy.width_um * (1000 - wish_.loan_permille) / 1000;
    const std::string head = digits_of(copy.shelf_class).substr(0, digits());
    if (at_ < boards_.size() && plan_.boards[at_].copies > 0 &&
        (!fits(present) || (digits() > 0 && head != head_ && half_used())))
      ++at_;
    head_ = head;
    if (at_ < boards_.size()) {
      put(present, plan_.boards[at_]);
      return;
    }
    ++plan_.left_over;
    lacking_um_ += present.width_um;
  }

  ShiftPlan result() {
    const std::int64_t used = std::max<std::int64_t>(1, 1000 - wish_.free_permille);
    plan_.lacking_mm = (lacking_um_ * 1000 / used + um_in_mm - 1) / um_in_mm;
    return std::move(plan_);
  }

 private:
  [[nodiscard]] std::size_t digits() const { return static_cast<std::size_t>(wish_.break_digits); }
  [[nodiscard]] std::int64_t target_um() const {
    return boards_[at_].length_mm * (1000 - wish_.free_permille);  // permille x mm = um
  }
  [[nodiscard]] bool fits(const Standing& copy) const {
    return plan_.boards[at_].width_um + copy.width_um <= target_um();
  }
  [[nodiscard]] bool half_used() const { return plan_.boards[at_].width_um * 2 >= target_um(); }

  const std::vector<Board>& boards_;
  const ShiftWish& wish_;
  ShiftPlan plan_;
  std::size_t at_ = 0;
  std::string head_;
  std::int64_t lacking_um_ = 0;
};

}  // namespace

std::int64_t BookWidths::of(std::string_view udc, std::int64_t pages) const {
  if (pages > 0 && leaf_um > 0)
    return std::max(thinnest_um, (pages + 1) / 2 * leaf_um + cover_um);
  const std::string digits = digits_of(udc);
  std::int64_t width = thinnest_um;
  std::size_t longest = 0;
  for (const auto& [prefix, um] : classes) {
    const std::string wanted = digits_of(prefix);
    if (wanted.size() >= longest && digits.compare(0, wanted.size(), wanted) == 0) {
      width = um;
      longest = wanted.size();
    }
  }
  return std::max(thinnest_um, width);
}

Result<BookWidths> read_widths(std::string_view csv) {
  BookWidths widths;
  std::int64_t line = 0;
  for (const auto& record : csv_records(csv)) {
    ++line;
    if (record.empty() || record[0].starts_with("#") || record[0] == "class")
      continue;
    const auto um = record.size() < 2 ? std::nullopt : micrometres(record[1]);
    if (!um || *um == 0)
      return invalid("shelves.width_line", {{"line", line}});
    if (record[0] == "leaf") {
      widths.leaf_um = *um;
    } else if (record[0] == "cover") {
      widths.cover_um = *um;
    } else {
      widths.classes.emplace_back(record[0], *um);
    }
  }
  return widths;
}

std::optional<std::int64_t> micrometres(std::string_view millimetres) {
  std::int64_t whole = 0;
  const char* const end = millimetres.data() + millimetres.size();
  const auto read = std::from_chars(millimetres.data(), end, whole);
  if (read.ec != std::errc() || whole < 0 || whole > thickest_um / um_in_mm)
    return {};
  const char* at = read.ptr;
  std::int64_t part = 0;
  if (at != end) {
    if ((*at != '.' && *at != ',') || end - at > 4 || end - at < 2)
      return {};
    std::int64_t scale = um_in_mm / 10;
    for (++at; at != end; ++at, scale /= 10) {
      if (!is_digit(*at))
        return {};
      part += (*at - '0') * scale;
    }
  }
  const std::int64_t um = whole * um_in_mm + part;
  return um <= thickest_um ? std::optional(um) : std::nullopt;
}

std::optional<std::int64_t> pages_in(std::string_view extent) {
  if (extent.find("vol") != std::string_view::npos)
    return {};
  const std::size_t p = extent.find("p.");
  const std::size_t end = p == std::string_view::npos ? extent.find(" p") : p;
  if (end == std::string_view::npos)
    return {};
  std::int64_t pages = 0;
  std::size_t at = 0;
  while (at < end) {
    const std::size_t stop = std::min(end, extent.find_first_of(" ,+[]()", at));
    const std::string_view word = extent.substr(at, stop - at);
    std::int64_t number = 0;
    const auto read = std::from_chars(word.data(), word.data() + word.size(), number);
    pages += !word.empty() && read.ptr == word.data() + word.size() ? number : roman_value(word);
    at = stop + 1;
  }
  return pages > 0 && pages <= most_pages ? std::optional(pages) : std::nullopt;
}

RoomLoad load_of(const std::vector<Board>& boards, const std::vector<Standing>& copies) {
  RoomLoad room;
  room.boards.resize(boards.size());
  if (boards.empty()) {
    room.outside = static_cast<std::int64_t>(copies.size());
    return room;
  }
  const auto place_of = [&](const std::string& key) {
    const auto place =
        std::lower_bound(copies.begin(), copies.end(), key,
                         [](const Standing& copy, const std::string& k) { return copy.key < k; });
    return static_cast<std::size_t>(place - copies.begin());
  };
  const auto starts = run_starts(boards);
  std::size_t first = boards.front().first_key.empty() ? 0 : place_of(boards.front().first_key);
  room.outside = static_cast<std::int64_t>(first);
  for (std::size_t i = 0; i < starts.size(); ++i) {
    const bool ends = i + 1 == starts.size();
    const std::size_t to = ends ? boards.size() : starts[i + 1];
    // A mark out of order must not take copies twice.
    const std::size_t last =
        ends ? copies.size() : std::max(first, place_of(boards[starts[i + 1]].first_key));
    spread(boards, starts[i], to, copies, first, last, room);
    first = last;
  }
  return room;
}

std::int64_t fill_permille(std::int64_t width_um, std::int64_t away_um, std::int64_t length_mm) {
  return length_mm > 0 ? (width_um - away_um) / length_mm : 0;  // um / mm = permille
}

ShiftPlan plan_shift(const std::vector<Board>& boards, const std::vector<Standing>& copies,
                     const ShiftWish& wish) {
  Shift shift(boards, wish);
  for (const Standing& copy : copies)
    shift.add(copy);
  return shift.result();
}

std::optional<std::int64_t> years_left(const std::vector<Board>& boards, const RoomLoad& load,
                                       std::int64_t yearly) {
  std::int64_t free_um = 0;
  std::int64_t width = 0;
  std::int64_t copies = 0;
  for (const Board& board : boards)
    free_um += board.length_mm * um_in_mm;
  for (const BoardLoad& board : load.boards) {
    free_um -= board.width_um - board.away_um;
    width += board.width_um;
    copies += board.copies;
  }
  if (copies == 0 || yearly <= 0 || free_um <= 0)
    return {};
  return free_um / (std::max(thinnest_um, width / copies) * yearly);
}

}  // namespace metodica::processing
