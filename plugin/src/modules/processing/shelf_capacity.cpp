#include "modules/processing/shelf_capacity.hpp"

#include <algorithm>
#include <charconv>

#include "bibliography/csv_records.hpp"
#include "modules/processing/captions.hpp"
#include "modules/processing/shelving.hpp"
#include "modules/stocktaking/api.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t years_averaged = 3;
constexpr std::int64_t marks_piece = 5000;
constexpr std::int64_t longest_shelf_cm = 2000;

struct Filed {
  std::string key, section, shelf_class;
  std::string call_number;
};

std::map<InventoryNumber, Filed> filed_marks(UnitOfWork& work) {
  std::map<InventoryNumber, Filed> filed;
  ShelfPlace after;
  for (;;) {
    auto marks = marks_in_order(work, "", after, marks_piece);
    for (ShelfMark& mark : marks) {
      after = {mark.shelf_key, mark.number};
      filed[mark.number] = {std::move(mark.shelf_key), std::move(mark.mark.section),
                            std::move(mark.mark.udc), std::move(mark.call_number)};
    }
    if (static_cast<std::int64_t>(marks.size()) < marks_piece)
      return filed;
  }
}

// A mark that came with the copy has not been taken apart yet.
Filed filed_as(const std::map<InventoryNumber, Filed>& filed, const CopyLine& line) {
  const auto known = filed.find(line.number);
  if (known != filed.end() && known->second.call_number == line.call_number)
    return known->second;
  const CallNumber mark = parse_call_number(line.call_number);
  return {shelf_key_text(line.call_number), mark.section, mark.udc, line.call_number};
}

bool stands_in(const Room& room, const std::string& section) {
  return room.section.empty() || section == (room.section == "-" ? "" : room.section);
}

std::string cell(const std::vector<std::string>& row, std::size_t column) {
  return column < row.size() ? row[column] : std::string();
}

// csv_records knows commas only; spreadsheets of this country write semicolons.
std::vector<std::vector<std::string>> rows_of(std::string_view csv) {
  const std::string_view head = csv.substr(0, csv.find('\n'));
  if (head.find(';') == std::string_view::npos)
    return csv_records(csv);
  std::string text(csv);
  std::replace(text.begin(), text.end(), ';', ',');
  return csv_records(text);
}

std::int64_t whole_number(const std::string& text) {
  std::int64_t number = 0;
  const char* const end = text.data() + text.size();
  const auto read = std::from_chars(text.data(), end, number);
  return read.ec == std::errc() && read.ptr == end ? number : 0;
}

// Finds by name or makes at the end.
Room room_called(UnitOfWork& work, const std::string& name) {
  const auto all = rooms(work);
  for (const Room& room : all) {
    if (room.name == name)
      return room;
  }
  Room room;
  room.name = name;
  room.position = all.empty() ? 1 : all.back().position + 1;
  room.id = keep_room(work, room);
  return room;
}

Bay bay_called(UnitOfWork& work, std::int64_t room, const std::string& name) {
  const auto all = bays(work, room);
  for (const Bay& bay : all) {
    if (bay.name == name)
      return bay;
  }
  Bay bay{0, room, all.empty() ? 1 : all.back().position + 1, name};
  bay.id = keep_bay(work, bay);
  return bay;
}

std::vector<Board> plain(const std::vector<FilledBoard>& filled) {
  std::vector<Board> boards;
  boards.reserve(filled.size());
  for (const FilledBoard& one : filled)
    boards.push_back(one.board);
  return boards;
}

// Writes the shelves of a room back, bay by bay.
void keep_boards(UnitOfWork& work, const std::vector<FilledBoard>& boards) {
  for (std::size_t first = 0; first < boards.size();) {
    std::size_t last = first;
    while (last < boards.size() && boards[last].board.bay == boards[first].board.bay)
      ++last;
    replace_boards(work, boards[first].board.bay,
                   {boards.begin() + static_cast<std::ptrdiff_t>(first),
                    boards.begin() + static_cast<std::ptrdiff_t>(last)});
    first = last;
  }
}

}  // namespace

