/// The rows of a stocktaking. Everything is appended; the state of a copy is read from the last
/// rows.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "modules/stocktaking/stocktaking_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/keys.hpp"

namespace metodica::stocktaking {

struct Session {
  std::int64_t session = 0;
  std::string custody;  ///< "" = the whole library
  std::string reason, method;
  std::string decision_number;
  Date decision_date;
  Commission commission;
  Date starts_on, ends_on;
  std::string opened_by, opened_at;
  bool stated = false;  ///< the custodian's statement is there
  bool closed = false;
  std::int64_t expected = 0;  ///< units of the list
};

/// One copy of the list of expected copies, frozen when the session was opened.
struct Expected {
  InventoryNumber number;
  std::string category;
  Money value;
  std::string author, title, call_number, barcode;
};

/// An expected copy with what was found out about it.
struct ExpectedState {
  Expected copy;
  bool found = false;
  std::string away;        ///< "loan", "outside", "back", ""
  std::string away_proof;  ///< the text of that note
  std::string explanation;
  std::string worn;  ///< what is worn about it, "" when not

  [[nodiscard]] CopyClass state() const { return classify(found, away); }
};

/// The custodian's statement before counting (OMFP 2861/2009 pt. 8a).
struct Statement {
  Date stated_on;
  std::string keeper, last_entry, last_exit;
  std::string places, third_party, differences, in_transit, without_papers, unrecorded;
};

struct Scan {
  std::int64_t sequence = 0;
  std::string code;
  InventoryNumber number;     ///< number 0: nothing in the registers has the code
  std::string verdict;        ///< verdict_name(), or "undone" for a reversal
  std::int64_t reverses = 0;  ///< of a reversal: the sequence of the scan it takes back
  bool undone = false;        ///< taken back by a later row
  std::string scanned_by, scanned_at;
};

/// The minutes (OMFP 2861/2009 pt. 42).
struct Close {
  std::string minutes_number;
  Date minutes_date, ended_on;
  std::string causes, measures, storage;
};

/// Who wrote a row, and when.
struct Stamp {
  std::string by, at_utc;
};

void insert_session(UnitOfWork& work, const Session& session,
                    const std::vector<Expected>& expected);
std::optional<Session> session(UnitOfWork& work, std::int64_t id);
std::vector<Session> sessions(UnitOfWork& work);  ///< newest first

void insert_statement(UnitOfWork& work, std::int64_t id, const Statement& statement,
                      const Stamp& stamp);
std::optional<Statement> statement(UnitOfWork& work, std::int64_t id);
void insert_close(UnitOfWork& work, std::int64_t id, const Close& close, const Stamp& stamp);
std::optional<Close> close_of(UnitOfWork& work, std::int64_t id);

/// The next place in the log of a session. Its counter row puts two people one after the other, so
/// that each sees the scans of the other: take it before anything is read.
std::int64_t take_place(UnitOfWork& work, std::int64_t id);
void insert_scan(UnitOfWork& work, std::int64_t id, const Scan& scan);
/// The last scans, newest first, reversals left out; `by` limits them to one person, "" = all.
std::vector<Scan> last_scans(UnitOfWork& work, std::int64_t id, const std::string& by,
                             std::int64_t limit);
/// The last row of a person, a reversal too.
std::optional<Scan> last_row(UnitOfWork& work, std::int64_t id, const std::string& by);
bool seen(UnitOfWork& work, std::int64_t id, const InventoryNumber& number);

/// The distinct copies or codes with a verdict that stands: misplaced, gone, unknown,
/// entered_since.
std::vector<Scan> scans_with(UnitOfWork& work, std::int64_t id, Verdict verdict);

void insert_note(UnitOfWork& work, std::int64_t id, const InventoryNumber& number,
                 std::string_view kind, std::string_view value, const Stamp& stamp);

std::optional<ExpectedState> expected_copy(UnitOfWork& work, std::int64_t id,
                                           const InventoryNumber& number);
/// All expected copies in the order of register and number.
std::vector<ExpectedState> expected_copies(UnitOfWork& work, std::int64_t id);
/// Their sums, made by the database: for the scanning screen.
Balance balance(UnitOfWork& work, std::int64_t id);

}  // namespace metodica::stocktaking
