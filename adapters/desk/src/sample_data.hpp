/// The files of the sample library (adapters/desk/sample, its README names the columns): found,
/// read, and turned into what the actions of the plugin take.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "adapter_session.hpp"
#include "json/json.hpp"
#include "metodica/result.hpp"
#include "text/date.hpp"
#include "text/messages.hpp"

namespace metodica::desk {

/// A row of copies.csv: equal copies of one title.
struct SampleCopies {
  std::string control_number, lot;
  std::int64_t copies = 1;
  std::string price;    ///< lei a copy, up to four decimals, as JSON has money
  std::string entered;  ///< year of the entry, of the opening only
  std::string section;  ///< custody
  std::string volume;
  bool worn = false;
  bool on_loan = false;
};

/// A row of lots.csv.
struct SampleLot {
  std::string lot, kind, partner, act_number, vat_percent;
  int months_ago = 0;
};

struct SampleData {
  std::filesystem::path folder;
  std::vector<SampleCopies> copies;
  std::vector<SampleLot> lots;  ///< oldest first

  [[nodiscard]] std::filesystem::path records() const { return folder / "sample-unimarc.mrc"; }
  [[nodiscard]] std::vector<SampleCopies> of_lot(const std::string& lot) const;

  /// Errors: METODICA_NOT_FOUND "desk.file_not_read" {file}; METODICA_INVALID "desk.sample_row"
  /// {file}{row}, those of CsvReader.
  static Result<SampleData> read();
};

/// share/metodica/sample of the installation that the program belongs to, else the source folder it
/// was built from.
[[nodiscard]] std::filesystem::path sample_folder();
/// All bytes of a file. Errors: METODICA_NOT_FOUND "desk.file_not_read" {file}.
Result<std::string> file_text(const std::filesystem::path& file);

/// The host's titles by control number, each as schema/title.json.
using SampleTitles = std::map<std::string, Json>;
/// Errors: METODICA_NOT_FOUND "desk.sample_title" {text}; those of the host.
Result<SampleTitles> find_titles(AdapterSession& session, const std::vector<SampleCopies>& copies);

/// The three inventory registers of the sample: books, serials, recordings.
struct SampleRegister {
  const char* code;
  const char* name;  ///< id of the message
  const char* category;
};
[[nodiscard]] const std::vector<SampleRegister>& sample_registers();

/// Copies that the library has at the opening, numbered from 1 in each register.
struct SampleOpening {
  Json args;                        ///< for registers.open
  Json::Array holdings;             ///< the same copies for the host
  Json::Array lines;                ///< the copies of `args`
  std::vector<bool> worn, on_loan;  ///< of each line
};
/// Errors: METODICA_INVALID "money.*".
Result<SampleOpening> opening_of(const std::vector<SampleCopies>& copies,
                                 const SampleTitles& titles, Date opened_on, const Messages& say);

/// Arguments of acquisition.receive for a lot registered on a day.
Json reception_of(const SampleLot& lot, const std::vector<SampleCopies>& copies,
                  const SampleTitles& titles, Date day);

/// Puts copies on the host's list of copies on loan, which they replace. Errors: METODICA_INVALID
/// "desk.sample_loans" when one is refused.
Result<void> lend(AdapterSession& session, const std::vector<std::string>& barcodes, Date today);
/// Tells the host about copies that were there before us. Errors: METODICA_INVALID
/// "desk.sample_copies" when one is refused.
Result<void> create_holdings(AdapterSession& session, const Json::Array& holdings);

}  // namespace metodica::desk
