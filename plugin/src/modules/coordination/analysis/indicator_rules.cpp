#include "modules/coordination/analysis/indicator_rules.hpp"

#include <algorithm>

namespace metodica::coordination {
namespace {

constexpr std::int64_t thousand = 1000;
constexpr std::int64_t percent = 100;

std::vector<Indicator> make_indicators() {
  using enum Better;
  return {
      {"stock_per_capita",
       "collection",
       {"stock_end"},
       {"population"},
       1,
       2,
       "per_inhabitant",
       none},
      {"additions_per_1000",
       "growth",
       {"additions"},
       {"population"},
       thousand,
       1,
       "per_1000",
       more},
      {"required_additions", "growth", {"required_additions"}, {}, 1, 0, "documents", none},
      {"growth_fulfilment",
       "growth",
       {"additions"},
       {"required_additions"},
       percent,
       1,
       "percent",
       more},
      {"renewal_years", "growth", {"stock_end"}, {"additions"}, 1, 1, "years", less},
      {"withdrawal_rate", "growth", {"withdrawals"}, {"stock_end"}, percent, 2, "percent", none},
      {"titles_per_capita", "growth", {"titles"}, {"population"}, 1, 3, "per_inhabitant", none},
      {"copies_per_title", "growth", {"additions"}, {"titles"}, 1, 2, "ratio", none},
      {"catalogued_share",
       "collection",
       {"stock_catalogued"},
       {"stock_end"},
       percent,
       1,
       "percent",
       more},
      {"turnover", "use", {"loans"}, {"stock_end"}, 1, 2, "per_document", more},
      {"loans_per_capita", "use", {"loans"}, {"population"}, 1, 2, "per_inhabitant", more},
      {"loans_per_user", "use", {"loans"}, {"users_active"}, 1, 2, "per_user", more},
      {"users_share", "use", {"users_active"}, {"population"}, percent, 2, "percent", more},
      {"visits_per_capita", "use", {"visits"}, {"population"}, 1, 2, "per_inhabitant", more},
      {"visits_per_user", "use", {"visits"}, {"users_active"}, 1, 2, "per_user", more},
      {"daily_visits", "use", {"visits"}, {"open_days"}, 1, 1, "per_day", more},
      {"in_house_per_capita", "use", {"in_house"}, {"population"}, 1, 2, "per_inhabitant", none},
      {"questions_per_1000", "use", {"questions"}, {"population"}, thousand, 1, "per_1000", none},
      {"cost_per_visit", "money", {"expenditure"}, {"visits"}, 1, 2, "lei", none},
      {"cost_per_loan", "money", {"expenditure"}, {"loans"}, 1, 2, "lei", none},
      {"cost_per_user", "money", {"expenditure"}, {"users_active"}, 1, 2, "lei", none},
      {"expenditure_per_capita",
       "money",
       {"expenditure"},
       {"population"},
       1,
       2,
       "lei_inhabitant",
       none},
      {"acquisitions_share",
       "money",
       {"expenditure_acquisitions"},
       {"expenditure"},
       percent,
       2,
       "percent",
       none},
      {"staff_share", "money", {"expenditure_staff"}, {"expenditure"}, percent, 2, "percent", none},
      {"training_share",
       "money",
       {"expenditure_training"},
       {"expenditure_staff"},
       percent,
       2,
       "percent",
       more},
      {"staff_per_1000", "staff", {"staff_fte"}, {"population"}, thousand, 2, "fte_1000", none},
      {"specialist_share",
       "staff",
       {"staff_specialist_fte"},
       {"staff_fte"},
       percent,
       1,
       "percent",
       more},
      {"loans_per_staff", "staff", {"loans"}, {"staff_fte"}, 1, 0, "per_fte", none},
      {"weekly_hours", "place", {"weekly_hours"}, {}, 1, 1, "hours_week", more, true},
      {"area_per_1000", "place", {"area_m2"}, {"population"}, thousand, 1, "m2_1000", none},
      {"seats_per_1000", "place", {"seats"}, {"population"}, thousand, 1, "per_1000", none},
      {"computers_per_1000",
       "place",
       {"computers_public"},
       {"population"},
       thousand,
       2,
       "per_1000",
       none},
      {"participants_per_event",
       "events",
       {"event_participants"},
       {"events"},
       1,
       1,
       "persons",
       none},
  };
}

// A code that no library is asked for: the directory or a norm gives it.
bool is_given(std::string_view code) {
  return code == "population" || code == "required_additions";
}

struct Sum {
  std::int64_t e4 = 0;
  std::string missing;
  FigureKind why = FigureKind::number;
};

Sum sum_of(const std::vector<std::string_view>& codes, const Figures& figures) {
  Sum sum;
  for (const std::string_view code : codes) {
    const YearFigure figure = figure_of(figures, code);
    if (!figure.known())
      return {0, std::string(code), figure.kind};
    sum.e4 += figure.e4;
  }
  return sum;
}

Reckoned divided(const Indicator& indicator, const Sum& above, const Sum& below) {
  if (!above.missing.empty())
    return {std::nullopt, above.missing, above.why};
  if (indicator.below.empty())
    return {from_e4(above.e4, indicator.places), {}, FigureKind::number};
  if (!below.missing.empty())
    return {std::nullopt, below.missing, below.why};
  const auto value = quotient(above.e4, below.e4, indicator.factor, indicator.places);
  if (!value)
    return {std::nullopt, std::string(indicator.below.front()), FigureKind::number};
  return {value, {}, FigureKind::number};
}

}  // namespace

const std::vector<Indicator>& indicators() {
  static const auto& all = *new std::vector<Indicator>(make_indicators());  // never destroyed
  return all;
}

const Indicator* find_indicator(std::string_view code) {
  const auto found = std::ranges::find(indicators(), code, &Indicator::code);
  return found == indicators().end() ? nullptr : &*found;
}

std::vector<std::string> codes_of(const Indicator& indicator) {
  std::vector<std::string> codes;
  for (const auto* side : {&indicator.above, &indicator.below}) {
    for (const std::string_view code : *side) {
      if (!is_given(code))
        codes.emplace_back(code);
    }
  }
  // A return may state the population of a unit that the directory does not know.
  codes.emplace_back("population");
  return codes;
}

std::vector<std::string> all_codes() {
  std::vector<std::string> codes;
  for (const Indicator& indicator : indicators()) {
    for (std::string& code : codes_of(indicator))
      codes.push_back(std::move(code));
  }
  std::ranges::sort(codes);
  codes.erase(std::unique(codes.begin(), codes.end()), codes.end());
  return codes;
}

Reckoned reckon(const Indicator& indicator, const Figures& figures) {
  return divided(indicator, sum_of(indicator.above, figures), sum_of(indicator.below, figures));
}

Figures with_terms(Figures figures, std::int64_t population, std::int64_t growth_e4) {
  if (population > 0)
    figures.insert_or_assign("population", YearFigure::whole(population));
  const YearFigure people = figure_of(figures, "population");
  figures.erase("required_additions");
  if (people.known() && people.e4 > 0 && growth_e4 > 0) {
    figures.emplace("required_additions",
                    YearFigure::whole(required_of(growth_e4, people.e4 / YearFigure::one)));
  }
  return figures;
}

Whole reckon_whole(const Indicator& indicator, const std::vector<const Figures*>& members) {
  Whole whole;
  Sum above;
  Sum below;
  Reckoned nobody;
  for (const Figures* figures : members) {
    const Sum one_above = sum_of(indicator.above, *figures);
    const Sum one_below = sum_of(indicator.below, *figures);
    if (!one_above.missing.empty() || !one_below.missing.empty()) {
      const Sum& lacking = one_above.missing.empty() ? one_below : one_above;
      nobody = {std::nullopt, lacking.missing, lacking.why};
      continue;
    }
    above.e4 += one_above.e4;
    below.e4 += one_below.e4;
    ++whole.counted;
  }
  if (whole.counted == 0) {
    if (members.empty())
      nobody = {std::nullopt, std::string(indicator.above.front()), FigureKind::not_reported};
    whole.reckoned = nobody;
  } else {
    if (indicator.averaged)
      above.e4 = quotient(above.e4, whole.counted, 1, 0)->value;
    whole.reckoned = divided(indicator, above, below);
  }
  return whole;
}

}  // namespace metodica::coordination
