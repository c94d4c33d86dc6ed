/// The opening: takes over an existing library (or starts an empty one), once. Without it no row
/// can be registered. Domain note on registers, 7.1; issue of the foundation, "Registers,
/// complete".
#pragma once

#include <string>
#include <vector>

#include "app/call.hpp"
#include "bibliography/rmf_group.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/registers_rules.hpp"

namespace metodica::registers {

/// One RI register as it is taken over.
struct OpeningRegister {
  std::string code, name, category;
  std::int64_t last_number = 0;        ///< last number ever given
  std::vector<NumberRange> withdrawn;  ///< numbers withdrawn before; empty = all that have no line
  std::int64_t withdrawn_count = -1;   ///< checked when not negative
};

struct OpeningCopy {
  EntryCopy copy;
  std::int64_t number = 0;
  Date acquired_on;
  std::string entry_act;  ///< "lot 14/1992, factura 77", as on the old line
};

struct Opening {
  Date opened_on;
  std::string minority_language;  ///< second language column, "hu"
  bool restart_yearly = true;  ///< RMF numbers begin at 1 each year (setting, unverified practice)
  std::int64_t last_entry_number = 0, last_exit_number = 0;  ///< RMF numbers already used this year
  std::string remarks;
  std::vector<OpeningRegister> registers;
  std::vector<OpeningCopy> copies;
  bool has_balance = false;
  Tally balance;  ///< as declared; checked against the copies
};

/// The balance as stored.
struct StoredOpening {
  Date opened_on;
  bool restart_yearly = true;
  std::string minority_language;
  std::int64_t last_entry_number = 0, last_exit_number = 0;
  std::string remarks, opened_by, opened_at;
  Tally balance;
};
std::optional<StoredOpening> stored_opening(UnitOfWork& work);

/// Errors: METODICA_CONFLICT registers.opened_before; METODICA_INVALID registers.unknown_category,
/// registers.register_twice, registers.unknown_register, registers.number_twice,
/// registers.number_beyond, registers.withdrawn_present, registers.withdrawn_differs,
/// registers.no_class, registers.balance_differs.
Result<StoredOpening> open(Call& call, Opening opening);

/// Lines sent ahead in batches, for libraries whose copies do not fit into one request. They are
/// kept until the opening takes them; sending a line again replaces it.
void keep_draft_line(UnitOfWork& work, const std::string& register_code, std::int64_t number,
                     const std::string& json_line);

/// Our code of a language given as a code of any kind or as a name ("rum", "RO", "română"); "" when
/// not known.
std::string known_language(std::string_view text);

/// Resolves the frozen columns of a copy. Errors at `path`: registers.unknown_register,
/// registers.no_class, registers.unknown_content.
struct Columns {
  struct Register {
    std::string category;
  };
  std::map<std::string, Register, std::less<>> registers;
  std::vector<std::string> language_columns;
  std::vector<ContentColumn> contents;

  [[nodiscard]] std::string language_column(std::string_view language) const;
  [[nodiscard]] std::string content_column(std::string_view udc, bool daily) const;
  [[nodiscard]] bool has_content(std::string_view code) const;
};
Columns read_columns(UnitOfWork& work);
Result<EntryLine> entry_line(const EntryCopy& copy, const Columns& columns,
                             const std::string& path);

}  // namespace metodica::registers
