// Chapters of the report about the county's own work: training, visits, duties.

#include <map>
#include <set>

#include "documents/table_columns.hpp"
#include "modules/coordination/analysis/analysis_actions.hpp"
#include "modules/coordination/analysis/report_parts.hpp"
#include "modules/coordination/compliance/duty_actions.hpp"
#include "modules/coordination/training/gathering_store.hpp"
#include "modules/coordination/visits/assistance_store.hpp"
#include "modules/coordination/visits/visits_store.hpp"
#include "text/numbers.hpp"

namespace metodica::coordination {
namespace {

std::string number(std::int64_t count, const Messages& say) {
  return shown_integer(count, say.lang());
}

FlowTable gatherings_table(const std::vector<GatheringLine>& lines, const Messages& say) {
  FlowTable table;
  table.columns = {text_column(say("gathering.day"), 22), weighted_column(say("gathering.title")),
                   text_column(say("gathering.kind"), 40),
                   count_column(say("gathering.present"), 20),
                   count_column(say("report.hours"), 18)};
  for (const GatheringLine& line : lines) {
    const Gathering& of = line.gathering;
    if (of.state == "held") {
      table.rows.push_back({RowKind::entry,
                            {of.day.shown(say.lang()), of.title, say("gathering.kind." + of.kind),
                             line.present, of.hours}});
    }
  }
  return table;
}

bool is_held(const Visit& visit) {
  return visit.state == "held" || visit.state == "signed";
}

FlowTable topics_table(const std::vector<AssistanceRequest>& requests, const Messages& say) {
  std::map<std::string, std::pair<std::int64_t, std::int64_t>> topics;
  for (const AssistanceRequest& one : requests) {
    auto& [count, minutes] = topics[one.topic];
    ++count;
    minutes += one.minutes;
  }
  FlowTable table;
  table.caption = say("report.requests_by_topic");
  table.columns = {weighted_column(say("gathering.topic")),
                   count_column(say("report.requests"), 30),
                   count_column(say("gathering.minutes"), 30)};
  table.total = true;
  for (const auto& [topic, sums] : topics) {
    table.rows.push_back({RowKind::entry,
                          {topic.empty() ? std::string("–") : say("gathering.topic." + topic),
                           sums.first, sums.second}});
  }
  return table;
}

}  // namespace

void add_training_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  const auto lines = gatherings(data.call.work(), data.year);
  std::int64_t held = 0;
  std::int64_t present = 0;
  std::int64_t attested = 0;
  std::int64_t hours = 0;
  for (const GatheringLine& line : lines) {
    if (line.gathering.state != "held")
      continue;
    ++held;
    present += line.present;
    attested += line.attested;
    hours += line.attested * line.gathering.hours;
  }
  blocks.emplace_back(Heading{say("report.training")});
  KeyValues sums;
  sums.lines = {{say("report.gatherings"), number(held, say)},
                {say("report.participants"), number(present, say)},
                {say("report.attested"), number(attested, say)},
                {say("report.attested_hours"), number(hours, say)}};
  blocks.emplace_back(std::move(sums));
  if (held > 0)
    blocks.emplace_back(gatherings_table(lines, say));
}

void add_visits_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  UnitOfWork& work = data.call.work();
  std::int64_t held = 0;
  std::int64_t km = 0;
  std::set<std::int64_t> visited;
  for (const Visit& visit : visits_of_year(work, data.year)) {
    if (!is_held(visit))
      continue;
    ++held;
    km += visit.km;
    visited.insert(visit.siruta);
  }
  std::map<std::string, std::int64_t> measures;
  for (const Measure& one : measures_of_year(work, data.year))
    ++measures[one.state];
  const auto requests = requests_of_year(work, data.year);
  blocks.emplace_back(Heading{say("report.visits")});
  KeyValues sums;
  sums.lines = {
      {say("report.visits_held"), number(held, say)},
      {say("report.units_visited"), number(static_cast<std::int64_t>(visited.size()), say)},
      {say("report.km"), number(km, say)},
      {say("report.measures"), say("report.measures_of", {{"done", measures["done"]},
                                                          {"open", measures["open"]},
                                                          {"dropped", measures["dropped"]}})},
      {say("report.requests"), number(static_cast<std::int64_t>(requests.size()), say)}};
  blocks.emplace_back(std::move(sums));
  if (!requests.empty())
    blocks.emplace_back(topics_table(requests, say));
}

void add_compliance_chapter(Blocks& blocks, const ReportData& data) {
  const Messages& say = data.say();
  const CountyDuties all = county_duties(data.call, data.year);
  blocks.emplace_back(Heading{say("compliance.title")});
  blocks.emplace_back(Paragraph{say("compliance.sub", {{"day", all.day.shown(say.lang())}})});
  FlowTable table;
  table.columns = {weighted_column(say("compliance.duty"), 1.2),
                   weighted_column(say("compliance.reference"), 1.2),
                   count_column(say("compliance.outcome.met"), 17),
                   count_column(say("compliance.outcome.not_met"), 19),
                   count_column(say("compliance.outcome.not_due"), 19),
                   count_column(say("compliance.outcome.unknown"), 19)};
  for (std::size_t i = 0; i < all.duties.size(); ++i) {
    const Duty& duty = all.duties[i];
    const DutyNorm* norm = norm_on(duty.norms, all.day);
    table.rows.push_back({RowKind::entry,
                          {duty.text(say.lang()),
                           norm == nullptr ? say("compliance.no_norm") : reference_of(*norm, say),
                           all.count(i, Outcome::met), all.count(i, Outcome::not_met),
                           all.count(i, Outcome::not_due), all.count(i, Outcome::unknown)}});
  }
  blocks.emplace_back(std::move(table));
}

}  // namespace metodica::coordination
