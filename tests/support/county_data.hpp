/// A county for tests: units in the directory and returns of some years, the same each time.
#pragma once

#include <string>
#include <vector>

#include "json/base64.hpp"
#include "support/door.hpp"

namespace metodica::test {

struct CountyShape {
  int units = 81;
  int first_year = 2025;
  int last_year = 2025;
};

/// SIRUTA codes of the units: 100001, 100002 ... (their control digits do not agree: only a doubt).
inline std::int64_t county_siruta(int unit) {
  return 100'001 + unit;
}
inline std::int64_t county_population(int unit) {
  return 540 + 61 * unit;
}

/// What the unit says of a year; the seventh unit does not count visits, the ninth sends nothing.
inline std::vector<std::pair<std::string, std::int64_t>> county_cells(int unit, int year) {
  const std::int64_t people = county_population(unit);
  const std::int64_t step = year - 2000;
  return {{"stock_start", 3000 + 40 * unit},
          {"stock_end", 3050 + 40 * unit + step},
          {"additions", 20 + 3 * unit},
          {"additions_bought", 10 + 2 * unit},
          {"additions_donated", 10 + unit},
          {"titles", 15 + 2 * unit},
          {"withdrawals", unit},
          {"stock_catalogued", 10 * unit},
          {"users_registered", people / 8},
          {"users_active", people / 10},
          {"visits", people / 2},
          {"loans", people + 10 * step},
          {"in_house", people / 9},
          {"open_days", 240},
          {"weekly_hours", 20 + unit % 21},
          {"staff_persons", 1 + unit / 30},
          {"staff_fte", 1 + unit / 40},
          {"staff_specialist_fte", unit / 40},
          {"computers_public", unit % 7},
          {"seats", 8 + unit % 20},
          {"area_m2", 40 + unit},
          {"expenditure", 60'000 + 500 * unit},
          {"expenditure_staff", 45'000 + 400 * unit},
          {"expenditure_acquisitions", 4'000 + 30 * unit},
          {"expenditure_training", 1'000 + 50 * unit},
          {"events", 6 + unit % 9},
          {"event_participants", 90 + unit},
          {"training_hours", 8}};
}

inline std::string county_csv(int units) {
  std::string csv = "siruta,name,type,population\n";
  for (int i = 0; i < units; ++i) {
    const char* type = i == 0 ? "county seat" : i < 6 ? "town" : "commune";
    csv += std::to_string(county_siruta(i)) + ",Localitatea " + std::to_string(i + 1) + "," + type +
           "," + std::to_string(county_population(i)) + "\n";
  }
  return csv;
}

/// The rows of a batch under the library of `work`. A database that a test opened beside the
/// program's knows no tenant tables, so that UnitOfWork::insert would leave the library out.
inline void insert_rows(UnitOfWork& work, const Batch& batch) {
  std::string names = "library";
  std::string places = "{library}";
  for (std::size_t i = 0; i < batch.columns().size(); ++i) {
    names += ", " + batch.columns()[i].name;
    places += ", $" + std::to_string(i + 1);
  }
  const std::string sql =
      "INSERT INTO " + batch.table() + " (" + names + ") VALUES (" + places + ")";
  for (std::size_t row = 0; row < batch.rows(); ++row) {
    Binds binds;
    for (const Batch::Column& column : batch.columns()) {
      if (column.kind == ColumnKind::integer)
        binds.emplace_back(column.integers[row]);
      else
        binds.emplace_back(column.texts[row]);
    }
    work.execute(sql, binds);
  }
}

inline void write_returns(UnitOfWork& work, const CountyShape& shape) {
  Batch returns("stat_return", {{"year", ColumnKind::integer},
                                {"siruta", ColumnKind::integer},
                                {"form", ColumnKind::text},
                                {"submission", ColumnKind::integer},
                                {"submitted_at", ColumnKind::text},
                                {"submitted_by", ColumnKind::text},
                                {"changed_at", ColumnKind::text},
                                {"changed_by", ColumnKind::text}});
  Batch cells("stat_cell", {{"year", ColumnKind::integer},
                            {"siruta", ColumnKind::integer},
                            {"code", ColumnKind::text},
                            {"kind", ColumnKind::text},
                            {"value_e4", ColumnKind::integer},
                            {"origin", ColumnKind::text},
                            {"source", ColumnKind::text},
                            {"revision", ColumnKind::integer},
                            {"changed_at", ColumnKind::text},
                            {"changed_by", ColumnKind::text}});
  constexpr int uncounted = 6;
  constexpr int silent = 8;
  constexpr std::int64_t e4 = 10'000;
  for (int year = shape.first_year; year <= shape.last_year; ++year) {
    for (int unit = 0; unit < shape.units; ++unit) {
      if (unit == silent)
        continue;
      const std::int64_t siruta = county_siruta(unit);
      returns.add(
          {year, siruta, "test", 1, "2026-02-01T10:00:00Z", "u1", "2026-02-01T10:00:00Z", "u1"});
      for (const auto& [code, value] : county_cells(unit, year)) {
        const bool missing = unit == uncounted && code == "visits";
        cells.add({year, siruta, code, missing ? "not_counted" : "number", missing ? 0 : value * e4,
                   "typed", "", 1, "2026-02-01T10:00:00Z", "u1"});
      }
    }
  }
  insert_rows(work, returns);
  insert_rows(work, cells);
}

/// Puts the county into the library of the door, "57706". Its roles are set back to all afterwards.
inline void make_county(Door& door, const CountyShape& shape) {
  door.good("coordination.import_units",
            Json::object(
                {{"file", Json::object({{"name", "u.csv"},
                                        {"base64", base64_encoded(county_csv(shape.units))}})}}));
  const auto written =
      door.database()->write({"57706", {"57706"}}, [&](UnitOfWork& work) -> Result<void> {
        write_returns(work, shape);
        return {};
      });
  if (!written)
    throw std::runtime_error(written.error().message);
}

}  // namespace metodica::test
