/// States and posts of the libraries as a table that the county keeps in a spreadsheet.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/network/network_rules.hpp"
#include "text/messages.hpp"

namespace metodica::coordination {

/// A row: one post of a library, one state, or both.
struct NetworkRow {
  std::int64_t row = 0;  ///< as in the spreadsheet
  std::int64_t siruta = 0;
  std::optional<StatusPeriod> status;
  std::optional<StaffPost> post;  ///< without number and person
  std::string name, email, phone;
};

/// Columns: siruta; stare, motiv, stare de la (a state); functia, norma, contract, pregatire, nume,
/// telefon, email, de la, pensionare (a post). States, contracts and qualifications are codes or
/// the words of the reader's language. Errors, METODICA_INVALID at "file": those of
/// CsvReader::open; "coordination.csv_row" {row, text}; "coordination.siruta" {row, text};
/// "network.csv_word", "network.csv_day", "network.csv_norm" {row, text}.
Result<std::vector<NetworkRow>> network_from_csv(std::string_view bytes, const Messages& say);

}  // namespace metodica::coordination
