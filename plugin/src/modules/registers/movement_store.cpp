#include "modules/registers/movement_store.hpp"

#include <tuple>

namespace metodica::registers {
namespace {

constexpr char unit_separator =
    '\x1f';  // cannot stand in tidied text, so fields cannot run together

void field(std::string& out, const std::string& text) {
  out += text;
  out += unit_separator;
}

std::string canonical_counts(const Tally& tally) {
  std::string out;
  for (const auto grouping : groupings) {
    for (const auto& [code, amount] : tally.of(grouping)) {
      if (amount.units == 0)
        continue;
      out.append(grouping).append(":").append(code).append("=").append(
          std::to_string(amount.units));
      out.append("/").append(std::to_string(amount.value.e4())).append(";");
    }
  }
  return out;
}

void insert_counts(UnitOfWork& work, const Lot& lot) {
  Batch batch("movement_count", {{"part", ColumnKind::integer},
                                 {"year", ColumnKind::integer},
                                 {"number", ColumnKind::integer},
                                 {"grouping_name", ColumnKind::text},
                                 {"column_code", ColumnKind::text},
                                 {"units", ColumnKind::integer},
                                 {"value_e4", ColumnKind::integer}});
  for (const auto grouping : groupings) {
    for (const auto& [code, amount] : lot.tally.of(grouping)) {
      if (amount.units == 0)
        continue;
      batch.add({static_cast<int>(lot.part), lot.year, lot.number, grouping, code, amount.units,
                 amount.value});
    }
  }
  work.insert(batch);
}

void insert_ranges(UnitOfWork& work, const Lot& lot) {
  if (lot.ranges.empty())
    return;
  Batch batch("movement_range", {{"year", ColumnKind::integer},
                                 {"number", ColumnKind::integer},
                                 {"register", ColumnKind::text},
                                 {"first_number", ColumnKind::integer},
                                 {"last_number", ColumnKind::integer}});
  for (const auto& range : lot.ranges) {
    batch.add({lot.year, lot.number, range.register_code, range.first, range.last});
  }
  work.insert(batch);
}

void add_counts(UnitOfWork& work, std::vector<Lot>& rows) {
  if (rows.empty())
    return;
  const int part = static_cast<int>(rows.front().part);
  std::map<std::pair<std::int64_t, std::int64_t>, Lot*> by_number;
  for (auto& row : rows)
    by_number[{row.year, row.number}] = &row;
  work.each<std::int64_t, std::int64_t, std::string, std::string, std::int64_t, Money>(
      "SELECT c.year, c.number, c.grouping_name, c.column_code, c.units, c.value_e4 FROM "
      "movement_count c "
      "JOIN movement_lot l ON l.library = c.library AND l.part = c.part AND l.year = c.year AND "
      "l.number = c.number "
      "WHERE c.library = {library} AND c.part = $1 AND l.sequence BETWEEN $2 AND $3",
      {part, rows.front().sequence, rows.back().sequence},
      [&](std::int64_t year, std::int64_t number, std::string grouping, std::string code,
          std::int64_t units, Money value) {
        const auto found = by_number.find({year, number});
        if (found != by_number.end())
          found->second->tally.of(grouping)[code] = {units, value};
      });
  if (rows.front().part != Part::entries)
    return;
  work.each<std::int64_t, std::int64_t, std::string, std::int64_t, std::int64_t>(
      "SELECT r.year, r.number, r.register, r.first_number, r.last_number FROM movement_range r "
      "JOIN movement_lot l ON l.library = r.library AND l.part = 1 AND l.year = r.year AND "
      "l.number = r.number "
      "WHERE r.library = {library} AND l.sequence BETWEEN $1 AND $2 ORDER BY r.register, "
      "r.first_number",
      {rows.front().sequence, rows.back().sequence},
      [&](std::int64_t year, std::int64_t number, std::string code, std::int64_t first,
          std::int64_t last) {
        const auto found = by_number.find({year, number});
        if (found != by_number.end())
          found->second->ranges.push_back({std::move(code), first, last});
      });
}

constexpr std::string_view lot_columns =
    "part, year, number, sequence, registered_on, kind, partner, act_kind, act_number, act_date, "
    "approval, "
    "titles, units, value_e4, remarks, corrects, registered_by, registered_at, previous_hash, hash";

std::vector<Lot> read_lots(UnitOfWork& work, const std::string& condition, const Binds& binds) {
  std::vector<Lot> rows;
  work.each<std::int64_t, std::int64_t, std::int64_t, std::int64_t, Date, std::string, std::string,
            std::string, std::string, Date, std::string, std::int64_t, std::int64_t, Money,
            std::string, std::string, std::string, std::string, std::string, std::string>(
      "SELECT " + std::string(lot_columns) + " FROM movement_lot WHERE library = {library} AND " +
          condition,
      binds,
      [&](std::int64_t part, std::int64_t year, std::int64_t number, std::int64_t sequence,
          Date registered_on, std::string kind, std::string partner, std::string act_kind,
          std::string act_number, Date act_date, std::string approval, std::int64_t titles,
          std::int64_t units, Money value, std::string remarks, std::string corrects,
          std::string by, std::string at, std::string previous, std::string hash) {
        Lot row;
        row.part = part == 1 ? Part::entries : Part::exits;
        row.year = year;
        row.number = number;
        row.sequence = sequence;
        row.registered_on = registered_on;
        row.kind = std::move(kind);
        row.partner = std::move(partner);
        row.act_kind = std::move(act_kind);
        row.act_number = std::move(act_number);
        row.act_date = act_date;
        row.approval = std::move(approval);
        row.titles = titles;
        row.tally.whole = {units, value};
        row.remarks = std::move(remarks);
        row.corrects = std::move(corrects);
        row.registered_by = std::move(by);
        row.registered_at = std::move(at);
        row.previous_hash = std::move(previous);
        row.hash = std::move(hash);
        rows.push_back(std::move(row));
      });
  add_counts(work, rows);
  return rows;
}

Tally sum_where(UnitOfWork& work, Part part, const std::string& condition, std::int64_t year) {
  Tally sum;
  work.each<std::int64_t, Money>(
      "SELECT CAST(COALESCE(SUM(units), 0) AS BIGINT), CAST(COALESCE(SUM(value_e4), 0) AS BIGINT) "
      "FROM movement_lot WHERE library = {library} AND part = $1 AND " +
          condition,
      {static_cast<int>(part), year}, [&](std::int64_t units, Money value) {
        sum.whole = {units, value};
      });
  work.each<std::string, std::string, std::int64_t, Money>(
      "SELECT grouping_name, column_code, CAST(SUM(units) AS BIGINT), CAST(SUM(value_e4) AS "
      "BIGINT) "
      "FROM movement_count WHERE library = {library} AND part = $1 AND " +
          condition + " GROUP BY grouping_name, column_code",
      {static_cast<int>(part), year},
      [&](std::string grouping, std::string code, std::int64_t units, Money value) {
        sum.of(grouping)[code] = {units, value};
      });
  return sum;
}

}  // namespace

std::string canonical_ranges(const std::vector<Lot::Range>& ranges) {
  std::string out;
  for (const auto& range : ranges) {
    out.append(range.register_code).append(":").append(std::to_string(range.first)).append("-");
    out.append(std::to_string(range.last)).append(";");
  }
  return out;
}

std::string canonical(const Lot& lot, const std::string& library, const std::string& copies) {
  std::string out;
  field(out, library);
  for (const std::int64_t number :
       {static_cast<std::int64_t>(lot.part), lot.year, lot.number, lot.sequence}) {
    field(out, std::to_string(number));
  }
  field(out, lot.registered_on.iso());
  field(out, lot.kind);
  field(out, lot.partner);
  field(out, lot.act_kind);
  field(out, lot.act_number);
  field(out, lot.act_date.iso());
  field(out, lot.approval);
  field(out, std::to_string(lot.titles));
  field(out, std::to_string(lot.tally.whole.units));
  field(out, lot.tally.whole.value.exact());
  field(out, lot.remarks);
  field(out, lot.corrects);
  field(out, lot.registered_by);
  field(out, lot.registered_at);
  field(out, canonical_counts(lot.tally));
  field(out, copies);
  return out;
}

void insert_lot(UnitOfWork& work, const Lot& lot) {
  work.execute(
      "INSERT INTO movement_lot (library, part, year, number, sequence, registered_on, kind, "
      "partner, act_kind, "
      "act_number, act_date, approval, titles, units, value_e4, remarks, corrects, registered_by, "
      "registered_at, "
      "previous_hash, hash) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, "
      "$13, $14, $15, "
      "$16, $17, $18, $19, $20)",
      {static_cast<int>(lot.part),
       lot.year,
       lot.number,
       lot.sequence,
       lot.registered_on,
       lot.kind,
       lot.partner,
       lot.act_kind,
       lot.act_number,
       lot.act_date,
       lot.approval,
       lot.titles,
       lot.tally.whole.units,
       lot.tally.whole.value,
       lot.remarks,
       lot.corrects,
       lot.registered_by,
       lot.registered_at,
       lot.previous_hash,
       lot.hash});
  insert_counts(work, lot);
  insert_ranges(work, lot);
}

ChainEnd movement_end(UnitOfWork& work, Part part) {
  const auto row = work.one<std::int64_t, std::string, Date>(
      "SELECT sequence, hash, registered_on FROM movement_lot WHERE library = {library} AND part = "
      "$1 "
      "ORDER BY sequence DESC LIMIT 1",
      {static_cast<int>(part)});
  if (!row)
    return {};
  return {std::get<0>(*row), std::get<1>(*row), std::get<2>(*row)};
}

std::vector<Lot> lots(UnitOfWork& work, Part part, std::int64_t year, std::int64_t after_sequence,
                      std::int64_t limit) {
  return read_lots(
      work, "part = $1 AND ($2 = 0 OR year = $3) AND sequence > $4 ORDER BY sequence LIMIT $5",
      {static_cast<int>(part), year, year, after_sequence, limit});
}

std::optional<Lot> lot(UnitOfWork& work, Part part, std::int64_t year, std::int64_t number) {
  auto rows = read_lots(work, "part = $1 AND year = $2 AND number = $3",
                        {static_cast<int>(part), year, number});
  if (rows.empty())
    return {};
  return std::move(rows.front());
}

std::string lot_of_act(UnitOfWork& work, const std::string& kind, const std::string& number,
                       Date date, const std::string& partner) {
  std::string found;
  work.each<std::int64_t, std::int64_t>(
      "SELECT l.year, l.number FROM movement_lot l WHERE l.library = {library} AND l.part = 1 "
      "AND l.act_kind = $1 AND l.act_number = $2 AND l.act_date = $3 AND l.partner = $4 "
      "AND NOT EXISTS (SELECT 1 FROM movement_lot c WHERE c.library = l.library AND c.part = 2 "
      "AND c.kind = 'correction' "
      "AND c.corrects = CAST(l.number AS TEXT) || '/' || CAST(l.year AS TEXT))",
      {kind, number, date, partner}, [&](std::int64_t lot_year, std::int64_t lot_number) {
        found = std::to_string(lot_number) + "/" + std::to_string(lot_year);
        return false;
      });
  return found;
}

Tally sum_of_year(UnitOfWork& work, Part part, std::int64_t year) {
  return sum_where(work, part, "year = $2", year);
}

Tally sum_through(UnitOfWork& work, Part part, std::int64_t year) {
  return sum_where(work, part, "year <= $2", year);
}

}  // namespace metodica::registers
