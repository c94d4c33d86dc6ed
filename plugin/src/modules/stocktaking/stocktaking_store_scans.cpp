// The log of scans, the notes, and the state of the expected copies that follows from both.

#include "modules/stocktaking/stocktaking_store.hpp"

namespace metodica::stocktaking {
namespace {

constexpr std::string_view counter = "stocktaking/";

// A scan stands until a later row reverses it.
#define METODICA_STANDING_SCAN                                                                \
  "NOT EXISTS (SELECT 1 FROM stocktaking_scan u WHERE u.library = s.library AND u.session = " \
  "s.session "                                                                                \
  "AND u.reverses = s.sequence) "

constexpr std::string_view select_expected =
    "SELECT e.register, e.number, e.category, e.value_e4, e.author, e.title, e.call_number, "
    "e.barcode, "
    "CASE WHEN EXISTS (SELECT 1 FROM stocktaking_scan s WHERE s.library = e.library AND s.session "
    "= e.session "
    "AND s.register = e.register AND s.number = e.number AND s.verdict IN ('found', "
    "'on_loan_here', 'duplicate') "
    "AND " METODICA_STANDING_SCAN
    ") THEN 1 ELSE 0 END AS found, "
    "COALESCE((SELECT n.kind FROM stocktaking_note n WHERE n.library = e.library AND n.session = "
    "e.session "
    "AND n.register = e.register AND n.number = e.number AND n.kind IN ('loan', 'outside', 'back') "
    "ORDER BY n.sequence DESC LIMIT 1), '') AS away "
    "FROM stocktaking_expected e WHERE e.library = {library} AND e.session = $1 ";

constexpr std::string_view select_scans =
    "SELECT s.sequence, s.code, s.register, s.number, s.verdict, s.reverses, s.scanned_by, "
    "s.scanned_at, "
    "CASE WHEN " METODICA_STANDING_SCAN
    "THEN 0 ELSE 1 END FROM stocktaking_scan s "
    "WHERE s.library = {library} AND s.session = $1 ";

#undef METODICA_STANDING_SCAN

std::vector<Scan> read_scans(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<Scan> list;
  work.each<std::int64_t, std::string, std::string, std::int64_t, std::string, std::int64_t,
            std::string, std::string, std::int64_t>(
      std::string(select_scans) + rest, binds,
      [&](std::int64_t sequence, std::string code, std::string register_code, std::int64_t number,
          std::string verdict, std::int64_t reverses, std::string by, std::string at,
          std::int64_t undone) {
        list.push_back({sequence,
                        std::move(code),
                        {std::move(register_code), number},
                        std::move(verdict),
                        reverses,
                        undone != 0,
                        std::move(by),
                        std::move(at)});
      });
  return list;
}

/// The last text of each kind, by copy and kind.
using Notes = std::map<std::pair<InventoryNumber, std::string>, std::string>;

Notes read_notes(UnitOfWork& work, std::int64_t id) {
  Notes notes;
  work.each<std::string, std::int64_t, std::string, std::string>(
      "SELECT register, number, kind, value FROM stocktaking_note WHERE library = {library} AND "
      "session = $1 "
      "ORDER BY register, number, sequence",
      {id}, [&](std::string code, std::int64_t number, std::string kind, std::string value) {
        notes[{InventoryNumber{std::move(code), number}, std::move(kind)}] = std::move(value);
      });
  return notes;
}

std::string note_of(const Notes& notes, const InventoryNumber& number, const std::string& kind) {
  const auto found = notes.find({number, kind});
  return found == notes.end() ? std::string() : found->second;
}

std::vector<ExpectedState> read_expected(UnitOfWork& work, std::int64_t id, const std::string& rest,
                                         const Binds& binds) {
  std::vector<ExpectedState> list;
  work.each<std::string, std::int64_t, std::string, Money, std::string, std::string, std::string,
            std::string, std::int64_t, std::string>(
      std::string(select_expected) + rest, binds,
      [&](std::string code, std::int64_t number, std::string category, Money value,
          std::string author, std::string title, std::string call_number, std::string barcode,
          std::int64_t found, std::string away) {
        ExpectedState row;
        row.copy = {{std::move(code), number}, std::move(category), value,
                    std::move(author),         std::move(title),    std::move(call_number),
                    std::move(barcode)};
        row.found = found != 0;
        row.away = std::move(away);
        list.push_back(std::move(row));
      });
  const Notes notes = read_notes(work, id);
  for (auto& row : list) {
    if (!row.away.empty())
      row.away_proof = note_of(notes, row.copy.number, row.away);
    row.explanation = note_of(notes, row.copy.number, "explanation");
    row.worn = note_of(notes, row.copy.number, "worn");
  }
  return list;
}

}  // namespace

std::int64_t take_place(UnitOfWork& work, std::int64_t id) {
  return work.take(std::string(counter) + std::to_string(id));
}

void insert_scan(UnitOfWork& work, std::int64_t id, const Scan& scan) {
  work.execute(
      "INSERT INTO stocktaking_scan (library, session, sequence, code, register, number, verdict, "
      "reverses, "
      "scanned_by, scanned_at) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {id, scan.sequence, scan.code, scan.number.register_code, scan.number.number, scan.verdict,
       scan.reverses, scan.scanned_by, scan.scanned_at});
}

