/// The chapters of the county's yearly report, each as blocks of a paper.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/call.hpp"
#include "documents/flow_document.hpp"
#include "modules/coordination/analysis/county_rules.hpp"
#include "modules/coordination/analysis/unit_analysis.hpp"

namespace metodica::coordination {

/// What all chapters are written from. Lives as long as the report is built.
struct ReportData {
  Call& call;
  std::int64_t year;
  AnalysedYears years;  ///< ten, the last is `year`
  CountySums sums;

  [[nodiscard]] const std::vector<UnitYear>& units() const { return years.at(year); }
  [[nodiscard]] const Messages& say() const { return call.say(); }
};

using Blocks = std::vector<Block>;

void add_network_chapter(Blocks& blocks, const ReportData& data);
void add_returns_chapter(Blocks& blocks, const ReportData& data);
/// Figures and indicators of one group with a picture of each of `pictured`.
void add_figures_chapter(Blocks& blocks, const ReportData& data, const std::string& chapter,
                         const std::vector<std::string>& figures,
                         const std::vector<std::string>& shown_indicators,
                         const std::vector<std::string>& pictured);
void add_training_chapter(Blocks& blocks, const ReportData& data);
void add_visits_chapter(Blocks& blocks, const ReportData& data);
void add_extremes_chapter(Blocks& blocks, const ReportData& data);
void add_compliance_chapter(Blocks& blocks, const ReportData& data);
void add_method_chapter(Blocks& blocks, const ReportData& data);

}  // namespace metodica::coordination
