// Entries and exits: the api of the registers.

#include <set>

#include "modules/registers/api.hpp"
#include "modules/registers/closing.hpp"
#include "modules/registers/inventory_store.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/opening.hpp"
#include "storage/sha256.hpp"

namespace metodica::registers {
namespace {

DateLimits date_limits(Call& call, const StoredOpening& opening, const ChainEnd& end) {
  return {call.today(), opening.opened_on, end.registered_on, closed_through(call.work())};
}

Result<StoredOpening> opened(Call& call) {
  auto opening = stored_opening(call.work());
  if (!opening)
    return invalid("registers.not_opened");
  return *std::move(opening);
}

std::string movement_counter(const StoredOpening& opening, Part part, std::int64_t year) {
  const std::string name = "rmf/" + std::to_string(static_cast<int>(part));
  return opening.restart_yearly ? name + "/" + std::to_string(year) : name;
}

/// A new row with its place in the chain and its number. The place is taken first: its counter row
/// is the lock that puts two clerks one after the other, so that both see the true end of the
/// chain.
Lot numbered_row(UnitOfWork& work, const StoredOpening& opening, Part part, Date registered_on) {
  Lot lot;
  lot.part = part;
  lot.sequence = work.take("chain/rmf-" + std::to_string(static_cast<int>(part)));
  lot.registered_on = registered_on;
  lot.year = registered_on.year();
  lot.number = work.take(movement_counter(opening, part, lot.year));
  return lot;
}

/// Chains and stores a row whose facts and breakdown are complete.
void register_row(Call& call, const ChainEnd& end, Lot& lot, const std::string& copies) {
  lot.previous_hash = end.hash;
  lot.registered_by = call.caller().user;
  lot.registered_at = call.now_utc();
  lot.hash = sha256_hex(lot.previous_hash + canonical(lot, call.work().tenancy().own, copies));
  insert_lot(call.work(), lot);
}

Registered outcome(const Lot& lot, std::vector<InventoryNumber> copies) {
  return {lot.year, lot.number, lot.tally.whole.value, std::move(copies), lot.hash};
}

/// The lines of an entry by register, keeping the order of the request inside each.
struct NumberedLines {
  std::map<std::string, std::vector<EntryLine>> by_register;
  std::vector<InventoryNumber> in_order;
};

Result<NumberedLines> numbered_lines(Call& call, const Entry& entry, Lot& lot) {
  const Columns columns = read_columns(call.work());
  std::vector<EntryLine> lines;
  lines.reserve(entry.copies.size());
  std::map<std::string, std::int64_t> wanted;
  for (std::size_t row = 0; row < entry.copies.size(); ++row) {
    METODICA_TRY(EntryLine line,
                 entry_line(entry.copies[row], columns, "copies/" + std::to_string(row) + "/"));
    lot.tally.add(line.category, line.language_column, line.content_column, line.value);
    ++wanted[line.register_code];
    lines.push_back(std::move(line));
  }
  std::map<std::string, std::int64_t> next;
  for (const auto& [code, count] : wanted) {
    const std::int64_t first = call.work().take("ri/" + code, count);
    next[code] = first;
    lot.ranges.push_back({code, first, first + count - 1});
  }
  NumberedLines numbered;
  for (auto& line : lines) {
    line.number = next[line.register_code]++;
    line.lot_year = lot.year;
    line.lot_number = lot.number;
    line.registered_on = lot.registered_on;
    line.acquired_on =
        lot.registered_on;  // acquisition = registration of the lot (domain note 5.1)
    numbered.in_order.push_back({line.register_code, line.number});
    numbered.by_register[line.register_code].push_back(std::move(line));
  }
  return numbered;
}

Result<void> check_new_act(UnitOfWork& work, const Entry& entry) {
  if (entry.copies.empty())
    return invalid("registers.no_copies", {}, "copies");
  const std::string known =
      lot_of_act(work, entry.act.kind, entry.act.number, entry.act.date, entry.partner);
  if (known.empty())
    return {};
  return Unexpected(
      Problem(METODICA_CONFLICT, "registers.act_twice", {{"act", entry.act.number}, {"lot", known}})
          .at("act/number"));
}

Result<void> check_leaving(const Exit& leaving, const CopyLine& line, std::size_t row) {
  const std::string path = "copies/" + std::to_string(row);
  const std::vector<MessageArgument> about = {{"number", std::to_string(line.number.number)},
                                              {"register", line.number.register_code},
                                              {"title", line.title}};
  const auto refuse = [&](metodica_status status, std::string id,
                          std::vector<MessageArgument> more) {
    more.insert(more.end(), about.begin(), about.end());
    return Unexpected(Problem(status, std::move(id), std::move(more)).at(path));
  };
  if (line.gone) {
    return refuse(
        METODICA_CONFLICT, "registers.copy_gone",
        {{"exit", std::to_string(line.exit_number) + "/" + std::to_string(line.exit_year)}});
  }
  if (line.registered_on > leaving.registered_on) {
    return refuse(METODICA_INVALID, "registers.exit_before_entry",
                  {{"date", line.registered_on.shown()}});
  }
  if (!is_withdrawal_cause(leaving.cause))
    return {};
  if (line.heritage)
    return refuse(METODICA_INVALID, "registers.heritage", {});
  const Date from = withdrawable_from(line);
  if (leaving.registered_on < from) {
    return refuse(METODICA_INVALID, "registers.too_young",
                  {{"acquired", line.acquired_on.shown()}, {"from", from.shown()}});
  }
  return {};
}

Result<void> tally_leaving(UnitOfWork& work, const Exit& leaving, Lot& lot) {
  std::set<InventoryNumber> seen;
  std::set<std::string> titles;
  for (std::size_t row = 0; row < leaving.copies.size(); ++row) {
    const auto& number = leaving.copies[row];
    const std::string path = "copies/" + std::to_string(row);
    if (!seen.insert(number).second) {
      return invalid("registers.copy_listed_twice", {{"number", std::to_string(number.number)}},
                     path);
    }
    const auto line = copy(work, number);
    if (!line) {
      return Unexpected(
          Problem(METODICA_NOT_FOUND, "registers.copy_unknown",
                  {{"number", std::to_string(number.number)}, {"register", number.register_code}})
              .at(path));
    }
    METODICA_CHECK(check_leaving(leaving, *line, row));
    // Recorded value and columns, frozen at entry (invariants E5, E13).
    lot.tally.add(line->category, line->language, line->content, line->value);
    titles.insert(line->title_ref.empty() ? line->author + '\x1f' + line->title : line->title_ref);
  }
  lot.titles = static_cast<std::int64_t>(titles.size());
  return {};
}

std::string canonical_copies(const std::vector<InventoryNumber>& copies) {
  std::string out;
  for (const auto& copy : copies) {
    out.append(copy.register_code).append(":").append(std::to_string(copy.number)).append(";");
  }
  return out;
}

}  // namespace

bool is_withdrawal(std::string_view cause) {
  return is_withdrawal_cause(cause);
}

Result<Registered> enter(Call& call, const Entry& entry) {
  METODICA_TRY(const StoredOpening opening, opened(call));
  UnitOfWork& work = call.work();
  METODICA_CHECK(check_new_act(work, entry));
  Lot lot = numbered_row(work, opening, Part::entries, entry.registered_on);
  const ChainEnd end = movement_end(work, lot.part);
  const DateLimits limits = date_limits(call, opening, end);
  METODICA_CHECK(check_dates(entry.registered_on, entry.act.date, limits));
  lot.kind = entry.source;
  lot.partner = entry.partner;
  lot.act_kind = entry.act.kind;
  lot.act_number = entry.act.number;
  lot.act_date = entry.act.date;
  lot.titles = entry.titles;
  lot.remarks = entry.remarks;
  lot.corrects = entry.corrects;
  METODICA_TRY(const NumberedLines lines, numbered_lines(call, entry, lot));
  METODICA_CHECK(check_balanced(lot.tally, true));
  register_row(call, end, lot, canonical_ranges(lot.ranges));
  for (const auto& [code, of_register] : lines.by_register) {
    insert_lines(work, of_register);
    insert_classes(work, of_register, lot.registered_on, lot.registered_by);
  }
  return outcome(lot, lines.in_order);
}

Result<Registered> exit(Call& call, const Exit& leaving) {
  METODICA_TRY(const StoredOpening opening, opened(call));
  UnitOfWork& work = call.work();
  if (leaving.copies.empty())
    return invalid("registers.no_copies", {}, "copies");
  if (is_withdrawal_cause(leaving.cause) && leaving.approval.empty()) {
    return invalid("registers.no_approval", {}, "approval");
  }
  Lot lot = numbered_row(work, opening, Part::exits, leaving.registered_on);
  const ChainEnd end = movement_end(work, lot.part);
  const DateLimits limits = date_limits(call, opening, end);
  METODICA_CHECK(check_dates(leaving.registered_on, leaving.act.date, limits));
  lot.kind = leaving.cause;
  lot.partner = leaving.partner;
  lot.act_kind = leaving.act.kind;
  lot.act_number = leaving.act.number;
  lot.act_date = leaving.act.date;
  lot.approval = leaving.approval;
  lot.remarks = leaving.remarks;
  lot.corrects = leaving.corrects;
  METODICA_CHECK(tally_leaving(work, leaving, lot));
  METODICA_CHECK(check_balanced(lot.tally, true));
  register_row(call, end, lot, canonical_copies(leaving.copies));
  insert_exits(work, lot, leaving.copies);
  return outcome(lot, leaving.copies);
}

Result<void> note(Call& call, const InventoryNumber& number, std::string_view kind,
                  std::string_view value) {
  append_fact(call.work(), number, kind, value, call.today(), call.caller().user);
  return {};
}

Date withdrawable_from(const CopyLine& line) {
  return first_withdrawal_day(line.acquired_on);
}

}  // namespace metodica::registers
