/// What other subjects may ask of the registers. Everything runs inside the caller's transaction.
///
/// RMF - registrul de mișcare a fondurilor, the movement register: one row per act, parts I
/// (entries), II (exits), III (recapitulation). RI - registrul inventar, the inventory register:
/// one line per copy. Law: L334/2002 art. 40; domain note on registers, sections 2 and 3.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "metodica/result.hpp"
#include "text/date.hpp"
#include "text/keys.hpp"
#include "text/money.hpp"

namespace metodica::registers {

/// The paper behind a row: "factura FX 1001/12.01.2026".
struct Act {
  std::string
      kind;  ///< code: invoice, donation_minutes, transfer_order, receipt, list, minutes, ...
  std::string number;
  Date date;
};

/// One copy as it enters. The frozen columns (language, category, content) are computed from it.
struct EntryCopy {
  std::string register_code;  ///< RI register, "carti"
  std::string author;
  std::string title;        ///< with volume and edition
  std::string publication;  ///< place, publisher, year
  std::string isbd;         ///< full description (L334 art. 40(4)); "" = made from the above
  Money value;              ///< inventory value, VAT included, four decimals
  std::string language;     ///< "ro", "hu", "eng": any code that languages.hpp knows
  std::string udc;          ///< class; its RMF content column is computed
  std::string content;      ///< content column given explicitly; wins over udc
  bool daily = false;       ///< a daily newspaper: column 0 whatever its subject (form notes)
  bool heritage = false;    ///< movable cultural heritage: cannot be withdrawn like common goods
  std::string custody;      ///< gestiune: section or branch
  std::string barcode;
  std::string title_ref;  ///< the host's id of the title
};

/// One act that enters: one row of RMF part I.
struct Entry {
  Date registered_on;  ///< not before the last row, not in a closed year, not in the future
  std::string source;  ///< code: purchase, subscription, donation, exchange, transfer, ...
  std::string partner;
  Act act;
  std::string remarks;
  std::string corrects;  ///< "1/2026" when this is the right row after a correction, else ""
  std::int64_t titles = 0;
  std::vector<EntryCopy> copies;  ///< in the order in which they get their numbers
};

/// A row that was written.
struct Registered {
  std::int64_t year = 0;
  std::int64_t number = 0;
  Money value;
  std::vector<InventoryNumber> copies;  ///< in the order of the request
  std::string hash;
};

/// Writes the RMF row and the RI lines of one act, all or nothing. Errors (METODICA_INVALID unless
/// said): registers.not_opened, registers.date_* , registers.year_closed (METODICA_CONFLICT),
/// registers.act_twice (METODICA_CONFLICT), registers.no_class, registers.unknown_register ... each
/// with the field "copies/<row>/..." at fault.
Result<Registered> enter(Call& call, const Entry& entry);

/// One act that leaves: one row of RMF part II.
struct Exit {
  Date registered_on;
  std::string cause;  ///< code: worn, obsolete, lost_by_user, missing, transfer, disaster,
                      ///< exchange, correction
  std::string partner;
  Act act;
  std::string approval;  ///< "decizia nr. 21/12.05.2026"; required for withdrawal by wear
  std::string remarks;
  std::string corrects;  ///< "1/2026" of part I when the cause is correction
  std::vector<InventoryNumber> copies;
};

/// Writes the RMF exit row and annotates the RI lines. Errors: as above, and
/// registers.copy_unknown, registers.copy_gone (METODICA_CONFLICT), registers.too_young (six
/// months, L334 art. 40(2)), registers.heritage (art. 40(1)), each with the field "copies/<row>".
Result<Registered> exit(Call& call, const Exit& leaving);

/// True for causes that are withdrawal by wear, bound to the six months of L334 art. 40(2).
bool is_withdrawal(std::string_view cause);

/// One RI line with what was noted later.
struct CopyLine {
  InventoryNumber number;
  Date registered_on;
  Date acquired_on;
  std::int64_t lot_year = 0;  ///< 0 = taken over at the opening
  std::int64_t lot_number = 0;
  std::string author, title, publication;
  Money value;
  std::string category, language, content;  ///< column codes, frozen at entry
  bool heritage = false;
  std::string custody;  ///< as of now
  std::string barcode;  ///< as of now
  std::string title_ref;
  std::string udc;          ///< latest class noted, "" when none
  std::string call_number;  ///< latest call number noted
  bool gone = false;
  std::int64_t exit_year = 0, exit_number = 0;
};

/// The line of one copy, by number or by barcode (a barcode of copies that are gone is found too,
/// the existing copy first).
std::optional<CopyLine> copy(UnitOfWork& work, const InventoryNumber& number);
std::optional<CopyLine> copy_by_barcode(UnitOfWork& work, const std::string& barcode);

/// All lines that match, in the order of register and number; `sink` returns false to stop.
struct CopyFilter {
  std::string custody;        ///< "" = all
  std::string register_code;  ///< "" = all
  bool with_gone = false;
  std::string text;        ///< words of author and title, or a number or barcode; "" = all
  InventoryNumber after;   ///< resume after this one
  std::int64_t limit = 0;  ///< 0 = all
};
std::vector<CopyLine> copies(UnitOfWork& work, const CopyFilter& filter);

/// A later fact of a copy, appended: "udc", "call_number", "custody", "barcode", "check", "remark".
Result<void> note(Call& call, const InventoryNumber& number, std::string_view kind,
                  std::string_view value);

/// First date on which an entered copy may be withdrawn by wear: acquisition + 6 months.
Date withdrawable_from(const CopyLine& line);

/// Whether the registers of the caller's library are open.
bool is_open(UnitOfWork& work);

/// The RI registers of the library.
struct InventoryRegister {
  std::string code, name, category;
  std::int64_t last_number = 0;
};
std::vector<InventoryRegister> inventory_registers(UnitOfWork& work);

/// RMF content column for a class; "" when there is none (the caller must ask, never assume).
std::string content_column(UnitOfWork& work, std::string_view udc);

/// What moved in one calendar year, as the movement register counts it (part III). Units.
struct YearMovement {
  std::int64_t start = 0;  ///< on 1 January; in the year of the opening, what was taken over
  std::int64_t entered = 0, left = 0;
  std::int64_t end = 0;  ///< on 31 December, or as it stands in a year that still runs
  std::int64_t titles = 0;
  std::int64_t entry_rows = 0, exit_rows = 0;
  std::map<std::string, std::int64_t> entered_by_source;  ///< source code: units
  std::map<std::string, std::int64_t> end_by_category;    ///< column code: units
};
/// Nothing when the registers are not open, opened later, or their columns disagree.
std::optional<YearMovement> year_movement(UnitOfWork& work, std::int64_t year);

/// Titles of a breakdown column in the caller's language: {"82", "Literatură"}.
struct BreakdownColumn {
  std::string grouping, code, title;
  bool verified = false;
};
std::vector<BreakdownColumn> breakdown_columns(UnitOfWork& work, std::string_view grouping,
                                               std::string_view lang);

}  // namespace metodica::registers
