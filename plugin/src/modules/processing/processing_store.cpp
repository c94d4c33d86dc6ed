#include "modules/processing/processing_store.hpp"

namespace metodica::processing {
namespace {

constexpr std::string_view mark_columns =
    "m.register, m.number, m.title_key, m.udc, m.section, m.shelf_udc, m.author_mark, "
    "m.work_mark, m.volume, m.copy_number, m.call_number, m.shelf_key, m.lot_year, m.lot_number ";

// `condition` follows the WHERE that binds the library.
std::vector<ShelfMark> read_marks(UnitOfWork& work, const std::string& condition,
                                  const Binds& binds) {
  std::vector<ShelfMark> marks;
  work.each<std::string, std::int64_t, std::string, std::string, std::string, std::string,
            std::string, std::string, std::string, std::string, std::string, std::string,
            std::int64_t, std::int64_t>(
      "SELECT " + std::string(mark_columns) + "FROM shelf_mark m WHERE m.library = {library} AND " +
          condition,
      binds,
      [&](std::string code, std::int64_t number, std::string title_key, std::string udc,
          std::string section, std::string shelf_udc, std::string author_mark,
          std::string work_mark, std::string volume, std::string copy_number,
          std::string call_number, std::string shelf_key, std::int64_t lot_year,
          std::int64_t lot_number) {
        marks.push_back({{std::move(code), number},
                         std::move(title_key),
                         std::move(udc),
                         {std::move(section), std::move(shelf_udc), std::move(author_mark),
                          std::move(work_mark), std::move(volume), std::move(copy_number)},
                         std::move(call_number),
                         std::move(shelf_key),
                         lot_year,
                         lot_number});
      });
  return marks;
}

// A spine or pocket label is old when another call number stands on it; a barcode label stays good.
// `kind` is one of ours, never what somebody typed.
std::string without_label(std::string_view kind) {
  std::string condition =
      "NOT EXISTS (SELECT 1 FROM label_issue l WHERE l.library = m.library AND l.register = "
      "m.register AND l.number = m.number AND l.kind = ";
  condition += kind == "spine" ? "'spine'" : kind == "pocket" ? "'pocket'" : "'barcode'";
  if (kind != "barcode")
    condition += " AND l.printed = m.call_number";
  return condition + ")";
}

}  // namespace

void keep_mark(UnitOfWork& work, const ShelfMark& mark, Date on, std::string_view by) {
  work.execute(
      "INSERT INTO shelf_mark (library, register, number, title_key, udc, section, shelf_udc, "
      "author_mark, work_mark, volume, copy_number, call_number, shelf_key, lot_year, lot_number, "
      "given_on, given_by) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
      "$13, $14, $15, $16) ON CONFLICT (library, register, number) DO UPDATE SET "
      "title_key = excluded.title_key, udc = excluded.udc, section = excluded.section, "
      "shelf_udc = excluded.shelf_udc, author_mark = excluded.author_mark, "
      "work_mark = excluded.work_mark, volume = excluded.volume, "
      "copy_number = excluded.copy_number, call_number = excluded.call_number, "
      "shelf_key = excluded.shelf_key, given_on = excluded.given_on, given_by = excluded.given_by",
      {mark.number.register_code, mark.number.number, mark.title_key, mark.udc, mark.mark.section,
       mark.mark.udc, mark.mark.author_mark, mark.mark.work_mark, mark.mark.volume, mark.mark.copy,
       mark.call_number, mark.shelf_key, mark.lot_year, mark.lot_number, on, by});
}

void drop_mark(UnitOfWork& work, const InventoryNumber& number) {
  work.execute("DELETE FROM shelf_mark WHERE library = {library} AND register = $1 AND number = $2",
               {number.register_code, number.number});
}

std::optional<ShelfMark> mark_of(UnitOfWork& work, const InventoryNumber& number) {
  auto marks =
      read_marks(work, "m.register = $1 AND m.number = $2", {number.register_code, number.number});
  if (marks.empty())
    return {};
  return std::move(marks.front());
}

std::vector<ShelfMark> marks_in_order(UnitOfWork& work, const std::string& section,
                                      const ShelfPlace& after, std::int64_t limit) {
  Binds binds = {after.shelf_key, after.number.register_code, after.number.number};
  std::string condition =
      "(m.shelf_key > $1 OR (m.shelf_key = $1 AND (m.register > $2 OR (m.register = $2 AND "
      "m.number > $3)))) ";
  if (!section.empty()) {
    condition += "AND m.section = $4 ";
    binds.emplace_back(section == "-" ? std::string() : section);
  }
  binds.emplace_back(limit);
  condition += "ORDER BY m.shelf_key, m.register, m.number LIMIT $" + std::to_string(binds.size());
  return read_marks(work, condition, binds);
}

std::vector<std::string> sections(UnitOfWork& work) {
  std::vector<std::string> found;
  work.each<std::string>(
      "SELECT DISTINCT section FROM shelf_mark WHERE library = {library} ORDER BY section", {},
      [&](std::string section) { found.push_back(std::move(section)); });
  return found;
}

std::vector<TakenMark> taken_marks(UnitOfWork& work, const CallNumber& mark) {
  std::vector<TakenMark> taken;
  work.each<std::string, std::string>(
      "SELECT DISTINCT work_mark, title_key FROM shelf_mark WHERE library = {library} AND "
      "author_mark = $1 AND shelf_udc = $2 AND section = $3 ORDER BY work_mark, title_key",
      {mark.author_mark, mark.udc, mark.section},
      [&](std::string work_mark, std::string title_key) {
        taken.push_back({std::move(work_mark), std::move(title_key)});
      });
  return taken;
}

std::optional<InventoryNumber> other_work_with(UnitOfWork& work, const ShelfMark& mark) {
  const auto row = work.one<std::string, std::int64_t>(
      "SELECT register, number FROM shelf_mark WHERE library = {library} AND call_number = $1 AND "
      "title_key <> $2 ORDER BY register, number LIMIT 1",
      {mark.call_number, mark.title_key});
  if (!row)
    return {};
  return InventoryNumber{std::get<0>(*row), std::get<1>(*row)};
}

std::vector<ShelfMark> unlabelled(UnitOfWork& work, std::string_view kind, std::int64_t limit) {
  return read_marks(
      work, without_label(kind) + " ORDER BY m.register, m.number LIMIT $1", {limit});
}

std::int64_t count_unlabelled(UnitOfWork& work, std::string_view kind) {
  return work.number("SELECT COUNT(*) FROM shelf_mark m WHERE m.library = {library} AND " +
                     without_label(kind));
}

std::vector<ShelfMark> marks_of_lot(UnitOfWork& work, std::int64_t year, std::int64_t number) {
  return read_marks(work, "m.lot_year = $1 AND m.lot_number = $2 ORDER BY m.register, m.number",
                    {year, number});
}

std::vector<ShelfMark> marks_of_range(UnitOfWork& work, const std::string& register_code,
                                      std::int64_t first, std::int64_t last, std::int64_t limit) {
  return read_marks(work,
                    "m.register = $1 AND m.number >= $2 AND m.number <= $3 ORDER BY m.number "
                    "LIMIT $4",
                    {register_code, first, last, limit});
}

std::vector<PrintedLabel> printed_with(UnitOfWork& work, const std::string& key) {
  std::vector<PrintedLabel> labels;
  work.each<std::string, std::int64_t, std::string>(
      "SELECT register, number, printed FROM label_issue WHERE library = {library} AND key = $1 "
      "ORDER BY position",
      {key}, [&](std::string code, std::int64_t number, std::string printed) {
        labels.push_back({{std::move(code), number}, std::move(printed)});
      });
  return labels;
}

Date printed_on(UnitOfWork& work, const std::string& key) {
  const auto row = work.one<Date>(
      "SELECT printed_on FROM label_issue WHERE library = {library} AND key = $1 LIMIT 1", {key});
  return row ? std::get<0>(*row) : Date();
}

void keep_printed(UnitOfWork& work, const std::string& key, std::string_view kind,
                  const std::vector<PrintedLabel>& labels, Date on, std::string_view by) {
  Batch batch("label_issue", {{"key", ColumnKind::text},
                              {"position", ColumnKind::integer},
                              {"kind", ColumnKind::text},
                              {"register", ColumnKind::text},
                              {"number", ColumnKind::integer},
                              {"printed", ColumnKind::text},
                              {"printed_on", ColumnKind::text},
                              {"printed_by", ColumnKind::text}});
  std::int64_t position = 0;
  for (const auto& label : labels) {
    batch.add({key, ++position, kind, label.number.register_code, label.number.number,
               label.printed, on, by});
  }
  work.insert(batch);
}

std::vector<ShelfRule> shelf_rules(UnitOfWork& work) {
  std::vector<ShelfRule> rules;
  work.each<std::string, std::int64_t, std::string>(
      "SELECT prefix, depth, replacement FROM shelf_rule WHERE library = {library} "
      "ORDER BY position",
      {}, [&](std::string prefix, std::int64_t depth, std::string replacement) {
        rules.push_back({std::move(prefix), depth, std::move(replacement)});
      });
  return rules;
}

void replace_rules(UnitOfWork& work, const std::vector<ShelfRule>& rules) {
  work.execute("DELETE FROM shelf_rule WHERE library = {library}");
  std::int64_t position = 0;
  for (const auto& rule : rules) {
    work.execute(
        "INSERT INTO shelf_rule (library, position, prefix, depth, replacement) VALUES "
        "({library}, $1, $2, $3, $4)",
        {++position, rule.prefix, rule.depth, rule.replacement});
  }
}

std::vector<UdcPart> kept_parts(UnitOfWork& work) {
  std::vector<UdcPart> kept;
  bool said = false;
  work.each<std::string>("SELECT part FROM shelf_kept WHERE library = {library} ORDER BY part", {},
                         [&](const std::string& name) {
                           said = true;
                           if (const auto part = udc_part_named(name))
                             kept.push_back(*part);
                         });
  return said ? kept : std::vector<UdcPart>{UdcPart::special};
}

void replace_kept_parts(UnitOfWork& work, const std::vector<UdcPart>& kept) {
  work.execute("DELETE FROM shelf_kept WHERE library = {library}");
  Batch batch("shelf_kept", {{"part", ColumnKind::text}});
  for (const UdcPart part : kept)
    batch.add({name_of(part)});
  if (kept.empty())
    batch.add({"-"});
  work.insert(batch);
}

std::vector<ClassUse> class_uses(UnitOfWork& work) {
  std::vector<ClassUse> uses;
  work.each<std::string, std::string, std::int64_t>(
      "SELECT udc, shelf_udc, COUNT(*) FROM shelf_mark WHERE library = {library} "
      "GROUP BY udc, shelf_udc ORDER BY udc, shelf_udc",
      {}, [&](std::string udc, std::string shelf_udc, std::int64_t copies) {
        uses.push_back({std::move(udc), std::move(shelf_udc), copies});
      });
  return uses;
}

std::optional<LoadedTable> author_table(UnitOfWork& work) {
  auto row = work.one<std::string, std::string, std::int64_t, Date>(
      "SELECT name, csv, entries, loaded_on FROM author_table WHERE library = {library}");
  if (!row)
    return {};
  auto& [name, csv, entries, loaded_on] = *row;
  return LoadedTable{std::move(name), std::move(csv), entries, loaded_on};
}

void replace_author_table(UnitOfWork& work, const LoadedTable& table, std::string_view by) {
  work.execute(
      "INSERT INTO author_table (library, name, csv, entries, loaded_on, loaded_by) VALUES "
      "({library}, $1, $2, $3, $4, $5) ON CONFLICT (library) DO UPDATE SET name = excluded.name, "
      "csv = excluded.csv, entries = excluded.entries, loaded_on = excluded.loaded_on, "
      "loaded_by = excluded.loaded_by",
      {table.name, table.csv, table.entries, table.loaded_on, by});
}

}  // namespace metodica::processing
