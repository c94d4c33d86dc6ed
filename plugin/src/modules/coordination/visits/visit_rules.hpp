/// Visits of the methodologist and the measures agreed there (domain note on coordination, 1.3, 1.5
/// point 3). Pure.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "metodica/result.hpp"
#include "text/date.hpp"

namespace metodica::coordination {

struct Visit {
  std::int64_t number = 0;  ///< of this library, from 1
  std::int64_t siruta = 0;  ///< the unit visited
  Date day;
  std::int64_t km = 0;             ///< there and back
  std::int64_t methodologist = 0;  ///< person_store.hpp, 0 = not said
  std::string findings;
  std::string state = "planned";      ///< "planned", "held", "signed", "cancelled"
  Date signed_on;                     ///< none() until signed
  std::vector<std::string> purposes;  ///< of visit_purposes()
};

/// "evaluation", "assistance", "records", "stocktaking", "withdrawal", "handover", "equipment",
/// "events", "authority", "other".
const std::vector<std::string>& visit_purposes();

/// Errors, METODICA_INVALID at the field: "visit.no_purpose", "visit.future" {text} (held after
/// today), "visit.no_findings" (held without them).
Result<void> check_visit(const Visit& visit, Date today);
/// planned to held or cancelled, held to signed; what was signed stays.
[[nodiscard]] bool visit_may_become(std::string_view from, std::string_view to);

/// Something agreed: who does what until when, and by which norm.
struct Measure {
  std::int64_t number = 0;  ///< of this library, from 1
  std::int64_t visit = 0;
  std::int64_t siruta = 0;
  std::string text;
  std::string norm;   ///< legal reference, "" for none
  std::string owner;  ///< "bibliotecar", "primărie": an office, never a person's name
  Date deadline;
  std::string state = "open";  ///< "open", "done", "dropped"
  Date ended_on;               ///< none() while open
};

/// What is noted of a measure later.
struct MeasureStep {
  std::string kind;  ///< "done", "prolonged", "dropped"; the store notes "made" itself
  Date day;
  Date deadline;  ///< the new one, of "prolonged"
  std::string reason;
};

/// The measure after the step. Errors: METODICA_CONFLICT "measure.closed" at "measure";
/// METODICA_INVALID "measure.no_reason" at "reason" (prolonged and dropped),
/// "measure.no_deadline", "measure.not_later" {text} at "deadline", "measure.future" at "day".
Result<Measure> measure_after(const Measure& measure, const MeasureStep& step, Date today);

/// A line of the box for people: "Pop Ana; bibliotecar". The role may be absent.
struct MetPerson {
  std::string name, role;
};
/// Errors: METODICA_INVALID "visit.person" {text} when the name is missing or too long.
Result<MetPerson> read_met_person(std::string_view line);

/// "phone", "mail", "visit", "form".
const std::vector<std::string>& assistance_channels();

}  // namespace metodica::coordination
