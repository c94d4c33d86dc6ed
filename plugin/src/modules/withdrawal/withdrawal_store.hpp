/// The rows of withdrawal proposals. Everything is appended; the state follows from which rows
/// there are.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "modules/withdrawal/withdrawal_rules.hpp"
#include "storage/unit_of_work.hpp"
#include "text/keys.hpp"

namespace metodica::withdrawal {

/// Who wrote a row, and when.
struct Stamp {
  std::string by, at_utc;
};

struct Proposal {
  std::int64_t proposal = 0;
  std::string cause, remarks;
  Date proposed_on;
  std::string proposed_by;
  State state = State::proposed;
  std::int64_t units = 0;
};

/// One copy of a proposal, with what the commission found.
struct Item {
  std::int64_t line = 0;
  InventoryNumber number;
  std::string state;  ///< how it looks, as proposed
  bool judged = false;
  bool accepted = false;
  std::string finding;
};

/// A copy that was turned away at once.
struct TurnedAway {
  std::string code, reason;
};

/// The commission's minutes (proces-verbal de eliminare).
struct Minutes {
  std::string decision_number;
  Date decision_date;
  std::string chair;
  std::vector<std::string> members;
  std::string minutes_number;
  Date minutes_date;
  std::string destination, conclusions;
};

/// How it ended.
struct End {
  bool approved = false;
  std::string decision_number;
  Date decision_date;
  std::string council;  ///< decision of the council, where the library asks for one
  std::string reason;   ///< of a refusal
  std::int64_t exit_year = 0, exit_number = 0;
  Date ended_on;
};

void insert_proposal(UnitOfWork& work, const Proposal& proposal, const std::vector<Item>& items,
                     const std::vector<TurnedAway>& turned_away, const Stamp& stamp);
std::optional<Proposal> proposal(UnitOfWork& work, std::int64_t id);
std::vector<Proposal> proposals(UnitOfWork& work);  ///< newest first
std::vector<Item> items(UnitOfWork& work, std::int64_t id);
std::vector<TurnedAway> turned_away(UnitOfWork& work, std::int64_t id);

/// The proposal, not decided yet, that holds a copy which was not rejected; 0 when none does.
std::int64_t open_proposal_of(UnitOfWork& work, const InventoryNumber& number);

void insert_minutes(UnitOfWork& work, std::int64_t id, const Minutes& minutes,
                    const std::vector<Item>& findings, const Stamp& stamp);
std::optional<Minutes> minutes(UnitOfWork& work, std::int64_t id);
void insert_end(UnitOfWork& work, std::int64_t id, const End& end, const Stamp& stamp);
std::optional<End> end_of(UnitOfWork& work, std::int64_t id);

}  // namespace metodica::withdrawal
