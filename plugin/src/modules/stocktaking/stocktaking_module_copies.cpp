#include "modules/stocktaking/stocktaking_module_copies.hpp"

#include <algorithm>

#include "app/settings.hpp"

namespace metodica::stocktaking {
namespace {

/// "carti 21" or "carti:21"; nothing when the code is not of that form.
std::optional<InventoryNumber> register_and_number(const std::string& code) {
  const std::size_t cut = code.find_last_of(" :");
  if (cut == std::string::npos || cut == 0)
    return {};
  auto number = InventoryNumber::parse(code.substr(0, cut), code.substr(cut + 1));
  if (!number)
    return {};
  return *std::move(number);
}

Loans::Days days_of(const Json& loan) {
  Loans::Days days;
  if (const auto since = Date::parse(loan["since"].text()))
    days.since = *since;
  if (const auto due = Date::parse(loan["due"].text()))
    days.due = *due;
  return days;
}

/// By number first; the copies that the host does not know by number are asked for by barcode.
Result<Loans> loans_from_holdings(Call& call, HostHoldings& host,
                                  const std::vector<CopyName>& copies) {
  Loans loans;
  METODICA_TRY(const Abilities abilities, host.abilities());
  std::vector<CopyName> unanswered = copies;
  if (abilities.can_read("numbered")) {
    loans.known = true;
    std::vector<HostNumber> numbers;
    numbers.reserve(copies.size());
    for (const auto& copy : copies)
      numbers.push_back({copy.number.register_code, copy.number.number});
    METODICA_TRY(const std::vector<Json> lines, host.numbered(call.host_context(), numbers));
    unanswered.clear();
    for (std::size_t at = 0; at < std::min(lines.size(), copies.size()); ++at) {
      if (lines[at]["missing"].boolean())
        unanswered.push_back(copies[at]);
      if (lines[at].has("loan"))
        loans.on_loan[copies[at].number] = days_of(lines[at]["loan"]);
    }
  }
  if (!abilities.can_read("copies"))
    return loans;
  loans.known = true;
  std::erase_if(unanswered, [](const CopyName& copy) { return copy.barcode.empty(); });
  if (unanswered.empty())
    return loans;
  std::vector<std::string> barcodes;
  for (const auto& copy : unanswered)
    barcodes.push_back(copy.barcode);
  METODICA_TRY(const std::vector<Json> lines, host.copies(call.host_context(), barcodes));
  for (std::size_t at = 0; at < std::min(lines.size(), unanswered.size()); ++at) {
    if (lines[at].has("loan"))
      loans.on_loan[unanswered[at].number] = days_of(lines[at]["loan"]);
  }
  return loans;
}

Result<Loans> loans_from_list(Call& call, HostLoansList& host,
                              const std::vector<CopyName>& copies) {
  constexpr std::int64_t piece = 1000;
  Loans loans;
  loans.known = true;
  std::map<std::string, InventoryNumber> by_barcode;
  for (const auto& copy : copies) {
    if (!copy.barcode.empty())
      by_barcode[copy.barcode] = copy.number;
  }
  for (std::string after;;) {
    METODICA_TRY(const std::vector<Json> lines, host.list(call.host_context(), after, piece));
    for (const auto& line : lines) {
      const auto found = by_barcode.find(line["barcode"].text());
      if (found != by_barcode.end())
        loans.on_loan[found->second] = days_of(line);
    }
    if (static_cast<std::int64_t>(lines.size()) < piece)
      return loans;
    after = lines.back()["barcode"].text();
  }
}

std::string loan_text(const Messages& say, const Loans::Days& days) {
  if (days.since.none())
    return say("stocktaking.loan_without_day");
  if (days.due.none())
    return say("stocktaking.loan_since", {{"since", days.since.shown(say.lang())}});
  return say("stocktaking.loan_days",
             {{"since", days.since.shown(say.lang())}, {"due", days.due.shown(say.lang())}});
}

Stamp stamp_of(Call& call) {
  return {call.caller().user, call.now_utc()};
}

}  // namespace

Result<void> check_commission(Call& call, const Commission& commission) {
  return check_people(commission, setting(call.work(), "institution.keeper"),
                      !setting(call.work(), "institution.one_person").empty());
}

std::vector<InventoryNumber> copies_of_code(UnitOfWork& work, const std::string& code) {
  if (const auto line = registers::copy_by_barcode(work, code))
    return {line->number};
  if (const auto named = register_and_number(code)) {
    if (registers::copy(work, *named))
      return {*named};
    return {};
  }
  std::vector<InventoryNumber> found;
  const auto bare = InventoryNumber::parse("", code);
  if (!bare)
    return found;
  for (const auto& book : registers::inventory_registers(work)) {
    const InventoryNumber number{book.code, bare->number};
    if (registers::copy(work, number))
      found.push_back(number);
  }
  return found;
}

Result<Loans> loans_of(Call& call, const std::vector<CopyName>& copies) {
  if (copies.empty())
    return Loans{};
  Loans loans;
  if (call.host().holdings) {
    METODICA_TRY(loans, loans_from_holdings(call, *call.host().holdings, copies));
  }
  if (!loans.known && call.host().loans_list)
    return loans_from_list(call, *call.host().loans_list, copies);
  return loans;
}

std::vector<Expected> copies_in_custody(UnitOfWork& work, const std::string& custody) {
  registers::CopyFilter filter;
  filter.custody = custody;
  std::vector<Expected> list;
  for (auto& line : registers::copies(work, filter)) {
    list.push_back({line.number, line.category, line.value, std::move(line.author),
                    std::move(line.title), std::move(line.call_number), std::move(line.barcode)});
  }
  return list;
}

std::optional<registers::CopyLine> line_of(UnitOfWork& work, const InventoryNumber& number) {
  return registers::copy(work, number);
}

Result<std::optional<registers::CopyLine>> line_of_code(UnitOfWork& work, const Session& session,
                                                        const std::string& code) {
  auto candidates = copies_of_code(work, code);
  if (candidates.size() > 1) {
    std::vector<InventoryNumber> expected;
    for (const auto& number : candidates) {
      if (expected_copy(work, session.session, number))
        expected.push_back(number);
    }
    if (expected.size() != 1) {
      return invalid("stocktaking.ambiguous",
                     {{"text", code},
                      {"first", candidates[0].shown_with_register()},
                      {"second", candidates[1].shown_with_register()}},
                     "code");
    }
    candidates = expected;
  }
  if (candidates.empty())
    return std::optional<registers::CopyLine>();
  return registers::copy(work, candidates.front());
}

std::int64_t note_movements(Call& call, const Session& session) {
  const Messages& say = call.say();
  std::int64_t noted = 0;
  for (const auto& row : expected_copies(call.work(), session.session)) {
    if (row.state() != CopyClass::missing)
      continue;
    const auto line = registers::copy(call.work(), row.copy.number);
    if (!line)
      continue;
    std::string proof;
    if (line->gone) {
      proof = say("stocktaking.left_by_act", {{"exit", std::to_string(line->exit_number) + "/" +
                                                           std::to_string(line->exit_year)}});
    } else if (!session.custody.empty() && line->custody != session.custody) {
      proof = say("stocktaking.moved_to", {{"custody", line->custody}});
    }
    if (proof.empty())
      continue;
    insert_note(call.work(), session.session, row.copy.number, "outside", proof, stamp_of(call));
    ++noted;
  }
  return noted;
}

Result<LoanChanges> note_loans(Call& call, const Session& session) {
  const auto rows = expected_copies(call.work(), session.session);
  std::vector<CopyName> names;
  names.reserve(rows.size());
  for (const auto& row : rows)
    names.push_back({row.copy.number, row.copy.barcode});
  METODICA_TRY(const Loans loans, loans_of(call, names));
  LoanChanges changes;
  changes.known = loans.known;
  if (!loans.known)
    return changes;
  for (const auto& row : rows) {
    const auto loan = loans.on_loan.find(row.copy.number);
    if (loan != loans.on_loan.end() && (row.away.empty() || row.away == "back")) {
      insert_note(call.work(), session.session, row.copy.number, "loan",
                  loan_text(call.say(), loan->second), stamp_of(call));
      ++changes.lent;
    }
    if (loan == loans.on_loan.end() && row.away == "loan") {
      insert_note(
          call.work(), session.session, row.copy.number, "back",
          call.say()("stocktaking.came_back", {{"date", call.today().shown(call.say().lang())}}),
          stamp_of(call));
      ++changes.returned;
    }
  }
  return changes;
}

Result<void> note_checks(Call& call, const Session& session, Date on) {
  const std::string mark = std::to_string(on.year()) + " ✓ " + on.shown();
  for (const auto& row : expected_copies(call.work(), session.session)) {
    if (row.state() == CopyClass::found)
      METODICA_CHECK(registers::note(call, row.copy.number, "check", mark));
  }
  return {};
}

std::map<std::string, std::string> category_titles(Call& call) {
  std::map<std::string, std::string> titles;
  for (const auto& column :
       registers::breakdown_columns(call.work(), "category", call.say().lang())) {
    titles[column.code] = column.title;
  }
  return titles;
}

}  // namespace metodica::stocktaking
