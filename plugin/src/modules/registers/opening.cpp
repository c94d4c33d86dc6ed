#include "modules/registers/opening.hpp"

#include <algorithm>
#include <set>

#include "bibliography/languages.hpp"
#include "modules/registers/breakdown_data.hpp"

namespace metodica::registers {
namespace {

std::string row_path(std::size_t row) {
  return "copies/" + std::to_string(row) + "/";
}

std::string register_path(std::size_t row) {
  return "registers/" + std::to_string(row) + "/";
}

void insert_columns(UnitOfWork& work, const std::string& minority_language) {
  Batch batch("breakdown_column", {{"grouping_name", ColumnKind::text},
                                   {"position", ColumnKind::integer},
                                   {"code", ColumnKind::text},
                                   {"title_ro", ColumnKind::text},
                                   {"title_en", ColumnKind::text},
                                   {"title_hu", ColumnKind::text},
                                   {"udc_prefixes", ColumnKind::text},
                                   {"source", ColumnKind::text},
                                   {"verified", ColumnKind::integer}});
  std::int64_t position = 0;
  for (const auto& column : columns_for(minority_language)) {
    batch.add({column.grouping, ++position, column.code, column.title_ro, column.title_en,
               column.title_hu, column.udc_prefixes, column.source, column.verified ? 1 : 0});
  }
  work.insert(batch);
}

Result<void> insert_registers(UnitOfWork& work, const Opening& opening) {
  std::set<std::string> seen;
  std::int64_t position = 0;
  for (std::size_t row = 0; row < opening.registers.size(); ++row) {
    const auto& book = opening.registers[row];
    if (!is_category(book.category)) {
      return invalid("registers.unknown_category", {{"text", book.category}},
                     register_path(row) + "category");
    }
    if (!seen.insert(book.code).second) {
      return invalid("registers.register_twice", {{"text", book.code}},
                     register_path(row) + "code");
    }
    work.execute(
        "INSERT INTO inventory_register (library, code, name, category, last_before, position) "
        "VALUES ({library}, $1, $2, $3, $4, $5)",
        {book.code, book.name, book.category, book.last_number, ++position});
    work.start_counter("ri/" + book.code, book.last_number + 1);
  }
  return {};
}

/// The lines of one register in number order, with where each came from in the request.
using Lines = std::vector<std::pair<EntryLine, std::size_t>>;

Result<std::map<std::string, Lines>> lines_by_register(const Opening& opening,
                                                       const Columns& columns) {
  std::map<std::string, Lines> by_register;
  for (std::size_t row = 0; row < opening.copies.size(); ++row) {
    const auto& given = opening.copies[row];
    METODICA_TRY(EntryLine line, entry_line(given.copy, columns, row_path(row)));
    line.number = given.number;
    line.registered_on = opening.opened_on;
    line.acquired_on = given.acquired_on;
    line.entry_act = given.entry_act;
    by_register[line.register_code].emplace_back(std::move(line), row);
  }
  for (auto& [code, lines] : by_register) {
    std::sort(lines.begin(), lines.end(),
              [](const auto& a, const auto& b) { return a.first.number < b.first.number; });
  }
  return by_register;
}

Result<void> check_numbers(const OpeningRegister& book, const Lines& lines) {
  std::int64_t previous = 0;
  for (const auto& [line, row] : lines) {
    const std::vector<MessageArgument> about = {{"number", std::to_string(line.number)},
                                                {"register", book.code}};
    if (line.number == previous)
      return invalid("registers.number_twice", about, row_path(row) + "number");
    if (line.number > book.last_number) {
      return invalid(
          "registers.number_beyond",
          {{"number", std::to_string(line.number)}, {"last", std::to_string(book.last_number)}},
          row_path(row) + "number");
    }
    const std::int64_t number = line.number;
    const bool withdrawn =
        std::any_of(book.withdrawn.begin(), book.withdrawn.end(), [&](const NumberRange& range) {
          return number >= range.first && number <= range.second;
        });
    if (withdrawn)
      return invalid("registers.withdrawn_present", about, row_path(row) + "number");
    previous = line.number;
  }
  return {};
}

/// Every number from 1 to the last either has a line or was withdrawn (invariant E10).
Result<std::vector<NumberRange>> withdrawn_of(const OpeningRegister& book, const Lines& lines,
                                              std::size_t row) {
  std::vector<std::int64_t> present;
  present.reserve(lines.size());
  for (const auto& [line, from] : lines)
    present.push_back(line.number);
  auto gaps = complement(present, book.last_number);
  const bool listed_differs = !book.withdrawn.empty() && book.withdrawn != gaps;
  const bool count_differs = book.withdrawn_count >= 0 && book.withdrawn_count != size_of(gaps);
  if (listed_differs || count_differs) {
    const std::int64_t declared = listed_differs ? size_of(book.withdrawn) : book.withdrawn_count;
    return invalid("registers.withdrawn_differs",
                   {{"register", book.code},
                    {"declared", std::to_string(declared)},
                    {"found", std::to_string(size_of(gaps))},
                    {"last", std::to_string(book.last_number)},
                    {"lines", std::to_string(lines.size())}},
                   register_path(row) + (listed_differs ? "withdrawn" : "withdrawn_count"));
  }
  return gaps;
}

Result<Tally> insert_copies(Call& call, const Opening& opening) {
  UnitOfWork& work = call.work();
  Tally tally;
  METODICA_TRY(auto by_register, lines_by_register(opening, read_columns(work)));
  for (std::size_t row = 0; row < opening.registers.size(); ++row) {
    const auto& book = opening.registers[row];
    const Lines& lines = by_register[book.code];
    METODICA_CHECK(check_numbers(book, lines));
    METODICA_TRY(const auto withdrawn, withdrawn_of(book, lines, row));
    for (const auto& [first, last] : withdrawn) {
      work.execute(
          "INSERT INTO withdrawn_before (library, register, first_number, last_number) "
          "VALUES ({library}, $1, $2, $3)",
          {book.code, first, last});
    }
    std::vector<EntryLine> chained;
    chained.reserve(lines.size());
    for (const auto& [line, from] : lines) {
      tally.add(line.category, line.language_column, line.content_column, line.value);
      chained.push_back(line);
    }
    insert_lines(work, chained);
    insert_classes(work, chained, opening.opened_on, call.caller().user);
  }
  return tally;
}

void insert_balance(UnitOfWork& work, const Tally& balance) {
  for (const auto grouping : groupings) {
    for (const auto& [code, amount] : balance.of(grouping)) {
      if (amount.units == 0)
        continue;
      work.execute(
          "INSERT INTO register_balance (library, grouping_name, column_code, units, value_e4) "
          "VALUES ({library}, $1, $2, $3, $4)",
          {grouping, code, amount.units, amount.value});
    }
  }
}

void start_movement_counters(UnitOfWork& work, const Opening& opening) {
  const std::string suffix =
      opening.restart_yearly ? "/" + std::to_string(opening.opened_on.year()) : "";
  work.start_counter("rmf/1" + suffix, opening.last_entry_number + 1);
  work.start_counter("rmf/2" + suffix, opening.last_exit_number + 1);
}

}  // namespace

std::optional<StoredOpening> stored_opening(UnitOfWork& work) {
  std::optional<StoredOpening> opening;
  work.each<Date, std::int64_t, Money, std::int64_t, std::string, std::int64_t, std::int64_t,
            std::string, std::string, std::string>(
      "SELECT opened_on, units, value_e4, restart_yearly, minority_language, last_entry_number, "
      "last_exit_number, "
      "remarks, opened_by, opened_at FROM register_opening WHERE library = {library}",
      {},
      [&](Date opened_on, std::int64_t units, Money value, std::int64_t restart,
          std::string language, std::int64_t last_entry, std::int64_t last_exit,
          std::string remarks, std::string by, std::string at) {
        opening = StoredOpening{opened_on,     restart != 0,  std::move(language),
                                last_entry,    last_exit,     std::move(remarks),
                                std::move(by), std::move(at), {}};
        opening->balance.whole = {units, value};
      });
  if (!opening)
    return opening;
  work.each<std::string, std::string, std::int64_t, Money>(
      "SELECT grouping_name, column_code, units, value_e4 FROM register_balance WHERE library = "
      "{library}",
      {}, [&](std::string grouping, std::string code, std::int64_t units, Money value) {
        opening->balance.of(grouping)[code] = {units, value};
      });
  return opening;
}

bool is_open(UnitOfWork& work) {
  return work.number("SELECT COUNT(*) FROM register_opening WHERE library = {library}") > 0;
}

Result<StoredOpening> open(Call& call, Opening opening) {
  UnitOfWork& work = call.work();
  if (is_open(work))
    return Unexpected({METODICA_CONFLICT, "registers.opened_before"});
  if (opening.opened_on > call.today()) {
    return invalid("registers.date_future", {{"date", opening.opened_on.shown()}}, "opened_on");
  }
  const std::string minority = known_language(opening.minority_language);
  if (minority.empty() || minority == "ro") {
    return invalid("registers.unknown_language", {{"text", opening.minority_language}},
                   "minority_language");
  }
  insert_columns(work, minority);
  METODICA_CHECK(insert_registers(work, opening));
  METODICA_TRY(const Tally found, insert_copies(call, opening));
  if (opening.has_balance)
    METODICA_CHECK(check_declared(opening.balance, found));
  insert_balance(work, found);
  start_movement_counters(work, opening);
  work.execute(
      "INSERT INTO register_opening (library, opened_on, units, value_e4, restart_yearly, "
      "minority_language, "
      "last_entry_number, last_exit_number, remarks, opened_by, opened_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      {opening.opened_on, found.whole.units, found.whole.value, opening.restart_yearly ? 1 : 0,
       minority, opening.last_entry_number, opening.last_exit_number, opening.remarks,
       call.caller().user, call.now_utc()});
  work.execute("DELETE FROM opening_draft WHERE library = {library}");
  return *stored_opening(work);
}

void keep_draft_line(UnitOfWork& work, const std::string& register_code, std::int64_t number,
                     const std::string& json_line) {
  work.execute(
      "INSERT INTO opening_draft (library, register, number, line) VALUES ({library}, $1, $2, $3) "
      "ON CONFLICT (library, register, number) DO UPDATE SET line = excluded.line",
      {register_code, number, json_line});
}

}  // namespace metodica::registers
