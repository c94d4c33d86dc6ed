#include "modules/processing/reading_store.hpp"

namespace metodica::processing {
namespace {

constexpr std::string_view reading_columns =
    "SELECT r.id, r.section, r.custody, r.place, r.begun_on, r.begun_by, (SELECT COUNT(*) FROM "
    "shelf_scan s WHERE s.library = r.library AND s.reading = r.id) FROM shelf_reading r WHERE "
    "r.library = {library} ";

std::vector<Reading> read_readings(UnitOfWork& work, const std::string& rest, const Binds& binds) {
  std::vector<Reading> readings;
  work.each<std::int64_t, std::string, std::string, std::string, Date, std::string, std::int64_t>(
      std::string(reading_columns) + rest, binds,
      [&](std::int64_t id, std::string section, std::string custody, std::string place, Date on,
          std::string by, std::int64_t scans) {
        readings.push_back({id, std::move(section), std::move(custody), std::move(place), on,
                            std::move(by), scans});
      });
  return readings;
}

}  // namespace

std::int64_t begin_reading(UnitOfWork& work, const Reading& reading) {
  const std::int64_t id = work.take("shelf_reading");
  work.execute(
      "INSERT INTO shelf_reading (library, id, section, custody, place, begun_on, begun_by) VALUES "
      "({library}, $1, $2, $3, $4, $5, $6)",
      {id, reading.section, reading.custody, reading.place, reading.begun_on, reading.begun_by});
  return id;
}

std::optional<Reading> reading_of(UnitOfWork& work, std::int64_t id) {
  auto found = read_readings(work, "AND r.id = $1", {id});
  if (found.empty())
    return {};
  return std::move(found.front());
}

std::vector<Reading> latest_readings(UnitOfWork& work, std::int64_t limit) {
  return read_readings(work, "ORDER BY r.id DESC LIMIT $1", {limit});
}

std::vector<Scan> scans_of(UnitOfWork& work, std::int64_t reading) {
  std::vector<Scan> scans;
  work.each<std::int64_t, std::string, std::string, std::int64_t, std::string, std::string,
            std::string>(
      "SELECT seq, code, register, number, state, call_number, shelf_key FROM shelf_scan WHERE "
      "library = {library} AND reading = $1 ORDER BY seq",
      {reading},
      [&](std::int64_t seq, std::string code, std::string register_code, std::int64_t number,
          const std::string& state, std::string call_number, std::string shelf_key) {
        scans.push_back({seq,
                         std::move(code),
                         {std::move(register_code), number},
                         scan_state_named(state).value_or(ScanState::unknown),
                         std::move(call_number),
                         std::move(shelf_key)});
      });
  return scans;
}

void keep_scans(UnitOfWork& work, std::int64_t reading, const std::vector<Scan>& scans) {
  Batch batch("shelf_scan", {{"reading", ColumnKind::integer},
                             {"seq", ColumnKind::integer},
                             {"code", ColumnKind::text},
                             {"register", ColumnKind::text},
                             {"number", ColumnKind::integer},
                             {"state", ColumnKind::text},
                             {"call_number", ColumnKind::text},
                             {"shelf_key", ColumnKind::text}});
  for (const Scan& scan : scans) {
    batch.add({reading, scan.seq, scan.code, scan.number.register_code, scan.number.number,
               name_of(scan.state), scan.call_number, scan.shelf_key});
  }
  work.insert(batch);
}

bool drop_last_scan(UnitOfWork& work, std::int64_t reading) {
  return work.execute(
             "DELETE FROM shelf_scan WHERE library = {library} AND reading = $1 AND seq = (SELECT "
             "MAX(s.seq) FROM shelf_scan s WHERE s.library = {library} AND s.reading = $1)",
             {reading}) > 0;
}

}  // namespace metodica::processing
