// Reading copies for the other subjects.

#include "modules/registers/api.hpp"
#include "modules/registers/inventory_store.hpp"

namespace metodica::registers {
namespace {

// The latest value of a later fact, "" when none was noted.
std::string latest(std::string_view kind, std::string_view otherwise) {
  std::string sql =
      "COALESCE((SELECT f.value FROM inventory_fact f WHERE f.library = e.library "
      "AND f.register = e.register AND f.number = e.number AND f.kind = '";
  sql += kind;
  sql += "' ORDER BY f.sequence DESC LIMIT 1), ";
  sql += otherwise;
  sql += ")";
  return sql;
}

const std::string& select_copies() {
  static const auto& sql = *new std::string(
      "SELECT e.register, e.number, e.registered_on, e.acquired_on, e.lot_year, e.lot_number, "
      "e.author, e.title, "
      "e.publication, e.value_e4, e.category, e.language_column, e.content_column, e.heritage, "
      "e.title_ref, " +
      latest("custody", "e.custody") + ", " + latest("barcode", "e.barcode") + ", " +
      latest("udc", "''") + ", " + latest("call_number", "''") +
      ", COALESCE(x.exit_year, 0), COALESCE(x.exit_number, 0) FROM inventory_entry e "
      "LEFT JOIN inventory_exit x ON x.library = e.library AND x.register = e.register AND "
      "x.number = e.number "
      "WHERE e.library = {library} ");
  return sql;
}

std::vector<CopyLine> read(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<CopyLine> lines;
  work.each<std::string, std::int64_t, Date, Date, std::int64_t, std::int64_t, std::string,
            std::string, std::string, Money, std::string, std::string, std::string, std::int64_t,
            std::string, std::string, std::string, std::string, std::string, std::int64_t,
            std::int64_t>(
      select_copies() + condition, binds,
      [&](std::string code, std::int64_t number, Date registered_on, Date acquired_on,
          std::int64_t lot_year, std::int64_t lot_number, std::string author, std::string title,
          std::string publication, Money value, std::string category, std::string language,
          std::string content, std::int64_t heritage, std::string title_ref, std::string custody,
          std::string barcode, std::string udc, std::string call_number, std::int64_t exit_year,
          std::int64_t exit_number) {
        CopyLine line;
        line.number = {std::move(code), number};
        line.registered_on = registered_on;
        line.acquired_on = acquired_on;
        line.lot_year = lot_year;
        line.lot_number = lot_number;
        line.author = std::move(author);
        line.title = std::move(title);
        line.publication = std::move(publication);
        line.value = value;
        line.category = std::move(category);
        line.language = std::move(language);
        line.content = std::move(content);
        line.heritage = heritage != 0;
        line.title_ref = std::move(title_ref);
        line.custody = std::move(custody);
        line.barcode = std::move(barcode);
        line.udc = std::move(udc);
        line.call_number = std::move(call_number);
        line.gone = exit_year != 0;
        line.exit_year = exit_year;
        line.exit_number = exit_number;
        lines.push_back(std::move(line));
      });
  return lines;
}

std::string escaped_like(std::string_view text) {
  std::string out = "%";
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\')
      out += '\\';
    out += c;
  }
  return out + "%";
}

}  // namespace

std::optional<CopyLine> copy(UnitOfWork& work, const InventoryNumber& number) {
  auto lines =
      read(work, "AND e.register = $1 AND e.number = $2", {number.register_code, number.number});
  if (lines.empty())
    return {};
  return std::move(lines.front());
}

std::optional<CopyLine> copy_by_barcode(UnitOfWork& work, const std::string& barcode) {
  if (barcode.empty())
    return {};
  // A barcode stands on the entry line or was noted later; the latest fact decides which copy has
  // it now.
  auto lines = read(
      work,
      "AND (e.register, e.number) IN (SELECT b.register, b.number FROM inventory_entry b "
      "WHERE b.library = {library} AND b.barcode = $1 UNION SELECT f.register, f.number "
      "FROM inventory_fact f WHERE f.library = {library} AND f.kind = 'barcode' AND f.value = $1) "
      "ORDER BY COALESCE(x.exit_year, 0), e.register, e.number",
      {barcode});
  for (auto& line : lines) {
    if (line.barcode == barcode)
      return std::move(line);
  }
  return {};
}

std::vector<CopyLine> copies(UnitOfWork& work, const CopyFilter& filter) {
  std::string condition;
  Binds binds;
  const auto bind = [&binds](Bind value) {
    binds.push_back(std::move(value));
    return "$" + std::to_string(binds.size());
  };
  if (!filter.register_code.empty())
    condition += "AND e.register = " + bind(filter.register_code) + " ";
  if (!filter.with_gone)
    condition += "AND x.number IS NULL ";
  if (!filter.custody.empty())
    condition += "AND " + latest("custody", "e.custody") + " = " + bind(filter.custody) + " ";
  if (!filter.text.empty()) {
    const std::string pattern = bind(escaped_like(filter.text));
    condition += "AND (e.author LIKE " + pattern + " ESCAPE '\\' OR e.title LIKE " + pattern +
                 " ESCAPE '\\' OR e.barcode LIKE " + pattern +
                 " ESCAPE '\\' OR CAST(e.number AS TEXT) = " + bind(filter.text) + ") ";
  }
  if (!filter.after.register_code.empty()) {
    const std::string code = bind(filter.after.register_code);
    condition += "AND (e.register > " + code + " OR (e.register = " + code + " AND e.number > " +
                 bind(filter.after.number) + ")) ";
  }
  condition += "ORDER BY e.register, e.number";
  if (filter.limit > 0)
    condition += " LIMIT " + bind(filter.limit);
  return read(work, condition, binds);
}

std::vector<InventoryRegister> inventory_registers(UnitOfWork& work) {
  std::vector<InventoryRegister> registers;
  work.each<std::string, std::string, std::string>(
      "SELECT code, name, category FROM inventory_register WHERE library = {library} ORDER BY "
      "position",
      {}, [&](std::string code, std::string name, std::string category) {
        registers.push_back({std::move(code), std::move(name), std::move(category), 0});
      });
  for (auto& book : registers)
    book.last_number = work.peek("ri/" + book.code) - 1;
  return registers;
}

}  // namespace metodica::registers
