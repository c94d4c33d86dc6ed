#include "modules/registers/inventory_store.hpp"

#include <algorithm>
#include <map>

#include "storage/sha256.hpp"

namespace metodica::registers {
namespace {

constexpr char unit_separator = '\x1f';

std::string_view flag(bool value) {
  return value ? "1" : "0";
}

}  // namespace

// The order of the fields is the same in both; a test compares them on both engines.
void append_canonical(std::string& out, const std::string& library, const EntryLine& line) {
  const auto add = [&out](std::string_view text) {
    out += text;
    out += unit_separator;
  };
  add(library);
  add(line.register_code);
  add(std::to_string(line.number));
  add(std::to_string(line.lot_year));
  add(std::to_string(line.lot_number));
  add(line.registered_on.iso());
  add(line.acquired_on.iso());
  add(line.author);
  add(line.title);
  add(line.publication);
  add(line.isbd);
  add(std::to_string(line.value.e4()));
  add(line.category);
  add(line.language);
  add(line.language_column);
  add(line.content_column);
  add(flag(line.heritage));
  add(line.custody);
  add(line.barcode);
  add(line.title_ref);
  add(line.entry_act);
}

std::string_view canonical_sql() {
  // One call, where a chain of || would copy the growing text twenty times.
  return "format($1, previous_hash, library, register, number, lot_year, lot_number, registered_on, "
         "acquired_on, author, title, publication, isbd, value_e4, category, language, "
         "language_column, content_column, heritage, custody, barcode, title_ref, entry_act)";
}

std::string canonical_format() {
  constexpr int facts = 21;
  std::string format = "%s";
  for (int fact = 0; fact < facts; ++fact)
    format += "%s\x1f";
  return format;
}

std::string inventory_end(UnitOfWork& work, const std::string& register_code) {
  const auto row = work.one<std::string>(
      "SELECT hash FROM inventory_entry WHERE library = {library} AND register = $1 ORDER BY "
      "number DESC LIMIT 1",
      {register_code});
  return row ? std::get<0>(*row) : std::string();
}

std::string insert_lines(UnitOfWork& work, const std::vector<EntryLine>& lines) {
  if (lines.empty())
    return {};
  Batch batch("inventory_entry",
              {{"register", ColumnKind::text},       {"number", ColumnKind::integer},
               {"lot_year", ColumnKind::integer},    {"lot_number", ColumnKind::integer},
               {"registered_on", ColumnKind::text},  {"acquired_on", ColumnKind::text},
               {"author", ColumnKind::text},         {"title", ColumnKind::text},
               {"publication", ColumnKind::text},    {"isbd", ColumnKind::text},
               {"value_e4", ColumnKind::integer},    {"category", ColumnKind::text},
               {"language", ColumnKind::text},       {"language_column", ColumnKind::text},
               {"content_column", ColumnKind::text}, {"heritage", ColumnKind::integer},
               {"custody", ColumnKind::text},        {"barcode", ColumnKind::text},
               {"title_ref", ColumnKind::text},      {"entry_act", ColumnKind::text},
               {"previous_hash", ColumnKind::text},  {"hash", ColumnKind::text}});
  const std::string& library = work.tenancy().own;
  std::string hash = inventory_end(work, lines.front().register_code);
  Sha256 digest;
  std::string text;
  for (const auto& line : lines) {
    std::string previous = hash;
    text.clear();
    text += previous;
    append_canonical(text, library, line);
    digest.add(text);
    hash = digest.hex();
    batch.add({line.register_code,  line.number,
               line.lot_year,       line.lot_number,
               line.registered_on,  line.acquired_on,
               line.author,         line.title,
               line.publication,    line.isbd,
               line.value,          line.category,
               line.language,       line.language_column,
               line.content_column, line.heritage ? 1 : 0,
               line.custody,        line.barcode,
               line.title_ref,      line.entry_act,
               std::move(previous), hash});
  }
  work.insert(batch);
  return hash;
}

namespace {

std::vector<RegisterLine> entry_lines(UnitOfWork& work, const std::string& code, std::int64_t from,
                                      std::int64_t to, std::int64_t limit) {
  std::vector<RegisterLine> lines;
  work.each<std::int64_t, std::int64_t, std::int64_t, Date, Date, std::string, std::string,
            std::string, std::string, Money, std::string, std::string, std::string, std::string,
            std::int64_t, std::string, std::string, std::string, std::string>(
      "SELECT number, lot_year, lot_number, registered_on, acquired_on, author, title, "
      "publication, isbd, "
      "value_e4, category, language, language_column, content_column, heritage, custody, barcode, "
      "title_ref, "
      "entry_act FROM inventory_entry WHERE library = {library} AND register = $1 AND number "
      "BETWEEN $2 AND $3 "
      "ORDER BY number LIMIT $4",
      {code, from, to, limit},
      [&](std::int64_t number, std::int64_t lot_year, std::int64_t lot_number, Date registered_on,
          Date acquired_on, std::string author, std::string title, std::string publication,
          std::string isbd, Money value, std::string category, std::string language,
          std::string language_column, std::string content_column, std::int64_t heritage,
          std::string custody, std::string barcode, std::string title_ref, std::string entry_act) {
        RegisterLine line;
        line.entry = {code,
                      number,
                      lot_year,
                      lot_number,
                      registered_on,
                      acquired_on,
                      std::move(author),
                      std::move(title),
                      std::move(publication),
                      std::move(isbd),
                      value,
                      std::move(category),
                      std::move(language),
                      std::move(language_column),
                      std::move(content_column),
                      heritage != 0,
                      std::move(custody),
                      std::move(barcode),
                      std::move(title_ref),
                      std::move(entry_act),
                      {}};
        line.custody = line.entry.custody;
        line.barcode = line.entry.barcode;
        lines.push_back(std::move(line));
      });
  return lines;
}

void apply_fact(RegisterLine& line, const std::string& kind, std::string value) {
  if (kind == "udc")
    line.udc = std::move(value);
  else if (kind == "call_number")
    line.call_number = std::move(value);
  else if (kind == "custody")
    line.custody = std::move(value);
  else if (kind == "barcode")
    line.barcode = std::move(value);
  else if (kind == "check")
    line.checks.push_back(std::move(value));
  else if (kind == "remark")
    line.remarks.push_back(std::move(value));
}

}  // namespace

std::vector<RegisterLine> register_lines(UnitOfWork& work, const std::string& register_code,
                                         std::int64_t from, std::int64_t to, std::int64_t limit) {
  auto lines = entry_lines(work, register_code, from, to, limit);
  if (lines.empty())
    return lines;
  const std::int64_t first = lines.front().entry.number;
  const std::int64_t last = lines.back().entry.number;
  const auto line_of = [&lines](std::int64_t number) {
    return std::lower_bound(
        lines.begin(), lines.end(), number,
        [](const RegisterLine& line, std::int64_t n) { return line.entry.number < n; });
  };
  work.each<std::int64_t, std::string, std::string>(
      "SELECT number, kind, value FROM inventory_fact WHERE library = {library} AND register = $1 "
      "AND number BETWEEN $2 AND $3 ORDER BY number, sequence",
      {register_code, first, last}, [&](std::int64_t number, std::string kind, std::string value) {
        const auto found = line_of(number);
        if (found != lines.end() && found->entry.number == number)
          apply_fact(*found, kind, std::move(value));
      });
  work.each<std::int64_t, std::int64_t, std::int64_t, std::string, std::string, std::string, Date,
            std::string>(
      "SELECT x.number, x.exit_year, x.exit_number, l.kind, l.act_kind, l.act_number, l.act_date, "
      "l.corrects "
      "FROM inventory_exit x JOIN movement_lot l ON l.library = x.library AND l.part = 2 "
      "AND l.year = x.exit_year AND l.number = x.exit_number "
      "WHERE x.library = {library} AND x.register = $1 AND x.number BETWEEN $2 AND $3 ORDER BY "
      "x.number",
      {register_code, first, last},
      [&](std::int64_t number, std::int64_t year, std::int64_t exit_number, std::string cause,
          std::string act_kind, std::string act_number, Date act_date, std::string corrects) {
        const auto found = line_of(number);
        if (found == lines.end() || found->entry.number != number)
          return;
        found->gone = true;
        found->exit = {year,
                       exit_number,
                       std::move(cause),
                       std::move(act_kind),
                       std::move(act_number),
                       act_date,
                       std::move(corrects)};
      });
  return lines;
}

Tally tally_of_exit(UnitOfWork& work, std::int64_t year, std::int64_t number) {
  Tally tally;
  work.each<std::string, std::string, std::string, Money>(
      "SELECT e.category, e.language_column, e.content_column, e.value_e4 FROM inventory_exit x "
      "JOIN inventory_entry e ON e.library = x.library AND e.register = x.register AND e.number = "
      "x.number "
      "WHERE x.library = {library} AND x.exit_year = $1 AND x.exit_number = $2",
      {year, number},
      [&](std::string category, std::string language, std::string content, Money value) {
        tally.add(category, language, content, value);
      });
  return tally;
}

namespace {

std::vector<InventoryNumber> read_copies(UnitOfWork& work, std::string_view sql,
                                         const Binds& binds) {
  std::vector<InventoryNumber> numbers;
  work.each<std::string, std::int64_t>(sql, binds, [&](std::string code, std::int64_t number) {
    numbers.push_back({std::move(code), number});
  });
  return numbers;
}

}  // namespace

std::vector<InventoryNumber> copies_of_exit(UnitOfWork& work, std::int64_t year,
                                            std::int64_t number) {
  return read_copies(
      work,
      "SELECT register, number FROM inventory_exit WHERE library = {library} AND exit_year = $1 "
      "AND exit_number = $2 ORDER BY line",
      {year, number});
}

std::vector<InventoryNumber> copies_of_entry(UnitOfWork& work, std::int64_t year,
                                             std::int64_t number) {
  return read_copies(
      work,
      "SELECT register, number FROM inventory_entry WHERE library = {library} AND lot_year = $1 "
      "AND lot_number = $2 ORDER BY register, number",
      {year, number});
}

void insert_exits(UnitOfWork& work, const Lot& lot, const std::vector<InventoryNumber>& copies) {
  Batch batch("inventory_exit", {{"register", ColumnKind::text},
                                 {"number", ColumnKind::integer},
                                 {"exit_year", ColumnKind::integer},
                                 {"exit_number", ColumnKind::integer},
                                 {"line", ColumnKind::integer},
                                 {"registered_on", ColumnKind::text}});
  std::int64_t line = 0;
  for (const auto& copy : copies) {
    batch.add({copy.register_code, copy.number, lot.year, lot.number, ++line, lot.registered_on});
  }
  work.insert(batch);
}

void insert_classes(UnitOfWork& work, const std::vector<EntryLine>& lines, Date on,
                    const std::string& by) {
  std::vector<const EntryLine*> classed;
  for (const auto& line : lines) {
    if (!line.udc.empty())
      classed.push_back(&line);
  }
  if (classed.empty())
    return;
  std::int64_t sequence = work.take("fact", static_cast<std::int64_t>(classed.size()));
  Batch batch("inventory_fact", {{"register", ColumnKind::text},
                                 {"number", ColumnKind::integer},
                                 {"sequence", ColumnKind::integer},
                                 {"kind", ColumnKind::text},
                                 {"value", ColumnKind::text},
                                 {"noted_on", ColumnKind::text},
                                 {"noted_by", ColumnKind::text}});
  for (const EntryLine* line : classed) {
    batch.add({line->register_code, line->number, sequence++, "udc", line->udc, on, by});
  }
  work.insert(batch);
}

void append_fact(UnitOfWork& work, const InventoryNumber& copy, std::string_view kind,
                 std::string_view value, Date on, std::string_view by) {
  work.execute(
      "INSERT INTO inventory_fact (library, register, number, sequence, kind, value, noted_on, "
      "noted_by) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7)",
      {copy.register_code, copy.number, work.take("fact"), kind, value, on, by});
}

}  // namespace metodica::registers
