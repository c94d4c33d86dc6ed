#include "modules/processing/label_tables.hpp"

#include <charconv>

#include "bibliography/csv_records.hpp"
#include "modules/processing/captions.hpp"

namespace metodica::processing {
namespace {

constexpr double per_millimetre = 100;
constexpr std::size_t colour_columns = 5;

double millimetres(std::int64_t hundredths) {
  return static_cast<double>(hundredths) / per_millimetre;
}

std::int64_t kept(double length) {
  return static_cast<std::int64_t>(length * per_millimetre + (length < 0 ? -0.5 : 0.5));
}

std::uint8_t level(const std::string& text) {
  std::uint8_t value = 0;
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

// data/class-colours.csv: notes that begin with #, a heading, then class, colour and three levels.
std::vector<ClassColour> shipped_colours(const Messages& say) {
  std::vector<ClassColour> colours;
  for (const auto& record : csv_records(data_file("class-colours.csv"))) {
    if (record.size() != colour_columns || record[0] == "class")
      continue;
    colours.push_back({record[0],
                       say("labels.colour." + record[1]),
                       {level(record[2]), level(record[3]), level(record[4])}});
  }
  return colours;
}

}  // namespace

std::vector<LabelSheet> own_sheets(UnitOfWork& work) {
  std::vector<LabelSheet> sheets;
  using Length = std::int64_t;
  work.each<std::string, std::string, std::int64_t, std::int64_t, Length, Length, Length, Length,
            Length, Length, Length>(
      "SELECT code, page, columns_count, rows_count, width, height, left_edge, top_edge, pitch_x, "
      "pitch_y, corner FROM label_sheet WHERE library = {library} ORDER BY code",
      {},
      [&](std::string code, std::string page, std::int64_t columns, std::int64_t rows, Length width,
          Length height, Length left, Length top, Length pitch_x, Length pitch_y, Length corner) {
        sheets.push_back({std::move(code), std::move(page), static_cast<int>(columns),
                          static_cast<int>(rows), millimetres(width), millimetres(height),
                          millimetres(left), millimetres(top), millimetres(pitch_x),
                          millimetres(pitch_y), millimetres(corner)});
      });
  return sheets;
}

void keep_sheet(UnitOfWork& work, const LabelSheet& sheet, Date on, std::string_view by) {
  work.execute(
      "INSERT INTO label_sheet (library, code, page, columns_count, rows_count, width, height, "
      "left_edge, top_edge, pitch_x, pitch_y, corner, saved_on, saved_by) VALUES ({library}, $1, "
      "$2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13) ON CONFLICT (library, code) DO UPDATE "
      "SET page = excluded.page, columns_count = excluded.columns_count, rows_count = "
      "excluded.rows_count, width = excluded.width, height = excluded.height, left_edge = "
      "excluded.left_edge, top_edge = excluded.top_edge, pitch_x = excluded.pitch_x, pitch_y = "
      "excluded.pitch_y, corner = excluded.corner, saved_on = excluded.saved_on, saved_by = "
      "excluded.saved_by",
      {sheet.code, sheet.page, std::int64_t{sheet.columns}, std::int64_t{sheet.rows},
       kept(sheet.width), kept(sheet.height), kept(sheet.left), kept(sheet.top),
       kept(sheet.pitch_x), kept(sheet.pitch_y), kept(sheet.corner), on, by});
}

bool remove_sheet(UnitOfWork& work, const std::string& code) {
  return work.execute("DELETE FROM label_sheet WHERE library = {library} AND code = $1", {code}) >
         0;
}

std::vector<LabelPrinter> label_printers(UnitOfWork& work) {
  std::vector<LabelPrinter> printers;
  work.each<std::string, std::int64_t, std::int64_t>(
      "SELECT name, offset_x, offset_y FROM label_printer WHERE library = {library} "
      "ORDER BY position",
      {}, [&](std::string name, std::int64_t x, std::int64_t y) {
        printers.push_back({std::move(name), x, y});
      });
  return printers;
}

void replace_printers(UnitOfWork& work, const std::vector<LabelPrinter>& printers) {
  work.execute("DELETE FROM label_printer WHERE library = {library}");
  Batch batch("label_printer", {{"position", ColumnKind::integer},
                                {"name", ColumnKind::text},
                                {"offset_x", ColumnKind::integer},
                                {"offset_y", ColumnKind::integer}});
  std::int64_t position = 0;
  for (const LabelPrinter& printer : printers)
    batch.add({++position, printer.name, printer.offset_x, printer.offset_y});
  work.insert(batch);
}

std::vector<ClassColour> class_colours(UnitOfWork& work, const Messages& say) {
  std::vector<ClassColour> colours;
  work.each<std::string, std::string, std::string>(
      "SELECT prefix, name, colour FROM class_colour WHERE library = {library} ORDER BY position",
      {}, [&](std::string prefix, std::string name, const std::string& hex) {
        colours.push_back({std::move(prefix), std::move(name), colour_of(hex).value_or(Colour{})});
      });
  return colours.empty() ? shipped_colours(say) : colours;
}

void replace_colours(UnitOfWork& work, const std::vector<ClassColour>& colours) {
  work.execute("DELETE FROM class_colour WHERE library = {library}");
  Batch batch("class_colour", {{"position", ColumnKind::integer},
                               {"prefix", ColumnKind::text},
                               {"name", ColumnKind::text},
                               {"colour", ColumnKind::text}});
  std::int64_t position = 0;
  for (const ClassColour& one : colours)
    batch.add({++position, one.prefix, one.name, hex_of(one.colour)});
  work.insert(batch);
}

std::vector<std::string> shelf_classes(UnitOfWork& work, const std::string& section) {
  std::vector<std::string> classes;
  work.each<std::string>(
      "SELECT shelf_udc FROM shelf_mark WHERE library = {library} AND shelf_udc <> '' AND "
      "($1 = '' OR section = $2) GROUP BY shelf_udc ORDER BY MIN(shelf_key)",
      {section, section == "-" ? std::string() : section},
      [&](std::string udc) { classes.push_back(std::move(udc)); });
  return classes;
}

}  // namespace metodica::processing
