/// The lines of the inventory registers (RI) as they are stored: entry facts, chained; later facts
/// and exits, appended.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "modules/registers/api.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/registers_rules.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::registers {

/// The facts of entry of one copy, the ones that the hash covers.
struct EntryLine {
  std::string register_code;
  std::int64_t number = 0;
  std::int64_t lot_year = 0, lot_number = 0;  ///< 0, 0 = taken over at the opening
  Date registered_on, acquired_on;
  std::string author, title, publication, isbd;
  Money value;
  std::string category, language, language_column, content_column;
  bool heritage = false;
  std::string custody, barcode, title_ref, entry_act;
  std::string udc;  ///< class known at entry: kept as a later fact, because classes are refined
};

/// Appends the facts of entry as the hash sees them.
void append_canonical(std::string& out, const std::string& library, const EntryLine& line);
/// The hash of the line before and then the same text, made by the database from a stored line;
/// $1 is canonical_format().
std::string_view canonical_sql();
std::string canonical_format();

/// Hash of the last line of a register; "" when empty.
std::string inventory_end(UnitOfWork& work, const std::string& register_code);

/// Chains the lines, which are in number order within one register, to the end of their register
/// and inserts them. Returns the last hash.
std::string insert_lines(UnitOfWork& work, const std::vector<EntryLine>& lines);

/// A line with its exit and later facts, as the printed register shows it.
struct RegisterLine {
  EntryLine entry;
  std::string udc, call_number, custody, barcode;  ///< as of now
  std::vector<std::string> checks;                 ///< "2026 ✓ 01.06.2026"
  std::vector<std::string> remarks;
  struct Exit {
    std::int64_t year = 0, number = 0;
    std::string cause, act_kind, act_number;
    Date act_date;
    std::string corrects;
  };
  bool gone = false;
  Exit exit;
};

/// Lines of a register with numbers from..to, at most `limit`, in number order.
std::vector<RegisterLine> register_lines(UnitOfWork& work, const std::string& register_code,
                                         std::int64_t from, std::int64_t to, std::int64_t limit);

/// Sum of the lines of an exit row (invariant E4, E5), read from the registers themselves.
Tally tally_of_exit(UnitOfWork& work, std::int64_t year, std::int64_t number);
/// The copies of an exit row in row order.
std::vector<InventoryNumber> copies_of_exit(UnitOfWork& work, std::int64_t year,
                                            std::int64_t number);
/// The copies of an entry row in number order.
std::vector<InventoryNumber> copies_of_entry(UnitOfWork& work, std::int64_t year,
                                             std::int64_t number);

void insert_exits(UnitOfWork& work, const Lot& lot, const std::vector<InventoryNumber>& copies);

/// The classes known at entry, as later facts of their lines.
void insert_classes(UnitOfWork& work, const std::vector<EntryLine>& lines, Date on,
                    const std::string& by);

void append_fact(UnitOfWork& work, const InventoryNumber& copy, std::string_view kind,
                 std::string_view value, Date on, std::string_view by);

}  // namespace metodica::registers
