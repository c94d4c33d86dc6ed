#include "modules/processing/reading_picture.hpp"

#include <map>

#include "ui/svg.hpp"

namespace metodica::processing {
namespace {

// Millimetres would not help on a screen: these are units of the picture, about a pixel each.
constexpr double spine_width = 18;
constexpr double spine_step = 20;
constexpr int slots_in_row = 40;
constexpr double margin = 10;
constexpr double book_height = 128;
constexpr double lifted_by = 16;
constexpr double above_books = 40;  // for lifted books and their numbers
constexpr double row_height = above_books + book_height + 34;
constexpr std::size_t most_spines = 240;
constexpr std::size_t around = 4;
constexpr std::size_t longest_mark = 21;

struct Slot {
  std::size_t scan = 0;      ///< place in the list of scans
  std::size_t left_out = 0;  ///< > 0: a gap that stands for so many scans
};

std::vector<Slot> slots_of(const std::vector<ShelfWindow>& windows, std::size_t scans) {
  std::vector<Slot> slots;
  std::size_t next = 0;
  for (const ShelfWindow& window : windows) {
    if (window.first > next)
      slots.push_back({0, window.first - next});
    for (std::size_t i = window.first; i <= window.last; ++i)
      slots.push_back({i, 0});
    next = window.last + 1;
  }
  if (next < scans)
    slots.push_back({0, scans - next});
  return slots;
}

// Before which scan each move goes; the place after the last scan is scans.size().
std::map<std::size_t, std::string> gaps_of(const ReadRun& run, std::size_t scans) {
  std::map<std::size_t, std::string> gaps;
  std::size_t last = 0;
  for (const Stray& stray : run.order.strays) {
    if (stray.block + 1 == last)
      continue;
    last = stray.block + 1;
    const std::size_t gap = stray.before ? *stray.before : stray.after ? *stray.after + 1 : scans;
    std::string& words = gaps[gap];
    words += (words.empty() ? "" : " ") + std::to_string(last);
  }
  return gaps;
}

class Picture {
 public:
  Picture(const Messages& say, const std::vector<Scan>& scans, const ReadRun& run)
      : say_(say),
        scans_(scans),
        run_(run),
        slots_(slots_of(worth_drawing(run, scans.size(), around, most_spines), scans.size())),
        gaps_(gaps_of(run, scans.size())) {}

  std::string svg() {
    const int rows = (static_cast<int>(slots_.size()) + slots_in_row - 1) / slots_in_row;
    Svg svg(2 * margin + slots_in_row * spine_step, rows * row_height + margin,
            say_("shelves.picture_title"));
    for (int row = 0; row < rows; ++row)
      svg.rect({margin, board(row), slots_in_row * spine_step, 5}, {"#8a7a63", "#6b5d49"});
    for (std::size_t i = 0; i < slots_.size(); ++i)
      draw_slot(svg, i);
    return svg.text();
  }

 private:
  static double board(int row) { return row * row_height + above_books + book_height; }

  void draw_slot(Svg& svg, std::size_t at) {
    const Slot& slot = slots_[at];
    const int row = static_cast<int>(at) / slots_in_row;
    const double x = margin + static_cast<int>(at) % slots_in_row * spine_step + 1;
    if (slot.left_out > 0) {
      svg.words(x + spine_width / 2 + 4, board(row) - 8,
                say_("shelves.left_out", {{"count", static_cast<std::int64_t>(slot.left_out)}}),
                {11, "#3f4a57", true});
      return;
    }
    draw_gap(svg, slot.scan, x - 1, row);
    if (slot.scan + 1 == scans_.size())
      draw_gap(svg, scans_.size(), x + spine_step - 1, row);
    draw_spine(svg, slot.scan, x, row);
  }

  void draw_gap(Svg& svg, std::size_t before, double x, int row) {
    const auto gap = gaps_.find(before);
    if (gap == gaps_.end())
      return;
    const double y = board(row);
    svg.polygon({{x, y + 4}, {x - 6, y + 15}, {x + 6, y + 15}}, "#0b57a4");
    svg.words(x, y + 27, gap->second, {12, "#0b57a4", false, true});
  }

  void draw_spine(Svg& svg, std::size_t index, double x, int row) {
    const Scan& scan = scans_[index];
    const std::size_t move = run_.move[index];
    const bool apart = scan.state != ScanState::here;
    // Books differ in height; so do these, by their place, to look like a shelf and not a fence.
    const double height = book_height - static_cast<int>(index * 7 % 5) * 3;
    const double top = board(row) - height - (move > 0 ? lifted_by : 0);
    const SvgLook look = move > 0 ? SvgLook{"#ffd9b8", "#9a3412", 2}
                         : apart  ? SvgLook{"#ffffff", "#6b7684", 1, "3 2"}
                                  : SvgLook{"#dfe7ef", "#7b8896", 1};
    svg.rect({x, top, spine_width, height}, look);
    svg.words(x + spine_width / 2 + 4, top + height - 5, mark_text(scan), {10.5, "#1d2732", true});
    if (move > 0)
      svg.words(x + spine_width / 2, top - 5, std::to_string(move), {12, "#9a3412", false, true});
    if (apart)
      svg.words(x + spine_width / 2, top - 4, "×", {13, "#3f4a57", false, true});
  }

  static std::string mark_text(const Scan& scan) {
    const std::string& text = scan.call_number.empty() ? scan.code : scan.call_number;
    if (text.size() <= longest_mark)
      return text;
    std::size_t end = longest_mark - 1;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U)
      --end;
    return text.substr(0, end) + "…";
  }

  const Messages& say_;
  const std::vector<Scan>& scans_;
  const ReadRun& run_;
  std::vector<Slot> slots_;
  std::map<std::size_t, std::string> gaps_;
};

}  // namespace

std::string shelf_picture(const Messages& say, const std::vector<Scan>& scans, const ReadRun& run) {
  return scans.empty() ? std::string() : Picture(say, scans, run).svg();
}

}  // namespace metodica::processing
