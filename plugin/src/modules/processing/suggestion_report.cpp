#include "modules/processing/suggestion_report.hpp"

#include <algorithm>

#include "bibliography/udc_elements.hpp"

namespace metodica::processing {
namespace {

bool agrees(const std::string& wanted, const std::string& udc, std::size_t digits) {
  const std::string given = first_main_digits(udc);
  return !wanted.empty() && given.substr(0, digits) == wanted.substr(0, digits);
}

}  // namespace

SuggestionReport evaluate_suggestions(WorksInMemory& works, const SuggestionRules& rules,
                                      std::size_t most) {
  SuggestionReport report;
  const std::vector<ClassedWork> all = works.all();
  const std::size_t step = std::max<std::size_t>(1, all.size() / std::max<std::size_t>(1, most));
  for (std::size_t i = 0; i < all.size(); i += step) {
    UnclassedWork asked;
    asked.title = all[i].title;
    asked.author = all[i].author;
    asked.id = all[i].id;
    const auto found = suggest_udc(asked, works, rules);
    ++report.works;
    report.abstained += found.empty() ? 1 : 0;
    const std::string wanted = first_main_digits(all[i].udc);
    for (std::size_t digits = 1; digits <= report.first.size(); ++digits) {
      const bool first = !found.empty() && agrees(wanted, found.front().udc, digits);
      const bool any = std::any_of(found.begin(), found.end(), [&](const UdcSuggestion& one) {
        return agrees(wanted, one.udc, digits);
      });
      report.first[digits - 1] += first ? 1 : 0;
      report.any[digits - 1] += any ? 1 : 0;
    }
  }
  return report;
}

}  // namespace metodica::processing
