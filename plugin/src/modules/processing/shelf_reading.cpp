#include "modules/processing/shelf_reading.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "bibliography/author_title.hpp"
#include "modules/stocktaking/api.hpp"

namespace metodica::processing {
namespace {

constexpr std::size_t most_scans = 100'000;
constexpr std::size_t most_compared = 20'000;
constexpr std::size_t worth_an_index = 300;  // codes from which reading all copies once is quicker

/// Finds the copy of a code. For many codes all copies are read once.
class CopyFinder {
 public:
  CopyFinder(UnitOfWork& work, std::size_t codes) : work_(work) {
    if (codes < worth_an_index)
      return;
    registers::CopyFilter all;
    all.with_gone = true;
    lines_ = registers::copies(work, all);
    for (const CopyLine& line : lines_) {
      if (line.barcode.empty())
        continue;
      const CopyLine*& found = by_barcode_[line.barcode];
      if (found == nullptr || found->gone)
        found = &line;
    }
  }

  std::optional<CopyLine> find(const std::string& code) {
    const auto known = by_barcode_.find(code);
    if (known != by_barcode_.end())
      return *known->second;
    const auto numbers = stocktaking::copies_of_code(work_, code);
    if (numbers.size() != 1)
      return {};
    return registers::copy(work_, numbers.front());
  }

 private:
  UnitOfWork& work_;
  std::vector<CopyLine> lines_;
  std::unordered_map<std::string, const CopyLine*> by_barcode_;
};

bool belongs(const Reading& reading, const CopyLine& line, const std::string& section) {
  if (!reading.custody.empty() && line.custody != reading.custody)
    return false;
  return reading.section.empty() || section == (reading.section == "-" ? "" : reading.section);
}

// The mark as it was given, or as it stands in the register when it came with the copy.
void place_scan(UnitOfWork& work, const Reading& reading, const CopyLine& line, Scan& scan) {
  scan.number = line.number;
  scan.call_number = line.call_number;
  if (line.gone) {
    scan.state = ScanState::gone;
    return;
  }
  if (line.call_number.empty()) {
    scan.state = ScanState::unmarked;
    return;
  }
  const auto mark = mark_of(work, line.number);
  const bool same = mark && mark->call_number == line.call_number;
  scan.shelf_key = same ? mark->shelf_key : shelf_key_text(line.call_number);
  const std::string section =
      same ? mark->mark.section : parse_call_number(line.call_number).section;
  scan.state = belongs(reading, line, section) ? ScanState::here : ScanState::elsewhere;
}

Result<void> mark_loans(Call& call, const std::vector<stocktaking::CopyName>& names,
                        std::vector<Scan>& scans) {
  METODICA_TRY(const auto loans, stocktaking::loans_of(call, names));
  for (Scan& scan : scans) {
    const bool stands = scan.state == ScanState::here || scan.state == ScanState::elsewhere;
    if (stands && loans.on_loan.count(scan.number) != 0)
      scan.state = ScanState::on_loan;
  }
  return {};
}

}  // namespace

Result<Reading> reading_named(UnitOfWork& work, std::int64_t id) {
  auto reading = reading_of(work, id);
  if (!reading)
    return Unexpected(Problem(METODICA_NOT_FOUND, "shelves.reading_unknown").at("reading"));
  return *std::move(reading);
}

Result<std::int64_t> add_scans(Call& call, const Reading& reading,
                               const std::vector<std::string>& codes) {
  const auto before = scans_of(call.work(), reading.id);
  if (before.size() + codes.size() > most_scans) {
    return invalid("shelves.too_many_scans", {{"count", static_cast<std::int64_t>(most_scans)}},
                   "codes");
  }
  std::set<InventoryNumber> seen;
  for (const Scan& scan : before)
    seen.insert(scan.number);
  std::string last = before.empty() ? std::string() : before.back().code;
  std::int64_t seq = before.empty() ? 0 : before.back().seq;
  CopyFinder finder(call.work(), codes.size());
  std::vector<Scan> added;
  std::vector<stocktaking::CopyName> names;
  for (const std::string& code : codes) {
    if (code.empty() || code == last)
      continue;
    last = code;
    Scan scan;
    scan.seq = ++seq;
    scan.code = code;
    if (const auto line = finder.find(code)) {
      place_scan(call.work(), reading, *line, scan);
      if (!seen.insert(line->number).second)
        scan.state = ScanState::twice;
      names.push_back({line->number, line->barcode});
    }
    added.push_back(std::move(scan));
  }
  if (added.empty())
    return invalid("shelves.no_codes", {}, "codes");
  METODICA_CHECK(mark_loans(call, names, added));
  keep_scans(call.work(), reading.id, added);
  return static_cast<std::int64_t>(added.size());
}

Result<NotSeen> not_seen(Call& call, const Reading& reading, const std::vector<Scan>& scans,
                         const ReadRun& run) {
  NotSeen result;
  if (run.first_key.empty())
    return result;
  std::set<InventoryNumber> seen;
  for (const Scan& scan : scans)
    seen.insert(scan.number);
  ShelfWalk walk(call.work(), {reading.section, reading.custody, {}}, {run.first_key, {}});
  std::vector<ShelfLine> absent;
  std::vector<stocktaking::CopyName> names;
  ShelfLine line;
  std::size_t compared = 0;
  while (walk.next(line) && line.mark.shelf_key <= run.last_key) {
    result.cut = ++compared > most_compared;
    if (result.cut)
      break;
    if (seen.count(line.mark.number) != 0)
      continue;
    names.push_back({line.copy.number, line.copy.barcode});
    absent.push_back(std::move(line));
  }
  METODICA_TRY(const auto loans, stocktaking::loans_of(call, names));
  for (ShelfLine& one : absent) {
    if (loans.on_loan.count(one.copy.number) != 0) {
      ++result.on_loan;
    } else {
      result.missing.push_back(std::move(one));
    }
  }
  return result;
}

std::string title_of(UnitOfWork& work, const Scan& scan) {
  const auto line = scan.number.number == 0 ? std::nullopt : registers::copy(work, scan.number);
  return line ? author_and_title(line->author, line->title) : std::string();
}

std::string goes_between(const Messages& say, const std::vector<Scan>& scans, const Stray& stray) {
  if (stray.after && stray.before) {
    return say("shelves.between", {{"after", scans[*stray.after].call_number},
                                   {"before", scans[*stray.before].call_number}});
  }
  if (stray.after)
    return say("shelves.after_last", {{"after", scans[*stray.after].call_number}});
  return say("shelves.before_first",
             {{"before", stray.before ? scans[*stray.before].call_number : std::string()}});
}

}  // namespace metodica::processing