Result<Room> room_named(UnitOfWork& work, std::int64_t id) {
  auto room = room_of(work, id);
  if (!room)
    return Unexpected(Problem(METODICA_NOT_FOUND, "shelves.room_unknown").at("room"));
  return *std::move(room);
}

Result<Bay> bay_named(UnitOfWork& work, std::int64_t id) {
  auto bay = bay_of(work, id);
  if (!bay)
    return Unexpected(Problem(METODICA_NOT_FOUND, "shelves.bay_unknown").at("bay"));
  return *std::move(bay);
}

BookWidths book_widths(UnitOfWork& work) {
  if (auto own = kept_widths(work))
    return *std::move(own);
  // Part of the program, read by a test.
  static const BookWidths standard = read_widths(data_file("book-widths.csv")).value();
  return standard;
}

Result<RoomStock> stock_of(Call& call, const Room& room) {
  RoomStock stock;
  const auto filed = filed_marks(call.work());
  const auto pages = all_pages(call.work());
  const BookWidths widths = book_widths(call.work());
  const Date recent = call.today().plus_months(-12 * static_cast<int>(years_averaged));
  std::vector<stocktaking::CopyName> names;
  std::vector<std::pair<std::string, std::size_t>> order;
  registers::CopyFilter filter;
  filter.custody = room.custody;
  for (const CopyLine& line : registers::copies(call.work(), filter)) {
    if (line.call_number.empty())
      continue;
    Filed mark = filed_as(filed, line);
    if (!stands_in(room, mark.section))
      continue;
    const auto known = pages.find(line.number);
    const std::int64_t width = widths.of(line.udc.empty() ? mark.shelf_class : line.udc,
                                         known == pages.end() ? 0 : known->second);
    stock.yearly += line.acquired_on > recent ? 1 : 0;
    names.push_back({line.number, line.barcode});
    stock.copies.push_back(
        {std::move(mark.key), line.call_number, std::move(mark.shelf_class), width, false});
  }
  stock.yearly = (stock.yearly + years_averaged - 1) / years_averaged;
  METODICA_TRY(const auto loans, stocktaking::loans_of(call, names));
  for (std::size_t i = 0; i < names.size(); ++i)
    stock.copies[i].on_loan = loans.on_loan.count(names[i].number) != 0;
  std::stable_sort(stock.copies.begin(), stock.copies.end(),
                   [](const Standing& a, const Standing& b) { return a.key < b.key; });
  return stock;
}

Result<void> measure_room(Call& call, const Room& room) {
  METODICA_TRY(const RoomStock stock, stock_of(call, room));
  auto boards = boards_of_room(call.work(), room.id);
  RoomLoad load = load_of(plain(boards), stock.copies);
  for (std::size_t i = 0; i < boards.size(); ++i)
    boards[i].load = std::move(load.boards[i]);
  keep_boards(call.work(), boards);
  Room figures = room;
  figures.copies = static_cast<std::int64_t>(stock.copies.size());
  figures.on_loan = std::count_if(stock.copies.begin(), stock.copies.end(),
                                  [](const Standing& copy) { return copy.on_loan; });
  figures.yearly = stock.yearly;
  figures.outside = load.outside;
  figures.measured_on = call.today();
  keep_room_figures(call.work(), figures);
  return {};
}

Result<PlannedShift> plan_for(Call& call, std::int64_t room, ShiftWish wish, bool loans_away) {
  PlannedShift planned;
  METODICA_TRY(planned.room, room_named(call.work(), room));
  planned.boards = boards_of_room(call.work(), room);
  if (planned.boards.empty())
    return invalid("shelves.no_boards", {}, "room");
  METODICA_TRY(const RoomStock stock, stock_of(call, planned.room));
  planned.copies = static_cast<std::int64_t>(stock.copies.size());
  if (loans_away && planned.copies > 0) {
    const auto away = std::count_if(stock.copies.begin(), stock.copies.end(),
                                    [](const Standing& copy) { return copy.on_loan; });
    wish.loan_permille = away * 1000 / planned.copies;
  }
  planned.plan = plan_shift(plain(planned.boards), stock.copies, wish);
  return planned;
}

