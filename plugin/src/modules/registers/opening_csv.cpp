#include "modules/registers/opening_csv.hpp"

#include <array>

#include "exchange/csv.hpp"
#include "text/messages.hpp"

namespace metodica::registers {
namespace {

enum Column : std::size_t {
  reg,
  number,
  acquired,
  author,
  title,
  publication,
  value,
  language,
  udc,
  content,
  custody,
  barcode,
  act,
  count
};

std::vector<CsvColumn> columns() {
  return {
      {"register", {"registru", "ri"}, CsvKind::text, true},
      {"number",
       {"nr inventar", "numar inventar", "nr inv", "inventory number"},
       CsvKind::code,
       true},
      {"acquired_on", {"data intrarii", "data achizitiei", "data", "date"}, CsvKind::date, false},
      {"author", {"autor", "autorul"}, CsvKind::text, false},
      {"title", {"titlu", "titlul", "autorul si titlul"}, CsvKind::text, true},
      {"publication", {"publicare", "editura", "loc editura an"}, CsvKind::text, false},
      {"value", {"pret", "valoare", "valoare lei", "price"}, CsvKind::money, true},
      {"language", {"limba", "limba documentului"}, CsvKind::text, true},
      {"udc", {"czu", "clasificare", "clasificarea"}, CsvKind::text, false},
      {"content", {"grupa", "grupa rmf"}, CsvKind::text, false},
      {"custody", {"gestiune", "sectia", "filiala"}, CsvKind::text, false},
      {"barcode", {"cod de bare", "cod bare"}, CsvKind::code, false},
      {"entry_act", {"act", "lot", "nr rmf"}, CsvKind::text, false}};
}

Unexpected bad_row(const CsvRow& row, const Problem& why) {
  return invalid("registers.csv_row",
                 {{"row", static_cast<std::int64_t>(row.number)}, {"text", Messages("ro").of(why)}},
                 "copies_csv");
}

Result<OpeningCopy> copy_of(const CsvRow& row) {
  if (!row.problems.empty())
    return bad_row(row, row.problems.front());
  OpeningCopy line;
  const auto inventory = InventoryNumber::parse(row.cells[reg], row.cells[number]);
  if (!inventory)
    return bad_row(row, inventory.error());
  const auto price = Money::parse(row.cells[value]);
  if (!price)
    return bad_row(row, price.error());
  if (!row.cells[acquired].empty()) {
    const auto date = Date::parse(row.cells[acquired]);
    if (!date)
      return bad_row(row, date.error());
    line.acquired_on = *date;
  }
  line.number = inventory->number;
  line.copy.register_code = row.cells[reg];
  line.copy.author = row.cells[author];
  line.copy.title = row.cells[title];
  line.copy.publication = row.cells[publication];
  line.copy.value = *price;
  line.copy.language = row.cells[language];
  line.copy.udc = row.cells[udc];
  line.copy.content = row.cells[content];
  line.copy.custody = row.cells[custody];
  line.copy.barcode = row.cells[barcode];
  line.entry_act = row.cells[act];
  return line;
}

}  // namespace

Result<std::vector<OpeningCopy>> copies_from_csv(std::string_view bytes) {
  METODICA_TRY(CsvReader reader, CsvReader::open(from_memory(bytes), columns()));
  std::vector<OpeningCopy> copies;
  CsvRow row;
  while (reader.next(row)) {
    row.cells.resize(Column::count);
    METODICA_TRY(OpeningCopy line, copy_of(row));
    copies.push_back(std::move(line));
  }
  return copies;
}

}  // namespace metodica::registers