std::vector<Scan> last_scans(UnitOfWork& work, std::int64_t id, const std::string& by,
                             std::int64_t limit) {
  if (by.empty()) {
    return read_scans(work, "AND s.reverses = 0 ORDER BY s.sequence DESC LIMIT $2", {id, limit});
  }
  return read_scans(work,
                    "AND s.reverses = 0 AND s.scanned_by = $2 ORDER BY s.sequence DESC LIMIT $3",
                    {id, by, limit});
}

std::optional<Scan> last_row(UnitOfWork& work, std::int64_t id, const std::string& by) {
  auto rows = read_scans(work, "AND s.scanned_by = $2 ORDER BY s.sequence DESC LIMIT 1", {id, by});
  if (rows.empty())
    return {};
  return std::move(rows.front());
}

bool seen(UnitOfWork& work, std::int64_t id, const InventoryNumber& number) {
  const auto rows = read_scans(work, "AND s.register = $2 AND s.number = $3",
                               {id, number.register_code, number.number});
  for (const auto& row : rows) {
    if (!row.undone && row.reverses == 0)
      return true;
  }
  return false;
}

std::vector<Scan> scans_with(UnitOfWork& work, std::int64_t id, Verdict verdict) {
  std::vector<Scan> distinct;
  std::map<std::pair<InventoryNumber, std::string>, bool> known;
  for (auto& row :
       read_scans(work, "AND s.verdict = $2 ORDER BY s.sequence", {id, verdict_name(verdict)})) {
    const std::string code = row.number.number == 0 ? row.code : std::string();
    if (row.undone || !known.try_emplace({row.number, code}, true).second)
      continue;
    distinct.push_back(std::move(row));
  }
  return distinct;
}

void insert_note(UnitOfWork& work, std::int64_t id, const InventoryNumber& number,
                 std::string_view kind, std::string_view value, const Stamp& stamp) {
  const std::int64_t sequence = work.take(std::string(counter) + std::to_string(id) + "/note");
  work.execute(
      "INSERT INTO stocktaking_note (library, session, register, number, sequence, kind, value, "
      "noted_by, noted_at) "
      "VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8)",
      {id, number.register_code, number.number, sequence, kind, value, stamp.by, stamp.at_utc});
}

std::optional<ExpectedState> expected_copy(UnitOfWork& work, std::int64_t id,
                                           const InventoryNumber& number) {
  auto rows = read_expected(work, id, "AND e.register = $2 AND e.number = $3",
                            {id, number.register_code, number.number});
  if (rows.empty())
    return {};
  return std::move(rows.front());
}

std::vector<ExpectedState> expected_copies(UnitOfWork& work, std::int64_t id) {
  return read_expected(work, id, "ORDER BY e.register, e.number", {id});
}

Balance balance(UnitOfWork& work, std::int64_t id) {
  Balance sums;
  work.each<std::int64_t, std::string, std::int64_t, Money>(
      "SELECT found, away, COUNT(*), CAST(SUM(value_e4) AS BIGINT) FROM (" +
          std::string(select_expected) + ") list GROUP BY found, away",
      {id}, [&](std::int64_t found, const std::string& away, std::int64_t units, Money value) {
        const Amount sum{units, value};
        sums.expected += sum;
        switch (classify(found != 0, away)) {
          case CopyClass::found:
            sums.found += sum;
            break;
          case CopyClass::on_loan:
            sums.on_loan += sum;
            break;
          case CopyClass::outside:
            sums.outside += sum;
            break;
          case CopyClass::missing:
            sums.missing += sum;
            break;
        }
      });
  return sums;
}

}  // namespace metodica::stocktaking
