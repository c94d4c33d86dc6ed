#include "modules/registers/closing.hpp"

#include "modules/registers/inventory_store.hpp"
#include "modules/registers/movement_store.hpp"
#include "modules/registers/opening.hpp"
#include "modules/registers/registers_json.hpp"
#include "storage/sha256.hpp"

namespace metodica::registers {
namespace {

constexpr char unit_separator = '\x1f';

Json chains_json(const std::vector<ChainMark>& chains) {
  Json::Array list;
  for (const auto& mark : chains) {
    list.push_back(Json::object({{"chain", mark.chain}, {"rows", mark.rows}, {"hash", mark.hash}}));
  }
  return list;
}

std::string last_close_hash(UnitOfWork& work) {
  const auto row = work.one<std::string>(
      "SELECT hash FROM year_close WHERE library = {library} ORDER BY year DESC LIMIT 1");
  return row ? std::get<0>(*row) : std::string();
}

Result<void> check_may_close(Call& call, const StoredOpening& opening, std::int64_t year) {
  const std::int64_t through = closed_through(call.work());
  if (year <= through) {
    return Unexpected(
        {METODICA_CONFLICT, "registers.closed_before", {{"year", std::to_string(year)}}});
  }
  if (year > call.today().year()) {
    return invalid("registers.close_future", {{"year", std::to_string(year)}}, "year");
  }
  if (year < opening.opened_on.year()) {
    return invalid("registers.close_before_opening", {{"opened", opening.opened_on.shown()}},
                   "year");
  }
  const std::int64_t first_open = through == 0 ? opening.opened_on.year() : through + 1;
  if (year != first_open) {
    return invalid("registers.close_order", {{"year", std::to_string(first_open)}}, "year");
  }
  return {};
}

}  // namespace

std::int64_t closed_through(UnitOfWork& work) {
  return work.number(
      "SELECT CAST(COALESCE(MAX(year), 0) AS BIGINT) FROM year_close WHERE library = {library}");
}

Result<Recapitulation> recapitulation(UnitOfWork& work, std::int64_t year) {
  const auto opening = stored_opening(work);
  if (!opening)
    return invalid("registers.not_opened");
  if (year < opening->opened_on.year()) {
    return invalid("registers.close_before_opening", {{"opened", opening->opened_on.shown()}},
                   "year");
  }
  Tally start = opening->balance;
  start += sum_through(work, Part::entries, year - 1);
  start -= sum_through(work, Part::exits, year - 1);
  return recapitulate(start, sum_of_year(work, Part::entries, year),
                      sum_of_year(work, Part::exits, year));
}

std::vector<ChainMark> chain_marks(UnitOfWork& work) {
  std::vector<ChainMark> marks;
  for (const Part part : {Part::entries, Part::exits}) {
    const ChainEnd end = movement_end(work, part);
    marks.push_back({"rmf-" + std::to_string(static_cast<int>(part)), end.sequence, end.hash});
  }
  for (const auto& book : inventory_registers(work)) {
    const std::int64_t rows = work.number(
        "SELECT COUNT(*) FROM inventory_entry WHERE library = {library} AND register = $1",
        {book.code});
    marks.push_back({"ri-" + book.code, rows, inventory_end(work, book.code)});
  }
  return marks;
}

std::optional<YearClose> year_close(UnitOfWork& work, std::int64_t year) {
  std::optional<YearClose> close;
  work.each<Date, std::string, std::string, std::string>(
      "SELECT closed_on, closed_by, chains, hash FROM year_close WHERE library = {library} AND "
      "year = $1",
      {year}, [&](Date on, std::string by, std::string chains, std::string hash) {
        close = YearClose{year, on, std::move(by), std::move(hash), {}};
        const auto list = Json::parse(chains);
        if (!list)
          return;
        for (const auto& mark : list->items()) {
          close->chains.push_back(
              {mark["chain"].text(), mark["rows"].integer(), mark["hash"].text()});
        }
      });
  return close;
}

Result<YearClose> close_year(Call& call, std::int64_t year) {
  UnitOfWork& work = call.work();
  const auto opening = stored_opening(work);
  if (!opening)
    return invalid("registers.not_opened");
  // Taking both chain counters' rows first keeps every registration out until the close is
  // committed.
  work.execute(
      "UPDATE counter SET next = next WHERE library = {library} AND name LIKE 'chain/rmf-%'");
  METODICA_CHECK(check_may_close(call, *opening, year));
  METODICA_TRY(const Recapitulation part3, recapitulation(work, year));
  METODICA_CHECK(check_balanced(part3.closing, false));
  YearClose close{year, call.today(), call.caller().user, {}, chain_marks(work)};
  const std::string kept = recapitulation_json(part3).dump();
  const std::string chains = chains_json(close.chains).dump();
  const std::string at = call.now_utc();
  const std::string previous = last_close_hash(work);
  std::string facts = previous + work.tenancy().own;
  for (const std::string& fact :
       {std::to_string(year), close.closed_on.iso(), close.closed_by, at, kept, chains}) {
    facts += unit_separator;
    facts += fact;
  }
  close.hash = sha256_hex(facts);
  work.execute(
      "INSERT INTO year_close (library, year, closed_on, closed_by, closed_at, recapitulation, "
      "chains, "
      "previous_hash, hash) VALUES ({library}, $1, $2, $3, $4, $5, $6, $7, $8)",
      {year, close.closed_on, close.closed_by, at, kept, chains, previous, close.hash});
  return close;
}

}  // namespace metodica::registers
