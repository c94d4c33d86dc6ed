#include "modules/coordination/compliance/county_duties.hpp"

#include <algorithm>

#include "modules/coordination/analysis/county_source.hpp"
#include "modules/coordination/compliance/duty_data.hpp"
#include "modules/coordination/network/network_store.hpp"
#include "modules/registers/api.hpp"

namespace metodica::coordination {
namespace {

// What is known beside the figures, for all units at once.
struct Background {
  std::map<std::int64_t, LibraryRecords> records;  // by unit
  std::map<std::int64_t, std::vector<StaffPost>> posts;
  std::map<std::pair<std::int64_t, std::string>, std::vector<Evidence>> evidence;
};

LibraryRecords records_of(const RegisterFacts& facts) {
  LibraryRecords records = facts.records;
  for (const ExitedCopies& some : facts.exits) {
    if (registers::is_withdrawal(some.cause))
      records.withdrawn.push_back(some.copies);
  }
  return records;
}

Background background(UnitOfWork& work, std::int64_t year) {
  Background all;
  const auto units = libraries_of_units(work);
  for (const auto& [library, facts] : register_facts(work, year)) {
    if (const auto unit = units.find(library); unit != units.end())
      all.records[unit->second] = records_of(facts);
  }
  for (StaffPost& post : staff_posts(work))
    all.posts[post.siruta].push_back(std::move(post));
  for (Evidence& one : evidence(work, year))
    all.evidence[{one.siruta, one.duty}].push_back(std::move(one));
  return all;
}

bool is_filled_full_time(const StaffPost& post, Date day) {
  constexpr std::int64_t full = 100;
  return post.norm_percent == full && post.person != 0 && post.from <= day &&
         (post.to.none() || post.to >= day);
}

DutyFacts facts_of(const UnitYear& unit, const Background& known, Date day) {
  DutyFacts facts;
  facts.figures = unit.figures;
  facts.state = unit.state;
  facts.day = day;
  if (const auto records = known.records.find(unit.unit.siruta); records != known.records.end())
    facts.records = records->second;
  if (const auto posts = known.posts.find(unit.unit.siruta); posts != known.posts.end()) {
    facts.posts_known = true;
    facts.full_time_posts = std::ranges::count_if(
        posts->second, [&](const StaffPost& post) { return is_filled_full_time(post, day); });
  }
  return facts;
}

DutyResult result_of(const Duty& duty, const DutyFacts& facts, const Background& known,
                     std::int64_t siruta) {
  DutyResult result;
  result.duty = &duty;
  result.norm = norm_on(duty.norms, facts.day);
  if (result.norm == nullptr) {
    result.finding = {Outcome::not_due, "compliance.because.no_norm", {}};
    return result;
  }
  if (duty.computed)
    result.finding = judge(duty.code, facts, *result.norm);
  else
    result.finding = {Outcome::unknown, "compliance.because.no_evidence", {}};
  if (const auto found = known.evidence.find({siruta, duty.code}); found != known.evidence.end())
    result.evidence = found->second;
  if (result.finding.outcome == Outcome::unknown && !result.evidence.empty()) {
    const Evidence& last = result.evidence.back();
    result.by_evidence = true;
    result.finding = {last.outcome,
                      "compliance.because.evidence",
                      {{"day", last.day.shown()}, {"text", last.text}}};
  }
  return result;
}

}  // namespace

std::vector<Duty> duties(UnitOfWork& work) {
  std::vector<Duty> all = shipped_duties();
  for (DutyNorm& norm : noted_norms(work)) {
    const auto duty = std::ranges::find(all, norm.duty, &Duty::code);
    if (duty != all.end())
      duty->norms.push_back(std::move(norm));
  }
  return all;
}

std::int64_t duty_norm_e4(UnitOfWork& work, std::string_view duty, Date day) {
  for (const Duty& one : duties(work)) {
    if (one.code != duty)
      continue;
    const DutyNorm* norm = norm_on(one.norms, day);
    return norm == nullptr ? 0 : std::max<std::int64_t>(norm_e4(norm->value), 0);
  }
  return 0;
}

std::int64_t UnitDuties::count(Outcome outcome) const {
  return std::ranges::count_if(
      results, [&](const DutyResult& one) { return one.finding.outcome == outcome; });
}

std::int64_t CountyDuties::count(std::size_t duty, Outcome outcome) const {
  return std::ranges::count_if(
      results, [&](const UnitDuties& one) { return one.results[duty].finding.outcome == outcome; });
}

CountyDuties county_duties(Call& call, std::int64_t year, std::int64_t siruta) {
  constexpr int last_month = 12;
  constexpr int last_day = 31;
  CountyDuties all;
  all.year = year;
  all.day = std::min(Date(static_cast<int>(year), last_month, last_day), call.today());
  all.duties = duties(call.work());
  all.units = county_year(call.work(), year);
  if (siruta > 0)
    std::erase_if(all.units, [&](const UnitYear& one) { return one.unit.siruta != siruta; });
  const Background known = background(call.work(), year);
  for (const UnitYear& unit : all.units) {
    UnitDuties of{&unit, {}};
    const DutyFacts facts = facts_of(unit, known, all.day);
    for (const Duty& duty : all.duties)
      of.results.push_back(result_of(duty, facts, known, unit.unit.siruta));
    all.results.push_back(std::move(of));
  }
  return all;
}

}  // namespace metodica::coordination
