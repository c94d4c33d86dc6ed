/// SQL of the copies and of the list of those on loan.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "standalone/core/copy_row.hpp"
#include "storage/unit_of_work.hpp"

namespace metodica::standalone {

struct Loan {
  std::string barcode;
  std::string since;  ///< "" when unknown
  std::string due;
};

/// A copy with what the list says of it.
struct CopyWithLoan {
  CopyRow copy;
  std::optional<Loan> loan;

  [[nodiscard]] Json json() const;
};

/// What `walk` limits itself to; "" and 0 mean everything.
struct CopyFilter {
  std::string branch;
  std::string place;
  std::string state;
  std::int64_t title = 0;
  std::string changed_since;
};

[[nodiscard]] std::optional<CopyWithLoan> copy_by_id(UnitOfWork& work, std::int64_t id);
[[nodiscard]] std::optional<CopyWithLoan> copy_by_barcode(UnitOfWork& work,
                                                          const std::string& barcode);
[[nodiscard]] std::optional<CopyWithLoan> copy_by_number(UnitOfWork& work,
                                                         const std::string& library,
                                                         const std::string& register_code,
                                                         std::int64_t number);
/// Ascending by id, after that id.
[[nodiscard]] std::vector<CopyWithLoan> walk_copies(UnitOfWork& work, const std::string& library,
                                                    const CopyFilter& filter, std::int64_t after,
                                                    std::int64_t limit);

/// The code of the refusal when another copy has the barcode or the number; "" when none has.
[[nodiscard]] std::string collision(UnitOfWork& work, const CopyRow& copy);
/// Gives `copy` its id.
void add_copy(UnitOfWork& work, CopyRow& copy);
/// Writes all fields with the next version.
void update_copy(UnitOfWork& work, CopyRow& copy);

struct Retirement {
  std::string cause;
  std::string act_number;
  std::string act_date;
};
void retire_copy(UnitOfWork& work, CopyRow& copy, const Retirement& why);

void clear_loans(UnitOfWork& work);
void set_loan(UnitOfWork& work, const Loan& loan);
/// False when it was not on the list.
bool remove_loan(UnitOfWork& work, const std::string& barcode);
[[nodiscard]] std::vector<Loan> loans_after(UnitOfWork& work, const std::string& barcode,
                                            std::int64_t limit);

}  // namespace metodica::standalone
