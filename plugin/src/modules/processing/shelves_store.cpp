#include "modules/processing/shelves_store.hpp"

namespace metodica::processing {
namespace {

std::vector<Room> read_rooms(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<Room> found;
  work.each<std::int64_t, std::int64_t, std::string, std::string, std::string, std::int64_t,
            std::int64_t, std::int64_t, std::int64_t, Date>(
      "SELECT id, position, name, section, custody, copies, on_loan, yearly, outside, measured_on "
      "FROM shelf_room WHERE library = {library} " +
          rest,
      binds,
      [&](std::int64_t id, std::int64_t position, std::string name, std::string section,
          std::string custody, std::int64_t copies, std::int64_t on_loan, std::int64_t yearly,
          std::int64_t outside, Date on) {
        found.push_back({id, position, std::move(name), std::move(section), std::move(custody),
                         copies, on_loan, yearly, outside, on});
      });
  return found;
}

std::vector<Bay> read_bays(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<Bay> found;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::string>(
      "SELECT id, room, position, name FROM shelf_bay WHERE library = {library} " + rest, binds,
      [&](std::int64_t id, std::int64_t room, std::int64_t position, std::string name) {
        found.push_back({id, room, position, std::move(name)});
      });
  return found;
}

std::vector<FilledBoard> read_boards(UnitOfWork& work, const std::string& rest,
                                     const Binds& binds) {
  std::vector<FilledBoard> found;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::string, std::string, std::int64_t,
            std::int64_t, std::int64_t, std::string, std::string>(
      "SELECT s.bay, s.position, s.length_mm, s.first_mark, s.first_key, s.copies, s.width_um, "
      "s.away_um, s.begins_with, s.ends_with FROM shelf_board s JOIN shelf_bay b ON b.library = "
      "s.library AND "
      "b.id = s.bay WHERE s.library = {library} " +
          rest + " ORDER BY b.position, b.id, s.position",
      binds,
      [&](std::int64_t bay, std::int64_t position, std::int64_t length, std::string mark,
          std::string key, std::int64_t copies, std::int64_t width, std::int64_t away,
          std::string first, std::string last) {
        BoardLoad load{copies, width, away, std::move(first), std::move(last)};
        found.push_back(
            {{bay, position, length, std::move(mark), std::move(key)}, std::move(load)});
      });
  return found;
}

}  // namespace

std::vector<Room> rooms(UnitOfWork& work) {
  return read_rooms(work, "ORDER BY position, id", {});
}

std::optional<Room> room_of(UnitOfWork& work, std::int64_t id) {
  auto found = read_rooms(work, "AND id = $1", {id});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::int64_t keep_room(UnitOfWork& work, const Room& room) {
  if (room.id != 0) {
    work.execute(
        "UPDATE shelf_room SET position = $1, name = $2, section = $3, custody = $4 WHERE "
        "library = {library} AND id = $5",
        {room.position, room.name, room.section, room.custody, room.id});
    return room.id;
  }
  const std::int64_t id = work.take("shelf_room");
  work.execute(
      "INSERT INTO shelf_room (library, id, position, name, section, custody, copies, on_loan, "
      "yearly, outside, measured_on) VALUES ({library}, $1, $2, $3, $4, $5, 0, 0, 0, 0, '')",
      {id, room.position, room.name, room.section, room.custody});
  return id;
}

void keep_room_figures(UnitOfWork& work, const Room& room) {
  work.execute(
      "UPDATE shelf_room SET copies = $1, on_loan = $2, yearly = $3, outside = $4, "
      "measured_on = $5 WHERE library = {library} AND id = $6",
      {room.copies, room.on_loan, room.yearly, room.outside, room.measured_on, room.id});
}

void remove_room(UnitOfWork& work, std::int64_t id) {
  for (const Bay& bay : bays(work, id))
    remove_bay(work, bay.id);
  work.execute("DELETE FROM shelf_room WHERE library = {library} AND id = $1", {id});
}

std::vector<Bay> bays(UnitOfWork& work, std::int64_t room) {
  return read_bays(work, "AND room = $1 ORDER BY position, id", {room});
}

std::optional<Bay> bay_of(UnitOfWork& work, std::int64_t id) {
  auto found = read_bays(work, "AND id = $1", {id});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::int64_t keep_bay(UnitOfWork& work, const Bay& bay) {
  if (bay.id != 0) {
    work.execute(
        "UPDATE shelf_bay SET position = $1, name = $2 WHERE library = {library} AND id = $3",
        {bay.position, bay.name, bay.id});
    return bay.id;
  }
  const std::int64_t id = work.take("shelf_bay");
  work.execute(
      "INSERT INTO shelf_bay (library, id, room, position, name) VALUES ({library}, $1, $2, $3, "
      "$4)",
      {id, bay.room, bay.position, bay.name});
  return id;
}

void remove_bay(UnitOfWork& work, std::int64_t id) {
  work.execute("DELETE FROM shelf_board WHERE library = {library} AND bay = $1", {id});
  work.execute("DELETE FROM shelf_bay WHERE library = {library} AND id = $1", {id});
}

std::vector<FilledBoard> boards_of_room(UnitOfWork& work, std::int64_t room) {
  return read_boards(work, "AND b.room = $1", {room});
}

std::vector<FilledBoard> boards_of_bay(UnitOfWork& work, std::int64_t bay) {
  return read_boards(work, "AND s.bay = $1", {bay});
}

void replace_boards(UnitOfWork& work, std::int64_t bay, const std::vector<FilledBoard>& boards) {
  work.execute("DELETE FROM shelf_board WHERE library = {library} AND bay = $1", {bay});
  if (boards.empty())
    return;
  Batch batch("shelf_board", {{"bay", ColumnKind::integer},
                              {"position", ColumnKind::integer},
                              {"length_mm", ColumnKind::integer},
                              {"first_mark", ColumnKind::text},
                              {"first_key", ColumnKind::text},
                              {"copies", ColumnKind::integer},
                              {"width_um", ColumnKind::integer},
                              {"away_um", ColumnKind::integer},
                              {"begins_with", ColumnKind::text},
                              {"ends_with", ColumnKind::text}});
  std::int64_t position = 0;
  for (const auto& [board, load] : boards) {
    batch.add({bay, ++position, board.length_mm, board.first_mark, board.first_key, load.copies,
               load.width_um, load.away_um, load.first, load.last});
  }
  work.insert(batch);
}

std::optional<BookWidths> kept_widths(UnitOfWork& work) {
  const auto leaf = work.one<std::int64_t, std::int64_t>(
      "SELECT leaf_um, cover_um FROM book_leaf WHERE library = {library}");
  if (!leaf)
    return {};
  BookWidths widths;
  widths.leaf_um = std::get<0>(*leaf);
  widths.cover_um = std::get<1>(*leaf);
  work.each<std::string, std::int64_t>(
      "SELECT prefix, width_um FROM book_width WHERE library = {library} ORDER BY prefix", {},
      [&](std::string prefix, std::int64_t um) {
        widths.classes.emplace_back(std::move(prefix), um);
      });
  return widths;
}

void replace_widths(UnitOfWork& work, const BookWidths& widths) {
  work.execute("DELETE FROM book_width WHERE library = {library}");
  work.execute("DELETE FROM book_leaf WHERE library = {library}");
  work.execute("INSERT INTO book_leaf (library, leaf_um, cover_um) VALUES ({library}, $1, $2)",
               {widths.leaf_um, widths.cover_um});
  if (widths.classes.empty())
    return;
  Batch batch("book_width", {{"prefix", ColumnKind::text}, {"width_um", ColumnKind::integer}});
  for (const auto& [prefix, um] : widths.classes)
    batch.add({prefix, um});
  work.insert(batch);
}

std::map<InventoryNumber, std::int64_t> all_pages(UnitOfWork& work) {
  std::map<InventoryNumber, std::int64_t> pages;
  work.each<std::string, std::int64_t, std::int64_t>(
      "SELECT register, number, pages FROM copy_pages WHERE library = {library}", {},
      [&](std::string code, std::int64_t number, std::int64_t count) {
        pages[{std::move(code), number}] = count;
      });
  return pages;
}

void keep_pages(UnitOfWork& work, const InventoryNumber& number, std::int64_t pages) {
  work.execute(
      "INSERT INTO copy_pages (library, register, number, pages) VALUES ({library}, $1, $2, $3) ON "
      "CONFLICT (library, register, number) DO UPDATE SET pages = excluded.pages",
      {number.register_code, number.number, pages});
}

}  // namespace metodica::processing
