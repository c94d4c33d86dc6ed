// Rooms, bays and shelves: how full they are, and their registry.

#include "modules/processing/shelves_screens.hpp"

#include <algorithm>

#include "modules/processing/capacity_picture.hpp"
#include "modules/processing/processing_rules.hpp"
#include "modules/processing/processing_screens.hpp"
#include "modules/processing/shelves_forms.hpp"
#include "text/numbers.hpp"

namespace metodica::processing {
namespace {

constexpr std::int64_t usual_length_mm = 900;
constexpr std::int64_t working = 750;
constexpr std::int64_t full = 1000;

Json room_args(std::int64_t room) {
  return Json::object({{"room", room}});
}

std::int64_t number_in(const std::string& text) {
  const auto number = InventoryNumber::parse({}, text);
  return number ? number->number : 0;
}

/// Sums over shelves.
struct Sums {
  std::int64_t boards = 0, length_mm = 0, copies = 0, width_um = 0, away_um = 0;

  void add(const FilledBoard& shelf) {
    ++boards;
    length_mm += shelf.board.length_mm;
    copies += shelf.load.copies;
    width_um += shelf.load.width_um;
    away_um += shelf.load.away_um;
  }
  [[nodiscard]] std::int64_t fill() const { return fill_permille(width_um, away_um, length_mm); }
  [[nodiscard]] std::int64_t free_mm() const { return length_mm - (width_um - away_um) / 1000; }
};

Cell fill_cell(const Messages& say, const Sums& sums) {
  const std::int64_t fill = sums.fill();
  if (sums.length_mm == 0)
    return Cell("");
  if (fill > full)
    return Cell::tag(shown_percent(fill) + " – " + say("shelves.overfull"), Level::bad);
  if (fill > working)
    return Cell::tag(shown_percent(fill) + " – " + say("shelves.tight"), Level::warn);
  return Cell::tag(shown_percent(fill), Level::good);
}

Table bays_table(const Messages& say) {
  Table table("bays");
  table.column("bay", say("shelves.bay"));
  table.column("boards", say("shelves.boards"), CellKind::integer);
  table.column("length", say("shelves.length_m"), CellKind::integer);
  table.column("copies", say("processing.col.copies"), CellKind::integer);
  table.column("fill", say("shelves.fill"), CellKind::tag);
  table.column("free", say("shelves.free_m"), CellKind::integer);
  table.column("first", say("shelves.col.first"));
  table.column("last", say("shelves.col.last"));
  table.empty(say("shelves.no_bays"));
  return table;
}

void bay_row(const Messages& say, const Bay& bay, const std::vector<FilledBoard>& boards,
             Table& table) {
  Sums sums;
  std::string first, last;
  for (const FilledBoard& shelf : boards) {
    sums.add(shelf);
    if (first.empty())
      first = shelf.load.first;
    if (!shelf.load.last.empty())
      last = shelf.load.last;
  }
  table.row({Cell::link(bay.name, "processing.bay", Json::object({{"bay", bay.id}})),
             shown_integer(sums.boards, say.lang()), shown_metres(say, sums.length_mm),
             shown_integer(sums.copies, say.lang()), fill_cell(say, sums),
             shown_metres(say, sums.free_mm()), first, last});
}

// Growth and loans of a room in words.
std::string growth_text(const Messages& say, const Room& room,
                        const std::vector<FilledBoard>& boards) {
  std::vector<Board> plain;
  RoomLoad load;
  for (const FilledBoard& shelf : boards) {
    plain.push_back(shelf.board);
    load.boards.push_back(shelf.load);
  }
  std::string text =
      say("shelves.growth",
          {{"count", room.yearly},
           {"percent", shown_percent(room.copies > 0 ? room.yearly * 1000 / room.copies : 0)}});
  if (const auto years = years_left(plain, load, room.yearly))
    text += " " + say("shelves.years_left", {{"count", *years}});
  return text;
}

void add_room(Call& call, const Room& room, Screen& screen) {
  const Messages& say = call.say();
  Sums sums;
  Table table = bays_table(say);
  std::vector<BayFill> fills;
  for (const Bay& bay : bays(call.work(), room.id)) {
    auto boards = boards_of_bay(call.work(), bay.id);
    for (const FilledBoard& shelf : boards)
      sums.add(shelf);
    bay_row(say, bay, boards, table);
    fills.push_back({bay.name, std::move(boards)});
  }
  const auto boards = boards_of_room(call.work(), room.id);
  screen.heading(room.name);
  Figure fill{say("shelves.fill"), shown_percent(sums.fill()),
              say("shelves.of_metres", {{"length", shown_metres(say, sums.length_mm)}})};
  fill.done = sums.fill();
  fill.of = full;
  screen.figures({fill,
                  {say("shelves.free_m"), shown_metres(say, sums.free_mm())},
                  {say("shelves.copies"), shown_integer(room.copies, say.lang())},
                  {say("shelves.share_on_loan"),
                   shown_percent(room.copies > 0 ? room.on_loan * 1000 / room.copies : 0)}});
  if (room.measured_on.none()) {
    screen.say(say("shelves.not_measured"), Level::warn);
  } else {
    screen.text(growth_text(say, room, boards) + " " +
                say("shelves.measured", {{"date", room.measured_on.shown(say.lang())}}));
  }
  if (room.outside > 0)
    screen.say(say("shelves.outside", {{"count", room.outside}}), Level::warn);
  const std::string svg = capacity_picture(say, fills);
  if (!svg.empty())
    screen.picture(svg, say("shelves.fill_alt", {{"room", room.name}}), table);
  screen.table(table);
  Button measure{say("shelves.measure"), "processing.room_measure", room_args(room.id)};
  measure.writes = true;
  screen.actions({measure,
                  {say("shelves.to_room"), "processing.room", room_args(room.id)},
                  {say("shelves.to_shift"), "processing.shift", room_args(room.id)}});
}

Screen shelves_screen(Call& call, const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Screen screen("processing.shelves", say("shelves.title"));
  screen.sub(say("shelves.sub"));
  const auto all = rooms(call.work());
  for (const Room& room : all)
    add_room(call, room, screen);
  if (all.empty())
    screen.text(say("shelves.none_yet"));
  Button add{say("shelves.add_room"), "processing.room_new"};
  add.primary = all.empty();
  screen.actions({add, {say("shelves.to_widths"), "processing.widths"}});
  screen.group(say("shelves.csv_heading"), [&](Screen& inside) {
    inside.form(csv_form(say, "shelves_load", "processing.shelves_load", "shelves.csv_help"), say,
                {}, problems);
  });
  return screen;
}

Result<Reply> show_room(Call& call, std::int64_t id, const Json& typed,
                        const std::vector<Problem>& problems) {
  const Messages& say = call.say();
  Room room;
  std::vector<Bay> its_bays;
  std::vector<std::vector<FilledBoard>> boards;
  if (id != 0) {
    METODICA_TRY(room, room_named(call.work(), id));
    its_bays = bays(call.work(), id);
    for (const Bay& bay : its_bays)
      boards.push_back(boards_of_bay(call.work(), bay.id));
  }
  Screen screen("processing.room", id == 0 ? say("shelves.new_room") : room.name);
  screen.sub(say("shelves.room_sub"));
  screen.form(room_save_form(say), say,
              typed.is_object() ? typed : room_values(room, its_bays, boards), problems);
  screen.actions({{say("shelves.to_shelves"), "processing.shelves"}});
  return Reply::screen(screen);
}

// More shelves are added at the foot, fewer are taken away there.
void resize_bay(UnitOfWork& work, std::int64_t bay, const Values& row) {
  auto boards = boards_of_bay(work, bay);
  const std::int64_t length_cm = row.integer("length");
  const std::int64_t count = row.integer("boards", static_cast<std::int64_t>(boards.size()));
  if (length_cm > 0) {
    for (FilledBoard& one : boards)
      one.board.length_mm = length_cm * 10;
  }
  const FilledBoard next{{bay,
                          0,
                          length_cm > 0    ? length_cm * 10
                          : boards.empty() ? usual_length_mm
                                           : boards.back().board.length_mm,
                          {},
                          {}},
                         {}};
  boards.resize(static_cast<std::size_t>(count), next);
  replace_boards(work, bay, boards);
}

Result<Reply> run_room_save(Call& call, const Values& in) {
  Room room;
  if (in.has("room")) {
    METODICA_TRY(room, room_named(call.work(), number_in(in.text("room"))));
  }
  const auto go = [&](const char* message) {
    return Reply::go("processing.shelves", Json::object(),
                     call.say()(message, {{"name", in.text("name")}}));
  };
  if (in.yes("remove")) {
    if (room.id != 0)
      remove_room(call.work(), room.id);
    return go("shelves.room_removed");
  }
  room.name = in.text("name");
  room.position = in.integer("position", room.id != 0 ? room.position : std::int64_t{999});
  room.section = in.text("section");
  room.custody = in.text("custody");
  room.id = keep_room(call.work(), room);
  std::vector<Bay> before = bays(call.work(), room.id);
  std::int64_t position = 0;
  for (const Values& row : in.rows("bays")) {
    if (!row.has("name"))
      continue;  // a bay whose name was emptied is taken out
    const std::int64_t known = number_in(row.text("bay"));
    const auto found =
        std::find_if(before.begin(), before.end(), [&](const Bay& bay) { return bay.id == known; });
    const std::int64_t id = keep_bay(
        call.work(), {found == before.end() ? 0 : known, room.id, ++position, row.text("name")});
    if (found != before.end())
      before.erase(found);
    resize_bay(call.work(), id, row);
  }
  for (const Bay& gone : before)
    remove_bay(call.work(), gone.id);
  METODICA_CHECK(measure_room(call, room));
  return go("shelves.room_saved");
}

Result<Reply> show_bay(Call& call, std::int64_t id, const Json& typed,
                       const std::vector<Problem>& problems) {
  METODICA_TRY(const Bay bay, bay_named(call.work(), id));
  METODICA_TRY(const Room room, room_named(call.work(), bay.room));
  const Messages& say = call.say();
  const auto boards = boards_of_bay(call.work(), id);
  Screen screen("processing.bay", say("shelves.bay_title", {{"bay", bay.name}}));
  screen.sub(room.name);
  Table table("shelves");
  table.column("shelf", say("shelves.shelf"), CellKind::integer);
  table.column("length", say("shelves.length_m"), CellKind::integer);
  table.column("copies", say("processing.col.copies"), CellKind::integer);
  table.column("fill", say("shelves.fill"), CellKind::tag);
  table.column("first", say("shelves.col.first"));
  table.column("last", say("shelves.col.last"));
  table.empty(say("shelves.no_boards"));
  for (const FilledBoard& shelf : boards) {
    Sums sums;
    sums.add(shelf);
    table.row({std::to_string(shelf.board.position), shown_metres(say, shelf.board.length_mm),
               shown_integer(shelf.load.copies, say.lang()), fill_cell(say, sums), shelf.load.first,
               shelf.load.last});
  }
  const std::string svg = capacity_picture(say, {{bay.name, boards}});
  if (!svg.empty())
    screen.picture(svg, say("shelves.fill_alt", {{"room", bay.name}}), table);
  screen.table(table);
  screen.form(bay_save_form(say), say, typed.is_object() ? typed : bay_values(bay, boards),
              problems);
  screen.actions({{say("shelves.to_shelves"), "processing.shelves"},
                  {say("shelves.to_room"), "processing.room", room_args(room.id)}});
  return Reply::screen(screen);
}

Result<Reply> run_bay_save(Call& call, const Values& in) {
  METODICA_TRY(Bay bay, bay_named(call.work(), number_in(in.text("bay"))));
  METODICA_TRY(const Room room, room_named(call.work(), bay.room));
  bay.name = in.text("name");
  keep_bay(call.work(), bay);
  std::vector<FilledBoard> boards;
  for (const Values& row : in.rows("shelves")) {
    const std::string& mark = row.text("first");
    boards.push_back({{bay.id, 0, row.integer("length") * 10, mark,
                       mark.empty() ? std::string() : shelf_key_text(mark)},
                      {}});
  }
  replace_boards(call.work(), bay.id, boards);
  METODICA_CHECK(measure_room(call, room));
  return Reply::go("processing.bay", Json::object({{"bay", bay.id}}),
                   call.say()("shelves.bay_saved", {{"name", bay.name}}));
}

Result<Reply> run_measure(Call& call, const Values& in) {
  METODICA_TRY(const Room room, room_named(call.work(), in.integer("room")));
  METODICA_CHECK(measure_room(call, room));
  return Reply::go("processing.shelves", Json::object(),
                   call.say()("shelves.measured_now", {{"name", room.name}}));
}

Result<Reply> run_load(Call& call, const Values& in) {
  METODICA_TRY(const std::int64_t count, load_shelves(call, in.file("file").bytes));
  return Reply::go("processing.shelves", Json::object(),
                   call.say()("shelves.csv_loaded", {{"count", count}}));
}

std::int64_t given_number(const Json& value) {
  return value.is_text() ? number_in(value.text()) : value.integer();
}

void add(ActionList& actions, const char* name, ActionKind kind,
         std::function<Form(const Messages&)> form, const char* example,
         std::function<Result<Reply>(Call&, const Values&)> run,
         std::function<Result<Reply>(Call&, const Json&, const std::vector<Problem>&)> again = {}) {
  actions.push_back({name,
                     kind,
                     kind == ActionKind::read ? readers : workers,
                     "screen",
                     std::move(form),
                     example,
                     {},
                     std::move(run),
                     std::move(again)});
}

void add_registry(ActionList& actions) {
  add(actions, "processing.room_new", ActionKind::read, no_arguments, "{}",
      [](Call& call, const Values&) { return show_room(call, 0, {}, {}); });
  add(
      actions, "processing.room", ActionKind::read,
      [](const Messages& say) {
        Form form = room_form(say, "processing.room");
        form.reads();
        return form;
      },
      R"({"room":1})",
      [](Call& call, const Values& in) { return show_room(call, in.integer("room"), {}, {}); });
  add(actions, "processing.room_save", ActionKind::write, room_save_form,
      R"({"name":"Sala 1","bays":[{"name":"Raionul 1","boards":5,"length":90}]})", run_room_save,
      [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return show_room(call, given_number(typed["room"]), typed, problems);
      });
  add(
      actions, "processing.bay", ActionKind::read,
      [](const Messages& say) {
        Form form = bay_form(say, "processing.bay");
        form.reads();
        return form;
      },
      R"({"bay":1})",
      [](Call& call, const Values& in) { return show_bay(call, in.integer("bay"), {}, {}); });
  add(actions, "processing.bay_save", ActionKind::write, bay_save_form,
      R"({"bay":"1","name":"Raionul 1","shelves":[{"length":90,"first":"51 A10"}]})", run_bay_save,
      [](Call& call, const Json& typed, const std::vector<Problem>& problems) {
        return show_bay(call, given_number(typed["bay"]), typed, problems);
      });
}

}  // namespace

std::string shown_metres(const Messages& say, std::int64_t millimetres) {
  const std::int64_t tenths = (millimetres + (millimetres < 0 ? -50 : 50)) / 100;
  const std::int64_t size = tenths < 0 ? -tenths : tenths;
  return (tenths < 0 ? "-" : "") + shown_integer(size / 10, say.lang()) + decimal_sign(say.lang()) +
         std::to_string(size % 10) + " m";
}

std::string shown_percent(std::int64_t permille) {
  return std::to_string((permille + 5) / 10) + " %";
}

void add_shelves_screens(ActionList& actions) {
  add(actions, "processing.shelves", ActionKind::read, no_arguments, "{}",
      [](Call& call, const Values&) -> Result<Reply> {
        return Reply::screen(shelves_screen(call, {}));
      });
  add_registry(actions);
  add(
      actions, "processing.room_measure", ActionKind::write,
      [](const Messages& say) { return room_form(say, "processing.room_measure"); },
      R"({"room":1})", run_measure);
  add(
      actions, "processing.shelves_load", ActionKind::write,
      [](const Messages& say) {
        return csv_form(say, "shelves_load", "processing.shelves_load", "shelves.csv_help");
      },
      R"({"file":{"name":"rafturi.csv","base64":"YSxiLGMsZA=="}})", run_load,
      [](Call& call, const Json&, const std::vector<Problem>& problems) -> Result<Reply> {
        return Reply::screen(shelves_screen(call, problems));
      });
}

}  // namespace metodica::processing
