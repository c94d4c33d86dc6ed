/// The parts of the subject, a folder each: what each adds to the module.
#pragma once

#include <vector>

#include "app/action.hpp"
#include "ui/menu.hpp"

namespace metodica::coordination {

/// network/: the libraries of the county.
void add_network(ActionList& actions);
std::vector<MenuEntry> network_menu();

/// statistics/: yearly returns and the daily notebook.
void add_statistics(ActionList& actions);
std::vector<MenuEntry> statistics_menu();

/// training/: meetings, courses, attestations.
void add_training(ActionList& actions);
std::vector<MenuEntry> training_menu();

/// visits/: who is due, visits, measures, assistance.
void add_visits(ActionList& actions);
std::vector<MenuEntry> visits_menu();

/// analysis/: the day, indicators, county table, maps, reports.
void add_analysis(ActionList& actions);
std::vector<MenuEntry> analysis_menu();

/// compliance/: duties, norms, evidence.
void add_compliance(ActionList& actions);
std::vector<MenuEntry> compliance_menu();

/// promotion/: public events of libraries, posters, posts, feeds.
void add_promotion(ActionList& actions);
std::vector<MenuEntry> promotion_menu();

/// distribution/: share-outs of central purchases and donations.
void add_distribution(ActionList& actions);
std::vector<MenuEntry> distribution_menu();

}  // namespace metodica::coordination