Result<void> keep_plan(Call& call, const PlannedShift& planned) {
  auto boards = planned.boards;
  for (std::size_t i = 0; i < boards.size(); ++i) {
    boards[i].board.first_mark = planned.plan.boards[i].first;
    boards[i].board.first_key =
        boards[i].board.first_mark.empty() ? "" : shelf_key_text(boards[i].board.first_mark);
  }
  keep_boards(call.work(), boards);
  return measure_room(call, planned.room);
}

Result<std::int64_t> load_shelves(Call& call, std::string_view csv) {
  const auto rows = rows_of(csv);
  if (rows.empty() || rows.front().size() < 4)
    return invalid("shelves.csv_columns", {}, "file");
  std::map<std::int64_t, std::vector<FilledBoard>> by_bay;
  std::int64_t count = 0;
  for (std::size_t i = 1; i < rows.size(); ++i) {
    const std::int64_t cm = whole_number(cell(rows[i], 3));
    if (cell(rows[i], 0).empty() || cell(rows[i], 1).empty() || cm < 1 || cm > longest_shelf_cm)
      return invalid("shelves.csv_line", {{"line", static_cast<std::int64_t>(i + 1)}}, "file");
    const Room room = room_called(call.work(), rows[i][0]);
    const Bay bay = bay_called(call.work(), room.id, rows[i][1]);
    const std::string mark = cell(rows[i], 4);
    const std::string key = mark.empty() ? std::string() : shelf_key_text(mark);
    by_bay[bay.id].push_back({{bay.id, 0, cm * 10, mark, key}, {}});
    ++count;
  }
  for (const auto& [bay, boards] : by_bay)
    replace_boards(call.work(), bay, boards);
  for (const Room& room : rooms(call.work()))
    METODICA_CHECK(measure_room(call, room));
  return count;
}

Result<PagesLoaded> load_pages(Call& call, std::string_view csv) {
  const auto rows = rows_of(csv);
  PagesLoaded loaded;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::int64_t pages = whole_number(cell(rows[i], 1));
    if (pages < 1) {
      if (i == 0)
        continue;  // the heading
      return invalid("shelves.csv_line", {{"line", static_cast<std::int64_t>(i + 1)}}, "file");
    }
    const auto numbers = stocktaking::copies_of_code(call.work(), rows[i][0]);
    if (numbers.size() != 1) {
      ++loaded.unknown;
      continue;
    }
    keep_pages(call.work(), numbers.front(), pages);
    ++loaded.kept;
  }
  return loaded;
}

Result<InventoryNumber> learn_pages(Call& call, const InventoryNumber& after, std::int64_t most) {
  registers::CopyFilter filter;
  filter.after = after;
  filter.limit = most;
  const auto lines = registers::copies(call.work(), filter);
  if (lines.empty() || call.host().titles == nullptr)
    return InventoryNumber();
  std::vector<std::string> ids;
  std::vector<InventoryNumber> numbers;
  for (const CopyLine& line : lines) {
    if (line.title_ref.empty())
      continue;
    ids.push_back(line.title_ref);
    numbers.push_back(line.number);
  }
  METODICA_TRY(const auto titles,
               call.host().titles->read(call.host_context("pages"), ids, "title"));
  for (std::size_t i = 0; i < titles.size() && i < numbers.size(); ++i) {
    if (const auto pages = pages_in(titles[i]["pages"].text()))
      keep_pages(call.work(), numbers[i], *pages);
  }
  return lines.back().number;
}

}  // namespace metodica::processing
