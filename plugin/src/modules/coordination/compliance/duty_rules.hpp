/// Duties of a public library and whether a year's records keep them (domain note on coordination,
/// 1.1 and 1.5 point 5). Norms are dated and come in from outside. Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "modules/coordination/statistics/figure.hpp"
#include "modules/coordination/statistics/return_state.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

/// What the law or practice asks for from a day on.
struct DutyNorm {
  std::string duty;
  std::string value;  ///< "50", "6"; of stocktaking the steps "10000:4 50000:6 :15"; "" for none
  Date from;
  Date to;                ///< last day, none() = still in force
  std::string reference;  ///< law or practice, in Romanian
  std::string verified;   ///< "yes", "partly", "no": whether the text of it was read

  bool operator==(const DutyNorm&) const = default;
};

struct Duty {
  std::string code;       ///< "growth"
  bool computed = false;  ///< from records; otherwise by evidence alone
  std::string text_ro, text_en, text_hu;
  std::vector<DutyNorm> norms;

  [[nodiscard]] const std::string& text(std::string_view lang) const;
};

/// The norm in force on the day: the latest begun, of two begun on one day the later in the list;
/// nullptr when there is none.
[[nodiscard]] const DutyNorm* norm_on(const std::vector<DutyNorm>& norms, Date day);

/// "50", "2.5" as a count of 1/10 000; -1 for a text that is no such number.
[[nodiscard]] std::int64_t norm_e4(std::string_view value);
/// One step of the periods of stocktaking: up to so many units, so many years.
struct StocktakingStep {
  std::int64_t most = 0;  ///< 0: all larger ones
  std::int64_t years = 0;
};
/// The steps of "10000:4 50000:6 :15"; empty for a text that is not of that shape.
[[nodiscard]] std::vector<StocktakingStep> stocktaking_steps(std::string_view steps);
/// Years between two stocktakings of a collection of so many units, by the steps
/// "10000:4 50000:6 :15" (up to 10,000: 4 years); 0 for a text that is not of that shape.
[[nodiscard]] std::int64_t stocktaking_years(std::string_view steps, std::int64_t units);

enum class Outcome : std::uint8_t { met = 1, not_met, not_due, unknown };
[[nodiscard]] std::string_view name_of(Outcome outcome);
/// unknown for any other text.
[[nodiscard]] Outcome outcome_of(std::string_view name);

/// What came out, and why: a message with its arguments.
struct Finding {
  Outcome outcome = Outcome::unknown;
  std::string because;
  std::vector<MessageArgument> arguments;
};

/// Copies withdrawn for wear that left on one day after they were acquired on one day.
struct WithdrawnCopies {
  Date acquired, left;
  std::int64_t copies = 0;
};

/// What the registers of one library say at the end of a year.
struct LibraryRecords {
  bool opened = false;  ///< it keeps its registers with us
  Date opened_on;
  std::int64_t stock = 0;  ///< opening + entries - exits of the RMF
  bool year_closed = false;
  Date last_stocktaking;  ///< none(): none recorded
  std::vector<WithdrawnCopies> withdrawn;
};

/// All that the duties of one library in one year are judged by.
struct DutyFacts {
  Figures figures;  ///< with "population" and "required_additions"
  ReturnState state = ReturnState::empty;
  LibraryRecords records;
  std::int64_t full_time_posts = 0;  ///< filled on the last day of the year
  bool posts_known = false;
  Date day;  ///< on which it is judged: the last of the year, or today
};

/// The finding of one computed duty; unknown with "compliance.because.no_rule" for another code.
[[nodiscard]] Finding judge(std::string_view duty, const DutyFacts& facts, const DutyNorm& norm);

}  // namespace metodica::coordination
